//! The best sequence of tags for a stretch of words, and how far ahead of the next best it is.

use super::features;
use super::model::{Model, Row};
use super::page::{Page, Stretch};
use super::tags::{BEGIN, INSIDE, KINDS, LAST, OUTSIDE, TAGS, may_follow, tag};
use std::ops::Range;

/// What each tag gets at one word.
type Points = [i16; TAGS];

/// The best way to or from each tag.
type Ways = [i32; TAGS];

/// Low enough never to win, high enough never to overflow.
const NEVER: i32 = -(1 << 24);

/// More features than a word has.
const ROOM: usize = 96;

/// How many tags may follow [`OUTSIDE`] other than itself, and as many may stand before it.
const AT_EDGE: usize = 2 * KINDS;

/// The tags a name begins with, and those it ends with: any of these may follow any of those.
const BEGINNERS: [usize; AT_EDGE] = edge(true);
const ENDERS: [usize; AT_EDGE] = edge(false);

const fn edge(begins: bool) -> [usize; AT_EDGE] {
    let mut tags = [0; AT_EDGE];
    let (mut tag, mut at) = (1, 0);
    while tag < TAGS {
        if if begins { may_follow(OUTSIDE, tag) } else { may_follow(tag, OUTSIDE) } {
            tags[at] = tag;
            at += 1;
        }
        tag += 1;
    }
    tags
}

/// A number for each of [`BEGINNERS`] or [`ENDERS`]: eight that a processor reckons with at once.
type Edge = [i32; AT_EDGE];

/// What one tag after another scores.
struct Steps {
    /// The model's own table.
    all: [[i32; TAGS]; TAGS],
    /// Each beginner after each ender, by ender, and the same by beginner.
    by_ender: [Edge; AT_EDGE],
    by_beginner: [Edge; AT_EDGE],
    /// Each beginner after outside, and outside after each ender.
    opening: Edge,
    closing: Edge,
}

impl Steps {
    fn new(model: &Model) -> Self {
        let step =
            |before: usize, next: usize| model.transitions.get(before).map_or(0, |row| row[next].into());
        Steps {
            all: std::array::from_fn(|before| std::array::from_fn(|next| step(before, next))),
            by_ender: ENDERS.map(|before| BEGINNERS.map(|next| step(before, next))),
            by_beginner: BEGINNERS.map(|next| ENDERS.map(|before| step(before, next))),
            opening: BEGINNERS.map(|next| step(OUTSIDE, next)),
            closing: ENDERS.map(|before| step(before, OUTSIDE)),
        }
    }

    /// The best way to each tag of the first word; at the head of a sentence (`free`) none costs.
    fn first(&self, free: bool) -> Ways {
        let mut ways = [NEVER; TAGS];
        for next in [OUTSIDE].into_iter().chain(BEGINNERS) {
            ways[next] = if free { 0 } else { self.all[OUTSIDE][next] };
        }
        ways
    }

    /// The best way to each tag of a word, from those to the tags of the word before, and by which tag.
    fn onward(&self, last: &Ways) -> (Ways, [u8; TAGS]) {
        let (mut ways, mut from) = ([NEVER; TAGS], [OUTSIDE as u8; TAGS]);
        let mut rest = last[OUTSIDE] + self.all[OUTSIDE][OUTSIDE];
        let (mut best, mut best_from) =
            (self.opening.map(|step| last[OUTSIDE] + step), [OUTSIDE as i32; AT_EDGE]);
        for (at, &before) in ENDERS.iter().enumerate() {
            let closed = last[before] + self.closing[at];
            from[OUTSIDE] = if closed > rest { before as u8 } else { from[OUTSIDE] };
            rest = rest.max(closed);
            for (lane, step) in self.by_ender[at].iter().enumerate() {
                let way = last[before] + step;
                best_from[lane] = if way > best[lane] { before as i32 } else { best_from[lane] };
                best[lane] = best[lane].max(way);
            }
        }
        ways[OUTSIDE] = rest;
        for (lane, next) in BEGINNERS.into_iter().enumerate() {
            (ways[next], from[next]) = (best[lane], best_from[lane] as u8);
        }
        for kind in 0..KINDS {
            let (begin, inside) = (tag(kind, BEGIN), tag(kind, INSIDE));
            for next in [inside, tag(kind, LAST)] {
                let (opened, on) =
                    (last[begin] + self.all[begin][next], last[inside] + self.all[inside][next]);
                (ways[next], from[next]) =
                    if on > opened { (on, inside as u8) } else { (opened, begin as u8) };
            }
        }
        (ways, from)
    }

    /// The best way from each tag of a word to the end, from those of the tags of the word after, its
    /// points added.
    fn back(&self, ahead: &Ways) -> Ways {
        let mut ways = [NEVER; TAGS];
        let mut rest = ahead[OUTSIDE] + self.all[OUTSIDE][OUTSIDE];
        let mut best = self.closing.map(|step| ahead[OUTSIDE] + step);
        for (at, &next) in BEGINNERS.iter().enumerate() {
            rest = rest.max(ahead[next] + self.opening[at]);
            for (best, step) in best.iter_mut().zip(&self.by_beginner[at]) {
                *best = (*best).max(ahead[next] + step);
            }
        }
        ways[OUTSIDE] = rest;
        for (lane, before) in ENDERS.into_iter().enumerate() {
            ways[before] = best[lane];
        }
        for kind in 0..KINDS {
            let (inside, last) = (tag(kind, INSIDE), tag(kind, LAST));
            for before in [tag(kind, BEGIN), inside] {
                let step = |next: usize| ahead[next] + self.all[before][next];
                ways[before] = step(inside).max(step(last));
            }
        }
        ways
    }
}

/// Scores and tables that are used again from stretch to stretch.
pub struct Decoder {
    steps: Steps,
    points: Vec<Points>,
    forward: Vec<Ways>,
    backward: Vec<Ways>,
    from: Vec<[u8; TAGS]>,
}

impl Decoder {
    /// A decoder for a model.
    pub fn new(model: &Model) -> Self {
        Decoder {
            steps: Steps::new(model),
            points: Vec::new(),
            forward: Vec::new(),
            backward: Vec::new(),
            from: Vec::new(),
        }
    }

    /// Writes the best tags of a stretch into `tags`.
    pub fn tag(&mut self, model: &Model, page: &Page, stretch: &Stretch, tags: &mut [u8]) {
        self.points.clear();
        self.backward.clear();
        let manner = stretch.manner;
        for at in stretch.words.clone() {
            let mut seen = Addresses { count: 0, list: [0; ROOM] };
            features::each_seen(page, &stretch.sentence, manner, at, &mut |what| seen.push(what));
            features::addresses(&mut seen.list[..seen.count]);
            self.points.push(points(model, &mut seen));
        }
        self.run_forward(stretch.opens());
        let Some(last) = self.forward.last() else { return };
        let closes = |tag: usize| last[tag] + if stretch.closes() { 0 } else { self.steps.all[tag][OUTSIDE] };
        let enders = (0..TAGS).filter(|&tag| may_follow(tag, OUTSIDE));
        let mut best = enders.max_by_key(|&tag| (closes(tag), TAGS - tag)).unwrap_or(OUTSIDE);
        for (place, tag) in tags.iter_mut().enumerate().rev() {
            *tag = best as u8;
            best = usize::from(self.from[place][best]);
        }
    }

    /// The best way to each tag of each word, less the best of all at that word.
    fn run_forward(&mut self, opens: bool) {
        self.forward.clear();
        self.from.clear();
        for points in &self.points {
            let (mut ways, from) = match self.forward.last() {
                None => (self.steps.first(opens), [OUTSIDE as u8; TAGS]),
                Some(last) => self.steps.onward(last),
            };
            for (way, &points) in ways.iter_mut().zip(points) {
                *way += i32::from(points);
            }
            self.forward.push(level(ways));
            self.from.push(from);
        }
    }

    /// For the stretch tagged last: how far the best sequence is ahead of the best one that has
    /// no such name at these words.
    pub fn margin(&mut self, stretch: &Stretch, name: Range<usize>, tags: &[u8]) -> i32 {
        if self.backward.is_empty() {
            self.run_backward(stretch.closes());
        }
        let margin = |place: usize| {
            let own = usize::from(tags[place]);
            let total = |tag: usize| self.forward[place][tag] + self.backward[place][tag];
            let other = (0..TAGS).filter(|&tag| tag != own).map(total).max().unwrap_or(NEVER);
            total(own) - other
        };
        name.map(margin).min().unwrap_or(0)
    }

    /// The best way from each tag of each word to the end.
    fn run_backward(&mut self, closes: bool) {
        let count = self.points.len();
        let end = |tag: usize| match may_follow(tag, OUTSIDE) {
            true if closes => 0,
            true => self.steps.all[tag][OUTSIDE],
            false => NEVER,
        };
        self.backward.resize(count, std::array::from_fn(end));
        for place in (1..count).rev() {
            let mut ahead = self.backward[place];
            for (way, &points) in ahead.iter_mut().zip(&self.points[place]) {
                *way += i32::from(points);
            }
            self.backward[place - 1] = level(self.steps.back(&ahead));
        }
    }
}

/// The addresses of one word's features.
struct Addresses {
    count: usize,
    list: [u32; ROOM],
}

impl Addresses {
    fn push(&mut self, seen: u32) {
        if let Some(place) = self.list.get_mut(self.count) {
            *place = seen;
            self.count += 1;
        }
    }
}

/// Adds up the rows of a word's features.
///
/// Those without a row, about half, are sifted out first and without a branch: a guess that is
/// wrong every other time would cost more than the sums. The rows are found before any is read:
/// then a processor waits for many of them at once.
fn points(model: &Model, seen: &mut Addresses) -> Points {
    let mut known = 0;
    for at in 0..seen.count {
        let place = model.addresses.place(seen.list[at]);
        seen.list[known] = place.unwrap_or_default();
        known += usize::from(place.is_some());
    }
    let mut points = [0; TAGS];
    for &place in &seen.list[..known] {
        if let Some(row) = model.rows.get(place as usize) {
            add(row, &mut points);
        }
    }
    points
}

fn add(row: &Row, points: &mut Points) {
    for (points, &weight) in points.iter_mut().zip(row) {
        *points += i16::from(weight);
    }
}

/// Scores less their best, so that no text is long enough to overflow them.
fn level(ways: Ways) -> Ways {
    let best = ways.iter().copied().max().unwrap_or(0);
    ways.map(|way| (way - best).max(NEVER))
}

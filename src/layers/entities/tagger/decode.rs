//! The best sequence of tags for a stretch of words, and how far ahead of the next best it is.

use super::features;
use super::model::{Model, Row};
use super::page::{Page, Stretch};
use super::tags::{KINDS, OUTSIDE, TAGS, may_follow};
use std::ops::Range;

/// What each tag gets at one word.
type Points = [i16; TAGS];

/// The best way to or from each tag.
type Ways = [i32; TAGS];

/// Low enough never to win, high enough never to overflow.
const NEVER: i32 = -(1 << 24);

/// More features than a word has.
const ROOM: usize = 96;

/// How many tags may follow [`OUTSIDE`], and as many may stand before it.
const BEGINNERS: usize = 1 + 2 * KINDS;

/// How many pairs of tags may follow one another: a name or none, then one that begins or none;
/// and in each kind two tags that go on after two.
const PAIR_COUNT: usize = BEGINNERS * BEGINNERS + 4 * KINDS;

/// Every pair of tags that may follow one another, those from outside first.
const PAIRS: [(u8, u8); PAIR_COUNT] = {
    let mut pairs = [(0, 0); PAIR_COUNT];
    let (mut before, mut at) = (0, 0);
    while before < TAGS {
        let mut next = 0;
        while next < TAGS {
            if may_follow(before, next) {
                pairs[at] = (before as u8, next as u8);
                at += 1;
            }
            next += 1;
        }
        before += 1;
    }
    pairs
};

/// Scores and tables that are used again from stretch to stretch.
pub struct Decoder {
    /// The score of each of [`PAIRS`].
    steps: [i32; PAIR_COUNT],
    points: Vec<Points>,
    forward: Vec<Ways>,
    backward: Vec<Ways>,
    from: Vec<[u8; TAGS]>,
}

impl Decoder {
    /// A decoder for a model.
    pub fn new(model: &Model) -> Self {
        Decoder {
            steps: PAIRS.map(|(before, next)| step(model, before.into(), next.into())),
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
        let closes = |tag: usize| last[tag] + if stretch.closes() { 0 } else { step(model, tag, OUTSIDE) };
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
        let mut last = [NEVER; TAGS];
        last[OUTSIDE] = 0;
        for (place, points) in self.points.iter().enumerate() {
            let mut reached = [NEVER; TAGS];
            let mut from = [0u8; TAGS];
            let pairs = if place == 0 { &PAIRS[..BEGINNERS] } else { &PAIRS[..] };
            let free = opens && place == 0;
            for (&(before, next), &step) in pairs.iter().zip(&self.steps) {
                let (before, next) = (before as usize, next as usize);
                let score = last[before] + if free { 0 } else { step };
                if score > reached[next] {
                    (reached[next], from[next]) = (score, before as u8);
                }
            }
            for (reached, &points) in reached.iter_mut().zip(points) {
                *reached += i32::from(points);
            }
            last = level(reached);
            self.forward.push(last);
            self.from.push(from);
        }
    }

    /// For the stretch tagged last: how far the best sequence is ahead of the best one that has
    /// no such name at these words.
    pub fn margin(&mut self, model: &Model, stretch: &Stretch, name: Range<usize>, tags: &[u8]) -> i32 {
        if self.backward.is_empty() {
            self.run_backward(model, stretch.closes());
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
    fn run_backward(&mut self, model: &Model, closes: bool) {
        let count = self.points.len();
        let end = |tag: usize| match may_follow(tag, OUTSIDE) {
            true if closes => 0,
            true => step(model, tag, OUTSIDE),
            false => NEVER,
        };
        self.backward.resize(count, std::array::from_fn(end));
        for place in (1..count).rev() {
            let mut reached = [NEVER; TAGS];
            let (ahead, points) = (&self.backward[place], &self.points[place]);
            for (&(before, next), &step) in PAIRS.iter().zip(&self.steps) {
                let (before, next) = (before as usize, next as usize);
                let score = ahead[next] + i32::from(points[next]) + step;
                reached[before] = reached[before].max(score);
            }
            self.backward[place - 1] = level(reached);
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
        let address = seen.list[at];
        seen.list[known] = address;
        known += usize::from(model.addresses.has(address));
    }
    let known = &mut seen.list[..known];
    for number in known.iter_mut() {
        *number = model.addresses.place(*number).map_or(u32::MAX, |place| place as u32);
    }
    let mut points = [0; TAGS];
    for &place in known.iter() {
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

fn step(model: &Model, before: usize, next: usize) -> i32 {
    model.transitions.get(before).map_or(0, |row| i32::from(row[next]))
}

/// Scores less their best, so that no text is long enough to overflow them.
fn level(ways: Ways) -> Ways {
    let best = ways.iter().copied().max().unwrap_or(0);
    ways.map(|way| (way - best).max(NEVER))
}

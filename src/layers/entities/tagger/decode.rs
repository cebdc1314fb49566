//! The best sequence of tags for a stretch of words, and how far ahead of the next best it is.

use super::features;
use super::model::{Lead, Model};
use super::page::{Page, Stretch};
use super::steps::{NEVER, Steps, Ways};
use super::tags::{OUTSIDE, TAGS, may_follow};
use std::ops::Range;

/// What each tag gets at one word more than [`OUTSIDE`], the first of all tags, which gets nothing.
type Points = [i16; TAGS - 1];

/// More features than a word has.
const ROOM: usize = 96;

/// Scores and tables that are used again from stretch to stretch.
pub struct Decoder<'m> {
    steps: &'m Steps,
    points: Vec<Points>,
    forward: Vec<Ways>,
    backward: Vec<Ways>,
    from: Vec<[u8; TAGS]>,
}

impl<'m> Decoder<'m> {
    /// A decoder for a model.
    pub fn new(model: &'m Model) -> Self {
        Decoder {
            steps: &model.steps,
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
        let closes =
            |tag: usize| last[tag] + if stretch.closes() { 0 } else { self.steps.after(tag, OUTSIDE) };
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
            for (way, &points) in ways[1..].iter_mut().zip(points) {
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
            true => self.steps.after(tag, OUTSIDE),
            false => NEVER,
        };
        self.backward.resize(count, std::array::from_fn(end));
        for place in (1..count).rev() {
            let mut ahead = self.backward[place];
            for (way, &points) in ahead[1..].iter_mut().zip(&self.points[place]) {
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

/// Adds up the rows of a word's features. They are found before any is read: then a processor waits for
/// many of them at once.
fn points(model: &Model, seen: &mut Addresses) -> Points {
    let known = model.rows.sift(&mut seen.list[..seen.count]);
    let mut points = [0; TAGS - 1];
    for lead in seen.list[..known].iter().filter_map(|&place| model.rows.lead(place)) {
        add(lead, &mut points);
    }
    points
}

fn add(lead: &Lead, points: &mut Points) {
    for (points, &weight) in points.iter_mut().zip(lead) {
        *points += i16::from(weight);
    }
}

/// Scores less their best, so that no text is long enough to overflow them.
fn level(ways: Ways) -> Ways {
    let best = ways.iter().copied().max().unwrap_or(0);
    ways.map(|way| (way - best).max(NEVER))
}

//! The best sequence of tags for a sentence, and how far ahead of the next best it is.

use super::features;
use super::model::Model;
use super::page::Page;
use super::tags::{KINDS, OUTSIDE, TAGS, may_follow};
use std::ops::Range;

/// The scores of every tag at one word.
pub type Scores = [i32; TAGS];

/// Low enough never to win, high enough never to overflow.
const NEVER: i32 = -(1 << 24);

/// How many tags may stand before [`OUTSIDE`].
const ENDERS: usize = 1 + 2 * KINDS;

/// How many pairs of tags may follow one another: nine that end and nine that begin, and in each
/// kind two that go on after two.
const PAIR_COUNT: usize = ENDERS * ENDERS + 4 * KINDS;

/// Every pair of tags that may follow one another, those that lead outside first.
const PAIRS: [(u8, u8); PAIR_COUNT] = {
    let mut pairs = [(0, 0); PAIR_COUNT];
    let (mut next, mut at) = (0, 0);
    while next < TAGS {
        let mut before = 0;
        while before < TAGS {
            if may_follow(before, next) {
                pairs[at] = (before as u8, next as u8);
                at += 1;
            }
            before += 1;
        }
        next += 1;
    }
    pairs
};

/// Scores and tables that are used again from sentence to sentence.
#[derive(Default)]
pub struct Decoder {
    scores: Vec<Scores>,
    /// Words of the sentence that no name can hold.
    quiet: Vec<bool>,
    /// What the first reading gave each word of the article.
    kept: Vec<[i16; TAGS]>,
    forward: Vec<Scores>,
    backward: Vec<Scores>,
    from: Vec<[u8; TAGS]>,
}

impl Decoder {
    /// Writes the best tags of a sentence into `tags`.
    pub fn tag(&mut self, model: &Model, page: &Page, sentence: &Range<usize>, tags: &mut [u8]) {
        self.backward.clear();
        self.score(model, page, sentence);
        self.run_forward(model);
        let Some(last) = self.forward.last() else { return };
        let mut best = best_of(last, |tag| may_follow(tag, 0));
        for (place, tag) in tags.iter_mut().enumerate().rev() {
            *tag = best as u8;
            best = usize::from(self.from[place][best]);
        }
    }

    /// Scores every word: from its features at the first reading, which are kept, and at the
    /// second from those and what the first one found. Words that no name can hold score nothing.
    fn score(&mut self, model: &Model, page: &Page, sentence: &Range<usize>) {
        self.scores.clear();
        self.quiet.clear();
        let first = page.first.is_empty();
        let manner = page.manner(sentence);
        for at in sentence.clone() {
            let quiet = !page.may_name(sentence, manner, at);
            self.quiet.push(quiet);
            let mut scores = [0; TAGS];
            if first {
                if !quiet {
                    features::each(page, sentence, manner, at, &mut |_, from| add(model, from, &mut scores));
                }
                self.kept.push(scores.map(|score| score.clamp(i16::MIN.into(), i16::MAX.into()) as i16));
            } else if !quiet {
                scores = self.kept.get(at).map_or(scores, |kept| kept.map(i32::from));
                features::second(page, sentence, at, &mut |_, from| add(model, from, &mut scores));
            }
            self.scores.push(scores);
        }
    }

    /// The best way to each tag of each word, less the best of all at that word.
    fn run_forward(&mut self, model: &Model) {
        self.forward.clear();
        self.from.clear();
        let mut last = [NEVER; TAGS];
        last[OUTSIDE] = 0;
        for (scores, &quiet) in self.scores.iter().zip(&self.quiet) {
            let mut reached = [NEVER; TAGS];
            let mut from = [0u8; TAGS];
            let start = self.forward.is_empty();
            let pairs = if quiet { &PAIRS[..ENDERS] } else { &PAIRS[..] };
            for &(before, next) in pairs {
                let (before, next) = (before as usize, next as usize);
                let score = last[before] + if start { 0 } else { step(model, before, next) };
                if score > reached[next] {
                    (reached[next], from[next]) = (score, before as u8);
                }
            }
            for (reached, score) in reached.iter_mut().zip(scores) {
                *reached += score;
            }
            last = level(reached);
            self.forward.push(last);
            self.from.push(from);
        }
    }

    /// For the sentence tagged last: how far the best sequence is ahead of the best one that has
    /// no such name at these words.
    pub fn margin(&mut self, model: &Model, name: Range<usize>, tags: &[u8]) -> i32 {
        if self.backward.len() != self.scores.len() {
            self.run_backward(model);
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
    fn run_backward(&mut self, model: &Model) {
        let count = self.scores.len();
        self.backward.clear();
        self.backward
            .resize(count, std::array::from_fn(|tag| if may_follow(tag, OUTSIDE) { 0 } else { NEVER }));
        for place in (1..count).rev() {
            let nexts = 0..if self.quiet[place] { 1 } else { TAGS };
            let ahead = |before: usize, next: usize| {
                self.backward[place][next] + self.scores[place][next] + step(model, before, next)
            };
            let best = |before: usize| {
                let nexts = nexts.clone().filter(|&next| may_follow(before, next));
                nexts.map(|next| ahead(before, next)).max().unwrap_or(NEVER)
            };
            self.backward[place - 1] = level(std::array::from_fn(best));
        }
    }
}

fn step(model: &Model, before: usize, next: usize) -> i32 {
    model.transitions.get(before).map_or(0, |row| i32::from(row[next]))
}

/// Scores less their best, so that no text is long enough to overflow them.
fn level(scores: Scores) -> Scores {
    let best = scores.iter().copied().max().unwrap_or(0);
    scores.map(|score| (score - best).max(NEVER))
}

fn add(model: &Model, address: u32, scores: &mut Scores) {
    if let Some(row) = model.row(address) {
        for (score, &weight) in scores.iter_mut().zip(row) {
            *score += i32::from(weight);
        }
    }
}

fn best_of(scores: &Scores, allowed: impl Fn(usize) -> bool) -> usize {
    let tags = (0..TAGS).filter(|&tag| allowed(tag));
    tags.max_by_key(|&tag| (scores[tag], TAGS - tag)).unwrap_or(0)
}

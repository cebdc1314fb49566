//! The best sequence of tags for a sentence, and how far ahead of the next best it is.

use super::features;
use super::model::Model;
use super::page::Page;
use super::tags::{TAGS, may_follow};
use std::ops::Range;

/// The scores of every tag at one word.
pub type Scores = [i32; TAGS];

/// Low enough never to win, high enough never to overflow.
const NEVER: i32 = i32::MIN / 4;

/// Scores and tables that are used again from sentence to sentence.
#[derive(Default)]
pub struct Decoder {
    scores: Vec<Scores>,
    forward: Vec<Scores>,
    backward: Vec<Scores>,
    from: Vec<[u8; TAGS]>,
}

impl Decoder {
    /// Writes the best tags of a sentence into `tags`.
    pub fn tag(&mut self, model: &Model, page: &Page, sentence: &Range<usize>, tags: &mut [u8]) {
        self.score(model, page, sentence);
        self.run_forward(model);
        let Some(last) = self.forward.last() else { return };
        let mut best = best_of(last, |tag| may_follow(tag, 0));
        for (place, tag) in tags.iter_mut().enumerate().rev() {
            *tag = best as u8;
            best = usize::from(self.from[place][best]);
        }
    }

    fn score(&mut self, model: &Model, page: &Page, sentence: &Range<usize>) {
        let manner = page.manner(sentence);
        self.scores.clear();
        for at in sentence.clone() {
            let mut scores = [0; TAGS];
            features::each(page, sentence, manner, at, &mut |_, address| {
                if let Some(row) = model.row(address) {
                    for (score, &weight) in scores.iter_mut().zip(row) {
                        *score += i32::from(weight);
                    }
                }
            });
            self.scores.push(scores);
        }
    }

    fn run_forward(&mut self, model: &Model) {
        self.forward.clear();
        self.from.clear();
        for (place, scores) in self.scores.iter().enumerate() {
            let mut reached = [NEVER; TAGS];
            let mut from = [0u8; TAGS];
            for next in 0..TAGS {
                let Some(last) = place.checked_sub(1).map(|p| &self.forward[p]) else {
                    if may_follow(0, next) {
                        reached[next] = scores[next];
                    }
                    continue;
                };
                for before in (0..TAGS).filter(|&before| may_follow(before, next)) {
                    let score = last[before] + i32::from(model.transitions[before][next]);
                    if score > reached[next] {
                        (reached[next], from[next]) = (score, before as u8);
                    }
                }
                reached[next] += scores[next];
            }
            self.forward.push(reached);
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
            let total = |tag: usize| self.forward[place][tag].saturating_add(self.backward[place][tag]);
            let other = (0..TAGS).filter(|&tag| tag != own).map(total).max().unwrap_or(NEVER);
            total(own).saturating_sub(other)
        };
        name.map(margin).min().unwrap_or(0)
    }

    /// Forgets the sentence before.
    pub fn clear(&mut self) {
        self.backward.clear();
    }

    fn run_backward(&mut self, model: &Model) {
        let count = self.scores.len();
        self.backward.clear();
        self.backward.resize(count, [NEVER; TAGS]);
        for place in (0..count).rev() {
            for before in 0..TAGS {
                self.backward[place][before] = if place + 1 == count {
                    if may_follow(before, 0) { 0 } else { NEVER }
                } else {
                    (0..TAGS)
                        .filter(|&next| may_follow(before, next))
                        .map(|next| {
                            let ahead = self.backward[place + 1][next] + self.scores[place + 1][next];
                            ahead + i32::from(model.transitions[before][next])
                        })
                        .max()
                        .unwrap_or(NEVER)
                };
            }
        }
    }
}

fn best_of(scores: &Scores, allowed: impl Fn(usize) -> bool) -> usize {
    let tags = (0..TAGS).filter(|&tag| allowed(tag));
    tags.max_by_key(|&tag| (scores[tag], TAGS - tag)).unwrap_or(0)
}

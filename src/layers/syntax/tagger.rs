//! Parts of speech, word after word from the left.

use super::seen::{Rules, Seen};
use super::table::Table;
use super::tags::{CHOICES, Tag};
use crate::layers::entities::tagger::words::Word;

/// The features of the word at a place, whose left neighbours have their tags.
pub fn features(seen: &[Seen], at: usize, each: impl FnMut(u32)) {
    let case = case(seen, at);
    let mut rules = Rules::new(each);
    of_form(&seen[at].word, case, &mut rules);
    around(seen, at, case, &mut rules);
    of_start(&seen[at].word, case, &mut rules);
}

/// Whether the word opens its sentence, and its capitals.
fn case(seen: &[Seen], at: usize) -> u32 {
    let first = u32::from(at == 0 || (0..at).all(|before| seen[before].tag == Tag::Sign));
    let word = &seen[at].word;
    first | u32::from(word.capital) << 1 | u32::from(word.all_capitals) << 2
}

/// What the word tells by itself.
fn of_form(word: &Word, case: u32, rules: &mut Rules<impl FnMut(u32)>) {
    rules.see([word.lower]);
    rules.see([word.lower, case]);
    rules.see([word.ends[2]]);
    rules.see([word.ends[3], case]);
    rules.see([word.ends[1], case]);
    rules.see([word.shape, case & 1]);
    rules.see([u32::from(word.class), case]);
}

/// What its neighbours tell.
fn around(seen: &[Seen], at: usize, case: u32, rules: &mut Rules<impl FnMut(u32)>) {
    let word = |offset: isize| -> Word {
        at.checked_add_signed(offset).and_then(|at| seen.get(at)).map_or(Word::default(), |seen| seen.word)
    };
    let tag = |back: usize| at.checked_sub(back).map_or(99, |at| seen[at].tag as u32);
    let (here, last, next, second) = (word(0), word(-1), word(1), word(2));
    let (t1, t2) = (tag(1), tag(2));
    let class = |word: Word| u32::from(word.class);
    rules.see([t1]);
    rules.see([t1, t2]);
    rules.see([last.lower]);
    rules.see([next.lower]);
    rules.see([class(last), class(here)]);
    rules.see([class(here), class(next)]);
    rules.see([next.ends[2], t1]);
    rules.see([class(next), t1]);
    rules.see([class(second), class(next)]);
    rules.see([class(here), t1, t2]);
    rules.see([here.ends[1], class(next), case]);
    rules.see([u32::from(next.capital), case, t1]);
}

/// What its first letters tell: the last rule.
fn of_start(word: &Word, case: u32, rules: &mut Rules<impl FnMut(u32)>) {
    rules.see([word.starts[1], case]);
}

/// How many rules ask the form of a word, and how many these and its neighbours.
const OF_FORM: u32 = 7;
const BEFORE_START: u32 = 19;

/// What words told by themselves, each in the one slot that its hash tells, the latest there.
///
/// It is always the same with the same table, so no result depends on what is remembered.
#[derive(Default)]
pub struct Memory(Vec<Option<(Word, u32, [i16; CHOICES])>>);

/// Slots of a [`Memory`].
const REMEMBERED: usize = 2048;

impl Memory {
    fn scores(&mut self, table: &Table<CHOICES>, word: &Word, case: u32) -> [i16; CHOICES] {
        self.0.resize_with(REMEMBERED, || None);
        let slot = &mut self.0[(word.exact ^ case) as usize % REMEMBERED];
        match slot {
            Some((known, known_case, scores)) if (&*known, *known_case) == (word, case) => *scores,
            _ => {
                let scores = alone(table, word, case);
                *slot = Some((*word, case, scores));
                scores
            }
        }
    }
}

fn alone(table: &Table<CHOICES>, word: &Word, case: u32) -> [i16; CHOICES] {
    table.scores(|seen| {
        of_form(word, case, &mut Rules::new(|address| seen.push(address)));
        of_start(word, case, &mut Rules::after(BEFORE_START, |address| seen.push(address)));
    })
}

/// Gives each word its tag. `memory` is of this table.
pub fn tag(table: &Table<CHOICES>, memory: &mut Memory, seen: &mut [Seen]) {
    for at in 0..seen.len() {
        if !seen[at].fixed {
            let case = case(seen, at);
            let mut scores = table.scores(|addresses| {
                around(seen, at, case, &mut Rules::after(OF_FORM, |address| addresses.push(address)));
            });
            let alone = memory.scores(table, &seen[at].word, case);
            scores.iter_mut().zip(alone).for_each(|(score, more)| *score += more);
            seen[at].tag = Tag::ALL[best(&scores)];
        }
    }
}

/// The first of the highest.
pub fn best(scores: &[i16]) -> usize {
    (0..scores.len()).fold(0, |best, at| if scores[at] > scores[best] { at } else { best })
}

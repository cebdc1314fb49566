//! Parts of speech, word after word from the left.

use super::seen::{Rules, Seen};
use super::table::Table;
use super::tags::{CHOICES, Tag};
use crate::layers::entities::tagger::words::Word;

/// The features of the word at a place, whose left neighbours have their tags.
pub fn features(seen: &[Seen], at: usize, each: impl FnMut(u32)) {
    let word = |offset: isize| -> Word {
        at.checked_add_signed(offset).and_then(|at| seen.get(at)).map_or(Word::default(), |seen| seen.word)
    };
    let tag = |back: usize| at.checked_sub(back).map_or(99, |at| seen[at].tag as u32);
    let (here, last, next, second) = (word(0), word(-1), word(1), word(2));
    let first = u32::from(at == 0 || (0..at).all(|before| seen[before].tag == Tag::Sign));
    let case = first | u32::from(here.capital) << 1 | u32::from(here.all_capitals) << 2;
    let (t1, t2) = (tag(1), tag(2));
    let class = |word: Word| u32::from(word.class);
    let mut rules = Rules::new(each);
    rules.see([here.lower]);
    rules.see([here.lower, case]);
    rules.see([here.ends[2]]);
    rules.see([here.ends[3], case]);
    rules.see([here.ends[1], case]);
    rules.see([here.shape, first]);
    rules.see([class(here), case]);
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
    rules.see([here.starts[1], case]);
}

/// Gives each word its tag.
pub fn tag(table: &Table<CHOICES>, seen: &mut [Seen]) {
    for at in 0..seen.len() {
        if !seen[at].fixed {
            let scores = table.scores(|addresses| features(seen, at, |address| addresses.push(address)));
            seen[at].tag = Tag::ALL[best(&scores)];
        }
    }
}

/// The first of the highest.
pub fn best(scores: &[i16]) -> usize {
    (0..scores.len()).fold(0, |best, at| if scores[at] > scores[best] { at } else { best })
}

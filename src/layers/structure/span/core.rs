//! What the whole paste says of each paragraph: which lines it repeats, where its sentences stand thickest, and
//! which words those share with the rest.

use crate::layers::structure::look::Look;
use crate::resources::{QuickMap, quick_hash};
use crate::tokens::{Token, TokenKind};
use std::ops::Range;

/// What a line that is no full sentence costs the run of sentences around it, in words.
const COST: i32 = 8;
/// The words of one paragraph that count for its run.
pub(super) const MOST: usize = 60;
/// A full sentence of an article has so many words.
pub(super) const FULL: usize = 10;
/// Shorter words say little of what a text is about, in letters.
const TELLING: usize = 5;
/// Words are compared by so many letters: "harbour" and "harbours" are one.
const STEM: usize = 6;

/// The paste as a whole.
pub(super) struct Core {
    /// The run of paragraphs in which full sentences stand thickest.
    pub run: Range<usize>,
    /// How often the words of each paragraph stand as a paragraph of the paste.
    pub seen: Vec<u16>,
    /// The number of each paragraph's words, equal where they are.
    pub keys: Vec<u64>,
    /// Of the telling words of each paragraph, so many in a hundred stand in other paragraphs of the run; none
    /// where there are fewer than two.
    pub shared: Vec<Option<u8>>,
    /// Of the telling words of each paragraph, so many in a hundred stand in the next.
    pub in_next: Vec<u8>,
    /// And so many in the last.
    pub in_last: Vec<u8>,
}

/// The number of each paragraph's words, and how often they stand as a paragraph of the paste.
pub(super) fn lines(text: &str, tokens: &[Token], looks: &[Look]) -> (Vec<u64>, Vec<u16>) {
    let keys: Vec<u64> = looks.iter().map(|look| key(text, &tokens[look.tokens.clone()])).collect();
    let mut counts: QuickMap<u64, u16> = QuickMap::default();
    for &key in &keys {
        let count = counts.entry(key).or_default();
        *count = count.saturating_add(1);
    }
    let seen = keys.iter().map(|key| counts[key]).collect();
    (keys, seen)
}

/// Reads the paste as a whole; `lines` is what [`lines`] says of it.
pub(super) fn read(text: &str, tokens: &[Token], looks: &[Look], lines: (Vec<u64>, Vec<u16>)) -> Core {
    let (keys, seen) = lines;
    let run = thickest(looks, &seen);
    let (shared, in_next, in_last) = shared(text, tokens, looks, &run);
    Core { run, seen, keys, shared, in_next, in_last }
}

/// A number of the words, whatever their case and marks.
fn key(text: &str, tokens: &[Token]) -> u64 {
    let words = tokens.iter().filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number));
    words.fold(0, |key: u64, token| {
        key.rotate_left(9) ^ u64::from(lower_hash(token.of(text))).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    })
}

fn lower_hash(word: &str) -> u32 {
    let mut bytes = [0; 24];
    let length = word.len().min(bytes.len());
    bytes[..length].copy_from_slice(&word.as_bytes()[..length]);
    bytes.make_ascii_lowercase();
    quick_hash(&bytes[..length])
}

/// A full sentence that stands once on the page and is no link.
pub(super) fn is_full(look: &Look, seen: u16) -> bool {
    look.is_prose() && look.stops && look.words >= FULL && seen == 1 && !look.credited
}

/// The run of paragraphs with the greatest sum, where a full sentence counts its words and any other line costs.
fn thickest(looks: &[Look], seen: &[u16]) -> Range<usize> {
    let (mut best, mut sum, mut from) = ((0, 0..0), 0, 0);
    for (at, look) in looks.iter().enumerate() {
        if sum <= 0 {
            (sum, from) = (0, at);
        }
        sum += if is_full(look, seen[at]) { look.words.min(MOST) as i32 } else { -COST };
        if sum > best.0 {
            best = (sum, from..at + 1);
        }
    }
    best.1
}

fn stems<'a>(text: &'a str, tokens: &'a [Token]) -> impl Iterator<Item = u32> + 'a {
    let telling = |token: &&Token| token.kind == TokenKind::Word && token.range.len() >= TELLING;
    tokens.iter().filter(telling).map(|token| {
        let word = token.of(text);
        let end = (STEM..=word.len()).find(|&end| word.is_char_boundary(end)).unwrap_or(word.len());
        lower_hash(&word[..end])
    })
}

type Shares = (Vec<Option<u8>>, Vec<u8>, Vec<u8>);

fn shared(text: &str, tokens: &[Token], looks: &[Look], run: &Range<usize>) -> Shares {
    let telling = |look: &Look| {
        let mut own: Vec<u32> = stems(text, &tokens[look.tokens.clone()]).collect();
        own.sort_unstable();
        own.dedup();
        own
    };
    let all: Vec<Vec<u32>> = looks.iter().map(telling).collect();
    let mut holders: QuickMap<u32, u32> = QuickMap::default();
    for stem in all[run.clone()].iter().flatten() {
        *holders.entry(*stem).or_default() += 1;
    }
    let part = |own: &Vec<u32>, held: &dyn Fn(&u32) -> bool| {
        (own.iter().filter(|stem| held(stem)).count() * 100 / own.len().max(1)) as u8
    };
    let share = |(at, own): (usize, &Vec<u32>)| {
        let inside = u32::from(run.contains(&at));
        let common = part(own, &|stem| holders.get(stem).is_some_and(|&count| count > inside));
        (own.len() > 1).then_some(common)
    };
    let beside = |at: usize, other: Option<usize>| {
        let other = other.and_then(|other| all.get(other)).filter(|_| all[at].len() > 1);
        other.map_or(0, |other| part(&all[at], &|stem| other.binary_search(stem).is_ok()))
    };
    let shared = all.iter().enumerate().map(share).collect();
    let in_next = (0..all.len()).map(|at| beside(at, Some(at + 1))).collect();
    let in_last = (0..all.len()).map(|at| beside(at, at.checked_sub(1))).collect();
    (shared, in_next, in_last)
}

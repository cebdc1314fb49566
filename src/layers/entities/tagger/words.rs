//! What the tagger sees of each word: its form, shape, beginnings and endings as hashes, computed once.

use crate::tokens::{Token, TokenKind};

/// One word as the tagger sees it. The fields of 32 bits are hashes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Word {
    /// In lower case, digits as 0.
    pub lower: u32,
    /// As written.
    pub exact: u32,
    /// Runs of capitals, small letters, digits and signs ("McDonald" is XxXx).
    pub shape: u32,
    /// The first 2, 3 and 4 letters.
    pub starts: [u32; 3],
    /// The last 1 to 4 letters.
    pub ends: [u32; 4],
    /// Class of words used alike, 0 where unknown; which a model tells.
    pub class: u16,
    /// A capital first.
    pub capital: bool,
    /// More than one letter, all capitals.
    pub all_capitals: bool,
    /// Letters (not a number or sign).
    pub is_word: bool,
    /// A sign that no name goes over: a full stop, a bracket, a quotation mark.
    pub parts: bool,
}

const SEED: u32 = 0x811c_9dc5;

/// One step of a hash.
pub const fn step(hash: u32, value: u32) -> u32 {
    (hash ^ value).wrapping_mul(0x0100_0193).rotate_left(7)
}

/// The hash of a lower-case word, as [`Word::lower`] has it.
pub fn hash_of(word: &str) -> u32 {
    word.chars().fold(SEED, |hash, c| step(hash, lower(c) as u32))
}

fn lower(c: char) -> char {
    match c {
        '0'..='9' => '0',
        '’' => '\'',
        c if c.is_ascii() => c.to_ascii_lowercase(),
        c => c.to_lowercase().next().unwrap_or(c),
    }
}

/// Looks at one token, all but its class.
pub fn look(text: &str, token: &Token) -> Word {
    let form = token.of(text);
    let is_word = token.kind == TokenKind::Word;
    let mut word = Word { lower: SEED, exact: SEED, shape: SEED, is_word, ..Word::default() };
    word.starts = [SEED; 3];
    let (mut last, mut letters, mut capitals, mut count) = (' ', 0, 0, 0);
    // Its last letters, the very last first.
    let mut tail = [0; 4];
    for c in form.chars() {
        let small = lower(c) as u32;
        word.lower = step(word.lower, small);
        word.exact = step(word.exact, c as u32);
        tail = [small, tail[0], tail[1], tail[2]];
        count += 1;
        if count <= 4 {
            word.starts[usize::max(count, 2) - 2..].fill(word.lower);
        }
        let sign = shape_of(c);
        if sign != last {
            word.shape = step(word.shape, sign as u32);
            last = sign;
        }
        letters += usize::from(sign == 'x' || sign == 'X');
        capitals += usize::from(sign == 'X');
    }
    let mut end = SEED;
    for (at, &letter) in tail.iter().enumerate() {
        end = if at < count { step(end, letter) } else { end };
        word.ends[at] = end;
    }
    word.capital = token.capital;
    word.parts =
        matches!(form, "." | ";" | ":" | "?" | "!" | "(" | ")" | "[" | "]" | "\"" | "“" | "”" | "…" | "—");
    word.all_capitals = is_word && capitals == letters && letters > 1;
    word
}

fn shape_of(c: char) -> char {
    if c.is_ascii() {
        match c {
            'A'..='Z' => 'X',
            'a'..='z' => 'x',
            '0'..='9' => '0',
            c => c,
        }
    } else if c.is_uppercase() {
        'X'
    } else if c.is_alphabetic() {
        'x'
    } else if c.is_numeric() {
        '0'
    } else {
        c
    }
}

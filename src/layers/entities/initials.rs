//! The letters in brackets say where a name begins: all words whose initials they are.
//!
//! ```text
//! the Institute for Northern and Island Studies (INIS) said
//!     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
//! ```
//!
//! Only where something speaks for an organisation: a kind of body among the words, or what is found there already.
//! "Gross Domestic Product (GDP)" is none.

use super::evidence::Evidence;
use super::piece::Piece;
use super::reading::Reading;
use crate::document::entities::Label;
use crate::document::reason::Rule;
use crate::resources::Classes;
use crate::tokens::TokenKind;
use std::ops::Range;

/// What the letters say for the whole name.
const SPELLED: i32 = 130;

/// Puts the whole names in the place of their parts.
pub(super) fn put(reading: &Reading, pieces: Vec<Piece>) -> Vec<Piece> {
    let opens = |at: &usize| reading.of(*at) == "(" && reading.of(at + 2) == ")";
    let found: Vec<Range<usize>> =
        (1..reading.tokens.len()).filter(opens).filter_map(|at| spelled(reading, at)).collect();
    if found.is_empty() {
        return pieces;
    }
    let mut all = Vec::with_capacity(pieces.len());
    let mut found = found.into_iter().peekable();
    let mut inside: Vec<Piece> = Vec::new();
    for piece in pieces {
        while found.peek().is_some_and(|name| name.end <= piece.tokens.start) {
            close(reading, found.next(), &mut inside, &mut all);
        }
        match found.peek().is_some_and(|name| name.start < piece.tokens.end) {
            true => inside.push(piece),
            false => all.push(piece),
        }
    }
    found.for_each(|name| close(reading, Some(name), &mut inside, &mut all));
    all
}

/// Adds the whole name, or what is inside where that is no organisation or reaches beyond.
fn close(reading: &Reading, name: Option<Range<usize>>, inside: &mut Vec<Piece>, all: &mut Vec<Piece>) {
    let Some(name) = name else { return };
    let within = inside.iter().all(|piece| piece.tokens.start >= name.start && piece.tokens.end <= name.end);
    let body = inside.iter().any(|piece| piece.evidence.best().0 == Label::Organisation);
    let word = name.clone().any(|at| reading.classes(at).has(Classes::ORGANISATION_WORD));
    let whole = inside.len() == 1 && inside[0].tokens == name;
    if !within || whole || !(body || word) {
        all.append(inside);
        return;
    }
    inside.clear();
    let mut evidence = Evidence::default();
    evidence.add(Label::Organisation, SPELLED, Rule::Acronym, Some(reading.tokens[name.end + 1].range));
    let line = reading.line_of(name.start);
    let (classes, entry) = (Classes::default(), None);
    all.push(Piece { tokens: name, classes, entry, role: None, male: None, line, evidence, tagged: None });
}

/// The words before a bracket whose initials stand in it: each letter begins a word with a capital, small words may
/// stand between.
fn spelled(reading: &Reading, open: usize) -> Option<Range<usize>> {
    let letters: Vec<char> = reading.of(open + 1).chars().collect();
    let capitals =
        reading.marks[open + 1].capitals && letters.iter().all(|letter| letter.is_ascii_uppercase());
    if !capitals || !(3..=8).contains(&letters.len()) {
        return None;
    }
    let small =
        ["of", "the", "and", "for", "on", "in", "to", "with", "&", "-", "’", "'", "’s", "'s", "de", "la"];
    let mut left = letters.len();
    let mut at = open;
    while left > 0 {
        at = at.checked_sub(1).filter(|_| !reading.tokens[at].starts_line)?;
        let (token, word) = (&reading.tokens[at], reading.of(at));
        match token.kind {
            TokenKind::Word if token.capital && word.starts_with(letters[left - 1]) => left -= 1,
            _ if small.contains(&word) && at + 1 < open => {}
            _ => return None,
        }
    }
    (open - at > letters.len()).then_some(at..open)
}

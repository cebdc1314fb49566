//! The atoms of a sentence: words and signs, with each quotation one atom.

use crate::sentences::Sentence;
use crate::text::TextRange;
use crate::tokens::{Token, TokenKind};
use std::ops::Range;

/// A word, a sign, or a whole quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Atom {
    /// Where it stands.
    pub range: TextRange,
    /// Which quotation it is, if one.
    pub quoted: Option<usize>,
    /// What it is made of; quotations count as [`TokenKind::Quote`].
    pub kind: TokenKind,
    /// Begins with a capital.
    pub capital: bool,
    /// White space stands before it.
    pub spaced: bool,
    /// The first of its sentence.
    pub begins: bool,
    /// The first of its paragraph.
    pub begins_paragraph: bool,
}

/// The tokens of one quotation, its marks with them.
pub type Run = Range<usize>;

/// All atoms of a text. A sentence begins where one does outside quotations, and at every one of `starts`.
///
/// ```text
/// “We won. It was late,” said Orr.
/// ^^^^^^^^^^^^^^^^^^^^^^ ^^^^ ^^^^    one atom, though a sentence ends in it
/// ```
pub fn atoms(
    tokens: &[Token],
    sentences: &[Sentence],
    quoted: &[(TextRange, Run)],
    starts: &[usize],
) -> Vec<Atom> {
    let mut atoms = Vec::with_capacity(tokens.len());
    let mut next_quoted = quoted.iter().enumerate().peekable();
    let mut next_sentence = sentences.iter().peekable();
    let mut next_start = starts.iter().peekable();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let mut begins = token.starts_line;
        while next_sentence.next_if(|s| s.tokens.start <= at).is_some() {
            begins = true;
        }
        while next_start.next_if(|start| **start <= token.start()).is_some() {
            begins = true;
        }
        let mut atom = Atom {
            range: token.range,
            quoted: None,
            kind: token.kind,
            capital: token.capital,
            spaced: token.spaced,
            begins,
            begins_paragraph: token.starts_line,
        };
        at += 1;
        if let Some((index, (range, run))) = next_quoted.next_if(|(_, (_, run))| run.start < at) {
            atom.capital = tokens.get(at).is_some_and(|t| t.capital);
            (atom.range, atom.quoted, atom.kind) = (*range, Some(index), TokenKind::Quote);
            at = run.end.max(at);
            // A sentence that ended inside is over; one that begins with the next token still counts.
            while next_sentence.next_if(|s| s.tokens.start < at).is_some() {}
        }
        atoms.push(atom);
    }
    atoms
}

/// No sentence of a newspaper is longer; a line without a full stop is cut, so that reading stays linear.
const LONGEST: usize = 400;

/// The sentences as ranges of atoms.
pub fn sentences(atoms: &[Atom]) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let mut from = 0;
    for at in 1..=atoms.len() {
        if at == atoms.len() || atoms[at].begins || at - from >= LONGEST {
            ranges.push(from..at);
            from = at;
        }
    }
    if atoms.is_empty() { Vec::new() } else { ranges }
}

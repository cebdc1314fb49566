//! How each line of a text writes its words, which says what a capital letter is worth in it.

use super::mark::Mark;
use crate::tokens::{Token, TokenKind};
use std::ops::Range;

/// How a line writes its words, which says what a capital letter is worth in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LineKind {
    /// Sentences: capitals tell names.
    Sentences,
    /// A Headline in Title Case.
    Title,
    /// ALL CAPITALS.
    Capitals,
    /// Short, with figures: a row of a table or of results.
    Table,
}

/// One line of the text.
pub(super) struct Line {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// How it is written.
    pub kind: LineKind,
}

/// All lines of a text, each with how it is written.
pub(super) fn lines(text: &str, tokens: &[Token], marks: &[Mark]) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    for end in 1..=tokens.len() {
        if end == tokens.len() || tokens[end].starts_line {
            lines.push(Line {
                tokens: start..end,
                kind: line_kind(text, &tokens[start..end], &marks[start..end]),
            });
            start = end;
        }
    }
    lines
}

/// Counts a line's words by how they are written.
fn line_kind(text: &str, tokens: &[Token], marks: &[Mark]) -> LineKind {
    let (mut words, mut capital, mut capitals, mut figures, mut small) = (0, 0, 0, 0, 0);
    for (token, mark) in tokens.iter().zip(marks) {
        match token.kind {
            TokenKind::Number => figures += 1,
            TokenKind::Word if token.range.len() > 1 => {
                words += 1;
                capital += usize::from(token.capital);
                capitals += usize::from(mark.capitals);
                small += usize::from(!token.capital && token.range.len() > 4);
            }
            _ => {}
        }
    }
    let stops = tokens.last().is_some_and(|token| matches!(token.of(text), "." | "!" | "”" | "\""));
    let three = words == 3 && capital == 3 && figures == 0 && tokens.len() == 3;
    if words >= 3 && capitals * 10 >= words * 7 {
        LineKind::Capitals
    } else if figures >= 2 && figures * 2 >= words && words <= 16 && small * 3 <= words {
        LineKind::Table
    } else if !stops
        && (three || ((4..=25).contains(&words) && small <= words / 8 && capital * 10 >= words * 6))
    {
        LineKind::Title
    } else {
        LineKind::Sentences
    }
}

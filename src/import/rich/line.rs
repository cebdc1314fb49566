//! A line of rich text, and what is true of the words in it.

use super::unseen::Unseen;
use crate::document::hints::{Hint, HintKind, Signs};
use crate::text::TextRange;
use jiff::civil::Date;

/// A line that is done.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    pub text: String,
    pub kind: Option<HintKind>,
    pub signs: Signs,
    /// Letters and marks, and how many of them stand in links.
    pub letters: usize,
    pub linked: usize,
    pub day: Option<Date>,
    /// A blank line of the source stands above it.
    pub after_gap: bool,
    /// The box it stands in.
    pub room: usize,
    /// Words that look otherwise: where, how, and of which link, 0 where of none.
    pub looks: Vec<(TextRange, u8, usize)>,
}

/// What is true of the words that are written next.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Voice {
    pub kind: Option<HintKind>,
    pub signs: Signs,
    pub linked: bool,
    /// Line ends are the source's own.
    pub keeps_lines: bool,
    /// They stand in a paragraph or a heading: what is inside is no block.
    pub in_paragraph: bool,
    /// The box they stand in.
    pub room: usize,
    /// How they look, and in which link they stand, 0 where in none.
    pub style: u8,
    pub link: usize,
    /// Why they are not read.
    pub unseen: Option<Unseen>,
}

impl Line {
    pub fn hint(&self, range: TextRange) -> Hint {
        let linked = (self.linked * 100 / self.letters.max(1)) as u8;
        Hint { range, kind: self.kind, signs: self.signs, linked, day: self.day }
    }

    /// Takes in the words of another line after a mark.
    pub fn append(&mut self, mark: char, other: Line) {
        self.text.push(mark);
        let shift = self.text.len();
        self.looks
            .extend(other.looks.iter().map(|&(range, style, link)| (shifted(range, shift, 0), style, link)));
        self.text.push_str(&other.text);
        self.signs = self.signs.with(other.signs);
        self.letters += other.letters;
        self.linked += other.linked;
        self.day = self.day.or(other.day);
    }
}

/// A range in a text that has become longer by so many bytes at its start, or shorter.
pub(super) fn shifted(range: TextRange, longer: usize, shorter: usize) -> TextRange {
    let at = |place: usize| (place + longer).saturating_sub(shorter);
    TextRange::new(at(range.start()), at(range.end()))
}

//! Decisions whose words are gone: they wait with their last place.

use crate::review::{Anchor, Correction};
use crate::text::{Edit, TextRange, last_place};
use serde::{Deserialize, Serialize};

/// A decision whose words are gone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gone {
    /// The decision, with its words as they were.
    correction: Correction,
    /// Where the words were: what came there since, in bytes.
    place: TextRange,
    /// The words that went in one piece, and where in them the decision's began: cut and put in elsewhere they take it
    /// with them.
    piece: String,
    offset: u32,
}

impl Gone {
    /// `whole` is the decision with its words as they were, `last` as it was right before the edit that took them,
    /// which `back` would take back.
    pub(super) fn new(whole: Correction, last: &Correction, edit: &Edit, back: &Edit) -> Self {
        let range = last.at.range();
        // Where not its own words went but those that it points to, it waits at its own.
        let (place, offset) = match edit.place(range) {
            Some(range) => (range, 0),
            None => (edit.now(), range.start().saturating_sub(edit.at.start())),
        };
        let piece = if whole.at.words() == last.at.words() { back.with.clone() } else { String::new() };
        Gone { correction: whole, place, piece, offset: offset as u32 }
    }

    /// A decision about words that a later draft does not have; they would stand at this byte of it.
    pub(super) fn lost(correction: Correction, at: usize) -> Self {
        Gone { correction, place: TextRange::new(at, at), piece: String::new(), offset: 0 }
    }

    /// The decision.
    pub fn correction(&self) -> &Correction {
        &self.correction
    }

    /// Where its words were last, in bytes of the text as it is now: what came there since.
    pub fn place(&self) -> TextRange {
        self.place
    }

    /// The words nearest to where its own were: what came there since, or else the word before, or the next. None in a
    /// text without words.
    pub fn near(&self, text: &str) -> Option<TextRange> {
        let here = self.place.trim(text);
        if !here.is_empty() {
            return Some(here);
        }
        let at = self.place.start();
        let before = text[..at].trim_end();
        let word = before.len() - before.trim_end_matches(|c: char| !c.is_whitespace()).len();
        let range = match word {
            0 => {
                let rest = text[at..].trim_start();
                let start = text.len() - rest.len();
                TextRange::new(start, start + rest.find(char::is_whitespace).unwrap_or(rest.len()))
            }
            _ => TextRange::new(before.len() - word, before.len()),
        };
        (!range.is_empty()).then_some(range)
    }

    /// Keeps the place, which what comes against its edges joins.
    pub(super) fn follow(&mut self, edit: &Edit) {
        let (start, end) = (self.place.start(), self.place.end());
        let touches = edit.at.start() <= end && start <= edit.at.end();
        let moved = |at: usize| edit.position(at);
        self.place = match touches {
            true => TextRange::new(start.min(edit.at.start()), moved(end.max(edit.at.end()))),
            false => TextRange::new(moved(start), moved(end)),
        };
    }

    /// The decision at its words, if these have come back: to their place, or in the piece that was cut.
    pub(super) fn come_back(&self, text: &str, edit: &Edit) -> Option<Correction> {
        let words = self.correction.at.words();
        if !self.piece.is_empty() && edit.with == self.piece {
            let start = edit.at.start() + self.offset as usize;
            return self.at(text, TextRange::new(start, start + words.len()));
        }
        let came = self.place.of(text);
        let at = came.find(words).filter(|&at| last_place(came, words) == Some(at))?;
        let start = self.place.start() + at;
        let range = TextRange::new(start, start + words.len());
        is_apart(text, range).then(|| self.at(text, range)).flatten()
    }

    /// The decision tied to words, whose others must be there still.
    fn at(&self, text: &str, range: TextRange) -> Option<Correction> {
        let own = self.correction.at.words();
        (text.get(range.start()..range.end()) == Some(own)).then_some(())?;
        let by = |words: &Anchor| {
            if *words == self.correction.at {
                return Some(Anchor::new(text, range));
            }
            // Words inside its own, or around them, stand where they stood beside them.
            let start =
                (words.range().start() + range.start()).checked_sub(self.correction.at.range().start())?;
            let there = TextRange::new(start, start + words.words().len());
            (text.get(there.start()..there.end()) == Some(words.words())).then(|| Anchor::new(text, there))
        };
        self.correction.tied(&by)
    }
}

/// Whether words do not end inside a longer word.
fn is_apart(text: &str, range: TextRange) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let words = range.of(text);
    let before = is_letter(text[..range.start()].chars().next_back()) && is_letter(words.chars().next());
    let after = is_letter(text[range.end()..].chars().next()) && is_letter(words.chars().next_back());
    !before && !after
}

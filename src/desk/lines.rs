//! The lines of a text as it is edited, each a block of its own on the page.

use crate::text::{Edit, TextRange};
use std::ops::Range;

/// Where the lines of a text begin, in bytes. Each but the last has a line end, which is not its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lines {
    starts: Vec<u32>,
    length: u32,
}

/// Lines that an edit has changed: these of before, by so many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// The lines before the edit.
    pub old: Range<usize>,
    /// How many take their place.
    pub new: usize,
}

impl Lines {
    /// The lines of a text.
    pub fn of(text: &str) -> Self {
        let ends = text.bytes().zip(1..).filter(|(byte, _)| *byte == b'\n').map(|(_, next)| next);
        Lines { starts: std::iter::once(0).chain(ends).collect(), length: text.len() as u32 }
    }

    /// How many there are; one at least.
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// Where a line stands, without its line end.
    pub fn range(&self, line: usize) -> TextRange {
        let start = self.starts.get(line).map_or(self.length, |&start| start);
        let end = self.starts.get(line + 1).map_or(self.length, |&next| next - 1);
        TextRange::new(start as usize, end.max(start) as usize)
    }

    /// The line that holds a byte, or the end of which it is.
    pub fn at(&self, byte: usize) -> usize {
        self.starts.partition_point(|&start| start as usize <= byte).saturating_sub(1)
    }

    /// Follows an edit, and says which lines it changed.
    pub fn edit(&mut self, edit: &Edit) -> Changed {
        let old = self.at(edit.at.start())..self.at(edit.at.end()) + 1;
        let grows = edit.with.len() as i64 - edit.at.len() as i64;
        let moved = |byte: u32| (i64::from(byte) + grows) as u32;
        for start in &mut self.starts[old.end..] {
            *start = moved(*start);
        }
        self.length = moved(self.length);
        let came = edit.with.bytes().zip(edit.at.start() as u32 + 1..);
        let came: Vec<u32> = came.filter(|(byte, _)| *byte == b'\n').map(|(_, next)| next).collect();
        let new = came.len() + 1;
        self.starts.splice(old.start + 1..old.end, came);
        Changed { old, new }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lines_end_before_their_line_ends() {
        let text = "One.\n\nTwo.";
        let lines = Lines::of(text);
        let words: Vec<&str> = (0..lines.count()).map(|line| lines.range(line).of(text)).collect();
        assert_eq!(words, ["One.", "", "Two."]);
        assert_eq!([0, 4, 5, 6, 10].map(|byte| lines.at(byte)), [0, 0, 1, 2, 2]);
        assert_eq!(Lines::of("").count(), 1);
        assert_eq!(Lines::of("").range(0), TextRange::new(0, 0));
    }

    #[test]
    fn an_edit_changes_the_lines_it_touches() {
        let mut lines = Lines::of("One.\n\nTwo.\nThree.");
        let changed = lines.edit(&Edit::new(TextRange::new(2, 8), "x\ny\nz"));
        assert_eq!(changed, Changed { old: 0..3, new: 3 });
        assert_eq!(lines, Lines::of("Onx\ny\nzo.\nThree."));
    }

    proptest! {
        #[test]
        fn lines_are_those_of_the_text(text in "[ab\n]{0,20}", from in 0..21usize, length in 0..8usize, with in "[a\n]{0,5}") {
            let from = from.min(text.len());
            let edit = Edit::new(TextRange::new(from, (from + length).min(text.len())), with);
            let (mut lines, mut after) = (Lines::of(&text), text);
            let changed = lines.edit(&edit);
            edit.apply(&mut after);
            prop_assert_eq!(&lines, &Lines::of(&after));
            prop_assert!(changed.old.start + changed.new <= lines.count());
        }
    }
}

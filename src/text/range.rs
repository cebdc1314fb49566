//! The one unit of position inside Galley.

use serde::{Deserialize, Serialize};

/// A span of an article's text in UTF-8 bytes, end exclusive, on character boundaries.
///
/// ```
/// # use galley::text::TextRange;
/// let range = TextRange::new(0, 6);
/// assert_eq!(range.of("LONDON, March 3"), "LONDON");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TextRange {
    start: u32,
    end: u32,
}

impl TextRange {
    /// The range from `start` to `end`, in bytes. An `end` before `start` gives an empty range.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a range runs forward: {start}..{end}");
        let start = start as u32;
        TextRange { start, end: (end as u32).max(start) }
    }

    /// First byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// The byte after the last.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether nothing lies in the range.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The words of `text` at this range.
    pub fn of(self, text: &str) -> &str {
        &text[self.start()..self.end()]
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: TextRange) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the byte at `position` lies inside.
    pub fn holds(self, position: usize) -> bool {
        self.start() <= position && position < self.end()
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: TextRange) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest range that holds both.
    pub fn cover(self, other: TextRange) -> TextRange {
        TextRange { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The part both share, if any.
    pub fn intersect(self, other: TextRange) -> Option<TextRange> {
        let (start, end) = (self.start.max(other.start), self.end.min(other.end));
        (start < end).then_some(TextRange { start, end })
    }

    /// The range without white space at either end.
    pub fn trim(self, text: &str) -> TextRange {
        let words = self.of(text);
        let start = self.start() + (words.len() - words.trim_start().len());
        TextRange::new(start, start + words.trim().len())
    }
}

impl std::fmt::Debug for TextRange {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

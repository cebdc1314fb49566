//! Positions of a file, in the unit it counts in, as bytes of the text.

use crate::text::{OffsetMap, TextRange};
use serde_json::Value;

/// What a file counts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Unicode code points.
    CodePoints,
    /// UTF-16 units.
    Utf16,
}

/// A text and the way to its bytes.
pub struct Positions<'t> {
    map: OffsetMap<'t>,
    unit: Unit,
    length: usize,
}

impl<'t> Positions<'t> {
    /// The positions of a text.
    pub fn new(text: &'t str, unit: Unit) -> Self {
        let map = OffsetMap::new(text);
        let length = match unit {
            Unit::CodePoints => map.chars(text.len()),
            Unit::Utf16 => map.utf16(text.len()),
        };
        Positions { map, unit, length }
    }

    /// The range between two positions; none where they are outside the text or hold nothing.
    pub fn range(&self, start: usize, end: usize) -> Option<TextRange> {
        let inside = start < end && end <= self.length;
        let range = inside.then(|| TextRange::new(self.byte(start), self.byte(end)))?;
        (!range.is_empty()).then_some(range)
    }

    /// The same, of JSON's numbers.
    pub fn of_values(&self, start: Option<&Value>, end: Option<&Value>) -> Option<TextRange> {
        let number = |value: Option<&Value>| usize::try_from(value?.as_u64()?).ok();
        self.range(number(start)?, number(end)?)
    }

    /// The same, of the numbers under two keys.
    pub fn at(&self, value: &Value, start: &str, end: &str) -> Option<TextRange> {
        self.of_values(value.get(start), value.get(end))
    }

    fn byte(&self, position: usize) -> usize {
        match self.unit {
            Unit::CodePoints => self.map.byte_of_chars(position),
            Unit::Utf16 => self.map.byte_of_utf16(position),
        }
    }
}

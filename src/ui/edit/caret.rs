//! Places in the draft, as bytes of the text and as lines.

use crate::desk::Lines;
use crate::ui::dom::Caret;

/// Where a byte of the text stands.
pub fn at(lines: &Lines, byte: usize) -> Caret {
    let line = lines.at(byte);
    Caret { line, byte: byte.saturating_sub(lines.range(line).start()) }
}

/// The byte of the text at a place.
pub fn byte(lines: &Lines, caret: Option<Caret>) -> Option<usize> {
    let caret = caret?;
    let range = lines.range(caret.line);
    Some((range.start() + caret.byte).min(range.end()))
}

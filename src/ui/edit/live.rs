//! The text as it is edited.

use crate::desk::{Edits, Lines};
use crate::protocol::Revision;
use crate::ui::marked::Marked;
use crate::view::Marks;
use std::sync::Arc;

/// The text as it is edited.
#[derive(Debug, Default)]
pub struct Live {
    /// What was done to it since the page's lists followed.
    pub(super) typed: Edits,
    /// The checksum of the text that it was done to.
    pub(super) sum: u64,
    /// Counts its texts on from the sheet's.
    pub(super) revision: Revision,
    pub(super) lines: Lines,
    /// The marks there are, each moved with its words.
    pub(super) marks: Marks,
    /// Where they come from.
    pub(super) marked: Option<Arc<Marked>>,
    /// Whether that is this very text.
    pub(super) fresh: bool,
    /// The lines near the window.
    pub(super) near: std::ops::Range<usize>,
    /// Where the next letter goes on with the step before, and until when.
    pub(super) goes_on: Option<(usize, f64)>,
    /// Whether an input method composes.
    pub(super) composing: bool,
    /// Counts what happens, so that a pause is known.
    pub(super) beat: u32,
    /// Whether somebody wants to correct something once the marks have come.
    pub(super) correcting: bool,
}

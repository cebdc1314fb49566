//! A possible name, and the words it is made of.

use super::evidence::Evidence;
use super::lines::LineKind;
use crate::document::entities::Label;
use crate::document::ids::Score;
use crate::resources::{Classes, Entry};
use crate::text::TextRange;
use std::ops::Range;

/// A word or known phrase of a run.
#[derive(Clone)]
pub(super) struct Unit {
    pub tokens: Range<usize>,
    pub classes: Classes,
    /// The table's entry of a phrase or word.
    pub entry: Option<&'static Entry>,
    /// A small word between two units.
    pub joiner: bool,
}

/// A possible name, with all that speaks for each label.
pub(super) struct Piece {
    pub tokens: Range<usize>,
    /// What the tables know of the whole.
    pub classes: Classes,
    pub entry: Option<&'static Entry>,
    /// A title or role that stands beside it, as written.
    pub role: Option<TextRange>,
    /// He or she, where the title tells.
    pub male: Option<bool>,
    pub line: LineKind,
    pub evidence: Evidence,
    /// What the word tagger takes these very words for, and how sure it is.
    pub tagged: Option<(Label, Score)>,
}

//! A name with its label.

use crate::document::entities::Label;
use crate::document::ids::Score;
use crate::document::reason::Reason;
use crate::resources::{Classes, Entry};
use crate::text::TextRange;

/// A name with its label, not yet grouped.
#[derive(Clone)]
pub(super) struct Name {
    pub range: TextRange,
    pub label: Label,
    pub score: Score,
    pub why: Reason,
    pub classes: Classes,
    pub entry: Option<&'static Entry>,
    pub role: Option<TextRange>,
    pub male: Option<bool>,
    /// Of a town that is not the gazetteer's: where the text has it.
    pub elsewhere: Option<Elsewhere>,
}

/// The state or country that a text gives a town which the gazetteer has elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Elsewhere {
    /// Its ISO 3166-1 code.
    pub country: &'static str,
    /// Its name.
    pub region: &'static str,
}

//! The place line that opens agency copy.

use super::reason::Reason;
use crate::text::TextRange;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A dateline and its parts.
///
/// ```text
/// LONDON, March 3 (Reuters) - The bank said …
/// ^^^^^^  ^^^^^^^  ^^^^^^^
/// place   date     agency
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dateline {
    /// From its first character to the end of its dash.
    pub range: TextRange,
    /// The place or places with state or country, as written.
    pub place: Option<TextRange>,
    /// Each place, resolved.
    pub places: Vec<DatelinePlace>,
    /// The date as written.
    pub date: Option<TextRange>,
    /// The day it names, its year worked out.
    #[serde(with = "super::day::maybe")]
    pub day: Option<Date>,
    /// The agency's name as written, without brackets.
    pub agency: Option<TextRange>,
    /// Why.
    pub why: Reason,
}

/// One place of a dateline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DatelinePlace {
    /// The town itself, as written.
    pub range: TextRange,
    /// Its name in ordinary case.
    pub name: String,
    /// ISO 3166 code of its country.
    pub country: Option<String>,
}

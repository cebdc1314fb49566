//! Expressions of time after TimeML, and the day they are counted from.

use super::meaning::Meaning;
use super::reason::Reason;
use crate::text::TextRange;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One expression of time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Time {
    /// Where it stands.
    pub range: TextRange,
    /// Its TimeML type.
    pub kind: TimeKind,
    /// Its TimeML value; none where nothing resolves it.
    pub value: Option<String>,
    /// What it says by itself, whatever the anchor.
    pub meaning: Meaning,
    /// Why.
    pub why: Reason,
}

/// The types of TimeML.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum TimeKind {
    /// A day or longer on the calendar.
    Date,
    /// A part of a day.
    Time,
    /// A length of time.
    Duration,
    /// A repeated time.
    Set,
}

impl TimeKind {
    /// Its TimeML name.
    pub fn name(self) -> &'static str {
        match self {
            TimeKind::Date => "DATE",
            TimeKind::Time => "TIME",
            TimeKind::Duration => "DURATION",
            TimeKind::Set => "SET",
        }
    }
}

/// The day relative times are counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// The day.
    #[serde(with = "super::day")]
    pub day: Date,
    /// Who says so.
    pub basis: AnchorBasis,
    /// The words that say so; none where somebody supplied the day.
    pub range: Option<TextRange>,
}

/// Where the anchor was found, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum AnchorBasis {
    /// Supplied with the article.
    Published,
    /// The time stamp.
    Timestamp,
    /// The dateline.
    Dateline,
    /// A day that a person named, wherever it stands.
    Chosen,
}

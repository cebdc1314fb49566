//! An expression of time, as it is read.

use crate::document::meaning::{At, Meaning, Unit, When};
use crate::text::TextRange;

/// An expression, not yet resolved.
#[derive(Clone, Debug)]
pub struct Phrase {
    /// Where it stands.
    pub range: TextRange,
    /// What it says.
    pub meaning: Meaning,
}

/// Whether it is one day, and so may have a morning or an hour.
pub fn names_a_day(at: At) -> bool {
    match at.when {
        When::Day { .. } | When::NthWeekday { .. } => true,
        When::Weekday(_) | When::WeekdayOfWeek { .. } | When::Holiday { .. } => true,
        When::NthWeekdayOfOtherMonth { .. } | When::DayOfOtherMonth { .. } => true,
        When::WeekdayAndDay { .. } => true,
        When::Shift { unit, .. } => unit == Unit::Day,
        _ => false,
    }
}

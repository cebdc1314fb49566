//! What a word could mean in an expression of time.

use crate::document::meaning::{DayPart, Length, Season, Unit};

/// What a token could mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// Nothing to do with time.
    Other,
    /// "May", "Sept."
    Month(i8),
    /// "Friday", Monday = 1
    Weekday(i8),
    /// "Fri."
    ShortWeekday(i8),
    /// "Fridays"
    Weekdays(i8),
    /// "week", "years"; "fortnight" is two weeks
    Unit {
        /// Which.
        unit: Unit,
        /// How many of it one is.
        times: u8,
        /// More than one.
        plural: bool,
    },
    /// "twelve", "1,000"
    Count(u32),
    /// "1.5", in thousandths
    Decimal(u32),
    /// "several", "few", "couple", "half"
    Some,
    /// "third", "24th"
    Ordinal(u8),
    /// "09.02.2025": day, month, year
    Dotted(u8, u8, u16),
    /// "1998", "9": figures alone
    Digits {
        /// Their value.
        value: u32,
        /// How many figures.
        length: u8,
    },
    /// "1990s", "90s"
    Plural(u16),
    /// "14:10", "5:30pm", "5pm"
    Clock {
        /// 0 to 24.
        hour: u8,
        /// 0 to 59.
        minute: u8,
        /// 0 to 59, or 60 where not given.
        second: u8,
        /// Whether a.m. or p.m. is part of it.
        half: Option<Half>,
    },
    /// "noon", "midnight"
    NamedClock(u8),
    /// "morning"
    Part(DayPart),
    /// "yesterday", "tonight"
    Deictic(i8, Option<DayPart>),
    /// "last", "next", "that"
    Turn(Turn),
    /// "every", "each"
    Every,
    /// "daily"
    Repeated(Length),
    /// "nightly"
    Nightly,
    /// "summer"
    Season(Season),
    /// "now"
    Now,
    /// "future"
    Future,
    /// The first word of a holiday
    Holiday,
    /// "Q3", "H1"
    YearPart {
        /// Of three months, not six.
        quarter: bool,
        /// Which.
        nth: i8,
    },
    /// "fiscal"
    Fiscal,
    /// "FY25"
    FiscalYear(i16),
    /// "14T09:30:00Z", the end of a date of ISO 8601
    DayAndClock {
        /// 1 to 31.
        day: u8,
        /// 0 to 24.
        hour: u8,
        /// 0 to 59.
        minute: u8,
        /// 0 to 59, or 60 where not given.
        second: u8,
        /// Whether Greenwich's zone is part of it.
        zulu: bool,
    },
}

/// The halves of a day on a twelve-hour clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    /// a.m.
    Morning,
    /// p.m.
    Afternoon,
}

/// Words that choose among what comes round again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// "last", "past"
    Last,
    /// "next", "coming", "upcoming"
    Next,
    /// "this"
    This,
    /// "that", "same"
    That,
    /// "previous", "preceding"
    Previous,
    /// "following"
    Following,
}

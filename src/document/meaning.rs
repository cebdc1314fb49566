//! What an expression of time says by itself, before any anchor resolves it.
//!
//! The parser writes meanings, `resolve` turns them into TimeML values. They stay with
//! their [`super::times::Time`], so another anchor can be tried without reading the text again.

use crate::text::TextRange;
use serde::{Deserialize, Serialize};

/// What an expression says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Meaning {
    /// "Friday", "next week", "late January", "5 p.m. EST Tuesday"
    At(At),
    /// "March 3-5", "July-Sept.", "1994-95"
    Through(At, At),
    /// "three years"
    Lasting(Length),
    /// "every day", "Fridays", "twice a week"
    Every(Every),
    /// "now", "the future", "years ago"
    Vague(Vague),
}

/// A point or stretch of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct At {
    /// Which day, week, month …
    pub when: When,
    /// Which way to look for one that comes round again.
    pub lean: Lean,
    /// The word that says which way: "will", "said".
    pub cue: Option<TextRange>,
    /// Days to add in the end: −1 in "the day before last Tuesday".
    pub plus_days: i16,
    /// The part of it that is meant.
    pub detail: Detail,
}

impl At {
    /// The whole of `when`, looked for as `lean` says.
    pub fn new(when: When, lean: Lean) -> At {
        At { when, lean, cue: None, plus_days: 0, detail: Detail::Whole }
    }
}

/// Which stretch of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum When {
    /// "February 9, 2025", "Feb. 9", "Friday, Oct. 23"
    Day {
        /// The year, where given.
        year: YearOf,
        /// 1 to 12.
        month: i8,
        /// 1 to 31.
        day: i8,
        /// The weekday written beside it, Monday = 1.
        weekday: Option<i8>,
    },
    /// "January", "January 1998"
    Month {
        /// The year, where given.
        year: YearOf,
        /// 1 to 12.
        month: i8,
    },
    /// "the third quarter of 1998"
    Quarter {
        /// The year, where given.
        year: YearOf,
        /// 1 to 4.
        quarter: i8,
    },
    /// "the first half of 1998"
    Half {
        /// The year, where given.
        year: YearOf,
        /// 1 or 2.
        half: i8,
    },
    /// "last fall", "the summer of 1998"
    Season {
        /// The year, where given.
        year: YearOf,
        /// Which.
        season: Season,
    },
    /// "Thanksgiving", by its line in the table of holidays
    Holiday {
        /// The year, where given.
        year: YearOf,
        /// Its line in the table.
        line: u8,
    },
    /// "1998", "last year"
    Year(YearOf),
    /// "the 1990s" is 199
    Decade(i16),
    /// "the 20th century" is 19
    Century(i16),
    /// "Friday", Monday = 1
    Weekday(i8),
    /// "Tuesday of next week"
    WeekdayOfWeek {
        /// Monday = 1.
        weekday: i8,
        /// Weeks from the anchor's.
        weeks: i8,
    },
    /// "the first Tuesday of November"
    NthWeekday {
        /// The year, where given.
        year: YearOf,
        /// 1 to 12.
        month: i8,
        /// Monday = 1.
        weekday: i8,
        /// 1 to 5, or −1 for the last.
        nth: i8,
    },
    /// "the last Friday of next month"
    NthWeekdayOfOtherMonth {
        /// Monday = 1.
        weekday: i8,
        /// 1 to 5, or −1 for the last.
        nth: i8,
        /// Months from the anchor's.
        months: i8,
    },
    /// "the 25th"
    DayOfMonth(i8),
    /// "the 3rd of last month"
    DayOfOtherMonth {
        /// 1 to 31.
        day: i8,
        /// Months from the anchor's.
        months: i8,
    },
    /// "Saturday the 15th": of the nearest month in which they agree
    WeekdayAndDay {
        /// Monday = 1.
        weekday: i8,
        /// 1 to 31.
        day: i8,
    },
    /// "today", "next week", "two months ago"
    Shift {
        /// Counted in what.
        unit: Unit,
        /// How many.
        by: i32,
        /// From where.
        from: Base,
    },
    /// "5 p.m.": of the day spoken of
    ThatDay,
}

/// The year of a date, as the words give it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum YearOf {
    /// Not at all.
    Open,
    /// In figures.
    Given(i16),
    /// "of last year" is −1.
    Relative(i8),
    /// Of a day known by its date alone ("the Sept. 11 attacks"), unless the article is older.
    Known(i16),
}

/// Which way to look for something that comes round again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lean {
    /// The sentence tells of the past: the last one, the anchor's own included.
    Past,
    /// The sentence looks ahead: the next one, the anchor's own included.
    Future,
    /// Nothing tells.
    Unknown,
    /// The nearest, as in a dateline.
    Near,
    /// "last Friday": never the anchor's own.
    Last,
    /// "next Friday": never the anchor's own.
    Next,
    /// "this March": that of the same year; "this Friday" that of the week ahead.
    This,
}

/// From where a shift is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Base {
    /// The article's day.
    Anchor,
    /// The date spoken of last: "the following day".
    Mentioned,
}

/// Units of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Unit {
    /// Second.
    Second,
    /// Minute.
    Minute,
    /// Hour.
    Hour,
    /// Day.
    Day,
    /// Saturday and Sunday.
    Weekend,
    /// Monday to Sunday.
    Week,
    /// Month.
    Month,
    /// Three months.
    Quarter,
    /// Year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

/// The seasons, in TimeML's spelling.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Season {
    /// SP
    Spring,
    /// SU
    Summer,
    /// FA
    Fall,
    /// WI
    Winter,
}

/// The part of a day or longer that is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Detail {
    /// All of it.
    Whole,
    /// "morning", "night"
    Part(DayPart),
    /// "5 p.m. EST"
    Clock(Clock),
    /// "the week of March 6"
    ItsWeek,
    /// "the weekend of March 6"
    ItsWeekend,
}

/// Parts of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DayPart {
    /// MO
    Morning,
    /// AF
    Afternoon,
    /// EV
    Evening,
    /// NI
    Night,
}

/// A time on the clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock {
    /// 0 to 24.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 59, where given.
    pub second: Option<u8>,
    /// Where given.
    pub zone: Option<Zone>,
}

/// A time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Zone {
    /// Minutes ahead of Greenwich.
    pub minutes: i16,
    /// "ET": an hour more while summer time is kept.
    pub summer: Summer,
}

/// Who keeps the summer time of a zone that has one name for both halves of the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Summer {
    /// Nobody, or the name tells it: "EDT".
    No,
    /// The United States.
    States,
    /// Europe.
    Europe,
}

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Length {
    /// Counted in what.
    pub unit: Unit,
    /// How many, in thousandths; none for "several".
    pub thousandths: Option<u32>,
}

/// What comes round again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Every {
    /// "every two weeks", "daily"
    Length(Length),
    /// "Fridays", Monday = 1
    Weekday(i8),
    /// "every March"
    Month(i8),
    /// "every morning"
    Part(DayPart),
    /// "open Monday to Friday"
    Days {
        /// The first weekday, Monday = 1.
        first: i8,
        /// The last.
        last: i8,
    },
    /// "8am on Sundays", "nightly at 11.15pm", "Tuesday-Sunday, 10am-5pm"
    Hours {
        /// The weekday, where one is named with it.
        weekday: Option<i8>,
        /// When it begins, or when it is.
        from: Clock,
        /// When it ends, where that is told.
        to: Option<Clock>,
    },
}

/// What names no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Vague {
    /// "now"
    Present,
    /// "years ago"
    Past,
    /// "the future"
    Future,
    /// "days later"
    Open,
}

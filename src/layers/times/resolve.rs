//! From what an expression says to its TimeML value, counted from an anchor.

use super::calendar::{add, add_days, monday, quarter};
use super::cycles;
use super::holidays;
use super::meaning::{
    At, Base, Clock, DayPart, Detail, Every, Lean, Length, Meaning, Season, Unit, Vague, When, YearOf, Zone,
};
use jiff::civil::Date;

/// The days an expression may be counted from.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context {
    /// The article's day.
    pub anchor: Option<Date>,
    /// The last day spoken of.
    pub day: Option<Date>,
    /// The first day of whatever was spoken of last.
    pub any: Option<Date>,
    /// The day spoken of just before, for a time of day by itself.
    pub beside: Option<Date>,
}

/// A point found on the calendar.
#[derive(Clone, Debug)]
pub struct Point {
    /// In TimeML's spelling.
    pub value: String,
    /// Its first day.
    pub first: Date,
    /// Whether it is a day or a part of one.
    pub is_day: bool,
}

/// The value of an expression, and the point it names, if any.
pub fn value(meaning: &Meaning, context: &Context) -> (Option<String>, Option<Point>) {
    match meaning {
        Meaning::At(at) => {
            let point = point(at, context);
            (point.as_ref().map(|point| point.value.clone()), point)
        }
        Meaning::Through(first, last) => through(first, last, context),
        Meaning::Lasting(length) => (Some(period(length)), None),
        Meaning::Every(every) => (Some(repeated(every)), None),
        Meaning::Vague(vague) => (vague_value(*vague), None),
    }
}

/// "2025-03-03/2025-03-05", an interval of ISO 8601.
fn through(first: &At, last: &At, context: &Context) -> (Option<String>, Option<Point>) {
    let Some(from) = point(first, context) else { return (None, None) };
    let after_first = Context { anchor: Some(from.first), ..*context };
    let last = At { lean: Lean::Future, ..*last };
    let value = point(&last, &after_first).map(|to| format!("{}/{}", from.value, to.value));
    (value, Some(from))
}

fn vague_value(vague: Vague) -> Option<String> {
    let value = match vague {
        Vague::Present => "PRESENT_REF",
        Vague::Past => "PAST_REF",
        Vague::Future => "FUTURE_REF",
        Vague::Open => return None,
    };
    Some(value.to_owned())
}

fn point(at: &At, context: &Context) -> Option<Point> {
    let (first, unit) = stretch(at, context)?;
    let first = add_days(first, i64::from(at.plus_days))?;
    let is_day = unit == Unit::Day;
    let value = match (at.detail, at.when) {
        (Detail::Whole, When::Season { season, .. }) => {
            format!("{:04}-{}", first.year(), season_code(season))
        }
        (Detail::Whole, When::Half { half, .. }) => format!("{:04}-H{half}", first.year()),
        (Detail::Whole, _) => stretch_value(first, unit)?,
        (Detail::Part(part), _) => format!("{first}T{}", part_code(part)),
        (Detail::Clock(clock), _) => format!("{first}T{}", clock_value(clock, first)),
        (Detail::ItsWeek, _) => week(first),
        (Detail::ItsWeekend, _) => week(first) + "-WE",
    };
    Some(Point { value, first, is_day })
}

/// The first day of what is meant, and how long it is.
fn stretch(at: &At, context: &Context) -> Option<(Date, Unit)> {
    // With its year written out a date needs no anchor; any day serves in its place.
    let anchor = if stands_alone(at.when) { Some(Date::constant(2000, 1, 1)) } else { context.anchor };
    let in_year = |year, month, months| {
        let year = cycles::part_of_year(anchor?, year, at.lean, month, months)?;
        Date::new(year, month, 1).ok()
    };
    match at.when {
        When::Day { year, month, day, weekday } => {
            Some((month_day(anchor?, year, at.lean, month, day, weekday)?, Unit::Day))
        }
        When::Month { year, month } => Some((in_year(year, month, 1)?, Unit::Month)),
        When::Quarter { year, quarter } => {
            Some((in_year(year, quarter.clamp(1, 4) * 3 - 2, 3)?, Unit::Quarter))
        }
        When::Half { year, half } => Some((in_year(year, if half == 1 { 1 } else { 7 }, 6)?, Unit::Year)),
        When::Season { year, season } => {
            Some((in_year(year, cycles::season_begins(season), 3)?, Unit::Quarter))
        }
        When::Holiday { year, line } => {
            Some((cycles::yearly(anchor?, year, at.lean, |year| holidays::day(line, year))?, Unit::Day))
        }
        When::Year(YearOf::Given(year)) => Some((Date::new(year, 1, 1).ok()?, Unit::Year)),
        When::Year(YearOf::Relative(by)) => Some((add(anchor?, Unit::Year, i32::from(by))?, Unit::Year)),
        When::Year(YearOf::Open) => None,
        When::Decade(decade) => Some((Date::new(decade.checked_mul(10)?, 1, 1).ok()?, Unit::Decade)),
        When::Century(century) => Some((Date::new(century.checked_mul(100)?, 1, 1).ok()?, Unit::Century)),
        When::Weekday(weekday) => Some((cycles::weekday(anchor?, weekday, at.lean)?, Unit::Day)),
        When::WeekdayOfWeek { weekday, weeks } => {
            let days = i64::from(weeks) * 7 + i64::from(weekday) - 1;
            Some((add_days(monday(anchor?)?, days)?, Unit::Day))
        }
        When::NthWeekday { year, month, weekday, nth } => {
            let weekday = jiff::civil::Weekday::from_monday_one_offset(weekday).ok()?;
            Some((in_year(year, month, 1)?.nth_weekday_of_month(nth, weekday).ok()?, Unit::Day))
        }
        When::DayOfMonth(day) => Some((day_of_month(anchor?, day, at.lean)?, Unit::Day)),
        When::Shift { unit, by, from } => shifted(at, unit, by, from, context),
        When::ThatDay => Some((context.beside.or(anchor)?, Unit::Day)),
    }
}

fn stands_alone(when: When) -> bool {
    let year = match when {
        When::Day { year, .. }
        | When::Month { year, .. }
        | When::Quarter { year, .. }
        | When::Half { year, .. }
        | When::Season { year, .. }
        | When::NthWeekday { year, .. }
        | When::Holiday { year, .. } => year,
        _ => return false,
    };
    matches!(year, YearOf::Given(_))
}

/// A day whose weekday is written beside it lies in the nearest year in which the two agree.
fn month_day(
    anchor: Date,
    year: YearOf,
    lean: Lean,
    month: i8,
    day: i8,
    weekday: Option<i8>,
) -> Option<Date> {
    let in_year = |year| Date::new(year, month, day).ok();
    let agrees = |date: &Date| weekday.is_none_or(|weekday| date.weekday().to_monday_one_offset() == weekday);
    if weekday.is_some() && year == YearOf::Open {
        let agreeing = |year: i16| in_year(year).filter(|date| agrees(date));
        let years = (-1..=1).filter_map(|by| agreeing(anchor.year().checked_add(by)?));
        if let Some(date) = years.min_by_key(|&date| super::calendar::days_between(anchor, date).abs()) {
            return Some(date);
        }
    }
    cycles::yearly(anchor, year, lean, in_year)
}

fn day_of_month(anchor: Date, day: i8, lean: Lean) -> Option<Date> {
    let in_month = |by| {
        let month = super::calendar::add_months(anchor.first_of_month(), by)?;
        Date::new(month.year(), month.month(), day).ok()
    };
    let before = || (-2..=0).rev().filter_map(in_month).find(|&date| date <= anchor);
    let after = || (0..=2).filter_map(in_month).find(|&date| date >= anchor);
    if lean == Lean::Future { after() } else { before().or_else(after) }
}

fn shifted(at: &At, unit: Unit, by: i32, from: Base, context: &Context) -> Option<(Date, Unit)> {
    let base = match (from, unit) {
        (Base::Anchor, _) => context.anchor?,
        (Base::Mentioned, Unit::Day | Unit::Week) => context.day.or(context.any)?,
        (Base::Mentioned, _) => context.any?,
    };
    let by = if unit == Unit::Weekend { by + weekend_shift(base, by, at.lean) } else { by };
    Some((add(base, unit, by)?, unit))
}

/// "over the weekend" on a Monday is the one just past.
fn weekend_shift(anchor: Date, by: i32, lean: Lean) -> i32 {
    let is_weekend = anchor.weekday().to_monday_one_offset() >= 6;
    let past = by == 0 && matches!(lean, Lean::Past | Lean::Unknown) && !is_weekend;
    -i32::from(past)
}

/// A whole unit in TimeML's spelling.
fn stretch_value(first: Date, unit: Unit) -> Option<String> {
    let year = first.year();
    Some(match unit {
        Unit::Second | Unit::Minute | Unit::Hour => return None,
        Unit::Day => first.to_string(),
        Unit::Week => week(first),
        Unit::Weekend => week(first) + "-WE",
        Unit::Month => format!("{year:04}-{:02}", first.month()),
        Unit::Quarter => format!("{year:04}-Q{}", quarter(first)),
        Unit::Year => format!("{year:04}"),
        Unit::Decade => format!("{:03}X", year.div_euclid(10)),
        Unit::Century => format!("{:02}XX", year.div_euclid(100)),
    })
}

/// "2025-W07"
fn week(day: Date) -> String {
    let week = day.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}

fn season_code(season: Season) -> &'static str {
    match season {
        Season::Spring => "SP",
        Season::Summer => "SU",
        Season::Fall => "FA",
        Season::Winter => "WI",
    }
}

fn part_code(part: DayPart) -> &'static str {
    match part {
        DayPart::Morning => "MO",
        DayPart::Afternoon => "AF",
        DayPart::Evening => "EV",
        DayPart::Night => "NI",
    }
}

/// "14:10+09:00"
fn clock_value(clock: Clock, day: Date) -> String {
    let mut value = format!("{:02}:{:02}", clock.hour, clock.minute);
    if let Some(second) = clock.second {
        value += &format!(":{second:02}");
    }
    value + &clock.zone.map_or(String::new(), |zone| zone_value(zone, day))
}

fn zone_value(zone: Zone, day: Date) -> String {
    let summer = zone.us_summer && is_us_summer(day);
    let minutes = zone.minutes + i16::from(summer) * 60;
    let sign = if minutes < 0 { '-' } else { '+' };
    match minutes.abs() {
        0 => "Z".to_owned(),
        ahead => format!("{sign}{:02}:{:02}", ahead / 60, ahead % 60),
    }
}

/// Since 2007: from the second Sunday of March to the first of November (15 U.S.C. § 260a).
fn is_us_summer(day: Date) -> bool {
    let sunday = |month, n| {
        Date::new(day.year(), month, 1)
            .and_then(|first| first.nth_weekday_of_month(n, jiff::civil::Weekday::Sunday))
    };
    match (sunday(3, 2), sunday(11, 1)) {
        (Ok(from), Ok(to)) => from <= day && day < to,
        _ => false,
    }
}

/// "P3Y", "PT5H30M", "PXW".
fn period(length: &Length) -> String {
    let (letter, times, clock) = match length.unit {
        Unit::Second => ("S", 1, true),
        Unit::Minute => ("M", 1, true),
        Unit::Hour => ("H", 1, true),
        Unit::Day => ("D", 1, false),
        Unit::Weekend => ("D", 2, false),
        Unit::Week => ("W", 1, false),
        Unit::Month => ("M", 1, false),
        Unit::Quarter => ("M", 3, false),
        Unit::Year => ("Y", 1, false),
        Unit::Decade => ("Y", 10, false),
        Unit::Century => ("Y", 100, false),
    };
    let time = if clock { "T" } else { "" };
    let Some(thousandths) = length.thousandths else { return format!("P{time}X{letter}") };
    let thousandths = u64::from(thousandths) * times;
    let (whole, part) = (thousandths / 1000, thousandths % 1000);
    match (length.unit, whole, part) {
        (_, _, 0) => format!("P{time}{whole}{letter}"),
        (Unit::Hour, 0, 500) => "PT30M".to_owned(),
        (Unit::Hour, _, 500) => format!("PT{whole}H30M"),
        _ => format!("P{time}{whole}.{}{letter}", format!("{part:03}").trim_end_matches('0')),
    }
}

fn repeated(every: &Every) -> String {
    match every {
        Every::Length(length) => period(length),
        Every::Weekday(day) => format!("XXXX-WXX-{day}"),
        Every::Month(month) => format!("XXXX-{month:02}"),
        Every::Part(part) => format!("XXXX-XX-XXT{}", part_code(*part)),
    }
}

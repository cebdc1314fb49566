//! From what an expression says to its TimeML value, counted from an anchor.

use super::calendar::{add, add_days, monday};
use super::cycles;
use super::holidays;
use super::values::{clock_value, part_code, period, repeated, season_code, stretch_value, week};
use crate::document::meaning::{At, Base, Detail, Lean, Meaning, Unit, Vague, When, YearOf};
use jiff::civil::Date;

/// The days an expression may be counted from.
#[derive(Clone, Copy, Debug, Default)]
pub struct Context {
    /// The article's day.
    pub anchor: Option<Date>,
    /// The last day spoken of.
    pub day: Option<Date>,
    /// The first day of whatever was spoken of last, and how long it is.
    pub any: Option<(Date, Unit)>,
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
    /// Which unit of the calendar it is, or the one it is a part of.
    pub unit: Unit,
    /// Whether what follows may be counted from it: not what was only compared with.
    pub leads_on: bool,
}

impl Point {
    /// Whether it is a day or a part of one.
    pub fn is_day(&self) -> bool {
        self.unit == Unit::Day
    }
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
    if let (When::Weekday(_), When::Weekday(_), Lean::Past) = (first.when, last.when, first.lean) {
        return past_days(first, last, context);
    }
    let Some(from) = point(first, context) else { return (None, None) };
    let after_first = Context { anchor: Some(from.first), ..*context };
    let last = At { lean: Lean::Future, ..*last };
    let value = point(&last, &after_first).map(|to| format!("{}/{}", from.value, to.value));
    (value, Some(from))
}

/// "met Monday through Friday": the last such Friday, and the Monday before it.
fn past_days(first: &At, last: &At, context: &Context) -> (Option<String>, Option<Point>) {
    let ends = point(last, context);
    let before = Context { anchor: ends.as_ref().map(|ends| ends.first), ..*context };
    let begins = point(first, &before);
    let value = begins.as_ref().zip(ends).map(|(from, to)| format!("{}/{}", from.value, to.value));
    (value, begins)
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
    let leads_on = !(is_compared(at) && unit >= Unit::Month);
    let unit_of = if matches!(at.when, When::Season { .. }) { Unit::Year } else { unit };
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
    Some(Point { value, first, unit: unit_of, leads_on })
}

/// The first day of what is meant, and how long it is.
fn stretch(at: &At, context: &Context) -> Option<(Date, Unit)> {
    // With its year written out a date needs no anchor; any day serves in its place.
    let anchor = match at.when {
        When::Day { year: YearOf::Known(year), .. } => context.anchor.or(Date::new(year, 12, 31).ok()),
        when if stands_alone(when) => Some(Date::constant(2000, 1, 1)),
        _ => context.anchor,
    };
    let results = matches!(at.when, When::Quarter { .. } | When::Half { .. });
    let in_year = |year, month, months| {
        let year = cycles::part_of_year(anchor?, year, at.lean, month, months, results)?;
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
        When::Year(YearOf::Open | YearOf::Known(_)) => None,
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
        When::NthWeekdayOfOtherMonth { weekday, nth, months } => {
            let weekday = jiff::civil::Weekday::from_monday_one_offset(weekday).ok()?;
            Some((in_month(anchor?, months.into(), 1)?.nth_weekday_of_month(nth, weekday).ok()?, Unit::Day))
        }
        When::DayOfMonth(day) => Some((day_of_month(anchor?, day, at.lean)?, Unit::Day)),
        When::DayOfOtherMonth { day, months } => Some((in_month(anchor?, months.into(), day)?, Unit::Day)),
        When::WeekdayAndDay { weekday, day } => Some((agreeing_day(anchor?, weekday, day)?, Unit::Day)),
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

/// A day further off than this, in days, is looked for in the year in which its weekday is right.
const NEAR: i64 = 60;

/// A day whose weekday is written beside it lies in the nearest year in which the two agree, on the side that the
/// tense looks at. A day that lies close by is meant all the same: somebody mistook the weekday.
fn month_day(
    anchor: Date,
    year: YearOf,
    lean: Lean,
    month: i8,
    day: i8,
    weekday: Option<i8>,
) -> Option<Date> {
    let in_year = |year| Date::new(year, month, day).ok();
    let plain = cycles::yearly(anchor, year, lean, in_year);
    let Some(weekday) = weekday.filter(|_| year == YearOf::Open) else { return plain };
    let away = |date: Date| super::calendar::days_between(anchor, date);
    let agrees = |date: &Date| date.weekday().to_monday_one_offset() == weekday;
    let looked_at = |date: &Date| match lean {
        Lean::Past => away(*date) <= 0,
        Lean::Future => away(*date) >= 0,
        _ => true,
    };
    let years = || (-1..=1).filter_map(|by| in_year(anchor.year().checked_add(by)?));
    let nearest = years().filter(looked_at).min_by_key(|&date| away(date).abs());
    let close = nearest.filter(|&date| away(date).abs() <= NEAR);
    let agreeing = || years().filter(agrees).filter(looked_at).min_by_key(|&date| away(date).abs());
    let elsewhere = || years().filter(agrees).min_by_key(|&date| away(date).abs());
    close.or_else(agreeing).or_else(elsewhere).or(plain)
}

/// The day of the month so many months from the anchor's.
fn in_month(anchor: Date, months: i64, day: i8) -> Option<Date> {
    let month = super::calendar::add_months(anchor.first_of_month(), months)?;
    Date::new(month.year(), month.month(), day).ok()
}

/// The nearest such day of a month that is such a weekday, half a year either way.
fn agreeing_day(anchor: Date, weekday: i8, day: i8) -> Option<Date> {
    let agrees = |date: &Date| date.weekday().to_monday_one_offset() == weekday;
    let days = (-6..=6).filter_map(|by| in_month(anchor, by, day)).filter(agrees);
    days.min_by_key(|&date| super::calendar::days_between(anchor, date).abs())
}

fn day_of_month(anchor: Date, day: i8, lean: Lean) -> Option<Date> {
    let in_month = |by| in_month(anchor, by, day);
    let before = || (-2..=0).rev().filter_map(in_month).find(|&date| date <= anchor);
    let after = || (0..=2).filter_map(in_month).find(|&date| date >= anchor);
    if lean == Lean::Future { after() } else { before().or_else(after) }
}

fn shifted(at: &At, unit: Unit, by: i32, from: Base, context: &Context) -> Option<(Date, Unit)> {
    let any = context.any.map(|(first, _)| first);
    let base = match (from, unit) {
        (Base::Anchor, _) => context.anchor?,
        (Base::Mentioned, Unit::Day | Unit::Week) => context.day.or(any)?,
        (Base::Mentioned, _) if by < 0 => any.or(context.anchor)?,
        (Base::Mentioned, _) => any?,
    };
    let by = if unit == Unit::Weekend { by + weekend_shift(base, by, at.lean) } else { by };
    // "January … a year earlier" is January again.
    let part = context.any.map(|(_, part)| part).filter(|part| matches!(part, Unit::Month | Unit::Quarter));
    let again = part.filter(|_| is_compared(at) && unit == Unit::Year);
    Some((add(base, unit, by)?, again.unwrap_or(unit)))
}

/// "a year earlier", with which something is compared; not "the previous year", of which more is told.
fn is_compared(at: &At) -> bool {
    let earlier = matches!(at.when, When::Shift { by: ..0, from: Base::Mentioned, .. });
    earlier && at.lean == Lean::Unknown
}

/// "over the weekend" on a Monday is the one just past.
fn weekend_shift(anchor: Date, by: i32, lean: Lean) -> i32 {
    let is_weekend = anchor.weekday().to_monday_one_offset() >= 6;
    let past = by == 0 && matches!(lean, Lean::Past | Lean::Unknown) && !is_weekend;
    -i32::from(past)
}

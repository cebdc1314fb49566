//! Steps on the calendar that never fail out loud: off its ends there is no day.

use crate::document::meaning::Unit;
use jiff::Span;
use jiff::civil::Date;

/// The day so many days on.
pub fn add_days(day: Date, days: i64) -> Option<Date> {
    day.checked_add(Span::new().try_days(days).ok()?).ok()
}

/// The same day so many months on, or the month's last.
pub fn add_months(day: Date, months: i64) -> Option<Date> {
    day.checked_add(Span::new().try_months(months).ok()?).ok()
}

/// The same day so many units on; none for parts of a day.
pub fn add(day: Date, unit: Unit, by: i32) -> Option<Date> {
    let by = i64::from(by);
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => None,
        Unit::Day => add_days(day, by),
        Unit::Week | Unit::Weekend => add_days(day, by * 7),
        Unit::Month => add_months(day, by),
        Unit::Quarter => add_months(day, by * 3),
        Unit::Year => add_months(day, by * 12),
        Unit::Decade => add_months(day, by * 120),
        Unit::Century => add_months(day, by * 1200),
    }
}

/// Days from the first to the second.
pub fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}

/// Monday of the day's week.
pub fn monday(day: Date) -> Option<Date> {
    add_days(day, -i64::from(day.weekday().to_monday_zero_offset()))
}

/// The quarter a day lies in, 1 to 4.
pub fn quarter(day: Date) -> i8 {
    (day.month() - 1) / 3 + 1
}

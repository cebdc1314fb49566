//! TimeML's spelling of values: "2025-W07", "2025-02-08TNI", "14:10+09:00", "P3Y".

use super::calendar::quarter;
use crate::document::meaning::{Clock, DayPart, Every, Length, Season, Summer, Unit, Zone};
use jiff::civil::Date;

/// A whole unit in TimeML's spelling.
pub fn stretch_value(first: Date, unit: Unit) -> Option<String> {
    let year = first.year();
    Some(match unit {
        Unit::Second | Unit::Minute | Unit::Hour => return None,
        Unit::Day => format!("{year:04}-{:02}-{:02}", first.month(), first.day()),
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
pub fn week(day: Date) -> String {
    let week = day.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}

pub fn season_code(season: Season) -> &'static str {
    match season {
        Season::Spring => "SP",
        Season::Summer => "SU",
        Season::Fall => "FA",
        Season::Winter => "WI",
    }
}

pub fn part_code(part: DayPart) -> &'static str {
    match part {
        DayPart::Morning => "MO",
        DayPart::Afternoon => "AF",
        DayPart::Evening => "EV",
        DayPart::Night => "NI",
    }
}

/// "14:10+09:00"
pub fn clock_value(clock: Clock, day: Date) -> String {
    let mut value = format!("{:02}:{:02}", clock.hour, clock.minute);
    if let Some(second) = clock.second {
        value += &format!(":{second:02}");
    }
    value + &clock.zone.map_or(String::new(), |zone| zone_value(zone, day))
}

fn zone_value(zone: Zone, day: Date) -> String {
    let summer = match zone.summer {
        Summer::No => false,
        Summer::States => is_us_summer(day),
        Summer::Europe => is_european_summer(day),
    };
    let minutes = zone.minutes + i16::from(summer) * 60;
    let sign = if minutes < 0 { '-' } else { '+' };
    match minutes.abs() {
        0 => "Z".to_owned(),
        ahead => format!("{sign}{:02}:{:02}", ahead / 60, ahead % 60),
    }
}

/// Since 2007: from the second Sunday of March to the first of November (15 U.S.C. § 260a).
fn is_us_summer(day: Date) -> bool {
    is_between(day, sunday(day, 3, 2), sunday(day, 11, 1))
}

/// Since 1996: from the last Sunday of March to the last of October (Directive 2000/84/EC).
fn is_european_summer(day: Date) -> bool {
    is_between(day, sunday(day, 3, -1), sunday(day, 10, -1))
}

/// The `nth` Sunday of a month in the year of a day.
fn sunday(day: Date, month: i8, nth: i8) -> Option<Date> {
    let first = Date::new(day.year(), month, 1).ok()?;
    first.nth_weekday_of_month(nth, jiff::civil::Weekday::Sunday).ok()
}

fn is_between(day: Date, from: Option<Date>, to: Option<Date>) -> bool {
    from.is_some_and(|from| from <= day) && to.is_some_and(|to| day < to)
}

/// "P3Y", "PT5H30M", "PXW".
pub fn period(length: &Length) -> String {
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

pub fn repeated(every: &Every) -> String {
    match every {
        Every::Length(length) => period(length),
        Every::Weekday(day) => format!("XXXX-WXX-{day}"),
        Every::Month(month) => format!("XXXX-{month:02}"),
        Every::Part(part) => format!("XXXX-XX-XXT{}", part_code(*part)),
        Every::Days { first, last } => format!("XXXX-WXX-{first}/XXXX-WXX-{last}"),
        Every::Hours { weekday, from, to } => {
            let day = weekday.map_or("XXXX-XX-XX".to_owned(), |day| format!("XXXX-WXX-{day}"));
            let hour = |clock: &Clock| format!("{day}T{}", clock_value(*clock, Date::constant(2000, 1, 1)));
            let end = to.as_ref().map_or(String::new(), |to| "/".to_owned() + &hour(to));
            hour(from) + &end
        }
    }
}

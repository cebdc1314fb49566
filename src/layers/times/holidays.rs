//! Days that have names: the table of holidays, and the day each falls on in a year.

use super::reader::Reader;
use jiff::civil::{Date, Weekday};
use std::sync::OnceLock;

const HOLIDAYS: &str = include_str!("../../resources/holidays.tsv");

/// When a holiday is kept.
#[derive(Clone, Copy, Debug)]
enum Kept {
    /// The same day every year.
    On(i8, i8),
    /// The n-th such weekday of a month; −1 the last.
    Nth(i8, Weekday, i8),
    /// The first Tuesday after the first Monday.
    DayAfterNth(i8, Weekday, i8),
    /// Days from Easter.
    Easter(i64),
    /// By another calendar: the days of the years the table knows.
    Listed(&'static str),
}

fn table() -> &'static [(&'static str, Kept)] {
    static TABLE: OnceLock<Vec<(&'static str, Kept)>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let lines = HOLIDAYS.lines().filter(|line| !line.starts_with('#'));
        lines
            .filter_map(|line| line.split_once('\t').and_then(|(name, when)| Some((name, kept(when)?))))
            .collect()
    })
}

fn kept(rule: &'static str) -> Option<Kept> {
    if let Some(days) = rule.strip_prefix("easter ") {
        return Some(Kept::Easter(days.parse().ok()?));
    }
    if let Some(days) = rule.strip_prefix("days ") {
        return Some(Kept::Listed(days));
    }
    if let Some((month, day)) = rule.split_once('-') {
        return Some(Kept::On(month.parse().ok()?, day.parse().ok()?));
    }
    let cells: Vec<&str> = rule.split(' ').collect();
    let month = cells.first()?.parse().ok()?;
    match cells[1..] {
        [name, "last"] => Some(Kept::Nth(month, weekday(name)?, -1)),
        [name, n] => Some(Kept::Nth(month, weekday(name)?, n.parse().ok()?)),
        [_, "after", name, n] => Some(Kept::DayAfterNth(month, weekday(name)?, n.parse().ok()?)),
        _ => None,
    }
}

fn weekday(name: &str) -> Option<Weekday> {
    match name {
        "monday" => Some(Weekday::Monday),
        "tuesday" => Some(Weekday::Tuesday),
        "thursday" => Some(Weekday::Thursday),
        "friday" => Some(Weekday::Friday),
        "sunday" => Some(Weekday::Sunday),
        _ => None,
    }
}

/// Reads a holiday's name; gives its line in the table and the token after it.
pub fn read(r: &Reader, at: usize) -> Option<(u8, usize)> {
    let rest = r.text.get(r.token(at)?.start()..)?.as_bytes();
    let opens = |name: &str| {
        rest.get(..name.len()).is_some_and(|head| head.eq_ignore_ascii_case(name.as_bytes()))
            && !rest.get(name.len()).is_some_and(u8::is_ascii_alphanumeric)
    };
    let line = table().iter().position(|(name, _)| opens(name))?;
    let end = r.token(at)?.start() + table()[line].0.len();
    let next = (at..r.to).find(|&i| r.tokens[i].end() >= end)?;
    let capital = r.capital(at) && r.tokens[next].end() == end;
    capital.then_some((line as u8, next + 1))
}

/// The day a holiday falls on.
pub fn day(line: u8, year: i16) -> Option<Date> {
    match table().get(line as usize)?.1 {
        Kept::On(month, day) => Date::new(year, month, day).ok(),
        Kept::Nth(month, weekday, n) => nth(year, month, weekday, n),
        Kept::DayAfterNth(month, weekday, n) => nth(year, month, weekday, n)?.tomorrow().ok(),
        Kept::Listed(days) => {
            let days = days.split(' ').filter_map(crate::text::days::read);
            days.into_iter().find(|day| day.year() == year)
        }
        Kept::Easter(days) => super::calendar::add_days(easter(year)?, days),
    }
}

fn nth(year: i16, month: i8, weekday: Weekday, n: i8) -> Option<Date> {
    Date::new(year, month, 1).ok()?.nth_weekday_of_month(n, weekday).ok()
}

/// Easter Sunday by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8).
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y.rem_euclid(19), y.div_euclid(100), y.rem_euclid(100));
    let (d, e) = (b / 4, b % 4);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - d - g + 15).rem_euclid(30);
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k).rem_euclid(7);
    let m = (a + 11 * h + 19 * l) / 433;
    let month = (h + l - 7 * m + 90) / 25;
    let day = (h + l - 7 * m + 33 * month + 19).rem_euclid(32);
    Date::new(year, month as i8, day as i8).ok()
}

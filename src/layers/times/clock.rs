//! Times of day: "5 p.m. EST", "14:10 JST", "noon", "1430 GMT", "half past nine", "9-11 a.m."

use super::reader::Reader;
use super::word::{Half, Word};
use super::zones;
use crate::document::meaning::Clock;

/// Reads a time of day with its zone; gives the token after it.
///
/// ```text
/// polls close at 5 p.m. EST Tuesday
///                ^^^^^^^^^^
/// ```
///
/// Figures with a colon alone ("2:10") may be a score or a verse, so they need a
/// half of the day, a zone, or a word such as "at" before them.
pub fn read(r: &Reader, at: usize) -> Option<(Clock, usize)> {
    let (hour, minute, second, half, next) = figures(r, at)?;
    let (half, next) = match half {
        Some(half) => (Some(half), next),
        None => half_after(r, next),
    };
    let (zone, next) = match zones::read(r, next) {
        Some((zone, next)) => (Some(zone), next),
        None => (None, next),
    };
    let four = matches!(r.word(at), Word::Digits { length: 4, .. });
    if four && zone.is_none() && r.any(next, &["hours", "hrs", "h"]) && r.any(r.back(at, 1), LEADS) {
        return Some((Clock { hour, minute, second, zone }, next + 1));
    }
    let named = matches!(r.word(at), Word::NamedClock(_)) || r.any(at, &["half", "quarter"]);
    let certain = half.is_some() || zone.is_some() || named;
    if !certain && (four || !stands_like_a_clock(r, at, next)) {
        return None;
    }
    let clock = Clock { hour: on_24_hours(hour, half), minute, second, zone };
    Some((clock, next))
}

/// "9-11 a.m.", "7.30 to 9pm": the half of the day is told at the end only; "10am-5pm", "noon-8pm".
pub fn range(r: &Reader, at: usize) -> Option<(Clock, Clock, usize)> {
    let whole = matches!(r.word(at), Word::Clock { half: Some(_), .. } | Word::NamedClock(_));
    if whole && r.hyphen(at + 1) {
        let (first, last) = (read(r, at)?.0, read(r, at + 2)?);
        return Some((Clock { zone: last.0.zone, ..first }, last.0, last.1));
    }
    let (hour, minute) = match r.word(at) {
        Word::Digits { value: hour @ 1..=12, length: 1..=2 } => (hour as u8, 0),
        Word::Clock { hour: hour @ 1..=12, minute, second: 60, half: None } => (hour, minute),
        Word::Decimal(n) if n % 10 == 0 && n / 10 % 100 < 60 && (1000..13_000).contains(&n) => {
            ((n / 1000) as u8, (n / 10 % 100) as u8)
        }
        _ => return None,
    };
    let joins = r.dash(at + 1) || r.is(at + 1, "to");
    let halved =
        matches!(r.word(at + 2), Word::Clock { half: Some(_), .. }) || half_after(r, at + 3).0.is_some();
    let (last, next) = read(r, at + 2).filter(|_| joins && halved)?;
    let same = if last.hour < 12 { hour % 12 } else { hour % 12 + 12 };
    let hour = if (same, minute) < (last.hour, last.minute) { same } else { hour % 12 };
    let first = Clock { hour, minute, second: None, zone: last.zone };
    ((hour, minute) < (last.hour, last.minute)).then_some((first, last, next))
}

/// Figures with a colon right after a full date: "2025/02/09 14:10".
pub fn after_date(r: &Reader, at: usize) -> Option<(Clock, usize)> {
    match r.word(at) {
        Word::Clock { hour, minute, second, half: None } => {
            Some((Clock { hour, minute, second: (second < 60).then_some(second), zone: None }, at + 1))
        }
        _ => None,
    }
}

/// Words before a time of day.
const LEADS: &[&str] = &["at", "by", "until", "till", "around", "about", "since", "before", "after"];

type Figures = (u8, u8, Option<u8>, Option<Half>, usize);

/// Hour, minute, second, and the half of the day where it is part of the token.
fn figures(r: &Reader, at: usize) -> Option<Figures> {
    if r.any(at, &["half", "quarter"]) {
        return part_of_hour(r, at);
    }
    match r.word(at) {
        Word::NamedClock(hour) if !r.is(r.back(at, 1), "high") => Some((hour, 0, None, None, at + 1)),
        Word::Clock { hour, minute, second, half } => {
            Some((hour, minute, (second < 60).then_some(second), half, at + 1))
        }
        Word::Digits { value: 12, length: 2 } if matches!(r.word(at + 1), Word::NamedClock(_)) => {
            let Word::NamedClock(hour) = r.word(at + 1) else { return None };
            Some((hour, 0, None, Some(if hour == 12 { Half::Afternoon } else { Half::Morning }), at + 2))
        }
        Word::Digits { value, length: 4 } if value < 2400 && value % 100 < 60 => {
            Some(((value / 100) as u8, (value % 100) as u8, None, None, at + 1))
        }
        Word::Digits { value: hour @ 1..=12, length: 1..=2 } | Word::Count(hour @ 1..=12) => {
            let next = if oclock(r, at + 1) { at + 2 } else { at + 1 };
            let marked = next == at + 2 || half_after(r, next).0.is_some();
            marked.then_some((hour as u8, 0, None, None, next))
        }
        Word::Decimal(n) if (0..25_000).contains(&n) && n % 10 == 0 && n / 10 % 100 < 60 => {
            let marked = half_after(r, at + 1).0.is_some() || zones::read(r, at + 1).is_some();
            marked.then_some(())?;
            Some(((n / 1000) as u8, (n / 10 % 100) as u8, None, None, at + 1))
        }
        _ => None,
    }
}

/// "half past nine", "quarter to six".
fn part_of_hour(r: &Reader, at: usize) -> Option<Figures> {
    let to = r.is(at + 1, "to");
    let minute = match () {
        () if r.is(at, "half") && r.is(at + 1, "past") => 30,
        () if r.is(at, "quarter") && r.is(at + 1, "past") => 15,
        () if r.is(at, "quarter") && to => 45,
        () => return None,
    };
    let hour = match r.word(at + 2) {
        Word::Count(hour @ 1..=12) | Word::Digits { value: hour @ 1..=12, .. } => hour as u8,
        _ => return None,
    };
    let counts = r.any(at + 3, &["percent", "%", "per", "-", "quarters", "million"])
        || matches!(r.word(at + 3), Word::Unit { .. });
    let hour = if to { (hour + 10) % 12 + 1 } else { hour };
    (!counts).then_some((hour, minute, None, None, at + 3))
}

fn oclock(r: &Reader, at: usize) -> bool {
    r.any(at, &["o'clock", "o’clock"])
}

/// "a.m.", "pm", "in the morning", "at night".
fn half_after(r: &Reader, at: usize) -> (Option<Half>, usize) {
    if r.any(at, &["a.m.", "am", "a.m"]) {
        return (Some(Half::Morning), at + 1);
    }
    if r.any(at, &["p.m.", "pm", "p.m"]) {
        return (Some(Half::Afternoon), at + 1);
    }
    if r.is(at, "in") && r.is(at + 1, "the") && r.is(at + 2, "morning") {
        return (Some(Half::Morning), at + 3);
    }
    if r.is(at, "in") && r.is(at + 1, "the") && r.any(at + 2, &["afternoon", "evening"]) {
        return (Some(Half::Afternoon), at + 3);
    }
    (None, at)
}

/// "at 14:10", or figures with a colon that open a line and lead to a date.
fn stands_like_a_clock(r: &Reader, at: usize, next: usize) -> bool {
    let before = r.back(at, 1);
    let led = r.any(before, LEADS);
    let opens_line = r.token(at).is_some_and(|token| token.starts_line) && r.is(next, ",");
    let has_oclock = oclock(r, at + 1);
    has_oclock
        || ((led || opens_line) && matches!(r.word(at), Word::Clock { .. }) && !r.small_word(next))
        || (led && matches!(r.word(at), Word::Clock { .. }))
}

fn on_24_hours(hour: u8, half: Option<Half>) -> u8 {
    match half {
        Some(Half::Afternoon) if hour < 12 => hour + 12,
        Some(Half::Morning) if hour == 12 => 0,
        _ => hour,
    }
}

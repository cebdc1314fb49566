//! Times of day: "5 p.m. EST", "14:10 JST", "noon", "1430 GMT", "half past nine", "9-11 a.m."

use super::meaning::{Clock, Zone};
use super::reader::Reader;
use super::words::{Half, Word};
use std::sync::OnceLock;

const ZONES: &str = include_str!("../../resources/zones.tsv");

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
    let (zone, next) = match zone(r, next) {
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

/// "9-11 a.m.", "7.30 to 9pm": the half of the day is told at the end only.
pub fn range(r: &Reader, at: usize) -> Option<(Clock, Clock, usize)> {
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
            let marked = half_after(r, at + 1).0.is_some() || zone(r, at + 1).is_some();
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

/// A zone's abbreviation in capitals ("EST", "(ET)"), or the hours from Greenwich ("UTC+2", "+09:00").
fn zone(r: &Reader, at: usize) -> Option<(Zone, usize)> {
    if r.text_at(at) == "(" && r.token(at).is_some_and(|token| token.spaced) {
        return named_zone(r, at + 1)
            .filter(|&(_, next)| r.text_at(next) == ")")
            .map(|(zone, next)| (zone, next + 1));
    }
    let ahead = || offset(r, at, false).filter(|_| matches!(r.word(r.back(at, 1)), Word::Clock { .. }));
    named_zone(r, at).or_else(|| ahead().map(|(minutes, next)| (zone_of(minutes), next)))
}

fn named_zone(r: &Reader, at: usize) -> Option<(Zone, usize)> {
    let word = r.text_at(at);
    let shaped = (1..=4).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase());
    if !shaped {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    let zone = zones().iter().find(|(name, _)| *name == lower).map(|&(_, zone)| zone)?;
    let from_greenwich = offset(r, at + 1, true).filter(|_| matches!(word, "UTC" | "GMT"));
    match from_greenwich {
        Some((minutes, next)) => Some((zone_of(minutes), next)),
        None => Some((zone, at + 1)),
    }
}

/// A zone so many minutes ahead of Greenwich.
pub fn zone_of(minutes: i16) -> Zone {
    Zone { minutes, us_summer: false }
}

/// "+2", "+5:30", "+0530" right after the token before, in minutes; "-3" only where `behind` may be.
pub fn offset(r: &Reader, at: usize, behind: bool) -> Option<(i16, usize)> {
    let sign = match r.text_at(at) {
        "+" => 1,
        "-" | "−" | "–" if behind => -1,
        _ => return None,
    };
    let minutes = match r.word(at + 1) {
        Word::Digits { value: hours @ 0..=14, length: 1..=2 } => hours * 60,
        Word::Digits { value, length: 4 } if value <= 1400 => value / 100 * 60 + value % 100,
        Word::Clock { hour: hour @ 0..=14, minute, half: None, .. } => {
            u32::from(hour) * 60 + u32::from(minute)
        }
        _ => return None,
    };
    (r.joined(at) && r.joined(at + 1)).then_some((sign * minutes as i16, at + 2))
}

fn zones() -> &'static [(&'static str, Zone)] {
    static TABLE: OnceLock<Vec<(&'static str, Zone)>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let lines = ZONES.lines().filter(|line| !line.starts_with('#'));
        lines
            .filter_map(|line| {
                let mut cells = line.split('\t');
                let (name, minutes) = (cells.next()?, cells.next()?.parse().ok()?);
                Some((name, Zone { minutes, us_summer: cells.next() == Some("summer") }))
            })
            .collect()
    })
}

//! Dates in figures: "2/9/98", "2025-02-09", "09.02.2025", "4-Feb-2025", "2025-02-14T09:30Z".

use super::reader::{Found, Reader};
use super::word::Word;
use super::zones;
use crate::document::meaning::{At, Clock, Detail, Lean, When, YearOf};

/// "2/9/98", "2025-02-09".
///
/// The month stands first, unless it cannot be one, or unless another date of the article
/// shows that here the day does.
pub fn numeric(r: &Reader, at: usize) -> Option<Found> {
    if let Some(found) = iso_time(r, at).or_else(|| hyphenated(r, at)) {
        return Some(found);
    }
    let figures = |at| match r.word(at) {
        Word::Digits { value, length } => Some((value as i16, length)).filter(|_| length <= 4),
        _ => None,
    };
    let (first, second, third) = (figures(at)?, figures(at + 2)?, figures(at + 4)?);
    let tight = (1..5).all(|i| r.joined(at + i)) && !(r.joined(at + 5) && r.dash(at + 5));
    if !tight || r.text_at(at + 1) != r.text_at(at + 3) || second.1 > 2 {
        return None;
    }
    let (year, month, day) = match (r.text_at(at + 1), first.1, third.1) {
        ("-", 4, 2) => (first.0, second.0, third.0),
        ("/", 4, 1..=2) => (first.0, second.0, third.0),
        ("/", 1..=2, 2 | 4) if first.0 <= 12 && !(r.day_first && second.0 <= 12) => {
            (full_year(third), first.0, second.0)
        }
        ("/", 1..=2, 2 | 4) => (full_year(third), second.0, first.0),
        _ => return None,
    };
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    jiff::civil::Date::new(year, month, day).ok()?;
    let when = When::Day { year: YearOf::Given(year), month, day, weekday: None };
    Some(Found::at(at, at + 5, At::new(when, Lean::Unknown)))
}

/// "2025-02-14T09:30:00Z", "2025-02-14T09:30+05:30"
fn iso_time(r: &Reader, at: usize) -> Option<Found> {
    let Word::DayAndClock { day, hour, minute, second, zulu } = r.word(at + 4) else { return None };
    let (Word::Digits { value: year @ 1000..=2999, length: 4 }, Word::Digits { value: month, length: 2 }) =
        (r.word(at), r.word(at + 2))
    else {
        return None;
    };
    let (year, month, day) = (year as i16, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    jiff::civil::Date::new(year, month, day).ok()?;
    let tight = (1..5).all(|i| r.joined(at + i)) && r.dash(at + 1) && r.dash(at + 3);
    let (zone, to) = match zones::offset(r, at + 5, true) {
        Some((minutes, to)) => (Some(zones::fixed(minutes)), to),
        None => (zulu.then(|| zones::fixed(0)), at + 5),
    };
    let second = (second < 60).then_some(second);
    let detail = Detail::Clock(Clock { hour, minute, second, zone });
    let when = When::Day { year: YearOf::Given(year), month, day, weekday: None };
    tight.then(|| Found::at(at, to, At { detail, ..At::new(when, Lean::Unknown) }))
}

/// "4-Feb-2025"
fn hyphenated(r: &Reader, at: usize) -> Option<Found> {
    let (
        Word::Digits { value: day @ 1..=31, length: 1..=2 },
        Word::Month(month),
        Word::Digits { value: year @ 1900..=2199, length: 4 },
    ) = (r.word(at), r.word(at + 2), r.word(at + 4))
    else {
        return None;
    };
    let tight = r.hyphen(at + 1) && r.hyphen(at + 3);
    let when = When::Day { year: YearOf::Given(year as i16), month, day: day as i8, weekday: None };
    tight.then(|| Found::at(at, at + 5, At::new(when, Lean::Unknown)))
}

/// "09.02.2025"
pub fn dotted(at: usize, day: u8, month: u8, year: u16) -> Option<Found> {
    let (year, month, day) = (i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    jiff::civil::Date::new(year, month, day).ok()?;
    let when = When::Day { year: YearOf::Given(year), month, day, weekday: None };
    Some(Found::at(at, at + 1, At::new(when, Lean::Unknown)))
}

/// Two figures of a year: up to 49 in this century.
pub fn full_year((year, length): (i16, u8)) -> i16 {
    match length {
        2 if year < 50 => 2000 + year,
        2 => 1900 + year,
        _ => year,
    }
}

//! Time zones: "EST", "(ET)", "UTC+2", "+09:00", "Eastern time", "8pm UK time".

use super::phrase::Phrase;
use super::reader::Reader;
use super::word::Word;
use crate::document::dateline::Dateline;
use crate::document::meaning::{Clock, Detail, Every, Meaning, Summer, Zone};
use std::sync::OnceLock;

const ZONES: &str = include_str!("../../resources/zones.tsv");

/// A line of the table.
struct Row {
    /// "est", "eastern time"
    name: &'static str,
    zone: Zone,
    /// Where the name means this zone and not another; empty where nothing else is told.
    country: &'static str,
}

fn table() -> &'static [Row] {
    static TABLE: OnceLock<Vec<Row>> = OnceLock::new();
    TABLE.get_or_init(|| ZONES.lines().filter(|line| !line.starts_with('#')).filter_map(row).collect())
}

fn row(line: &'static str) -> Option<Row> {
    let mut cells = line.split('\t');
    let (name, minutes) = (cells.next()?, cells.next()?.parse().ok()?);
    let summer = match cells.next() {
        Some("us") => Summer::States,
        Some("europe") => Summer::Europe,
        _ => Summer::No,
    };
    Some(Row { name, zone: Zone { minutes, summer }, country: cells.next().unwrap_or("") })
}

/// The zone at a token, and the token after it.
///
/// ```text
/// 5 p.m. EST   3 p.m. (UTC+5:30)   1:30 p.m. Eastern time   14:10+09:00
///        ^^^          ^^^^^^^^^^              ^^^^^^^^^^^^       ^^^^^^
/// ```
pub fn read(r: &Reader, at: usize) -> Option<(Zone, usize)> {
    if r.text_at(at) == "(" && r.token(at).is_some_and(|token| token.spaced) {
        return abbreviated(r, at + 1)
            .filter(|&(_, next)| r.text_at(next) == ")")
            .map(|(zone, next)| (zone, next + 1));
    }
    let ahead = || offset(r, at, false).filter(|_| matches!(r.word(r.back(at, 1)), Word::Clock { .. }));
    abbreviated(r, at)
        .or_else(|| in_words(r, at))
        .or_else(|| ahead().map(|(minutes, next)| (fixed(minutes), next)))
}

fn abbreviated(r: &Reader, at: usize) -> Option<(Zone, usize)> {
    let word = r.text_at(at);
    let shaped = (1..=4).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase());
    if !shaped {
        return None;
    }
    let zone = find(&word.to_ascii_lowercase(), "")?;
    let from_greenwich = offset(r, at + 1, true).filter(|_| matches!(word, "UTC" | "GMT"));
    match from_greenwich {
        Some((minutes, next)) => Some((fixed(minutes), next)),
        None => Some((zone, at + 1)),
    }
}

/// "Eastern", "Pacific Standard Time", "UK time": only those of North America stand without their "time".
fn in_words(r: &Reader, at: usize) -> Option<(Zone, usize)> {
    if !r.capital_word(at) {
        return None;
    }
    let next = at + 1 + usize::from(r.any(at + 1, &["standard", "daylight"]));
    let time = r.is(next, "time");
    let alone = r.any(at, &["eastern", "central", "mountain", "pacific"]);
    let name = r.text_at(at).to_ascii_lowercase() + " time";
    let to = if time { next + 1 } else { at + 1 };
    let zone = find(&name, "").filter(|_| time || alone && (is_day(r, at + 1) || !r.capital_word(at + 1)));
    zone.map(|zone| (zone, to))
}

fn is_day(r: &Reader, at: usize) -> bool {
    matches!(r.word(at), Word::Weekday(_) | Word::Month(_))
}

fn find(name: &str, country: &str) -> Option<Zone> {
    table().iter().find(|row| row.name == name && row.country == country).map(|row| row.zone)
}

/// A zone so many minutes ahead of Greenwich.
pub fn fixed(minutes: i16) -> Zone {
    Zone { minutes, summer: Summer::No }
}

/// "+2", "+5:30", "+0530" right after the token before, in minutes; "-3" only where `behind` may be.
pub fn offset(r: &Reader, at: usize, behind: bool) -> Option<(i16, usize)> {
    // "12:54:00 -0500", as machines write it.
    let apart = !r.joined(at) && matches!(r.word(at + 1), Word::Digits { length: 4, .. });
    let sign = match r.text_at(at) {
        "+" => 1,
        "-" | "−" | "–" if behind || apart => -1,
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
    ((r.joined(at) || apart) && r.joined(at + 1)).then_some((sign * minutes as i16, at + 2))
}

/// Lets the dateline's country say which zone an abbreviation of several means.
///
/// ```text
/// JERUSALEM, Feb. 10 (Reuters) - It sits at 9 a.m. IST on Monday
///                                                  ^^^ not India's
/// ```
pub fn of_the_country(text: &str, dateline: Option<&Dateline>, phrases: &mut [Phrase]) {
    let country = dateline.and_then(|line| line.places.first()?.country.as_deref());
    let Some(country) = country.filter(|country| table().iter().any(|row| row.country == *country)) else {
        return;
    };
    for phrase in phrases {
        let words = phrase.range.of(text).split(|c: char| !c.is_ascii_uppercase());
        let zone =
            words.filter(|word| word.len() >= 3).find_map(|word| find(&word.to_ascii_lowercase(), country));
        if let Some(zone) = zone {
            clocks(&mut phrase.meaning).into_iter().flatten().for_each(|clock| clock.zone = Some(zone));
        }
    }
}

/// The times of day in an expression.
fn clocks(meaning: &mut Meaning) -> [Option<&mut Clock>; 2] {
    match meaning {
        Meaning::At(at) => [clock_of(&mut at.detail), None],
        Meaning::Through(first, last) => [clock_of(&mut first.detail), clock_of(&mut last.detail)],
        Meaning::Every(Every::Hours { from, to, .. }) => [Some(from), to.as_mut()],
        _ => [None, None],
    }
}

fn clock_of(detail: &mut Detail) -> Option<&mut Clock> {
    match detail {
        Detail::Clock(clock) => Some(clock),
        _ => None,
    }
}

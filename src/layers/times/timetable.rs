//! What a timetable says: weekdays in a row, and hours that come round again.
//!
//! ```text
//! open Monday to Friday, 10am-5pm   8am on Sundays   nightly at 11.15pm
//!      ^^^^^^^^^^^^^^^^  ^^^^^^^^   ^^^^^^^^^^^^^^   ^^^^^^^^^^^^^^^^^^
//! ```
//!
//! A row of weekdays that a sentence looks ahead or back at ("met Monday through Friday") is one stretch of days.

use super::phrase::Phrase;
use super::reader::{Found, Reader};
use super::word::Word;
use crate::document::meaning::{At, Clock, Detail, Every, Lean, Meaning, Unit, When};

/// Words of a change from one day to another, which is no row of days.
const MOVED: &[&str] = &[
    "moved",
    "move",
    "switched",
    "shifted",
    "postponed",
    "rescheduled",
    "changed",
    "delayed",
    "brought",
    "pushed",
    "put",
    "night",
    "overnight",
];

/// "Monday to Friday", "Tuesday-Sunday", "Mon-Fri".
pub fn weekdays(r: &Reader, at: usize, first: i8) -> Option<Found> {
    let joins = matches!(r.text_at(at + 1), "-" | "–") || r.any(at + 1, &["to", "through", "thru", "until"]);
    let (Word::Weekday(last) | Word::ShortWeekday(last)) = r.word(at + 2) else { return None };
    let moved = (1..8).any(|n| r.any(r.back(at, n), MOVED));
    let dated = matches!(r.word(at + 3), Word::Digits { .. } | Word::Month(_) | Word::Ordinal(_));
    let day = |weekday| At::new(When::Weekday(weekday), Lean::Unknown);
    let fits = joins && first != last && r.capital(at + 2) && !moved && !dated;
    fits.then(|| Found { from: at, to: at + 3, meaning: Meaning::Through(day(first), day(last)) })
}

/// A row of weekdays that nothing looks ahead or back at, or in which something is open, comes every week.
pub fn every_week(r: &Reader, found: &mut Found) {
    let Meaning::Through(At { when: When::Weekday(first), lean, .. }, At { when: When::Weekday(last), .. }) =
        found.meaning
    else {
        return;
    };
    const OPEN: &[&str] = &["open", "hours", "closed", "staffed", "weekly", "served", "available"];
    let open = (1..6).any(|n| r.any(r.back(found.from, n), OPEN));
    let arranged = (1..6).any(|n| r.any(r.back(found.from, n), &["will", "be"]));
    if lean == Lean::Unknown || open && !arranged {
        found.meaning = Meaning::Every(Every::Days { first, last });
    }
}

/// Joins an hour and the days on which it comes round, or tells an hour beside them that it does.
///
/// True where the new expression has become a part of the last phrase.
pub fn join(r: &Reader, phrases: &mut [Phrase], found: &mut Found) -> bool {
    let Some(before) = phrases.last() else { return false };
    let between = r.text.get(before.range.end()..r.tokens[found.from].start()).unwrap_or("\n");
    if between.contains('\n') || before.range.start() < r.tokens[r.from].start() {
        return false;
    }
    let between = between.trim();
    if let (Some(_), Some(weekday)) = (hour(&before.meaning), days(&found.meaning)) {
        return matches!(between, "" | "on" | "," | "(") && days_behind(r, phrases, found, weekday, between);
    }
    let Some((from, to)) = hour(&found.meaning) else { return false };
    let (weekday, links): (_, &[&str]) = match before.meaning {
        Meaning::Every(Every::Hours { weekday, to: None, .. }) => (weekday, RANGE),
        _ => match days(&before.meaning) {
            Some(weekday) => (weekday, &["", "at", ",", ", at", "from", ", from", "(", ":", "between"]),
            None => return false,
        },
    };
    let meaning = hours(weekday, from, to);
    if matches!(between, "" | "at") && links.contains(&between) {
        return grow(r, phrases, found, meaning);
    }
    if links.contains(&between) {
        found.meaning = meaning;
    }
    false
}

/// What joins two hours.
const RANGE: &[&str] = &["to", "until", "and", "-", "–"];

/// "8am on Sundays", "7am to 10pm, Monday to Friday": the hours before come round on these days.
fn days_behind(
    r: &Reader,
    phrases: &mut [Phrase],
    found: &Found,
    weekday: Option<i8>,
    between: &str,
) -> bool {
    let mut until = r.text.len();
    let mut meaning = None;
    for phrase in phrases.iter_mut().rev().take(2) {
        let Some((from, to)) = hour(&phrase.meaning) else { break };
        let link = r.text.get(phrase.range.end()..until).filter(|_| meaning.is_some());
        if link.is_some_and(|link| !RANGE.contains(&link.trim()) || link.contains('\n')) {
            break;
        }
        until = phrase.range.start();
        phrase.meaning = hours(weekday, from, to);
        meaning = meaning.or(Some(phrase.meaning.clone()));
    }
    matches!(between, "" | "on") && meaning.is_some_and(|meaning| grow(r, phrases, found, meaning))
}

/// Takes an expression into the phrase before it.
fn grow(r: &Reader, phrases: &mut [Phrase], found: &Found, meaning: Meaning) -> bool {
    let Some(before) = phrases.last_mut() else { return false };
    before.range = before.range.cover(r.range(found.from, found.to));
    before.meaning = meaning;
    true
}

fn hours(weekday: Option<i8>, from: Clock, to: Option<Clock>) -> Meaning {
    Meaning::Every(Every::Hours { weekday, from, to })
}

/// An hour, or from one to another, with no day of its own.
fn hour(meaning: &Meaning) -> Option<(Clock, Option<Clock>)> {
    let clock = |at: &At| match (at.when, at.detail) {
        (When::ThatDay, Detail::Clock(clock)) => Some(clock),
        _ => None,
    };
    match meaning {
        Meaning::At(at) => Some((clock(at)?, None)),
        Meaning::Through(first, last) => Some((clock(first)?, Some(clock(last)?))),
        _ => None,
    }
}

/// Whether days come round again, and the weekday, where it is one.
fn days(meaning: &Meaning) -> Option<Option<i8>> {
    match meaning {
        Meaning::Every(Every::Weekday(day)) => Some(Some(*day)),
        Meaning::Every(Every::Days { .. } | Every::Part(_)) => Some(None),
        Meaning::Every(Every::Length(length)) if length.unit == Unit::Day => Some(None),
        _ => None,
    }
}

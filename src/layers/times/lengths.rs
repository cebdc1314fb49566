//! Lengths of time and what is counted in them: "three years", "two weeks ago", "twice a week".

use super::counts::{Count, and_a_half, count};
use super::reader::{Found, Reader};
use super::word::Word;
use crate::document::meaning::{At, Base, DayPart, Every, Lean, Length, Meaning, Unit, Vague, When};
use crate::tokens::TokenKind;

/// An expression that begins with a number.
///
/// ```text
/// two weeks ago   three days later   a five-hour wait   four more years
/// ^^^^^^^^^^^^^   ^^^^^^^^^^^^^^^^     ^^^^^^^^^        ^^^^^^^^^^^^^^^
/// ```
///
/// Ages are left alone: "a 44-year-old", "six years old", "aged 12 months".
pub fn from_number(r: &Reader, at: usize) -> Option<Found> {
    let (count, next) = count_or_range(r, at)?;
    let next = next + usize::from(r.hyphen(next));
    let next = next
        + usize::from(r.any(
            next,
            &[
                "more",
                "full",
                "whole",
                "straight",
                "consecutive",
                "working",
                "business",
                "additional",
                "extra",
            ],
        ));
    let (unit, times, next) = unit(r, next)?;
    if let Some((length, next)) = quarters_of_a_century(r, next - 1, count) {
        return measured(r, at, next, length);
    }
    // "three quarters of them"
    let share = unit == Unit::Quarter && r.is(next, "of");
    if unit == Unit::Weekend || share || money_before(r, at) {
        return None;
    }
    let from = at - usize::from(r.is(r.back(at, 1), "a") && matches!(r.word(at), Word::Some));
    let count = count.map(|n| n.saturating_mul(times));
    measured(r, from, next, Length { unit, thousandths: count })
}

/// "two", or "two to three", "191-270", which is some number.
fn count_or_range(r: &Reader, at: usize) -> Option<(Count, usize)> {
    let (first, next) = count(r, at)?;
    let links = r.dash(next) || r.any(next, &["to", "or"]);
    match count(r, next + 1).filter(|_| links) {
        Some((_, to)) if unit(r, to + usize::from(r.hyphen(to))).is_some() => Some((None, to)),
        _ => Some((first, next)),
    }
}

/// A unit by itself: "a year ago", "an hour", "days later", "for weeks".
pub fn from_unit(r: &Reader, at: usize) -> Option<Found> {
    let Word::Unit { unit, times, plural } = r.word(at) else { return None };
    let before = r.back(at, 1);
    let length = Length { unit, thousandths: Some(u32::from(times) * 1000) };
    if plural {
        return plural_unit(r, at, Length { unit, thousandths: None });
    }
    if let Some((length, next)) = quarters_of_a_century(r, at, Some(1000)) {
        return measured(r, if r.is(before, "a") { before } else { at }, next, length);
    }
    if r.any(before, &["a", "an"]) && r.any(r.back(before, 1), MEASURES) && !is_compared(r, at + 1) {
        return None;
    }
    if r.any(before, &["a", "an"]) {
        if let Some(often) = how_often(r, before, at, length) {
            return Some(often);
        }
        if r.hyphen(at + 1) && r.is(at + 2, "long") {
            return Some(Found { from: before, to: at + 3, meaning: Meaning::Lasting(length) });
        }
        let allowed = !matches!(unit, Unit::Quarter | Unit::Weekend) || is_followed_up(r, at + 1);
        let (half, next) = and_a_half(r, at + 1);
        let length = Length { thousandths: length.thousandths.map(|n| n + half), ..length };
        return allowed.then(|| measured(r, before, next, length)).flatten();
    }
    joined_unit(r, at, length)
}

/// "a quarter of a century", "three quarters of a century", "a quarter-century": so many quarters of it.
fn quarters_of_a_century(r: &Reader, at: usize, count: Count) -> Option<(Length, usize)> {
    let Word::Unit { unit: Unit::Quarter, .. } = r.word(at) else { return None };
    let next = match () {
        () if r.is(at + 1, "of") && r.any(at + 2, &["a", "the"]) => at + 3,
        () => at + 1 + usize::from(r.hyphen(at + 1)),
    };
    let length = Length { unit: Unit::Year, thousandths: count.map(|n| n.saturating_mul(25)) };
    r.is(next, "century").then_some((length, next + 1))
}

/// "year-ago", "day-long".
fn joined_unit(r: &Reader, at: usize, length: Length) -> Option<Found> {
    if !r.hyphen(at + 1) {
        return None;
    }
    if r.any(at + 2, &["ago", "earlier"]) {
        let when = When::Shift { unit: length.unit, by: -1, from: Base::Anchor };
        return Some(Found::at(at, at + 3, At::new(when, Lean::Unknown)));
    }
    r.is(at + 2, "long").then_some(Found { from: at, to: at + 3, meaning: Meaning::Lasting(length) })
}

/// Units before "an hour" that make it part of an amount: "60 miles an hour".
const MEASURES: &[&str] = &[
    "miles",
    "kilometers",
    "kilometres",
    "km",
    "feet",
    "meters",
    "metres",
    "barrels",
    "bpd",
    "tonnes",
    "tons",
    "gallons",
    "liters",
    "litres",
];

/// "twice a week", "three times a day", "$5 a year"; not "from $5 a year earlier".
fn how_often(r: &Reader, from: usize, at: usize, length: Length) -> Option<Found> {
    if is_compared(r, at + 1) {
        return None;
    }
    let before = r.back(from, 1);
    let meaning = Meaning::Every(Every::Length(length));
    if r.any(before, &["once", "twice"]) {
        return Some(Found { from: before, to: at + 1, meaning });
    }
    if r.is(before, "times") && count(r, r.back(from, 2)).is_some() {
        return Some(Found { from: from - 2, to: at + 1, meaning });
    }
    let rate = matches!(r.word(before), Word::Unit { plural: true, .. } | Word::Count(_))
        || r.token(before).is_some_and(|token| token.kind == TokenKind::Number)
        || r.any(
            before,
            &[
                "%", "percent", "million", "billion", "dollars", "cents", "dlrs", "pct", "barrels", "bpd",
                "tonnes", "tons", "€", "$", "£",
            ],
        );
    (rate || counts_things(r, from, at + 1)).then_some(Found { from, to: at + 1, meaning })
}

/// "40 flights a day": so many things before "a day", and nothing that it could be counted from behind.
fn counts_things(r: &Reader, from: usize, next: usize) -> bool {
    const BEHIND: &[&str] = &["after", "before", "into", "from", "later", "to", "long", "of"];
    let things = r.back(from, 1);
    let several = r.small_word(things) && (r.text_at(things).ends_with('s') || r.is(things, "people"));
    let number = r.back(from, 2);
    let counted = r.token(number).is_some_and(|token| token.kind == TokenKind::Number)
        || matches!(r.word(number), Word::Count(_));
    several && counted && !r.any(next, BEHIND)
}

/// Units without a number: "years ago", "days later", "for weeks", "recent months".
fn plural_unit(r: &Reader, at: usize, length: Length) -> Option<Found> {
    let before = r.back(at, 1);
    if is_followed_up(r, at + 1) {
        return measured(r, at, at + 1, length);
    }
    if r.is(before, "recent") {
        return Some(Found { from: before, to: at + 1, meaning: Meaning::Lasting(length) });
    }
    let long = r.hyphen(at + 1) && r.is(at + 2, "long");
    let led = r.any(before, &["for", "in", "within", "after"]) && !r.is(at + 1, "of") && !r.dash(at + 1);
    let to = if long { at + 3 } else { at + 1 };
    (long || led).then_some(Found { from: at, to, meaning: Meaning::Lasting(length) })
}

fn is_followed_up(r: &Reader, at: usize) -> bool {
    r.any(at, &["ago", "earlier", "later", "hence"])
}

/// What stands before was so then: "£75m a year before", "20 a year ago".
fn is_compared(r: &Reader, at: usize) -> bool {
    let ends = || ends(r, at + 1);
    is_followed_up(r, at)
        || r.is(at, "previously")
        || (r.is(at, "prior") && !r.is(at + 1, "to"))
        || (r.any(at, &["before", "after"]) && ends())
}

/// What the words after a length make of it: a date, a length, or an age to leave alone.
fn measured(r: &Reader, from: usize, next: usize, length: Length) -> Option<Found> {
    let due = next + usize::from(r.any(next, &["'", "’", "'s", "’s"]));
    let way = match () {
        () if r.is(next, "ago") && r.is(next + 1, "today") && length.unit == Unit::Week => {
            let days =
                Length { unit: Unit::Day, thousandths: length.thousandths.map(|n| n.saturating_mul(7)) };
            return Some(Found { from, to: next + 2, meaning: shifted(days, -1, Base::Anchor) });
        }
        () if r.is(due, "time") && r.is(r.back(from, 1), "in") => Some((1, Base::Anchor, due + 1)),
        () if r.is(next, "before") && ends(r, next + 1) => Some((-1, Base::Mentioned, next + 1)),
        () if r.is(next, "after") && ends(r, next + 1) => Some((1, Base::Mentioned, next + 1)),
        () if r.is(next, "ago") => Some((-1, Base::Anchor, next + 1)),
        () if r.any(next, &["earlier", "previously"]) || (r.is(next, "prior") && !r.is(next + 1, "to")) => {
            Some((-1, Base::Mentioned, next + 1))
        }
        () if r.any(next, &["later", "afterward", "afterwards"]) => Some((1, Base::Mentioned, next + 1)),
        () if r.is(next, "hence") => Some((1, Base::Anchor, next + 1)),
        () if r.is(next, "from") && r.any(next + 1, &["now", "today"]) => Some((1, Base::Anchor, next + 2)),
        () if is_age(r, from, next) => return None,
        () => None,
    };
    let Some((sign, base, to)) = way else {
        return Some(Found { from, to: next, meaning: Meaning::Lasting(length) });
    };
    Some(Found { from, to, meaning: shifted(length, sign, base) })
}

/// Whether no word follows.
fn ends(r: &Reader, at: usize) -> bool {
    r.token(at).is_none_or(|token| token.kind == TokenKind::Sign)
}

fn shifted(length: Length, sign: i32, base: Base) -> Meaning {
    let Some(thousandths) = length.thousandths else {
        return Meaning::Vague(if sign < 0 && base == Base::Anchor { Vague::Past } else { Vague::Open });
    };
    let (unit, thousandths) = match length.unit {
        Unit::Decade => (Unit::Year, u64::from(thousandths) * 10),
        Unit::Century => (Unit::Year, u64::from(thousandths) * 100),
        Unit::Year if thousandths % 1000 != 0 => (Unit::Month, u64::from(thousandths) * 12),
        unit => (unit, u64::from(thousandths)),
    };
    let by = i32::try_from(thousandths / 1000).unwrap_or(i32::MAX);
    let when = When::Shift { unit, by: sign * by, from: base };
    Meaning::At(At::new(when, Lean::Unknown))
}

/// "44-year-old", "six years old", "5 years of age", "aged 18 months".
fn is_age(r: &Reader, from: usize, next: usize) -> bool {
    let old = next + usize::from(r.dash(next));
    r.any(old, &["old", "olds"])
        || (r.is(next, "of") && r.is(next + 1, "age"))
        || r.any(r.back(from, 1), &["aged", "age"])
}

fn money_before(r: &Reader, at: usize) -> bool {
    r.any(r.back(at, 1), &["$", "£", "€", "¥"])
}

/// The unit at a token: which, how many of it, and the token after.
pub fn unit(r: &Reader, at: usize) -> Option<(Unit, u32, usize)> {
    match r.word(at) {
        Word::Unit { unit, times, .. } => Some((unit, u32::from(times), at + 1)),
        Word::Ordinal(2) if r.is(at, "second") && r.joined(at) => Some((Unit::Second, 1, at + 1)),
        _ => None,
    }
}

/// "every day", "each year", "every other week", "every two months", "every Friday", "every other Friday".
pub fn every(r: &Reader, at: usize) -> Option<Found> {
    let found = |to, every| Some(Found { from: at, to, meaning: Meaning::Every(every) });
    let named = at + 1 + usize::from(r.any(at + 1, &["other", "second"]));
    match r.word(named) {
        Word::Weekday(day) => return found(named + 1, Every::Weekday(day)),
        Word::Month(month) if r.capital(named) => return found(named + 1, Every::Month(month)),
        Word::Part(part) => return found(named + 1, Every::Part(part)),
        _ => {}
    }
    let (thousandths, next) = match count(r, at + 1) {
        Some((Some(n), next)) => (n, next),
        Some((None, next)) => (0, next),
        None if r.any(at + 1, &["other", "second"]) => (2000, at + 2),
        None => (1000, at + 1),
    };
    let (unit, times, to) = unit(r, next)?;
    let thousandths = (thousandths > 0).then(|| thousandths.saturating_mul(times));
    found(to, Every::Length(Length { unit, thousandths }))
}

/// "daily", "nightly"; not the name of a paper.
pub fn repeated(r: &Reader, at: usize, length: Option<Length>) -> Option<Found> {
    if r.capital(at) && (r.capital_word(at + 1) || r.capital_word(r.back(at, 1))) {
        return None;
    }
    let every = length.map_or(Every::Part(DayPart::Night), Every::Length);
    Some(Found { from: at, to: at + 1, meaning: Meaning::Every(every) })
}

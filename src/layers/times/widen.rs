//! The words before an expression that belong to it: "late January", "mid-2026", "about two weeks".

use super::phrase::names_a_day;
use super::reader::{Found, Reader};
use super::word::Word;
use crate::document::meaning::{At, DayPart, Detail, Meaning, When};

/// Takes in the words before that belong to it: "late January", "mid-2026", "about two weeks".
///
/// Left out, as annotators of TimeML leave them: "the night of", "at dawn on", "the early hours of".
pub fn widen(r: &Reader, mut found: Found, floor: usize) -> Found {
    let from = match found.meaning {
        Meaning::At(_) => widen_date(r, &mut found),
        Meaning::Lasting(_) => about(r, found.from),
        _ => found.from,
    };
    found.from = from.max(floor).min(found.from);
    found
}

fn widen_date(r: &Reader, found: &mut Found) -> usize {
    let Meaning::At(at) = &mut found.meaning else { return found.from };
    let from = found.from;
    let before = r.back(from, 1);
    if r.hyphen(before) && r.any(r.back(from, 2), &["mid", "late", "early", "post", "pre"]) {
        return from - 2;
    }
    if r.any(before, &["early", "late", "mid"]) || (r.is(before, "overnight") && names_a_day(*at)) {
        part_of_day(r, before, at);
        return before;
    }
    let on = r.is(before, "on") && r.any(r.back(from, 2), &["late", "early", "overnight"]);
    if on && names_a_day(*at) {
        part_of_day(r, from - 2, at);
        return from - 2;
    }
    if r.any(before, &["earlier", "later"])
        && matches!(at.when, When::Shift { .. })
        && r.any(from, &["this", "that"])
    {
        return before;
    }
    widen_by_days(r, from, at).unwrap_or_else(|| match at.when {
        When::Shift { .. } => about(r, from),
        _ => from,
    })
}

/// "late Friday" is Friday night, "early Friday" its morning.
fn part_of_day(r: &Reader, at: usize, date: &mut At) {
    if date.detail == Detail::Whole && names_a_day(*date) {
        match r.text_at(at).to_ascii_lowercase().as_str() {
            "late" | "overnight" => date.detail = Detail::Part(DayPart::Night),
            "early" => date.detail = Detail::Part(DayPart::Morning),
            _ => {}
        }
    }
}

/// "the day before last Tuesday", "the week of March 6".
fn widen_by_days(r: &Reader, from: usize, at: &mut At) -> Option<usize> {
    let (before, noun) = (r.back(from, 1), r.back(from, 2));
    if !names_a_day(*at) || at.detail != Detail::Whole {
        return None;
    }
    match () {
        () if r.is(noun, "day") && r.is(before, "before") => at.plus_days = -1,
        () if r.is(noun, "day") && r.is(before, "after") => at.plus_days = 1,
        () if r.is(noun, "week") && r.is(before, "of") => at.detail = Detail::ItsWeek,
        () if r.is(noun, "weekend") && r.is(before, "of") => at.detail = Detail::ItsWeekend,
        () => return None,
    }
    Some(noun)
}

/// "almost four years", "more than two weeks", "at least 72 hours".
fn about(r: &Reader, from: usize) -> usize {
    let before = r.back(from, 1);
    let two = r.back(from, 2);
    let counted =
        matches!(r.word(from), Word::Count(_) | Word::Digits { .. } | Word::Decimal(_) | Word::Some)
            || r.any(from, &["a", "an"]);
    match () {
        () if !counted => from,
        () if r.is(before, "than") && r.any(two, &["more", "less", "longer"]) => two,
        () if r.is(before, "least") && r.is(two, "at") => two,
        () if r.any(before, &["almost", "nearly", "about", "around", "roughly", "approximately", "over"]) => {
            before
        }
        () => from,
    }
}

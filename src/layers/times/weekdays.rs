//! Dates that begin with a weekday, and those that count weekdays: "the first Tuesday of November".

use super::dates::day_number;
use super::dates::{day_first, from_month, year_after};
use super::figures::numeric;
use super::reader::{Found, Reader};
use super::timetable;
use super::word::{Turn, Word};
use crate::document::meaning::{At, Every, Lean, Length, Meaning, Unit, When};
use crate::resources::{Classes, fold, words};
use crate::tokens::TokenKind;

/// A date that begins with a weekday.
///
/// ```text
/// Friday, Oct. 23   Tuesday of next week   Sun Feb 9
/// ^^^^^^^^^^^^^^^   ^^^^^^^^^^^^^^^^^^^^   ^^^^^^^^^
/// ```
pub fn from_weekday(r: &Reader, at: usize, weekday: i8, short: bool) -> Option<Found> {
    if !r.capital(at) {
        return None;
    }
    if let Some(found) = weekday_and_date(r, at, weekday).or_else(|| timetable::weekdays(r, at, weekday)) {
        return Some(found);
    }
    if (short && !short_is_weekday(r, at))
        || is_a_papers_name(r, at)
        || is_of_any_month(r, at)
        || is_first_name(r, at)
    {
        return None;
    }
    if let Some(found) = week_on(r, at, at, weekday).or_else(|| turned_behind(r, at, weekday)) {
        return Some(found);
    }
    if r.any(at + 1, &["mornings", "afternoons", "evenings", "nights"]) {
        return Some(Found { from: at, to: at + 2, meaning: Meaning::Every(Every::Weekday(weekday)) });
    }
    let of = usize::from(r.is(at + 1, "of"));
    if let (Word::Turn(turn), true) = (r.word(at + of + 1), r.is(at + of + 2, "week")) {
        let weeks = match turn {
            Turn::Last => -1,
            Turn::Next => 1,
            _ => 0,
        };
        return Some(Found::at(at, at + of + 3, At::new(When::WeekdayOfWeek { weekday, weeks }, Lean::This)));
    }
    Some(Found::at(at, at + 1, At::new(When::Weekday(weekday), Lean::Unknown)))
}

/// "Monday week", a week after the Monday to come.
pub fn week_on(r: &Reader, from: usize, at: usize, weekday: i8) -> Option<Found> {
    let fits = r.is(at + 1, "week") && !r.joined(at + 1) && !r.hyphen(at + 2);
    let date = At { plus_days: 7, ..At::new(When::Weekday(weekday), Lean::Future) };
    fits.then(|| Found::at(from, at + 2, date))
}

/// "Friday last", "Monday next", as Ireland and India write.
fn turned_behind(r: &Reader, at: usize, weekday: i8) -> Option<Found> {
    let lean = match () {
        () if r.is(at + 1, "last") => Lean::Last,
        () if r.is(at + 1, "next") => Lean::Next,
        () => return None,
    };
    let ends =
        r.token(at + 2).is_none_or(|token| token.kind != TokenKind::Word && token.kind != TokenKind::Number);
    ends.then(|| Found::at(at, at + 2, At::new(When::Weekday(weekday), lean)))
}

/// "the second Sunday of the month": it may be every one.
fn is_of_any_month(r: &Reader, at: usize) -> bool {
    let counted = matches!(r.word(r.back(at, 1)), Word::Ordinal(_)) || r.is(r.back(at, 1), "last");
    counted && r.is(at + 1, "of") && r.any(at + 2, &["the", "a"]) && r.is(at + 3, "month")
}

fn weekday_and_date(r: &Reader, at: usize, weekday: i8) -> Option<Found> {
    let next = at + 1 + usize::from(r.is(at + 1, ","));
    let the = r.is(next, "the");
    let next = next + usize::from(the);
    let found = match r.word(next) {
        Word::Month(month) => from_month(r, next, month),
        Word::Digits { .. } | Word::Ordinal(_) => {
            let found = day_first(r, next).or_else(|| numeric(r, next));
            return match found {
                Some(found) => with_weekday(found, at, weekday),
                None => the.then(|| the_day(r, at, next, weekday)).flatten(),
            };
        }
        _ => None,
    }?;
    with_weekday(found, at, weekday)
}

fn with_weekday(found: Found, at: usize, weekday: i8) -> Option<Found> {
    let mut date = found.whole()?;
    let When::Day { year, month, day, .. } = date.when else { return None };
    date.when = When::Day { year, month, day, weekday: Some(weekday) };
    Some(Found::at(at, found.to, date))
}

/// "Saturday the 15th"
fn the_day(r: &Reader, from: usize, at: usize, weekday: i8) -> Option<Found> {
    let (day, to) = day_number(r, at).filter(|_| matches!(r.word(at), Word::Ordinal(_)))?;
    let counts = r.token(to).is_some_and(|token| token.kind == TokenKind::Word && !token.starts_line);
    let bare = !counts || r.any(to, &["and", "at", "to", "for", "in", "but", "when", "as", "with", "from"]);
    bare.then(|| Found::at(from, to, At::new(When::WeekdayAndDay { weekday, day }, Lean::This)))
}

/// "Sun", "Sat" and "Wed" are words too, so a bare one must stand like a day.
fn short_is_weekday(r: &Reader, at: usize) -> bool {
    let led = r.any(r.back(at, 1), &["on", "late", "early", "last", "next"]);
    r.text_at(at).ends_with('.') || (led && !r.capital_word(at + 1))
}

/// "The Sunday Times", "Black Friday".
fn is_a_papers_name(r: &Reader, at: usize) -> bool {
    const PAPERS: &[&str] = &[
        "times",
        "post",
        "mail",
        "telegraph",
        "herald",
        "express",
        "mirror",
        "star",
        "people",
        "sun",
        "age",
    ];
    const MARKED: &[&str] = &["black", "bloody", "super", "cyber", "ash", "palm", "good", "holy"];
    (r.any(at + 1, PAPERS) && r.capital(at + 1)) || (r.any(r.back(at, 1), MARKED) && r.capital(r.back(at, 1)))
}

/// "Sunday Oladapo was arrested", "the coach, Friday Ekwe,": a first name before a surname.
///
/// Where a sentence begins, after a comma, a role or a word that no date follows. "Police said Friday
/// Ekwe had fled" may be either and stays a date; so does what "on" or "last" leads.
fn is_first_name(r: &Reader, at: usize) -> bool {
    const LEADS: &[&str] = &["and", "of", "with", "named", "against", "met", "arrested", "accused", "when"];
    let next = at + 1;
    if !r.capital_word(next) || r.joined(next) || r.word(next) != Word::Other || r.text_at(at).len() < 6 {
        return false;
    }
    let mut key = String::new();
    let mut classes = |at: usize| {
        key.clear();
        fold(&mut key, r.text_at(at));
        words().classes(&key)
    };
    let surname = classes(next).may_be_surname();
    let before = r.back(at, 1);
    let role = |classes: Classes| classes.has(Classes::ROLE.and(Classes::HONORIFIC));
    let led =
        r.token(before).is_none_or(|token| token.kind != TokenKind::Word && token.kind != TokenKind::Number)
            || r.any(before, LEADS)
            || role(classes(before));
    let mixed = r.text_at(next).contains(char::is_lowercase) && r.text_at(at).contains(char::is_lowercase);
    surname && led && mixed
}

/// "first Tuesday of November 2024", "last Friday in March", "last Friday of next month", "first Sunday of
/// every month".
pub fn nth_weekday(r: &Reader, at: usize, nth: i8) -> Option<Found> {
    let Word::Weekday(weekday) = r.word(at + 1) else { return None };
    let Word::Month(month) = r.word(at + 3) else { return nth_of_a_month(r, at, weekday, nth) };
    let fits = r.any(at + 2, &["of", "in"]) && (-1..=5).contains(&nth) && r.capital(at + 3);
    let (year, to) = year_after(r, at + 4);
    let when = When::NthWeekday { year, month, weekday, nth };
    fits.then(|| Found::at(at, to, At::new(when, Lean::Unknown)))
}

fn nth_of_a_month(r: &Reader, at: usize, weekday: i8, nth: i8) -> Option<Found> {
    if !r.any(at + 2, &["of", "in"]) || !r.is(at + 4, "month") || !(-1..=5).contains(&nth) {
        return None;
    }
    let months = match r.word(at + 3) {
        Word::Turn(Turn::Last) => -1,
        Word::Turn(Turn::This) => 0,
        Word::Turn(Turn::Next) => 1,
        Word::Every => {
            let monthly = Every::Length(Length { unit: Unit::Month, thousandths: Some(1000) });
            return Some(Found { from: at, to: at + 5, meaning: Meaning::Every(monthly) });
        }
        _ => return None,
    };
    let when = When::NthWeekdayOfOtherMonth { weekday, nth, months };
    Some(Found::at(at, at + 5, At::new(when, Lean::This)))
}

//! From words to expressions: what begins at a token, what joins it, what widens it.

use super::meaning::{At, Detail, Lean, Meaning, When, YearOf};
use super::reader::{Found, Reader};
use super::widen::widen;
use super::words::{self, Turn, Word};
use super::{clock, dates, lengths, relative, tense, years};
use crate::sentences::Sentence;
use crate::text::TextRange;
use crate::tokens::Token;

/// An expression, not yet resolved.
#[derive(Clone, Debug)]
pub struct Phrase {
    /// Where it stands.
    pub range: TextRange,
    /// What it says.
    pub meaning: Meaning,
}

/// Finds every expression of time, in order and disjoint. None crosses a sentence.
pub fn phrases(text: &str, tokens: &[Token], sentences: &[Sentence]) -> Vec<Phrase> {
    let words = words::read(text, tokens);
    let may_is_a_name = may_is_a_name(text, tokens, &words);
    let mut phrases = Vec::new();
    for sentence in sentences {
        let (from, to) = (sentence.tokens.start, sentence.tokens.end);
        let reader = Reader { text, tokens, words: &words, from, to, may_is_a_name };
        in_sentence(&reader, &mut phrases);
    }
    phrases
}

/// Whether somebody called May is named: "Theresa May", "Mrs. May".
fn may_is_a_name(text: &str, tokens: &[Token], words: &[Word]) -> bool {
    let named = |at: usize| {
        let (before, may) = (&tokens[at - 1], &tokens[at]);
        let shaped = matches!(words[at], Word::Month(5)) && may.of(text) == "May" && !may.starts_line;
        let title =
            matches!(before.of(text), "Mrs." | "Ms." | "Mr." | "Mrs" | "Ms" | "Mr" | "Dr." | "Theresa");
        shaped && title
    };
    (1..tokens.len()).any(|at| matches!(words[at], Word::Month(5)) && named(at))
}

fn in_sentence(r: &Reader, phrases: &mut Vec<Phrase>) {
    let mut at = r.from;
    let mut floor = r.from;
    let mut last_day = None;
    while at < r.to {
        if r.words[at] == Word::Other {
            at += 1;
            continue;
        }
        let found = dates::second_day(r, at, last_day)
            .or_else(|| expression(r, at))
            .filter(|found| found.from >= floor);
        let Some(found) = found else {
            at += 1;
            continue;
        };
        let mut found = widen(r, join_clock(r, found), floor);
        lean(r, &mut found);
        last_day = found.whole().map(|date| (found.to, date));
        (floor, at) = (found.to, found.to);
        phrases.push(Phrase { range: r.range(found.from, found.to), meaning: found.meaning });
    }
}

/// What begins at a token.
fn expression(r: &Reader, at: usize) -> Option<Found> {
    match r.word(at) {
        Word::Month(month) => dates::from_month(r, at, month),
        Word::Weekday(day) => dates::from_weekday(r, at, day, false),
        Word::ShortWeekday(day) => dates::from_weekday(r, at, day, true),
        Word::Weekdays(day) => weekdays(r, at, day),
        Word::Digits { value, length } => figures(r, at, value, length),
        Word::Dotted(day, month, year) => dates::dotted(at, day, month, year),
        Word::Ordinal(n) => ordinal(r, at, n),
        Word::Clock { .. } | Word::NamedClock(_) => from_clock(r, at),
        Word::Plural(value) => years::decade(r, at, value),
        Word::Count(_) | Word::Decimal(_) => from_clock(r, at).or_else(|| lengths::from_number(r, at)),
        Word::Some => lengths::from_number(r, at),
        Word::Unit { .. } => week_from(r, at)
            .or_else(|| relative::unit_before_or_after(r, at))
            .or_else(|| relative::this_unit(r, at))
            .or_else(|| lengths::from_unit(r, at)),
        Word::Turn(Turn::Last) if r.is(at, "last") && dates::nth_weekday(r, at, -1).is_some() => {
            dates::nth_weekday(r, at, -1)
        }
        Word::YearPart { quarter, nth } => years::year_part(r, at, quarter, nth),
        Word::Turn(turn) => relative::from_turn(r, at, turn).or_else(|| relative::vague(r, at)),
        Word::Deictic(by, part) => relative::deictic(r, at, by, part),
        Word::Every => lengths::every(r, at),
        Word::Repeated(length) => lengths::repeated(r, at, Some(length)),
        Word::Nightly => lengths::repeated(r, at, None),
        Word::Season(season) => relative::season(r, at, season),
        Word::Now | Word::Future => relative::vague(r, at),
        Word::Holiday => relative::holiday(r, at),
        Word::Fiscal => years::fiscal(r, at),
        Word::Part(_) | Word::Other => None,
    }
}

fn figures(r: &Reader, at: usize, value: u32, length: u8) -> Option<Found> {
    from_clock(r, at)
        .or_else(|| dates::day_first(r, at))
        .or_else(|| dates::numeric(r, at))
        .or_else(|| years::decade_with_mark(r, at, value))
        .or_else(|| years::year(r, at, value).filter(|_| length == 4))
        .or_else(|| lengths::from_number(r, at))
}

fn ordinal(r: &Reader, at: usize, n: u8) -> Option<Found> {
    dates::day_first(r, at)
        .or_else(|| dates::nth_weekday(r, at, n as i8))
        .or_else(|| years::from_ordinal(r, at, n))
        .or_else(|| dates::day_of_month(r, at, n))
}

/// "a week from Friday".
fn week_from(r: &Reader, at: usize) -> Option<Found> {
    let fits = r.is(at, "week") && r.is(at + 1, "from") && r.is(r.back(at, 1), "a");
    let day = whole_day(r, at + 2).filter(|_| fits)?;
    let date = At { plus_days: 7, lean: Lean::Future, ..day.whole()? };
    Some(Found::at(at - 1, day.to, date))
}

/// "Fridays", "on Sundays".
fn weekdays(r: &Reader, at: usize, day: i8) -> Option<Found> {
    use super::meaning::Every;
    r.capital(at).then_some(Found { from: at, to: at + 1, meaning: Meaning::Every(Every::Weekday(day)) })
}

/// A time of day, with the day it belongs to where that follows.
///
/// ```text
/// 14:10 JST, February 9, 2025   5 p.m. EST Tuesday   10 p.m. on Friday
/// ^^^^^^^^^^^^^^^^^^^^^^^^^^^   ^^^^^^^^^^^^^^^^^^   ^^^^^^^^^^^^^^^^^
/// ```
fn from_clock(r: &Reader, at: usize) -> Option<Found> {
    let (clock, next) = clock::read(r, at)?;
    let detail = Detail::Clock(clock);
    let day = next + usize::from(r.any(next, &[",", "on"]));
    if let Some(mut date) = whole_day(r, day) {
        if let Meaning::At(at_day) = &mut date.meaning {
            at_day.detail = detail;
        }
        return Some(Found { from: at, ..date });
    }
    let by_itself = At { detail, ..At::new(When::ThatDay, Lean::Unknown) };
    Some(Found::at(at, next, by_itself))
}

/// A date that names one day, at a token.
fn whole_day(r: &Reader, at: usize) -> Option<Found> {
    let found = match r.word(at) {
        Word::Clock { .. } | Word::NamedClock(_) => None,
        Word::Digits { .. } => dates::day_first(r, at).or_else(|| dates::numeric(r, at)),
        Word::Unit { .. } => None,
        _ => expression(r, at),
    };
    found.filter(|found| found.whole().is_some_and(names_a_day))
}

/// Whether it is one day, and so may have a morning or an hour.
pub fn names_a_day(at: At) -> bool {
    use super::meaning::Unit;
    match at.when {
        When::Day { .. } | When::NthWeekday { .. } => true,
        When::Weekday(_) | When::WeekdayOfWeek { .. } | When::Holiday { .. } => true,
        When::Shift { unit, .. } => unit == Unit::Day,
        _ => false,
    }
}

/// The part of the day or the time of day that follows a day: "Friday morning", "Feb. 9 at 2 p.m.".
fn join_clock(r: &Reader, mut found: Found) -> Found {
    let day = found.whole().filter(|&at| names_a_day(at));
    let (Some(_), Meaning::At(at)) = (day, &mut found.meaning) else { return found };
    if let Word::Part(part) = r.word(found.to) {
        let plain = !r.any(found.to, &["overnight"]) && !r.hyphen(found.to + 1);
        if plain {
            at.detail = Detail::Part(part);
            found.to += 1;
        }
        return found;
    }
    let next = found.to + usize::from(r.any(found.to, &[",", "at", "-", "–", "—", "|", "·", "/"]));
    let next = next + usize::from(next > found.to && r.is(next, "at"));
    let dated = matches!(at.when, When::Day { year: YearOf::Given(_), .. });
    let clock = clock::read(r, next).or_else(|| clock::after_date(r, next).filter(|_| dated));
    if let Some((clock, to)) = clock {
        at.detail = Detail::Clock(clock);
        found.to = to;
    }
    found
}

/// Lets the sentence say which way to look, where the words themselves do not.
fn lean(r: &Reader, found: &mut Found) {
    let (from, to) = (found.from, found.to);
    let ask = |at: &mut At| {
        if at.lean == Lean::Unknown && depends_on_tense(at.when) {
            (at.lean, at.cue) = tense::lean(r, from, to);
        }
    };
    match &mut found.meaning {
        Meaning::At(at) => ask(at),
        Meaning::Through(first, last) => {
            ask(first);
            (last.lean, last.cue) = (first.lean, first.cue);
        }
        _ => {}
    }
}

fn depends_on_tense(when: When) -> bool {
    use super::meaning::{Unit, YearOf::Open};
    match when {
        When::Day { year, .. }
        | When::Month { year, .. }
        | When::Quarter { year, .. }
        | When::Half { year, .. }
        | When::Season { year, .. }
        | When::NthWeekday { year, .. }
        | When::Holiday { year, .. } => year == Open,
        When::Weekday(_) | When::DayOfMonth(_) => true,
        When::Shift { unit, .. } => unit == Unit::Weekend,
        _ => false,
    }
}

//! From words to expressions: what begins at a token, what joins it, what widens it.

use super::phrase::{Phrase, names_a_day};
use super::reader::{Found, Reader};
use super::widen::widen;
use super::word::{Turn, Word};
use super::{
    clock, dates, famous, figures, lengths, quarters, relative, tense, timetable, weekdays, words, years,
};
use crate::document::meaning::{At, Clock, DayPart, Detail, Lean, Meaning, When, YearOf};
use crate::sentences::Sentence;
use crate::text::TextRange;
use crate::tokens::{Token, TokenKind};

/// Finds every expression of time, in order and disjoint. None crosses a sentence.
pub fn phrases(text: &str, tokens: &[Token], sentences: &[Sentence], surnames: &[TextRange]) -> Vec<Phrase> {
    let words = words::read(text, tokens);
    let may_is_a_name = surnames.iter().any(|name| name.of(text) == "May");
    let day_first = day_stands_first(text, tokens, &words);
    let mut phrases = Vec::new();
    for sentence in sentences {
        let (from, to) = (sentence.tokens.start, sentence.tokens.end);
        let reader = Reader { text, tokens, words: &words, from, to, may_is_a_name, day_first };
        in_sentence(&reader, &mut phrases);
    }
    phrases
}

/// Where the day stands first in figures, by the zone of the hour beside them.
const DAY_FIRST_ZONES: [&str; 16] = [
    "GMT", "BST", "IST", "CET", "CEST", "EET", "AEST", "AEDT", "NZST", "NZDT", "SAST", "WAT", "EAT", "PKT",
    "SGT", "HKT",
];

/// Whether a date of the article such as "13/02/2025" shows that the day stands first, or the zone of
/// the hour after one does: "04/03/2025 10:15 GMT".
fn day_stands_first(text: &str, tokens: &[Token], words: &[Word]) -> bool {
    let figures = |at: usize| match words.get(at) {
        Some(&Word::Digits { value, length: 1..=2 }) => Some(value),
        _ => None,
    };
    let slash =
        |at: usize| tokens[at].kind == TokenKind::Sign && tokens[at].of(text) == "/" && !tokens[at].spaced;
    let zone = |token: &Token| DAY_FIRST_ZONES.contains(&token.of(text));
    let in_zone = |at: usize| {
        let line = tokens[at..].iter().take(8).skip(1).take_while(|token| !token.starts_line);
        line.into_iter().any(zone)
    };
    (3..tokens.len()).any(|at| {
        slash(at)
            && slash(at - 2)
            && figures(at - 1).is_some_and(|month| month <= 12)
            && figures(at - 3)
                .is_some_and(|day| (13..=31).contains(&day) || (1..=12).contains(&day) && in_zone(at))
    })
}

/// A time of day whose day stands with the next one: "from 7am to 10pm on Thursday".
fn share_day(r: &Reader, open: Option<usize>, found: &Found, phrases: &mut [Phrase], day_named: bool) {
    let (Some(end), Some(before)) = (open, phrases.last_mut()) else { return };
    let (Meaning::At(clock), Meaning::At(at)) = (&mut before.meaning, &found.meaning) else { return };
    let between = end..found.from;
    let direct =
        between.len() == 1 && (r.dash(end) || r.any(end, &["to", "and", "until", "till", "or", "through"]));
    let near =
        between.len() <= 4 && !day_named && !between.clone().any(|at| r.any(at, &[",", ";", "(", ")"]));
    if (direct || near) && matches!(at.detail, Detail::Clock(_)) && at.when != When::ThatDay {
        *clock = At { detail: clock.detail, plus_days: clock.plus_days, ..*at };
    }
}

fn in_sentence(r: &Reader, phrases: &mut Vec<Phrase>) {
    let mut at = r.from;
    let mut floor = r.from;
    let mut last_day = None;
    let (mut open_clock, mut day_named) = (None, false);
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
        timetable::every_week(r, &mut found);
        if timetable::join(r, phrases, &mut found) {
            (floor, at, open_clock) = (found.to, found.to, None);
            continue;
        }
        last_day = found.whole().map(|date| (found.to, date));
        share_day(r, open_clock, &found, phrases, day_named);
        let by_itself =
            matches!(found.meaning, Meaning::At(At { when: When::ThatDay, detail: Detail::Clock(_), .. }));
        open_clock = by_itself.then_some(found.to);
        day_named |= matches!(found.meaning, Meaning::At(at) if names_a_day(at));
        (floor, at) = (found.to, found.to);
        phrases.push(Phrase { range: r.range(found.from, found.to), meaning: found.meaning });
    }
}

/// What begins at a token.
fn expression(r: &Reader, at: usize) -> Option<Found> {
    match r.word(at) {
        Word::Month(month) => dates::from_month(r, at, month),
        Word::Weekday(day) => weekdays::from_weekday(r, at, day, false),
        Word::ShortWeekday(day) => weekdays::from_weekday(r, at, day, true),
        Word::Weekdays(day) => repeated_weekday(r, at, day),
        Word::Digits { value, length } => figures(r, at, value, length),
        Word::Dotted(day, month, year) => figures::dotted(at, day, month, year),
        Word::Ordinal(n) => ordinal(r, at, n),
        Word::Clock { .. } | Word::NamedClock(_) => from_clock(r, at),
        Word::Plural(value) => years::decade(r, at, value),
        Word::Count(_) | Word::Decimal(_) => {
            dates::day_first(r, at).or_else(|| from_clock(r, at)).or_else(|| lengths::from_number(r, at))
        }
        Word::Some => from_clock(r, at).or_else(|| lengths::from_number(r, at)),
        Word::Unit { .. } => week_from(r, at)
            .or_else(|| from_clock(r, at))
            .or_else(|| relative::unit_before_or_after(r, at))
            .or_else(|| relative::this_unit(r, at))
            .or_else(|| lengths::from_unit(r, at)),
        Word::Turn(Turn::Last) if r.is(at, "last") && weekdays::nth_weekday(r, at, -1).is_some() => {
            weekdays::nth_weekday(r, at, -1)
        }
        Word::YearPart { quarter, nth } => quarters::year_part(r, at, quarter, nth),
        Word::Turn(turn) => relative::from_turn(r, at, turn).or_else(|| relative::vague(r, at)),
        Word::Deictic(by, part) => relative::deictic(r, at, by, part),
        Word::Every => lengths::every(r, at),
        Word::Repeated(length) => lengths::repeated(r, at, Some(length)),
        Word::Nightly => lengths::repeated(r, at, None),
        Word::Season(season) => relative::season(r, at, season),
        Word::Now | Word::Future => relative::vague(r, at),
        Word::Holiday => relative::holiday(r, at),
        Word::Fiscal => quarters::fiscal(r, at),
        Word::FiscalYear(year) => Some(quarters::fiscal_year(r, at, year)),
        Word::Part(_) | Word::DayAndClock { .. } | Word::Other => None,
    }
}

fn figures(r: &Reader, at: usize, value: u32, length: u8) -> Option<Found> {
    from_clock(r, at)
        .or_else(|| dates::day_first(r, at))
        .or_else(|| figures::numeric(r, at))
        .or_else(|| famous::in_figures(r, at))
        .or_else(|| dates::day_of_list(r, at))
        .or_else(|| dates::day_of_this_month(r, at))
        .or_else(|| dates::year_first(r, at))
        .or_else(|| years::decade_with_mark(r, at, value))
        .or_else(|| years::year_with_mark(r, at))
        .or_else(|| years::year(r, at, value).filter(|_| length == 4))
        .or_else(|| lengths::from_number(r, at))
}

fn ordinal(r: &Reader, at: usize, n: u8) -> Option<Found> {
    dates::day_first(r, at)
        .or_else(|| dates::day_of_list(r, at))
        .or_else(|| dates::day_of_this_month(r, at))
        .or_else(|| weekdays::nth_weekday(r, at, n as i8))
        .or_else(|| quarters::from_ordinal(r, at, n))
        .or_else(|| dates::day_of_month(r, at, n))
}

/// "a week from Friday", "a week on Monday"; not "twice a week on Monday".
fn week_from(r: &Reader, at: usize) -> Option<Found> {
    let often = r.any(r.back(at, 2), &["once", "twice", "times", "days"]);
    let fits = r.is(at, "week") && r.any(at + 1, &["from", "on"]) && r.is(r.back(at, 1), "a") && !often;
    let day = whole_day(r, at + 2).filter(|_| fits)?;
    let date = At { plus_days: 7, lean: Lean::Future, ..day.whole()? };
    Some(Found::at(at - 1, day.to, date))
}

/// "Fridays", "on Sundays", "on weekdays".
fn repeated_weekday(r: &Reader, at: usize, day: i8) -> Option<Found> {
    use crate::document::meaning::Every;
    let every = if day == 0 { Every::Days { first: 1, last: 5 } } else { Every::Weekday(day) };
    (r.capital(at) || day == 0).then_some(Found { from: at, to: at + 1, meaning: Meaning::Every(every) })
}

/// A time of day, with the day it belongs to where that follows.
///
/// ```text
/// 14:10 JST, February 9, 2025   5 p.m. EST Tuesday   10 p.m. on Friday
/// ^^^^^^^^^^^^^^^^^^^^^^^^^^^   ^^^^^^^^^^^^^^^^^^   ^^^^^^^^^^^^^^^^^
/// ```
fn from_clock(r: &Reader, at: usize) -> Option<Found> {
    let (first, clock, next) = match clock::range(r, at) {
        Some((first, last, next)) => (Some(first), last, next),
        None => clock::read(r, at).map(|(clock, next)| (None, clock, next))?,
    };
    let (to, day) = day_of_clock(r, next).unwrap_or((next, At::new(When::ThatDay, Lean::Unknown)));
    let (clock, to) = in_part_of_day(r, clock, to);
    let day = At { plus_days: day.plus_days + i16::from(ends_a_day(r, at)), ..day };
    let last = At { detail: Detail::Clock(clock), ..day };
    let meaning = match first {
        Some(first) => Meaning::Through(At { detail: Detail::Clock(first), ..day }, last),
        None => Meaning::At(last),
    };
    Some(Found { from: at, to, meaning })
}

/// The day that follows a time of day, over another zone's time in brackets where there is one, and where the
/// expression ends.
///
/// ```text
/// 9 a.m. local time on Friday   9 a.m. ET (1400 GMT) on Tuesday
/// ^^^^^^^^^^^^^^^^^^^^^^^^^^^   ^^^^^^^^^  ^^^^^^^^     both of Tuesday
/// ```
fn day_of_clock(r: &Reader, next: usize) -> Option<(usize, At)> {
    let day = |at: usize| {
        let at = at + 2 * usize::from(r.is(at, "local") && r.is(at + 1, "time"));
        let found = whole_day(r, at + usize::from(r.any(at, &[",", "on"])))?;
        Some((found.to, found.whole()?))
    };
    let behind = || {
        let local = next + 2 * usize::from(r.is(next, "local") && r.is(next + 1, "time"));
        let open = usize::from(r.is(local, "("));
        let closed = if open == 1 { clock::read(r, local + 1)?.1 } else { local };
        let (_, at) = r.is(closed, ")").then(|| day(closed + 1)).flatten()?;
        Some((next, at))
    };
    day(next).or_else(behind)
}

/// "until midnight": the midnight at the day's end.
fn ends_a_day(r: &Reader, at: usize) -> bool {
    let leads = r.any(r.back(at, 1), &["until", "till", "to", "by", "before", "past"]);
    leads && matches!(r.word(at), Word::NamedClock(0))
}

/// "half past nine on Saturday evening": the part of the day tells the half of the clock.
fn in_part_of_day(r: &Reader, clock: Clock, to: usize) -> (Clock, usize) {
    let Word::Part(part) = r.word(to) else { return (clock, to) };
    let later = clock.hour < 12 && (part != DayPart::Night || clock.hour > 5) && part != DayPart::Morning;
    (Clock { hour: clock.hour + if later { 12 } else { 0 }, ..clock }, to + 1)
}

/// A date that names one day, at a token.
fn whole_day(r: &Reader, at: usize) -> Option<Found> {
    let found = match r.word(at) {
        Word::Clock { .. } | Word::NamedClock(_) => None,
        Word::Digits { .. } => dates::day_first(r, at).or_else(|| figures::numeric(r, at)),
        Word::Unit { .. } => None,
        _ => expression(r, at),
    };
    found.filter(|found| found.whole().is_some_and(names_a_day))
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
    let plain = || clock::after_date(r, next).filter(|&(_, to)| dated || year_behind(r, to).is_some());
    if let Some((clock, to)) = clock::read(r, next).or_else(plain) {
        (at.detail, found.to) = (Detail::Clock(clock), to);
        if let (When::Day { year: year @ YearOf::Open, .. }, Some(given)) = (&mut at.when, year_behind(r, to))
        {
            (*year, found.to) = (YearOf::Given(given), to + 1);
        }
    }
    found
}

/// The year behind the hour: "Feb 23 00:44:27 PST 2016".
fn year_behind(r: &Reader, at: usize) -> Option<i16> {
    match r.word(at) {
        Word::Digits { value: year @ 1900..=2199, length: 4 } => Some(year as i16),
        _ => None,
    }
}

/// Lets the sentence say which way to look, where the words themselves do not.
fn lean(r: &Reader, found: &mut Found) {
    let (from, to) = (found.from, found.to);
    let ask = |at: &mut At| {
        if at.lean == Lean::Unknown && depends_on_tense(at.when) {
            (at.lean, at.cue) = tense::lean(r, from, to);
        }
        // "She resigned this Tuesday"
        if at.lean == Lean::This && matches!(at.when, When::Weekday(_)) {
            let (lean, cue) = tense::lean(r, from, to);
            (at.lean, at.cue) = if lean == Lean::Past { (lean, cue) } else { (Lean::This, at.cue) };
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
    use crate::document::meaning::{Unit, YearOf::Open};
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

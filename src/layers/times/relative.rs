//! Expressions that choose by turn or by today: "next week", "last fall", "that day", "tonight".

use super::counts;
use super::dates::{self, year_after};
use super::holidays;
use super::lengths;
use super::quarters;
use super::reader::{Found, Reader};
use super::weekdays;
use super::word::{Turn, Word};
use crate::document::meaning::{
    At, Base, DayPart, Detail, Lean, Length, Meaning, Season, Unit, Vague, When, YearOf,
};

/// An expression that begins with "last", "next", "this", "that", "previous" or "following".
///
/// ```text
/// next week   last five years   the following day   last Friday   this past weekend
/// ^^^^^^^^^   ^^^^^^^^^^^^^^^       ^^^^^^^^^^^^^   ^^^^^^^^^^^   ^^^^^^^^^^^^^^^^^
/// ```
pub fn from_turn(r: &Reader, at: usize, turn: Turn) -> Option<Found> {
    let inner = match (turn, r.word(at + 1)) {
        (Turn::This | Turn::That, Word::Turn(inner)) if !matches!(inner, Turn::This) => Some(inner),
        _ => None,
    };
    if r.is(at, "that") && matches!(inner, Some(Turn::Last | Turn::Next)) {
        return None;
    }
    let (turn, next) = (inner.unwrap_or(turn), at + 1 + usize::from(inner.is_some()));
    let next =
        next + usize::from(r.any(next, &["fiscal", "financial", "calendar"]) && r.is(next + 1, "year"));
    let mut found = turned(r, at, next, turn)?;
    if let Meaning::At(at_turn) = &mut found.meaning {
        at_turn.cue = r.token(at).map(|token| token.range);
    }
    Some(found)
}

fn turned(r: &Reader, from: usize, at: usize, turn: Turn) -> Option<Found> {
    let lean = lean_of(turn);
    let year = YearOf::Open;
    let date = |to, when| Some(Found::at(from, to, At::new(when, lean)));
    match r.word(at) {
        Word::Unit { .. } if is_part_of_another(r, from, at + 1) => None,
        Word::Unit { plural: true, .. } => many(r, from, at, turn),
        Word::Unit { unit, times, .. } => {
            year_and_part(r, from, at, turn).or_else(|| one(r, from, at, turn, unit, i32::from(times)))
        }
        Word::Weekday(day)
            if r.capital(at) && turn == Turn::Next && weekdays::week_on(r, from, at, day).is_some() =>
        {
            weekdays::week_on(r, from, at, day)
        }
        Word::Weekday(_) if r.is(at + 1, "of") && r.is(at + 3, "month") => None,
        Word::Weekday(day) | Word::ShortWeekday(day) if r.capital(at) => date(at + 1, When::Weekday(day)),
        Word::Month(month) if r.capital(at) && !matches!(turn, Turn::That) => dates::from_month(r, at, month)
            .and_then(|found| {
                found.whole().map(|at_month| Found::at(from, found.to, At { lean, ..at_month }))
            }),
        Word::Season(season) if !r.is(at + 1, "of") => date(at + 1, When::Season { year, season }),
        Word::Holiday => holidays::read(r, at).and_then(|(line, to)| date(to, When::Holiday { year, line })),
        Word::Part(part) => part_by_turn(r, from, at, turn, part),
        Word::Digits { .. } | Word::Count(_) | Word::Some => many(r, from, at, turn),
        _ => None,
    }
}

fn lean_of(turn: Turn) -> Lean {
    match turn {
        Turn::Last | Turn::Previous => Lean::Last,
        Turn::Next | Turn::Following => Lean::Next,
        Turn::This => Lean::This,
        Turn::That => Lean::Past,
    }
}

/// "the last week of January", "last week of 2024": not the week before this one.
fn is_part_of_another(r: &Reader, from: usize, next: usize) -> bool {
    let whole = matches!(r.word(next + 1), Word::Month(_) | Word::Digits { length: 4, .. });
    r.is(next, "of") && (whole || (r.is(r.back(from, 1), "the") && r.is(from, "last")))
}

/// "last year's fourth quarter", "this year's first half".
fn year_and_part(r: &Reader, from: usize, at: usize, turn: Turn) -> Option<Found> {
    let by = match turn {
        Turn::Last => -1,
        Turn::This => 0,
        Turn::Next => 1,
        _ => return None,
    };
    let owns = r.is(at, "year") && r.any(at + 1, &["'s", "’s"]);
    let (when, to) = quarters::part_of(r, at + 2, YearOf::Relative(by)).filter(|_| owns)?;
    Some(Found::at(from, to, At::new(when, Lean::This)))
}

/// "last week", "the following day", "that year".
fn one(r: &Reader, from: usize, at: usize, turn: Turn, unit: Unit, times: i32) -> Option<Found> {
    let to = at + 1;
    // "the last fortnight" is the one that has just gone by, as "the past week" is.
    let gone_by = r.is(from, "past") || r.is(from, "last") && r.any(at, &["fortnight"]);
    if gone_by && from + 1 == at && unit != Unit::Weekend {
        let length = Length { unit, thousandths: Some(times as u32 * 1000) };
        return Some(Found { from, to, meaning: Meaning::Lasting(length) });
    }
    if unit < Unit::Day || r.hyphen(to) {
        return None;
    }
    let (by, base) = match turn {
        Turn::This if unit == Unit::Day => return None,
        Turn::Last if unit == Unit::Day => return None,
        Turn::Next if unit == Unit::Day => (1, Base::Mentioned),
        Turn::Last => (-1, Base::Anchor),
        Turn::Next => (1, Base::Anchor),
        Turn::This => (0, Base::Anchor),
        Turn::That => (0, Base::Mentioned),
        Turn::Previous => (-1, Base::Mentioned),
        Turn::Following => (1, Base::Mentioned),
    };
    let base = if r.is(from, "coming") { Base::Anchor } else { base };
    let when = When::Shift { unit, by: by * times, from: base };
    Some(Found::at(from, to, At::new(when, Lean::This)))
}

/// "last five years", "the next few days", "coming years", "past two months".
fn many(r: &Reader, from: usize, at: usize, turn: Turn) -> Option<Found> {
    if matches!(turn, Turn::That) {
        return None;
    }
    // "The trial will last three weeks."
    let verb = || {
        r.any(
            r.back(from, 1),
            &["to", "not", "will", "would", "can", "could", "may", "might", "should", "must"],
        )
    };
    if r.is(from, "last") && verb() {
        return None;
    }
    let (count, next) = counts::count(r, at).unwrap_or((None, at));
    let (unit, times, to) = lengths::unit(r, next)?;
    let one_of_them =
        count.is_some_and(|n| n < 1000) || (count.is_none() && next == at && r.is(from, "this"));
    let length = Length { unit, thousandths: count.map(|n| n.saturating_mul(times)) };
    (!one_of_them).then_some(Found { from, to, meaning: Meaning::Lasting(length) })
}

/// "last night", "this morning", "the next morning".
fn part_by_turn(r: &Reader, from: usize, at: usize, turn: Turn, part: DayPart) -> Option<Found> {
    let (by, base) = match turn {
        Turn::Last => (-1, Base::Anchor),
        Turn::This => (0, Base::Anchor),
        Turn::That => (0, Base::Mentioned),
        Turn::Next | Turn::Following => (1, Base::Mentioned),
        Turn::Previous => (-1, Base::Mentioned),
    };
    let mut date = At::new(When::Shift { unit: Unit::Day, by, from: base }, Lean::This);
    date.detail = Detail::Part(part);
    let programme = r.capital(at) && r.capital_word(r.back(from, 1));
    (!programme && !r.hyphen(at + 1)).then(|| Found::at(from, at + 1, date))
}

/// "today", "yesterday", "tonight"; not "USA Today".
pub fn deictic(r: &Reader, at: usize, by: i8, part: Option<DayPart>) -> Option<Found> {
    let before = r.back(at, 1);
    if r.capital(at) && r.capital_word(before) && !r.text_at(at).bytes().all(|b| b.is_ascii_uppercase()) {
        return None;
    }
    if r.is(before, "usa") {
        return None;
    }
    let when = When::Shift { unit: Unit::Day, by: i32::from(by), from: Base::Anchor };
    let mut date = At::new(when, Lean::This);
    date.detail = part.map_or(Detail::Whole, Detail::Part);
    Some(Found::at(at, at + 1, date))
}

/// "the day before", "the week after": counted from the date spoken of.
///
/// Before a name or a clause ("the day after his death") it stays open, so it is left alone.
pub fn unit_before_or_after(r: &Reader, at: usize) -> Option<Found> {
    let Word::Unit { unit, plural: false, .. } = r.word(at) else { return None };
    if r.is(at + 1, "before") && r.is(at + 2, "last") && !r.capital_word(at + 3) {
        let when = When::Shift { unit, by: -2, from: Base::Anchor };
        return Some(Found::at(at, at + 3, At::new(when, Lean::This)));
    }
    let by = match () {
        () if r.any(at + 1, &["before", "earlier"]) => -1,
        () if r.any(at + 1, &["after", "later"]) => 1,
        () => return None,
    };
    let ends = r.token(at + 2).is_none_or(|token| token.kind == crate::tokens::TokenKind::Sign);
    let fits = unit >= Unit::Day && r.is(r.back(at, 1), "the") && ends;
    let when = When::Shift { unit, by, from: Base::Mentioned };
    fits.then(|| Found::at(at, at + 2, At::new(when, Lean::This)))
}

/// "the weekend", "year-end", "the end of the month".
pub fn this_unit(r: &Reader, at: usize) -> Option<Found> {
    let Word::Unit { unit, plural: false, .. } = r.word(at) else { return None };
    let before = r.back(at, 1);
    let shift = |unit| At::new(When::Shift { unit, by: 0, from: Base::Anchor }, Lean::Unknown);
    if unit == Unit::Weekend {
        return r.any(before, &["the", "over", "during"]).then(|| Found::at(at, at + 1, shift(unit)));
    }
    if unit == Unit::Year && r.is(at + 1 + usize::from(r.dash(at + 1)), "end") {
        let to = at + 2 + usize::from(r.dash(at + 1));
        return Some(Found::at(at, to, shift(unit)));
    }
    let of = r.is(before, "the") && r.is(r.back(at, 2), "of");
    let edge = r.back(at, 3);
    let edged =
        of && r.any(edge, &["end", "beginning", "start", "middle", "rest", "remainder", "close", "course"]);
    (edged && unit >= Unit::Week).then(|| Found::at(edge, at + 1, shift(unit)))
}

/// "in the spring", "summer of 1998", "winter 2024"; not "the fall of the city".
pub fn season(r: &Reader, at: usize, season: Season) -> Option<Found> {
    let (year, to) = year_after(r, at + 1);
    let before = r.back(at, 1);
    let the = usize::from(r.is(before, "the"));
    let led = r.any(
        r.back(at, 1 + the),
        &["in", "since", "by", "until", "during", "early", "late", "mid", "through", "of"],
    );
    let fits =
        led && !r.is(at + 1, "of") && !(r.is(at, "fall") && r.any(at + 1, &["in", "from", "into", "to"]));
    let named = year != YearOf::Open && !r.is(at + 1, ",");
    let next_year = r.hyphen(to) && matches!(r.word(to + 1), Word::Digits { length: 2, .. });
    let to = if named && next_year { to + 2 } else { to };
    (fits || named).then(|| Found::at(at, to, At::new(When::Season { year, season }, Lean::Unknown)))
}

/// "Thanksgiving Day", "Christmas 1998".
pub fn holiday(r: &Reader, at: usize) -> Option<Found> {
    let (line, next) = holidays::read(r, at)?;
    let (year, to) = year_after(r, next);
    Some(Found::at(at, to, At::new(When::Holiday { year, line }, Lean::Unknown)))
}

/// "now", "the future", "in the past".
pub fn vague(r: &Reader, at: usize) -> Option<Found> {
    let before = r.back(at, 1);
    let vague = match r.word(at) {
        Word::Now if r.small_word(at) && !r.hyphen(at + 1) && !r.joined(at) => Vague::Present,
        Word::Future
            if r.any(before, &["the", "near", "foreseeable", "immediate", "distant"])
                && !r.is(at + 1, "of") =>
        {
            let plain = !r.small_word(at + 1)
                || r.any(at + 1, &["that", "and", "to", "when", "is", "will", "for", "but", "as"]);
            return plain.then_some(Found { from: at, to: at + 1, meaning: Meaning::Vague(Vague::Future) });
        }
        Word::Turn(Turn::Last) if r.is(at, "past") && r.is(before, "the") && r.is(r.back(at, 2), "in") => {
            Vague::Past
        }
        _ => return None,
    };
    let noun_follows = vague == Vague::Past
        && r.small_word(at + 1)
        && !r.any(at + 1, &["and", "but", "to", "when", "he", "that"]);
    (!noun_follows).then_some(Found { from: at, to: at + 1, meaning: Meaning::Vague(vague) })
}

//! Dates with the name of a month: "Feb. 9, 1998", "9 February", "March 3-5", "January".

use super::famous;
use super::figures::full_year;
use super::reader::{Found, Reader};
use super::word::{Turn, Word};
use crate::document::meaning::{At, Lean, Meaning, When, YearOf};

/// Words after which a bare "May" or "March" is a month.
const LEADS_TO_MONTH: &[&str] = &[
    "in", "since", "until", "till", "by", "of", "from", "during", "through", "before", "after", "last",
    "next", "this", "early", "late", "mid", "every", "each", "to", "between", "for", "and", "or", "that",
];

/// Of these, the ones that do not lead to a Mrs. May as well.
const LEADS_TO_MAY: &[&str] =
    &["in", "since", "until", "till", "during", "last", "next", "this", "early", "late", "mid", "every"];

/// A date that begins with a month's name.
///
/// ```text
/// Feb. 9, 1998   July-Sept.   March 3-5   January of last year
/// ^^^^^^^^^^^^   ^^^^^^^^^^   ^^^^^^^^^   ^^^^^^^^^^^^^^^^^^^^
/// ```
pub fn from_month(r: &Reader, at: usize, month: i8) -> Option<Found> {
    let the = r.is(at + 1, "the") && matches!(r.word(at + 2), Word::Ordinal(_) | Word::Count(20 | 30));
    let day = at + 1 + usize::from(the);
    let named = || july_fourth(r, at).or_else(|| day_in_words(r, day).filter(|_| r.capital(at)));
    if let Some((day, next)) = day_number(r, day).or_else(named) {
        return Some(famous::dated(r, month_day(r, at, month, day, next)));
    }
    if !is_month(r, at) {
        return None;
    }
    let (year, next) = year_after(r, at + 1);
    if year != YearOf::Open {
        return Some(Found::at(at, next, At::new(When::Month { year, month }, Lean::Unknown)));
    }
    Some(
        month_range(r, at, month)
            .unwrap_or_else(|| Found::at(at, at + 1, At::new(When::Month { year, month }, Lean::Unknown))),
    )
}

/// "July Fourth", the day's name.
fn july_fourth(r: &Reader, at: usize) -> Option<(i8, usize)> {
    (r.is(at, "july") && r.is(at + 1, "fourth") && r.capital(at + 1)).then_some((4, at + 2))
}

/// "July-Sept.", "May to July 1998".
fn month_range(r: &Reader, at: usize, from: i8) -> Option<Found> {
    let joins =
        r.dash(at + 1) || r.any(at + 1, &["through"]) || (r.is(at + 1, "to") && !r.is(r.back(at, 1), "from"));
    let Word::Month(to) = r.word(at + 2) else { return None };
    if !joins || day_number(r, at + 3).is_some() || !r.capital(at + 2) {
        return None;
    }
    let (year, next) = year_after(r, at + 3);
    let before = match year {
        YearOf::Given(year) if from > to => YearOf::Given(year.saturating_sub(1)),
        other => other,
    };
    let first = At::new(When::Month { year: before, month: from }, Lean::Unknown);
    let last = At::new(When::Month { year, month: to }, Lean::Unknown);
    Some(Found { from: at, to: next, meaning: Meaning::Through(first, last) })
}

/// "February 24", "March 3-5, 1998", "March 30-April 2".
fn month_day(r: &Reader, at: usize, month: i8, day: i8, next: usize) -> Found {
    let second = range_end(r, next, month, day);
    let (to_month, to_day, next) = second.unwrap_or((month, day, next));
    let (year, next) = year_after(r, next);
    let date = |month, day| At::new(When::Day { year, month, day, weekday: None }, Lean::Unknown);
    if second.is_none() {
        return Found::at(at, next, date(month, day));
    }
    Found { from: at, to: next, meaning: Meaning::Through(date(month, day), date(to_month, to_day)) }
}

/// "-5", "to 5", "-April 2" after a day of a month.
fn range_end(r: &Reader, at: usize, month: i8, day: i8) -> Option<(i8, i8, usize)> {
    if !(r.dash(at) || r.any(at, &["to", "through"])) {
        return None;
    }
    if let Word::Month(to_month) = r.word(at + 1) {
        let (to_day, next) = day_number(r, at + 2).filter(|_| r.joined(at))?;
        return Some((to_month, to_day, next));
    }
    let (to_day, next) = day_number(r, at + 1).filter(|&(to, _)| to > day)?;
    let counts = matches!(r.word(next), Word::Unit { .. })
        || r.any(next, &["percent", "%", "a.m.", "p.m.", "am", "pm"]);
    (!counts).then_some((month, to_day, next))
}

/// A day of the month: "9", "24th", "09".
pub fn day_number(r: &Reader, at: usize) -> Option<(i8, usize)> {
    let day = match r.word(at) {
        Word::Digits { value: day @ 1..=31, length: 1..=2 } => day as i8,
        Word::Ordinal(day @ 1..=31) if r.text_at(at).starts_with(|c: char| c.is_ascii_digit()) => day as i8,
        _ => return None,
    };
    Some((day, at + 1))
}

/// ", 1998", "of 1998", "1998", "’98", "of last year", "this year", "FY26".
pub fn year_after(r: &Reader, at: usize) -> (YearOf, usize) {
    let skip = usize::from(r.any(at, &[",", "of"]));
    if let Word::Digits { value: year @ 1400..=2199, length: 4 } = r.word(at + skip) {
        let counted = matches!(r.word(at + skip + 1), Word::Unit { .. }) || r.is(at + skip + 1, "people");
        if !counted {
            return (YearOf::Given(year as i16), at + skip + 1);
        }
    }
    if let Some(year) = short_year(r, at + skip) {
        return (YearOf::Given(year), at + skip + 2);
    }
    if let Word::FiscalYear(year) = r.word(at + skip) {
        return (YearOf::Given(year), at + skip + 1);
    }
    let of = usize::from(r.is(at, "of"));
    let by = match r.word(at + of) {
        Word::Turn(Turn::Last) => -1,
        Word::Turn(Turn::This) => 0,
        Word::Turn(Turn::Next) => 1,
        _ => return (YearOf::Open, at),
    };
    if r.is(at + of + 1, "year") { (YearOf::Relative(by), at + of + 2) } else { (YearOf::Open, at) }
}

/// "’98": a mark and two figures.
pub fn short_year(r: &Reader, mark: usize) -> Option<i16> {
    let marked = r.any(mark, &["'", "’", "‘"]) && r.joined(mark + 1) && !r.joined(mark);
    match r.word(mark + 1) {
        Word::Digits { value, length: 2 } if marked => Some(full_year((value as i16, 2))),
        _ => None,
    }
}

/// Whether a month's name without a day means the month.
fn is_month(r: &Reader, at: usize) -> bool {
    let word = r.text_at(at);
    if !r.capital(at) || (word.len() <= 3 && !r.is(at, "may")) {
        return false;
    }
    let (before, after) = (r.back(at, 1), at + 1);
    let year_follows = matches!(year_after(r, after).0, YearOf::Given(_));
    if r.any(at, &["may", "march"]) {
        return year_follows || is_may_or_march(r, at);
    }
    let led = r.any(before, LEADS_TO_MAY) || r.any(before, &["by", "of"]);
    let all_capitals = word.len() > 1 && word.bytes().all(|b| !b.is_ascii_lowercase());
    let forename = r.any(at, &["april", "june", "august"]) && r.capital_word(after) && !all_capitals;
    let timely = matches!(r.word(after), Word::Month(_) | Word::Weekday(_));
    year_follows || timely || !forename || led
}

/// "in May", "the March meeting", "May-July"; not "may", "Mrs. May", "the march".
fn is_may_or_march(r: &Reader, at: usize) -> bool {
    let before = r.back(at, 1);
    let leads = if r.may_is_a_name && r.is(at, "may") { LEADS_TO_MAY } else { LEADS_TO_MONTH };
    let all_capitals = r.text_at(at).bytes().all(|b| b.is_ascii_uppercase());
    if r.any(before, leads) {
        return !(all_capitals && r.any(before, &["and", "or", "that", "this", "for"]));
    }
    let determined = r.any(before, &["the", "a", "its", "his", "her", "their", "our"]);
    let adjective = determined && r.small_word(at + 1) && !all_capitals;
    let ranged = r.dash(at + 1) && matches!(r.word(at + 2), Word::Month(_));
    let mid = r.dash(before) && r.any(r.back(at, 2), &["mid", "early", "late"]);
    adjective || ranged || mid
}

/// "9 February", "24th of May, 1998", "3-5 March".
pub fn day_first(r: &Reader, at: usize) -> Option<Found> {
    let (day, mut next) = day_number(r, at).or_else(|| written_day(r, at))?;
    let mut last = None;
    if r.dash(next) || r.is(next, "to") {
        (last, next) = (Some(day_number(r, next + 1)?.0), next + 2);
    }
    next += usize::from(r.is(next, "of"));
    let Word::Month(month) = r.word(next) else { return None };
    if !r.capital(next) || (r.any(next, &["may", "mar"]) && !r.capital(next)) {
        return None;
    }
    let (year, next) = year_after(r, next + 1);
    let date = |day| At::new(When::Day { year, month, day, weekday: None }, Lean::Unknown);
    let meaning = match last {
        Some(last) if last > day => Meaning::Through(date(day), date(last)),
        Some(_) => return None,
        None => Meaning::At(date(day)),
    };
    Some(famous::dated(r, Found { from: at, to: next, meaning }))
}

/// "fourth of February": a day in words needs its "of".
fn written_day(r: &Reader, at: usize) -> Option<(i8, usize)> {
    ordinal(r, at).filter(|&(_, next)| r.is(next, "of"))
}

/// "third", "twenty-second".
fn ordinal(r: &Reader, at: usize) -> Option<(i8, usize)> {
    let (day, next) = match (r.word(at), r.word(at + 2)) {
        (Word::Ordinal(day), _) => (day as i8, at + 1),
        (Word::Count(tens @ (20 | 30)), Word::Ordinal(ones @ 1..=9)) if r.hyphen(at + 1) => {
            (tens as i8 + ones as i8, at + 3)
        }
        _ => return None,
    };
    (1..=31).contains(&day).then_some((day, next))
}

/// "May twenty-second", "January third": after a month's name, and before nothing that it could count.
fn day_in_words(r: &Reader, at: usize) -> Option<(i8, usize)> {
    const LINKS: &[&str] = &[
        "and", "at", "to", "for", "in", "but", "when", "as", "with", "from", "by", "the", "he", "she", "it",
        "they", "was", "after", "before", "of", "until", "or", "that",
    ];
    let (day, next) = ordinal(r, at)?;
    let small = r.small_word(next) && !r.any(next, LINKS);
    let counts = r.dash(next) || (next == at + 1 && (small || r.capital_word(next)));
    (!counts).then_some((day, next))
}

/// "2014, Feb 17", "the 2021 July unrest": the year before its month.
pub fn year_first(r: &Reader, at: usize) -> Option<Found> {
    let Word::Digits { value: year @ 1400..=2199, length: 4 } = r.word(at) else { return None };
    let comma = usize::from(r.is(at + 1, ","));
    let Word::Month(month) = r.word(at + 1 + comma) else { return None };
    let (led, year) = (r.any(r.back(at, 1), LEADS_TO_MONTH), YearOf::Given(year as i16));
    let date = |to, when| Some(Found::at(at, to, At::new(when, Lean::Unknown)));
    match day_number(r, at + 2 + comma) {
        _ if !r.capital(at + 1 + comma) || (comma == 1 && led) => None,
        Some((day, to)) if year_after(r, to).0 == YearOf::Open => {
            date(to, When::Day { year, month, day, weekday: None })
        }
        None if comma == 0 && !r.any(at + 1, &["may", "march"]) => date(at + 2, When::Month { year, month }),
        _ => None,
    }
}

/// "3" in "3, 4 and 5 March": a day whose month follows the last of its list.
pub fn day_of_list(r: &Reader, at: usize) -> Option<Found> {
    let (day, mut next) = day_number(r, at)?;
    for _ in 0..6 {
        if !r.any(next, &[",", "and", "or", "&"]) {
            return None;
        }
        next += 1 + usize::from(r.is(next, ",") && r.any(next + 1, &["and", "or"]));
        let (later, end) = day_number(r, next).filter(|&(later, _)| later > day)?;
        if let Some(When::Day { year, month, .. }) =
            day_first(r, next).and_then(|found| found.whole()).map(|last| last.when)
        {
            let when = When::Day { year, month, day, weekday: None };
            return (later > day).then(|| Found::at(at, at + 1, At::new(when, Lean::Unknown)));
        }
        next = end;
    }
    None
}

/// "15th of this month", "3rd of last month", "15th of the month".
pub fn day_of_this_month(r: &Reader, at: usize) -> Option<Found> {
    let (day, of) = day_number(r, at).filter(|&(_, of)| r.is(of, "of") && r.is(of + 2, "month"))?;
    let months = match r.word(of + 1) {
        Word::Turn(Turn::Last) => -1,
        Word::Turn(Turn::This) => 0,
        Word::Turn(Turn::Next) => 1,
        _ if r.is(of + 1, "the") => {
            return Some(Found::at(at, of + 3, At::new(When::DayOfMonth(day), Lean::Unknown)));
        }
        _ => return None,
    };
    Some(Found::at(at, of + 3, At::new(When::DayOfOtherMonth { day, months }, Lean::This)))
}

/// "25" in "April 24 and 25": a second day of the month just named.
pub fn second_day(r: &Reader, at: usize, named: Option<(usize, At)>) -> Option<Found> {
    let (end, first) = named?;
    let When::Day { year, month, .. } = first.when else { return None };
    let joins = at == end + 1 && r.any(end, &["and", "or", ","]);
    let (day, next) = day_number(r, at).filter(|_| joins)?;
    let counts = r.small_word(next)
        && !r.any(next, &["in", "at", "on", "to", "for", "by", "and", "when", "of", "with"]);
    let own_month = matches!(r.word(next + usize::from(r.is(next, "of"))), Word::Month(_));
    let list = !r.is(end, ",") || r.any(next, &["and", ","]);
    if counts || own_month || !list || matches!(r.text_at(next), "%" | "/") {
        return None;
    }
    Some(Found::at(at, next, At::new(When::Day { year, month, day, weekday: None }, first.lean)))
}

/// "the 25th", of the month spoken of.
pub fn day_of_month(r: &Reader, at: usize, day: u8) -> Option<Found> {
    let led = r.is(r.back(at, 1), "the")
        && r.any(r.back(at, 2), &["on", "until", "by", "since", "from", "before", "after"]);
    let in_figures = r.text_at(at).starts_with(|c: char| c.is_ascii_digit());
    let bare = !r.capital_word(at + 1)
        && (!r.small_word(at + 1) || r.any(at + 1, &["to", "and", "but", "when", "as", "at", "in", "for"]));
    let fits = led && in_figures && bare && (1..=31).contains(&day) && !r.dash(at + 1);
    fits.then(|| Found::at(at, at + 1, At::new(When::DayOfMonth(day as i8), Lean::Unknown)))
}

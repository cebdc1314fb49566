//! Years, decades and centuries in figures, and the quarters and halves of a year.

use super::dates::year_after;
use super::meaning::{At, Lean, Meaning, Unit, When, YearOf};
use super::reader::{Found, Reader};
use super::words::Word;
use crate::tokens::TokenKind;

/// Words after which four figures are a year.
const LEADS_TO_YEAR: &[&str] = &[
    "in", "since", "until", "till", "by", "during", "of", "from", "through", "to", "early", "late", "mid",
    "circa", "before", "after", "between", "and", "the", "for", "around", "spring", "summer", "fall",
    "autumn", "winter", "(", "fiscal", "than", "year", "into", "on", "or",
];

/// Nouns that four figures count rather than date.
const COUNTED: &[&str] = &[
    "people",
    "men",
    "women",
    "children",
    "troops",
    "police",
    "meters",
    "metres",
    "feet",
    "miles",
    "km",
    "tonnes",
    "tons",
    "dollars",
    "dlrs",
    "euros",
    "pounds",
    "votes",
    "points",
    "percent",
    "pct",
    "million",
    "billion",
    "jobs",
    "workers",
    "homes",
    "others",
    "kilometers",
    "kilometres",
    "acres",
    "hectares",
    "barrels",
    "employees",
    "soldiers",
    "students",
    "families",
    "houses",
    "rupees",
    "yen",
    "hours",
    "gmt",
    "more",
    "m",
    "kg",
    "words",
    "square",
    "cubic",
];

/// "the 1980’s", "the 90's".
pub fn decade_with_mark(r: &Reader, at: usize, value: u32) -> Option<Found> {
    let led = r.any(r.back(at, 1), &["the", "early", "late"]) || r.dash(r.back(at, 1));
    let marked = r.any(at + 1, &["'", "’"]) && r.joined(at + 1) && r.is(at + 2, "s") && r.joined(at + 2);
    let marked = marked && value.is_multiple_of(10);
    let decade = match value {
        1400..=2090 => value / 10,
        10..=90 => 190 + value / 10,
        _ => return None,
    };
    (led && marked).then(|| Found::at(at, at + 3, At::new(When::Decade(decade as i16), Lean::Unknown)))
}

/// "1998", "1994-95", "1986/87".
///
/// Figures are left alone where they count something ("2,000 people", "2000 troops"), cost
/// something, or number something ("No. 1998"); before 1900 they need a word such as "in".
pub fn year(r: &Reader, at: usize, value: u32) -> Option<Found> {
    if !(1400..=2199).contains(&value) || !stands_like_a_year(r, at, value) {
        return None;
    }
    let first = At::new(When::Year(YearOf::Given(value as i16)), Lean::Unknown);
    match range_end(r, at, value) {
        Some((last, next)) => {
            let last = At::new(When::Year(YearOf::Given(last)), Lean::Unknown);
            Some(Found { from: at, to: next, meaning: Meaning::Through(first, last) })
        }
        None if compound(r, at + 1) => None,
        None => Some(Found::at(at, at + 1, first)),
    }
}

/// "1994-95", "1996-2000", "1986/87".
fn range_end(r: &Reader, at: usize, first: u32) -> Option<(i16, usize)> {
    let joins = r.hyphen(at + 1) || (r.text_at(at + 1) == "/" && r.joined(at + 1) && r.joined(at + 2));
    let Word::Digits { value, length } = r.word(at + 2) else { return None };
    let last = match length {
        2 => first / 100 * 100 + value,
        4 => value,
        _ => return None,
    };
    let apart = last.checked_sub(first).is_some_and(|years| (1..200).contains(&years));
    (joins && apart && last < 2200).then_some((last as i16, at + 3))
}

/// "2000-strong", "1998-3": the figures go on.
fn compound(r: &Reader, at: usize) -> bool {
    let sign = matches!(r.text_at(at), "-" | "–" | "/") && r.joined(at) && r.joined(at + 1);
    sign || r.text_at(at) == "%"
}

fn stands_like_a_year(r: &Reader, at: usize, value: u32) -> bool {
    let before = r.back(at, 1);
    let after = at + 1;
    if r.any(
        before,
        &["$", "£", "€", "¥", "#", "no.", "nos.", "/", "+", "rs", "dlrs", "page", "room", "flight", "a"],
    ) {
        return false;
    }
    if r.any(after, COUNTED) || matches!(r.word(after), Word::Unit { plural: true, .. }) {
        return false;
    }
    if r.joined(at)
        && r.dash(before)
        && !r.any(r.back(at, 2), &["mid", "post", "pre", "late", "early", "circa"])
    {
        return false;
    }
    let number_before = r.token(before).is_some_and(|token| token.kind == TokenKind::Number);
    let led = r.any(before, LEADS_TO_YEAR) || (r.dash(before) && r.joined(at));
    if !(1900..=2099).contains(&value) {
        return led && !r.any(before, &["than", "for", "on", "the"]) && !counts_next(r, after);
    }
    led && !(r.any(before, &["of", "to", "for", "than", "on", "into", "or"]) && plural_noun(r, after))
        || !(number_before || plural_noun(r, after))
}

/// A small word that is no link goes on counting: "1500 delegates".
fn counts_next(r: &Reader, at: usize) -> bool {
    const LINKS: &[&str] = &[
        "and", "to", "when", "after", "by", "in", "as", "with", "until", "was", "were", "had", "the", "he",
        "but", "or", "for", "has", "is", "before", "at", "on", "it", "they", "she", "who", "that", "because",
        "while", "where", "from",
    ];
    r.small_word(at) && !r.any(at, LINKS)
}

/// "2000 troops"; "elections" and the like have years before them.
fn plural_noun(r: &Reader, at: usize) -> bool {
    const DATED: &[&str] = &[
        "elections",
        "olympics",
        "games",
        "figures",
        "results",
        "earnings",
        "sales",
        "was",
        "is",
        "as",
        "has",
        "prices",
        "levels",
        "profits",
        "estimates",
        "his",
        "its",
        "this",
        "attacks",
        "bombings",
        "us",
        "championships",
        "finals",
        "talks",
        "losses",
        "revenues",
        "series",
        "protests",
        "hearings",
        "riots",
        "crisis",
    ];
    let word = r.text_at(at);
    r.small_word(at) && word.ends_with('s') && !r.any(at, DATED)
}

/// "the 1990s", "the ’80s", "mid-1990s".
pub fn decade(r: &Reader, at: usize, value: u16) -> Option<Found> {
    if value >= 1000 {
        let fits = (1400..2100).contains(&value) && value.is_multiple_of(10);
        let when = if value.is_multiple_of(100) && value < 1900 {
            When::Century(value as i16 / 100)
        } else {
            When::Decade(value as i16 / 10)
        };
        return fits.then(|| Found::at(at, at + 1, At::new(when, Lean::Unknown)));
    }
    let mark = r.back(at, 1);
    let marked = r.joined(at) && r.any(mark, &["’", "'", "‘"]);
    let decade = if value < 30 { 200 + value / 10 } else { 190 + value / 10 };
    (marked && value.is_multiple_of(10))
        .then(|| Found::at(mark, at + 1, At::new(When::Decade(decade as i16), Lean::Unknown)))
}

/// "20th century", "third quarter of 1998", "first half of last year".
pub fn from_ordinal(r: &Reader, at: usize, nth: u8) -> Option<Found> {
    let next = at + 1 + usize::from(r.dash(at + 1));
    if r.is(next, "half") {
        return half_year(r, at, next, nth);
    }
    match r.word(next) {
        Word::Unit { unit: Unit::Century, plural: false, .. } if (2..=22).contains(&nth) => {
            let when = When::Century(i16::from(nth) - 1);
            Some(Found::at(at, next + 1, At::new(when, Lean::Unknown)))
        }
        Word::Unit { unit: Unit::Quarter, plural: false, .. } if (1..=4).contains(&nth) => {
            let (year, end) = of_the_year(r, next + 1);
            let certain = year != YearOf::Open || end > next + 1 || speaks_of_business(r, at);
            let at_quarter = At::new(When::Quarter { year, quarter: nth as i8 }, Lean::Unknown);
            certain.then(|| Found::at(at, end, at_quarter))
        }
        _ => None,
    }
}

/// "Q3 2024", "H1", which only business writes.
pub fn year_part(r: &Reader, at: usize, quarter: bool, nth: i8) -> Option<Found> {
    let (year, to) = of_the_year(r, at + 1);
    let when = if quarter { When::Quarter { year, quarter: nth } } else { When::Half { year, half: nth } };
    let certain = r.capital(at) && (year != YearOf::Open || (quarter && speaks_of_business(r, at)));
    certain.then(|| Found::at(at, to, At::new(when, Lean::Unknown)))
}

/// Halves are most often of a match, so a year must be near.
fn half_year(r: &Reader, at: usize, half: usize, nth: u8) -> Option<Found> {
    let (year, end) = of_the_year(r, half + 1);
    let fits = matches!(nth, 1 | 2) && end > half + 1;
    fits.then(|| Found::at(at, end, At::new(When::Half { year, half: nth as i8 }, Lean::Unknown)))
}

/// "of 1998", "of last year", "of the year".
fn of_the_year(r: &Reader, at: usize) -> (YearOf, usize) {
    if r.is(at, "of") && r.is(at + 1, "the") && r.any(at + 2, &["year", "fiscal"]) {
        return (YearOf::Open, at + 3 + usize::from(r.is(at + 2, "fiscal")));
    }
    let fiscal = usize::from(r.is(at, "of") && r.is(at + 1, "fiscal")) * 2;
    year_after(r, at + fiscal)
}

/// A "first quarter" is a match's too, so money must be spoken of.
fn speaks_of_business(r: &Reader, at: usize) -> bool {
    const BUSINESS: &[&str] = &[
        "earnings",
        "profit",
        "profits",
        "loss",
        "losses",
        "sales",
        "revenue",
        "revenues",
        "results",
        "net",
        "income",
        "growth",
        "gdp",
        "gnp",
        "dividend",
        "company",
        "economy",
        "output",
        "production",
        "percent",
        "pct",
        "%",
        "dlrs",
        "$",
        "£",
        "€",
        "mln",
        "billion",
        "million",
        "shares",
        "inflation",
        "exports",
        "imports",
        "bank",
        "prices",
    ];
    let near = r.from.max(at.saturating_sub(40))..r.to.min(at + 40);
    near.into_iter().any(|at| r.any(at, BUSINESS))
}

/// "fiscal 1987", "fiscal year 1998".
pub fn fiscal(r: &Reader, at: usize) -> Option<Found> {
    let next = at + 1 + usize::from(r.is(at + 1, "year"));
    let Word::Digits { value: year @ 1900..=2199, length: 4 } = r.word(next) else { return None };
    let found = range_end(r, next, year);
    let first = At::new(When::Year(YearOf::Given(year as i16)), Lean::Unknown);
    let (meaning, to) = match found {
        Some((last, to)) => {
            (Meaning::Through(first, At::new(When::Year(YearOf::Given(last)), Lean::Unknown)), to)
        }
        None => (Meaning::At(first), next + 1),
    };
    Some(Found { from: at, to, meaning })
}

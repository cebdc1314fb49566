//! Years and decades in figures: "1998", "1994-95", "’98", "the 1980s".

use super::dates::short_year;
use super::reader::{Found, Reader};
use super::word::Word;
use crate::document::meaning::{At, Lean, Meaning, When, YearOf};
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

/// "in ’98", "the class of ’84".
pub fn year_with_mark(r: &Reader, at: usize) -> Option<Found> {
    let mark = at.checked_sub(1)?;
    let year = short_year(r, mark)?;
    let led = r.any(
        r.back(mark, 1),
        &["in", "since", "of", "until", "from", "by", "after", "before", "early", "late"],
    );
    let counts = matches!(r.word(at + 1), Word::Unit { .. })
        || (r.joined(at + 1) && !r.any(at + 1, &[".", ",", "?", ";"]));
    (led && !counts).then(|| Found::at(mark, at + 1, At::new(When::Year(YearOf::Given(year)), Lean::Unknown)))
}

/// "1998", "1994-95", "1986/87".
///
/// Figures are left alone where they count something ("2,000 people", "2000 troops"), cost
/// something, or number something ("No. 1998"); before 1900 they need a word such as "in".
pub fn year(r: &Reader, at: usize, value: u32) -> Option<Found> {
    let told = r.any(r.back(at, 1), &["year", "circa"]);
    if !(if told { 1000 } else { 1400 }..=2199).contains(&value) || !stands_like_a_year(r, at, value) {
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
pub fn range_end(r: &Reader, at: usize, first: u32) -> Option<(i16, usize)> {
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
        &["$", "£", "€", "¥", "#", "no.", "nos.", "/", "+", "rs", "dlrs", "page", "room", "flight"],
    ) {
        return false;
    }
    if r.any(before, &["a", "an"]) {
        return dates_something(r, after, value);
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

/// "A 2019 paper", "a 1987 law": a thing of that year; "a 2000 metre race" counts.
fn dates_something(r: &Reader, at: usize, value: u32) -> bool {
    let unit = matches!(r.word(at), Word::Unit { .. }) || r.any(at, COUNTED);
    (1900..=2099).contains(&value)
        && r.small_word(at)
        && !unit
        && !plural_noun(r, at)
        && r.text_at(at).len() > 2
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

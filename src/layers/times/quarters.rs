//! Quarters, halves and centuries, which an ordinal opens, and the years of business ("FY25").

use super::dates::year_after;
use super::reader::{Found, Reader};
use super::word::Word;
use super::years::range_end;
use crate::document::meaning::{At, Lean, Meaning, Unit, When, YearOf};

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

/// "fourth quarter", "first half" at a token, of a year that the words before give.
pub fn part_of(r: &Reader, at: usize, year: YearOf) -> Option<(When, usize)> {
    let Word::Ordinal(nth @ 1..=4) = r.word(at) else { return None };
    let nth = nth as i8;
    match r.word(at + 1) {
        Word::Unit { unit: Unit::Quarter, plural: false, .. } => {
            Some((When::Quarter { year, quarter: nth }, at + 2))
        }
        _ if r.is(at + 1, "half") && nth <= 2 => Some((When::Half { year, half: nth }, at + 2)),
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
    let closed_up = r.dash(at + 1) && r.any(half + 1, &["loss", "losses", "results", "figures", "volumes"]);
    let of_a_year = end > half + 1 || closed_up || tells_of_results(r, at);
    let fits = matches!(nth, 1 | 2) && of_a_year;
    fits.then(|| Found::at(at, end, At::new(When::Half { year, half: nth as i8 }, Lean::Unknown)))
}

/// Results of half a year, not of a match: "profit rose in the second half".
fn tells_of_results(r: &Reader, at: usize) -> bool {
    const RESULTS: &[&str] = &[
        "profit",
        "profits",
        "sales",
        "revenue",
        "revenues",
        "earnings",
        "gdp",
        "output",
        "exports",
        "imports",
        "inflation",
        "dividend",
        "turnover",
        "income",
        "ebitda",
        "forecasts",
        "deliveries",
        "orders",
        "shipments",
        "bookings",
        "takings",
        "economy",
        "growth",
        "spending",
        "lending",
    ];
    near(r, at, 20, RESULTS)
}

/// Whether one of the words stands within so many words.
fn near(r: &Reader, at: usize, words: usize, any: &[&str]) -> bool {
    (r.from.max(at.saturating_sub(words))..r.to.min(at + words)).any(|at| r.any(at, any))
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
    near(r, at, 40, BUSINESS)
}

/// "FY25", "FY2024-25": the fiscal year at a word, which it may open a range of.
pub fn fiscal_year(r: &Reader, at: usize, year: i16) -> Found {
    let at_year = |year| At::new(When::Year(YearOf::Given(year)), Lean::Unknown);
    let first = at_year(year);
    match range_end(r, at, year as u32) {
        Some((last, to)) => Found { from: at, to, meaning: Meaning::Through(first, at_year(last)) },
        None => Found::at(at, at + 1, first),
    }
}

/// "fiscal 1987", "fiscal year 1998-99".
pub fn fiscal(r: &Reader, at: usize) -> Option<Found> {
    let next = at + 1 + usize::from(r.is(at + 1, "year"));
    let Word::Digits { value: year @ 1900..=2199, length: 4 } = r.word(next) else { return None };
    Some(Found { from: at, ..fiscal_year(r, next, year as i16) })
}

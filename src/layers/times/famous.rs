//! Days that are known by their date alone: "the Sept. 11 attacks", "9/11".

use super::reader::{Found, Reader};
use super::word::Word;
use crate::document::meaning::{At, Lean, Meaning, When, YearOf};
use std::sync::OnceLock;

const FAMOUS: &str = include_str!("../../resources/famous-days.tsv");

struct Famous {
    month: i8,
    day: i8,
    year: i16,
    /// As in "9/11"; empty where nobody writes it so.
    figures: &'static str,
    /// What happened, in a word that stands beside the date.
    events: Vec<&'static str>,
}

fn table() -> &'static [Famous] {
    static TABLE: OnceLock<Vec<Famous>> = OnceLock::new();
    TABLE.get_or_init(|| FAMOUS.lines().filter(|line| !line.starts_with('#')).filter_map(row).collect())
}

fn row(line: &'static str) -> Option<Famous> {
    let mut cells = line.split('\t');
    let (date, figures, events) = (cells.next()?, cells.next()?, cells.next()?);
    let mut numbers = date.split('-');
    let year = numbers.next()?.parse().ok()?;
    let (month, day) = (numbers.next()?.parse().ok()?, numbers.next()?.parse().ok()?);
    Some(Famous { month, day, year, figures, events: events.split(' ').collect() })
}

/// Gives a date without a year the year of the event it names.
///
/// ```text
/// since the Sept. 11 attacks   the attacks of Sept. 11
///           ^^^^^^^^                          ^^^^^^^^
/// ```
pub fn dated(r: &Reader, mut found: Found) -> Found {
    let (from, to) = (found.from, found.to);
    if let Meaning::At(At {
        when: When::Day { year: year @ YearOf::Open, month, day, weekday: None }, ..
    }) = &mut found.meaning
    {
        let famous = table().iter().find(|famous| (famous.month, famous.day) == (*month, *day));
        if let Some(famous) = famous.filter(|famous| speaks_of(r, from, to, famous)) {
            *year = YearOf::Known(famous.year);
        }
    }
    found
}

fn speaks_of(r: &Reader, from: usize, to: usize, famous: &Famous) -> bool {
    let after = (to..to + 3).any(|at| r.any(at, &famous.events));
    after || (r.is(r.back(from, 1), "of") && r.any(r.back(from, 2), &famous.events))
}

/// "9/11" after a word such as "since"; the others only before what happened.
pub fn in_figures(r: &Reader, at: usize) -> Option<Found> {
    let slash = r.text_at(at + 1) == "/" && r.joined(at + 1) && r.joined(at + 2);
    let Word::Digits { .. } = r.word(at + 2) else { return None };
    let whole = slash && r.text_at(at + 3) != "/" && !r.joined(at);
    let written = r.token(at)?.range.cover(r.token(at + 2)?.range).of(r.text);
    let famous = table().iter().find(|famous| whole && famous.figures == written)?;
    let led = written == "9/11" && r.any(r.back(at, 1), &["since", "after", "before", "post", "pre", "of"]);
    let Famous { year, month, day, .. } = *famous;
    let when = When::Day { year: YearOf::Given(year), month, day, weekday: None };
    (led || speaks_of(r, at, at + 3, famous)).then(|| Found::at(at, at + 3, At::new(when, Lean::Unknown)))
}

//! The date of a dateline or a time stamp: read from its tokens, and its year worked out.

use crate::patterns::{DOTTED_DAY, YEAR_FIRST, YEAR_LAST, number};
use crate::text::TextRange;
use crate::tokens::{Token, TokenKind};
use jiff::civil::{Date, Weekday};
use regex::Captures;

/// A date as it is written, with what of it is known.
///
/// ```text
/// LONDON, Monday, March 3, 2025 (Reuters) -
///         ^^^^^^^^^^^^^^^^^^^^^
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WrittenDate {
    /// Where it stands.
    pub range: TextRange,
    /// The token after it.
    pub next: usize,
    /// The weekday.
    pub weekday: Option<Weekday>,
    /// Month and day of the month.
    pub month_day: Option<(i8, i8)>,
    /// The year.
    pub year: Option<i16>,
}

impl WrittenDate {
    /// The day it names; a missing year or month is the one nearest to `near`.
    pub fn resolve(&self, near: Option<Date>) -> Option<Date> {
        match (self.month_day, self.year, self.weekday) {
            (Some((month, day)), Some(year), _) => Date::new(year, month, day).ok(),
            (Some((month, day)), None, _) => nearest(month, day, near?),
            (None, _, Some(weekday)) => last_weekday(weekday, near?),
            (None, _, None) => None,
        }
    }
}

/// The day of the year before, of or after `near` that lies nearest to it.
fn nearest(month: i8, day: i8, near: Date) -> Option<Date> {
    let years = [near.year().checked_sub(1)?, near.year(), near.year().checked_add(1)?];
    let days = years.into_iter().filter_map(|year| Date::new(year, month, day).ok());
    days.min_by_key(|&date| (date - near).get_days().abs())
}

/// The last such weekday up to `near`.
fn last_weekday(weekday: Weekday, near: Date) -> Option<Date> {
    let back = near.weekday().since(weekday);
    near.checked_sub(jiff::Span::new().days(i64::from(back))).ok()
}

/// Reads the date that begins at token `at`, in any of the orders of newsrooms.
///
/// `March 3`, `3 March 2025`, `Mar. 3, 2025`, `Monday`, `Monday, 3 March`, `2025-03-03`,
/// `03/03/2025`, `3/3/25` (month first unless it cannot be one).
pub fn read(text: &str, tokens: &[Token], at: usize) -> Option<WrittenDate> {
    let weekday = tokens.get(at).and_then(|token| weekday(token.of(text)));
    let Some(weekday) = weekday else { return calendar_day(text, tokens, at) };
    let after = skip(text, tokens, skip(text, tokens, at + 1, "."), ",");
    let alone = WrittenDate {
        range: tokens[at].range,
        next: at + 1,
        weekday: Some(weekday),
        month_day: None,
        year: None,
    };
    let Some(date) = calendar_day(text, tokens, after) else { return Some(alone) };
    Some(WrittenDate { range: alone.range.cover(date.range), weekday: Some(weekday), ..date })
}

fn calendar_day(text: &str, tokens: &[Token], at: usize) -> Option<WrittenDate> {
    month_first(text, tokens, at)
        .or_else(|| day_first(text, tokens, at))
        .or_else(|| numeric(text, tokens, at))
}

/// `March 3`, `Mar. 3rd, 2025`
fn month_first(text: &str, tokens: &[Token], at: usize) -> Option<WrittenDate> {
    let month = month(tokens.get(at)?.of(text))?;
    let day_at = skip(text, tokens, at + 1, ".");
    let day = day_of_month(tokens.get(day_at)?.of(text))?;
    Some(with_year(text, tokens, at, day_at + 1, (month, day)))
}

/// `3 March`, `3rd of March 2025`
fn day_first(text: &str, tokens: &[Token], at: usize) -> Option<WrittenDate> {
    let day = day_of_month(tokens.get(at)?.of(text))?;
    let month_at = skip(text, tokens, skip(text, tokens, at + 1, "."), "of");
    let month = month(tokens.get(month_at)?.of(text))?;
    Some(with_year(text, tokens, at, month_at + 1, (month, day)))
}

fn with_year(text: &str, tokens: &[Token], at: usize, next: usize, month_day: (i8, i8)) -> WrittenDate {
    let year_at = skip(text, tokens, skip(text, tokens, next, "."), ",");
    let year = tokens.get(year_at).filter(|token| token.spaced).and_then(|token| year(token.of(text)));
    let next = if year.is_some() { year_at + 1 } else { next };
    let range = tokens[at].range.cover(tokens[next - 1].range);
    WrittenDate { range, next, weekday: None, month_day: Some(month_day), year }
}

/// `2025-03-03`, `03/03/2025`, `3.3.2025`, and the day of `2025-03-03T14:10:00Z`.
fn numeric(text: &str, tokens: &[Token], at: usize) -> Option<WrittenDate> {
    let first = tokens.get(at).filter(|token| token.kind == TokenKind::Number)?;
    if first.range.len() >= 8
        && let Some(found) = DOTTED_DAY.captures(first.of(text))
    {
        return written(first.start(), at + 1, &found, [3, 2, 1]);
    }
    let sign = tokens.get(at + 1).filter(|token| matches!(token.of(text), "-" | "/"))?;
    let last = tokens.get(at + 4).filter(|_| !sign.spaced)?;
    let figures = text.get(first.start()..last.end())?;
    if let Some(found) = YEAR_FIRST.captures(figures) {
        return written(first.start(), at + 5, &found, [1, 2, 3]);
    }
    let found = YEAR_LAST.captures(figures)?;
    let year = if found.get(4).is_some() { 4 } else { 5 };
    match number(&found, 1) {
        Some(13u8..) => written(first.start(), at + 5, &found, [year, 3, 1]),
        _ if sign.of(text) == "/" => written(first.start(), at + 5, &found, [year, 1, 3]),
        _ => None,
    }
}

/// A date of figures, from the groups that hold year, month and day.
fn written(start: usize, next: usize, found: &Captures, groups: [usize; 3]) -> Option<WrittenDate> {
    let year = full_year(number(found, groups[0])?);
    let (month, day): (i8, i8) = (number(found, groups[1])?, number(found, groups[2])?);
    let end = groups.iter().filter_map(|&group| found.get(group)).map(|part| part.end()).max()?;
    let is_date = (1800..2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    let range = TextRange::new(start, start + end);
    is_date.then_some(WrittenDate {
        range,
        next,
        weekday: None,
        month_day: Some((month, day)),
        year: Some(year),
    })
}

/// Two figures of a year: up to 49 in this century.
fn full_year(year: i16) -> i16 {
    match year {
        0..50 => 2000 + year,
        50..100 => 1900 + year,
        year => year,
    }
}

/// The token after `at` if that one is `sign`, else `at`.
fn skip(text: &str, tokens: &[Token], at: usize, sign: &str) -> usize {
    at + usize::from(tokens.get(at).is_some_and(|token| token.of(text) == sign))
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Monday),
    ("tuesday", Weekday::Tuesday),
    ("wednesday", Weekday::Wednesday),
    ("thursday", Weekday::Thursday),
    ("friday", Weekday::Friday),
    ("saturday", Weekday::Saturday),
    ("sunday", Weekday::Sunday),
];

/// The month a word names, in full or cut short after three letters or more ("Sept.", "Apri").
pub fn month(word: &str) -> Option<i8> {
    let index = shortened(word, MONTHS.iter().copied())?;
    Some(index as i8 + 1)
}

/// The weekday a word names, in full or cut short ("Thurs.").
pub fn weekday(word: &str) -> Option<Weekday> {
    let index = shortened(word, WEEKDAYS.iter().map(|(name, _)| *name))?;
    Some(WEEKDAYS[index].1)
}

/// The place of the name that a word, in capitals or not, is or begins. Three letters tell which it could be.
fn shortened<'n>(word: &str, mut names: impl Iterator<Item = &'n str> + Clone) -> Option<usize> {
    let word = word.strip_suffix('.').unwrap_or(word).as_bytes();
    let head = word.first_chunk::<3>()?.map(|letter| letter.to_ascii_lowercase());
    let at = names.clone().position(|name| name.as_bytes().starts_with(&head))?;
    let start = names.nth(at)?.as_bytes().get(..word.len())?;
    start.eq_ignore_ascii_case(word).then_some(at)
}

fn day_of_month(word: &str) -> Option<i8> {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let suffix = &word[digits.len()..];
    let fits = digits.len() <= 2 && matches!(suffix, "" | "st" | "nd" | "rd" | "th");
    digits.parse().ok().filter(|day| fits && (1..=31).contains(day))
}

fn year(word: &str) -> Option<i16> {
    let year: i16 = word.parse().ok().filter(|_| word.len() == 4)?;
    (1800..2200).contains(&year).then_some(year)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::tokenize;

    /// `expected` is the date's words and the day near 10 January 2025.
    fn check(text: &str, expected: (&str, &str)) {
        let found = read(text, &tokenize(text), 0).expect(text);
        let day = found.resolve(Date::new(2025, 1, 10).ok()).map(|day| day.to_string());
        assert_eq!((found.range.of(text), day.as_deref().unwrap_or("none")), expected, "{text}");
    }

    #[test]
    fn every_order_of_day_and_month() {
        check("Jan. 9 (AP)", ("Jan. 9", "2025-01-09"));
        check("9th of January, LONDON", ("9th of January", "2025-01-09"));
        check("January 9, 2019.", ("January 9, 2019", "2019-01-09"));
        check("Thursday, Jan 9 –", ("Thursday, Jan 9", "2025-01-09"));
        check("2019-03-04", ("2019-03-04", "2019-03-04"));
        check("14/03/2019", ("14/03/2019", "2019-03-14"));
        check("3/14/2019", ("3/14/2019", "2019-03-14"));
        check("03/04/19 06:56 AM", ("03/04/19", "2019-03-04"));
        check("4.3.2019", ("4.3.2019", "2019-03-04"));
        check("2019-03-04T14:10:00Z", ("2019-03-04", "2019-03-04"));
    }

    #[test]
    fn a_missing_year_is_the_nearest() {
        check("Dec. 30", ("Dec. 30", "2024-12-30"));
        check("Feb 2", ("Feb 2", "2025-02-02"));
        check("Feb. 30", ("Feb. 30", "none"));
    }

    #[test]
    fn a_weekday_is_the_last_one() {
        check("Friday (AP)", ("Friday", "2025-01-10"));
        check("Sat.", ("Sat.", "2025-01-04"));
    }

    #[test]
    fn nothing_else_is_a_date() {
        for text in ["Marching 3", "May", "32 March", "1,000", "2025", "March of 1992", ""] {
            assert_eq!(read(text, &tokenize(text), 0), None, "{text}");
        }
    }
}

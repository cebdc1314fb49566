//! The first, cheap test: what each token could mean in an expression of time.
//!
//! One look into a table by lower-case word; most words of an article are none of these.

use super::numerals;
use super::word::{Turn, Word};
use crate::document::meaning::{DayPart, Length, Season, Unit};
use crate::layers::word_table::WordTable;
use crate::text::mend;
use crate::tokens::{Token, TokenKind};
use std::sync::OnceLock;

const TIMES: &str = include_str!("../../resources/times.tsv");

fn table() -> &'static WordTable<Word> {
    static TABLE: OnceLock<WordTable<Word>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let lines = TIMES.lines().filter(|line| !line.starts_with('#'));
        WordTable::new(lines.filter_map(|line| {
            let mut cells = line.split('\t');
            let (word, class) = (cells.next()?, cells.next()?);
            Some((word, word_of(class, cells.next().unwrap_or(""))))
        }))
    })
}

/// Reads one line of the table.
fn word_of(class: &str, value: &str) -> Word {
    let number = || value.parse().unwrap_or(0);
    match class {
        "month" => Word::Month(number()),
        "weekday" => Word::Weekday(number()),
        "short weekday" => Word::ShortWeekday(number()),
        "weekdays" => Word::Weekdays(number()),
        "unit" | "units" => {
            let times = if value == "fortnight" { 2 } else { 1 };
            Word::Unit { unit: unit(value), times, plural: class == "units" }
        }
        "count" => Word::Count(number() as u32),
        "some" => Word::Some,
        "ordinal" => Word::Ordinal(number() as u8),
        "part" => Word::Part(part(value)),
        "deictic" if value.ends_with("night") => Word::Deictic(0, Some(DayPart::Night)),
        "deictic" => Word::Deictic(value.trim_end_matches(" day").parse().unwrap_or(0), None),
        "vague" if value == "future" => Word::Future,
        "vague" => Word::Now,
        "turn" => Word::Turn(turn(value)),
        "every" => Word::Every,
        "repeated" if value == "night" => Word::Nightly,
        "repeated" => repeated(value),
        "season" => Word::Season(season(value)),
        "clock" => Word::NamedClock(if value == "12:00" { 12 } else { 0 }),
        "holiday" => Word::Holiday,
        "fiscal" => Word::Fiscal,
        "quarter" => Word::YearPart { quarter: true, nth: number() },
        "half" => Word::YearPart { quarter: false, nth: number() },
        _ => Word::Other,
    }
}

fn repeated(value: &str) -> Word {
    let (count, name) = value.split_once(' ').unwrap_or(("1", value));
    let thousandths = count.parse().ok().map(|count: u32| count * 1000);
    Word::Repeated(Length { unit: unit(name), thousandths })
}

fn unit(name: &str) -> Unit {
    match name {
        "second" => Unit::Second,
        "minute" => Unit::Minute,
        "hour" => Unit::Hour,
        "weekend" => Unit::Weekend,
        "week" | "fortnight" => Unit::Week,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        "year" => Unit::Year,
        "decade" => Unit::Decade,
        "century" => Unit::Century,
        _ => Unit::Day,
    }
}

fn part(name: &str) -> DayPart {
    match name {
        "morning" => DayPart::Morning,
        "afternoon" => DayPart::Afternoon,
        "evening" => DayPart::Evening,
        _ => DayPart::Night,
    }
}

fn season(name: &str) -> Season {
    match name {
        "spring" => Season::Spring,
        "summer" => Season::Summer,
        "fall" => Season::Fall,
        _ => Season::Winter,
    }
}

fn turn(name: &str) -> Turn {
    match name {
        "last" | "past" => Turn::Last,
        "next" | "coming" | "upcoming" => Turn::Next,
        "this" => Turn::This,
        "that" | "same" => Turn::That,
        "previous" | "preceding" | "prior" => Turn::Previous,
        _ => Turn::Following,
    }
}

/// What every token could mean, in order.
pub fn read(text: &str, tokens: &[Token]) -> Vec<Word> {
    let table = table();
    let mut words: Vec<Word> = tokens.iter().map(|token| word(table, text, token)).collect();
    if text.contains("-\n") || text.contains("-\r") {
        mend_cut(table, text, tokens, &mut words);
    }
    words
}

/// "Jan-" and "uary", one word that a line's end cuts, is January.
fn mend_cut(table: &WordTable<Word>, text: &str, tokens: &[Token], words: &mut [Word]) {
    for (token, meaning) in tokens.iter().zip(words) {
        let word = token.of(text);
        if token.kind == TokenKind::Word && word.contains(['\n', '\r']) {
            *meaning = table.get_abbreviated(&mend(word)).unwrap_or(Word::Other);
        }
    }
}

fn word(table: &WordTable<Word>, text: &str, token: &Token) -> Word {
    match token.kind {
        TokenKind::Word => {
            let word = token.of(text);
            table.get_abbreviated(word).or_else(|| fiscal_year(word)).unwrap_or(Word::Other)
        }
        TokenKind::Number => numerals::number(token.of(text)),
        _ => Word::Other,
    }
}

/// "FY25", "FY2025"
fn fiscal_year(word: &str) -> Option<Word> {
    let figures = word.strip_prefix("FY")?;
    let year: i16 = figures.parse().ok()?;
    match figures.len() {
        2 => Some(Word::FiscalYear(year + if year < 70 { 2000 } else { 1900 })),
        4 if (1900..2200).contains(&year) => Some(Word::FiscalYear(year)),
        _ => None,
    }
}

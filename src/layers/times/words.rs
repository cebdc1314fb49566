//! The first, cheap test: what each token could mean in an expression of time.
//!
//! One look into a table by lower-case word; most words of an article are none of these.

use super::meaning::{DayPart, Length, Season, Unit};
use crate::layers::word_table::WordTable;
use crate::patterns::{CLOCK_12, CLOCK_24, DOTTED_DAY, number as number_in};
use crate::tokens::{Token, TokenKind};
use std::sync::OnceLock;

/// What a token could mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// Nothing to do with time.
    Other,
    /// "May", "Sept."
    Month(i8),
    /// "Friday", Monday = 1
    Weekday(i8),
    /// "Fri."
    ShortWeekday(i8),
    /// "Fridays"
    Weekdays(i8),
    /// "week", "years"; "fortnight" is two weeks
    Unit {
        /// Which.
        unit: Unit,
        /// How many of it one is.
        times: u8,
        /// More than one.
        plural: bool,
    },
    /// "twelve", "1,000"
    Count(u32),
    /// "1.5", in thousandths
    Decimal(u32),
    /// "several", "few", "couple", "half"
    Some,
    /// "third", "24th"
    Ordinal(u8),
    /// "09.02.2025": day, month, year
    Dotted(u8, u8, u16),
    /// "1998", "9": figures alone
    Digits {
        /// Their value.
        value: u32,
        /// How many figures.
        length: u8,
    },
    /// "1990s", "90s"
    Plural(u16),
    /// "14:10", "5:30pm", "5pm"
    Clock {
        /// 0 to 24.
        hour: u8,
        /// 0 to 59.
        minute: u8,
        /// 0 to 59, or 60 where not given.
        second: u8,
        /// Whether a.m. or p.m. is part of it.
        half: Option<Half>,
    },
    /// "noon", "midnight"
    NamedClock(u8),
    /// "morning"
    Part(DayPart),
    /// "yesterday", "tonight"
    Deictic(i8, Option<DayPart>),
    /// "last", "next", "that"
    Turn(Turn),
    /// "every", "each"
    Every,
    /// "daily"
    Repeated(Length),
    /// "nightly"
    Nightly,
    /// "summer"
    Season(Season),
    /// "now"
    Now,
    /// "future"
    Future,
    /// The first word of a holiday
    Holiday,
    /// "Q3", "H1"
    YearPart {
        /// Of three months, not six.
        quarter: bool,
        /// Which.
        nth: i8,
    },
    /// "fiscal"
    Fiscal,
}

/// The halves of a day on a twelve-hour clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Half {
    /// a.m.
    Morning,
    /// p.m.
    Afternoon,
}

/// Words that choose among what comes round again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// "last", "past"
    Last,
    /// "next", "coming", "upcoming"
    Next,
    /// "this"
    This,
    /// "that", "same"
    That,
    /// "previous", "preceding"
    Previous,
    /// "following"
    Following,
}

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
    tokens.iter().map(|token| word(table, text, token)).collect()
}

fn word(table: &WordTable<Word>, text: &str, token: &Token) -> Word {
    match token.kind {
        TokenKind::Word => table.get(token.of(text)).unwrap_or(Word::Other),
        TokenKind::Number => number(token.of(text)),
        _ => Word::Other,
    }
}

/// Reads a token that begins with a figure.
fn number(word: &str) -> Word {
    let figures = word.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = word.split_at(figures);
    if figures == 0 || figures > 9 {
        return Word::Other;
    }
    let Ok(value) = digits.parse::<u32>() else { return Word::Other };
    match rest {
        "" => Word::Digits { value, length: figures as u8 },
        "st" | "nd" | "rd" | "th" | "ST" | "ND" | "RD" | "TH" if value < 100 => Word::Ordinal(value as u8),
        "s" | "S" if figures == 4 || figures == 2 => Word::Plural(value as u16),
        _ if rest.starts_with(',') => with_commas(word),
        _ if rest.starts_with('.') && rest[1..].bytes().all(|b| b.is_ascii_digit()) => {
            decimal(value, &rest[1..])
        }
        _ if figures <= 2 => clock(word).or_else(|| dotted(word)).unwrap_or(Word::Other),
        _ => Word::Other,
    }
}

/// Dates with points have the day first everywhere.
fn dotted(word: &str) -> Option<Word> {
    let found = DOTTED_DAY.captures(word)?;
    Some(Word::Dotted(number_in(&found, 1)?, number_in(&found, 2)?, number_in(&found, 3)?))
}

fn with_commas(word: &str) -> Word {
    let plain: String = word.chars().filter(|&c| c != ',').collect();
    plain.parse().map_or(Word::Other, Word::Count)
}

fn decimal(whole: u32, figures: &str) -> Word {
    let parse = |text: &str| text.parse::<u32>().ok();
    let padded: String = figures.chars().chain("000".chars()).take(3).collect();
    match parse(&padded) {
        Some(thousandths) if whole < 10_000 => Word::Decimal(whole * 1000 + thousandths),
        _ => Word::Other,
    }
}

/// "14:10", "14:10:30", "5pm", "2:30pm", and "6.30pm" as Britain writes it.
fn clock(word: &str) -> Option<Word> {
    let (found, most) = match CLOCK_24.captures(word) {
        Some(found) => (found, 24),
        None => (CLOCK_12.captures(word)?, 12),
    };
    let half = found.get(4).map(|half| match half.as_str() {
        "am" | "AM" => Half::Morning,
        _ => Half::Afternoon,
    });
    let hour = number_in(&found, 1).filter(|hour| *hour <= most)?;
    let (minute, second) = (number_in(&found, 2).unwrap_or(0), number_in(&found, 3).unwrap_or(60));
    Some(Word::Clock { hour, minute, second, half })
}

//! What each token could mean in an amount: a number, a currency, a unit.

use crate::layers::word_table::WordTable;
use crate::tokens::{Token, TokenKind};
use std::sync::OnceLock;

/// What a token could mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    /// Nothing to do with amounts.
    Other,
    /// "3.5", "1,000"
    Figures,
    /// "5m", "3bn": a number with its scale
    Scaled,
    /// "40km", "100mph": a number with its unit
    Measured,
    /// "five", "twenty"
    Number,
    /// "million", "Tril."
    Scale,
    /// "millions"
    Scales,
    /// "half"
    Half,
    /// "quarter", "quarters"
    Quarter,
    /// "50p": a number of pence
    Pence,
    /// "Sh500", "R500": a sum whose code is written on to it
    Sum,
    /// "$", "£"
    Sign,
    /// "US" in "US$"
    Prefix,
    /// "USD", "Rs": before the number, "USD" also after it
    Code,
    /// "euros", "dlrs"
    Currency,
    /// "pounds": money or weight
    Pounds,
    /// "won": money or a verb
    Won,
    /// "miles", "tonnes"
    Unit,
    /// "square", "cubic"
    Power,
    /// "C", "m": a unit only after figures
    Letter,
    /// "percent", "%", "pct"
    Percent,
}

const CURRENCIES: &str = include_str!("../../resources/currencies.tsv");
const UNITS: &str = include_str!("../../resources/units.tsv");
const NUMBERS: &str = include_str!("../../resources/numbers.tsv");

fn table() -> &'static WordTable<Word> {
    static TABLE: OnceLock<WordTable<Word>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let percent = ["percent", "pct", "pc", "bps"].map(|word| (word, Word::Percent));
        let entries = lines(NUMBERS, number_word)
            .chain(lines(CURRENCIES, currency_word))
            .chain(lines(UNITS, unit_word));
        WordTable::new(percent.into_iter().chain(entries))
    })
}

fn lines(table: &'static str, meaning: fn(&str, &str) -> Word) -> impl Iterator<Item = (&'static str, Word)> {
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(move |line| {
        let mut cells = line.split('\t');
        let (word, class) = (cells.next()?, cells.next()?);
        Some((word, meaning(word, class)))
    })
}

fn number_word(_: &str, class: &str) -> Word {
    match class {
        "scale" => Word::Scale,
        "scales" => Word::Scales,
        "half" => Word::Half,
        "quarter" => Word::Quarter,
        _ => Word::Number,
    }
}

fn currency_word(word: &str, class: &str) -> Word {
    match (class, word) {
        (_, "pound" | "pounds") => Word::Pounds,
        (_, "won") => Word::Won,
        ("prefix", _) => Word::Prefix,
        ("code" | "before", _) => Word::Code,
        _ => Word::Currency,
    }
}

fn unit_word(word: &str, class: &str) -> Word {
    match (class, word) {
        (_, "square" | "sq" | "cubic") => Word::Power,
        ("bare", _) => Word::Letter,
        _ => Word::Unit,
    }
}

/// What a token could mean.
pub fn word(text: &str, token: &Token) -> Word {
    match token.kind {
        TokenKind::Number => figures(token.of(text)),
        TokenKind::Word => letters(token.of(text)),
        TokenKind::Sign => sign(token.of(text)),
        _ => Word::Other,
    }
}

/// A word of the tables; "MUSD", a code with its scale; "Sh500", a code with its figures.
fn letters(word: &str) -> Word {
    if let Some(known) = table().get_abbreviated(word) {
        return known;
    }
    let (first, last) = (word.as_bytes()[0], word.as_bytes()[word.len() - 1]);
    if last.is_ascii_digit() && first.is_ascii_uppercase() {
        return if is_sum(word) { Word::Sum } else { Word::Other };
    }
    let scaled = matches!(first, b'M' | b'B' | b'T') && SCALED.contains(&&word[1..]);
    if scaled { Word::Code } else { Word::Other }
}

/// Codes that are written with their scale: "MUSD". Not every code: "MARS" is no sum.
const SCALED: &[&str] = &["USD", "EUR", "GBP", "SEK", "NOK", "DKK", "CHF", "JPY", "INR", "CNY", "CAD", "AUD"];

/// "Sh500", "KSh1" before ",200"; "R500" alone may be a road, so the scan asks what follows it.
fn is_sum(word: &str) -> bool {
    let figures = word.find(|c: char| c.is_ascii_digit()).unwrap_or(word.len());
    let (code, sum) = word.split_at(figures);
    sum.bytes().all(|b| b.is_ascii_digit()) && (code == "R" || SUMS.contains(&code))
}

/// Codes that are written on to their figures.
const SUMS: &[&str] =
    &["Sh", "KSh", "Ksh", "TSh", "USh", "Rs", "Rp", "SFr", "RM", "USD", "EUR", "GBP", "GHS", "KES", "UGX"];

fn sign(sign: &str) -> Word {
    match sign {
        "%" | "％" => Word::Percent,
        "°" | "º" => Word::Unit,
        "-" | "," | "." | "(" | ")" | ":" | ";" | "--" => Word::Other,
        _ if signs().contains(&sign) => Word::Sign,
        _ => Word::Other,
    }
}

fn signs() -> &'static [&'static str] {
    static SIGNS: OnceLock<Vec<&'static str>> = OnceLock::new();
    SIGNS.get_or_init(|| {
        let is_sign = |line: &&'static str| line.split('\t').nth(1) == Some("sign");
        CURRENCIES.lines().filter(is_sign).filter_map(|line| line.split('\t').next()).collect()
    })
}

/// Lines of a picture, not pence.
const LINES: &[&str] = &["360p", "480p", "720p", "1080p", "1440p", "2160p", "4320p"];

/// Figures, alone or with a scale or a unit written on to them.
fn figures(number: &str) -> Word {
    let letters = number.find(|c: char| c.is_alphabetic()).unwrap_or(number.len());
    match &number[letters..] {
        "" => Word::Figures,
        "m" | "M" | "bn" | "BN" | "b" | "B" | "k" | "K" | "tn" | "mn" | "mln" | "bln" | "million"
        | "billion" => Word::Scaled,
        "p" if !LINES.contains(&number) => Word::Pence,
        unit if number.contains(':') || unit.len() < 2 && !matches!(unit, "C" | "F") => Word::Other,
        "C" | "F" => Word::Measured,
        unit if matches!(table().get_abbreviated(unit), Some(Word::Unit)) => Word::Measured,
        "pc" | "pct" | "bps" | "bp" => Word::Percent,
        _ => Word::Other,
    }
}

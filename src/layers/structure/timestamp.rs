//! Lines that say when an article was published, and nothing else.

use crate::layers::dateline::day;
use crate::patterns::{AGO, STAMP_CLOCK, STAMP_HOUR};
use crate::tokens::{Token, TokenKind};
use jiff::civil::Date;

/// The longest time stamp, in tokens: "Published: 3 March 2025, 14:10 GMT | Updated: …".
const LONGEST: usize = 40;

/// Whether a paragraph is nothing but a date or a time with the words that go with them.
///
/// ```text
/// Updated 3:45 p.m. EST, Mon., March 3, 2025
/// ```
pub(super) fn is_timestamp(text: &str, tokens: &[Token]) -> bool {
    let opens = tokens
        .first()
        .is_some_and(|token| token.capital || token.kind != TokenKind::Word || token.range.len() < 10);
    if !opens || tokens.len() > LONGEST {
        return false;
    }
    let mut anchored = false;
    let mut at = 0;
    while at < tokens.len() {
        if let Some(date) = day::read(text, tokens, at) {
            anchored |= date.month_day.is_some();
            at = date.next;
        } else if is_clock(text, &tokens[at..]) {
            anchored = true;
            at += 1;
        } else if is_stamp_word(&tokens[at], text) {
            at += 1;
        } else {
            return false;
        }
    }
    anchored
}

/// "New Delhi | Updated: February 9, 2025 14:10 IST": a place, a stroke and a time stamp.
pub(super) fn is_placed(text: &str, tokens: &[Token]) -> bool {
    let stroke = tokens.iter().take(6).position(|token| token.of(text) == "|");
    stroke.is_some_and(|at| {
        let place = tokens[..at].iter().all(|token| token.capital || token.of(text) == ",");
        at > 0 && place && is_timestamp(text, &tokens[at + 1..])
    })
}

/// The day a time stamp names: the last one that has its year ("Published …, updated …" tells
/// the day of the version that is read).
pub(super) fn day(text: &str, tokens: &[Token]) -> Option<Date> {
    let mut found = None;
    let mut at = 0;
    while at < tokens.len() {
        match day::read(text, tokens, at) {
            Some(date) => {
                found = date.resolve(None).or(found);
                at = date.next;
            }
            None => at += 1,
        }
    }
    found
}

/// `14:10`, `3pm`, `7 p.m.`, `3 hours ago`, `an hour ago`
fn is_clock(text: &str, tokens: &[Token]) -> bool {
    let first = tokens[0].of(text);
    let rest = || tokens[0].range.cover(tokens[tokens.len() - 1].range).of(text);
    match tokens[0].kind {
        TokenKind::Number => {
            STAMP_CLOCK.is_match(first) || STAMP_HOUR.is_match(rest()) || AGO.is_match(rest())
        }
        _ => matches!(first, "a" | "an" | "A" | "An") && AGO.is_match(rest()),
    }
}

fn is_stamp_word(token: &Token, text: &str) -> bool {
    const WORDS: [&str; 46] = [
        "published",
        "updated",
        "update",
        "posted",
        "last",
        "modified",
        "first",
        "created",
        "date",
        "time",
        "on",
        "at",
        "by",
        "p.m.",
        "a.m.",
        "pm",
        "am",
        "noon",
        "midnight",
        "p.m",
        "a.m",
        "gmt",
        "utc",
        "est",
        "edt",
        "et",
        "cst",
        "cdt",
        "ct",
        "mst",
        "mdt",
        "pst",
        "pdt",
        "pt",
        "bst",
        "cet",
        "cest",
        "jst",
        "ist",
        "hkt",
        "sgt",
        "aest",
        "ago",
        "minutes",
        "hours",
        "hour",
    ];
    const MORE: [&str; 20] = [
        "eet", "eest", "msk", "aedt", "nzst", "nzdt", "kst", "wat", "cat", "eat", "sast", "pkt", "wib", "t",
        "z", "issued", "filed", "days", "day", "the",
    ];
    let word = token.of(text);
    match token.kind {
        TokenKind::Word => {
            let mut listed = WORDS.iter().chain(&MORE);
            listed.any(|known| known.eq_ignore_ascii_case(word)) || day::weekday(word).is_some()
        }
        TokenKind::Number => word.len() <= 5 && word.bytes().all(|b| b.is_ascii_digit()),
        TokenKind::Sign => {
            matches!(word, "," | "." | ":" | "|" | "·" | "•" | "-" | "–" | "—" | "/" | "(" | ")" | "+" | "*")
        }
        TokenKind::Quote | TokenKind::Possessive => false,
    }
}

//! Lines that say when an article was published, and nothing else.

use super::{byline_words, signed};
use crate::layers::dateline::day;
use crate::layers::word_table::WordTable;
use crate::patterns::{AGO, STAMP_CLOCK, STAMP_HOUR};
use crate::tokens::{Token, TokenKind};
use jiff::civil::Date;
use std::sync::OnceLock;

const WORDS: &str = include_str!("../../resources/stamps.tsv");
const ZONES: &str = include_str!("../../resources/zones.tsv");

/// What may stand before the stamp in its line, in tokens: "New Delhi, Harwick News Bureau |".
const LONGEST_PLACE: usize = 9;
/// The longest time stamp, in tokens: "Published: 3 March 2025, 14:10 GMT | Updated: …".
const LONGEST: usize = 40;
/// So many words may stand after the day and the hour: "2 min read", "CBS News".
const LONGEST_TAIL: usize = 6;

/// What a word does in a time stamp.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Class {
    /// "updated"
    Label,
    /// "pm", "GMT"
    Clock,
    /// "at"
    Fill,
    /// "comments"
    Tail,
}

fn class_of(word: &str) -> Option<Class> {
    static TABLE: OnceLock<WordTable<Class>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let rows = |table: &'static str| table.lines().filter(|row| !row.starts_with('#'));
        let words = rows(WORDS).filter_map(|row| row.split_once('\t')).map(|(word, class)| match class {
            "label" => (word, Class::Label),
            "clock" => (word, Class::Clock),
            "tail" => (word, Class::Tail),
            _ => (word, Class::Fill),
        });
        let zones = rows(ZONES).filter_map(|row| row.split_once('\t')).map(|(zone, _)| (zone, Class::Clock));
        WordTable::new(words.chain(zones))
    });
    table.get_abbreviated(word)
}

/// "Updated", "Published": a word that opens a stamp.
pub(super) fn is_label(word: &str) -> bool {
    class_of(word) == Some(Class::Label)
}

/// "GMT", "pm"
pub(super) fn is_of_clock(word: &str) -> bool {
    class_of(word) == Some(Class::Clock)
}

/// What the tokens of a line have shown of a stamp.
#[derive(Clone, Copy, Default)]
struct Seen {
    /// A day of a month, an hour, or how long ago.
    anchored: bool,
    /// A day with its year.
    full: bool,
    /// An hour.
    clock: bool,
    /// Day and hour in one: "2025-03-04T10:15:00Z".
    iso: bool,
}

/// Reads the stamp that begins with the tokens: the token after it, and what it holds.
fn read(text: &str, tokens: &[Token]) -> (usize, Seen) {
    let mut seen = Seen::default();
    let mut at = 0;
    while at < tokens.len() {
        if let Some((date, next)) = date(text, tokens, at) {
            seen.anchored |= date.month_day.is_some();
            seen.full |= date.year.is_some();
            seen.iso = tokens[next - 1].of(text).ends_with('Z');
            seen.clock |= seen.iso;
            at = next;
        } else if is_clock(text, &tokens[at..]) {
            (seen.anchored, seen.clock) = (true, true);
            at += 1;
        } else if is_stamp_word(&tokens[at], text) || is_zone(text, tokens, at, seen) {
            at += 1;
        } else {
            break;
        }
    }
    (at, seen)
}

/// The date at a token and the token after it; between two that are glued stands a blank.
fn date(text: &str, tokens: &[Token], at: usize) -> Option<(day::WrittenDate, usize)> {
    let date = day::read(text, tokens, at)?;
    Some((date, date.next))
}

/// Whether a paragraph is nothing but a date or a time with the words that go with them.
///
/// ```text
/// Updated 3:45 p.m. EST, Mon., March 3, 2025 • 2 min read
/// ```
pub(super) fn is_timestamp(text: &str, tokens: &[Token]) -> bool {
    let opens = tokens
        .first()
        .is_some_and(|token| token.capital || token.kind != TokenKind::Word || token.range.len() < 10);
    if !opens || tokens.len() > LONGEST {
        return false;
    }
    let (end, seen) = read(text, tokens);
    seen.anchored && is_tail(text, tokens, end, seen)
}

/// What may follow the day and the hour in their line: "2 min read", "| 3 comments", "/ CBS News".
fn is_tail(text: &str, tokens: &[Token], end: usize, seen: Seen) -> bool {
    let rest = &tokens[end..];
    let counted = |token: &Token| matches!(class_of(token.of(text)), Some(Class::Tail | Class::Fill));
    let parted = end > 0 && is_separator(tokens[end - 1].of(text));
    let named = |token: &Token| token.capital || token.kind == TokenKind::Sign;
    rest.is_empty()
        || (seen.full && rest.len() <= LONGEST_TAIL && class_of(rest[0].of(text)) == Some(Class::Tail))
        || (seen.full
            && rest.len() <= LONGEST_TAIL
            && rest.iter().any(counted)
            && rest.iter().all(|token| is_stamp_word(token, text) || counted(token)))
        || (seen.full
            && seen.clock
            && rest.len() <= LONGEST_TAIL
            && (parted || seen.iso)
            && rest.iter().all(named))
}

fn is_separator(sign: &str) -> bool {
    matches!(sign, "|" | "/" | "·" | "•" | "-" | "–" | "—" | ",")
}

/// A place, a section or a house before a time stamp.
///
/// ```text
/// New Delhi | Updated: February 9, 2025 14:10 IST
/// Harwick Press March 4, 2025
/// Transport / March 4, 2025
/// ```
pub(super) fn is_placed(text: &str, tokens: &[Token]) -> bool {
    let Some(at) = stamp_start(text, tokens).filter(|&at| at > 0 && at <= LONGEST_PLACE) else {
        return false;
    };
    let place = |token: &Token| token.capital || matches!(token.of(text), "," | "&" | "and" | "of");
    let parted = is_separator(tokens[at - 1].of(text)) || (at == 1 && is_label(tokens[at].of(text)));
    let before = &tokens[..at - usize::from(is_separator(tokens[at - 1].of(text)))];
    let lower = at == 1 && parted;
    let house = !parted && (signed::is_house(text, before) || is_site(text, before));
    house || (parted && !before.is_empty() && (lower || before.iter().all(place)))
}

/// "HarwickDaily": one word with a capital inside.
fn is_site(text: &str, tokens: &[Token]) -> bool {
    let inside = |token: &Token| token.of(text).chars().skip(2).any(char::is_uppercase);
    let small = |token: &Token| token.of(text).contains(char::is_lowercase);
    matches!(tokens, [one] if one.capital && inside(one) && small(one))
}

/// Where the stamp with a full date begins that ends a line.
pub(super) fn stamp_start(text: &str, tokens: &[Token]) -> Option<usize> {
    if tokens.len() > LONGEST || !tokens.iter().any(|token| token.kind == TokenKind::Number) {
        return None;
    }
    let tail = tokens.len().saturating_sub(LONGEST_TAIL);
    let before = tokens[..tail].iter().rposition(|token| !may_stand_in(text, token));
    (before.map_or(0, |at| at + 1)..tokens.len()).find(|&at| {
        let opens = begins(text, tokens, at);
        opens && {
            let (end, seen) = read(text, &tokens[at..]);
            (seen.full || (seen.anchored && seen.clock)) && is_tail(text, &tokens[at..], end, seen)
        }
    })
}

/// Whether a stamp may go over a token. Most lines are told by it to hold none without a second look.
fn may_stand_in(text: &str, token: &Token) -> bool {
    let word = token.of(text);
    match token.kind {
        TokenKind::Word => {
            class_of(word).is_some()
                || matches!(word, "of" | "a" | "an" | "A" | "An")
                || word.starts_with(|c: char| c.is_ascii_digit())
                || day::weekday(word).is_some()
                || day::month(word).is_some()
                || is_in_capitals(word)
        }
        TokenKind::Number | TokenKind::Sign => true,
        TokenKind::Quote | TokenKind::Possessive => false,
    }
}

/// As zones are.
fn is_in_capitals(word: &str) -> bool {
    (2..=5).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// A label, a day or an hour: what a stamp begins with.
fn begins(text: &str, tokens: &[Token], at: usize) -> bool {
    let word = tokens[at].of(text);
    is_label(word)
        || (word == "on" && at > 0)
        || day::read(text, tokens, at).is_some()
        || is_clock(text, &tokens[at..])
}

/// Whether a stamp with a full date begins with the tokens and the line goes on with another.
pub(super) fn is_full(text: &str, tokens: &[Token]) -> bool {
    read(text, tokens).1.full
}

/// The day a time stamp names: the first one that has its year ("Published …, updated …" tells
/// the day of publication).
pub(super) fn day(text: &str, tokens: &[Token]) -> Option<Date> {
    (0..tokens.len()).find_map(|at| date(text, tokens, at)?.0.resolve(None))
}

/// `14:10`, `3pm`, `7 p.m.`, `3 hours ago`, `an hour ago`
fn is_clock(text: &str, tokens: &[Token]) -> bool {
    let first = tokens[0].of(text);
    let rest = || tokens[0].range.cover(tokens[tokens.len() - 1].range).of(text);
    // A pattern costs more than all else that is asked of a word: none is asked that cannot hold.
    let next = tokens.get(1).map_or("", |token| token.of(text));
    let ago = || {
        let near = tokens.iter().skip(2).take(2);
        near.into_iter().any(|token| token.of(text).eq_ignore_ascii_case("ago")) && AGO.is_match(rest())
    };
    match tokens[0].kind {
        TokenKind::Number => {
            let mixed = first.bytes().any(|byte| !byte.is_ascii_digit());
            let half = mixed || next.starts_with(['a', 'A', 'p', 'P']);
            (mixed && STAMP_CLOCK.is_match(first)) || (half && STAMP_HOUR.is_match(rest())) || ago()
        }
        _ => matches!(first, "a" | "an" | "A" | "An") && ago(),
    }
}

/// "32 minutes ago Jon Russet": an entry of a ticker or of a list of comments.
pub(super) fn opens_with_ago(text: &str, tokens: &[Token]) -> bool {
    let rest = tokens[0].range.cover(tokens[tokens.len() - 1].range).of(text);
    let ago = tokens.iter().skip(2).take(2).any(|token| token.of(text).eq_ignore_ascii_case("ago"));
    ago && tokens[0].kind == TokenKind::Number && tokens.len() <= 30 && AGO.is_match(rest)
}

/// A zone that no table knows, in capitals right after an hour: "11:39 PM MYT".
fn is_zone(text: &str, tokens: &[Token], at: usize, seen: Seen) -> bool {
    let word = tokens[at].of(text);
    let before = at.checked_sub(1).map_or("", |before| tokens[before].of(text));
    is_in_capitals(word)
        && seen.clock
        && (is_of_clock(before) || before.starts_with(|c: char| c.is_ascii_digit()))
        && byline_words::class_of(word).is_none()
}

fn is_stamp_word(token: &Token, text: &str) -> bool {
    let word = token.of(text);
    match token.kind {
        TokenKind::Word => {
            matches!(class_of(word), Some(Class::Label | Class::Clock | Class::Fill))
                || day::weekday(word).is_some()
        }
        TokenKind::Number => word.len() <= 5 && word.bytes().all(|b| b.is_ascii_digit()),
        TokenKind::Sign => {
            matches!(
                word,
                "," | "." | ":" | "|" | "·" | "•" | "-" | "–" | "—" | "/" | "(" | ")" | "[" | "]" | "+" | "*"
            )
        }
        TokenKind::Quote | TokenKind::Possessive => false,
    }
}

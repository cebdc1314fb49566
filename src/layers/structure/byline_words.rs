//! What the words of a byline do, and what opens and ends one.

use crate::layers::word_table::WordTable;
use crate::tokens::{Token, TokenKind};
use std::sync::OnceLock;

const BYLINES: &str = include_str!("../../resources/bylines.tsv");

/// What a word does in a byline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// "correspondent"
    Role,
    /// "political"
    Kind,
    /// "staff"
    Staff,
    /// "and", "of", "van"
    Join,
    /// "Dr"
    Title,
}

/// The class of a word of the table, in any case.
pub(super) fn class_of(word: &str) -> Option<Class> {
    static TABLE: OnceLock<WordTable<Class>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let rows = BYLINES.lines().filter(|row| !row.starts_with('#'));
        WordTable::new(rows.filter_map(|row| row.split_once('\t')).map(|(word, class)| match class {
            "role" => (word, Class::Role),
            "kind" => (word, Class::Kind),
            "staff" => (word, Class::Staff),
            "title" => (word, Class::Title),
            _ => (word, Class::Join),
        }))
    });
    table.get_abbreviated(word)
}

/// The tokens without the sign that parted them from the next box: "By Jane Doe -".
pub(super) fn without_separator<'a>(text: &str, tokens: &'a [Token]) -> &'a [Token] {
    let parts = |token: &Token| matches!(token.of(text), "|" | "/" | "·" | "•" | "-" | "–" | "—" | ",");
    let end = tokens.iter().rposition(|token| !parts(token)).map_or(0, |last| last + 1);
    &tokens[..end]
}

/// The token after "By", "Written by", "Author:" that opens a line.
pub(super) fn opener(text: &str, tokens: &[Token]) -> Option<usize> {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.of(text));
    let is = |at: usize, known: &[&str]| known.iter().any(|known| known.eq_ignore_ascii_case(word(at)));
    let colon = |at: usize| at + usize::from(word(at) == ":");
    if is(0, &["by"]) {
        return Some(colon(1));
    }
    if is(0, &OPENERS) && is(1, &["by"]) && (tokens[0].capital || tokens.len() == 2) {
        return Some(colon(2));
    }
    (is(0, &["author", "authors"]) && word(1) == ":").then_some(2)
}

/// Words before "by" that open a byline.
const OPENERS: [&str; 14] = [
    "words",
    "written",
    "reported",
    "story",
    "report",
    "text",
    "posted",
    "published",
    "article",
    "interview",
    "review",
    "analysis",
    "commentary",
    "contributed",
];

/// "Political Correspondent", "Jane Doe, Chief Reporter", "Staff writer"
pub(super) fn is_role(text: &str, tokens: &[Token]) -> bool {
    let ends = tokens.iter().rev().take(4).any(|token| class_of(token.of(text)) == Some(Class::Role));
    ends && tokens.len() <= 14
        && tokens.iter().all(|token| fits(text, token))
        && !ends_like_prose(text, tokens)
}

pub(super) fn ends_like_prose(text: &str, tokens: &[Token]) -> bool {
    tokens.len() > 12 && tokens.last().is_some_and(|token| token.of(text) == ".")
}

pub(super) fn fits(text: &str, token: &Token) -> bool {
    let word = token.of(text);
    match token.kind {
        TokenKind::Word => token.capital || class_of(word).is_some() || word.contains(['.', '@']),
        TokenKind::Number | TokenKind::Quote | TokenKind::Possessive => true,
        TokenKind::Sign => !matches!(word, "?" | "!" | "%" | "$" | ";"),
    }
}

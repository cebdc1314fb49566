//! Lines that name the author.

use crate::layers::dateline::day;
use crate::layers::word_table::WordTable;
use crate::text::TextRange;
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

/// "Our Special Correspondent", "Agencies": somebody whom the byline does not name.
fn names_no_one(word: &str) -> bool {
    matches!(class_of(word), Some(Class::Role | Class::Staff))
}

/// The longest byline, in tokens.
const LONGEST: usize = 40;

/// Whether a paragraph names the author and says nothing else.
///
/// ```text
/// By Jane Doe and Amir Roe in London, Political Correspondents
/// ```
///
/// "By Friday the river had crested" is none: a byline has no verb, so every word after
/// "By" begins with a capital letter or is one of those that join names and roles.
pub(super) fn is_byline(text: &str, tokens: &[Token]) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.of(text));
    if tokens.len() < 2 || tokens.len() > LONGEST {
        return false;
    }
    let by = match word(0) {
        "By" | "BY" | "by" => 1,
        "Words" | "Written" | "Reported" | "Story" | "Report" | "Text" | "WORDS" | "WRITTEN"
            if matches!(word(1), "by" | "By" | "BY") =>
        {
            2
        }
        _ => return false,
    };
    let at = by + usize::from(word(by) == ":");
    // "@janedoe", "Ji-woo"
    let goes_on = |at: usize| word(at - 1) == "@" || (word(at - 1) == "-" && !tokens[at].spaced);
    let has_role = || tokens.iter().any(|token| class_of(token.of(text)) == Some(Class::Role));
    let kind = class_of(word(at)) == Some(Class::Kind) && has_role();
    let capital = tokens.get(at).is_some_and(|token| token.capital);
    let names = word(at) == "@" || capital || names_no_one(word(at)) || kind;
    names
        && !is_time(word(at))
        && (at..tokens.len()).all(|at| fits(text, &tokens[at]) || goes_on(at))
        && !ends_like_prose(text, tokens)
}

/// "Jane Doe", "JANE DOE and Amir Roe": two to four names and nothing else.
pub(super) fn is_name(text: &str, tokens: &[Token]) -> bool {
    let names = tokens.iter().filter(|token| token.capital).count();
    let fits = |token: &Token| {
        let word = token.of(text);
        (token.capital && token.kind == TokenKind::Word)
            || matches!(word, "and" | "de" | "van" | "von" | "bin" | "al" | "-" | "&" | ",")
    };
    let titled = tokens.first().is_some_and(|token| token.of(text).eq_ignore_ascii_case("the"));
    !titled && (2..=8).contains(&names) && tokens.len() <= 10 && tokens.iter().all(fits)
}

/// "Political Correspondent", "Jane Doe, Chief Reporter", "Staff writer"
pub(super) fn is_role(text: &str, tokens: &[Token]) -> bool {
    let ends = tokens.iter().rev().take(4).any(|token| class_of(token.of(text)) == Some(Class::Role));
    ends && tokens.len() <= 14
        && tokens.iter().all(|token| fits(text, token))
        && !ends_like_prose(text, tokens)
}

/// A sentence below the article that says who wrote it.
pub(super) struct Note {
    /// The author's name.
    pub name: TextRange,
    /// What they do.
    pub role: Option<TextRange>,
    /// Where they reported from.
    pub place: Option<TextRange>,
}

/// The longest note on an author, in tokens.
const LONGEST_NOTE: usize = 60;

/// Reads a note on the author.
///
/// ```text
/// Jane Doe is a senior political reporter for the Harwick Post.   Doe reported from London.
/// ^^^^^^^^      ^^^^^^^^^^^^^^^^^^^^^^^^^                          ^^^               ^^^^^^
/// ```
///
/// "Doe covers the north for the Harwick Post." is one as well; it adds nothing to the name.
pub(super) fn note(text: &str, tokens: &[Token]) -> Option<Note> {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.of(text));
    let is = (1..6).find(|&at| matches!(word(at), "is" | "reported" | "covers" | "writes"))?;
    let plain = |token: &Token| {
        token.kind == TokenKind::Word && (token.capital || class_of(token.of(text)).is_some())
    };
    if tokens.len() > LONGEST_NOTE || !tokens[0].capital || !tokens[..is].iter().all(plain) {
        return None;
    }
    let name = tokens[0].range.cover(tokens[is - 1].range);
    let note = Note { name, role: None, place: None };
    if word(is) != "is" {
        let place = tokens
            .get(is + 2)
            .filter(|town| word(is) == "reported" && word(is + 1) == "from" && town.capital);
        let covers = word(is) != "reported"
            && tokens.len() <= 30
            && tokens[is..].iter().any(|token| token.of(text) == "for");
        return (place.is_some() || covers).then_some(Note { place: place.map(|town| town.range), ..note });
    }
    let from = is + 1 + usize::from(matches!(word(is + 1), "a" | "an" | "the"));
    let near = from..tokens.len().min(from + 9);
    let role = near
        .into_iter()
        .take_while(|&at| !matches!(word(at), "." | "," | "who"))
        .find(|&at| class_of(word(at)) == Some(Class::Role))?;
    (is > 1).then(|| Note { role: Some(tokens[from].range.cover(tokens[role].range)), ..note })
}

fn ends_like_prose(text: &str, tokens: &[Token]) -> bool {
    tokens.len() > 12 && tokens.last().is_some_and(|token| token.of(text) == ".")
}

fn fits(text: &str, token: &Token) -> bool {
    let word = token.of(text);
    match token.kind {
        TokenKind::Word => token.capital || class_of(word).is_some() || word.contains(['.', '@']),
        TokenKind::Number | TokenKind::Quote | TokenKind::Possessive => true,
        TokenKind::Sign => !matches!(word, "?" | "!" | "%" | "$" | ";"),
    }
}

fn is_time(word: &str) -> bool {
    day::month(word).is_some() || day::weekday(word).is_some()
}

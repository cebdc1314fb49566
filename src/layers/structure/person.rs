//! Whether the words of a short line could be somebody's name.

use super::byline_words::{Class, class_of};
use crate::layers::dateline::agencies::is_agency;
use crate::resources::{Classes, fold, words};
use crate::tokens::{Token, TokenKind};

/// The longest name, in tokens: "Jean-Luc van der Roe Jr."
const LONGEST: usize = 7;

/// What words are as a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Person {
    /// No name: "Real Estate", "South Africa", "Harwick News".
    No,
    /// A name that no table knows.
    Perhaps,
    /// Its first name is known.
    Surely,
}

/// Words that stand inside names in small letters.
const PARTICLES: [&str; 18] = [
    "de", "da", "di", "del", "van", "von", "der", "den", "bin", "bint", "ben", "al", "el", "ibn", "la", "le",
    "dos", "ter",
];

/// What a page asks its readers to do: no name begins so, though a table of names may hold the word.
const ASKS: [&str; 24] = [
    "Add",
    "Click",
    "Comment",
    "Copy",
    "Download",
    "Email",
    "Follow",
    "Get",
    "Go",
    "Join",
    "Link",
    "Listen",
    "Log",
    "Print",
    "Read",
    "Save",
    "See",
    "Send",
    "Share",
    "Show",
    "Sign",
    "Subscribe",
    "View",
    "Watch",
];

/// Reads one name: two to five words with capitals, particles and initials between.
///
/// "Real Estate" is none: one of its words is no name and mostly written in small letters. "Rose Field" is
/// one, for "Rose" is a first name.
pub(super) fn person(text: &str, tokens: &[Token]) -> Person {
    let tokens = without_degrees(text, tokens);
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return Person::No };
    let names = tokens.iter().filter(|token| token.capital && is_long(text, token)).count();
    let fits = tokens.len() <= LONGEST
        && names >= 1
        && tokens.len() >= 2
        && tokens.iter().all(|token| could_be(text, token));
    if !fits || !first.capital || !last.capital || !is_long(text, last) {
        return Person::No;
    }
    let whole = first.range.cover(last.range).of(text);
    if is_agency(whole)
        || tokens.iter().enumerate().any(|(at, token)| is_no_name(text, token, at == 0))
        || is_thing(text, tokens)
    {
        return Person::No;
    }
    if classes(first.of(text)).has(Classes::FIRST) { Person::Surely } else { Person::Perhaps }
}

/// "M.D.", "PhD", "Jr." and the like after a name.
pub(super) fn without_degrees<'a>(text: &str, tokens: &'a [Token]) -> &'a [Token] {
    let is_degree = |token: &Token| {
        matches!(
            token.of(text).trim_end_matches('.'),
            "MD" | "M.D"
                | "PhD"
                | "Ph.D"
                | "Ph"
                | "D"
                | "MA"
                | "M.A"
                | "MBA"
                | "RN"
                | "DDS"
                | "Esq"
                | "DO"
                | "JD"
                | ","
                | ""
        )
    };
    let end = tokens.iter().rposition(|token| !is_degree(token)).map_or(0, |last| last + 1);
    &tokens[..end]
}

/// More than an initial.
fn is_long(text: &str, token: &Token) -> bool {
    token.of(text).chars().filter(|c| c.is_alphabetic()).count() > 1
}

fn could_be(text: &str, token: &Token) -> bool {
    let word = token.of(text);
    match token.kind {
        TokenKind::Word => {
            (token.capital || PARTICLES.contains(&word)) && !word.contains(|c: char| c.is_ascii_digit())
        }
        TokenKind::Sign => matches!(word, "-" | ".") && !token.spaced,
        TokenKind::Quote => true,
        TokenKind::Number | TokenKind::Possessive => false,
    }
}

/// A common noun, a section of a paper, a word of calendars or of organisations' names. A surname may be
/// one as well ("West", "Gold"), but not where it stands first.
fn is_no_name(text: &str, token: &Token, first: bool) -> bool {
    let word = token.of(text);
    if token.kind != TokenKind::Word || !token.capital || !is_long(text, token) {
        return false;
    }
    if first && ASKS.iter().any(|asks| asks.eq_ignore_ascii_case(word)) {
        return true;
    }
    let known = classes(word);
    let names = if first { Classes::FIRST } else { Classes::FIRST.and(Classes::SURNAME) };
    let nouns = Classes::COMMON
        .and(Classes::NO_NAME)
        .and(Classes::SMALL)
        .and(Classes::CALENDAR)
        .and(Classes::DEMONYM)
        .and(Classes::GROUP)
        .and(Classes::COUNTRY)
        .and(Classes::ORGANISATION_WORD)
        .and(Classes::PLACE_WORD)
        .and(Classes::EVENT_WORD)
        .and(Classes::MEDIA)
        .and(Classes::AGENCY);
    let section = matches!(class_of(word), Some(Class::Kind | Class::Staff | Class::Role));
    !known.has(names) && (known.has(nouns) || section)
}

/// The words together are a place, a team, a paper: "Los Angeles", "Fox News".
fn is_thing(text: &str, tokens: &[Token]) -> bool {
    let things = Classes::PLACE
        .and(Classes::ORGANISATION)
        .and(Classes::MEDIA)
        .and(Classes::AGENCY)
        .and(Classes::TEAM)
        .and(Classes::EVENT)
        .and(Classes::WORK)
        .and(Classes::SEAT);
    let mut scratch = String::new();
    let longest = words().longest(text, tokens, 0, 2, &mut scratch);
    longest.is_some_and(|found| found.end == tokens.len() && found.entry.classes.has(things))
}

fn classes(word: &str) -> Classes {
    let mut key = String::new();
    fold(&mut key, word);
    words().classes(&key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::tokenize;

    fn check(expected: Person, names: &[&str]) {
        for name in names {
            assert_eq!(person(name, &tokenize(name)), expected, "{name}");
        }
    }

    #[test]
    fn names_of_people() {
        check(
            Person::Surely,
            &[
                "Jane Doe",
                "JANE DOE",
                "Amir van Roe",
                "Jane Doe, M.D.",
                "Mary-Ann O’Neill",
                "Amy West",
                "Carl B. Roe Jr.",
            ],
        );
        check(Person::Perhaps, &["Maraq Quillo", "Xoli Ndunge"]);
    }

    #[test]
    fn menu_entries_are_no_names() {
        check(
            Person::No,
            &[
                "Real Estate",
                "Personal Finance",
                "Lost Pets",
                "South Africa",
                "Los Angeles",
                "Fox News",
                "World News",
                "Contact Us",
                "Sign In",
                "The Arts",
                "Jane",
                "Jane doe",
                "Reuters Staff",
                "News Desk",
                "Today 24",
                "Middle East",
            ],
        );
    }
}

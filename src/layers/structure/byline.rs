//! Lines that name the author.

use crate::layers::dateline::day;
use crate::tokens::{Token, TokenKind};

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
    let names = word(at) == "@" || tokens.get(at).is_some_and(|token| token.capital) || is_staff(word(at));
    names
        && !is_time(word(at))
        && tokens[at..].iter().all(|token| fits(text, token))
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
    (2..=8).contains(&names) && tokens.len() <= 10 && tokens.iter().all(fits)
}

/// "Political Correspondent", "Jane Doe, Chief Reporter", "Staff writer"
pub(super) fn is_role(text: &str, tokens: &[Token]) -> bool {
    let ends = tokens.iter().rev().take(4).any(|token| is_role_word(token.of(text)));
    ends && tokens.len() <= 14
        && tokens.iter().all(|token| fits(text, token))
        && !ends_like_prose(text, tokens)
}

fn ends_like_prose(text: &str, tokens: &[Token]) -> bool {
    tokens.len() > 12 && tokens.last().is_some_and(|token| token.of(text) == ".")
}

fn fits(text: &str, token: &Token) -> bool {
    let word = token.of(text);
    match token.kind {
        TokenKind::Word => token.capital || is_staff(word) || is_joining(word) || word.contains(['.', '@']),
        TokenKind::Number | TokenKind::Quote | TokenKind::Possessive => true,
        TokenKind::Sign => !matches!(word, "?" | "!" | "%" | "$" | ";"),
    }
}

fn is_joining(word: &str) -> bool {
    matches!(
        word,
        "and"
            | "in"
            | "of"
            | "for"
            | "at"
            | "the"
            | "with"
            | "de"
            | "da"
            | "di"
            | "del"
            | "van"
            | "von"
            | "der"
            | "den"
            | "bin"
            | "al"
            | "el"
            | "ibn"
            | "la"
            | "le"
            | "du"
            | "dos"
            | "y"
            | "on"
            | "to"
            | "from"
            | "a"
            | "an"
            | "e"
            | "ter"
            | "ten"
            | "updated"
            | "published"
            | "posted"
            | "min"
            | "read"
            | "am"
            | "pm"
            | "com"
            | "co"
            | "org"
            | "uk"
    )
}

fn is_staff(word: &str) -> bool {
    matches!(
        word,
        "our"
            | "a"
            | "staff"
            | "agencies"
            | "agency"
            | "special"
            | "associated"
            | "press"
            | "news"
            | "service"
            | "services"
            | "own"
            | "wire"
            | "reports"
            | "additional"
            | "reporting"
    ) || is_role_word(word)
}

fn is_role_word(word: &str) -> bool {
    const ROLES: [&str; 24] = [
        "correspondent",
        "correspondents",
        "reporter",
        "reporters",
        "editor",
        "editors",
        "writer",
        "writers",
        "columnist",
        "bureau",
        "journalist",
        "contributor",
        "producer",
        "chief",
        "political",
        "economics",
        "business",
        "science",
        "health",
        "sports",
        "diplomatic",
        "foreign",
        "senior",
        "photographer",
    ];
    word.len() <= 16 && ROLES.iter().any(|role| word.eq_ignore_ascii_case(role))
}

fn is_time(word: &str) -> bool {
    day::month(word).is_some() || day::weekday(word).is_some()
}

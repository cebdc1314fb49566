//! Lines that name the author.

use super::byline_words::{Class, class_of, ends_like_prose, fits, is_role, opener, without_separator};
use super::person::{self, Person};
use super::signed;
use crate::layers::dateline::day;
use crate::text::TextRange;
use crate::tokens::{Token, TokenKind};

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
/// Jane Doe, Transport Reporter          Jane Doe @janedoe          Jane Doe and agencies
/// ```
///
/// "By Friday the river had crested" is none: a byline has no verb, so every word after
/// "By" begins with a capital letter or is one of those that join names and roles.
pub(super) fn is_byline(text: &str, tokens: &[Token]) -> bool {
    let tokens = without_separator(text, tokens);
    let size = 2..=LONGEST;
    size.contains(&tokens.len())
        && (says_by(text, tokens) || names_before_by(text, tokens) || is_titled(text, tokens))
}

fn says_by(text: &str, tokens: &[Token]) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.of(text));
    let Some(at) = opener(text, tokens) else { return false };
    // "@jane_doe", "Ji-woo"
    let goes_on = |at: usize| !tokens[at].spaced && (word(at - 1) == "-" || is_in_handle(text, tokens, at));
    let opens_address = |at: usize| word(at + 1) == "@" && !tokens[at + 1].spaced;
    let has_role = || tokens.iter().any(|token| class_of(token.of(text)) == Some(Class::Role));
    let kind = class_of(word(at)) == Some(Class::Kind) && has_role();
    let capital = tokens.get(at).is_some_and(|token| token.capital);
    let names = word(at) == "@" || capital || names_no_one(word(at)) || kind;
    names
        && !is_time(word(at))
        && (at..tokens.len()).all(|at| fits(text, &tokens[at]) || goes_on(at) || opens_address(at))
        && !ends_like_prose(text, tokens)
}

/// Of "@jane_doe", whatever its letters.
fn is_in_handle(text: &str, tokens: &[Token], at: usize) -> bool {
    let glued = (1..=at).rev().take(6).take_while(|&at| !tokens[at].spaced);
    glued.into_iter().any(|at| tokens[at - 1].of(text) == "@")
}

/// "Jane Doe By Jane Doe", "Avatar photo by Jane Doe": the text of a portrait, then the byline.
fn names_before_by(text: &str, tokens: &[Token]) -> bool {
    let Some(by) = tokens.iter().take(6).position(|token| matches!(token.of(text), "By" | "by")) else {
        return false;
    };
    let (before, after) = (&tokens[..by], &tokens[by..]);
    let again = by > 1
        && after.len() > by
        && before.iter().zip(&after[1..]).all(|(one, other)| one.of(text) == other.of(text));
    let avatar = by > 0 && by <= 2 && before[0].of(text).eq_ignore_ascii_case("avatar");
    (again || avatar) && says_by(text, after)
}

/// A name, and a role, an agency or a handle beside it.
fn is_titled(text: &str, tokens: &[Token]) -> bool {
    let word = |at: usize| tokens[at].of(text);
    let Some(end) = (1..tokens.len().min(9)).find(|&at| parts_name(word(at), tokens.get(at + 1))) else {
        return false;
    };
    if person::person(text, &tokens[..end]) == Person::No || tokens.len() > 24 {
        return false;
    }
    let rest = &tokens[end..];
    let handle = rest.windows(2).any(|pair| pair[0].of(text) == "@" && !pair[1].spaced);
    let last = &rest[usize::from(rest[0].kind == TokenKind::Sign || word(end) == "and")..];
    let house = !last.is_empty() && names_house(text, last);
    let all = (end..tokens.len()).all(|at| fits(text, &tokens[at]) || is_in_handle(text, tokens, at));
    all && !ends_like_prose(text, tokens) && (handle || house || is_role(text, tokens))
}

/// What may stand right after a name in a byline.
fn parts_name(word: &str, next: Option<&Token>) -> bool {
    let sign = matches!(word, "," | "|" | "·" | "•" | "–" | "—" | "@" | "(");
    let dash = word == "-" && next.is_some_and(|next| next.spaced);
    sign || dash || word == "and" || matches!(class_of(word), Some(Class::Kind | Class::Role))
}

/// "Reuters", "agencies", "The Harwick News", each between strokes; further names may stand before.
fn names_house(text: &str, tokens: &[Token]) -> bool {
    let parts =
        |token: &Token| matches!(token.of(text), "|" | "·" | "•" | "," | "-" | "–" | "—" | "and" | "&");
    let staff = |piece: &[Token]| piece.len() == 1 && class_of(piece[0].of(text)) == Some(Class::Staff);
    let house = |piece: &[Token]| staff(piece) || signed::is_house(text, piece);
    let pieces = || tokens.split(parts).filter(|piece| !piece.is_empty());
    let fits = |piece: &[Token]| house(piece) || person::person(text, piece) > Person::No;
    pieces().all(fits) && pieces().next_back().is_some_and(house)
}

/// Whether the words before a time stamp name the author: a byline, or nothing but names and houses.
pub(super) fn signs(text: &str, tokens: &[Token]) -> bool {
    let parts = |token: &Token| matches!(token.of(text), "|" | "/" | "·" | "•" | "-" | "–" | "—");
    let mut pieces = tokens.split(parts).filter(|piece| !piece.is_empty());
    let named = |piece: &[Token]| signed::names(text, piece) > Person::No;
    // "HARWICK.COM"
    let capital = |token: &Token| token.capital || (token.of(text) == "." && !token.spaced);
    is_byline(text, tokens)
        || (tokens.len() <= 14
            && pieces.next().is_some_and(named)
            && pieces.all(|piece| named(piece) || piece.iter().all(capital)))
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
const LONGEST_NOTE: usize = 150;

/// Reads a note on the author.
///
/// ```text
/// Jane Doe is a senior political reporter for the Harwick Post.   Doe reported from London.
/// ^^^^^^^^      ^^^^^^^^^^^^^^^^^^^^^^^^^                          ^^^               ^^^^^^
/// ```
///
/// "Doe covers the north for the Harwick Post." and "You can email Jane Doe here." are such notes as well;
/// they add nothing to the name.
pub(super) fn note(text: &str, tokens: &[Token]) -> Option<Note> {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.of(text));
    if let Some(name) = reached(text, tokens) {
        return Some(Note { name, role: None, place: None });
    }
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
            && tokens[is..].windows(2).any(|pair| {
                let lives = matches!(pair[0].of(text), "lives" | "based") && pair[1].of(text) == "in";
                lives || pair[0].of(text) == "for"
            });
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

/// "You can email Mara Quill here", "Contact Mara Quill at …", "Mara Quill can be reached at …": the name.
fn reached(text: &str, tokens: &[Token]) -> Option<TextRange> {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.of(text));
    let bullet = usize::from(matches!(word(0), "•" | "-" | "–" | "—"));
    let you = if word(bullet) == "You" && word(bullet + 1) == "can" { 2 } else { 0 };
    let from = bullet + you;
    let asks = matches!(
        word(from),
        "Email" | "E-mail" | "email" | "Contact" | "contact" | "Follow" | "follow" | "Reach" | "reach"
    );
    let from = from + usize::from(asks);
    let rest = tokens.get(from..)?;
    let end = rest.iter().take(6).position(|token| !token.capital && token.kind == TokenKind::Word)?;
    let at = from + end;
    let tells = if asks {
        matches!(word(at), "at" | "on" | "here" | "via")
    } else {
        word(at) == "can"
            && word(at + 1) == "be"
            && matches!(word(at + 2), "reached" | "contacted" | "followed")
    };
    let name = &rest[..end];
    let named = tells && person::person(text, name) > Person::No;
    named.then(|| name[0].range.cover(name[end - 1].range))
}

fn is_time(word: &str) -> bool {
    day::month(word).is_some() || day::weekday(word).is_some()
}

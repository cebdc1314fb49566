//! What a line of an article's head has to do with its author, before its neighbours are asked.

use super::byline_words;
use super::person::{Person, person};
use crate::layers::dateline::agencies::is_agency;
use crate::resources::{Classes, fold, words};
use crate::tokens::Token;

/// A line beside or of a byline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Signed {
    /// Nothing of the kind.
    No,
    /// "By", "Written by", "Author:" and nothing else: the name follows.
    Opens,
    /// "Mara Quill", "Mara Quill, Jo Orr and Al Roe"; whether a first name is known.
    Name(Person),
    /// "Transport Reporter"
    Role,
    /// "@maraquill"
    Handle,
    /// "Fox News", "Harwick Courier Staff"
    House,
    /// "Headshot of Mara Quill", "author image": the alternative text of a portrait.
    Portrait,
}

/// Reads a line without a full stop.
pub(super) fn signed(text: &str, tokens: &[Token]) -> Signed {
    let tokens = byline_words::without_separator(text, tokens);
    if tokens.is_empty() || tokens.len() > 14 {
        return Signed::No;
    }
    if opens(text, tokens) {
        return Signed::Opens;
    }
    if is_portrait(text, tokens) {
        return Signed::Portrait;
    }
    if is_handle(text, tokens) {
        return Signed::Handle;
    }
    if byline_words::is_role(text, tokens) {
        return Signed::Role;
    }
    match names(text, tokens) {
        Person::No if is_house(text, tokens) => Signed::House,
        Person::No => Signed::No,
        person => Signed::Name(person),
    }
}

/// "By", "Words by:", "Author"
fn opens(text: &str, tokens: &[Token]) -> bool {
    let end = byline_words::opener(text, tokens);
    let label = || {
        let word = tokens[0].of(text);
        tokens.len() <= 2
            && ["author", "authors", "writer", "reporter", "contributor"]
                .iter()
                .any(|known| known.eq_ignore_ascii_case(word))
            && tokens.get(1).is_none_or(|sign| sign.of(text) == ":")
    };
    end.is_some_and(|end| end >= tokens.len()) || label()
}

/// The names of a line of nothing but names: the least certain of them.
pub(super) fn names(text: &str, tokens: &[Token]) -> Person {
    let parts = |token: &Token| matches!(token.of(text), "," | "and" | "&" | "And" | "AND" | "|");
    let mut least = Person::Surely;
    let mut found = 0;
    for name in tokens.split(parts).filter(|name| !name.is_empty() && !is_degree(text, name)) {
        found += 1;
        least = least.min(person(text, name));
    }
    if found == 0 || found > 5 { Person::No } else { least }
}

/// "M.D." after a comma
fn is_degree(text: &str, tokens: &[Token]) -> bool {
    super::person::without_degrees(text, tokens).is_empty()
}

/// "@maraquill", "Follow @maraquill"
fn is_handle(text: &str, tokens: &[Token]) -> bool {
    let at = usize::from(tokens[0].of(text).eq_ignore_ascii_case("follow"));
    let sign = tokens.get(at).is_some_and(|token| token.of(text) == "@");
    sign && tokens.len() == at + 2 && !tokens[at + 1].spaced
}

/// "Fox News", "Harwick Courier Staff", "AP"
pub(super) fn is_house(text: &str, tokens: &[Token]) -> bool {
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return false };
    let named = tokens.len() <= 6
        && !first.of(text).eq_ignore_ascii_case("by")
        && tokens.iter().all(|token| token.capital || matches!(token.of(text), "&" | "-" | "."));
    let mut key = String::new();
    fold(&mut key, last.of(text));
    let ends = byline_words::class_of(last.of(text)) == Some(byline_words::Class::Staff)
        || words().classes(&key).has(Classes::MEDIA);
    let whole = first.range.cover(last.range).of(text);
    named && ((tokens.len() > 1 && ends) || is_agency(whole))
}

/// "Headshot of Mara Quill", "Mara Quill headshot", "author avatar image", "Avatar photo"
fn is_portrait(text: &str, tokens: &[Token]) -> bool {
    let is = |at: usize, known: &[&str]| {
        tokens.get(at).is_some_and(|token| known.iter().any(|word| word.eq_ignore_ascii_case(token.of(text))))
    };
    let last = tokens.len() - 1;
    let of = is(0, &["headshot", "portrait", "photo", "picture", "avatar", "image", "photograph"])
        && is(1, &["of", "for"])
        && (person(text, &tokens[2..]) > Person::No || is(2, &["author"]));
    of || (tokens.len() >= 2 && is(last, &["headshot", "avatar", "byline", "portrait"]))
        || (tokens.len() <= 5
            && is(0, &["author", "avatar", "profile", "byline"])
            && is(last, &["image", "photo", "picture", "avatar", "thumbnail", "portrait"]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::tokenize;

    fn check(line: &str, expected: Signed) {
        assert_eq!(signed(line, &tokenize(line)), expected, "{line}");
    }

    #[test]
    fn lines_of_a_byline() {
        check("By", Signed::Opens);
        check("Written by:", Signed::Opens);
        check("Author", Signed::Opens);
        check("Jane Doe", Signed::Name(Person::Surely));
        check("Jane Doe, Amir Roe & Carl Orr", Signed::Name(Person::Surely));
        check("Jane Doe, M.D.", Signed::Name(Person::Surely));
        check("Transport Reporter", Signed::Role);
        check("Jane Doe, Chief Political Correspondent", Signed::Role);
        check("@janedoe", Signed::Handle);
        check("Fox News", Signed::House);
        check("Harwick Courier Staff", Signed::House);
        check("Headshot of Jane Doe", Signed::Portrait);
        check("author avatar image", Signed::Portrait);
        check("Jane-Doe-headshot", Signed::Portrait);
    }

    #[test]
    fn other_lines() {
        for line in [
            "Real Estate",
            "Storm shuts the coast road",
            "World",
            "By the sea",
            "Photo of the pier",
            "Author talk in Arne",
        ] {
            check(line, Signed::No);
        }
    }
}

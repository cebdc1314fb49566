//! Words in quotation marks that are titles, slogans or labels.

use super::super::clause::{Clause, Item};
use super::super::words;
use crate::tokens::{TokenKind, is_quote_mark};

/// "the slogan “Take back our river”", "an exhibition titled “…”": words that name what is shown or sung.
pub(super) fn names_a_work(clause: Clause<'_>, at: usize) -> bool {
    let comma = at > clause.from && clause.word(at - 1) == ",";
    let noun = if comma { at.wrapping_sub(2) } else { at.wrapping_sub(1) };
    // "so-called “…”", "known as “…”"
    let called = ["called", "styled"].iter().any(|word| clause.word_is(noun, word))
        && clause.word(noun.wrapping_sub(1)) == "-"
        || clause.word_is(noun, "as") && clause.word_is(noun.wrapping_sub(1), "known");
    (clause.is(noun, words::WORK) || called) && !(comma && clause.is_complete(at))
}

/// “Long Way Home.”: a title by more than the capital of its first word.
pub(in super::super) fn is_work(words: &str) -> bool {
    is_title(words)
        && !words.contains(", ")
        && words
            .split_whitespace()
            .skip(1)
            .any(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
}

/// Titles of works: every longer word has a capital.
pub(in super::super) fn is_title(words: &str) -> bool {
    let inner = words.trim_matches(is_quote_mark);
    if inner.ends_with([',', '.', '?', '!']) && inner.split_whitespace().count() > 6 {
        return false;
    }
    let mut long = inner.split_whitespace().filter(|word| word.chars().count() > 3).peekable();
    long.peek().is_some() && long.all(|word| !word.starts_with(char::is_lowercase))
}

/// "the “too big to fail” banks", "its “people you may know” feature": a label before its noun;
/// "criticised as a “use it or lose it” rule" is what critics say.
pub(super) fn is_attributive(clause: Clause<'_>, at: usize) -> bool {
    let labels = |item: &Item| {
        item.is_plain_word() && !item.capital && (item.entry.verb.is_none() || item.entry.noun.is_some())
    };
    let opens = at > clause.from
        && !clause.word_is(at.wrapping_sub(2), "as")
        && (clause.is(at - 1, words::DET | words::POSSESSIVE)
            || clause.items[at - 1].kind == TokenKind::Possessive);
    opens && clause.last_sign(at).is_some_and(char::is_alphanumeric) && clause.get(at + 1).is_some_and(labels)
}

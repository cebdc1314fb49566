//! Words in quotation marks that are titles, slogans or labels.

use super::super::clause::{Clause, Item};
use super::super::words;
use super::super::works::is_title;
use crate::tokens::TokenKind;

/// Verbs that give somebody or something a name.
const NAMED: [&str; 5] = ["called", "named", "dubbed", "titled", "entitled"];

/// "the slogan “Take back our river”", "an exhibition titled “…”": words that name what is shown or sung.
pub(super) fn names_a_work(clause: Clause<'_>, at: usize) -> bool {
    let comma = at > clause.from && clause.word(at - 1) == ",";
    let noun = if comma { at.wrapping_sub(2) } else { at.wrapping_sub(1) };
    // "so-called “…”", "known as “…”"
    let called = ["called", "styled"].iter().any(|word| clause.word_is(noun, word))
        && clause.word(noun.wrapping_sub(1)) == "-"
        || clause.word_is(noun, "as") && clause.word_is(noun.wrapping_sub(1), "known");
    // "is called in Welsh “…”", "was named “…”"
    let low = at.saturating_sub(4).max(clause.from + 1);
    let named = (low..at).rev().find(|&i| NAMED.iter().any(|word| clause.word_is(i, word)));
    let named = named.is_some_and(|named| clause.is(named - 1, words::BE) && !clause.is(at, words::DET));
    let called = called || named && is_title(clause.word(at).trim_end_matches(['.', ',', '”', '"', '’']));
    (clause.is(noun, words::WORK) || called) && !(comma && clause.is_complete(at))
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

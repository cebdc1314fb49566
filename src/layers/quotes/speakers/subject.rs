//! Who speaks in a sentence that has no cue: its subject, where that can speak.

use super::super::clause::Clause;
use super::super::headline::is_agent;
use super::super::source::{self, Phrase};
use super::super::words;

/// The subject of a sentence with quoted words that no cue reports.
///
/// ```text
/// Luis Prado was less diplomatic: “They kicked us off the park.”
/// ^^^^^^^^^^
/// The road was “a mile of broken promises”.      a road says nothing
/// ```
///
/// `told` where a colon leads to the words: then "Marlow’s response" and "more from Marlow" name
/// Marlow as well.
pub(super) fn of(clause: Clause<'_>, quote: usize, told: bool) -> Option<Phrase> {
    if let Some(phrase) = from_whom(clause, quote).filter(|_| told) {
        return Some(phrase);
    }
    let phrase = source::first_subject(clause, quote)?;
    let phrase = owner(clause, phrase).filter(|_| told).unwrap_or(phrase);
    speaking(clause, phrase, told)
}

/// "More from the chancellor:" right before the quotation.
fn from_whom(clause: Clause<'_>, quote: usize) -> Option<Phrase> {
    let low = quote.saturating_sub(8).max(clause.from);
    let from = (low..quote).rev().find(|&at| clause.word_is(at, "from"))?;
    let phrase = source::after(clause, from + 1).filter(|phrase| phrase.to + 1 == quote)?;
    speaking(clause, phrase, true)
}

/// The phrase up to its name, where it names somebody who can speak: "Reed gave" is Reed, "the
/// reply came", "it" and "two words" are nobody.
pub(super) fn speaking(clause: Clause<'_>, mut phrase: Phrase, told: bool) -> Option<Phrase> {
    let counts = |at: usize| matches!(clause.word(at), "One" | "Two" | "Three" | "Four" | "Five" | "More");
    let named = |at: usize| clause.items[at].is_name() && !counts(at);
    if let Some(name) = (phrase.from..phrase.to).rev().find(|&at| named(at)) {
        // "Village shop" keeps its noun.
        let alone = name == clause.from && !told;
        phrase.to = if alone { phrase.to } else { name + 1 };
        return Some(phrase);
    }
    let pronoun = ["he", "she", "they", "i", "we", "who", "others", "one"];
    let pronoun = pronoun.iter().any(|word| clause.word_is(phrase.to - 1, word));
    let role = |at: &usize| {
        clause.is(*at, words::ROLE | words::ORGANISATION | words::DOCUMENT) || is_agent(clause.word(*at))
    };
    let role = (phrase.from..phrase.to).rev().find(role);
    phrase.to = role.map_or(phrase.to, |role| role + 1);
    (pronoun || role.is_some()).then_some(phrase)
}

/// "Marlow’s response was clear:" names Marlow, "Marlow’s brother was clear:" does not.
pub(super) fn owner(clause: Clause<'_>, phrase: Phrase) -> Option<Phrase> {
    let own = |at: &usize| {
        clause.is(*at, words::POSSESSIVE) || clause.items[*at].kind == crate::tokens::TokenKind::Possessive
    };
    let owner = (phrase.from..phrase.to - 1).rev().find(own)?;
    let person =
        clause.is(phrase.to - 1, words::ROLE | words::ORGANISATION) || clause.get(phrase.to - 1)?.is_name();
    let to = if clause.is(owner, words::POSSESSIVE) { owner + 1 } else { owner };
    (!person).then_some(Phrase { from: phrase.from, to })
}

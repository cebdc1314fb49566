//! Who speaks in a sentence that has no cue: its subject, where that can speak.

use super::super::agents::is_agent;
use super::super::clause::Clause;
use super::super::source::{self, Phrase};
use super::super::words::{self, CueKind};

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

/// Whom a line that leads to a quotation names.
///
/// ```text
/// And from Chairwoman Ada Quist:     The last word goes to Ida Strand, who runs the ferry:
///          ^^^^^^^^^^^^^^^^^^^^                            ^^^^^^^^^^
/// In the words of coach Bruno Silva:
///                 ^^^^^^^^^^^^^^^^^^
/// ```
pub(super) fn lead_in(clause: Clause<'_>) -> Option<Phrase> {
    let leads = |&at: &usize| {
        let before = |words: &[&str]| words.iter().any(|word| clause.word_is(at.wrapping_sub(1), word));
        clause.word_is(at, "from")
            || clause.word_is(at, "to") && before(&["goes", "went", "go", "belongs", "falls", "over", "turn"])
            || clause.word_is(at, "of") && before(&["words"])
    };
    let phrase = |at: usize| {
        let phrase = source::after_cue(clause, at + 1)?;
        let ends = matches!(clause.word(phrase.to), ":" | ",");
        speaking(clause, phrase, true).filter(|_| ends)
    };
    (clause.from..clause.to).rev().filter(leads).find_map(phrase)
}

/// Whether quoted words tell what their subject is or has shown: "Moss was “a safe pair of hands”".
pub(super) fn is_described(clause: Clause<'_>, quote: usize) -> bool {
    let mut verb = quote.wrapping_sub(1);
    while verb > clause.from && clause.is(verb, words::ADVERB) {
        verb -= 1;
    }
    let finding = clause.get(verb).and_then(|item| item.entry.verb);
    let finding = finding.is_some_and(|(cue, _)| cue.kind == CueKind::Finding && !cue.frames.quote);
    let inner = clause.word(quote).trim_start_matches(crate::tokens::is_quote_mark);
    let noun = ["a ", "an ", "the "].iter().any(|article| inner.starts_with(article));
    finding || noun && clause.is(verb, words::BE)
}

/// "More from the chancellor:" right before the quotation.
fn from_whom(clause: Clause<'_>, quote: usize) -> Option<Phrase> {
    let low = quote.saturating_sub(8).max(clause.from);
    let from = (low..quote).rev().find(|&at| clause.word_is(at, "from") || is_talk_with(clause, at))?;
    let phrase = source::after(clause, from + 1).filter(|phrase| phrase.to + 1 == quote)?;
    speaking(clause, phrase, true)
}

/// "Lunch with Ada Quist:", "The Harwick Interview with Ada Quist:"
fn is_talk_with(clause: Clause<'_>, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    let talk = clause.word_is(before, "interview") || clause.word_is(before, "conversation");
    clause.word_is(at, "with") && (at == clause.from + 1 || talk)
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
    // "The merger of the newspapers": nobody; "A group of doctors": they.
    let link = (phrase.from + 1..phrase.to).find(|&at| clause.is(at, words::PREPOSITION));
    let thing = link.is_some_and(|link| {
        clause.items[link - 1].is_plain_word() && !role(&(link - 1)) && !clause.is(link - 1, words::DET)
    });
    let role = (phrase.from..phrase.to).rev().find(role).filter(|_| !thing);
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

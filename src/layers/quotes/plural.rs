//! Whom "they" stand for: a pair of names, people by what they do; nobody where two would do.

use super::agents::is_agent;
use super::attribute::Draft;
use super::clause::Clause;
use super::source::{self, Phrase};
use super::words;
use crate::text::TextRange;

/// Gives each source "they" the words that it stands for.
///
/// ```text
/// Marlow and Reed met on Friday. “We won,” they said in a joint statement.
/// ^^^^^^^^^^^^^^^                          ^^^^
/// ```
///
/// Looks at the sentence and at the two before it, and takes the nearest that names several.
pub(super) fn resolve(text: &str, clauses: &[Clause<'_>], drafts: &mut [Draft]) {
    let mut read: Vec<Option<Vec<(usize, TextRange)>>> = vec![None; clauses.len()];
    for draft in drafts {
        let they = draft.source.filter(|source| source.of(text).eq_ignore_ascii_case("they"));
        let Some(they) = they else { continue };
        let here = clauses.partition_point(|clause| clause.items[clause.to - 1].range.end() <= they.start());
        let mut near = (0..clauses.len().min(here + 1)).rev().take(3);
        let nearest = near.find_map(|at| {
            let named = read[at].get_or_insert_with(|| several(clauses[at]));
            match &named[..named.partition_point(|&(end, _)| end <= they.start())] {
                [] => None,
                [(_, one)] => Some(Some(*one)),
                _ => Some(None),
            }
        });
        draft.stands_for = nearest.flatten();
    }
}

/// All that a sentence names as several, each with the end of the word it begins with.
fn several(clause: Clause<'_>) -> Vec<(usize, TextRange)> {
    let mut found = Vec::new();
    let mut at = clause.from;
    while let Some(first) = clause.get(at) {
        let opens = first.quoted.is_none() && !first.is(words::SUBJECT | words::OBJECT | words::RELATIVE);
        let one = opens.then(|| source::after(clause, at)).flatten().map(|phrase| cut(clause, phrase));
        let phrase = one.map(|phrase| joined(clause, phrase));
        let both = one.zip(phrase).is_some_and(|(one, phrase)| phrase.to > one.to);
        if let Some(phrase) = phrase.filter(|&phrase| both || is_several(clause, phrase)) {
            let words = clause.items[phrase.from].range.cover(clause.items[phrase.to - 1].range);
            found.push((first.range.end(), words));
        }
        at = phrase.map_or(at + 1, |phrase| phrase.to);
    }
    found
}

/// "The port authority and the manufacturer", where both are the subject.
fn joined(clause: Clause<'_>, phrase: Phrase) -> Phrase {
    let opens = clause.is(phrase.from, words::DET | words::POSSESSIVE) && phrase.from == clause.from;
    let and = clause.word_is(phrase.to, "and") && clause.is(phrase.to + 1, words::DET | words::POSSESSIVE);
    let other = (opens && and).then(|| source::after(clause, phrase.to + 1)).flatten();
    let one = |to: usize| ["was", "is", "has"].iter().any(|verb| clause.word_is(to, verb));
    other
        .map(|other| cut(clause, other))
        .filter(|other| !one(other.to))
        .map_or(phrase, |other| Phrase { from: phrase.from, to: other.to })
}

/// "Marlow and Reed met" without its verb.
fn cut(clause: Clause<'_>, phrase: Phrase) -> Phrase {
    let last = (phrase.from..phrase.to).rev().find(|&at| speaks(clause, at));
    Phrase { to: last.map_or(phrase.to, |last| last + 1), ..phrase }
}

/// A name, a role or a body.
fn speaks(clause: Clause<'_>, at: usize) -> bool {
    let item = &clause.items[at];
    item.is_name() || item.is(words::ROLE | words::ORGANISATION) || is_agent(clause.word(at))
}

/// "Marlow and Reed", "two officials", "the engineers", "the couple".
fn is_several(clause: Clause<'_>, phrase: Phrase) -> bool {
    let pair = (phrase.from + 1..phrase.to - 1)
        .any(|at| clause.word_is(at, "and") && speaks(clause, at - 1) && speaks(clause, phrase.to - 1));
    let end = (phrase.from + 1..phrase.to).find(|&at| clause.is(at, words::PREPOSITION));
    let head = end.unwrap_or(phrase.to) - 1;
    let word = clause.word(head);
    let people = matches!(word, "people" | "men" | "women" | "couple" | "pair" | "parents" | "twins")
        || word.ends_with('s')
            && (is_agent(word) || clause.is(head, words::ROLE))
            && !clause.is(head, words::DOCUMENT);
    pair || people && (!clause.items[head].capital || head == clause.from)
}

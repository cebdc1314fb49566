//! Noun phrases that can be a source: names, roles, pronouns, organisations.

mod back;
mod ending;
mod on;
mod phrase;

use super::clause::{Clause, Item};
use super::words;
use crate::layers::syntax::tags::Tag;
use crate::resources::Classes;
use crate::text::TextRange;
use crate::tokens::TokenKind;
pub use back::{before, behind_which, described_from};
pub(super) use on::has_class;
use on::is_first_name;
pub use on::{after, after_cue};
pub use phrase::Phrase;

/// The subject of the sentence, after "On Friday," and "When asked,".
pub fn first_subject(clause: Clause<'_>, before: usize) -> Option<Phrase> {
    let mut at = clause.from;
    for _ in 0..6 {
        while clause.is(at, words::CONJUNCTION | words::ADVERB) && !clause.get(at)?.is_name() {
            at += 1;
        }
        let asked = at == clause.from && clause.word(at).ends_with("ed") && is_participle(clause, at);
        let leads = clause.is(at, words::PREPOSITION | words::SUBORDINATE);
        if !leads && !asked && !clause.word(at).ends_with("ing") {
            break;
        }
        at = (at..before).find(|&i| clause.word(i) == ",")? + 1;
        let opens = |i: &Item| {
            i.is(words::DET | words::POSSESSIVE | words::SUBJECT | words::PREPOSITION | words::SUBORDINATE)
                || i.is_name()
        };
        while clause.get(at).is_some_and(|item| !opens(item)) {
            match (at..before).find(|&i| clause.word(i) == ",") {
                Some(comma) => at = comma + 1,
                None => break,
            }
        }
    }
    after(clause, at).filter(|phrase| phrase.to <= before)
}

/// "Asked about the row, she smiled": a verb that opens the sentence, no name.
fn is_participle(clause: Clause<'_>, at: usize) -> bool {
    let small = clause.get(at + 1).is_some_and(|next| !next.capital && next.kind == TokenKind::Word);
    let about = clause.is(at + 1, words::PREPOSITION | words::WH);
    small
        && (about
            || clause.items[at].entry.verb.is_some()
            || matches!(clause.tag(at), Tag::Participle | Tag::Past))
}

/// The subject of "laughed and said": the nearest pronoun before, or the subject of the sentence.
pub fn shared_subject(clause: Clause<'_>, and: usize) -> Option<Phrase> {
    let low = and.saturating_sub(25).max(clause.from);
    let pronoun = (low..and).rev().find(|&at| {
        clause.is(at, words::SUBJECT)
            && !clause.is(at, words::DET)
            && !clause.get(at).is_some_and(|i| i.is_name())
            && !clause.is(at.wrapping_sub(1), words::PREPOSITION)
    });
    match pronoun {
        Some(at) => Some(Phrase { from: at, to: at + 1 }),
        None => first_subject(clause, and),
    }
}

/// The words that stand for the source: its name alone where it has one, else the whole phrase.
pub fn words_of(clause: Clause<'_>, phrase: Phrase) -> TextRange {
    let Phrase { mut from, mut to } = phrase;
    while to > from + 1 && !matches!(clause.items[to - 1].kind, TokenKind::Word | TokenKind::Number) {
        to -= 1;
    }
    // "Joshua Becker at Becoming Minimalist": Becker.
    let at = (from + 2..to).find(|&at| clause.is(at, words::PREPOSITION));
    if let Some(at) =
        at.filter(|&at| (from..at).all(|i| clause.items[i].is_name()) && is_first_name(clause.word(from)))
    {
        to = at;
    }
    let whole = clause.items[from].range.cover(clause.items[to - 1].range);
    let mut name = to;
    while name > from && (clause.items[name - 1].is_name() || is_inner_sign(clause, from, name - 1)) {
        name -= 1;
    }
    while name < to && !clause.items[name].is_name() {
        name += 1;
    }
    if name == to {
        return whole;
    }
    if let Some(name) = name_after_office(clause, from, to) {
        return clause.items[name].range.cover(clause.items[to - 1].range);
    }
    if (from..to).any(|at| matches!(clause.word(at), "and" | "&" | "nor" | "along" | "together"))
        && !clause.items[to - 1].is(words::ROLE)
        && name > from
    {
        let first = from + usize::from(clause.word_is(from, "both"));
        return clause.items[first].range.cover(clause.items[to - 1].range);
    }
    // "the Prime Minister", "The Foreign Secretary"; "a Georgia Republican"
    let office = clause.is(to - 1, words::ROLE | words::TITLE);
    // "A defiant Grant said": Grant.
    let told = (from + 1..name).all(|at| matches!(clause.tag(at), Tag::Adjective | Tag::Participle));
    let group = has_class(clause.word(to - 1), Classes::GROUP.and(Classes::DEMONYM).and(Classes::ROLE));
    let only = name + 1 == to && name > from + 1 && told && !office && !group;
    let any = !only && ["a", "an"].iter().any(|article| clause.word_is(from, article));
    if any || clause.word_is(from, "the") && name == from + 1 && office {
        return whole;
    }
    let names_only = (from..name).all(|at| !clause.is(at, words::PREPOSITION) || clause.is(at, words::TITLE));
    let owned = (from..name).any(|at| clause.items[at].kind == TokenKind::Possessive);
    if !names_only || (owned && name == to) {
        return whole;
    }
    while name + 1 < to && clause.is(name, words::TITLE) {
        name += 1;
    }
    from = name;
    clause.items[from].range.cover(clause.items[to - 1].range)
}

/// Where the name begins behind an office that has names in it, told by a first name.
///
/// ```text
/// Chancellor of the Exchequer Dana Whitlock     Former minister for Women and Equalities Nicola Hale
///                             ^^^^^^^^^^^^^                                               ^^^^^^^^^^^^
/// ```
fn name_after_office(clause: Clause<'_>, from: usize, to: usize) -> Option<usize> {
    if let Some(name) = name_after_ministry(clause, from, to) {
        return Some(name);
    }
    let office = (from..to.min(from + 3)).find(|&at| clause.is(at, words::ROLE | words::TITLE))?;
    let of = (office + 1..to).find(|&at| clause.is(at, words::PREPOSITION))?;
    let named = |&at: &usize| {
        let rest = (at..to).all(|i| clause.items[i].is_name() || is_inner_sign(clause, at, i));
        rest && is_first_name(clause.word(at))
    };
    (of + 2..to.saturating_sub(1)).rev().find(named)
}

/// "Energy and Mines Minister Ada Quist": two fields of one office, for neither is a name.
fn name_after_ministry(clause: Clause<'_>, from: usize, to: usize) -> Option<usize> {
    let and = (from + 1..to.min(from + 4)).find(|&at| clause.word_is(at, "and"))?;
    let office =
        (and + 2..to.min(and + 4)).find(|&at| clause.is(at, words::ROLE) && clause.items[at].capital)?;
    let field = |at: usize| {
        clause.items[at].is_name() && !has_class(clause.word(at), Classes::FIRST.and(Classes::SURNAME))
    };
    let fields = (from..office).filter(|&at| at != and).all(field);
    let named = office + 1 < to
        && (office + 1..to).all(|at| clause.items[at].is_name() || is_inner_sign(clause, office + 1, at));
    (fields && named).then_some(office + 1)
}

fn is_inner_sign(clause: Clause<'_>, from: usize, at: usize) -> bool {
    let sign = matches!(clause.word(at), "-" | "&" | "." | "’" | "'");
    sign && at > from && clause.items[at - 1].is_name()
}

/// "said Smith", "said officials", but not "declared bankruptcy".
pub fn can_speak(clause: Clause<'_>, phrase: Phrase) -> bool {
    let last = &clause.items[phrase.to - 1];
    let opens = words::DET | words::POSSESSIVE | words::SUBJECT;
    clause.is(phrase.from, opens)
        || (phrase.from..phrase.to).any(|at| clause.items[at].is_name())
        || last.is(words::ROLE | words::ORGANISATION | words::DOCUMENT)
        || clause.word(phrase.to - 1).ends_with('s')
}

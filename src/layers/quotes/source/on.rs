//! Reading on: the noun phrase that begins after a cue, or a sentence.

use super::super::agents::is_many;
use super::super::clause::{Clause, Item};
use super::super::words;
use super::phrase::{LONGEST, Phrase};
use crate::layers::syntax::tags::Tag;
use crate::resources::{self, Classes, fold};
use crate::tokens::TokenKind;

/// "said the mayor, Ann Marlow.", "said the mayor of Oskford, Ann Marlow.": the name after the role; but
/// "said the mayor of Leeds, England" names nobody.
fn name_after_role(clause: Clause<'_>, phrase: Phrase) -> Option<Phrase> {
    let small = |at: usize| clause.get(at).is_some_and(|item| item.is_plain_word() && !item.capital);
    let described = clause.is(phrase.from, words::DET | words::POSSESSIVE) && small(phrase.from + 1);
    if !(small(phrase.to - 1) || described) || clause.word(phrase.to) != "," {
        return None;
    }
    let from = phrase.to + 1;
    let mut to = from;
    while clause.get(to).is_some_and(|item| item.is_name() && !item.is(words::TIME))
        || (to > from && matches!(clause.word(to), "-" | "van" | "de" | "von"))
    {
        to += 1;
    }
    let ends = to >= clause.to || matches!(clause.word(to), "," | "." | ";" | ":" | "–" | "—");
    (to > from && ends && !is_place(clause, from, to)).then_some(Phrase { from, to })
}

/// Whether a word is somebody’s first name, or may be.
pub(super) fn is_first_name(word: &str) -> bool {
    has_class(word, Classes::FIRST)
}

/// Whether the word tables put a word into one of these classes.
pub(in crate::layers::quotes) fn has_class(word: &str, classes: Classes) -> bool {
    let mut key = String::new();
    fold(&mut key, word);
    resources::words().classes(&key).has(classes)
}

pub(super) fn is_place(clause: Clause<'_>, from: usize, to: usize) -> bool {
    let mut key = String::new();
    fold(&mut key, clause.items[from].range.cover(clause.items[to - 1].range).of(clause.text));
    let classes = resources::words().classes(&key);
    classes.has(Classes::COUNTRY.and(Classes::REGION))
        || classes.has(Classes::PLACE) && !classes.has(Classes::FIRST.and(Classes::SURNAME))
}

/// "one of the nurses", "another of the men", "Some of them": one or some of several.
pub(super) fn is_part(clause: Clause<'_>, at: usize) -> bool {
    const PARTS: [&str; 12] =
        ["one", "another", "some", "two", "three", "four", "many", "most", "several", "both", "none", "few"];
    PARTS.iter().any(|part| clause.word_is(at, part))
}

/// The source after a cue: the name where a role and a name stand there.
pub fn after_cue(clause: Clause<'_>, from: usize) -> Option<Phrase> {
    let phrase = after(clause, from)?;
    Some(name_after_role(clause, phrase).unwrap_or_else(|| with_list(clause, phrase)))
}

/// "said Ann Marlow, Tom Reed and Ada Quist": the names that follow, where "and" leads to the last.
fn with_list(clause: Clause<'_>, phrase: Phrase) -> Phrase {
    let is_name = |at: usize| clause.get(at).is_some_and(|item| item.is_name() && !item.is(words::TIME));
    let names = |from: usize| from + (from..clause.to).take_while(|&at| is_name(at)).count();
    let mut to = phrase.to;
    while is_name(to - 1) && clause.word(to) == "," && is_name(to + 1) {
        to = names(to + 1);
        if clause.word(to) == "and" && is_name(to + 1) {
            return Phrase { to: names(to + 1), ..phrase };
        }
    }
    phrase
}

/// The noun phrase that begins at `from`: after "said", "told", "according to".
pub fn after(clause: Clause<'_>, from: usize) -> Option<Phrase> {
    let first = clause.get(from)?;
    if is_part(clause, from) && clause.word_is(from + 1, "of") && !clause.is(from + 2, words::OBJECT) {
        return chunk_on(clause, from + 2).map(|to| Phrase { from, to });
    }
    // "shouted another."
    let alone = from + 1 >= clause.to || clause.items[from + 1].kind != TokenKind::Word;
    if clause.word_is(from, "another") && alone {
        return Some(Phrase { from, to: from + 1 });
    }
    if first.is(words::TIME) && !first.is(words::ROLE) && !first.is(words::DET) {
        return None;
    }
    // "told her he was married": no noun of hers.
    let ends = |next: &Item| {
        let small = words::SUBJECT | words::DET | words::WH | words::RELATIVE | words::SUBORDINATE;
        matches!(next.range.of(clause.text), ":" | "," | "to" | "if") || next.is(small)
    };
    if clause.word_is(from, "her") && clause.get(from + 1).is_none_or(ends) {
        return Some(Phrase { from, to: from + 1 });
    }
    if first.is(words::SUBJECT | words::OBJECT | words::RELATIVE) && !first.is_name() {
        let possessive = first.is(words::POSSESSIVE)
            && clause.get(from + 1).is_some_and(|i| i.is_plain_word() && !i.is(words::TIME));
        let counted = clause.word_is(from, "one") && clause.get(from + 1).is_some_and(|i| i.is_plain_word());
        if !possessive && !counted && !first.is(words::DET) {
            return Some(Phrase { from, to: from + 1 });
        }
    }
    let mut to = chunk_on(clause, from)?;
    loop {
        let linked = (clause.is(to, words::PREPOSITION) && links(clause, from, to))
            || (matches!(clause.word(to), "and" | "&") && clause.get(to + 1).is_some_and(|i| i.is_name()));
        // "officials briefed on the deal"
        let told = ["briefed", "involved"].iter().any(|word| clause.word_is(to, word))
            && clause.is(to + 1, words::PREPOSITION);
        let next = if told { to + 2 } else { to + 1 };
        match (linked || told).then(|| chunk_on(clause, next)).flatten() {
            Some(end) if end - from < LONGEST => to = end,
            _ => return Some(Phrase { from, to }),
        }
    }
}

/// "a spokesman for the bank", but "Smith in Ohio" ends at Smith.
fn links(clause: Clause<'_>, from: usize, preposition: usize) -> bool {
    let last = clause.items[preposition - 1];
    let of = clause.word_is(preposition, "of") || clause.word_is(preposition, "for");
    // "said Lopez of Grant": of whom she said it.
    let alone = preposition == from + 1 && last.is_name() && !last.is(words::ORGANISATION | words::TITLE);
    if alone && of && !last.is(words::ROLE) && !is_many(clause.word(from)) {
        return false;
    }
    let named = last.is_name() && !clause.is(from, words::DET);
    let to_whom = clause.is(preposition + 1, words::DET | words::POSSESSIVE)
        || clause.get(preposition + 1).is_some_and(|item| item.is_name());
    // "people familiar with the talks"
    let close = ["familiar", "close"].iter().any(|word| clause.word_is(preposition - 1, word));
    of || close && !named
        || (!named
            && ["at", "in", "with", "from", "to"].iter().any(|p| clause.word_is(preposition, p))
            && (to_whom || !clause.word_is(preposition, "to"))
            && !clause.is(preposition + 1, words::TIME)
            && last.is(words::ROLE))
}

/// "the bank cut its forecast", "a study led by the university": a verb ends the phrase.
fn goes_on_as_verb(clause: Clause<'_>, at: usize) -> bool {
    let small = |item: &Item| item.kind == TokenKind::Word && !item.capital && item.is_plain_word();
    let tag = || clause.tag(at);
    clause.get(at).is_some_and(small)
        && match tag() {
            Tag::Past | Tag::Third | Tag::Present => true,
            Tag::Participle => clause.is(at + 1, words::PREPOSITION),
            _ => false,
        }
}

fn chunk_on(clause: Clause<'_>, from: usize) -> Option<usize> {
    let mut to = from;
    while to < from + 2 && (clause.is(to, words::DET | words::POSSESSIVE) || clause.word_is(to, "one")) {
        to += 1;
    }
    // "the visibly shaken driver"
    let manner = |at: usize| clause.is(at, words::ADVERB) && clause.word(at).ends_with("ly") && at > from;
    to += usize::from(manner(to) && clause.get(to + 1).is_some_and(|next| next.is_plain_word()));
    let start = to;
    while let Some(item) = clause.get(to) {
        let word = clause.word(to);
        let verb = !item.capital && to > start && item.entry.verb.is_some() && item.entry.noun.is_none();
        // "the 29-year-old" is no time.
        let age = to > start && clause.word(to - 1) == "-";
        let time = item.is(words::TIME) && to > start && !item.is(words::ROLE) && !age;
        let past = !item.capital && to > start && word.len() > 4 && word.ends_with("ed");
        let verb = verb || past || to > start && goes_on_as_verb(clause, to);
        let inner = (item.is_plain_word() && !verb && !time)
            || item.kind == TokenKind::Number && !time
            || (item.kind == TokenKind::Possessive && to > start)
            || (matches!(word, "-" | "&" | "/") && to > start);
        if !inner || to - from >= LONGEST {
            break;
        }
        to += 1;
    }
    let has_word = (start..to).any(|at| clause.items[at].kind == TokenKind::Word);
    (has_word).then_some(to)
}

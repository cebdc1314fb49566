//! Reading back from a cue: the noun phrase that ends before it.

use super::super::agents::is_agent;
use super::super::clause::Clause;
use super::super::words;
use super::ending::ending_at;
use super::on::{has_class, is_first_name, is_place};
use super::phrase::Phrase;
use crate::layers::entities::letters::are_letters;
use crate::layers::syntax::tags::Tag;
use crate::resources::Classes;
use crate::tokens::TokenKind;

/// The noun phrase that ends right before `end`: the subject of the verb that stands there.
pub fn before(clause: Clause<'_>, end: usize) -> Option<Phrase> {
    let (mut end, verb) = (end, end);
    for _ in 0..6 {
        end = skip_brackets_back(clause, skip_time_back(clause, end));
        if end <= clause.from {
            return None;
        }
        // "Ann Marlow, Ph.D., M.D., said"
        if end > clause.from + 2 && clause.word(end - 2) == "," && are_letters(clause.word(end - 1)) {
            end -= 2;
            continue;
        }
        if !matches!(clause.word(end - 1), "," | "–" | "—" | "--") {
            let phrase = ending_at(clause, end);
            if let Some(comma) = aside_before(clause, phrase.map_or(end - 1, |phrase| phrase.from), end, verb)
            {
                end = before_age(clause, comma);
                continue;
            }
            let last = phrase.unwrap_or(Phrase { from: end - 1, to: end });
            if let Some(head) = head_of_relative(clause, last) {
                return Some(head);
            }
            let phrase = phrase?;
            if let Some(head) = head_of_participle(clause, phrase) {
                return Some(head);
            }
            // "Responding, the council said", "Nonetheless, the council said": no comma closes it, so it describes nobody.
            let named = name_before_apposition(clause, phrase);
            let opens = |name: &Phrase| end == verb && name.from == clause.from && name.to == name.from + 1;
            return Some(named.filter(|name| !opens(name)).unwrap_or(phrase));
        }
        let comma = comma_back(clause, end - 1)?;
        let close = skip_brackets_back(clause, end - 1).max(comma + 1);
        let aside = Phrase { from: comma + 1, to: close };
        if is_name_in_apposition(clause, comma, aside) {
            let person = || {
                is_first_name(clause.word(aside.from))
                    && !has_class(clause.word(aside.to - 1), Classes::ORGANISATION_WORD)
            };
            if let Some(speaker) = speaker_for_body(clause, comma).filter(|_| !person()) {
                return Some(speaker);
            }
            let list = ending_at(clause, comma).filter(|&list| is_list(clause, list));
            return Some(list.map_or(aside, |list| Phrase { from: list.from, to: aside.to }));
        }
        if joins_in(clause, aside) {
            return ending_at(clause, comma).map(|first| Phrase { from: first.from, to: aside.to });
        }
        end = before_age(clause, comma);
    }
    None
}

/// The body or document that "which" stands for, where that is no name.
///
/// ```text
/// The firm, which blamed fuel costs, said …     Ann Marlow, whose office has said …
/// ^^^^^^^^                                      ^^^^^^^^^^
/// He wore a shirt that said “Hull or nothing”.
///         ^^^^^^^
/// ```
pub fn behind_which(clause: Clause<'_>, phrase: Phrase) -> Option<Phrase> {
    let which = clause.word_is(phrase.from, "which") && phrase.to == phrase.from + 1;
    let that = clause.word_is(phrase.from, "that") && phrase.to == phrase.from + 1;
    let quotes = clause.quoted(phrase.to + 1).is_some();
    if (which || that) && quotes && phrase.from > clause.from && clause.word(phrase.from - 1) != "," {
        let one = |noun: &Phrase| clause.is(noun.from, words::DET | words::POSSESSIVE);
        return ending_at(clause, phrase.from).filter(one);
    }
    let whose = clause.word_is(phrase.from, "whose") && !clause.items[phrase.to - 1].is_name();
    let comma = phrase.from.checked_sub(1).filter(|&at| (which || whose) && clause.word(at) == ",")?;
    let described = before(clause, comma)?;
    let last = clause.get(described.to - 1)?;
    let speaks = whose || last.is(words::ORGANISATION | words::DOCUMENT) && !last.is_name();
    (speaks && described.to == comma).then_some(described)
}

/// Whom a relative clause describes that ends with a phrase.
///
/// ```text
/// A woman who was shopping in the town said …
/// ^^^^^^^     ^^^^^^^^^^^^^^^^^^^^^^^^
/// ```
fn head_of_relative(clause: Clause<'_>, phrase: Phrase) -> Option<Phrase> {
    let low = phrase.from.saturating_sub(12).max(clause.from + 1);
    let opens =
        |at: usize| matches!(clause.word(at), "," | ";" | ":" | "–" | "—") || clause.quoted(at).is_some();
    let from = (low..=phrase.from).rev().take_while(|&at| !opens(at)).last()?;
    let who = (from..phrase.from).find(|&at| clause.word_is(at, "who"))?;
    let verb = clause.has_finite(who + 1, phrase.from.max(who + 2));
    // "fishing near the point": no verb.
    let noun = clause.is(phrase.to - 1, words::DET | words::POSSESSIVE);
    let head = ending_at(clause, who).filter(|_| verb && !noun)?;
    let one =
        clause.items[head.to - 1].is_plain_word() || clause.is(head.to - 1, words::SUBJECT | words::DET);
    one.then_some(head)
}

/// Who does what a participle before a phrase says.
///
/// ```text
/// Scientists using a telescope have confirmed …
/// ^^^^^^^^^^       ^^^^^^^^^^^
/// ```
fn head_of_participle(clause: Clause<'_>, phrase: Phrase) -> Option<Phrase> {
    let ing = phrase.from.checked_sub(1).filter(|&ing| ing > clause.from)?;
    let acts = clause.tag(ing) == Tag::Ing && clause.items[ing].is_plain_word() && !clause.items[ing].capital;
    (acts && clause.tag(ing - 1).is_noun()).then(|| ending_at(clause, ing)).flatten()
}

/// The comma that opens an aside which ends at `end`, where commas part it from the verb too and it begins as
/// no subject does.
///
/// ```text
/// Ann Marlow, 41, of Toledo, Ohio, said …     Tom Reed, who now lives in Lagos, Nigeria, said …
///               ^^^^^^^^^^                            ^^^^^^^^^^^^^^^^^^^^^^
/// ```
fn aside_before(clause: Clause<'_>, from: usize, end: usize, verb: usize) -> Option<usize> {
    let low = end.saturating_sub(30).max(clause.from);
    let comma = (low..=from).rev().find(|&at| clause.word(at) == ",").filter(|&at| at > clause.from)?;
    let first = comma + 1;
    let tag = clause.tag(first);
    let opens = clause.is(first, words::PREPOSITION | words::RELATIVE | words::SUBORDINATE)
        || clause.items[first].kind == TokenKind::Number
        || matches!(tag, Tag::Ing | Tag::Participle) && !clause.items[first].capital
        || is_place(clause, first, end);
    (end < verb && first < end && opens).then_some(comma)
}

/// Where the description before a name begins: "the chairman, Tom Reed, said".
pub fn described_from(clause: Clause<'_>, phrase: Phrase) -> Option<usize> {
    let comma = phrase.from.checked_sub(1).filter(|&at| at > clause.from && clause.word(at) == ",")?;
    let role = ending_at(clause, comma)?;
    let opens = clause.is(role.from, words::DET | words::POSSESSIVE)
        || clause.items[role.from].kind == TokenKind::Number
        || clause.is(role.to - 1, words::ROLE);
    let small = clause.items[role.to - 1].is_plain_word() && !clause.items[role.to - 1].capital
        || clause.is(role.to - 1, words::ROLE);
    let alone = (role.from == clause.from || clause.comma_before(role.from)) && clause.word(phrase.to) == ",";
    (opens && small && alone && clause.items[phrase.from].is_name()).then_some(role.from)
}

/// "Ann Marlow, along with Tom Reed, said": both.
fn joins_in(clause: Clause<'_>, aside: Phrase) -> bool {
    let led = ["along", "together"].iter().any(|word| clause.word_is(aside.from, word));
    led && clause.word_is(aside.from + 1, "with")
        && clause.get(aside.to - 1).is_some_and(|item| item.is_name())
}

/// "Ann Marlow and their lawyer", whose name follows.
fn is_list(clause: Clause<'_>, phrase: Phrase) -> bool {
    clause.items[phrase.from].is_name() && (phrase.from..phrase.to).any(|at| clause.word(at) == "and")
}

/// "Kelly, 34, of Oskford, said": the age between two commas is skipped with the aside behind it.
fn before_age(clause: Clause<'_>, end: usize) -> usize {
    let age = end > clause.from + 2
        && clause.items[end - 1].kind == TokenKind::Number
        && clause.word(end - 2) == ",";
    if age { end - 2 } else { end }
}

/// "Its manager, Sofie van Dam, said": the aside is the name of the role before it.
fn is_name_in_apposition(clause: Clause<'_>, comma: usize, aside: Phrase) -> bool {
    let inner = |at: usize| {
        let item = &clause.items[at];
        let office = item.is(words::ROLE | words::TITLE) || is_agent(clause.word(at));
        // "Leeds City Council leader Ann Marlow", "the Millers’ Federation", "Justice Now"
        let office = office && at + 1 < aside.to && clause.items[at + 1].is_name();
        let article = at == aside.from && clause.word(at) == "the" && clause.items[at + 1].is_name();
        let small = item.capital && at > aside.from && item.kind == TokenKind::Word;
        let link =
            ["for", "of"].iter().any(|word| clause.word_is(at, word)) && clause.items[at - 1].is_name();
        let owns = link || item.kind == TokenKind::Possessive || matches!(clause.word(at), "’" | "'" | "&");
        office || article || small || at > aside.from && at + 1 < aside.to && owns
    };
    let all_name = clause.get(aside.to - 1).is_some_and(|last| last.capital && last.kind == TokenKind::Word)
        && (aside.from..aside.to).all(|at| {
            clause.items[at].is_name()
                || matches!(clause.word(at), "-" | "van" | "de" | "von" | "der" | "al" | "bin" | ".")
                || inner(at)
        });
    let role =
        comma > clause.from && clause.items[comma - 1].is_plain_word() && !clause.items[comma - 1].capital;
    // "The mayor of Oskford, Ann Marlow, said"
    let described = || {
        let phrase = ending_at(clause, comma)?;
        let noun = |at: usize| clause.items[at].is_plain_word() && !clause.items[at].capital;
        // "The Archbishop of Oskford, Ann Marlow, said"
        let titled = |at: usize| has_class(clause.word(at), Classes::HONORIFIC.and(Classes::ROLE));
        let office = |at: usize| clause.is(at, words::ROLE | words::TITLE) || titled(at);
        let opens = clause.is(phrase.from, words::DET | words::POSSESSIVE);
        Some(opens && (noun(phrase.from + 1) || office(phrase.from + 1)) || office(phrase.from))
    };
    // "a nurse from Toledo, Ohio": no name of the nurse.
    let after_name = comma > clause.from && clause.items[comma - 1].is_name();
    let region = || after_name && is_place(clause, aside.from, aside.to);
    // "Another, Raj Patel, said"
    let another = comma > clause.from && ["one", "another"].iter().any(|one| clause.word_is(comma - 1, one));
    let role = role || another || described().unwrap_or(false);
    // "KC", "D-Ohio"
    let party = clause.word(aside.from).len() == 1 && clause.word(aside.from + 1) == "-";
    let letters = party || aside.to == aside.from + 1 && are_letters(clause.word(aside.from));
    aside.from < aside.to && !letters && all_name && role && !clause.is(aside.from, words::TIME) && !region()
}

/// "A spokeswoman for the airline, Norse Wings, said": the name is the airline’s, and she speaks.
fn speaker_for_body(clause: Clause<'_>, comma: usize) -> Option<Phrase> {
    let phrase = ending_at(clause, comma)?;
    let link = (phrase.from..comma).rev().find(|&at| clause.is(at, words::PREPOSITION))?;
    let speaks = clause.is(link.wrapping_sub(1), words::ROLE)
        && ["for", "at", "with"].iter().any(|word| clause.word_is(link, word));
    let body =
        clause.is(comma - 1, words::ORGANISATION) && clause.is(link + 1, words::DET | words::POSSESSIVE);
    (speaks && body).then_some(phrase)
}

/// "Smith (R-IN)": the bracket is skipped.
fn skip_brackets_back(clause: Clause<'_>, end: usize) -> usize {
    if end > clause.from && matches!(clause.word(end - 1), ")" | "]") {
        let low = end.saturating_sub(12).max(clause.from);
        return (low..end).rev().find(|&at| matches!(clause.word(at), "(" | "[")).unwrap_or(end);
    }
    end
}

/// "Smith this week said", "the council on Friday said": the time is skipped.
fn skip_time_back(clause: Clause<'_>, end: usize) -> usize {
    let mut at = end;
    while at > clause.from && clause.is(at - 1, words::TIME) {
        at -= 1;
    }
    if at == end || at <= clause.from + 1 {
        return end;
    }
    if clause.is(at - 1, words::DET) && ["this", "that"].iter().any(|w| clause.word_is(at - 1, w)) {
        return at - 1;
    }
    if clause.is(at - 1, words::PREPOSITION) {
        return at - 1;
    }
    // "A report published Tuesday said"
    let noun = at > clause.from + 2 && clause.tag(at - 2).is_noun();
    if noun && matches!(clause.tag(at - 1), Tag::Participle | Tag::Past) {
        return at - 1;
    }
    let plain = clause.items[at - 1].is_name() || clause.is(at - 1, words::SUBJECT);
    if plain { at } else { end }
}

/// The comma that opens the aside closed at `close`.
fn comma_back(clause: Clause<'_>, close: usize) -> Option<usize> {
    let low = close.saturating_sub(30).max(clause.from);
    (low..close)
        .rev()
        .find(|&at| matches!(clause.word(at), "," | "–" | "—" | "--"))
        .filter(|&at| at > clause.from)
}

/// "Smith, a professor of law, said": the name before the aside, not the aside.
fn name_before_apposition(clause: Clause<'_>, phrase: Phrase) -> Option<Phrase> {
    let opens = clause.is(phrase.from, words::DET | words::PREPOSITION)
        || clause.get(phrase.from)?.kind == TokenKind::Number;
    if !opens || phrase.from < clause.from + 2 || clause.word(phrase.from - 1) != "," {
        return None;
    }
    let name = ending_at(clause, skip_brackets_back(clause, phrase.from - 1))?;
    let fits =
        clause.get(name.to - 1)?.is_name() && (name.from == clause.from || clause.comma_before(name.from));
    (fits && !clause.is(name.to - 1, words::TIME)).then_some(name)
}

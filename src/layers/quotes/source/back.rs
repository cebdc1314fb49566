//! Reading back from a cue: the noun phrase that ends before it.

use super::super::agents::is_agent;
use super::super::clause::Clause;
use super::super::words;
use super::on::is_place;
use super::phrase::{LONGEST, Phrase};
use crate::layers::entities::letters::are_letters;
use crate::layers::syntax::tags::Tag;
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
            let phrase = phrase?;
            return Some(name_before_apposition(clause, phrase).unwrap_or(phrase));
        }
        let comma = comma_back(clause, end - 1)?;
        let aside = Phrase { from: comma + 1, to: end - 1 };
        if is_name_in_apposition(clause, comma, aside) {
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
    let all_name = (aside.from..aside.to).all(|at| {
        clause.items[at].is_name()
            || matches!(clause.word(at), "-" | "van" | "de" | "von" | "der" | "al" | "bin" | ".")
    });
    let role =
        comma > clause.from && clause.items[comma - 1].is_plain_word() && !clause.items[comma - 1].capital;
    // "The mayor of Oskford, Ann Marlow, said"
    let described = || {
        let phrase = ending_at(clause, comma)?;
        let noun = |at: usize| clause.items[at].is_plain_word() && !clause.items[at].capital;
        let office = |at: usize| clause.is(at, words::ROLE | words::TITLE);
        let opens = clause.is(phrase.from, words::DET | words::POSSESSIVE);
        Some(opens && (noun(phrase.from + 1) || office(phrase.from + 1)) || office(phrase.from))
    };
    // "a nurse from Toledo, Ohio": no name of the nurse.
    let after_name = comma > clause.from && clause.items[comma - 1].is_name();
    let region = || after_name && is_place(clause, aside.from, aside.to);
    let role = role || described().unwrap_or(false);
    let letters = aside.to == aside.from + 1 && are_letters(clause.word(aside.from));
    aside.from < aside.to && !letters && all_name && role && !clause.is(aside.from, words::TIME) && !region()
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

/// The phrase whose last word stands before `end`.
fn ending_at(clause: Clause<'_>, end: usize) -> Option<Phrase> {
    let last = clause.get(end.checked_sub(1)?)?;
    // "One of them said"
    let counted = end >= clause.from + 3 && last.is(words::OBJECT) && clause.word_is(end - 2, "of");
    if counted && clause.is(end - 3, words::DET | words::SUBJECT) {
        return Some(Phrase { from: end - 3, to: end - 2 });
    }
    if last.is(words::SUBJECT | words::RELATIVE | words::OBJECT) && !last.is_name() {
        return Some(Phrase { from: end - 1, to: end });
    }
    let stands_alone =
        !["the", "a", "an", "no", "every", "any", "such"].iter().any(|word| clause.word_is(end - 1, word));
    if last.is(words::DET) && last.kind == TokenKind::Word {
        return stands_alone.then_some(Phrase { from: end - 1, to: end });
    }
    let mut from = chunk_back(clause, end)?;
    let low = end.saturating_sub(LONGEST).max(clause.from);
    while from > low {
        let link = from - 1;
        let next = match () {
            _ if clause.is(link, words::PREPOSITION) && joins(clause, link) => chunk_back(clause, link),
            _ if matches!(clause.word(link), "and" | "&" | "or" | "nor") => {
                let start = chunk_back(clause, link).filter(|&start| is_pair(clause, start, link, end));
                start.map(|start| head_of_list(clause, start))
            }
            _ => None,
        };
        match next {
            Some(start) if start >= low => from = start,
            _ => break,
        }
    }
    Some(Phrase { from, to: end })
}

/// "X, Y and Z said": the names that a list begins with.
fn head_of_list(clause: Clause<'_>, start: usize) -> usize {
    let mut from = start;
    for _ in 0..4 {
        let comma = from > clause.from + 1 && clause.word(from - 1) == ",";
        let name = |at: usize| clause.items[at].is_name() && !clause.is(at, words::TIME);
        let chunk = comma.then(|| chunk_back(clause, from - 1)).flatten();
        let Some(next) = chunk.filter(|&next| (next..from - 1).all(name)) else { break };
        if next > clause.from && !clause.comma_before(next) {
            break;
        }
        from = next;
    }
    from
}

/// "X and Y said" is one subject where nothing but the pair stands before the verb.
fn is_pair(clause: Clause<'_>, start: usize, link: usize, end: usize) -> bool {
    let names =
        clause.get(link - 1).is_some_and(|i| i.is_name()) && clause.get(end - 1).is_some_and(|i| i.is_name());
    let first = start == clause.from || clause.comma_before(start) || clause.is(start - 1, words::RELATIVE);
    // "Ministers from Ghana and Togo"
    let inner = names
        && start > clause.from + 1
        && clause.is(start - 1, words::PREPOSITION)
        && joins(clause, start - 1);
    let third = clause.items[link - 1].is_name() && clause.is(link + 1, words::POSSESSIVE);
    inner
        || first
            && (names || third || clause.is(start, words::DET | words::POSSESSIVE) || start == clause.from)
}

/// Prepositions inside a subject: "a spokesman for the bank", "people in Ohio".
fn joins(clause: Clause<'_>, preposition: usize) -> bool {
    if preposition <= clause.from {
        return false;
    }
    let before = clause.items[preposition - 1];
    let noun = before.is_plain_word()
        && (!before.is_name()
            || clause.word_is(preposition, "of")
            || clause.word_is(preposition, "for")
            || clause.opens_commonly(preposition - 1)
            || is_many(clause.word(preposition - 1)))
        && !before.is(words::TIME);
    let verb = !before.capital
        && before
            .entry
            .verb
            .is_some_and(|(_, form)| !matches!(form, words::Form::Base | words::Form::Present));
    noun && !verb
}

/// "Doctors", "Residents", "Police": people by what they do, though a capital stands there.
fn is_many(word: &str) -> bool {
    word == "Police"
        || word.ends_with('s')
            && (is_agent(word) || words::look_up(word).class & words::ROLE != 0)
            && words::look_up(word).class & words::TIME == 0
}

/// Walks back over one chunk: "the longtime Democratic pollster Pat Caddell".
fn chunk_back(clause: Clause<'_>, end: usize) -> Option<usize> {
    let mut from = end;
    let low = end.saturating_sub(LONGEST).max(clause.from);
    while from > low {
        let at = from - 1;
        let item = &clause.items[at];
        let word = clause.word(at);
        let age = clause.word(at + 1) == "-";
        if item.is(words::TIME) && !item.is(words::ROLE) && !age && from < end && item.kind == TokenKind::Word
        {
            break;
        }
        let verb = !item.capital
            && item.entry.verb.is_some_and(|(cue, form)| {
                matches!(form, words::Form::Past | words::Form::Ing) || !cue.frames.noun_too
            })
            && !(at > clause.from && clause.is(at - 1, words::DET | words::POSSESSIVE));
        if verb && from < end && item.entry.noun.is_none() {
            break;
        }
        let inner = item.is_plain_word()
            || item.kind == TokenKind::Number
            || item.kind == TokenKind::Possessive
            || matches!(word, "-" | "&" | "$" | "%" | "’" | "'" | "/" | ".")
            || (item.quoted.is_some()
                && item.range.len() < 40
                && from < end
                && clause.last_sign(at).is_some_and(char::is_alphanumeric));
        if inner {
            from = at;
            continue;
        }
        // "newly filed reports": an adverb inside a phrase.
        let inside = at > low
            && from < end
            && item.is(words::ADVERB)
            && !item.capital
            && clause.is(at - 1, words::DET | words::PREPOSITION);
        if inside && word.ends_with("ly") {
            from = at;
            continue;
        }
        if (item.is(words::DET | words::POSSESSIVE) || clause.word_is(at, "one")) && from < end {
            from = at;
            // "Smith’s own", "all the people"
            if from > low && clause.is(from - 1, words::DET) {
                from -= 1;
            }
        }
        break;
    }
    // "3M" is a name.
    let letters = |at: usize| {
        clause.items[at].kind == TokenKind::Number && clause.word(at).ends_with(char::is_alphabetic)
    };
    let has_word = (from..end).any(|at| clause.items[at].kind == TokenKind::Word || letters(at));
    (from < end && has_word).then_some(from)
}

//! The noun phrase that ends at a place, read backwards a piece at a time.

use super::super::agents::is_many;
use super::super::clause::Clause;
use super::super::words;
use super::on::{is_first_name, is_part};
use super::phrase::{LONGEST, Phrase};
use crate::layers::syntax::tags::Tag;
use crate::tokens::TokenKind;

/// The phrase whose last word stands before `end`.
pub(super) fn ending_at(clause: Clause<'_>, end: usize) -> Option<Phrase> {
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
            _ if clause.word_is(link, "of") && link > clause.from && is_part(clause, link - 1) => {
                return Some(Phrase { from: link - 1, to: end });
            }
            _ if clause.is(link, words::PREPOSITION) && link > clause.from && is_some(clause, link - 1) => {
                let of = link > clause.from + 2 && clause.word_is(link - 2, "of");
                return Some(Phrase { from: link - if of { 3 } else { 1 }, to: end });
            }
            _ if is_of_a_person(clause, link) => {
                // "Joshua Becker at Becoming Minimalist"
                let names = (low..link).rev().take_while(|&at| clause.items[at].is_name());
                return names.last().map(|from| Phrase { from, to: end });
            }
            _ if clause.is(link, words::PREPOSITION) && document_before(clause, link).is_some() => {
                document_before(clause, link)
            }
            _ if clause.is(link, words::PREPOSITION) && joins(clause, link) => {
                // "first innovated by the Voice": no noun of its own.
                let noun = |&at: &usize| at + 1 < link || clause.tag(at) != Tag::Participle;
                chunk_back(clause, link).filter(noun)
            }
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
    // "someone close to the family", "those familiar with the talks"
    let close = ["close", "familiar"].iter().any(|word| clause.word_is(from, word));
    if close && from > clause.from && clause.is(from - 1, words::SUBJECT | words::DET) {
        from -= 1;
    }
    Some(Phrase { from, to: end })
}

/// "Joshua Becker | at Becoming Minimalist": a first name and another, where the sentence begins.
fn is_of_a_person(clause: Clause<'_>, link: usize) -> bool {
    let at = ["at", "with", "from"].iter().any(|word| clause.word_is(link, word));
    let names = (clause.from..link).rev().take_while(|&at| clause.items[at].is_name()).last();
    at && names.is_some_and(|from| {
        let opens = from == clause.from || clause.comma_before(from);
        opens && link - from >= 2 && link - from <= 4 && is_first_name(clause.word(from))
    })
}

/// "An email from Grant | to staff": the document, where nothing but its own words stands between.
fn document_before(clause: Clause<'_>, link: usize) -> Option<usize> {
    let low = link.saturating_sub(8).max(clause.from);
    let own = |at: &usize| {
        clause.items[*at].is_plain_word()
            || clause.is(*at, words::PREPOSITION | words::DET | words::POSSESSIVE)
    };
    let noun =
        (low..link.saturating_sub(1)).rev().take_while(own).find(|&at| clause.is(at, words::DOCUMENT))?;
    let by = clause.is(noun + 1, words::PREPOSITION) && noun + 1 < link && !clause.has_finite(noun, link);
    let from = chunk_back(clause, noun + 1).filter(|_| by)?;
    clause.is(from, words::DET | words::POSSESSIVE).then_some(from)
}

/// "Those in charge", "Many of those at the meeting": people by where they are.
fn is_some(clause: Clause<'_>, at: usize) -> bool {
    const SOME: [&str; 7] = ["those", "others", "anyone", "anybody", "everyone", "everybody", "someone"];
    SOME.iter().any(|word| clause.word_is(at, word))
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

//! Where content ends: at its sentence, or where something else begins.

use super::super::clause::Clause;
use super::super::source;
use super::super::words::{self, CueKind, Form};
use super::beside::{closes, skip};
use crate::layers::syntax::tags::Tag;
use crate::tokens::TokenKind;

/// Where content that begins at `from` ends; `long` contents run over plain commas.
pub fn end(clause: Clause<'_>, from: usize, long: bool) -> usize {
    let mut at = from;
    let mut depth = 0usize;
    while at < clause.to {
        let word = clause.word(at);
        match word {
            "(" | "[" => depth += 1,
            ")" | "]" => depth = depth.saturating_sub(1),
            ";" if depth == 0 => break,
            _ => {}
        }
        let comma = matches!(word, "," | "–" | "—" | "--" | "―") || clause.last_sign(at) == Some(',');
        if comma && depth == 0 && at >= from && !parts_date(clause, at) && stops(clause, at + 1, long) {
            return if clause.quoted(at).is_some() { at + 1 } else { at };
        }
        if at > from && when_asked(clause, at) {
            break;
        }
        if at > from && clause.word_is(at, "according") && clause.word_is(at + 1, "to") {
            break;
        }
        if at > from + 1
            && depth == 0
            && (where_said(clause, at) || second_report(clause, at) || goes_on_to_do(clause, from, at))
        {
            break;
        }
        at += 1;
    }
    while at > from && matches!(clause.word(at - 1), "." | "," | ";") {
        at -= 1;
    }
    at
}

/// "when asked about it", but not "he left when asked to".
fn when_asked(clause: Clause<'_>, at: usize) -> bool {
    clause.word_is(at, "when") && clause.word_is(at + 1, "asked") && !clause.word_is(at + 2, "to")
}

/// "on Sunday, April 12, 2026": the comma is the date's.
fn parts_date(clause: Clause<'_>, comma: usize) -> bool {
    let dated = |at: usize| {
        clause.is(at, words::TIME) || clause.get(at).is_some_and(|item| item.kind == TokenKind::Number)
    };
    comma > clause.from && dated(comma - 1) && dated(comma + 1)
}

/// "… in a statement on Friday": tells where it was said, not what.
fn where_said(clause: Clause<'_>, at: usize) -> bool {
    const PLACES: [&str; 16] = [
        "statement",
        "interview",
        "letter",
        "email",
        "e-mail",
        "tweet",
        "speech",
        "memo",
        "briefing",
        "post",
        "telephone",
        "phone",
        "message",
        "report",
        "filing",
        "article",
    ];
    clause.word_is(at, "in")
        && ["a", "an", "his", "her", "their"].iter().any(|word| clause.word_is(at + 1, word))
        && (at + 2..at + 5).any(|i| PLACES.iter().any(|place| clause.word_is(i, place)))
}

/// "… and warned that", "… and Smith said": another report begins.
fn second_report(clause: Clause<'_>, at: usize) -> bool {
    if !clause.word_is(at, "and") && !clause.word_is(at, "but") {
        return false;
    }
    let mut verb = at + 1;
    while clause.is(verb, words::ADVERB) {
        verb += 1;
    }
    let speech = |at: usize, goes_on: bool| {
        let entry = clause.get(at).filter(|item| !item.capital).and_then(|item| item.entry.verb);
        entry
            .filter(|(cue, form)| {
                let noun = cue.frames.noun_too && clause.word_is(at, cue.lemma);
                // "say it is safe but warn that rain is coming"
                let that =
                    goes_on && matches!(form, Form::Base | Form::Present) && clause.word_is(at + 1, "that");
                cue.kind == CueKind::Speech && (that || *form == Form::Past && !noun)
            })
            .is_some()
    };
    speech(verb, true)
        || source::after(clause, at + 1).is_some_and(|phrase| phrase.to - at < 6 && speech(phrase.to, false))
}

/// "said it would rain and went home": what would be in the words is not told as done, so the speaker did it.
fn goes_on_to_do(clause: Clause<'_>, from: usize, at: usize) -> bool {
    let then = usize::from(clause.word_is(at, "and") && clause.word_is(at + 1, "then"));
    let joins = clause.word_is(at, "and") || clause.word_is(at, "then") && clause.word(at - 1) == ",";
    let comma = clause.word(at - 1) == ",";
    let verb = at + 1 + then;
    if !joins
        || !matches!(clause.tag(verb), Tag::Past | Tag::Participle)
        || clause.get(verb).is_none_or(|item| item.capital)
    {
        return false;
    }
    let Some(last) = (from..at).rev().find(|&i| clause.is_finite(i)) else { return false };
    // "would be closed and reopened": both are still to come.
    let passive = (last + 1..at).any(|i| clause.is(i, words::BE | words::HAVE));
    clause.is(last, words::MODAL) && (!passive || comma && clause.tag(verb) == Tag::Past)
}

/// Whether content stops at a comma before `at`.
fn stops(clause: Clause<'_>, at: usize, long: bool) -> bool {
    let Some(item) = clause.get(at) else { return true };
    let listed = item.is(words::DET | words::CONJUNCTION)
        && (clause.quoted(at + 1).is_some() || clause.quoted(at + 2).is_some());
    if !long && item.quoted.is_none() && !listed {
        return true;
    }
    if item.entry.verb.is_some_and(|(cue, form)| form == Form::Ing && cue.kind == CueKind::Speech) {
        return true;
    }
    // "Reed – who insists he is innocent – said": the aside is over.
    let dash = matches!(clause.word(at.wrapping_sub(1)), "–" | "—" | "--");
    if dash && item.entry.verb.is_some_and(|(cue, form)| form == Form::Past && cue.frames.quote) {
        return true;
    }
    if clause.word_is(at, "according") || when_asked(clause, at) {
        return true;
    }
    if ["but", "though", "although", "while", "yet"].iter().any(|w| clause.word_is(at, w)) {
        return true;
    }
    let at = if clause.word_is(at, "and") { at + 1 } else { at };
    attribution(clause, at)
}

/// "…, the Post reported late on Saturday.": a source and its cue, and nothing more.
fn attribution(clause: Clause<'_>, at: usize) -> bool {
    let Some(phrase) = source::after(clause, at) else { return inverted_attribution(clause, at) };
    let mut verb = phrase.to;
    while clause.is(verb, words::AUXILIARY | words::ADVERB) {
        verb += 1;
    }
    let Some((cue, form)) = clause.get(verb).and_then(|item| item.entry.verb) else {
        return inverted_attribution(clause, at);
    };
    if !matches!(form, Form::Past | Form::Present | Form::Base) || cue.kind == CueKind::Attitude {
        return false;
    }
    let after = skip(clause, verb + 1, cue);
    at > clause.from && (closes(clause, after) || clause.word_is(verb + 1, "that"))
}

fn inverted_attribution(clause: Clause<'_>, at: usize) -> bool {
    let Some((cue, form)) = clause.get(at).and_then(|item| item.entry.verb) else { return false };
    let fits = cue.frames.quote && cue.kind == CueKind::Speech && matches!(form, Form::Past | Form::Present);
    fits && source::after(clause, at + 1).is_some_and(|phrase| closes(clause, phrase.to))
}

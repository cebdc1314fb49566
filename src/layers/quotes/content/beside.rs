//! What stands between a cue and its content: whom it was told, when, where and how.

use super::super::clause::Clause;
use super::super::source;
use super::super::words::{self, Cue};
use crate::tokens::TokenKind;

/// Steps over whom it was told, when, where and how.
pub fn skip(clause: Clause<'_>, from: usize, cue: &Cue) -> usize {
    let mut at = from;
    let mut told = !cue.frames.addressee;
    for _ in 0..8 {
        if clause.is(at, words::ADVERB | words::TIME) && !clause.is(at, words::DET)
            || is_place_said(clause, at)
        {
            at += 1;
            continue;
        }
        if let Some(next) = past_event(clause, at).or_else(|| past_time(clause, at)) {
            at = next;
            continue;
        }
        let addressee =
            !told && !clause.word_is(at, "that") && !clause.is(at, words::WH | words::PREPOSITION);
        if addressee {
            told = true;
            let phrase = source::after(clause, at)
                .filter(|phrase| cue.lemma == "tell" || follows_addressee(clause, phrase.to, cue));
            if let Some(phrase) = phrase {
                // "told them both to come in"
                let all = ["both", "all"].iter().any(|word| clause.word_is(phrase.to, word));
                at = phrase.to + usize::from(all && follows_addressee(clause, phrase.to + 1, cue));
                continue;
            }
        }
        if clause.is(at, words::PREPOSITION)
            && !clause.word_is(at + 1, "least")
            && !(clause.word_is(at, "to") && cue.frames.infinitive)
        {
            let mut time = at + 1;
            while clause.is(time, words::TIME)
                || (time > at + 1 && clause.get(time).is_some_and(|i| i.kind == TokenKind::Number))
            {
                time += 1;
            }
            if time > at + 1 {
                at = time;
                continue;
            }
            if let Some(phrase) = source::after(clause, at + 1) {
                let next = phrase.to;
                at =
                    if clause.items[next - 1].is(words::TIME) || next < clause.to { next } else { clause.to };
                continue;
            }
        }
        break;
    }
    at
}

/// "said after the talks he would go", "said before the match that she was fit": past when it was said.
fn past_event(clause: Clause<'_>, at: usize) -> Option<usize> {
    let leads = ["after", "before", "since"].iter().any(|word| clause.word_is(at, word));
    let noun = leads && clause.is(at + 1, words::DET | words::POSSESSIVE);
    let phrase = noun.then(|| source::after(clause, at + 1)).flatten()?;
    let begins = clause.word_is(phrase.to, "that") || clause.is(phrase.to, words::SUBJECT | words::DET);
    begins.then_some(phrase.to)
}

/// "told reporters that night", "wrote to them every week": past when it was said.
fn past_time(clause: Clause<'_>, at: usize) -> Option<usize> {
    const TIMES: [&str; 14] = [
        "day",
        "night",
        "week",
        "month",
        "year",
        "morning",
        "afternoon",
        "evening",
        "weekend",
        "summer",
        "winter",
        "spring",
        "autumn",
        "time",
    ];
    let led = ["that", "this", "every", "each", "one", "all"].iter().any(|word| clause.word_is(at, word));
    let time = TIMES.iter().any(|time| clause.word_is(at + 1, time));
    let ends = |next: usize| {
        next >= clause.to
            || clause.quoted(next).is_some()
            || clause.is(next, words::PREPOSITION | words::SUBORDINATE | words::RELATIVE)
            || matches!(clause.word(next), "," | "." | ";" | ":" | "–" | "—" | "and" | "but")
    };
    (led && time && ends(at + 2)).then_some(at + 2)
}

/// "said here on Monday", "said there after the talks"; not "said there was no money".
fn is_place_said(clause: Clause<'_>, at: usize) -> bool {
    const PLACES: [&str; 9] =
        ["here", "there", "online", "nearby", "elsewhere", "locally", "abroad", "downtown", "overnight"];
    let ends = |next: usize| {
        next >= clause.to
            || !clause.is(next, words::AUXILIARY)
                && (clause
                    .is(next, words::PREPOSITION | words::TIME | words::CONJUNCTION | words::SUBORDINATE)
                    || matches!(clause.word(next), "," | "." | ";" | ":" | "that" | "–" | "—"))
    };
    PLACES.iter().any(|place| clause.word_is(at, place)) && ends(at + 1)
}

/// To whom: "told the New York Post", "said to reporters"; not "pointed to the crime bill" or
/// "promised a veto".
pub fn addressee(clause: Clause<'_>, after_cue: usize, cue: &Cue) -> Option<source::Phrase> {
    let mut at = after_cue;
    while clause.is(at, words::ADVERB) && !clause.is(at, words::DET) {
        at += 1;
    }
    let frames = &cue.frames;
    let to = clause.word_is(at, "to")
        && frames.quote
        && !frames.infinitive
        && !frames.prepositions.contains(&"to");
    let from = if to { at + 1 } else { at };
    if !(to || frames.addressee) || clause.is(from, words::WH | words::RELATIVE | words::PREPOSITION) {
        return None;
    }
    let phrase = source::after(clause, from)?;
    let last = clause.get(phrase.to - 1)?;
    let urged_that = frames.addressee && clause.is(from, words::DET) && clause.word_is(phrase.to, "that");
    let listens = last.is_name()
        || urged_that
        || last.is(words::OBJECT | words::ROLE | words::ORGANISATION)
        || clause.word(phrase.to - 1).ends_with('s');
    let told = to
        || matches!(cue.lemma, "tell" | "ask")
        || clause.word_is(phrase.to, "that")
        || clause.quoted(phrase.to).is_some();
    let urged = frames.infinitive && clause.word_is(phrase.to, "to");
    (cue.lemma == "tell" || listens && (told || urged)).then_some(phrase)
}

fn follows_addressee(clause: Clause<'_>, at: usize, cue: &Cue) -> bool {
    // "promised voters a new bridge", "warned them the road was shut", but not "warned his side face a test"
    let noun = clause.is(at, words::DET | words::SUBJECT);
    if noun
        && (cue.lemma == "promise"
            || (at + 1..clause.to).any(|i| clause.is_finite(i) && !clause.tag(i).is_noun()))
    {
        return true;
    }
    clause.word_is(at, "that")
        || clause.word_is(at, "to")
        || clause.word_is(at, "if")
        || clause.is(at, words::WH)
        || matches!(clause.word(at), "," | ":")
        || clause.quoted(at).is_some()
}

/// Whether the report is over here: the sentence, or the aside it stands in, ends.
pub fn closes(clause: Clause<'_>, at: usize) -> bool {
    let word = clause.word(at);
    if clause.word_is(at, "to") {
        return false;
    }
    at >= clause.to
        || matches!(word, "," | "." | ";" | ":" | "?" | "!" | "–" | "—" | "--" | "―" | "(" | ")")
        || clause.is(at, words::PREPOSITION | words::SUBORDINATE | words::TIME | words::ADVERB | words::WH)
        || clause.word_is(at, "and")
        || clause.word_is(at, "but")
        || clause.quoted(at).is_some()
}

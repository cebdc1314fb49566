//! What follows a cue without being words: things that are done, not said.

use super::super::agents::is_agent;
use super::super::clause::Clause;
use super::super::words::{self, Cue, CueKind};
use crate::layers::syntax::tags::Tag;

/// Whether what stands from `at` on is what somebody does something to.
///
/// ```text
/// The storm claimed five lives.     The mayor claimed the storm was over.
///                   ^^^^^^^^^^ a deed                  words, for they have a verb
/// The firm denied the charge.       The judge denied him bail.
///                 words, for a charge can be denied  ^^^^^^^^ a deed
/// ```
///
/// A verb that takes only clauses takes no thing in words; one whose row in the table says `d` takes only
/// things that can be said.
pub(super) fn is_deed(clause: Clause<'_>, cue_at: usize, at: usize, to: usize, cue: &Cue) -> bool {
    let quotes = (at..to).any(|at| clause.quoted(at).is_some());
    if cue.kind != CueKind::Speech || quotes || cue.lemma == "say" {
        return false;
    }
    let ends = |i: usize| {
        // "added a goal as the town won": the verb behind "as" is none of the words.
        let other = clause.word_is(i, "as")
            || clause.is(i, words::SUBORDINATE) && !clause.is(i, words::RELATIVE | words::WH);
        clause.is(i, words::CONJUNCTION)
            || clause.word(i) == ","
            || other && (cue.frames.deed || !cue.frames.object)
    };
    let end = (at + 1..to).find(|&i| ends(i)).unwrap_or(to);
    if is_clausal(clause, at, end) {
        return false;
    }
    match cue.lemma {
        _ if !cue.frames.object => true,
        "call" => !is_named(clause, at, end) && is_whole(clause, cue_at, end),
        lemma if !TOLD_OF.contains(&lemma) && is_people(clause, at, end) => true,
        "describe" => SHAPES.contains(&clause.word(head(clause, cue_at, at, end))),
        _ if !cue.frames.deed => false,
        _ => !is_sayable(clause, head(clause, cue_at, at, end)) || is_given(clause, at, end),
    }
}

/// Whether a content is a clause, or a thing that only words can be: "that it was safe", "the claim".
pub fn is_told(clause: Clause<'_>, cue_at: usize, at: usize, to: usize) -> bool {
    let led = clause.is(at.wrapping_sub(1), words::RELATIVE)
        || clause.word_is(at, "to")
        || clause.word(at).ends_with("ing");
    led || is_clausal(clause, at, to) || is_word(clause.word(head(clause, cue_at, at, to)))
}

/// Nouns for words that somebody else has said.
pub fn is_word(noun: &str) -> bool {
    const WORDS: [&str; 16] = [
        "claim",
        "allegation",
        "accusation",
        "charge",
        "suggestion",
        "criticism",
        "report",
        "assertion",
        "notion",
        "idea",
        "argument",
        "comparison",
        "rumour",
        "rumor",
        "characterisation",
        "characterization",
    ];
    WORDS.contains(&noun.strip_suffix('s').unwrap_or(noun))
}

/// Verbs that tell of people counted, and do nothing to them.
const TOLD_OF: [&str; 7] = ["report", "confirm", "announce", "predict", "estimate", "reveal", "say"];

/// "rejected 40 applicants", "cited two motorists": people, counted.
fn is_people(clause: Clause<'_>, at: usize, to: usize) -> bool {
    const PEOPLE: [&str; 14] = [
        "people",
        "men",
        "women",
        "staff",
        "families",
        "children",
        "fans",
        "pupils",
        "firms",
        "clubs",
        "nurses",
        "employees",
        "guests",
        "players",
    ];
    let counted = matches!(clause.tag(at), Tag::Number);
    let last = clause.word(to - 1);
    counted && (PEOPLE.contains(&last) || last.ends_with('s') && is_agent(last))
}

/// "called the strike a disgrace", "called the charges unfounded": somebody is called something.
fn is_named(clause: Clause<'_>, at: usize, to: usize) -> bool {
    let article = |i: usize| {
        clause.is(i, words::DET)
            && !clause.is(
                i - 1,
                words::PREPOSITION | words::SUBORDINATE | words::DET | words::CONJUNCTION | words::ADVERB,
            )
    };
    let last = to.checked_sub(2).filter(|&before| before > at);
    let told = last.is_some_and(|before| {
        matches!(clause.tag(to - 1), Tag::Adjective | Tag::Participle)
            && matches!(clause.tag(before), Tag::Noun | Tag::Nouns | Tag::Name | Tag::Adverb)
    });
    told || (at + 2..to).any(article)
}

/// "called police": the object is all that follows.
fn is_whole(clause: Clause<'_>, cue_at: usize, to: usize) -> bool {
    let tree = clause.tree();
    tree.object(cue_at).is_some_and(|noun| tree.phrase(noun).end >= to)
}

/// The same of a verb that takes only things.
pub(super) fn is_done(clause: Clause<'_>, cue_at: usize, at: usize, to: usize, cue: &Cue) -> bool {
    let quotes = (at..to).any(|at| clause.quoted(at).is_some());
    match cue.frames.deed {
        true => is_deed(clause, cue_at, at, to, cue),
        false => cue.kind == CueKind::Speech && !quotes && is_people(clause, at, to),
    }
}

/// What is described without a word.
const SHAPES: [&str; 8] = ["arc", "circle", "curve", "loop", "orbit", "line", "ellipse", "semicircle"];

/// Whether it has a verb besides those of its relative clauses.
fn is_clausal(clause: Clause<'_>, from: usize, to: usize) -> bool {
    let finite = (from..to).filter(|&at| clause.is_finite(at) && !clause.is_finite(at + 1)).count();
    let relative = (from + 1..to).filter(|&at| clause.is(at, words::RELATIVE)).count();
    finite > relative
}

/// "denied him bail": to whom, and what.
fn is_given(clause: Clause<'_>, at: usize, to: usize) -> bool {
    clause.is(at, words::OBJECT) && !clause.is(at, words::POSSESSIVE) && at + 1 < to
}

/// The noun that the phrase turns on: the object as the sentence hangs together, else its last word before a
/// preposition.
fn head(clause: Clause<'_>, cue_at: usize, at: usize, to: usize) -> usize {
    let inner = (at + 1..to).find(|&i| clause.is(i, words::PREPOSITION | words::RELATIVE)).unwrap_or(to);
    clause.tree().object(cue_at).filter(|object| (at..inner).contains(object)).unwrap_or(inner - 1)
}

/// Whether a noun names what can be said: "responsibility", "fraud", "a review".
fn is_sayable(clause: Clause<'_>, at: usize) -> bool {
    const ENDS: [&str; 12] =
        ["tion", "sion", "ment", "ness", "ence", "ance", "ism", "ship", "lity", "rity", "ing", "cy"];
    let word = clause.word(at);
    let one = word.strip_suffix('s').unwrap_or(word);
    clause.is(at, words::SAYABLE | words::DOCUMENT)
        || one.len() > 5 && ENDS.iter().any(|end| one.ends_with(end))
}

//! What follows a cue without being words: things that are done, not said.

use super::super::clause::Clause;
use super::super::words::{self, Cue, CueKind};

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
    if cue.kind != CueKind::Speech || quotes || matches!(cue.lemma, "say" | "tell") {
        return false;
    }
    let end = (at + 1..to).find(|&i| clause.is(i, words::CONJUNCTION) || clause.word(i) == ",").unwrap_or(to);
    if is_clausal(clause, at, end) {
        return false;
    }
    match cue.lemma {
        _ if !cue.frames.object => true,
        // "called police", "called the firm a fraud"
        "call" => clause.tree().object(cue_at).is_some_and(|noun| clause.tree().phrase(noun).end >= to),
        "describe" => SHAPES.contains(&clause.word(head(clause, cue_at, at, end))),
        _ if !cue.frames.deed => false,
        _ => !is_sayable(clause, head(clause, cue_at, at, end)) || is_given(clause, at, end),
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

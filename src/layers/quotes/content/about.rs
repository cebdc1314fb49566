//! Quoted words that are about somebody, or are a title: nobody's speech.

use super::super::clause::Clause;
use super::super::words::{self, Cue};
use super::super::works::{is_title, is_work};
use super::end::end;
use crate::tokens::TokenKind;

/// Whether the quoted piece at a place tells what the subject of the cue is, not what it says.
///
/// ```text
/// He had told “a pack of lies”.     She showed “great courage” in the water.
/// ```
pub(super) fn is_about_subject(clause: Clause<'_>, next: usize, at: usize, cue: &Cue) -> bool {
    let told = cue.lemma == "tell" && at == next && !clause.is_complete(at);
    let takes = cue.frames.quote || cue.frames.object;
    let end = end(clause, at, true);
    let joined = (at + 1..end).find(|&i| clause.is(i, words::CONJUNCTION)).unwrap_or(end);
    told || !takes && !clause.has_finite(at + 1, joined)
}

/// Whether the piece is a work that somebody writes or recalls: "wrote “A History of Rain” in 1974".
pub(super) fn is_work_taken(clause: Clause<'_>, at: usize, cue: &Cue) -> bool {
    let takes = cue.frames.object || cue.lemma == "write";
    let words = clause.word(at);
    // "wrote “Orientalism” in 1978"
    let dated = cue.lemma == "write"
        && clause.word_is(at + 1, "in")
        && clause.get(at + 2).is_some_and(|item| item.kind == TokenKind::Number);
    takes && !clause.is_complete(at) && (is_work(words) || dated && is_title(words))
}

//! Somebody's own wording: "as Smith put it", "in the words of Smith", "in Smith’s words".

use super::clause::Clause;
use super::content;
use super::report::Report;
use super::source::{self, Phrase};
use super::words;
use crate::document::reason::Rule;
use crate::tokens::TokenKind;

/// What the words at a place say of the wording beside them.
///
/// ```text
/// It was, as Ann Marlow put it, “a long way to fall”.
///            ^^^^^^^^^^         ^^^^^^^^^^^^^^^^^^^^
/// ```
pub(super) fn report(clause: Clause<'_>, at: usize) -> Option<Report> {
    let (phrase, from, cue) = as_put_it(clause, at)
        .or_else(|| in_the_words_of(clause, at))
        .or_else(|| in_ones_words(clause, at))?;
    let content = beside(clause, from, phrase.to.max(cue.1))?;
    let cue = clause.items[cue.0].range.cover(clause.items[cue.1 - 1].range);
    Some(Report::plain(cue, source::words_of(clause, phrase), content, Rule::CueAfter))
}

/// Who words it so, where that is said from, and the items that say it.
type Wording = (Phrase, usize, (usize, usize));

fn as_put_it(clause: Clause<'_>, at: usize) -> Option<Wording> {
    let it = clause.word_is(at, "put") && clause.word_is(at + 1, "it");
    let phrase = it.then(|| source::before(clause, at)).flatten()?;
    let from = phrase.from.checked_sub(1).filter(|&from| clause.word_is(from, "as"))?;
    Some((phrase, from, (at, at + 2)))
}

fn in_the_words_of(clause: Clause<'_>, at: usize) -> Option<Wording> {
    let words = ["in", "the", "words", "of"].iter().zip(at..).all(|(word, at)| clause.word_is(at, word));
    let phrase = words.then(|| source::after_cue(clause, at + 4)).flatten()?;
    Some((phrase, at, (at, at + 4)))
}

fn in_ones_words(clause: Clause<'_>, at: usize) -> Option<Wording> {
    let words =
        (at + 2..at + 8).find(|&at| clause.word_is(at, "words")).filter(|_| clause.word_is(at, "in"))?;
    let own = |i: usize| clause.is(i, words::POSSESSIVE) || clause.items[i].kind == TokenKind::Possessive;
    let owner = (at + 1..words).rev().find(|&i| own(i))?;
    let to = if clause.is(owner, words::POSSESSIVE) { owner + 1 } else { owner };
    let phrase = Phrase { from: at + 1, to };
    (phrase.from < phrase.to).then_some((phrase, at, (words, words + 1)))
}

/// The quotation right after these words, else what stands before them, or after where nothing does.
fn beside(clause: Clause<'_>, from: usize, to: usize) -> Option<(usize, usize)> {
    let comma = matches!(clause.word(to), "," | ":" | "–" | "—");
    let next = if comma { to + 1 } else { to };
    if clause.quoted(next).is_some() {
        return Some((next, next + 1));
    }
    if from > clause.from {
        return content::left(clause, from).filter(|_| clause.comma_before(from));
    }
    let next = content::skip_to_comma(clause, from)? + 1;
    Some((next, content::end(clause, next, true))).filter(|(from, to)| from < to)
}

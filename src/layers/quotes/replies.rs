//! Words that come as a reply, or are told to be somebody's: "“Yes,” came the answer".

use super::clause::Clause;
use super::report::Report;
use super::source::{self, Phrase, has_class};
use super::words::{self, CueKind, Sense};
use crate::document::reason::Rule;
use crate::resources::Classes;
use crate::tokens::TokenKind;

/// A quotation, and a verb after it that only says whose it is.
///
/// ```text
/// “Yes,” came the reply from Marlow.        “Too late” was Reed’s verdict.
/// ^^^^^^          cue        source         ^^^^^^^^^^     source  cue
/// ```
///
/// "came the answer from the back" names nobody, and nobody is made up for it.
pub(super) fn report(clause: Clause<'_>) -> Option<Report> {
    (clause.from..clause.to).filter(|&at| clause.quoted(at).is_some()).find_map(|quote| {
        let at = verb_after(clause, quote);
        let (cue, source) = came(clause, at)
            .or_else(|| was(clause, at))
            .or_else(|| all_that_was_said(clause, at))
            .or_else(|| by(clause, at))?;
        Some(Report {
            cue: clause.items[cue].range,
            kind: CueKind::Speech,
            sense: Sense::Plain,
            source: source.map(|phrase| source::words_of(clause, phrase)),
            addressee: None,
            content: vec![(quote, quote + 1)],
            rule: Rule::CueAfter,
        })
    })
}

/// The cue, and the speaker where one is named.
type Reply = (usize, Option<Phrase>);

/// Past a comma, a dash, "that" and "this".
fn verb_after(clause: Clause<'_>, quote: usize) -> usize {
    let mut at = quote + 1;
    if matches!(clause.word(at), "," | "–" | "—" | "--") {
        at += 1;
    }
    let that = clause.word_is(at, "that") || clause.word_is(at, "this");
    if that && at > quote + 1 { at + 1 } else { at }
}

/// "came the swift reply from Marlow"
fn came(clause: Clause<'_>, at: usize) -> Option<Reply> {
    let came = ["came", "comes", "went"].iter().any(|verb| clause.word_is(at, verb));
    let noun = reply_noun(clause, at + 1).filter(|_| came)?;
    Some((noun, from_whom(clause, noun + 1)))
}

/// "was the answer", "was Reed’s verdict on it"
fn was(clause: Clause<'_>, at: usize) -> Option<Reply> {
    let noun = reply_noun(clause, at + 1).filter(|_| clause.is(at, words::BE))?;
    let own = |&i: &usize| clause.is(i, words::POSSESSIVE) || clause.items[i].kind == TokenKind::Possessive;
    let owner = (at + 1..noun).rev().find(own);
    let owned = owner.map(|owner| {
        let to = if clause.is(owner, words::POSSESSIVE) { owner + 1 } else { owner };
        Phrase { from: at + 1, to }
    });
    Some((noun, owned.or_else(|| from_whom(clause, noun + 1))))
}

/// "was all Marlow would say"
fn all_that_was_said(clause: Clause<'_>, at: usize) -> Option<Reply> {
    let all = clause.is(at, words::BE) && clause.word_is(at + 1, "all");
    let phrase = all.then(|| source::after(clause, at + 2)).flatten()?;
    let say = (phrase.to..phrase.to + 4)
        .find(|&at| clause.get(at).is_some_and(|item| speaks(clause, at, item.capital)))?;
    Some((say, Some(phrase)))
}

/// "was said by Marlow", "spoken by Marlow"
fn by(clause: Clause<'_>, at: usize) -> Option<Reply> {
    let verb = if clause.is(at, words::BE) { at + 1 } else { at };
    let spoken = ["said", "spoken", "uttered"].iter().any(|form| clause.word_is(verb, form));
    let said = spoken && clause.word_is(verb + 1, "by");
    let phrase = said.then(|| source::after_cue(clause, verb + 2)).flatten()?;
    Some((verb, Some(phrase)))
}

/// A form of a verb that takes words in quotation marks.
fn speaks(clause: Clause<'_>, at: usize, capital: bool) -> bool {
    let verb = clause.get(at).and_then(|item| item.entry.verb);
    !capital && verb.is_some_and(|(cue, _)| cue.kind == CueKind::Speech && cue.frames.quote)
}

/// "the reply", "one woman’s swift answer": at most five words, the last of them a word for a reply.
fn reply_noun(clause: Clause<'_>, from: usize) -> Option<usize> {
    let opens = clause.is(from, words::DET | words::POSSESSIVE) || clause.get(from)?.is_name();
    (from + 1..from + 6).find(|&at| clause.is(at, words::REPLY)).filter(|_| opens)
}

/// "from Ann Marlow", "of Ann Marlow"; "from the back" is a place.
fn from_whom(clause: Clause<'_>, at: usize) -> Option<Phrase> {
    let from = clause.word_is(at, "from") || clause.word_is(at, "of");
    let phrase = from.then(|| source::after(clause, at + 1)).flatten()?;
    let last = clause.get(phrase.to - 1)?;
    let body =
        last.is(words::ROLE | words::ORGANISATION) || has_class(clause.word(phrase.to - 1), Classes::ROLE);
    (last.is_name() || body).then_some(phrase)
}

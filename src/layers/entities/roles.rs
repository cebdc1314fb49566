//! Roles: what somebody is, told before the name or after a comma.
//!
//! ```text
//! met prime minister Tom Reed      Rita Orr, the bank’s former chief executive, left
//!     ^^^^^^^^^^^^^^                            ^^^^^^^^^^^^^^^^^^^^^^ head: executive
//! ```
//!
//! One test says what a role may be: its last word is a role, a profession or a rank; what stands before that
//! are nouns and ranks which belong to it ("crown", "vice-"), and no verb, pronoun or small word is inside.
//! "Where his wife", "said the judge" and "after the manager left" are no roles, and "fellow" alone is none.

use super::reading::Reading;
use crate::layers::quotes::words::{self, Form};
use crate::resources::{Classes, fold};
use crate::tokens::TokenKind;
use std::ops::Range;

/// Words that belong to the role they stand before: ranks, and what the office is over.
const RANKS: &str = " acting air arts assistant associate attorney backbench bank battalion board brigade bus business \
    cabinet campaign chief city civil club communications community company council county court crown culture \
    defence defense deputy detective district economic education elected energy environment ex executive \
    factory finance financial first flight foreign former government group head health home housing interim interior joint \
    junior justice labor labour lady lance lead legal lieutenant lord managing master medical middle military national opposition party \
    permanent police political presidential press prime principal prison private public rear regional research retired \
    safety sales school science second security senior shadow social sports staff state team technical town \
    trade training transport treasury union vice visiting warrant wing youth ";

/// Adjectives that open a role and say nothing of the office.
const PLAIN: &str = " new young old longtime outgoing embattled popular top own late then current local famous \
    controversial promising other same only best great ";

/// What somebody is head or director of, in small letters.
const FIELDS: &str = " sales staff communications operations research marketing finance security state policy science police     public relations affairs human resources engineering technology design product development nursing music education     planning strategy trade health housing transport football rugby cricket performance photography medicine surgery     news sport sports data risk compliance legal services customer investor media external internal corporate global     regional digital religion history law economics physics chemistry biology psychology politics training safety     surgery mission missions ";

/// Forms of verbs that no table of cues has.
const PAST: &str = " won lost made took gave went came met left ran put set led got kept held found sold bought saw \
    hit beat cut let sent knew spent paid brought caught taught lent struck shot sued chose fought drove rode became ";

/// Roles that are verbs too: "the Lions host Crete", "traders count losses".
const VERBS: &str = " count host judge guard lead head captain anchor partner pilot model chair coach ";

/// Plurals that stand before a role.
const PLURALS: &str = " sports sales arts affairs communications operations rights news systems logistics economics politics physics ";

/// Plurals without an end: they are no part of a role, and act.
const MANY: &str = " people men women children police fans others ";

/// Words in -ing that stand before a role.
const DOING: &str = " managing acting leading visiting sitting housing planning banking marketing training engineering mining \
    shipping fishing building voting consulting boxing racing swimming ";

fn is_among(list: &str, word: &str) -> bool {
    let mut rest = list;
    while let Some(at) = rest.find(word) {
        let ends = rest[at + word.len()..].starts_with(' ');
        if !word.is_empty() && ends && rest[..at].ends_with(' ') {
            return true;
        }
        rest = &rest[at + word.len().max(1)..];
    }
    false
}

/// "spokesman" in "its spokesman Ola Dunn", "senior crown prosecutor" in "by senior crown prosecutor Ola Dunn";
/// `at` is the token before the name.
///
/// Ranks right before the role are sure to belong to it; other nouns do where a phrase can begin with them.
pub(super) fn before(reading: &Reading, at: usize) -> Option<Range<usize>> {
    let lower = reading.tokens[at].kind == TokenKind::Word && !reading.tokens[at].capital;
    let known = |first: usize| lower && starts_role(reading, first, at);
    let first = (at.saturating_sub(3)..at).find(|&first| known(first));
    if (!is_head(reading, at) && first.is_none()) || acts(reading, at) {
        return None;
    }
    let mut start = compound(reading, first.unwrap_or(at));
    let mut sure = start;
    while at - start < 6 && start > 0 && !reading.tokens[start].starts_line {
        let next = compound(reading, start - 1);
        match () {
            _ if is_rank(reading, start - 1) && start == sure => (start, sure) = (next, next),
            _ if is_rank(reading, start - 1) || is_modifier(reading, start - 1) => start = next,
            _ => break,
        }
    }
    let start = if opens_phrase(reading, start) { start } else { sure };
    let start = (start..at).find(|&first| !is_among(PLAIN, reading.of(first))).unwrap_or(at);
    let fellow = reading.of(at) == "fellow" && start == at;
    (!fellow).then_some(start..at + 1)
}

/// "a retired teacher", "the party’s vice-chair", "under-secretary for trade" after a name and a comma, which end at a
/// sign or before what goes on with them: "mayor of Orsk", "a nurse and mother of two".
pub(super) fn apposition(reading: &Reading, from: usize) -> Option<Range<usize>> {
    let leads = words::DET | words::POSSESSIVE;
    let start = from + usize::from(words::look_up(reading.of(from)).class & leads != 0);
    let mut at = start;
    while at < start + 8 && reading.tokens.get(at).is_some_and(|token| !token.starts_line) {
        let first = (start..=at).find(|&first| first < at && starts_role(reading, first, at));
        let over = office_end(reading, at);
        if (first.is_some() || is_head(reading, at)) && closes(reading, over, from == start) {
            let plain = reading.of(at) == "police" || from == start && is_plural(reading.of(at));
            let owner = (start..at).rev().find(|&at| reading.tokens[at].kind == TokenKind::Possessive);
            let owned = owner.filter(|&owner| owner > start && !reading.is_capital(owner - 1));
            return (!plain).then(|| owned.map_or(start, |owner| owner + 1)..over);
        }
        match is_inside(reading, at) {
            true => at += 1,
            false => return None,
        }
    }
    None
}

/// Where a role ends that says in small letters what it is over: "head of sales", "director of communications".
fn office_end(reading: &Reading, head: usize) -> usize {
    if reading.of(head + 1) != "of" || reading.tokens[head + 1].starts_line {
        return head + 1;
    }
    let field = |at: usize| {
        reading.tokens.get(at).is_some_and(|token| !token.starts_line && !token.capital)
            && reading.tokens[at].kind == TokenKind::Word
            && is_among(FIELDS, reading.of(at))
    };
    let more = (head + 2..head + 5).take_while(|&at| field(at)).count();
    if more == 0 { head + 1 } else { head + 2 + more }
}

/// "Head of communications" in "Head of communications Ola Dunn"; `at` is the token before the name.
pub(super) fn office_before(reading: &Reading, at: usize) -> Option<Range<usize>> {
    let field = |at: usize| !reading.is_capital(at) && is_among(FIELDS, reading.of(at));
    let of = (at.saturating_sub(3)..at)
        .rev()
        .find(|&of| !field(of + 1) || matches!(reading.of(of), "of" | "for"))?;
    let title = Classes::ROLE.and(Classes::HONORIFIC);
    let role = of.checked_sub(1).filter(|&role| reading.classes(role).has(title) && field(at))?;
    let fits = matches!(reading.of(of), "of" | "for") && !reading.tokens[of].starts_line;
    fits.then(|| ranks(reading, role)..at + 1)
}

/// Where a role begins, with the ranks that stand before it: "Assistant" of "Assistant Chief Constable", "Vice-" of
/// "Vice-Premier".
pub(super) fn ranks(reading: &Reading, role: usize) -> usize {
    let mut start = compound(reading, role);
    while start > 0 && role - start < 5 && !reading.tokens[start].starts_line {
        let rank = reading.is_capital(start - 1)
            && is_rank(reading, start - 1)
            && !reading.marks[start].starts_sentence;
        if !rank {
            break;
        }
        start = compound(reading, start - 1);
    }
    start
}

/// The first word of a compound: "vice" of "vice-chancellor".
fn compound(reading: &Reading, at: usize) -> usize {
    let tight = |at: usize| !reading.tokens[at].spaced && !reading.tokens[at].starts_line;
    let mut start = at;
    while start > 1
        && matches!(reading.of(start - 1), "-" | "‐" | "‑")
        && tight(start)
        && tight(start - 1)
        && reading.tokens[start - 2].kind == TokenKind::Word
    {
        start -= 2;
    }
    start
}

/// A role, profession or rank written small.
fn is_head(reading: &Reading, at: usize) -> bool {
    reading.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word && !token.capital)
        && (reading.classes(at).has(Classes::ROLE.and(Classes::HONORIFIC)) || is_calling(reading.of(at)))
}

/// "watchman", "cellist": somebody by what they do, whatever it is.
fn is_calling(word: &str) -> bool {
    const NONE: &str = " human german roman ottoman norman talisman caiman woman twist insist resist assist consist persist \
        exist enlist waist shortlist checklist blacklist playlist ";
    let ends = ["man", "woman", "ist", "person"];
    word.len() > 5 && ends.iter().any(|end| word.ends_with(end)) && !is_among(NONE, word)
}

/// The word is the sentence's verb, not a role: "critics judge Ann Lee", "to host Ann Lee".
fn acts(reading: &Reading, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| is_among(VERBS, reading.of(at))) else { return false };
    let word = reading.of(before);
    let plural = is_plural(word) && !is_among(PLURALS, word);
    plural
        || word == "to"
        || words::look_up(word).class & (words::SUBJECT | words::MODAL | words::NEGATION) != 0
}

fn is_plural(word: &str) -> bool {
    word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us")
}

/// "prime minister": the table knows the phrase.
pub(super) fn starts_role(reading: &Reading, start: usize, last: usize) -> bool {
    if start >= last
        || !reading.classes(start).has(Classes::ROLE.and(Classes::HONORIFIC).and(Classes::COMMON))
    {
        return false;
    }
    let mut key = String::new();
    fold(&mut key, reading.range(start..last + 1).of(reading.text));
    reading.words.classes(&key).has(Classes::ROLE)
}

fn small(word: &str) -> String {
    word.to_lowercase()
}

fn is_rank(reading: &Reading, at: usize) -> bool {
    let opens = reading.marks[at].opens || !reading.is_capital(at);
    let verb = || at > 0 && reading.of(at - 1) == "to";
    reading.tokens[at].kind == TokenKind::Word
        && is_among(RANKS, &small(reading.of(at)))
        && !verb()
        && (opens || !reading.marks[at].taken)
}

/// A small word that may be a noun before a role, and no verb: "traffic" of "by traffic officer Ola Dunn".
fn is_modifier(reading: &Reading, at: usize) -> bool {
    let (token, word) = (&reading.tokens[at], reading.of(at));
    let plain = token.kind == TokenKind::Word && !token.capital && reading.classes(at).has(Classes::COMMON);
    let doing = word.ends_with("ing") && !is_among(DOING, word);
    let done = word.ends_with("ed") && word.len() > 3;
    plain
        && !is_among(MANY, word)
        && !reading.classes(at).has(Classes::SMALL)
        && is_free(word)
        && (!is_plural(word) || is_among(PLURALS, word))
        && !doing
        && !done
}

/// Neither a small word of grammar nor a verb.
fn is_free(word: &str) -> bool {
    let entry = words::look_up(word);
    let verb = entry.verb.is_some_and(|(_, form)| form != Form::Base);
    entry.class & (words::SMALL | words::TIME) == 0 && !verb && !is_among(PAST, word)
}

/// A noun phrase may begin at a token: behind an article, a preposition, a verb in the past, a sign.
fn opens_phrase(reading: &Reading, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|_| !reading.tokens[at].starts_line) else { return true };
    let (token, word) = (&reading.tokens[before], reading.of(before));
    let opens = words::DET
        | words::POSSESSIVE
        | words::PREPOSITION
        | words::CONJUNCTION
        | words::SUBORDINATE
        | words::AUXILIARY
        | words::NEGATION;
    let entry = words::look_up(word);
    token.kind != TokenKind::Word
        || token.capital && !(reading.marks[before].opens && reading.classes(before).has(Classes::COMMON))
        || word.ends_with("ed")
        || is_among(PAST, word)
        || is_among(PLAIN, word)
        || entry.class & opens != 0
        || entry.verb.is_some_and(|(_, form)| form != Form::Base)
}

/// A word that may stand inside a role after a comma.
fn is_inside(reading: &Reading, at: usize) -> bool {
    let (token, word) = (&reading.tokens[at], reading.of(at));
    match token.kind {
        TokenKind::Possessive => true,
        TokenKind::Word if token.capital => !reading.marks[at].taken,
        TokenKind::Word => {
            let prefix = reading.of(at + 1) == "-" && !reading.tokens[at + 1].spaced;
            let rank = is_among(RANKS, word);
            prefix
                || rank
                || (is_free(word)
                    && !(is_plural(word) && !is_among(PLURALS, word) && reading.of(at + 1) != "’"))
        }
        _ => word == "-" && !token.spaced,
    }
}

/// What may follow a role: a sign, or a word that goes on with it. Without an article before it, no verb does.
fn closes(reading: &Reading, at: usize, bare: bool) -> bool {
    let Some(token) = reading.tokens.get(at).filter(|token| !token.starts_line) else { return true };
    let word = reading.of(at);
    if token.kind != TokenKind::Word {
        return token.kind != TokenKind::Possessive && word != "-";
    }
    let goes_on = words::PREPOSITION | words::CONJUNCTION | words::RELATIVE;
    let participle = (word.ends_with("ing") || word.ends_with("ed")) && !bare;
    let complement = words::look_up(reading.of(at + 1)).class & words::PREPOSITION != 0;
    words::look_up(word).class & goes_on != 0 || (participle && (complement || word.ends_with("ing")))
}

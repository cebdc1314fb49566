//! Which way a sentence looks: "met on Friday" back, "will meet on Friday" ahead.

use super::meaning::Lean;
use super::reader::Reader;
use crate::text::TextRange;

/// How many words are asked on either side.
const REACH: usize = 25;

/// Words that look ahead wherever they stand.
const AHEAD: &[&str] = &[
    "will",
    "won't",
    "won’t",
    "shall",
    "would",
    "may",
    "might",
    "can",
    "should",
    "must",
    "upcoming",
    "due",
    "scheduled",
    "slated",
    "planned",
    "expects",
    "i'll",
    "we'll",
    "he'll",
    "she'll",
    "they'll",
    "it'll",
    "i’ll",
    "we’ll",
    "he’ll",
    "she’ll",
    "they’ll",
    "it’ll",
    "you’ll",
    "you'll",
];

/// The present of verbs that news uses of what is arranged: "it opens on Friday".
const ARRANGED_PRESENT: &[&str] = &[
    "begins", "starts", "opens", "closes", "ends", "expires", "reopens", "resumes", "departs", "returns",
    "begin", "start", "resume", "expire",
];

/// Participles of what is arranged, where a word such as "for" follows.
const ARRANGED: &[&str] = &[
    "expected",
    "planned",
    "set",
    "supposed",
    "projected",
    "postponed",
    "delayed",
    "poised",
    "anticipated",
    "tabled",
    "timed",
    "booked",
    "earmarked",
    "called",
];

/// What stands between one of those and its day.
const ARRANGED_FOR: &[&str] =
    &["for", "to", "on", "in", "by", "at", "until", "later", "early", "late", "next"];

/// Words whose infinitive is still to come: "agreed to meet on Friday".
const TO_COME: &[&str] = &[
    "agreed",
    "vowed",
    "pledged",
    "promised",
    "decided",
    "voted",
    "threatened",
    "invited",
    "summoned",
    "subpoenaed",
    "planning",
    "preparing",
    "hoping",
    "ready",
    "likely",
    "wants",
    "want",
    "wanted",
    "hope",
    "plan",
    "intend",
    "is",
    "are",
    "planned",
    "expected",
    "scheduled",
    "due",
    "set",
    "hopes",
    "plans",
    "intends",
    "expects",
    "going",
    "deadline",
    "have",
];

/// Verbs of the past that do not end in -ed.
const PAST: &[&str] = &[
    "was",
    "were",
    "had",
    "did",
    "said",
    "told",
    "met",
    "held",
    "made",
    "took",
    "went",
    "came",
    "saw",
    "got",
    "gave",
    "began",
    "left",
    "found",
    "won",
    "lost",
    "sent",
    "brought",
    "bought",
    "sold",
    "fell",
    "rose",
    "spoke",
    "wrote",
    "led",
    "kept",
    "put",
    "shot",
    "struck",
    "broke",
    "hit",
    "cut",
    "became",
    "ran",
    "paid",
    "built",
    "drew",
    "flew",
    "knew",
    "grew",
    "chose",
    "drove",
    "fought",
    "stood",
    "sat",
    "shut",
    "slid",
    "swept",
    "threw",
    "thought",
    "quit",
    "ate",
    "beat",
    "burst",
    "caught",
    "dealt",
    "fed",
    "felt",
    "heard",
    "hurt",
    "laid",
    "meant",
    "rode",
    "rang",
    "sank",
    "sought",
    "shook",
    "slept",
    "spent",
    "spread",
    "stole",
    "swore",
    "taught",
    "tore",
    "understood",
    "woke",
    "wore",
    "withdrew",
    "has",
    "overturned",
    "didn't",
    "didn’t",
    "wasn't",
    "wasn’t",
    "weren't",
    "weren’t",
    "hadn't",
    "hadn’t",
    "says",
];

/// Words in -ed that are no verbs.
const NO_PAST: &[&str] =
    &["need", "speed", "indeed", "exceed", "united", "hundred", "embed", "proceed", "succeed"];

/// Events that are spoken of before they come: "Friday’s vote".
const EVENTS: &[&str] = &[
    "vote",
    "election",
    "elections",
    "meeting",
    "summit",
    "game",
    "match",
    "hearing",
    "deadline",
    "debate",
    "final",
    "race",
    "ceremony",
    "talks",
    "conference",
    "session",
    "primary",
    "runoff",
    "referendum",
    "launch",
    "trial",
    "start",
    "opening",
];

/// Which way the sentence looks at the expression, and the word that says so.
///
/// The nearest verb before the expression decides; where there is none, the first one after it.
/// Infinitives look ahead where they hang on a word such as "agreed". What "Friday’s" belongs to
/// is past unless it is an event such as a vote.
pub fn lean(r: &Reader, from: usize, to: usize) -> (Lean, Option<TextRange>) {
    if r.is(r.back(from, 1), "as") && r.any(r.back(from, 2), &["soon", "early", "late"]) {
        return (Lean::Future, r.token(from - 2).map(|token| token.range));
    }
    if r.any(to, &["was", "were", "had"]) {
        return (Lean::Past, r.token(to).map(|token| token.range));
    }
    if r.any(to, &["'s", "’s"]) && !(1..4).any(|n| r.any(to + n, EVENTS)) {
        return (Lean::Past, r.token(to + 1).map(|token| token.range));
    }
    let before = (r.from.max(from.saturating_sub(REACH))..from).rev();
    let after = to..r.to.min(to + REACH);
    before.chain(after).find_map(|at| cue(r, at)).unwrap_or_else(|| by_preposition(r, from))
}

/// With no verb at all: "until Friday" looks ahead.
fn by_preposition(r: &Reader, from: usize) -> (Lean, Option<TextRange>) {
    let before = r.back(from, 1);
    match r.any(before, &["until", "till", "by"]) {
        true => (Lean::Future, r.token(before).map(|token| token.range)),
        false => (Lean::Unknown, None),
    }
}

fn cue(r: &Reader, at: usize) -> Option<(Lean, Option<TextRange>)> {
    let word = r.text_at(at);
    let name = r.capital(at) && at != r.from && word.bytes().any(|b| b.is_ascii_lowercase());
    if name || !(2..=14).contains(&word.len()) {
        return None;
    }
    let range = r.token(at).map(|token| token.range);
    if r.any(at, AHEAD) || r.any(at, ARRANGED_PRESENT) || is_to_come(r, at) {
        return Some((Lean::Future, range));
    }
    if r.any(at, ARRANGED) && r.any(at + 1, ARRANGED_FOR) {
        let given_up = (1..4).any(|n| r.any(r.back(at, n), &["had", "has", "have"]));
        return (!given_up).then_some((Lean::Future, range));
    }
    is_past(r, at).then_some((Lean::Past, range))
}

/// "to meet" after a word such as "agreed", "going to", "have to"; "to be held".
fn is_to_come(r: &Reader, at: usize) -> bool {
    let before = r.back(at, 1);
    r.is(at, "to") && (r.is(at + 1, "be") || r.small_word(at + 1)) && r.any(before, TO_COME)
}

/// A past verb; a participle after "will be" or "is" is none.
fn is_past(r: &Reader, at: usize) -> bool {
    let word = r.text_at(at);
    let ends = word.len() > 3 && (word.ends_with("ed") || word.ends_with("ED")) && !r.any(at, NO_PAST);
    if !ends && !r.any(at, PAST) {
        return false;
    }
    !(1..3).any(|n| r.any(r.back(at, n), &["be", "being", "will", "would", "is", "are"]))
        && !r.is(r.back(at, 1), "to")
}

//! Which way a sentence looks: "met on Friday" back, "will meet on Friday" ahead.

use super::meaning::Lean;
use super::reader::Reader;
use crate::layers::word_table::WordTable;
use crate::text::TextRange;
use std::sync::OnceLock;

const TENSE: &str = include_str!("../../resources/tense.tsv");

/// What a word tells of tense.
#[derive(Clone, Copy, Debug, Default)]
struct Tense {
    ahead: bool,
    arranged: bool,
    to_come: bool,
    past: bool,
    no_past: bool,
}

fn table() -> &'static WordTable<Tense> {
    static TABLE: OnceLock<WordTable<Tense>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let lines = TENSE.lines().filter(|line| !line.starts_with('#'));
        WordTable::new(lines.filter_map(|line| {
            let (word, classes) = line.split_once('\t')?;
            let has = |class| classes.split(',').any(|name| name == class);
            let tense = Tense {
                ahead: has("ahead"),
                arranged: has("arranged"),
                to_come: has("to come"),
                past: has("past"),
                no_past: has("no past"),
            };
            Some((word, tense))
        }))
    })
}

/// How many words are asked on either side.
const REACH: usize = 25;

/// What stands between a word such as "planned" and its day.
const ARRANGED_FOR: &[&str] =
    &["for", "to", "on", "in", "by", "at", "until", "later", "early", "late", "next"];

/// Events that are spoken of before they come: "Friday’s vote".
const EVENTS: &[&str] = &[
    "vote", "election", "meeting", "summit", "game", "match", "hearing", "deadline", "debate", "final",
    "race", "ceremony", "talks", "session", "primary", "runoff", "launch", "trial", "start", "opening",
];

/// Which way the sentence looks at the expression, and the word that says so.
///
/// The nearest verb before the expression decides; where there is none, the first one after it.
/// Infinitives look ahead where they hang on a word such as "agreed". What "Friday’s" belongs to
/// is past unless it is an event such as a vote.
pub fn lean(r: &Reader, from: usize, to: usize) -> (Lean, Option<TextRange>) {
    let range = |at| r.token(at).map(|token| token.range);
    if r.is(r.back(from, 1), "as") && r.any(r.back(from, 2), &["soon", "early", "late"]) {
        return (Lean::Future, range(from - 2));
    }
    if r.any(to, &["was", "were", "had"]) {
        return (Lean::Past, range(to));
    }
    if r.any(to, &["'s", "’s"]) && !(1..4).any(|n| r.any(to + n, EVENTS)) {
        return (Lean::Past, range(to + 1));
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

/// What one word says, if anything.
fn cue(r: &Reader, at: usize) -> Option<(Lean, Option<TextRange>)> {
    let word = r.text_at(at);
    let name = r.capital(at) && at != r.from && word.bytes().any(|b| b.is_ascii_lowercase());
    if name || !(2..=15).contains(&word.len()) {
        return None;
    }
    let tense = tense_of(word);
    let range = r.token(at).map(|token| token.range);
    let were_to = r.any(at, &["was", "were"]) && r.is(at + 1, "to");
    if tense.ahead || were_to || is_to_come(r, at) {
        return Some((Lean::Future, range));
    }
    if tense.arranged && r.any(at + 1, ARRANGED_FOR) {
        let given_up = (1..4).any(|n| r.any(r.back(at, n), &["had", "has", "have"]));
        return (!given_up).then_some((Lean::Future, range));
    }
    is_past(r, at, word, tense).then_some((Lean::Past, range))
}

/// The table's word; "’ll" and "n’t" whichever way they are written.
fn tense_of(word: &str) -> Tense {
    match word.contains('’') {
        true => table().get_abbreviated(&word.replace('’', "'")),
        false => table().get_abbreviated(word),
    }
    .unwrap_or_default()
}

/// "to meet" after a word such as "agreed", "going to", "have to"; "to be held".
fn is_to_come(r: &Reader, at: usize) -> bool {
    r.is(at, "to")
        && (r.is(at + 1, "be") || r.small_word(at + 1))
        && tense_of(r.text_at(r.back(at, 1))).to_come
}

/// A past verb; a participle after "will be" or "is" is none.
fn is_past(r: &Reader, at: usize, word: &str, tense: Tense) -> bool {
    let ends = word.len() > 3 && (word.ends_with("ed") || word.ends_with("ED")) && !tense.no_past;
    if !ends && !tense.past {
        return false;
    }
    let passive = |at| r.any(at, &["be", "being", "will", "would", "is", "are"]);
    !(1..3).any(|n| passive(r.back(at, n))) && !r.is(r.back(at, 1), "to")
}

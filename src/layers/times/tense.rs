//! Which way a sentence looks: "met on Friday" back, "will meet on Friday" ahead.

use super::reader::Reader;
use super::word::Word;
use crate::document::meaning::Lean;
use crate::layers::word_table::WordTable;
use crate::text::TextRange;
use crate::tokens::TokenKind;
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
    one_does: bool,
    they_do: bool,
    is_done: bool,
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
                one_does: has("one does"),
                they_do: has("they do"),
                is_done: has("is done"),
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
    if r.any(to, &["was", "were", "had"]) || tells_of_the_past(r, to) {
        return (Lean::Past, range(to));
    }
    if r.any(to, &["'s", "’s"]) && !(1..4).any(|n| r.any(to + n, EVENTS)) {
        return (Lean::Past, range(to + 1));
    }
    let before = (r.from.max(from.saturating_sub(REACH))..from).rev();
    let after = to..r.to.min(to + REACH);
    let cue = |at| if is_set_for(r, at, from) { Some((Lean::Future, range(at))) } else { cue(r, at) };
    before.chain(after).find_map(cue).unwrap_or_else(|| by_preposition(r, from))
}

/// A verb of the past right behind: "The school play on Saturday drew crowds".
fn tells_of_the_past(r: &Reader, to: usize) -> bool {
    let word = r.text_at(to);
    r.small_word(to)
        && is_past(r, to, word, tense_of(word))
        && !r.any(to, &["set", "put", "cut", "called", "ended"])
}

/// "is" or "are" close before a day, with nothing done between them.
///
/// ```text
/// The fight is on Saturday   The deadline is Friday   The film is out on Friday
///           ^^                            ^^                   ^^
/// ```
///
/// "He is accused of lying on Friday" looks back, so only small words of place and time may stand between.
fn is_set_for(r: &Reader, at: usize, from: usize) -> bool {
    const BETWEEN: &[&str] = &[
        "on", "at", "by", "from", "due", "out", "back", "open", "up", "over", "off", "the", "only", "again",
        "in", "for", "until", "this", "about", "around", "next", "away", "against", "to", "with",
    ];
    let close = at < from && from - at <= 6 && r.any(at, &["is", "are", "isn't", "isn’t"]);
    close
        && (at + 1..from).all(|n| r.any(n, BETWEEN) || r.word(n) != Word::Other || is_name(r, n))
        && !(r.is(at + 1, "in") && r.is(at + 2, "the"))
}

fn is_name(r: &Reader, at: usize) -> bool {
    r.capital_word(at) && r.any(r.back(at, 1), &["in", "at", "to", "against", "with"])
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
    let opens = || at == r.from || r.any(r.back(at, 1), &["“", "\"", "‘", "'", ":", "`", "``"]);
    let name = r.capital(at) && word.bytes().any(|b| b.is_ascii_lowercase()) && !opens();
    if name || !(2..=15).contains(&word.len()) {
        return None;
    }
    let tense = tense_of(word);
    let range = r.token(at).map(|token| token.range);
    let were_to = r.any(at, &["was", "were"]) && r.is(at + 1, "to");
    let arranged = tense.ahead && r.is(at, "planned") && r.text_at(r.back(at, 1)).ends_with("ly");
    let is_done = tense.is_done && r.any(r.back(at, 1), &["is", "are"]);
    if (tense.ahead && !arranged)
        || is_done
        || were_to
        || is_to_come(r, at)
        || is_arranged_event(r, at, tense)
    {
        return Some((Lean::Future, range));
    }
    if tense.arranged && r.any(at + 1, ARRANGED_FOR) {
        let given_up = (1..4).any(|n| r.any(r.back(at, n), &["had", "has", "have"]));
        return (!given_up).then_some((Lean::Future, range));
    }
    is_past(r, at, word, tense).then_some((Lean::Past, range))
}

/// An event in the present tense is still to come: "Rovers play Leeds", "who faces a hearing".
///
/// A noun that looks like the verb stands behind an article, a number or the like: "the play", "his visits".
fn is_arranged_event(r: &Reader, at: usize, tense: Tense) -> bool {
    const NOUN_BEHIND: &[&str] = &[
        "the", "a", "an", "his", "her", "their", "its", "our", "my", "your", "these", "those", "some",
        "many", "more", "several", "of", "for", "in", "with", "and", "or", "no", "any", "two", "three", "to",
        "not", "'s", "’s", "by", "on", "at", "from", "n't", "could", "did", "does", "do", "home",
    ];
    if !tense.one_does && !tense.they_do {
        return false;
    }
    let before = r.back(at, 1);
    let word_before = r.token(before).is_some_and(|token| token.kind == TokenKind::Word);
    let counted = matches!(r.word(before), Word::Count(_) | Word::Ordinal(_) | Word::Some | Word::Every);
    if !word_before || counted || r.any(before, NOUN_BEHIND) {
        return false;
    }
    if follows_something(r, at) || hangs_on_a_verb(r, at) {
        return false;
    }
    tense.one_does || (tense.they_do && are_several(r, before, at + 1))
}

/// "The move comes a day after": it is here already.
fn follows_something(r: &Reader, at: usize) -> bool {
    (1..5).any(|n| r.any(at + n, &["after", "following", "since"]))
}

/// A verb of the past in the same clause makes a noun of what looks like a verb: "told agency heads on Friday".
fn hangs_on_a_verb(r: &Reader, at: usize) -> bool {
    const CLAUSES: &[&str] = &[
        "which",
        "who",
        "that",
        "as",
        "but",
        "when",
        "where",
        "while",
        "if",
        "and",
        "because",
        "before",
        "said",
        "says",
        "announced",
        "confirmed",
        "added",
    ];
    let within =
        |at: &usize| r.token(*at).is_some_and(|token| token.kind == TokenKind::Word) && !r.any(*at, CLAUSES);
    let mut clause = (r.from.max(at.saturating_sub(8))..at).rev().take_while(within);
    clause.any(|at| r.small_word(at) && is_past(r, at, r.text_at(at), tense_of(r.text_at(at))))
}

/// Whether the word before a bare verb is who does it: several, a body of people, or a name that something is done to.
fn are_several(r: &Reader, before: usize, next: usize) -> bool {
    const BODIES: &[&str] = &[
        "club",
        "side",
        "team",
        "band",
        "couple",
        "crew",
        "pair",
        "police",
        "they",
        "we",
        "who",
        "that",
        "which",
        "you",
        "i",
        "people",
        "women",
        "men",
        "children",
        "both",
        "all",
        "orchestra",
        "company",
    ];
    const OBJECTS: &[&str] =
        &["to", "at", "in", "on", "against", "away", "for", "off", "out", "home", "the", "a"];
    let word = r.text_at(before);
    let plural = r.small_word(before) && word.len() > 3 && word.ends_with('s') && !word.ends_with("ss");
    let named =
        r.capital_word(before) && (r.capital(next) || r.any(next, OBJECTS) || r.word(next) != Word::Other);
    plural || named || r.any(before, BODIES)
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

//! Small words by their job, and cue words by their form: both from tables people can edit.

mod cues;

pub use cues::{Cue, CueKind, Form, Sense};

use crate::resources::QuickMap;
use std::sync::OnceLock;

/// The jobs a word can have, as bits; a word may have several ("that").
pub type Class = u32;

pub const DET: Class = 1;
pub const POSSESSIVE: Class = 1 << 1;
pub const PREPOSITION: Class = 1 << 2;
pub const CONJUNCTION: Class = 1 << 3;
pub const SUBORDINATE: Class = 1 << 4;
pub const BE: Class = 1 << 5;
pub const HAVE: Class = 1 << 6;
pub const DO: Class = 1 << 7;
pub const MODAL: Class = 1 << 8;
pub const NEGATION: Class = 1 << 9;
pub const ADVERB: Class = 1 << 10;
pub const SUBJECT: Class = 1 << 11;
pub const OBJECT: Class = 1 << 12;
pub const RELATIVE: Class = 1 << 13;
pub const WH: Class = 1 << 14;
pub const TIME: Class = 1 << 15;
pub const TITLE: Class = 1 << 16;
pub const ROLE: Class = 1 << 17;
pub const DOCUMENT: Class = 1 << 18;
pub const ORGANISATION: Class = 1 << 19;
pub const NOTICE: Class = 1 << 20;
pub const WORK: Class = 1 << 21;
pub const REPLY: Class = 1 << 22;

/// Helping verbs of any kind.
pub const AUXILIARY: Class = BE | HAVE | DO | MODAL;

const NAMES: [(&str, Class); 23] = [
    ("det", DET),
    ("possessive", POSSESSIVE),
    ("preposition", PREPOSITION),
    ("conjunction", CONJUNCTION),
    ("subordinate", SUBORDINATE),
    ("be", BE),
    ("have", HAVE),
    ("do", DO),
    ("modal", MODAL),
    ("negation", NEGATION),
    ("adverb", ADVERB),
    ("subject", SUBJECT),
    ("object", OBJECT),
    ("relative", RELATIVE),
    ("wh", WH),
    ("time", TIME),
    ("title", TITLE),
    ("role", ROLE),
    ("document", DOCUMENT),
    ("organisation", ORGANISATION),
    ("notice", NOTICE),
    ("work", WORK),
    ("reply", REPLY),
];

/// All that the tables say of one word.
#[derive(Clone, Copy, Debug, Default)]
pub struct Entry {
    /// Its jobs.
    pub class: Class,
    /// The verb it is a form of.
    pub verb: Option<(&'static Cue, Form)>,
    /// The noun cue it is.
    pub noun: Option<&'static Cue>,
}

/// Looks a word up, whatever its case; contractions count by their first part ("he’d").
pub fn look_up(word: &str) -> Entry {
    let mut buffer = [0; 24];
    let Some(lower) = lower(word, &mut buffer) else { return guess(word) };
    if let Some(entry) = table().get(lower) {
        return *entry;
    }
    match lower.find(['\'', '’']).and_then(|cut| table().get(&lower[..cut])) {
        Some(entry) if entry.class & SUBJECT != 0 => Entry { class: entry.class | MODAL, ..Entry::default() },
        _ => guess(lower),
    }
}

/// Words in -ly are adverbs.
fn guess(word: &str) -> Entry {
    let adverb = word.len() > 4
        && word.ends_with("ly")
        && !matches!(
            word,
            "family"
                | "ally"
                | "july"
                | "italy"
                | "assembly"
                | "rally"
                | "weekly"
                | "daily"
                | "monthly"
                | "supply"
                | "reply"
                | "apply"
                | "elderly"
                | "early"
                | "deadly"
                | "likely"
                | "only"
                | "friendly"
        );
    Entry { class: if adverb { ADVERB } else { 0 }, ..Entry::default() }
}

/// The word in lower case, in a buffer on the stack; none where it is too long for the tables.
fn lower<'b>(word: &str, buffer: &'b mut [u8; 24]) -> Option<&'b str> {
    let bytes = buffer.get_mut(..word.len())?;
    bytes.copy_from_slice(word.as_bytes());
    bytes.make_ascii_lowercase();
    std::str::from_utf8(bytes).ok()
}

fn table() -> &'static QuickMap<String, Entry> {
    static TABLE: OnceLock<QuickMap<String, Entry>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table: QuickMap<String, Entry> = QuickMap::default();
        for (class, words) in rows(include_str!("../../../resources/function-words.tsv")) {
            let bit = NAMES.iter().find(|(name, _)| *name == class).map_or(0, |(_, bit)| *bit);
            for word in words.split_whitespace() {
                table.entry(word.to_string()).or_default().class |= bit;
            }
        }
        for row in cues::cues() {
            cues::add_forms(&mut table, row);
        }
        table
    })
}

fn rows(tsv: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    tsv.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'))
}

//! Small words by their job, and cue words by their form: both from tables people can edit.

mod cues;
mod entry;
mod forms;

pub use cues::{Cue, CueKind, Form, Sense};
pub use entry::{Class, Entry};

use crate::layers::word_table::WordTable;
use crate::resources::QuickMap;
use std::sync::OnceLock;

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
pub const SAYABLE: Class = 1 << 23;

/// Helping verbs of any kind.
pub const AUXILIARY: Class = BE | HAVE | DO | MODAL;

/// The small words of grammar, which name nothing.
pub const SMALL: Class = DET
    | POSSESSIVE
    | PREPOSITION
    | CONJUNCTION
    | SUBORDINATE
    | AUXILIARY
    | NEGATION
    | ADVERB
    | SUBJECT
    | OBJECT
    | RELATIVE
    | WH;

const NAMES: [(&str, Class); 24] = [
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
    ("sayable", SAYABLE),
];

/// Looks a word up, whatever its case; contractions count by their first part ("he’d"), unknown words in -ly
/// as adverbs.
pub fn look_up(word: &str) -> Entry {
    find(word).unwrap_or_else(|| guess(word))
}

/// The same, where nothing is guessed.
pub fn listed(word: &str) -> Entry {
    find(word).unwrap_or_default()
}

fn find(word: &str) -> Option<Entry> {
    if let Some(entry) = table().get(word) {
        return Some(entry);
    }
    let plain = word.bytes().all(|byte| byte.is_ascii_alphabetic());
    let apostrophe = if plain { None } else { word.find(['\'', '’']) };
    match apostrophe.and_then(|cut| table().get(&word[..cut])) {
        Some(entry) if entry.class & SUBJECT != 0 => {
            Some(Entry { class: entry.class | MODAL, ..Entry::default() })
        }
        _ => None,
    }
}

/// Words in -ly that are none of the adverbs.
const NO_ADVERBS: [&str; 18] = [
    "family", "ally", "july", "italy", "assembly", "rally", "weekly", "daily", "monthly", "supply", "reply",
    "apply", "elderly", "early", "deadly", "likely", "only", "friendly",
];

/// Words in -ly are adverbs.
fn guess(word: &str) -> Entry {
    let end = word.as_bytes().last_chunk::<2>().filter(|_| word.len() > 4);
    let adverb = end.is_some_and(|end| end.eq_ignore_ascii_case(b"ly"))
        && !NO_ADVERBS.iter().any(|known| known.eq_ignore_ascii_case(word));
    Entry { class: if adverb { ADVERB } else { 0 }, ..Entry::default() }
}

fn table() -> &'static WordTable<Entry, String> {
    static TABLE: OnceLock<WordTable<Entry, String>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table: QuickMap<String, Entry> = QuickMap::default();
        for (class, words) in cues::rows(include_str!("../../../resources/function-words.tsv")) {
            let bit = NAMES.iter().find(|(name, _)| *name == class).map_or(0, |(_, bit)| *bit);
            for word in words.split_whitespace() {
                table.entry(word.to_string()).or_default().class |= bit;
            }
        }
        for row in cues::cues() {
            forms::add_forms(&mut table, row);
        }
        WordTable::new(table.into_iter())
    })
}

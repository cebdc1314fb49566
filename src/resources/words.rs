//! One table of all words and phrases that Galley knows, built once at start.

use super::classes::Classes;
use super::fold::fold;
use super::places::Place;
use super::quick::quick_hash;
use crate::text::TextRange;
use crate::tokens::Token;

/// What is known of one phrase.
#[derive(Clone, Copy, Debug, Default)]
pub struct Entry {
    start: u32,
    length: u8,
    /// The most tokens a phrase that begins with this word can have; 0 where none does.
    longest: u8,
    gender: u8,
    /// What may begin the second token of such a phrase, by the bits of [`beginning`].
    seconds: u32,
    /// What it is.
    pub classes: Classes,
    place: u32,
}

/// The bits of a slot that say which entry; the others are the key's mark, so that most keys that
/// stand elsewhere are passed over without a look at their entry.
const INDEX: u32 = (1 << 18) - 1;

/// A slot without an entry.
const FREE: u32 = u32::MAX;

const fn index_in(slot: u32) -> usize {
    (slot & INDEX) as usize
}

/// A bit for what a word begins with, whether it went through [`fold`] or not: a letter of ASCII, or any
/// other sign of it. What is not ASCII may become anything: it has all bits.
fn beginning(word: &str) -> u32 {
    match word.as_bytes().first() {
        Some(letter) if letter.is_ascii_alphabetic() => 1 << (letter.to_ascii_lowercase() - b'a'),
        Some(sign) if sign.is_ascii() => 1 << (26 + sign % 6),
        _ => u32::MAX,
    }
}

/// All words and phrases, by key (see [`fold`]).
pub struct Words {
    keys: String,
    entries: Vec<Entry>,
    /// An open table of hashes: where each key's entry is.
    slots: Vec<u32>,
    places: Vec<Place>,
    /// Spares an allocation a phrase while the table is filled.
    scratch: String,
}

/// A phrase of the text that the table knows.
#[derive(Clone, Copy, Debug)]
pub struct Match<'w> {
    /// The token after its last.
    pub end: usize,
    /// What is known of it.
    pub entry: &'w Entry,
}

impl Words {
    pub(super) fn with_room(phrases: usize) -> Self {
        let slots = (phrases * 2).next_power_of_two();
        Words {
            keys: String::with_capacity(phrases * 8),
            entries: Vec::with_capacity(phrases),
            slots: vec![FREE; slots],
            places: Vec::new(),
            scratch: String::new(),
        }
    }

    /// The entry of a key, that is a phrase that went through [`fold`].
    pub fn get(&self, key: &str) -> Option<&Entry> {
        self.entries.get(index_in(self.slots[self.slot(key).0]))
    }

    /// The classes of a key; empty where it is unknown.
    pub fn classes(&self, key: &str) -> Classes {
        self.get(key).map_or(Classes::default(), |entry| entry.classes)
    }

    /// The place that a name, or the country that a demonym, belongs to.
    pub fn place(&self, entry: &Entry) -> Option<&Place> {
        self.places.get((entry.place as usize).checked_sub(1)?)
    }

    /// "he" (`Some(true)`) or "she" for courtesy titles and roles that tell.
    pub fn is_male(&self, entry: &Entry) -> Option<bool> {
        match entry.gender {
            1 => Some(true),
            2 => Some(false),
            _ => None,
        }
    }

    /// The longest known phrase that begins at a token, of at least `least` tokens.
    ///
    /// ```text
    /// the Bank of England said
    ///     ^^^^^^^^^^^^^^^
    /// ```
    ///
    /// Phrases never run over a line's end. `scratch` spares an allocation a call.
    pub fn longest(
        &self,
        text: &str,
        tokens: &[Token],
        at: usize,
        least: usize,
        scratch: &mut String,
    ) -> Option<Match<'_>> {
        scratch.clear();
        fold(scratch, tokens[at].of(text));
        let first = self.get(scratch)?;
        self.longest_from(first, text, tokens, at, least, scratch)
    }

    /// The same, where the entry of the first word is at hand.
    pub fn longest_from<'w>(
        &'w self,
        first: &'w Entry,
        text: &str,
        tokens: &[Token],
        at: usize,
        least: usize,
        scratch: &mut String,
    ) -> Option<Match<'w>> {
        let mut best =
            (least <= 1 && !first.classes.is_empty()).then_some(Match { end: at + 1, entry: first });
        let most = (at + first.longest as usize).min(tokens.len());
        if at + 1 < most && first.seconds & beginning(tokens[at + 1].of(text)) == 0 {
            return best;
        }
        scratch.clear();
        if at + 1 < most {
            fold(scratch, tokens[at].of(text));
        }
        for next in at + 1..most {
            if tokens[next].starts_line {
                break;
            }
            let gap = TextRange::new(tokens[next - 1].end(), tokens[next].end());
            fold(scratch, gap.of(text));
            let found = self.get(scratch).filter(|entry| !entry.classes.is_empty());
            if let Some(entry) = found.filter(|_| next + 1 - at >= least) {
                best = Some(Match { end: next + 1, entry });
            }
        }
        best
    }

    pub(super) fn add_place(&mut self, place: Place) -> u32 {
        self.places.push(place);
        self.places.len() as u32
    }

    /// Adds a phrase; what was known of it stays, and the first place given wins.
    pub(super) fn add(&mut self, phrase: &str, classes: Classes, place: u32) {
        let mut key = std::mem::take(&mut self.scratch);
        key.clear();
        fold(&mut key, phrase);
        let capitals = phrase.len() > 1 && !phrase.bytes().any(|b| b.is_ascii_lowercase());
        let mut classes = classes;
        if capitals && classes.has(Classes::ORGANISATION) && !self.classes(&key).has(Classes::ORGANISATION) {
            classes = classes.and(Classes::CAPITALS_ONLY);
        }
        let entry = self.entry(&key);
        if !capitals && classes.has(Classes::ORGANISATION) {
            entry.classes = entry.classes.without(Classes::CAPITALS_ONLY);
        }
        entry.classes = entry.classes.and(classes);
        if entry.place == 0 {
            entry.place = place;
        }
        self.note_longer(&key);
        if let Some(rest) = key.strip_prefix("st. ") {
            let plain = format!("St {rest}");
            self.add(&plain, classes, place);
        }
        self.scratch = key;
    }

    pub(super) fn place_number(&self, entry: &Entry) -> u32 {
        entry.place
    }

    /// The place that was last given this name: of two Georgias the state, for states follow countries.
    pub(super) fn place_named(&self, name: &str) -> u32 {
        self.places.iter().rposition(|place| place.name == name).map_or(0, |place| place as u32 + 1)
    }

    /// Gives a place the name that English has for it.
    pub(super) fn rename_place(&mut self, place: u32, name: &'static str) {
        if let Some(place) = (place as usize).checked_sub(1).and_then(|at| self.places.get_mut(at)) {
            place.name = name;
        }
    }

    /// Another name for a place: it wins over what was known.
    pub(super) fn replace_place(&mut self, phrase: &str, place: u32) {
        let mut key = String::new();
        fold(&mut key, phrase);
        self.add(phrase, Classes::CITY.and(Classes::BIG_CITY), place);
        self.entry(&key).place = place;
    }

    pub(super) fn set_gender(&mut self, phrase: &str, male: bool) {
        let mut key = String::new();
        fold(&mut key, phrase);
        self.entry(&key).gender = if male { 1 } else { 2 };
    }

    /// Says whom a first name is mostly given to, where no table written by hand says so; a title has its own.
    pub(super) fn lean(&mut self, name: &str, male: bool) {
        let mut key = String::new();
        fold(&mut key, name);
        let entry = self.entry(&key);
        let titled = entry.classes.has(Classes::ROLE.and(Classes::HONORIFIC));
        if entry.gender == 0 && !titled {
            entry.gender = if male { 1 } else { 2 };
        }
    }

    /// Tells the first word of a phrase how far to look.
    fn note_longer(&mut self, key: &str) {
        let is_joint = |c: char| !c.is_alphanumeric() && !matches!(c, '.' | '\'');
        let possessive = |at: usize| at > 0 && key[at..].starts_with("'s");
        let mut letters = key.char_indices();
        let Some((cut, _)) = letters.find(|&(at, c)| is_joint(c) || c == '\'' && possessive(at)) else {
            return;
        };
        if cut == 0 {
            return;
        }
        let joints: usize = key
            .chars()
            .map(|c| match c {
                ' ' => 1,
                '\'' => 1,
                c if is_joint(c) => 2,
                _ => 0,
            })
            .sum();
        let longest = (joints + 1).min(12) as u8;
        let first = self.entry(&key[..cut]);
        first.longest = first.longest.max(longest);
        first.seconds |= beginning(key[cut..].trim_start_matches(' '));
    }

    fn entry(&mut self, key: &str) -> &mut Entry {
        let (mut slot, mut mark) = self.slot(key);
        if self.slots[slot] == FREE {
            if self.entries.len() * 10 >= self.slots.len() * 8 {
                self.grow();
                (slot, mark) = self.slot(key);
            }
            debug_assert!(self.entries.len() < INDEX as usize, "slots hold no more entries than INDEX");
            self.slots[slot] = mark | self.entries.len() as u32;
            let start = self.keys.len() as u32;
            self.keys.push_str(key);
            let length = key.len().min(255) as u8;
            self.entries.push(Entry { start, length, ..Entry::default() });
        }
        let index = index_in(self.slots[slot]);
        &mut self.entries[index]
    }

    fn grow(&mut self) {
        self.slots = vec![FREE; self.slots.len() * 2];
        for index in 0..self.entries.len() {
            let (slot, mark) = self.slot(self.key(&self.entries[index]));
            self.slots[slot] = mark | index as u32;
        }
    }

    fn key(&self, entry: &Entry) -> &str {
        let start = entry.start as usize;
        self.keys.get(start..start + entry.length as usize).unwrap_or_default()
    }

    /// Where a key stands, or the free slot where it would, and the mark it has there.
    fn slot(&self, key: &str) -> (usize, u32) {
        let mask = self.slots.len() - 1;
        let hash = quick_hash(key.as_bytes());
        let mark = hash & !INDEX;
        let mut slot = hash as usize & mask;
        loop {
            let found = self.slots[slot];
            let is_key = || self.entries.get(index_in(found)).is_some_and(|entry| self.key(entry) == key);
            if found == FREE || (found & !INDEX == mark && is_key()) {
                return (slot, mark);
            }
            slot = (slot + 1) & mask;
        }
    }
}

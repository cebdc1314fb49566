//! One table of all words and phrases that Galley knows, read once at start from where it lies laid out.

use super::classes::Classes;
use super::fold::fold;
use super::layout::{Block, place_in};
use super::places::Place;
use super::quick::quick_hash;
use crate::text::TextRange;
use crate::tokens::Token;

/// What is known of one phrase.
#[derive(Clone, Copy, Debug, Default)]
pub struct Entry {
    /// Where its key begins: in the table, or behind it where the table writes the phrase otherwise.
    start: u32,
    length: u8,
    /// The most tokens a phrase that begins with this word can have; 0 where none does.
    longest: u8,
    gender: u8,
    /// What may begin the second token of such a phrase, by the bits of [`beginning`].
    seconds: u32,
    /// What it is.
    pub classes: Classes,
    /// Its place's number, from 1 on; 0 where it has none.
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

/// The first word of a phrase of several; nothing where it is a word alone.
pub(super) fn first_word(key: &str) -> Option<&str> {
    let possessive = |at: usize| at > 0 && key[at..].starts_with("'s");
    let mut letters = key.char_indices();
    let (cut, _) = letters.find(|&(at, c)| is_joint(c) || c == '\'' && possessive(at))?;
    (cut > 0).then(|| &key[..cut])
}

/// Whether a sign is a token of its own.
fn is_joint(c: char) -> bool {
    !c.is_ascii_lowercase() && !c.is_alphanumeric() && !matches!(c, '.' | '\'')
}

/// All words and phrases, by key (see [`fold`]).
pub struct Words {
    /// The table as it is laid out, see [`super::layout`].
    table: &'static str,
    /// Keys of phrases that the table writes otherwise, with capitals or accents.
    folded: String,
    entries: Vec<Entry>,
    /// An open table of hashes: where each key's entry is.
    slots: Vec<u32>,
    /// The line of each place in the table, and the block that it lies in.
    places: Vec<(u32, u16)>,
    blocks: Vec<Block>,
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
    /// A table without words yet.
    pub(super) fn of(table: &'static str) -> Self {
        let lines = table.bytes().filter(|byte| *byte == b'\n').count();
        Words {
            table,
            folded: String::with_capacity(table.len() / 3),
            entries: Vec::with_capacity(lines + lines / 8),
            // A line makes an entry, and at most one more for the first of its words: some slots stay free.
            slots: vec![FREE; (lines * 5 / 2).next_power_of_two().max(4)],
            places: Vec::new(),
            blocks: Vec::new(),
        }
    }

    /// The entry of a key, that is a phrase that went through [`fold`].
    pub fn get(&self, key: &str) -> Option<&Entry> {
        self.entries.get(index_in(self.slots[self.slot(key.as_bytes()).0]))
    }

    /// The classes of a key; empty where it is unknown.
    pub fn classes(&self, key: &str) -> Classes {
        self.get(key).map_or(Classes::default(), |entry| entry.classes)
    }

    /// The place that a name, or the country that a demonym, belongs to.
    pub fn place(&self, entry: &Entry) -> Option<Place> {
        let &(line, block) = self.places.get((entry.place as usize).checked_sub(1)?)?;
        place_in(self.table.get(line as usize..)?, self.blocks.get(usize::from(block))?)
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

    /// Begins a block of lines.
    pub(super) fn begin(&mut self, block: Block) {
        self.blocks.push(block);
    }

    /// Notes that the line at `start` tells of a place, and gives its number.
    pub(super) fn add_place(&mut self, start: usize) -> u32 {
        self.places.push((start as u32, self.blocks.len().saturating_sub(1) as u16));
        self.places.len() as u32
    }

    /// Adds the phrase whose key the table writes at `start`.
    #[inline]
    pub(super) fn add(&mut self, start: usize, length: usize, block: &Block, place: u32) {
        let new = Entry {
            start: start as u32,
            length: length as u8,
            longest: 0,
            gender: block.gender,
            seconds: 0,
            classes: block.classes,
            place,
        };
        if let Some(known) = self.put(new) {
            // It began a phrase that was read before.
            *known = Entry { longest: known.longest, seconds: known.seconds, ..new };
        }
        if block.phrases {
            self.note_longer(start, length);
        }
    }

    /// Puts an entry where its key is to be found, unless there is one for the key: that one is given back.
    #[inline]
    fn put(&mut self, new: Entry) -> Option<&mut Entry> {
        let (slot, mark) = self.slot(self.key(&new));
        let found = self.slots[slot];
        if found != FREE {
            return self.entries.get_mut(index_in(found));
        }
        debug_assert!(self.entries.len() < INDEX as usize, "slots hold no more entries than INDEX");
        self.slots[slot] = mark | self.entries.len() as u32;
        self.entries.push(new);
        None
    }

    /// Adds a phrase that the table writes otherwise.
    pub(super) fn add_folded(&mut self, phrase: &str, block: &Block, place: u32) {
        let from = self.folded.len();
        fold(&mut self.folded, phrase);
        self.add(self.table.len() + from, self.folded.len() - from, block, place);
    }

    /// Tells the first word of a phrase how far to look.
    fn note_longer(&mut self, start: usize, length: usize) {
        let key = std::str::from_utf8(self.key_at(start, length)).unwrap_or_default();
        let Some(first) = first_word(key).map(str::len) else { return };
        let joints = key[first..].chars().map(|c| match c {
            ' ' | '\'' => 1,
            c if is_joint(c) => 2,
            _ => 0,
        });
        let apostrophes = key[..first].bytes().filter(|byte| *byte == b'\'').count();
        let longest = (apostrophes + joints.sum::<usize>() + 1).min(12) as u8;
        let second = beginning(key[first..].trim_start_matches(' '));
        let length = first as u8;
        let new = Entry { start: start as u32, length, longest, seconds: second, ..Entry::default() };
        if let Some(first) = self.put(new) {
            first.longest = first.longest.max(longest);
            first.seconds |= second;
        }
    }

    fn key(&self, entry: &Entry) -> &[u8] {
        self.key_at(entry.start as usize, entry.length.into())
    }

    fn key_at(&self, start: usize, length: usize) -> &[u8] {
        let (keys, start) = match start.checked_sub(self.table.len()) {
            None => (self.table, start),
            Some(start) => (self.folded.as_str(), start),
        };
        keys.as_bytes().get(start..start + length).unwrap_or_default()
    }

    /// Where a key stands, or the free slot where it would, and the mark it has there.
    fn slot(&self, key: &[u8]) -> (usize, u32) {
        let mask = self.slots.len() - 1;
        let hash = quick_hash(key);
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

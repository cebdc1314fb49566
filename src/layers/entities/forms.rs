//! The different words of an article, each looked up once however often it stands there, and common
//! ones not even once an article.

use super::tagger::words::{Word, look};
use crate::resources::{Classes, Entry, Words, checksum, fold, quick_hash, words};
use crate::text::{TextRange, mend};
use crate::tokens::{Token, TokenKind};
use std::borrow::Cow;
use std::cell::RefCell;

/// One word as it is written ("The" and "the" are two).
#[derive(Clone, Copy)]
pub struct Form {
    /// A token that is this word.
    pub token: u32,
    /// What the tables have under its key.
    pub entry: Option<&'static Entry>,
    /// A number for its key (FNV-1a): two keys of one article practically never share it.
    pub number: u64,
    /// As the tagger sees it, but for its class.
    pub look: Word,
}

impl Form {
    /// What the tables know of the word.
    pub fn classes(&self) -> Classes {
        self.entry.map_or(Classes::default(), |entry| entry.classes)
    }
}

/// All words of an article.
pub struct Forms {
    /// The different ones, in the order of the text.
    pub list: Vec<Form>,
    /// For each token its place in `list`.
    pub of: Vec<u32>,
}

/// Words of earlier articles, each in the one slot that its hash tells, the latest there.
///
/// What is known of a word never changes, so no result depends on what is remembered.
struct Memory(Vec<Option<Remembered>>);

/// Slots of a [`Memory`]: most words of a news story are among the 4,096 seen last.
const REMEMBERED: usize = 4096;

/// Longer words are not remembered.
const LONGEST: usize = 23;

struct Remembered {
    length: u8,
    letters: [u8; LONGEST],
    form: Form,
}

thread_local! {
    static MEMORY: RefCell<Memory> = RefCell::new(Memory((0..REMEMBERED).map(|_| None).collect()));
}

impl Memory {
    /// The form of a word, where it is remembered.
    fn known(&self, hash: u32, word: &str) -> Option<&Form> {
        let known = self.0[hash as usize % REMEMBERED].as_ref();
        known
            .filter(|known| known.letters[..known.length.into()] == *word.as_bytes())
            .map(|known| &known.form)
    }

    /// The form of a word, as `make` makes it where it is not remembered.
    fn form(&mut self, hash: u32, word: &str, make: impl FnOnce() -> Form) -> Form {
        if let Some(known) = self.known(hash, word) {
            return *known;
        }
        let form = make();
        let slot = &mut self.0[hash as usize % REMEMBERED];
        let mut letters = [0; LONGEST];
        if let Some(room) = letters.get_mut(..word.len()) {
            room.copy_from_slice(word.as_bytes());
            *slot = Some(Remembered { length: word.len() as u8, letters, form });
        }
        form
    }
}

/// How a token looks, all but its class: remembered where an article had the word lately.
pub fn look_at(text: &str, token: &Token) -> Word {
    let word = token.of(text);
    // A word with other signs may have been mended before it was looked at.
    let as_written = token.kind == TokenKind::Word && word.bytes().all(|byte| byte.is_ascii_graphic());
    let known = || {
        let hash = quick_hash(word.as_bytes());
        MEMORY.with_borrow(|memory| memory.known(hash, word).map(|form| form.look))
    };
    as_written.then(known).flatten().unwrap_or_else(|| look(text, token))
}

impl Forms {
    /// Numbers the words of a text.
    pub fn read(text: &str, tokens: &[Token]) -> Self {
        MEMORY.with_borrow_mut(|memory| Self::read_with(memory, text, tokens))
    }

    fn read_with(memory: &mut Memory, text: &str, tokens: &[Token]) -> Self {
        let table = words();
        let mut forms = Forms { list: Vec::new(), of: Vec::with_capacity(tokens.len()) };
        let mut slots = vec![u32::MAX; (tokens.len() * 2).next_power_of_two().max(16)];
        let mut key = String::new();
        for (at, token) in tokens.iter().enumerate() {
            let word = token.of(text);
            let hash = quick_hash(word.as_bytes());
            let slot = forms.slot(text, tokens, &slots, hash, word);
            if slots[slot] == u32::MAX {
                slots[slot] = forms.list.len() as u32;
                let mut make = || form(table, text, token, &mut key);
                // A word alone tells how it looks; of a sign its neighbours may.
                let form = if token.kind == TokenKind::Word { memory.form(hash, word, make) } else { make() };
                forms.list.push(Form { token: at as u32, ..form });
            }
            forms.of.push(slots[slot]);
        }
        forms
    }

    /// The word of a token.
    pub fn at(&self, token: usize) -> &Form {
        &self.list[self.of[token] as usize]
    }

    /// Where a word stands among the slots, or the free one where it would.
    fn slot(&self, text: &str, tokens: &[Token], slots: &[u32], hash: u32, word: &str) -> usize {
        let mask = slots.len() - 1;
        let mut slot = hash as usize & mask;
        while let Some(form) = self.list.get(slots[slot] as usize) {
            if tokens[form.token as usize].of(text) == word {
                break;
            }
            slot = (slot + 1) & mask;
        }
        slot
    }
}

fn form(table: &'static Words, text: &str, token: &Token, key: &mut String) -> Form {
    match mend(token.of(text)) {
        Cow::Borrowed(_) => form_as_written(table, text, token, key),
        // "As-\nante" is looked up as "Asante".
        Cow::Owned(whole) => {
            let token = Token { range: TextRange::new(0, whole.len()), ..*token };
            form_as_written(table, &whole, &token, key)
        }
    }
}

fn form_as_written(table: &'static Words, text: &str, token: &Token, key: &mut String) -> Form {
    let mut form = Form { token: 0, entry: None, number: 0, look: look(text, token) };
    if matches!(token.kind, TokenKind::Word | TokenKind::Number) {
        key.clear();
        fold(key, token.of(text));
        (form.entry, form.number) = (table.get(key), checksum(key.as_bytes()));
    }
    form
}

//! The different words of an article, each looked up once however often it stands there.

use crate::resources::{Classes, Entry, Words, checksum, fold, quick_hash, words};
use crate::tokens::{Token, TokenKind};

/// One word as it is written ("The" and "the" are two).
#[derive(Clone, Copy)]
pub struct Form {
    /// A token that is this word.
    pub token: u32,
    /// What the tables have under its key.
    pub entry: Option<&'static Entry>,
    /// A number for its key (FNV-1a): two keys of one article practically never share it.
    pub number: u64,
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

impl Forms {
    /// Numbers the words of a text.
    pub fn read(text: &str, tokens: &[Token]) -> Self {
        let table = words();
        let mut forms = Forms { list: Vec::new(), of: Vec::with_capacity(tokens.len()) };
        let mut slots = vec![u32::MAX; (tokens.len() * 2).next_power_of_two().max(16)];
        let mut key = String::new();
        for (at, token) in tokens.iter().enumerate() {
            let word = token.of(text);
            let slot = forms.slot(text, tokens, &slots, word);
            if slots[slot] == u32::MAX {
                slots[slot] = forms.list.len() as u32;
                forms.list.push(form(table, at, token, word, &mut key));
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
    fn slot(&self, text: &str, tokens: &[Token], slots: &[u32], word: &str) -> usize {
        let mask = slots.len() - 1;
        let mut slot = quick_hash(word.as_bytes()) as usize & mask;
        while let Some(form) = self.list.get(slots[slot] as usize) {
            if tokens[form.token as usize].of(text) == word {
                break;
            }
            slot = (slot + 1) & mask;
        }
        slot
    }
}

fn form(table: &'static Words, at: usize, token: &Token, word: &str, key: &mut String) -> Form {
    if !matches!(token.kind, TokenKind::Word | TokenKind::Number) {
        return Form { token: at as u32, entry: None, number: 0 };
    }
    key.clear();
    fold(key, word);
    Form { token: at as u32, entry: table.get(key), number: checksum(key.as_bytes()) }
}

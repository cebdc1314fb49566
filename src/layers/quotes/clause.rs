//! Sentences as the finder of reports reads them: words and signs, with each quotation one atom.

use super::marks::Quoted;
use super::words::{self, Class, Entry};
use crate::sentences::Sentence;
use crate::text::TextRange;
use crate::tokens::{Token, TokenKind};

/// A word, a sign, or a whole quotation.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    /// Where it stands.
    pub range: TextRange,
    /// Which quotation it is, if one.
    pub quoted: Option<usize>,
    /// What it is made of; quotations count as [`TokenKind::Quote`].
    pub kind: TokenKind,
    /// Begins with a capital.
    pub capital: bool,
    /// What the tables say of it.
    pub entry: Entry,
    /// The first of its sentence.
    pub begins: bool,
    /// The first of its paragraph.
    pub begins_paragraph: bool,
}

/// The small words of grammar, which name nothing.
const SMALL: Class = words::DET
    | words::POSSESSIVE
    | words::PREPOSITION
    | words::CONJUNCTION
    | words::SUBORDINATE
    | words::AUXILIARY
    | words::NEGATION
    | words::ADVERB
    | words::SUBJECT
    | words::OBJECT
    | words::RELATIVE
    | words::WH;

impl Item {
    /// Whether it has one of these jobs.
    pub fn is(&self, class: Class) -> bool {
        self.entry.class & class != 0
    }

    /// A word that is none of the small ones.
    pub fn is_plain_word(&self) -> bool {
        self.kind == TokenKind::Word && self.quoted.is_none() && !self.is(SMALL)
    }

    /// A capital word that is no small one; "May" and "Will" among names are left out.
    pub fn is_name(&self) -> bool {
        self.kind == TokenKind::Word && self.capital && !self.is(SMALL)
    }
}

/// All items of a text.
pub fn items(
    text: &str,
    tokens: &[Token],
    sentences: &[Sentence],
    quoted: &[Quoted],
    starts: &[usize],
) -> Vec<Item> {
    let mut items = Vec::with_capacity(tokens.len());
    let mut next_quoted = quoted.iter().enumerate().peekable();
    let mut next_sentence = sentences.iter().peekable();
    let mut next_start = starts.iter().peekable();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let mut begins = false;
        while next_sentence.next_if(|s| s.tokens.start <= at).is_some() {
            begins = true;
        }
        while next_start.next_if(|start| **start <= token.start()).is_some() {
            begins = true;
        }
        let (capital, begins_paragraph) = (token.capital, token.starts_line);
        if let Some((index, piece)) = next_quoted.next_if(|(_, piece)| piece.first <= at) {
            let capital = tokens.get(at + 1).is_some_and(|t| t.capital);
            items.push(Item {
                range: piece.range,
                quoted: Some(index),
                kind: TokenKind::Quote,
                capital,
                entry: Entry::default(),
                begins: begins || begins_paragraph,
                begins_paragraph,
            });
            at = piece.last.max(at + 1);
            // A sentence that ended inside is over; one that begins with the next token still counts.
            while next_sentence.next_if(|s| s.tokens.start < at).is_some() {}
            continue;
        }
        let entry = match token.kind {
            // "Theresa May": a name goes on.
            TokenKind::Word
                if capital
                    && !begins
                    && is_also_name(token.of(text))
                    && items.last().is_some_and(Item::is_name) =>
            {
                Entry::default()
            }
            TokenKind::Word => words::look_up(token.of(text)),
            // "He’s claiming": no possessive after a pronoun.
            TokenKind::Possessive
                if items
                    .last()
                    .is_some_and(|i: &Item| i.is(words::SUBJECT | words::RELATIVE | words::WH)) =>
            {
                Entry { class: words::BE, ..Entry::default() }
            }
            _ => Entry::default(),
        };
        items.push(Item {
            range: token.range,
            quoted: None,
            kind: token.kind,
            capital,
            entry,
            begins: begins || begins_paragraph,
            begins_paragraph,
        });
        at += 1;
    }
    calm_capitals(text, &mut items);
    items
}

/// In copy that is all capitals a cue verb's capital means nothing.
fn calm_capitals(text: &str, items: &mut [Item]) {
    for line in items.chunk_by_mut(|_, next| !next.begins_paragraph) {
        let Some(range) = line.first().zip(line.last()).map(|(a, b)| a.range.cover(b.range)) else {
            continue;
        };
        if range.of(text).contains(char::is_lowercase) {
            continue;
        }
        for item in line.iter_mut().filter(|item| item.entry.verb.is_some()) {
            item.capital = false;
        }
    }
}

/// Helping verbs and months that are names as well.
fn is_also_name(word: &str) -> bool {
    matches!(word, "May" | "Will" | "April" | "June" | "August")
}

/// One sentence's items, and the text to read them in.
#[derive(Clone, Copy)]
pub struct Clause<'t> {
    /// The article.
    pub text: &'t str,
    /// All items of the article.
    pub items: &'t [Item],
    /// The sentence's first item.
    pub from: usize,
    /// The item after its last.
    pub to: usize,
}

impl<'t> Clause<'t> {
    /// The item at a place, if it lies in this sentence.
    pub fn get(&self, at: usize) -> Option<&'t Item> {
        self.items.get(at).filter(|_| self.from <= at && at < self.to)
    }

    /// The words of an item; nothing outside the sentence.
    pub fn word(&self, at: usize) -> &'t str {
        self.get(at).map_or("", |item| item.range.of(self.text))
    }

    /// Whether the word at a place is this one, whatever its case.
    pub fn word_is(&self, at: usize, word: &str) -> bool {
        self.get(at).is_some_and(|item| {
            item.range.len() == word.len() && item.range.of(self.text).eq_ignore_ascii_case(word)
        })
    }

    /// Whether an item has one of these jobs.
    pub fn is(&self, at: usize, class: Class) -> bool {
        self.get(at).is_some_and(|item| item.is(class))
    }

    /// Which quotation stands at a place.
    pub fn quoted(&self, at: usize) -> Option<usize> {
        self.get(at)?.quoted
    }

    /// A comma, a dash or an opening bracket, or a quotation that ends as words before their speaker do.
    pub fn comma_before(&self, at: usize) -> bool {
        if at <= self.from {
            return false;
        }
        // "The dam will hold,” Marlow said": a mark that nothing opened counts for nothing.
        let stray = self.items[at - 1].kind == TokenKind::Quote && self.quoted(at - 1).is_none();
        let sign = if stray { at.saturating_sub(2).max(self.from) } else { at - 1 };
        let signs = matches!(self.word(sign), "," | "–" | "—" | "--" | "―" | "-" | "(");
        signs || self.is_complete(at - 1)
    }

    /// A quotation that ends in a comma, a stop or a dash, or that opens the sentence.
    pub fn is_complete(&self, at: usize) -> bool {
        let ended = |c: char| matches!(c, ',' | '.' | '?' | '!' | '–' | '—' | '-' | '…');
        self.last_sign(at).is_some_and(|sign| at == self.from || ended(sign))
    }

    /// The last sign of a quotation before its closing mark.
    pub fn last_sign(&self, at: usize) -> Option<char> {
        self.quoted(at)?;
        let inner = self.word(at).trim_end_matches(crate::tokens::is_quote_mark);
        inner.chars().next_back()
    }

    /// From one item to another, without signs at either end.
    pub fn range(&self, from: usize, to: usize) -> Option<TextRange> {
        let (mut from, mut to) = (from.max(self.from), to.min(self.to));
        let is_edge = |at: usize| {
            matches!(
                self.word(at),
                "," | "." | ":" | ";" | "–" | "—" | "--" | "―" | "-" | "..." | "…" | "?" | "!"
            )
        };
        while from < to && is_edge(from) {
            from += 1;
        }
        while from < to && is_edge(to - 1) && !matches!(self.word(to - 1), "?" | "!") {
            to -= 1;
        }
        (from < to).then(|| self.items[from].range.cover(self.items[to - 1].range))
    }
}

/// No sentence of a newspaper is longer; a line without a full stop is cut, so that reading stays linear.
const LONGEST: usize = 400;

/// The sentences as ranges of items.
pub fn clauses<'t>(text: &'t str, items: &'t [Item]) -> Vec<Clause<'t>> {
    let mut clauses = Vec::new();
    let mut from = 0;
    for at in 1..=items.len() {
        if at == items.len() || items[at].begins || at - from >= LONGEST {
            clauses.push(Clause { text, items, from, to: at });
            from = at;
        }
    }
    if items.is_empty() { Vec::new() } else { clauses }
}

//! What the models see of a sentence.

use super::atoms::Atom;
use super::table::ADDRESS_BITS;
use super::tags::Tag;
use crate::layers::entities::forms;
use crate::layers::entities::tagger::words::{Word, step};
use crate::text::TextRange;
use crate::tokens::{Token, TokenKind};

/// One atom of a sentence, as the models see it.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen {
    /// Its form, endings and shape.
    pub word: Word,
    /// What it is in the sentence.
    pub tag: Tag,
    /// A sign or a quotation, whose tag is known beforehand.
    pub fixed: bool,
}

/// Looks at the atoms of one sentence. `class_of` tells which words are used alike.
pub fn look(text: &str, atoms: &[Atom], class_of: &dyn Fn(u32) -> u16) -> Vec<Seen> {
    let mut seen: Vec<Seen> = atoms.iter().map(|atom| look_at(text, atom, class_of)).collect();
    // In copy that is all capitals a capital means nothing.
    if seen.iter().all(|seen| !seen.word.is_word || seen.word.all_capitals) {
        for seen in &mut seen {
            (seen.word.capital, seen.word.shape) = (false, 0);
        }
    }
    seen
}

fn look_at(text: &str, atom: &Atom, class_of: &dyn Fn(u32) -> u16) -> Seen {
    if atom.quoted.is_some() {
        let tag = if is_complete(atom.range.of(text)) { Tag::Quotation } else { Tag::Fragment };
        let word = Word { lower: tag as u32, exact: tag as u32, shape: 1, ..Word::default() };
        return Seen { word, tag, fixed: true };
    }
    let token = Token {
        range: atom.range,
        kind: atom.kind,
        capital: atom.capital,
        starts_line: false,
        spaced: atom.spaced,
    };
    let mut word = forms::look_at(text, &token);
    word.class = class_of(word.lower);
    let sign = matches!(atom.kind, TokenKind::Sign | TokenKind::Quote);
    let symbol = matches!(atom.range.of(text), "$" | "%" | "&" | "#" | "+" | "=" | "@" | "/");
    let tag = if sign && !symbol { Tag::Sign } else { Tag::default() };
    Seen { word, tag, fixed: tag == Tag::Sign }
}

/// A quotation that ends as words before their speaker do.
fn is_complete(quotation: &str) -> bool {
    let inner = quotation.trim_end_matches(crate::tokens::is_quote_mark);
    inner.ends_with([',', '.', '?', '!', '–', '—', '-', '…'])
}

/// The signs between two words, as bits.
pub fn sign_bits(text: &str, range: TextRange, spaced: bool) -> u8 {
    match range.of(text) {
        "," => 1,
        "-" if !spaced => 2,
        "–" | "—" | "--" | "―" | "-" => 4,
        ":" | ";" => 8,
        "(" | "[" => 16,
        ")" | "]" => 32,
        "." | "?" | "!" | "…" | "..." => 64,
        _ => 128,
    }
}

/// Gathers the addresses of features, each under the number of its rule.
pub struct Rules<F> {
    rule: u32,
    each: F,
}

impl<F: FnMut(u32)> Rules<F> {
    /// Tells each address to `each`.
    pub fn new(each: F) -> Self {
        Rules::after(0, each)
    }

    /// The same, where so many rules went before.
    pub fn after(rule: u32, each: F) -> Self {
        Rules { rule, each }
    }

    /// One feature: what the next rule sees.
    pub fn see<const N: usize>(&mut self, values: [u32; N]) {
        self.rule += 1;
        let hash = values
            .into_iter()
            .fold(step(0x811c_9dc5, self.rule), |hash, value| step(hash, value).wrapping_mul(0x85eb_ca6b));
        let mixed = (hash ^ hash >> 15).wrapping_mul(0x9e37_79b1);
        (self.each)(mixed >> (32 - ADDRESS_BITS));
    }
}

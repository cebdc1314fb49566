//! What is known of one token, and of one word of the article.

use crate::resources::Classes;

/// One token, read.
#[derive(Clone, Copy, Default)]
pub(super) struct Mark {
    /// What the tables know of the word.
    pub classes: Classes,
    /// First word of a sentence, a line, a quotation, or after a colon.
    pub opens: bool,
    /// First token of a sentence.
    pub starts_sentence: bool,
    /// Every letter is a capital, and there are at least two.
    pub capitals: bool,
    /// Part of a date, a time or a dateline; or of a handle.
    pub taken: bool,
    /// Part of a handle ("@ada_quist"), or the mark of a message that is passed on ("RT @ada_quist").
    pub handle: bool,
    /// Names the same word everywhere in the article.
    pub word: u64,
}

/// How often a word of the article stands in lower case, and with a capital inside a sentence. Where all is
/// in capitals, words count that no table knows and that are somewhere led as names are.
#[derive(Clone, Copy, Default)]
pub(super) struct Uses {
    pub lower: u32,
    pub capital: u32,
    /// Of `capital`, how often in lines all in capitals.
    pub loud: u32,
}

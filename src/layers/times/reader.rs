//! A window on one sentence, for the parsers: what stands at a token, before and after it.

use super::word::Word;
use crate::document::meaning::{At, Detail, Meaning};
use crate::text::TextRange;
use crate::tokens::{Token, TokenKind};

/// One sentence being read. Asking outside it is safe and finds nothing.
pub struct Reader<'a> {
    /// The article.
    pub text: &'a str,
    /// All its tokens.
    pub tokens: &'a [Token],
    /// What each could mean.
    pub words: &'a [Word],
    /// The first token that may be used.
    pub from: usize,
    /// The token after the last.
    pub to: usize,
    /// Whether "May" is somebody's name in this article.
    pub may_is_a_name: bool,
    /// Whether the article writes the day first in figures ("13/02/2025").
    pub day_first: bool,
}

/// An expression that was read: its tokens and what it says.
#[derive(Clone, Debug)]
pub struct Found {
    /// First token.
    pub from: usize,
    /// The token after the last.
    pub to: usize,
    /// What it says.
    pub meaning: Meaning,
}

impl Found {
    /// A point or stretch of the calendar over these tokens.
    pub fn at(from: usize, to: usize, at: At) -> Found {
        Found { from, to, meaning: Meaning::At(at) }
    }

    /// The calendar point, where it is one that is meant as a whole.
    pub fn whole(&self) -> Option<At> {
        match self.meaning {
            Meaning::At(at) if at.detail == Detail::Whole => Some(at),
            _ => None,
        }
    }
}

impl<'a> Reader<'a> {
    fn holds(&self, at: usize) -> bool {
        self.from <= at && at < self.to
    }

    /// What the token could mean.
    pub fn word(&self, at: usize) -> Word {
        if self.holds(at) { self.words[at] } else { Word::Other }
    }

    /// The token itself.
    pub fn token(&self, at: usize) -> Option<&'a Token> {
        self.tokens.get(at).filter(|_| self.holds(at))
    }

    /// Its characters; nothing outside the sentence.
    pub fn text_at(&self, at: usize) -> &'a str {
        self.token(at).map_or("", |token| token.of(self.text))
    }

    /// Whether it is this word, in any case.
    pub fn is(&self, at: usize, word: &str) -> bool {
        self.text_at(at).eq_ignore_ascii_case(word)
    }

    /// Whether it is one of these words, in any case.
    pub fn any(&self, at: usize, words: &[&str]) -> bool {
        let text = self.text_at(at);
        words.iter().any(|word| text.eq_ignore_ascii_case(word))
    }

    /// The token before, `n` steps back; one outside the sentence where there is none.
    pub fn back(&self, at: usize, n: usize) -> usize {
        at.checked_sub(n).unwrap_or(usize::MAX)
    }

    /// Whether the token is a hyphen or dash.
    pub fn dash(&self, at: usize) -> bool {
        matches!(self.text_at(at), "-" | "–" | "—" | "--")
    }

    /// Whether no white space stands before the token.
    pub fn joined(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| !token.spaced)
    }

    /// Whether the token is a hyphen or dash with no white space around it.
    pub fn hyphen(&self, at: usize) -> bool {
        self.dash(at) && self.joined(at) && self.joined(at + 1)
    }

    /// Whether it begins with a capital.
    pub fn capital(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.capital)
    }

    /// Whether it is a word without a capital.
    pub fn small_word(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == TokenKind::Word && !token.capital)
    }

    /// Whether it is a word with a capital.
    pub fn capital_word(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.kind == TokenKind::Word && token.capital)
    }

    /// Where the tokens stand.
    pub fn range(&self, from: usize, to: usize) -> TextRange {
        self.tokens[from].range.cover(self.tokens[to - 1].range)
    }
}

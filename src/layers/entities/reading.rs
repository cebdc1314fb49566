//! What every token is, looked up once: its classes, how it is written, and where it stands.

use super::forms::Forms;
use super::lines::{Line, LineKind};
use super::mark::{Mark, Uses};
use crate::resources::{Classes, QuickMap, Words, fold};
use crate::text::{TextRange, mend};
use crate::tokens::{Token, TokenKind};
use std::borrow::Cow;
use std::ops::Range;

/// Verbs of speech that stand before their speaker at the head of a sentence.
const SPEECH: [&str; 24] = [
    "Said",
    "Says",
    "Asked",
    "Asks",
    "Added",
    "Adds",
    "Replied",
    "Replies",
    "Answered",
    "Continued",
    "Explained",
    "Explains",
    "Recalled",
    "Recalls",
    "Warned",
    "Warns",
    "Wrote",
    "Writes",
    "Noted",
    "Notes",
    "Told",
    "Tells",
    "Insisted",
    "Argued",
];

/// Verbs of speech as lines in capitals write them.
pub(super) const LOUD_SPEECH: [&str; 14] = [
    "SAID", "SAYS", "TOLD", "TELLS", "ADDED", "ADDS", "ASKED", "ASKS", "WARNED", "WARNS", "VOWED", "VOWS",
    "INSISTED", "REPLIED",
];

/// An article's tokens, read.
pub(super) struct Reading<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token],
    pub forms: &'a Forms,
    pub marks: Vec<Mark>,
    pub lines: Vec<Line>,
    pub words: &'static Words,
    /// The article reports on matches.
    pub sport: bool,
    /// The place or places of the dateline.
    pub dateline: Option<TextRange>,
    pub uses: QuickMap<u64, Uses>,
}

impl<'a> Reading<'a> {
    /// The characters of a token.
    pub fn of(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.of(self.text))
    }

    /// The classes of a token's word; none past the ends.
    pub fn classes(&self, at: usize) -> Classes {
        self.marks.get(at).map_or(Classes::default(), |mark| mark.classes)
    }

    /// The range from one token to the last before `end`.
    pub fn range(&self, tokens: Range<usize>) -> TextRange {
        let first = self.tokens[tokens.start].range;
        first.cover(self.tokens[tokens.end.max(tokens.start + 1) - 1].range)
    }

    /// A word with a capital.
    pub fn is_capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word && token.capital)
    }

    /// "Said Ann Marlow: “…”": a verb of speech that opens a sentence, no name of hers. "Said" is
    /// a man's name as well: it is the verb where words follow in marks or after a colon, and
    /// nothing else speaks.
    pub fn opens_with_speech(&self, at: usize) -> bool {
        let verb = self.marks.get(at).is_some_and(|mark| mark.opens) && SPEECH.contains(&self.of(at));
        if !verb || !self.is_capital(at + 1) || self.of(at) != "Said" {
            return verb && self.is_capital(at + 1);
        }
        let rest =
            (at + 1..self.tokens.len().min(at + 30)).take_while(|&next| !self.marks[next].starts_sentence);
        let sign = |next: &usize| {
            let word = self.of(*next);
            word == ":"
                || self.tokens[*next].kind == TokenKind::Quote
                || matches!(word, "said" | "told" | "says")
        };
        let first = rest.into_iter().find(sign);
        self.uses(at).capital == 0 && first.is_some_and(|next| self.tokens[next].kind != TokenKind::Word)
    }

    /// "MAHAMA" in a text all in capitals, where it is somewhere led as names are.
    pub fn is_named_in_capitals(&self, at: usize) -> bool {
        self.uses(at).capital > 0 && self.line_of(at) == LineKind::Capitals
    }

    /// "SAID": a verb of speech in capitals. "Said" is a man's name as well, "SAID" seldom is.
    pub fn is_loud_speech(&self, at: usize) -> bool {
        self.marks.get(at).is_some_and(|mark| mark.capitals) && LOUD_SPEECH.contains(&self.of(at))
    }

    /// How the line of a token is written.
    pub fn line_of(&self, at: usize) -> LineKind {
        self.line(at).map_or(LineKind::Sentences, |line| line.kind)
    }

    /// The first token of a token's line.
    pub fn line_start(&self, at: usize) -> usize {
        self.line(at).map_or(at, |line| line.tokens.start)
    }

    fn line(&self, at: usize) -> Option<&Line> {
        self.lines.get(self.lines.partition_point(|line| line.tokens.end <= at))
    }

    /// What stands between two positions, one blank for several; none where a line begins there that
    /// does not go on with the one before.
    pub fn gap(&self, from: usize, to: usize) -> Option<Cow<'a, str>> {
        let words = self.text.get(from..to)?;
        let is_odd = |c: char| c.is_whitespace() && c != ' ';
        if !words.contains(is_odd) && !words.contains("  ") {
            return Some(Cow::Borrowed(words));
        }
        let first = self.tokens.partition_point(|token| token.start() < from);
        let inside = self.tokens[first..].iter().take_while(|token| token.start() <= to);
        if inside.into_iter().any(|token| token.starts_line) {
            return None;
        }
        let mut gap = String::with_capacity(words.len());
        for c in words.chars() {
            match c.is_whitespace() {
                true if gap.ends_with(' ') => {}
                true => gap.push(' '),
                false => gap.push(c),
            }
        }
        Some(Cow::Owned(gap))
    }

    /// How the word of a token is used in the whole article.
    pub fn uses(&self, at: usize) -> Uses {
        self.marks.get(at).map_or(Uses::default(), |mark| self.uses_of(mark.word))
    }

    /// How a word is used in the whole article, by its number.
    pub fn uses_of(&self, word: u64) -> Uses {
        self.uses.get(&word).copied().unwrap_or_default()
    }
}

/// A number for a word (FNV-1a): two words of one article practically never share it.
pub(super) fn number(key: &str) -> u64 {
    crate::resources::checksum(key.as_bytes())
}

/// A number for a name: the same without accents and capitals, and where a line's end cuts it.
pub(super) fn key_of(words: &str) -> u64 {
    let mut key = String::with_capacity(words.len());
    fold(&mut key, words);
    number(&key)
}

/// The number of a name's last words, where it has more.
pub(super) fn key_of_last(words: &str, count: usize) -> Option<u64> {
    let words = mend(words);
    let words: Vec<&str> = words.split_whitespace().collect();
    let rest = words.len().checked_sub(count).filter(|&rest| rest > 0)?;
    Some(key_of(&words[rest..].join(" ")))
}

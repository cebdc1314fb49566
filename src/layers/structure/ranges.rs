//! Ranges of the text, and the tokens in them.

use crate::text::{TextRange, is_invisible};
use crate::tokens::Token;

/// From the first to the last token, with the marks that take no room (direction marks) beside them.
pub(super) fn whole_lines(text: &str, words: &[Token]) -> TextRange {
    let (first, last) = (words[0].start(), words[words.len() - 1].end());
    let invisible = |c: &char| is_invisible(*c) && !c.is_whitespace();
    let before = text[..first].chars().rev().take_while(invisible).map(char::len_utf8).sum::<usize>();
    let after = text[last..].chars().take_while(invisible).map(char::len_utf8).sum::<usize>();
    TextRange::new(first - before, last + after)
}

/// The tokens of a range of whole tokens.
pub fn tokens_of(tokens: &[Token], range: TextRange) -> &[Token] {
    let from = tokens.partition_point(|token| token.start() < range.start());
    let to = tokens.partition_point(|token| token.end() <= range.end());
    tokens.get(from..to).unwrap_or_default()
}

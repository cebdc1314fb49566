//! Words that a hyphen cuts at a line's end.

use crate::resources::{Classes, fold, words};
use crate::text::is_cut as ends_cut;
use crate::tokens::{Token, TokenKind};

/// Whether the token that opens a line goes on with the word before it.
///
/// ```text
/// Kwame As-        and Ada Sato-      in Paris -
/// ante came        Lund came          two boys
///   yes              yes                no
/// ```
pub(super) fn is_cut(text: &str, tokens: &[Token], at: usize) -> bool {
    let Some([.., last]) = tokens.get(..at).filter(|before| !before.is_empty()) else { return false };
    let is_word = |at: usize| tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word);
    if !is_word(at) && tokens.get(at).is_none_or(|token| token.kind != TokenKind::Number) {
        return false;
    }
    match last.kind {
        TokenKind::Word => last.of(text).ends_with('\u{ad}'),
        TokenKind::Sign if !last.spaced && at > 1 && is_word(at - 2) => ends_cut(&text[..last.end()]),
        _ => false,
    }
}

/// Makes one token of each word that is cut before one of these tokens, each the first of its line and named once,
/// in order.
///
/// "Minis-" and "try" are one word. "Sato-" and "Lund", "Paris-" and "based" keep their hyphen: it is as
/// tight as within a line.
pub(super) fn mend(text: &str, tokens: &mut Vec<Token>, firsts: &[usize]) {
    let cut: Vec<usize> = firsts.iter().copied().filter(|&at| is_cut(text, tokens, at)).collect();
    let mut gone = Vec::new();
    for &at in cut.iter().rev() {
        let hyphen = usize::from(tokens[at - 1].kind == TokenKind::Sign);
        let first = at - 1 - hyphen;
        let apart = tokens[at].kind != TokenKind::Word || tokens[at].capital;
        if hyphen == 1 && (apart || is_compound(tokens[first].of(text), tokens[at].of(text))) {
            tokens[at].spaced = false;
            continue;
        }
        tokens[first].range = tokens[first].range.cover(tokens[at].range);
        gone.extend(first + 1..=at);
    }
    if gone.is_empty() {
        return;
    }
    gone.sort_unstable();
    let (mut at, mut gone) = (0, gone.into_iter().peekable());
    tokens.retain(|_| {
        at += 1;
        gone.next_if_eq(&(at - 1)).is_none()
    });
}

/// "Paris-based", "Well-known": two words that a hyphen joins anyway, and no word that we know without it.
fn is_compound(first: &str, second: &str) -> bool {
    let mut key = String::new();
    let mut classes = |word: &[&str]| {
        key.clear();
        word.iter().for_each(|part| fold(&mut key, part));
        words().classes(&key)
    };
    let (whole, before, after) = (classes(&[first, second]), classes(&[first]), classes(&[second]));
    let named = !before.without(Classes::COMMON).is_empty();
    whole.is_empty()
        && after.has(Classes::COMMON)
        && (named || (before.has(Classes::COMMON) && first.len() > 2))
}

//! Handles of messages, which are no names.

use super::mark::Mark;
use crate::tokens::{Token, TokenKind};

/// Handles and the "RT" before them are no names: they say where a message goes.
///
/// ```text
/// RT @ada_quist: Lytton is flooded. RT said on Monday …
/// ^^^^^^^^^^^^^                     (the broadcaster)
/// ```
pub(super) fn take(text: &str, tokens: &[Token], marks: &mut [Mark]) {
    let is = |at: usize, word: &str| tokens.get(at).is_some_and(|token| token.of(text) == word);
    for at in 0..tokens.len() {
        let speaks = || {
            ["said", "says", "reported", "told", "has", "had", "is", "was", "will"]
                .iter()
                .any(|verb| is(at + 1, verb))
        };
        let passes_on = is(at, "RT")
            && !speaks()
            && (is(at + 1, "@")
                || is(at + 1, "if")
                || tokens[at].starts_line && line_has_handle(text, &tokens[at + 1..]));
        if passes_on {
            (marks[at].taken, marks[at].handle) = (true, true);
        }
        if !is(at, "@") {
            continue;
        }
        let glued = |token: &&Token| {
            let letters = matches!(token.kind, TokenKind::Word | TokenKind::Number);
            !token.spaced && (letters || token.of(text).starts_with('_'))
        };
        for offset in 1..=tokens[at + 1..].iter().take_while(glued).count() {
            (marks[at + offset].taken, marks[at + offset].handle) = (true, true);
        }
    }
}

fn line_has_handle(text: &str, tokens: &[Token]) -> bool {
    let mut line = tokens.iter().take_while(|token| !token.starts_line);
    line.any(|token| matches!(token.of(text), "@" | "#"))
}

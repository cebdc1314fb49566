//! Quotations whose marks were lost or mistyped: where the words around them say who speaks, they end there.

use super::marks::Quoted;
use super::words::{self, CueKind, Form};
use crate::document::quotes::{MarkFault, QuoteKind, Unpaired};
use crate::tokens::{Token, TokenKind};

/// Leaves out those that a mark nobody closed has run together with their own attribution.
///
/// ```text
/// “The dam will hold, Ann Marlow said. Nobody moved.
///  ^^^^^^^^^^^^^^^^^ read as a report, by its comma and its cue
/// ```
pub fn without_runaways(
    text: &str,
    tokens: &[Token],
    mut quoted: Vec<Quoted>,
    unpaired: &[Unpaired],
) -> Vec<Quoted> {
    let unclosed = unpaired.iter().filter(|mark| mark.fault == MarkFault::NeverClosed);
    let mut unclosed: Vec<usize> = unclosed.map(|mark| mark.range.start()).collect();
    unclosed.sort_unstable();
    let lost = |piece: &Quoted| piece.open && unclosed.binary_search(&piece.range.start()).is_ok();
    quoted.retain(|piece| !(lost(piece) && is_attributed(text, &tokens[piece.first..piece.last])));
    quoted
}

/// ", Ann Marlow said." in the first sentence: a comma, at most six words, a cue, and its end.
fn is_attributed(text: &str, tokens: &[Token]) -> bool {
    let end = |token: &Token| matches!(token.of(text), "." | "?" | "!");
    let sentence = tokens.iter().position(end).map_or(tokens, |at| &tokens[..at]);
    let Some(comma) = sentence.iter().rposition(|token| token.of(text) == ",") else { return false };
    let after = &sentence[comma + 1..];
    let cue = |token: &Token| {
        let verb = words::look_up(token.of(text)).verb.filter(|_| token.kind == TokenKind::Word);
        verb.is_some_and(|(cue, form)| {
            cue.kind == CueKind::Speech && cue.frames.quote && matches!(form, Form::Past | Form::Present)
        })
    };
    after.len() <= 8 && after.iter().any(cue)
}

/// What words with one mark are: their writer meant two.
///
/// ```text
/// The dam will hold,” Ann Marlow said.
/// ^^^^^^^^^^^^^^^^^^^ direct
/// ```
pub fn kind(kind: QuoteKind, content: &str) -> QuoteKind {
    let marked = content.starts_with(['“', '"', '„', '«']) || content.ends_with(['”', '"', '»']);
    if kind == QuoteKind::Indirect && marked { QuoteKind::Direct } else { kind }
}

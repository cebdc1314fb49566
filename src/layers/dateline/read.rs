//! Reads the dateline that a paragraph opens with.

use super::{head, verdict};
use crate::tokens::Token;

/// The longest byline that opens the paragraph of a dateline, in tokens.
const LONGEST_BYLINE: usize = 12;

/// Whether a paragraph opens with a dateline.
pub fn opens(text: &str, tokens: &[Token]) -> bool {
    read(text, tokens).is_some()
}

pub(super) struct Found<'a> {
    pub head: head::Head,
    pub tokens: &'a [Token],
}

pub(super) fn read<'a>(text: &str, tokens: &'a [Token]) -> Option<Found<'a>> {
    let tokens = below_byline(text, tokens);
    let head = head::read(text, tokens).filter(|head| verdict::is_dateline(text, tokens, head))?;
    Some(Found { head, tokens })
}

/// The tokens after a byline that lost its line break: "By Jane Doe LONDON (Reuters) - …".
fn below_byline<'a>(text: &str, tokens: &'a [Token]) -> &'a [Token] {
    let by = tokens.first().is_some_and(|token| matches!(token.of(text), "By" | "BY"));
    if !by {
        return tokens;
    }
    let shouts = |token: &Token| {
        let word = token.of(text);
        word.chars().count() > 2 && word.chars().all(char::is_uppercase)
    };
    let names = tokens[1..].iter().take(LONGEST_BYLINE).take_while(|token| !shouts(token)).count();
    let named = (2..LONGEST_BYLINE).contains(&names);
    tokens.get(1 + names..).filter(|rest| named && !rest.is_empty()).unwrap_or(tokens)
}

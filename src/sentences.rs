//! Sentences: runs of tokens that end at a full stop, a question or exclamation mark, or a paragraph.

use crate::text::TextRange;
use crate::tokens::{Token, TokenKind};
use std::ops::Range;

/// One sentence, with the closing marks that belong to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first token to its last.
    pub range: TextRange,
    /// Which tokens it holds.
    pub tokens: Range<usize>,
}

/// Splits tokens into sentences. The end of a paragraph always ends one; hard-wrapped lines have
/// been joined before.
///
/// ```text
/// “It is over,” Mr. Doe said. “Go!” They went.
/// ^^^^^^^^^^^^^^^^^^^^^^^^^^^ ^^^^^ ^^^^^^^^^^
/// ```
///
/// A full stop after an abbreviation belongs to the abbreviation, and ends a
/// sentence only where the next word could open one ("in the U.S. He left").
pub fn split(text: &str, tokens: &[Token]) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut from = 0;
    while from < tokens.len() {
        let to = end_of_sentence(text, tokens, from);
        let range = tokens[from].range.cover(tokens[to - 1].range);
        sentences.push(Sentence { range, tokens: from..to });
        from = to;
    }
    sentences
}

/// The token after the sentence that begins at `from`.
fn end_of_sentence(text: &str, tokens: &[Token], from: usize) -> usize {
    let (mut at, mut end) = (from, from);
    while at < tokens.len() {
        let next = at + 1;
        if next < tokens.len() && tokens[next].starts_line {
            return next;
        }
        if ends_sentence(text, tokens, at) {
            // Of a long row of closing marks each is asked, and all end where the row does.
            if end < next {
                end = take_closers(text, tokens, next);
            }
            if opens_sentence(text, tokens, at, end) {
                return end;
            }
        }
        at = next;
    }
    tokens.len()
}

fn ends_sentence(text: &str, tokens: &[Token], at: usize) -> bool {
    match tokens[at].kind {
        TokenKind::Word => text.as_bytes()[tokens[at].end() - 1] == b'.',
        TokenKind::Sign => matches!(tokens[at].of(text), "." | "?" | "!" | "..." | "…" | "...."),
        _ => false,
    }
}

/// Closing quotation marks and brackets stay with the sentence they close.
fn take_closers(text: &str, tokens: &[Token], from: usize) -> usize {
    let is_closer = |token: &&Token| {
        let closes =
            matches!(token.of(text), "”" | "’" | "»" | "\"" | "''" | "'" | ")" | "]" | "?" | "!" | ".");
        closes && !token.spaced
    };
    from + tokens[from..].iter().take_while(is_closer).count()
}

/// Whether a sentence may begin at `next`, given what ended at `at`.
fn opens_sentence(text: &str, tokens: &[Token], at: usize, next: usize) -> bool {
    let Some(token) = tokens.get(next) else { return true };
    if !token.spaced {
        return false;
    }
    let after_mark = match tokens[next].kind {
        TokenKind::Quote => tokens.get(next + 1).unwrap_or(token),
        _ => token,
    };
    if is_inside(text, tokens, at, after_mark) {
        return false;
    }
    let plain_stop = matches!(tokens[at].of(text), "." | "?" | "!");
    if tokens[at].kind == TokenKind::Word {
        return starts_after_abbreviation(text, tokens, at, after_mark);
    }
    let capital = after_mark.capital || after_mark.kind == TokenKind::Number;
    capital || (plain_stop && next == at + 1)
}

/// After "U.S." or "p.m." a sentence begins only with a word that seldom stands inside one.
fn starts_after_abbreviation(text: &str, tokens: &[Token], at: usize, next: &Token) -> bool {
    let word = tokens[at].of(text);
    let can_end = word.matches('.').count() > 1
        || matches!(word, "Inc." | "Corp." | "Co." | "Ltd." | "Plc." | "Jr." | "Sr." | "etc.")
        || matches!(word, "St." | "Ave." | "Rd." | "Blvd.");
    // "Ada Quist Jr. Quist won."
    let again = || {
        matches!(word, "Jr." | "Sr.") && at > 0 && next.capital && tokens[at - 1].of(text) == next.of(text)
    };
    can_end && (OPENERS.binary_search(&next.of(text)).is_ok() || again())
}

/// Words that open a sentence rather than go on after an abbreviation, in the order of the alphabet.
const OPENERS: [&str; 56] = [
    "A",
    "After",
    "All",
    "Also",
    "Although",
    "An",
    "And",
    "As",
    "At",
    "Before",
    "Both",
    "But",
    "By",
    "Even",
    "Every",
    "For",
    "From",
    "He",
    "Her",
    "His",
    "How",
    "However",
    "I",
    "If",
    "In",
    "It",
    "Its",
    "Many",
    "Meanwhile",
    "My",
    "Neither",
    "Nobody",
    "Nor",
    "Now",
    "On",
    "Our",
    "Several",
    "She",
    "Since",
    "So",
    "Some",
    "Still",
    "That",
    "The",
    "Their",
    "Then",
    "There",
    "These",
    "They",
    "This",
    "Those",
    "To",
    "We",
    "When",
    "While",
    "You",
];

/// "p. 5", "vol. 2", "Yahoo! Inc.": the mark belongs to the words around it.
fn is_inside(text: &str, tokens: &[Token], at: usize, next: &Token) -> bool {
    let before = at.checked_sub(1).map_or("", |before| tokens[before].of(text));
    let counts =
        matches!(before, "p" | "pp" | "vol" | "fig" | "art" | "sec" | "para" | "ch" | "pg" | "ca" | "cf");
    let firm = matches!(next.of(text), "Inc." | "Inc" | "Corp." | "Corp" | "Ltd." | "Ltd");
    (tokens[at].of(text) == "." && counts && next.kind == TokenKind::Number)
        || (tokens[at].of(text) == "!" && firm)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::tokenize;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = split(text, &tokenize(text)).iter().map(|s| s.range.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_quotation_keeps_its_closing_mark() {
        check(
            "“It is over,” Mr. Doe said. “Go!” They went.",
            &["“It is over,” Mr. Doe said.", "“Go!”", "They went."],
        );
    }

    #[test]
    fn a_question_inside_its_attribution_goes_on() {
        check("“Why?” he asked. Nobody knew.", &["“Why?” he asked.", "Nobody knew."]);
    }

    #[test]
    fn abbreviations_end_a_sentence_only_before_an_opener() {
        check("He left the U.S. The car stayed.", &["He left the U.S.", "The car stayed."]);
        check("The U.S. Senate met Dr. No.", &["The U.S. Senate met Dr. No."]);
    }

    #[test]
    fn a_surname_after_its_junior_opens_one() {
        check("He was Joseph Quist Jr. Quist left.", &["He was Joseph Quist Jr.", "Quist left."]);
        check("The Joseph Quist Jr. Library closed.", &["The Joseph Quist Jr. Library closed."]);
    }

    #[test]
    fn a_firm_a_street_or_an_hour_may_end_one() {
        check("He bought Roe Corp. Its shares fell.", &["He bought Roe Corp.", "Its shares fell."]);
        check("It stands on Main St. They left.", &["It stands on Main St.", "They left."]);
        check(
            "It left at 5 p.m. on Friday. It came at 9 a.m. The bar shut.",
            &["It left at 5 p.m. on Friday.", "It came at 9 a.m.", "The bar shut."],
        );
    }

    #[test]
    fn dates_initials_pages_and_firms_go_on() {
        for text in [
            "Talks begin Jan. 5 in Oslo.",
            "George W. Bush met J. K. Doe.",
            "See vol. 2, p. 5, fig. 3 of it.",
            "She works for Yahoo! Inc. in town.",
            "Prices rose 3.5 percent to $1.20 a share.",
            "Sen. J. Doe, D-Calif., said so.",
            "Well ... he left.",
        ] {
            check(text, &[text]);
        }
    }

    #[test]
    fn openers_are_sorted() {
        assert!(OPENERS.is_sorted());
    }

    #[test]
    fn a_line_ends_a_sentence() {
        check("Talks resume\nLONDON – Talks resumed", &["Talks resume", "LONDON – Talks resumed"]);
    }
}

//! Money, percentages and measured quantities.

mod words;

mod numbers;

mod scan;

use self::numbers::Stretch;
use crate::document::amounts::Amount;
use crate::document::times::Time;
use crate::tokens::Token;

/// Whether a word before figures says which money: "KSh", "USD". Codes stand in capitals; "Rs" and "Rp" as
/// they are.
pub fn is_code(text: &str, token: &Token) -> bool {
    let code = token.of(text).trim_end_matches('.');
    let written =
        code.bytes().all(|b| b.is_ascii_uppercase()) || matches!(code, "Rs" | "Rp" | "SFr" | "Ksh" | "KSh");
    written && words::word(text, token) == words::Word::Code
}

/// Finds all amounts of a text, in order and disjoint.
///
/// ```text
/// paid $3.5 million for 40 percent of a 500-acre farm, up 1.8% in 1998
///      ^^^^^^^^^^^^     ^^^^^^^^^^      ^^^^^^^^           ^^^^
///      MONEY            PERCENT         QUANTITY           PERCENT
/// ```
///
/// Words such as "about" stay outside, and so does "a share" in "$5 a share". A time is never an
/// amount as well, and neither is an age. Nothing runs over the end of a line.
pub fn find(text: &str, tokens: &[Token], times: &[Time]) -> Vec<Amount> {
    let mut amounts = Vec::new();
    let mut times = times.iter().map(|time| time.range).peekable();
    let mut from = 0;
    while from < tokens.len() {
        while times.next_if(|time| time.end() <= tokens[from].start()).is_some() {}
        let until = times.peek().map_or(text.len(), |time| time.start());
        let run = tokens[from..].iter().enumerate();
        let length =
            run.take_while(|(i, token)| token.end() <= until && (*i == 0 || !token.starts_line)).count();
        Stretch { text, tokens: &tokens[from..from + length] }.collect(&mut amounts);
        from += length.max(1);
    }
    amounts
}

#[cfg(test)]
mod tests;

//! Where a correction belongs.

use crate::text::TextRange;
use serde::{Deserialize, Serialize};

/// Characters of context kept on each side.
const CONTEXT: usize = 24;

/// Words of an article: their place, themselves, and what stands around them.
///
/// ```text
/// … the hall. “We want the boat,” she said. He …
///   ^^^^^^^^^ ^^^^^^^^^^^^^^^^^^^ ^^^^^^^^^
///   before    words               after
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    pub(super) range: TextRange,
    pub(super) words: String,
    before: String,
    after: String,
}

impl Anchor {
    /// Ties a correction to words of a text.
    pub fn new(text: &str, range: TextRange) -> Self {
        let (before, after) = around(text, range);
        Anchor { range, words: range.of(text).to_owned(), before: before.to_owned(), after: after.to_owned() }
    }

    /// Where the words stand in a text, if they stand there still. The same words elsewhere, or here
    /// among others, are other words.
    pub fn place(&self, text: &str) -> Option<TextRange> {
        let range = self.range;
        let here = text.get(range.start()..range.end()).filter(|words| *words == self.words);
        here.filter(|_| around(text, range) == (&self.before, &self.after)).map(|_| range)
    }

    /// Where the words stood when the decision was tied to them.
    pub fn range(&self) -> TextRange {
        self.range
    }

    /// The words.
    pub fn words(&self) -> &str {
        &self.words
    }
}

fn around(text: &str, range: TextRange) -> (&str, &str) {
    let (before, after) = (&text[..range.start()], &text[range.end()..]);
    let from = before.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
    let to = after.char_indices().nth(CONTEXT).map_or(after.len(), |(at, _)| at);
    (&before[from..], &after[..to])
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "“No,” said Ann Roe. “No,” said Tom Reed. “No,” said Ann Roe.";

    /// Ties to the `nth` “No,” of [`TEXT`] and looks for it in another text.
    fn check(nth: usize, text: &str, found: bool) {
        let at = TEXT.match_indices("“No,”").nth(nth).map(|(at, words)| TextRange::new(at, at + words.len()));
        let anchor = Anchor::new(TEXT, at.expect("it stands there"));
        assert_eq!(anchor.place(text).is_some(), found, "{text}");
    }

    #[test]
    fn words_are_found_where_they_were() {
        (0..3).for_each(|nth| check(nth, TEXT, true));
        check(0, &[TEXT, " Later he agreed."].concat(), true);
    }

    #[test]
    fn words_that_look_alike_are_others() {
        check(1, "“No,” said Ann Roe. “No,” said Sue Reed. “No,” said Ann Roe.", false);
        check(2, "“No,” said Tom Reed.", false);
        check(0, "", false);
        check(0, "éé “No,” said Ann Roe.", false);
    }
}

//! Links to words of a published page, which browsers scroll to and light up (`#:~:text=`).
//!
//! ```text
//! #:~:text=prefix-,first%20words,last%20words,-suffix
//! ```
//!
//! Words that stand on one line are given whole; longer ones, and those over several lines, which browsers do not find
//! as one, by their first and last words. What stands before or behind is given where the same words stand in the article
//! earlier. Browsers take no notice of case and of how words are parted. Nothing is counted.

use crate::text::{TextRange, is_line_end};

/// How many characters of words are given whole.
const WHOLE: usize = 120;
/// How many words are given of longer ones at either end.
const ENDS: usize = 5;
/// How many words are given of what stands before or behind.
const BESIDE: usize = 4;

/// The end of a link to words of a text; none where the range holds no words.
pub fn fragment(text: &str, range: TextRange) -> Option<String> {
    Folded::new(text).fragment(range)
}

/// A text as browsers compare its words, for many links into it.
pub struct Folded<'t> {
    text: &'t str,
    folded: String,
    /// Where each word begins in the text, and where in the folded one.
    words: Vec<(usize, usize)>,
}

impl<'t> Folded<'t> {
    /// Folds a text once.
    pub fn new(text: &'t str) -> Self {
        let (mut folded, mut words) = (String::with_capacity(text.len()), Vec::new());
        for word in text.split_whitespace() {
            if !folded.is_empty() {
                folded.push(' ');
            }
            words.push((word.as_ptr() as usize - text.as_ptr() as usize, folded.len()));
            folded.push_str(&word.to_lowercase());
        }
        Folded { text, folded, words }
    }

    /// The same as [`fragment`] of its text.
    pub fn fragment(&self, range: TextRange) -> Option<String> {
        link(self.text, range, |words| self.before(range.trim(self.text).start()).contains(&folded(words)))
    }

    /// The folded words before a place; of a word that goes on behind it, its beginning.
    fn before(&self, at: usize) -> &str {
        let next = self.words.partition_point(|&(start, _)| start < at);
        let Some(&(start, begun)) = next.checked_sub(1).and_then(|last| self.words.get(last)) else {
            return "";
        };
        let part = self.text[start..at].trim_end().to_lowercase();
        self.folded.get(..begun + part.len()).unwrap_or(&self.folded)
    }
}

fn link(text: &str, range: TextRange, stands_before: impl Fn(&str) -> bool) -> Option<String> {
    let range = range.trim(text);
    let words = range.of(text);
    let (first, last) = (words.split(is_line_end).next()?, words.rsplit(is_line_end).next()?);
    if first.is_empty() {
        return None;
    }
    let is_whole = first.len() == words.len() && words.chars().count() <= WHOLE;
    let (start, end) = if is_whole { (words, None) } else { (head(first, ENDS), Some(tail(last, ENDS))) };
    let (before, behind) = (&text[..range.start()], &text[range.end()..]);
    let stands_earlier = stands_before(start);
    let prefix = tail(before.rsplit(is_line_end).next().unwrap_or_default(), BESIDE);
    let suffix = head(behind.split(is_line_end).next().unwrap_or_default(), BESIDE);
    let mut out = String::from("#:~:text=");
    if stands_earlier && !prefix.is_empty() {
        encode(&mut out, prefix);
        out.push_str("-,");
    }
    encode(&mut out, start);
    if let Some(end) = end {
        out.push(',');
        encode(&mut out, end);
    }
    if stands_earlier && !suffix.is_empty() {
        out.push_str(",-");
        encode(&mut out, suffix);
    }
    Some(out)
}

/// The first words of a line.
fn head(line: &str, count: usize) -> &str {
    let line = line.trim();
    let words = line.split_whitespace().take(count).last();
    words.map_or("", |last| &line[..last.as_ptr() as usize - line.as_ptr() as usize + last.len()])
}

/// The last words of a line.
fn tail(line: &str, count: usize) -> &str {
    let line = line.trim();
    let words = line.split_whitespace().rev().take(count).last();
    words.map_or("", |first| &line[first.as_ptr() as usize - line.as_ptr() as usize..])
}

/// Words as browsers compare them.
fn folded(words: &str) -> String {
    spaced(words).to_lowercase()
}

/// Words with a blank between two of them.
pub(super) fn spaced(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Spells out all that is neither a letter of ASCII, nor a figure, nor one of the signs that mean nothing in a link: `-`,
/// `,` and `&` part what the link tells.
fn encode(out: &mut String, words: &str) {
    for byte in spaced(words).bytes() {
        match byte {
            b'A'..=b'Z'
            | b'a'..=b'z'
            | b'0'..=b'9'
            | b'_'
            | b'.'
            | b'!'
            | b'~'
            | b'*'
            | b'\''
            | b'('
            | b')' => {
                out.push(char::from(byte));
            }
            byte => out.push_str(&format!("%{byte:02X}")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The link to the `nth` of some words.
    fn check(text: &str, words: &str, nth: usize, expected: &str) {
        let at = text.match_indices(words).nth(nth).map_or(0, |(at, _)| at);
        let link = fragment(text, TextRange::new(at, at + words.len()));
        assert_eq!(link.as_deref(), Some(["#:~:text=", expected].concat().as_str()), "{words}");
    }

    #[test]
    fn words_are_spelled_out_so_that_nothing_of_them_parts_the_link() {
        check("A well-known, R&D ship.", "well-known, R&D", 0, "well%2Dknown%2C%20R%26D");
        check(
            "“Ça va 👍?” 100% #1",
            "“Ça va 👍?” 100% #1",
            0,
            "%E2%80%9C%C3%87a%20va%20%F0%9F%91%8D%3F%E2%80%9D%20100%25%20%231",
        );
        check(
            "He left (at 9!) *now* ~ it's",
            "left (at 9!) *now* ~ it's",
            0,
            "left%20(at%209!)%20*now*%20~%20it's",
        );
    }

    #[test]
    fn long_words_are_told_by_their_ends() {
        let long = ["one two three four five ", &"and ".repeat(30), "six seven eight nine ten"].concat();
        check(&long, &long, 0, "one%20two%20three%20four%20five,six%20seven%20eight%20nine%20ten");
        check("First line here.\n\nLast one.", "line here.\n\nLast one", 0, "line%20here.,Last%20one");
        check("First line.\r\nLast one.\r\n", "First line.\r\nLast one.\r\n", 0, "First%20line.,Last%20one.");
    }

    #[test]
    fn words_that_stand_earlier_too_are_told_by_what_is_beside() {
        let text = "No,  she said. Then he said: no, she said. So it was.";
        check(text, "no, she said", 0, "said.%20Then%20he%20said%3A-,no%2C%20she%20said,-.%20So%20it%20was.");
        check(text, "No,  she said", 0, "No%2C%20she%20said");
        check("Go.\nGo.", "Go.", 1, "Go.");
        check("Go.\nGo. Now.", "Go.", 1, "Go.,-Now.");
        check("A ship calls. Call the ship.", "ship", 1, "ship%20calls.%20Call%20the-,ship,-.");
    }

    #[test]
    fn where_there_are_no_words_there_is_no_link() {
        assert_eq!(fragment("a  b", TextRange::new(1, 3)), None);
        assert_eq!(fragment("", TextRange::new(0, 0)), None);
    }
}

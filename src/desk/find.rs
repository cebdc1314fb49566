//! Finding words in a draft.

use crate::text::TextRange;

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The words.
    pub words: String,
    /// Whether a part of a longer word counts for nothing.
    pub whole: bool,
    /// Whether large and small letters are told apart.
    pub case: bool,
}

impl Wanted {
    /// Every place where the words stand, in order; none overlaps another.
    pub fn places(&self, text: &str) -> Vec<TextRange> {
        let mut found: Vec<TextRange> = Vec::new();
        if self.words.is_empty() {
            return found;
        }
        let mut from = 0;
        for (at, _) in text.char_indices() {
            let range = (at >= from).then(|| self.match_at(text, at)).flatten();
            if let Some(range) = range.filter(|range| !self.whole || is_whole(text, *range)) {
                from = range.end();
                found.push(range);
            }
        }
        found
    }

    fn match_at(&self, text: &str, at: usize) -> Option<TextRange> {
        let mut rest = text[at..].chars();
        for letter in self.words.chars() {
            let there = rest.next()?;
            let same = there == letter || (!self.case && there.to_lowercase().eq(letter.to_lowercase()));
            same.then_some(())?;
        }
        Some(TextRange::new(at, text.len() - rest.as_str().len()))
    }
}

fn is_whole(text: &str, range: TextRange) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !is_letter(text[..range.start()].chars().next_back()) && !is_letter(text[range.end()..].chars().next())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, whole: bool, case: bool, expected: &[usize]) {
        let text = "The ferry, the FERRYMAN and Élan: ferry. élan";
        let wanted = Wanted { words: words.into(), whole, case };
        let starts: Vec<usize> = wanted.places(text).into_iter().map(TextRange::start).collect();
        assert_eq!(starts, expected);
    }

    #[test]
    fn words_are_found_as_they_are_wanted() {
        check("ferry", false, false, &[4, 15, 35]);
        check("ferry", true, false, &[4, 35]);
        check("FERRY", false, true, &[15]);
        check("élan", true, false, &[28, 42]);
        check("", false, false, &[]);
        check("the f", false, false, &[0, 11]);
    }
}

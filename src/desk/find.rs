//! Finding words in a draft.

use crate::text::{TextRange, lower, upper};

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
        let letters: Vec<[char; 3]> = self.words.chars().map(|letter| self.forms(letter)).collect();
        let mut from = 0;
        for (at, _) in text.char_indices() {
            let range = (at >= from).then(|| match_at(&letters, text, at)).flatten();
            if let Some(range) = range.filter(|range| !self.whole || is_whole(text, *range)) {
                from = range.end();
                found.push(range);
            }
        }
        found
    }

    /// A letter with those that count as the same: its small and its large form, where each is one letter.
    fn forms(&self, letter: char) -> [char; 3] {
        let one = |form: String| {
            let mut letters = form.chars();
            letters.next().filter(|_| letters.next().is_none() && !self.case).unwrap_or(letter)
        };
        let word = letter.to_string();
        [letter, one(lower(&word)), one(upper(&word))]
    }
}

fn match_at(letters: &[[char; 3]], text: &str, at: usize) -> Option<TextRange> {
    let mut rest = text[at..].chars();
    for forms in letters {
        forms.contains(&rest.next()?).then_some(())?;
    }
    Some(TextRange::new(at, text.len() - rest.as_str().len()))
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

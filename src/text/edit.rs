//! One change of a text, and where what stands in it stands afterwards.

use super::range::TextRange;
use serde::{Deserialize, Serialize};

/// Words that take the place of others.
///
/// ```
/// # use galley::text::{Edit, TextRange};
/// let mut text = String::from("Ann Roe said so.");
/// let edit = Edit::new(TextRange::new(4, 7), "Rowe");
/// assert_eq!(edit.place(TextRange::new(0, 7)), Some(TextRange::new(0, 8)));
/// let back = edit.apply(&mut text);
/// assert_eq!(text, "Ann Rowe said so.");
/// back.apply(&mut text);
/// assert_eq!(text, "Ann Roe said so.");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// What goes, in bytes of the text before; empty where words only come.
    pub at: TextRange,
    /// What comes.
    pub with: String,
}

impl Edit {
    /// Puts `with` in the place of a range.
    pub fn new(at: TextRange, with: impl Into<String>) -> Self {
        Edit { at, with: with.into() }
    }

    /// What changed between two texts, where the caret stands at byte `caret` of the second: of several changes that
    /// would do, as in a row of the same letter, the one that ends at the caret. None where nothing changed.
    pub fn between(before: &str, after: &str, caret: usize) -> Option<Self> {
        if before == after {
            return None;
        }
        let caret = after.floor_char_boundary(caret.min(after.len()));
        let tail = same_at_the_end(before, after).min(after.len() - caret);
        let (old, new) = (&before[..before.len() - tail], &after[..after.len() - tail]);
        let head = same_at_the_start(old, new);
        Some(Edit::new(TextRange::new(head, old.len()), &new[head..]).trimmed(before))
    }

    /// The same in a longer text, in which this one begins at byte `at`.
    pub fn within(self, at: usize) -> Self {
        Edit { at: TextRange::new(self.at.start() + at, self.at.end() + at), ..self }
    }

    /// The same in the part of the text that begins at byte `at`.
    pub fn from(&self, at: usize) -> Self {
        Edit { at: TextRange::new(self.at.start() - at, self.at.end() - at), with: self.with.clone() }
    }

    /// Without the letters that both sides begin or end with: what stays is not changed.
    pub fn trimmed(self, text: &str) -> Self {
        let old = self.at.of(text);
        let head = same_at_the_start(old, &self.with);
        let tail = same_at_the_end(&old[head..], &self.with[head..]);
        let at = TextRange::new(self.at.start() + head, self.at.end() - tail);
        let with = self.with[head..self.with.len() - tail].to_owned();
        Edit { at, with }
    }

    /// Changes a text, and gives the edit that changes it back.
    pub fn apply(&self, text: &mut String) -> Edit {
        let old = self.at.of(text).to_owned();
        text.replace_range(self.at.start()..self.at.end(), &self.with);
        Edit { at: self.now(), with: old }
    }

    /// Whether what goes is there, from character to character.
    pub fn fits(&self, text: &str) -> bool {
        text.get(self.at.start()..self.at.end()).is_some()
    }

    /// Where the words that came stand.
    pub fn now(&self) -> TextRange {
        TextRange::new(self.at.start(), self.at.start() + self.with.len())
    }

    /// Where words stand afterwards; none where they are gone.
    ///
    /// What comes inside them joins them; what comes against an edge does not, unless it takes the place of some of
    /// their own.
    pub fn place(&self, range: TextRange) -> Option<TextRange> {
        let (from, to) = (self.at.start(), self.at.end());
        let (start, end) = (range.start(), range.end());
        let after = |position: usize| position - (to - from) + self.with.len();
        let (start, end) = if to <= start {
            (after(start), after(end))
        } else if from >= end {
            (start, end)
        } else if from <= start && to >= end {
            return None;
        } else if from < start {
            (after(to), after(end))
        } else if to > end {
            (start, from)
        } else {
            (start, after(end))
        };
        (start < end).then(|| TextRange::new(start, end))
    }

    /// Where a place between two letters is afterwards: behind what came there.
    pub fn position(&self, at: usize) -> usize {
        if at < self.at.start() {
            at
        } else if at >= self.at.end() {
            at - self.at.len() + self.with.len()
        } else {
            self.now().end()
        }
    }
}

/// How many bytes two texts begin with alike, whole characters.
fn same_at_the_start(one: &str, other: &str) -> usize {
    let same = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    // Both are the same up to here, so a boundary of one is one of the other, or lies inside a character of both.
    one.floor_char_boundary(same).min(other.floor_char_boundary(same))
}

/// How many bytes two texts end with alike, whole characters.
fn same_at_the_end(one: &str, other: &str) -> usize {
    let mut same = one.bytes().rev().zip(other.bytes().rev()).take_while(|(a, b)| a == b).count();
    while same > 0 && !is_boundary(one, other, same) {
        same -= 1;
    }
    same
}

fn is_boundary(one: &str, other: &str, tail: usize) -> bool {
    one.is_char_boundary(one.len() - tail) && other.is_char_boundary(other.len() - tail)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads "a[b]c": the text without brackets, and where they stood.
    fn read(marked: &str) -> (String, TextRange) {
        let (start, end) = (marked.find('[').expect("["), marked.find(']').expect("]") - 1);
        (marked.replace(['[', ']'], ""), TextRange::new(start, end))
    }

    /// Puts `with` in the place of the first `old` and asks where the bracketed words are then.
    fn check(before: &str, old: &str, with: &str, after: &str) {
        let (mut text, range) = read(before);
        let at = text.find(old).expect("it stands there");
        let edit = Edit::new(TextRange::new(at, at + old.len()), with);
        let back = edit.apply(&mut text);
        let found = edit.place(range);
        match found {
            Some(range) => {
                assert_eq!(
                    [&text[..range.start()], "[", range.of(&text), "]", &text[range.end()..]].concat(),
                    after
                )
            }
            None => assert_eq!(text, after),
        }
        back.apply(&mut text);
        assert_eq!(text, read(before).0);
    }

    #[test]
    fn words_keep_their_place() {
        check("So [Ann Roe] said", "So", "Then", "Then [Ann Roe] said");
        check("So [Ann Roe] said", "said", "says", "So [Ann Roe] says");
        check("So [Ann Roe] said", "n R", "n B. R", "So [Ann B. Roe] said");
        check("So [Ann Roe] said", "Ann", "Sue", "So [Sue Roe] said");
        check("So [Ann Roe] said", "o Ann", "o it is Sue", "So it is Sue[ Roe] said");
        check("So [Ann Roe] said", " Roe said", " asked", "So [Ann] asked");
        check("So [Ann Roe] said", "Ann Roe", "they", "So they said");
        check("So [Ann Roe] said", "So Ann Roe ", "", "said");
    }

    #[test]
    fn what_is_typed_against_an_edge_does_not_join() {
        let insert = |at| Edit::new(TextRange::new(at, at), "x").place(TextRange::new(3, 6));
        assert_eq!(insert(3), Some(TextRange::new(4, 7)));
        assert_eq!(insert(6), Some(TextRange::new(3, 6)));
        assert_eq!(insert(5), Some(TextRange::new(3, 7)));
    }

    #[test]
    fn the_change_between_two_texts_ends_at_the_caret() {
        let check = |before: &str, after: &str, caret, from, to, with: &str| {
            let edit = Edit::between(before, after, caret).expect("a change");
            assert_eq!(edit, Edit::new(TextRange::new(from, to), with));
        };
        check("balloon", "ballloon", 3, 2, 2, "l");
        check("balloon", "ballloon", 5, 4, 4, "l");
        check("balloon", "baloon", 3, 3, 4, "");
        check("balloon", "baloon", 2, 2, 3, "");
        check("teh fare", "the fare", 3, 1, 3, "he");
        check("é!", "è!", 2, 0, 2, "è");
        check("", "a", 1, 0, 0, "a");
        check("a", "", 0, 0, 1, "");
        assert_eq!(Edit::between("a", "a", 1), None);
    }

    #[test]
    fn letters_that_stay_are_not_changed() {
        let edit = Edit::new(TextRange::new(0, 3), "They").trimmed("The fare");
        assert_eq!(edit, Edit::new(TextRange::new(3, 3), "y"));
        let edit = Edit::new(TextRange::new(0, 2), "è").trimmed("é!");
        assert_eq!(edit, Edit::new(TextRange::new(0, 2), "è"));
    }
}

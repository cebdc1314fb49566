//! Words that an editor marked with a label of their own: “Claim”, “Needs a source”.
//!
//! Galley never makes one. Such words may lie across names, quotations and paragraphs, for drawing cuts marks that
//! cross; but no two of them overlap: words carry one label of an editor's, and a new one takes the place of the old.

use crate::text::{TextRange, lower};
use serde::{Deserialize, Serialize};

/// Words with a label of their editor's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// Where they stand.
    pub range: TextRange,
    /// What they were marked as.
    pub label: OwnLabel,
}

/// A label of an editor's own. It goes with the words, so that they mean the same to whoever has another list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnLabel {
    /// “Claim”
    pub name: String,
    /// The letter of its badge and its key, a small one.
    pub letter: String,
    /// Its colour, which is never its only sign.
    pub colour: Colour,
}

/// The colours there are. New ones go to the end: readers keep labels in their browsers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "their names say it")]
pub enum Colour {
    Blue,
    Red,
    Green,
    Orange,
    Violet,
    Teal,
    Pink,
    Brown,
}

impl Colour {
    /// Every colour with its class in the style sheet, `own-` and its name.
    pub const ALL: [(Colour, &'static str); 8] = [
        (Colour::Blue, "own-blue"),
        (Colour::Red, "own-red"),
        (Colour::Green, "own-green"),
        (Colour::Orange, "own-orange"),
        (Colour::Violet, "own-violet"),
        (Colour::Teal, "own-teal"),
        (Colour::Pink, "own-pink"),
        (Colour::Brown, "own-brown"),
    ];

    /// Its class in the style sheet.
    pub fn class(self) -> &'static str {
        Colour::ALL[self as usize].1
    }

    /// Its name in lists and exports.
    pub fn name(self) -> &'static str {
        &self.class()["own-".len()..]
    }
}

impl OwnLabel {
    /// Reads a label as people write it, `Claim = k, blue`; in a sentence why it is none. Without a letter it has the
    /// first one of its name, without a colour it is blue.
    pub fn read(line: &str) -> Result<OwnLabel, String> {
        let (name, look) = line.rsplit_once(['\t', '=']).unwrap_or((line, ""));
        let name = name.trim().trim_end_matches('=').split_whitespace().collect::<Vec<_>>().join(" ");
        let Some(first) = name.chars().find(|c| c.is_alphabetic()) else {
            return Err("a label has a name with a letter in it".into());
        };
        let mut label = OwnLabel { name, letter: small(first), colour: Colour::Blue };
        for word in look.split([',', ' ']).filter(|word| !word.is_empty()) {
            label.look(word)?;
        }
        Ok(label)
    }

    fn look(&mut self, word: &str) -> Result<(), String> {
        let mut letters = word.chars();
        match (letters.next(), letters.next()) {
            (Some(letter), None) if letter.is_alphabetic() => self.letter = small(letter),
            _ => match Colour::ALL.iter().find(|(colour, _)| word.eq_ignore_ascii_case(colour.name())) {
                Some((colour, _)) => self.colour = *colour,
                None => {
                    let colours = Colour::ALL.map(|(colour, _)| colour.name()).join(", ");
                    return Err(
                        ["“", word, "” is neither a letter nor a colour; there are: ", &colours].concat()
                    );
                }
            },
        }
        Ok(())
    }

    /// The label as it is read again.
    pub fn line(&self) -> String {
        [&self.name, " = ", &self.letter, ", ", self.colour.name()].concat()
    }
}

fn small(letter: char) -> String {
    lower(&letter.to_string()).chars().take(1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expected: &str) {
        let read = OwnLabel::read(line);
        assert_eq!(read.map_or_else(|trouble| trouble, |label| label.line()), expected, "{line}");
    }

    #[test]
    fn a_label_is_a_name_a_letter_and_a_colour() {
        check("Claim = k, green", "Claim = k, green");
        check("Needs  a source\tS RED", "Needs a source = s, red");
        check("A=B = ж", "A=B = ж, blue");
        check("99 Claims", "99 Claims = c, blue");
        check(" = k, red", "a label has a name with a letter in it");
        let colours = "there are: blue, red, green, orange, violet, teal, pink, brown";
        check("Claim = 7", &["“7” is neither a letter nor a colour; ", colours].concat());
        check("Claim = k, mauve", &["“mauve” is neither a letter nor a colour; ", colours].concat());
    }

    #[test]
    fn every_colour_has_a_name_of_its_own() {
        for (at, (colour, class)) in Colour::ALL.into_iter().enumerate() {
            assert_eq!((colour as usize, colour.class()), (at, class));
            check(&["Claim = k, ", colour.name()].concat(), &["Claim = k, ", colour.name()].concat());
        }
    }
}

//! Numbers as news writes them, with their scale: "3.5 million", "two hundred", "5 1/2".

use super::words::{self, Word};
use crate::tokens::Token;

/// A stretch of tokens in one line, outside every time.
pub struct Stretch<'a> {
    /// The article.
    pub text: &'a str,
    /// The tokens.
    pub tokens: &'a [Token],
}

/// A number that was read.
#[derive(Clone, Copy, Debug)]
pub struct Number {
    /// The token after it.
    pub to: usize,
    /// Written in figures.
    pub figures: bool,
    /// With "million" or the like.
    pub scaled: bool,
}

impl Stretch<'_> {
    /// Reads a number with its scale: "3.5 million", "two hundred", "half a million", "5 1/2".
    pub fn number(&self, at: usize) -> Option<Number> {
        let mut number = match self.word(at) {
            Word::Figures => Number { to: self.fraction(at + 1), figures: true, scaled: false },
            Word::Scaled => Number { to: at + 1, figures: true, scaled: true },
            Word::Number => Number { to: self.after_words(at), figures: false, scaled: false },
            Word::Half => self.half(at)?,
            Word::Quarter => self.quarters_of(at).filter(|_| self.any(at.wrapping_sub(1), &["a"]))?,
            Word::Scale if self.any(at.checked_sub(1)?, &["a"]) => {
                // "a hundred and fifty"
                let rest = self.is(at + 1, "and") && self.word(at + 2) == Word::Number;
                let to = if rest { self.number_words(at + 2) } else { at };
                Number { to, figures: false, scaled: rest }
            }
            _ => return None,
        };
        let hyphen =
            usize::from(self.dash(number.to) && self.joined(number.to) && self.joined(number.to + 1));
        if self.word(number.to + hyphen) == Word::Scale {
            number = Number { to: number.to + hyphen + 1, scaled: true, ..number };
            while self.word(number.to) == Word::Scale {
                number.to += 1;
            }
            if self.and_a(number.to, Word::Half) {
                number.to += 3;
            }
        }
        Some(number)
    }

    /// "1/2" or "½" after figures.
    fn fraction(&self, at: usize) -> usize {
        let at_fraction = at + usize::from(self.dash(at));
        let slash = self.word(at_fraction) == Word::Figures
            && self.is(at_fraction + 1, "/")
            && self.joined(at_fraction + 1);
        if slash && self.joined(at_fraction + 2) && self.word(at_fraction + 2) == Word::Figures {
            return at_fraction + 3;
        }
        if matches!(self.text(at), "½" | "¼" | "¾") { at + 1 } else { at }
    }

    /// "twenty-five", "one hundred and ten"; the last scale is left to the caller.
    fn number_words(&self, at: usize) -> usize {
        let mut to = at + 1;
        loop {
            let step = match self.word(to) {
                Word::Number => 1,
                _ if self.dash(to) && self.joined(to + 1) && self.word(to + 1) == Word::Number => 2,
                Word::Scale if self.word(to + 1) == Word::Number => 2,
                Word::Scale if self.is(to + 1, "and") && self.word(to + 2) == Word::Number => 3,
                _ => return to,
            };
            to += step;
        }
    }

    /// "two and a half", "three-quarters of a" million; or a plain number.
    fn after_words(&self, at: usize) -> usize {
        let to = self.number_words(at);
        if self.and_a(to, Word::Half) || (self.and_a(to, Word::Quarter) && self.word(to + 3) == Word::Scale) {
            return to + 3;
        }
        let hyphen = usize::from(self.dash(to) && self.joined(to) && self.joined(to + 1));
        self.quarters_of(to + hyphen).map_or(to, |quarters| quarters.to)
    }

    /// "and a half", "and a quarter"
    fn and_a(&self, at: usize, part: Word) -> bool {
        self.is(at, "and") && self.is(at + 1, "a") && self.word(at + 2) == part
    }

    /// "quarter of a" million, "quarters of a" million: the scale must follow.
    fn quarters_of(&self, at: usize) -> Option<Number> {
        let of = self.word(at) == Word::Quarter && self.is(at + 1, "of") && self.any(at + 2, &["a", "one"]);
        (of && self.word(at + 3) == Word::Scale).then_some(Number {
            to: at + 3,
            figures: false,
            scaled: false,
        })
    }

    /// "half a million", "half a mile", "half-mile".
    fn half(&self, at: usize) -> Option<Number> {
        let links = self.any(at + 1, &["a", "an"]) || (self.dash(at + 1) && self.joined(at + 1));
        links.then_some(Number { to: at + 2, figures: false, scaled: false })
    }

    pub fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    pub fn text(&self, at: usize) -> &str {
        self.token(at).map_or("", |token| token.of(self.text))
    }

    pub fn word(&self, at: usize) -> Word {
        self.token(at).map_or(Word::Other, |token| words::word(self.text, token))
    }

    pub fn is(&self, at: usize, word: &str) -> bool {
        self.text(at).eq_ignore_ascii_case(word)
    }

    pub fn any(&self, at: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.is(at, word))
    }

    pub fn dash(&self, at: usize) -> bool {
        matches!(self.text(at), "-" | "–")
    }

    pub fn joined(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| !token.spaced)
    }

    pub fn capital(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.capital)
    }

    pub fn figures(&self, at: usize) -> bool {
        self.text(at).starts_with(|c: char| c.is_ascii_digit())
    }
}

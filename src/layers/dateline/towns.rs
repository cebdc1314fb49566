//! Reads the places of a dateline: towns with state or country, one or several.

use super::agencies::is_agency;
use super::marks::is_dash;
use super::{day, places};
use crate::text::TextRange;
use crate::tokens::{Token, TokenKind};

/// One place as written.
///
/// ```text
/// PARIS/KYIV, Ukraine (AP) -
///       ^^^^  ^^^^^^^
///       town  region
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Town {
    /// The town.
    pub range: TextRange,
    /// State or country.
    pub region: Option<TextRange>,
    /// How it is written.
    pub case: Case,
}

/// How a town is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// LONDON
    Capitals,
    /// London
    Mixed,
    /// london, as the wires of the 1980s sometimes had it
    Small,
}

/// The places that begin at `at`, and the token after them.
pub(super) fn read(text: &str, tokens: &[Token], at: usize) -> (Vec<Town>, usize) {
    let reader = Reader { text, tokens };
    let mut towns = Vec::new();
    let mut next = at;
    while let Some((town, after)) = reader.town(next).filter(|_| towns.len() < 6) {
        towns.push(town);
        next = after;
        match reader.joint(after, town.case) {
            Some(joint) if reader.town(joint).is_some_and(|(other, _)| other.case == town.case) => {
                next = joint;
            }
            _ => break,
        }
    }
    (towns, next)
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl Reader<'_> {
    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.of(self.text))
    }

    fn is_word(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word)
    }

    /// The token after the sign that leads to another place: "/", "and", a comma before capitals.
    fn joint(&self, at: usize, case: Case) -> Option<usize> {
        match self.word(at) {
            "/" | "&" | ";" | "and" | "AND" => Some(at + 1),
            "," if matches!(self.word(at + 1), "and" | "AND") => Some(at + 2),
            "," if case == Case::Capitals && !self.is_time_or_agency(at + 1) => Some(at + 1),
            _ => None,
        }
    }

    fn is_time_or_agency(&self, at: usize) -> bool {
        day::month(self.word(at)).is_some()
            || day::weekday(self.word(at)).is_some()
            || is_agency(self.word(at))
    }

    fn town(&self, at: usize) -> Option<(Town, usize)> {
        let case = self.case_of(at)?;
        let end = self.town_end(at, case);
        let range = self.tokens[at].range.cover(self.tokens[end - 1].range);
        let Some((region, next)) = self.region(end, case) else {
            return Some((Town { range, region: None, case }, end));
        };
        Some((Town { range, region: Some(region), case }, next))
    }

    fn case_of(&self, at: usize) -> Option<Case> {
        let word = self.word(at);
        if !self.is_word(at) || self.is_time_or_agency(at) {
            return None;
        }
        let next_capitals = self.is_word(at + 1) && self.is_capitals(at + 1);
        let case = match word {
            _ if self.is_capitals(at) && (word.chars().count() > 1 || next_capitals) => Case::Capitals,
            "St." | "Mt." | "Ft." if next_capitals => Case::Capitals,
            _ if self.tokens[at].capital => Case::Mixed,
            _ => Case::Small,
        };
        Some(case)
    }

    /// "LONDON", "McALLEN", "O’FALLON", "MacDILL"; "NO10" is none.
    fn is_capitals(&self, at: usize) -> bool {
        let word = self.word(at);
        let rest = word.strip_prefix("Mc").or_else(|| word.strip_prefix("Mac")).unwrap_or(word);
        let mut letters = rest.chars().filter(|c| c.is_alphabetic()).peekable();
        letters.peek().is_some() && letters.all(|c| !c.is_lowercase())
    }

    /// Words of one case; hyphens without blanks and small words ("de", "upon") stand between.
    fn town_end(&self, at: usize, case: Case) -> usize {
        let mut end = at + 1;
        for _ in 0..7 {
            let Some(next) = self.next_part(end, case) else { break };
            end = next;
        }
        end
    }

    /// The token after the next part of a town, which begins at `at`.
    fn next_part(&self, at: usize, case: Case) -> Option<usize> {
        let fits = |at: usize| {
            self.is_word(at)
                && !self.is_joint_word(at)
                && match case {
                    Case::Capitals => self.is_capitals(at),
                    Case::Mixed => self.tokens[at].capital && !self.is_time_or_agency(at),
                    Case::Small => !self.is_time_or_agency(at),
                }
        };
        let token = self.tokens.get(at)?;
        if is_dash(token.of(self.text)) && !token.spaced {
            let after = self.tokens.get(at + 1).filter(|token| !token.spaced)?;
            let small = is_small_word(after.of(self.text)) && self.next_part(at + 2, case).is_some();
            return ((fits(at + 1) || small) && token.of(self.text) == "-").then_some(at + 2);
        }
        if token.kind == TokenKind::Possessive && case == Case::Capitals {
            return Some(at + 1);
        }
        let abbreviated =
            token.of(self.text) == "." && matches!(self.word(at - 1), "ST" | "MT" | "FT" | "St");
        if abbreviated && fits(at + 1) {
            return Some(at + 2);
        }
        if !token.spaced {
            return None;
        }
        let small = is_small_word(token.of(self.text)) && fits(at + 1);
        (fits(at) || small).then_some(at + 1)
    }

    fn is_joint_word(&self, at: usize) -> bool {
        matches!(self.word(at), "and" | "AND")
    }

    /// State or country after a comma, up to two of them ("Calif., USA").
    fn region(&self, at: usize, case: Case) -> Option<(TextRange, usize)> {
        let (first, next) = self.one_region(at, case)?;
        match self.one_region(next, case) {
            Some((second, next)) => Some((first.cover(second), next)),
            None => Some((first, next)),
        }
    }

    fn one_region(&self, at: usize, case: Case) -> Option<(TextRange, usize)> {
        let from = at + 1;
        if self.word(at) != "," || !self.is_word(from) || self.is_time_or_agency(from) {
            return None;
        }
        let span = |end: usize| self.tokens[from].range.cover(self.tokens[end - 1].range);
        let longest = (1..=4).rev().map(|length| from + length).filter(|&end| end <= self.tokens.len());
        let known = |end: &usize| {
            let name = span(*end).of(self.text);
            places::state(name).is_some() || places::country(name).is_some()
        };
        let named = |end: usize| (from..end).all(|at| self.is_word(at) || self.word(at) == "-");
        let known = longest.filter(|&end| named(end) && self.is_word(end - 1)).find(known);
        let end = match known {
            Some(end) => end,
            None => self.unknown_region(from, case)?,
        };
        // "Tex." where the table of abbreviations does not keep the point
        let pointed = self.word(end) == "." && matches!(self.word(end + 1), "," | "(" | "-");
        let end = end + usize::from(pointed && !self.tokens[end].spaced);
        Some((span(end), end))
    }

    /// After a town in capitals a name in ordinary case is its region, known or not.
    fn unknown_region(&self, from: usize, case: Case) -> Option<usize> {
        if case != Case::Capitals || self.is_capitals(from) || !self.tokens[from].capital {
            return None;
        }
        let end = self.town_end(from, Case::Mixed);
        let ends = matches!(self.word(end), "," | "(" | "/" | ":" | "|") || is_dash(self.word(end));
        ends.then_some(end)
    }
}

fn is_small_word(word: &str) -> bool {
    matches!(
        word,
        "de" | "la"
            | "le"
            | "les"
            | "el"
            | "en"
            | "upon"
            | "sur"
            | "of"
            | "the"
            | "au"
            | "aux"
            | "du"
            | "del"
            | "do"
            | "da"
            | "dos"
            | "das"
            | "am"
            | "an"
            | "der"
            | "es"
            | "al"
            | "ar"
            | "ad"
            | "off"
            | "di"
    )
}

//! Reads what stands before the dash of a paragraph: places, date, agency, in any order.
//!
//! One state machine over tokens; it only reads. Whether what it read is a dateline,
//! `verdict` decides.

use super::agencies::is_agency;
use super::day::{self, WrittenDate};
use super::marks::{End, end_mark, is_dash};
use super::towns::{self, Town};
use crate::text::TextRange;
use crate::tokens::{Token, TokenKind};

/// What was read, up to and with the mark that ends it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Head {
    /// The first token.
    pub first: usize,
    /// The token after it.
    pub next: usize,
    /// The places in order.
    pub towns: Vec<Town>,
    /// The date.
    pub date: Option<WrittenDate>,
    /// The agency's words, without brackets.
    pub agency: Option<Agency>,
    /// What ends it.
    pub end: End,
}

/// An agency's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Agency {
    /// The words.
    pub range: TextRange,
    /// The table knows it.
    pub known: bool,
    /// It stands in brackets or between slashes.
    pub bracketed: bool,
}

/// Reads the head of the paragraph whose tokens these are.
pub(super) fn read(text: &str, tokens: &[Token]) -> Option<Head> {
    if !may_be_one(text, tokens) {
        return None;
    }
    let first = tokens.iter().take(8).position(|token| !token.of(text).starts_with('*'))?;
    let head = Head { first, next: first, towns: Vec::new(), date: None, agency: None, end: End::Nothing };
    let head = Reader { text, tokens, head }.read()?;
    (head.next > head.first).then_some(head)
}

/// A quick no for most paragraphs: no mark, no bracket near their beginning, and not short.
fn may_be_one(text: &str, tokens: &[Token]) -> bool {
    let mark = |pair: &[Token]| {
        if pair[0].kind != TokenKind::Sign {
            return false;
        }
        let word = pair[0].of(text);
        let parts = word != "-" || pair[0].spaced || pair[1].spaced;
        matches!(word, "(" | "[" | "/" | "|" | ":") || (is_dash(word) && parts)
    };
    let alone = tokens.last().is_some_and(|last| is_dash(last.of(text)));
    // "BAKU, February 9. The …"
    let shouts = tokens.first().is_some_and(|token| !token.of(text).contains(char::is_lowercase));
    let stops = || shouts && tokens.iter().take(10).any(|token| token.of(text) == ".");
    tokens.len() <= 8 || alone || stops() || tokens.windows(2).take(40).any(mark)
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    head: Head,
}

impl Reader<'_> {
    /// Elements with commas or points between them, up to a mark that no element follows.
    fn read(mut self) -> Option<Head> {
        if !self.element() {
            return None;
        }
        for _ in 0..8 {
            if let Some(end) = end_mark(self.word(self.head.next)) {
                let before = self.head.clone();
                self.head.next += 1;
                if self.element() && self.goes_on(&before) && self.agency_is_sure(&before) {
                    continue;
                }
                return Some(Head { end, next: before.next + 1, ..before });
            }
            let before = self.head.next;
            self.skip_separators();
            let parted = self.head.next > before;
            if parted && end_mark(self.word(self.head.next)).is_some() {
                continue;
            }
            if !self.element_after(parted) {
                self.head.next = before;
                break;
            }
        }
        self.unmarked()
    }

    /// A head without a mark: a full stop after the agency, or nothing at all.
    fn unmarked(mut self) -> Option<Head> {
        let dated_town = self.head.date.is_some() && !self.head.towns.is_empty();
        let stops = self.word(self.head.next) == "." && (self.head.agency.is_some() || dated_town);
        self.head.end = if stops { End::Stop } else { End::Nothing };
        self.head.next += usize::from(stops);
        Some(self.head)
    }

    /// After a mark and one more element another mark must follow, or a bracket closed it.
    fn goes_on(&self, before: &Head) -> bool {
        let mut at = self.head.next;
        while matches!(self.word(at), "," | ".") {
            at += 1;
        }
        let word = self.word(at);
        let bracketed = before.agency.is_none() && self.head.agency.is_some_and(|agency| agency.bracketed);
        let ends = word.is_empty() && before.towns.len() == self.head.towns.len();
        let dated = before.towns.is_empty() && day::read(self.text, self.tokens, at).is_some();
        ends || end_mark(word).is_some() || matches!(word, "(" | "/") || bracketed || dated
    }

    /// Brackets after a mark hold an agency only if the table knows it: "MONTREAL – (Acme Inc) said".
    fn agency_is_sure(&self, before: &Head) -> bool {
        before.agency.is_some() || self.head.agency.is_none_or(|agency| agency.known)
    }

    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.of(self.text))
    }

    fn skip_separators(&mut self) {
        while matches!(self.word(self.head.next), "," | "." | ";") {
            self.head.next += 1;
        }
    }

    /// Takes one element that is not there yet.
    fn element(&mut self) -> bool {
        self.take_date() || self.take_agency() || self.take_bracketed_date() || self.take_towns()
    }

    /// A place follows other elements only after a comma: "(CNN) The bank" names none.
    fn element_after(&mut self, parted: bool) -> bool {
        if parted {
            return self.element();
        }
        self.take_date() || self.take_agency() || self.take_bracketed_date()
    }

    fn take_date(&mut self) -> bool {
        let date = day::read(self.text, self.tokens, self.head.next).filter(|_| self.head.date.is_none());
        let Some(date) = date else { return false };
        self.head.next = date.next;
        self.head.date = Some(date);
        true
    }

    /// `(March 3)`
    fn take_bracketed_date(&mut self) -> bool {
        let at = self.head.next;
        if self.head.date.is_some() || self.word(at) != "(" {
            return false;
        }
        let date = day::read(self.text, self.tokens, at + 1);
        let Some(date) = date.filter(|date| self.word(date.next) == ")") else { return false };
        self.head.next = date.next + 1;
        self.head.date = Some(date);
        true
    }

    fn take_towns(&mut self) -> bool {
        if !self.head.towns.is_empty() {
            return false;
        }
        let (towns, next) = towns::read(self.text, self.tokens, self.head.next);
        self.head.next = next;
        self.head.towns = towns;
        !self.head.towns.is_empty()
    }

    fn take_agency(&mut self) -> bool {
        if self.head.agency.is_some() {
            return false;
        }
        self.bracketed_agency() || self.bare_agency()
    }

    /// `(Reuters)`, `/TASS/`, `[dpa]`, `(Reuters, March 3)`
    fn bracketed_agency(&mut self) -> bool {
        let at = self.head.next;
        let close = match self.word(at) {
            "(" => ")",
            "/" => "/",
            "[" => "]",
            _ => return false,
        };
        let Some(length) = (1..10).find(|&i| self.word(at + i + 1) == close) else { return false };
        let inside = at + 1..at + 1 + length;
        if self.dated(inside.start, inside.end) {
            return false;
        }
        let parts = |i: usize| self.word(i) == "," || is_dash(self.word(i));
        let dated = inside.clone().skip(1).find(|&i| parts(i - 1) && self.dated(i, inside.end));
        let words = inside.start..dated.map_or(inside.end, |i| i - 1);
        let range = self.tokens[words.start].range.cover(self.tokens[words.end - 1].range);
        let known = is_agency(range.of(self.text));
        if !known && !words.clone().all(|i| self.is_name_part(i)) {
            return false;
        }
        if let Some(i) = dated {
            self.head.date = day::read(self.text, self.tokens, i);
        }
        self.head.agency = Some(Agency { range, known, bracketed: true });
        self.head.next = inside.end + 1;
        true
    }

    fn dated(&self, at: usize, end: usize) -> bool {
        self.head.date.is_none() && day::read(self.text, self.tokens, at).is_some_and(|date| date.next == end)
    }

    fn is_name_part(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let figures = token.kind == TokenKind::Number && !self.head.towns.is_empty();
        token.capital || !token.spaced || figures || matches!(self.word(at), "-" | "/" | "&" | "." | "of")
    }

    /// `LONDON, March 3, Reuters -`: only after a place or date, before a mark.
    fn bare_agency(&mut self) -> bool {
        let at = self.head.next;
        if self.head.towns.is_empty() && self.head.date.is_none() {
            return false;
        }
        let ends = (1..=3).rev().map(|length| at + length).find(|&end| {
            let known = self
                .tokens
                .get(end - 1)
                .is_some_and(|last| is_agency(self.tokens[at].range.cover(last.range).of(self.text)));
            known && (end_mark(self.word(end)).is_some() || self.word(end) == ",")
        });
        let Some(end) = ends else { return false };
        let range = self.tokens[at].range.cover(self.tokens[end - 1].range);
        self.head.agency = Some(Agency { range, known: true, bracketed: false });
        self.head.next = end;
        true
    }
}

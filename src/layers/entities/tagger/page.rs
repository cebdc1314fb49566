//! An article as the tagger sees it: its words, the runs of capitals, and what the same word does elsewhere.

use super::model::Model;
use super::tags::{BEGIN, INSIDE, LAST, UNIT};
use super::words::{Word, hash_of, step};
use crate::layers::entities::forms::{Form, Forms};
use crate::resources::{self, Classes};
use crate::sentences::Sentence;
use crate::tokens::{Token, TokenKind};
use std::ops::{Index, Range};
use std::sync::OnceLock;

/// All words of an article, with what surrounds them.
pub struct Page {
    /// One for each token.
    pub words: Words,
    /// For each token the entry of its word in `evidence`.
    pub slots: Vec<u32>,
    /// What each word does in the whole article.
    pub evidence: Vec<Evidence>,
    /// For each token the run of capitals it stands in (itself where it stands in none).
    pub runs: Vec<Run>,
    /// What the word tables know of each token.
    pub known: Vec<Known>,
    small: &'static Small,
}

/// The words of the tokens: each different one once, for a page repeats its words.
pub struct Words {
    list: Vec<Word>,
    of: Vec<u32>,
}

impl Index<usize> for Words {
    type Output = Word;

    fn index(&self, token: usize) -> &Word {
        &self.list[self.of[token] as usize]
    }
}

/// What the word tables know of one token.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known {
    /// By itself.
    pub own: Classes,
    /// As part of the longest known phrase it stands in.
    pub phrase: Classes,
    /// Where in that phrase, as the positions of the tags.
    pub place: u8,
}

/// How a sentence is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    /// Plain prose.
    Plain = 0,
    /// ALL CAPITALS.
    Capitals = 1,
    /// Most Words Have a Capital.
    Title = 2,
    /// Mostly figures: a row of a table.
    Table = 3,
    /// No capital at all.
    Small = 4,
}

/// What one word does in the whole article.
#[derive(Clone, Copy, Debug, Default)]
pub struct Evidence {
    /// [`SMALL`] and the following.
    pub marks: u16,
    /// How often it stands in the article, up to 255.
    pub count: u8,
}

/// It also stands without a capital.
pub const SMALL: u16 = 1;
/// It stands with a capital inside a sentence.
pub const CAPITAL: u16 = 2;
/// It stands in all capitals inside plain prose.
pub const CAPITALS: u16 = 4;
/// Another capital follows.
pub const GOES_ON: u16 = 8;
/// Another capital precedes.
pub const GOES_BEFORE: u16 = 16;
/// "the" precedes.
pub const AFTER_THE: u16 = 32;
/// A possessive follows.
pub const OWNS: u16 = 64;
/// It stands alone in brackets.
pub const BRACKETED: u16 = 128;

/// A run of capitals: "Bank of England", "Angela Merkel".
#[derive(Clone, Copy, Debug, Default)]
pub struct Run {
    /// Its first token.
    pub start: u32,
    /// The token after its last.
    pub end: u32,
}

/// Words of a sentence side by side that may stand in names; no name crosses their ends.
pub struct Stretch {
    /// Their sentence.
    pub sentence: Range<usize>,
    /// How it is written.
    pub manner: Manner,
    /// The words.
    pub words: Range<usize>,
}

impl Stretch {
    /// Whether the sentence begins with them.
    pub fn opens(&self) -> bool {
        self.words.start == self.sentence.start
    }

    /// Whether the sentence ends with them.
    pub fn closes(&self) -> bool {
        self.words.end == self.sentence.end
    }
}

impl Page {
    /// Reads an article.
    pub fn read(text: &str, tokens: &[Token], forms: &Forms, sentences: &[Sentence], model: &Model) -> Self {
        let classed = |form: &Form| Word { class: model.class(form.look.lower), ..form.look };
        let looks: Vec<Word> = forms.list.iter().map(classed).collect();
        let (of_forms, slot_count) = number_words(&looks);
        let slots = forms.of.iter().map(|&form| of_forms[form as usize]).collect();
        let mut page = Page {
            words: Words { list: looks, of: forms.of.clone() },
            slots,
            evidence: vec![Evidence::default(); slot_count],
            runs: Vec::new(),
            known: Vec::new(),
            small: Small::get(),
        };
        page.runs = vec![Run::default(); tokens.len()];
        page.known = look_up(text, tokens, forms);
        for sentence in sentences {
            page.find_runs(&sentence.tokens);
            page.gather(&sentence.tokens);
        }
        page
    }

    /// How a sentence is written.
    pub fn manner(&self, sentence: &Range<usize>) -> Manner {
        let (mut words, mut capital, mut capitals, mut figures) = (0, 0, 0, 0);
        for word in sentence.clone().map(|at| &self.words[at]) {
            words += usize::from(word.is_word);
            capital += usize::from(word.is_word && word.capital);
            capitals += usize::from(word.all_capitals);
            figures += usize::from(!word.is_word);
        }
        if words >= 2 && capitals * 10 >= words * 7 {
            Manner::Capitals
        } else if figures * 10 >= (words + figures) * 4 && figures >= 2 {
            Manner::Table
        } else if words >= 4 && capital * 10 >= words * 6 {
            Manner::Title
        } else if capital == 0 {
            Manner::Small
        } else {
            Manner::Plain
        }
    }

    /// Whether a name may hold a word: it has a capital, it is small and joins two that have one or
    /// leads to one ("Bank of the West", "van Dyck"), a hyphen joins it to one ("Ji-woo"), it is a number or
    /// sign beside one ("Boeing 737"), or nothing in its sentence has a capital.
    pub fn may_name(&self, sentence: &Range<usize>, manner: Manner, at: usize) -> bool {
        let word = &self.words[at];
        let capital = |place: usize| sentence.contains(&place) && self.words[place].capital;
        let run = self.runs[at];
        if manner == Manner::Small || word.capital || run.end - run.start > 1 {
            return true;
        }
        let (before, after) = (at > 0 && capital(at - 1), capital(at + 1));
        if !word.is_word {
            return if word.lower == self.small.comma {
                before && after
            } else {
                !word.parts && (before || after)
            };
        }
        let joins = |place: usize| self.small.joins.contains(&self.words[place].lower);
        let between = before && (after || capital(at + 2));
        let behind = after && at > 1 && capital(at - 2) && joins(at - 1);
        let hyphened = at > 1 && capital(at - 2) && self.words[at - 1].lower == self.small.hyphen;
        let leads = after && self.known[at].own.has(Classes::PARTICLE);
        hyphened || leads || (between || behind) && joins(at)
    }

    /// Calls `each` with every stretch of a sentence, in order.
    pub fn each_stretch(&self, sentence: &Range<usize>, each: &mut impl FnMut(Stretch)) {
        let manner = self.manner(sentence);
        let mut at = sentence.start;
        while at < sentence.end {
            let start = at;
            while at < sentence.end && self.may_name(sentence, manner, at) {
                at += 1;
            }
            if start < at {
                each(Stretch { sentence: sentence.clone(), manner, words: start..at });
            }
            at += 1;
        }
    }

    fn find_runs(&mut self, sentence: &Range<usize>) {
        let mut at = sentence.start;
        while at < sentence.end {
            let mut end = at + 1;
            while self.words[at].capital && end < sentence.end {
                if self.words[end].capital {
                    end += 1;
                } else if end + 1 < sentence.end
                    && self.words[end + 1].capital
                    && self.small.links.contains(&self.words[end].lower)
                {
                    end += 2;
                } else {
                    break;
                }
            }
            self.runs[at..end].fill(Run { start: at as u32, end: end as u32 });
            at = end;
        }
    }

    fn gather(&mut self, sentence: &Range<usize>) {
        let plain = matches!(self.manner(sentence), Manner::Plain | Manner::Small);
        for at in sentence.clone().filter(|&at| self.words[at].is_word) {
            let word = self.words[at];
            let before = (at > sentence.start).then(|| self.words[at - 1]);
            let after = (at + 1 < sentence.end).then(|| &self.words[at + 1]);
            let mut marks = 0;
            let mut mark = |holds: bool, bit: u16| marks |= if holds { bit } else { 0 };
            mark(!word.capital, SMALL);
            mark(word.capital && before.is_some_and(|b| b.is_word) && plain, CAPITAL);
            mark(word.all_capitals && plain, CAPITALS);
            mark(word.capital && plain && after.is_some_and(|a| a.capital), GOES_ON);
            mark(word.capital && plain && before.is_some_and(|b| b.capital), GOES_BEFORE);
            mark(word.capital && before.is_some_and(|b| b.lower == self.small.the), AFTER_THE);
            mark(word.capital && after.is_some_and(|a| a.lower == self.small.owns), OWNS);
            let bracketed = before.is_some_and(|b| b.lower == self.small.opens)
                && after.is_some_and(|a| a.lower == self.small.closes);
            mark(word.capital && bracketed, BRACKETED);
            let evidence = &mut self.evidence[self.slots[at] as usize];
            evidence.marks |= marks;
            evidence.count = evidence.count.saturating_add(u8::from(word.capital));
        }
    }
}

/// Looks every word and, from capitals on, every phrase up in the word tables.
fn look_up(text: &str, tokens: &[Token], forms: &Forms) -> Vec<Known> {
    let table = resources::words();
    let mut key = String::new();
    let mut known = vec![Known::default(); tokens.len()];
    let mut taken = 0;
    for at in 0..tokens.len() {
        if tokens[at].kind != TokenKind::Word {
            continue;
        }
        let Some(entry) = forms.at(at).entry else { continue };
        known[at].own = entry.classes;
        if at < taken || !tokens[at].capital {
            continue;
        }
        let Some(found) = table.longest_from(entry, text, tokens, at, 1, &mut key) else { continue };
        taken = found.end;
        for inside in at..found.end {
            known[inside].phrase = found.entry.classes;
            known[inside].place = match (inside == at, inside + 1 == found.end) {
                (true, true) => UNIT,
                (true, false) => BEGIN,
                (false, true) => LAST,
                (false, false) => INSIDE,
            } as u8;
        }
    }
    known
}

/// Hashes of a few small words and signs.
struct Small {
    the: u32,
    owns: u32,
    opens: u32,
    closes: u32,
    comma: u32,
    hyphen: u32,
    links: [u32; 9],
    /// Words inside names.
    joins: [u32; 24],
}

impl Small {
    fn get() -> &'static Self {
        static SMALL: OnceLock<Small> = OnceLock::new();
        SMALL.get_or_init(Self::new)
    }

    fn new() -> Self {
        Small {
            the: hash_of("the"),
            owns: hash_of("'s"),
            opens: hash_of("("),
            closes: hash_of(")"),
            comma: hash_of(","),
            hyphen: hash_of("-"),
            links: ["of", "for", "&", "de", "-", "and", "al", "bin", "van"].map(hash_of),
            joins: [
                "of", "for", "de", "and", "al", "bin", "van", "the", "to", "in", "on", "at", "del", "der",
                "da", "von", "la", "el", "du", "y", "den", "des", "di", "a",
            ]
            .map(hash_of),
        }
    }
}

/// Gives equal words equal numbers: an open table of hashes, as large as the article wants.
fn number_words(words: &[Word]) -> (Vec<u32>, usize) {
    let size = (words.len() * 2).next_power_of_two().max(16);
    let mut table = vec![(0u32, u32::MAX); size];
    let mut count = 0;
    let number = |word: &Word| {
        let key = step(word.lower, 1);
        let mut at = key.wrapping_mul(0x9e37_79b1) as usize & (size - 1);
        loop {
            let entry = &mut table[at];
            if entry.1 == u32::MAX {
                *entry = (key, count);
                count += 1;
                return count - 1;
            }
            if entry.0 == key {
                return entry.1;
            }
            at = (at + 1) & (size - 1);
        }
    };
    let slots = words.iter().map(number).collect();
    (slots, count as usize)
}

//! What an article tells of those it names: their roles, ages and nations.

use super::nouns::{is_body, is_person, nouns, number};
use crate::document::entities::Mention;
use crate::document::ids::EntityId;
use crate::layers::quotes::words;
use crate::resources::{Classes, QuickMap, fold};
use crate::tokens::{Token, TokenKind};
use std::ops::Range;

/// Words before a role that make it another one: "vice president".
const RANKS: [&str; 9] =
    ["vice", "deputy", "former", "assistant", "associate", "acting", "interim", "ex", "onetime"];

/// Words before a noun that tell no two people apart.
const PLAIN: [&str; 12] = [
    "new",
    "young",
    "old",
    "veteran",
    "longtime",
    "outgoing",
    "embattled",
    "popular",
    "top",
    "senior",
    "own",
    "late",
];

/// How many bearers of one noun are kept.
const BEARERS: usize = 24;

/// A noun phrase that says what somebody is.
///
/// ```text
/// the former Orsk chief executive
///     ^^^^^^ rank  ^^^^^^^^^^^^^^^ noun
///            ^^^^ word
/// ```
#[derive(Clone, Debug, Default)]
pub(super) struct Described {
    /// The number of its noun; none where an age or a nation is all.
    pub noun: Option<u64>,
    /// "vice", "former".
    pub rank: Option<&'static str>,
    /// What else it says, in numbers.
    pub words: Vec<u64>,
    /// The age, where told.
    pub age: Option<u64>,
}

/// Who has been called what, as far as the article has been read.
pub(super) struct Told<'a> {
    text: &'a str,
    tokens: &'a [Token],
    bearers: QuickMap<u64, Vec<EntityId>>,
    facts: Vec<Facts>,
}

#[derive(Clone, Default)]
struct Facts {
    nouns: Vec<(u64, Option<&'static str>)>,
    words: Vec<u64>,
}

impl<'a> Told<'a> {
    pub(super) fn new(text: &'a str, tokens: &'a [Token], entities: usize) -> Self {
        Told { text, tokens, bearers: QuickMap::default(), facts: vec![Facts::default(); entities] }
    }

    fn of(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.of(self.text))
    }

    fn is(&self, at: usize, class: words::Class) -> bool {
        words::look_up(self.of(at)).class & class != 0
    }

    /// Reads the words before and after a name.
    pub(super) fn read(&mut self, mention: &Mention, person: bool) {
        let start = self.tokens.partition_point(|token| token.end() <= mention.range.start());
        let end = start + self.tokens[start..].partition_point(|token| token.start() < mention.range.end());
        let mut phrases = vec![self.phrase_before(start, person)];
        let comma = start > 1 && self.of(start - 1) == "," && !self.tokens[start].starts_line;
        if comma && matches!(self.of(end), "," | "." | ";" | ")") {
            phrases.push(self.phrase_before(start - 1, person));
        }
        phrases.extend(self.phrases_after(end, person));
        for described in phrases.into_iter().flatten() {
            self.note(mention.entity, described);
        }
    }

    fn note(&mut self, entity: EntityId, described: Described) {
        let Some(facts) = self.facts.get_mut(entity.0 as usize).filter(|facts| facts.words.len() < 64) else {
            return;
        };
        if let Some(noun) = described.noun.filter(|&noun| !facts.nouns.contains(&(noun, described.rank))) {
            facts.nouns.push((noun, described.rank));
        }
        facts.words.extend(described.words.iter().chain(&described.noun).chain(&described.age));
        for key in described.words.iter().chain(&described.noun).chain(&described.age) {
            let bearers = self.bearers.entry(*key).or_default();
            if !bearers.contains(&entity) {
                bearers.push(entity);
            }
            if bearers.len() > BEARERS {
                bearers.remove(0);
            }
        }
    }

    /// "Orsk chief executive" before "Ann Marlow"; "Sweden’s" before "Ola Lund".
    fn phrase_before(&self, end: usize, person: bool) -> Option<Described> {
        let mut from = end;
        while from > 0 && end - from < 7 && !self.tokens[from].starts_line && self.is_inner(from - 1) {
            from -= 1;
        }
        self.described(from..end, person)
    }

    /// A word that may stand inside such a phrase.
    fn is_inner(&self, at: usize) -> bool {
        let small = words::DET
            | words::POSSESSIVE
            | words::PREPOSITION
            | words::CONJUNCTION
            | words::SUBORDINATE
            | words::AUXILIARY
            | words::SUBJECT
            | words::OBJECT
            | words::RELATIVE;
        let Some(token) = self.tokens.get(at) else { return false };
        match token.kind {
            TokenKind::Number | TokenKind::Possessive => true,
            TokenKind::Word => !self.is(at, small) && words::look_up(token.of(self.text)).verb.is_none(),
            _ => token.of(self.text) == "-",
        }
    }

    /// ", 34, a nurse and mother of two," ", chief executive of Orsk," " is the mayor" " (SWE)" " of Denmark"
    fn phrases_after(&self, end: usize, person: bool) -> Vec<Option<Described>> {
        let mut at = end;
        let mut phrases = Vec::new();
        if self.tokens.get(at).is_none_or(|token| token.starts_line) {
            return phrases;
        }
        let copula = matches!(self.of(at), "is" | "was" | "became" | "remains");
        let who = matches!((self.of(at), self.of(at + 1)), ("," | "who", "who" | "is" | "was"));
        match self.of(at) {
            "of" | "from" | "(" => {
                phrases.push(self.described(at + 1..at + 2, person));
                return phrases;
            }
            _ if copula => at += 1,
            "," if who && matches!(self.of(at + 2), "is" | "was") => at += 3,
            "," => at += 1,
            _ => return phrases,
        }
        let aged =
            self.tokens.get(at).filter(|token| token.kind == TokenKind::Number && token.range.len() == 2);
        if aged.is_some() && person {
            phrases.push(Some(Described { age: Some(number(self.of(at))), ..Described::default() }));
            at += if self.of(at + 1) == "," { 2 } else { 1 };
        }
        for _ in 0..2 {
            let led = self.is(at, words::DET | words::POSSESSIVE);
            let from = if led { at + 1 } else { at };
            let mut to = from;
            while to < from + 8 && self.is_inner(to) && !self.tokens[to].starts_line {
                to += 1;
            }
            let ends = !copula || !matches!(self.of(to), "-");
            // "Marlow, Quist and the mayor": a list; "a nurse", "chief executive of Orsk" a role.
            let closes = matches!(
                self.of(to),
                "," | "." | "of" | "at" | "for" | "from" | "in" | "with" | "and" | "who"
            ) || self.is(to, words::PREPOSITION | words::RELATIVE);
            if to == from || !ends || !closes || (!led && self.tokens[from].capital) {
                break;
            }
            phrases.push(self.described(from..to, person));
            if self.of(to) != "and" || copula {
                break;
            }
            at = to + 1;
        }
        phrases
    }

    /// Reads a phrase whose noun is its last word.
    pub(super) fn described(&self, range: Range<usize>, person: bool) -> Option<Described> {
        let mut described = Described::default();
        let mut end = range.end.min(self.tokens.len());
        let last = end.checked_sub(1).filter(|&last| last >= range.start)?;
        for length in [3, 2, 1] {
            let Some(start) = end.checked_sub(length).filter(|&start| start >= range.start) else { continue };
            let words = self.tokens[start].range.cover(self.tokens[last].range).of(self.text);
            let noun = match length {
                1 => match person {
                    true => is_person(words) || nouns().knows(words),
                    false => is_body(words),
                },
                _ => nouns().knows(words),
            };
            if noun {
                (described.noun, end) = (Some(nouns().of(words)), start);
                break;
            }
        }
        let mut at = range.start;
        while at < end {
            let word = self.of(at);
            if let Some(rank) = RANKS.iter().find(|rank| rank.eq_ignore_ascii_case(word)) {
                described.rank = Some(rank);
            } else if self.of(at + 1) == "-" && self.of(at + 2) == "year" {
                described.age = Some(number(word));
                at += 4;
            } else if !PLAIN.contains(&word) && self.tokens[at].kind == TokenKind::Word {
                described.words.push(self.nation(at).unwrap_or_else(|| number(word)));
            }
            at += 1;
        }
        let told = described.noun.is_some()
            || described.age.is_some()
            || described.words.iter().any(|_| range.len() == 1);
        told.then_some(described)
    }

    /// The country that a word tells of: "French", "Dane", "Denmark".
    pub(super) fn nation(&self, at: usize) -> Option<u64> {
        let token = self.tokens.get(at).filter(|token| token.capital)?;
        let mut key = String::new();
        fold(&mut key, token.of(self.text));
        let words = crate::resources::words();
        let entry =
            words.get(&key).filter(|entry| entry.classes.has(Classes::DEMONYM.and(Classes::COUNTRY)))?;
        let country = words.place(entry)?.country;
        (!country.is_empty()).then(|| number(&["country ", country].concat()))
    }

    /// Those whom a description fits, in the order in which they were told of.
    pub(super) fn bearers(&self, described: &Described) -> Vec<EntityId> {
        let Some(noun) = described.noun else {
            return described
                .age
                .or(described.words.first().copied())
                .map_or(Vec::new(), |key| self.fitting(key, described, false));
        };
        let exact = self.fitting(noun, described, true);
        if !exact.is_empty() {
            return exact;
        }
        let wider = nouns().narrower(noun).iter().flat_map(|&narrow| {
            self.fitting(narrow, &Described { noun: Some(narrow), ..described.clone() }, true)
        });
        let mut wider: Vec<EntityId> = wider.collect();
        wider.dedup();
        match (wider.is_empty(), described.age) {
            (true, Some(age)) => self.fitting(age, described, false),
            _ => wider,
        }
    }

    fn fitting(&self, key: u64, described: &Described, by_noun: bool) -> Vec<EntityId> {
        let bearers = self.bearers.get(&key).map_or(&[][..], Vec::as_slice);
        let fits = |entity: &&EntityId| {
            let facts = &self.facts[entity.0 as usize];
            let noun =
                !by_noun || described.noun.is_some_and(|noun| facts.nouns.contains(&(noun, described.rank)));
            noun && described.words.iter().chain(&described.age).all(|word| facts.words.contains(word))
        };
        bearers.iter().filter(fits).copied().collect()
    }
}

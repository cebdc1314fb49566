//! "the mayor", "the 34-year-old", "the company": who is meant by what they are.

use super::bodies::{Fit, fit};
use super::nouns::{is_body, is_person, number};
use super::told::Described;
use super::{Open, Reader};
use crate::document::entities::{Gender, Label};
use crate::document::ids::EntityId;
use crate::document::reason::{Reason, Rule};
use crate::document::references::{Reference, ReferenceKind};
use crate::layers::quotes::words;
use crate::text::TextRange;
use crate::tokens::TokenKind;

/// A description in the text.
struct Phrase {
    range: TextRange,
    described: Described,
    /// Its last noun.
    noun: usize,
    person: bool,
    /// "the mother of two"
    parent: Option<Gender>,
}

impl Reader<'_> {
    /// The one whom a description fits.
    ///
    /// ```text
    /// Ann Marlow, chief executive of Orsk, met Tom Reed. The CEO said the firm would stay.
    ///                                                    ^^^^^^^ Ann Marlow   ^^^^ Orsk
    /// ```
    ///
    /// People are known by the roles, ages and nations that the article gives them; bodies by words of
    /// their names as well, and a company by being the only one near. Where several fit alike it
    /// stays open, and a description that nobody has been given stays alone.
    pub(super) fn description(&mut self, at: usize) -> Option<Reference> {
        let phrase = self.phrase(at).filter(|phrase| !phrase.person || !self.introduces(at))?;
        let (found, rule, score) = match phrase.person {
            true => (self.bearers(&phrase), Rule::SameRole, 800),
            false => self.bodies(&phrase),
        };
        let chosen = match found.as_slice() {
            [] => return None,
            [one] => *one,
            several => match self.only_near(several, if phrase.person { 99 } else { 4 }) {
                Some(one) => one,
                None if !phrase.person && several.len() > 3 => return None,
                None => {
                    let candidates = self.nearest_first(several);
                    self.open.push(Open { range: phrase.range, candidates });
                    return None;
                }
            },
        };
        let before = self.recent.iter().rev().find(|candidate| candidate.entity == chosen);
        let words = before.map_or(phrase.range, |candidate| candidate.range);
        let why = Reason::new(rule, [phrase.range, words]);
        self.take(chosen, phrase.range);
        Some(Reference { range: phrase.range, entity: chosen, kind: ReferenceKind::Description, score, why })
    }

    /// Reads "the" and what follows, as far as it describes somebody.
    fn phrase(&self, at: usize) -> Option<Phrase> {
        let from = at + 1;
        let limit = (from + 8).min(self.tokens.len());
        let inner = (from..limit).take_while(|&next| self.is_inside(next)).count();
        let end = (from + 1..=from + inner).rev().find(|&end| self.ends_well(from, end))?;
        let noun = end - 1;
        let person = !is_body(self.of(noun));
        let mut described = self.told.described(from..end, person)?;
        let mut last = noun;
        let mut parent = None;
        if self.of(end) == "of" {
            let next = self.tokens.get(end + 1).filter(|token| token.kind != TokenKind::Sign)?;
            match self.of(noun) {
                "mother" => parent = Some(Gender::Female),
                "father" => parent = Some(Gender::Male),
                _ if next.capital && person => described.words.push(number(self.of(end + 1))),
                _ => return None,
            }
            last = end + 1;
        }
        let range = self.tokens[at].range.cover(self.tokens[last].range);
        (!self.names_follow(last + 1)).then_some(Phrase { range, described, noun, person, parent })
    }

    fn of(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.of(self.text))
    }

    fn is_inside(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at).filter(|token| !token.starts_line) else { return false };
        let small = words::DET
            | words::POSSESSIVE
            | words::PREPOSITION
            | words::CONJUNCTION
            | words::AUXILIARY
            | words::SUBJECT
            | words::RELATIVE
            | words::SUBORDINATE;
        match token.kind {
            TokenKind::Word => words::look_up(token.of(self.text)).class & small == 0,
            TokenKind::Number => true,
            _ => token.of(self.text) == "-",
        }
    }

    /// Whether a description may end before a token: behind a noun, an age or a nation.
    fn ends_well(&self, from: usize, end: usize) -> bool {
        if !self.begins_else(end) {
            return false;
        }
        let word = self.of(end - 1);
        let aged = word == "old" && self.of(end - 2) == "-" && self.of(end - 3) == "year";
        let lower = self.tokens[end - 1].kind == TokenKind::Word && !self.tokens[end - 1].capital;
        // "the Chief Minister said": an office with capitals.
        let office = self.tokens[end - 1].capital
            && self.tokens[from].capital
            && words::look_up(word).class & (words::ROLE | words::TITLE) != 0
            && is_person(word);
        let noun =
            (lower || office || matches!(word, "CEO" | "MP" | "PM")) && (is_person(word) || is_body(word));
        let nation = end == from + 1 && self.told.nation(end - 1).is_some();
        aged || noun || nation
    }

    /// "the bank said", not "the bank robber": what follows a noun and is none.
    fn begins_else(&self, at: usize) -> bool {
        const PAST: [&str; 24] = [
            "won", "lost", "made", "took", "gave", "went", "came", "met", "left", "ran", "put", "set", "led",
            "got", "kept", "held", "found", "sold", "bought", "saw", "hit", "beat", "cut", "let",
        ];
        let Some(token) = self.tokens.get(at).filter(|token| !token.starts_line) else { return true };
        let word = token.of(self.text);
        if token.kind != TokenKind::Word {
            return word != "-";
        }
        let entry = words::look_up(word);
        entry.class & !(words::ROLE | words::ORGANISATION | words::DOCUMENT | words::TITLE | words::NOTICE)
            != 0
            || entry.verb.is_some_and(|(cue, form)| {
                form != words::Form::Base && !cue.frames.noun_too || word == "said"
            })
            || word.ends_with("ed")
            || PAST.contains(&word)
    }

    /// "Tom Reed, the mayor,": tells what he is.
    fn introduces(&self, at: usize) -> bool {
        let comma = at.checked_sub(1).filter(|&before| self.of(before) == ",");
        let name = self.recent.last().map(|candidate| candidate.range.end());
        comma.is_some_and(|comma| name == Some(self.tokens[comma].start()))
    }

    /// "the mayor Tom Reed", "the mayor, Tom Reed,": the name itself follows.
    fn names_follow(&self, at: usize) -> bool {
        let next = if self.of(at) == "," { at + 1 } else { at };
        let Some(token) = self.tokens.get(next) else { return false };
        let near = self.mentions.get(self.next..).into_iter().flatten().take(3);
        near.take_while(|m| m.range.start() <= token.start())
            .any(|m| m.range.overlaps(token.range) && m.label == Label::Person)
    }

    /// The people whom it fits.
    fn bearers(&self, phrase: &Phrase) -> Vec<EntityId> {
        let mut bearers = self.told.bearers(&phrase.described);
        bearers.retain(|id| self.entities[id.0 as usize].label == Label::Person);
        match phrase.parent.filter(|_| bearers.is_empty()) {
            Some(gender) => {
                let ranked = self.ranked(gender, false);
                ranked.iter().map(|(_, candidate)| candidate.entity).collect()
            }
            None => bearers,
        }
    }

    /// The bodies that it fits: those called so, else companies where it is a word for one.
    fn bodies(&self, phrase: &Phrase) -> (Vec<EntityId>, Rule, u16) {
        let mut called = self.told.bearers(&phrase.described);
        called.retain(|id| self.entities[id.0 as usize].label == Label::Organisation);
        let noun = self.of(phrase.noun);
        let (mut by_name, mut by_kind) = (Vec::new(), Vec::new());
        for candidate in &self.bodies {
            match fit(&self.entities[candidate.entity.0 as usize].name, noun, &phrase.described.words) {
                Fit::Name if !called.contains(&candidate.entity) => by_name.push(candidate.entity),
                Fit::Kind => by_kind.push(candidate.entity),
                _ => {}
            }
        }
        called.extend(by_name);
        match called.is_empty() {
            true => (by_kind, Rule::NearestOrganisation, 700),
            false => (called, Rule::SameRole, 800),
        }
    }

    /// Of several that fit, the one that alone is near, or ahead of the others by so many points.
    fn only_near(&self, several: &[EntityId], ahead: i32) -> Option<EntityId> {
        let mut weights: Vec<(i32, EntityId)> = Vec::new();
        for &entity in several {
            let near = self.recent.iter().filter(|candidate| candidate.entity == entity);
            let best = near.map(|candidate| self.weight(candidate, true)).max();
            weights.extend(best.map(|best| (best, entity)));
        }
        weights.sort_by_key(|&(weight, entity)| (-weight, entity));
        let (best, entity) = *weights.first()?;
        weights.get(1).is_none_or(|(second, _)| best - second >= ahead).then_some(entity)
    }

    /// At most three, the one named last first.
    fn nearest_first(&self, several: &[EntityId]) -> Vec<EntityId> {
        let place = |entity: &EntityId| self.recent.iter().rposition(|candidate| candidate.entity == *entity);
        let mut nearest = several.to_vec();
        nearest.sort_by_key(|entity| std::cmp::Reverse(place(entity)));
        nearest.truncate(3);
        nearest
    }
}

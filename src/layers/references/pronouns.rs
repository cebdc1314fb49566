//! "he", "she": the person who fits and stands nearest, subjects before others.

use super::{Candidate, Open, Reader};
use crate::document::entities::{Gender, Label};
use crate::document::reason::{Reason, Rule};
use crate::document::references::{Reference, ReferenceKind};
use crate::text::TextRange;

/// Somebody far off of whom nothing tells whether they are he or she has less, and is offered only.
const LEAST: i32 = 4;

impl Reader<'_> {
    /// "He (Reed)": the bracket says who.
    pub(super) fn bracketed(&mut self, at: usize, gender: Gender) -> Option<Reference> {
        let (open, name) = (self.tokens.get(at + 1)?, self.tokens.get(at + 2)?);
        let mention =
            self.mentions.get(self.next..)?.iter().take(2).find(|m| m.range.overlaps(name.range))?;
        if open.of(self.text) != "(" {
            return None;
        }
        let (range, entity) = (self.tokens[at].range, mention.entity);
        let why = Reason::new(Rule::OnlyFit, [range, mention.range]);
        self.genders.get_mut(entity.0 as usize)?.get_or_insert(gender);
        Some(Reference { range, entity, kind: ReferenceKind::Pronoun, score: 950, why })
    }

    /// The person who fits best, if nobody else fits nearly as well.
    pub(super) fn pronoun(&mut self, range: TextRange, gender: Gender) -> Option<Reference> {
        let acts = ["he", "she"].iter().any(|word| word.eq_ignore_ascii_case(range.of(self.text)));
        let ranked = self.ranked(gender, acts);
        let (best, candidate) = *ranked.first()?;
        if best < LEAST || ranked.get(1).is_some_and(|(second, _)| best - second < 2) {
            let candidates = ranked.iter().take(3).map(|(_, other)| other.entity).collect();
            self.open.push(Open { range, candidates });
            return None;
        }
        let mut why = Reason::new(Rule::NearestPerson, [range, candidate.range]);
        why.passed_over = ranked[1..].iter().take(3).map(|(_, other)| other.entity).collect();
        let entity = candidate.entity;
        let told = self.genders[entity.0 as usize].or(self.leanings[entity.0 as usize]);
        let score = match told {
            Some(told) if told == gender => 900,
            None => 750,
            Some(_) => 600,
        };
        let subject = self.fresh && acts;
        self.genders[entity.0 as usize].get_or_insert(gender);
        self.remember(Candidate { entity, range, sentence: self.sentence, subject, likely: false });
        // "He had Robert read it": the sentence has its subject.
        self.fresh &= !subject;
        Some(Reference { range, entity, kind: ReferenceKind::Pronoun, score, why })
    }

    /// Each fitting person once, best first.
    pub(super) fn ranked(&self, gender: Gender, acts: bool) -> Vec<(i32, Candidate)> {
        let mut ranked: Vec<(i32, Candidate)> = Vec::new();
        for candidate in self.recent.iter().rev() {
            let entity = &self.entities[candidate.entity.0 as usize];
            let known = self.genders[candidate.entity.0 as usize];
            let fits = entity.label == Label::Person && known.is_none_or(|known| known == gender);
            if !fits {
                continue;
            }
            // Who acted in the sentence before goes on acting.
            let goes_on = acts && candidate.subject && self.sentence == candidate.sentence + 1;
            let leans = self.leanings[candidate.entity.0 as usize].filter(|_| known.is_none());
            let weight = self.weight(candidate, known.is_some())
                + 2 * i32::from(goes_on)
                + leans.map_or(0, |leans| if leans == gender { 2 } else { -5 });
            match ranked.iter_mut().find(|(_, other)| other.entity == candidate.entity) {
                Some((best, _)) => *best = (*best).max(weight),
                None => ranked.push((weight, *candidate)),
            }
        }
        self.prefer_told(gender, &mut ranked);
        ranked.sort_by_key(|(weight, candidate)| (-weight, usize::MAX - candidate.range.start()));
        ranked
    }

    /// "Robin Ferri met Susan Pike. She": of two in one sentence it is the one who is known to be a woman.
    fn prefer_told(&self, gender: Gender, ranked: &mut [(i32, Candidate)]) {
        let known = |candidate: &Candidate| self.genders[candidate.entity.0 as usize];
        let told = ranked.iter().find(|(_, candidate)| {
            known(candidate) == Some(gender) && self.sentence <= candidate.sentence + 1
        });
        let Some(sentence) = told.map(|(_, candidate)| candidate.sentence) else { return };
        for (weight, candidate) in ranked {
            let leans = self.leanings[candidate.entity.0 as usize];
            let full = self.entities[candidate.entity.0 as usize].name.contains(' ');
            if full && known(candidate).is_none() && leans.is_none() && candidate.sentence == sentence {
                *weight -= 4;
            }
        }
    }

    pub(super) fn weight(&self, candidate: &Candidate, known: bool) -> i32 {
        let back = self.sentence - candidate.sentence;
        let recency = match back {
            0 => 6,
            1 => 6,
            2 => 3,
            _ => 0,
        };
        let often = self.named[candidate.entity.0 as usize].min(4) as i32 / 2;
        let likely = 3 * i32::from(candidate.likely && !known);
        // Whoever acts in the same paragraph is nearer than their sentences tell.
        let here = 2 * i32::from(candidate.subject && candidate.range.start() >= self.paragraph);
        here + recency - likely + 3 * i32::from(candidate.subject) + 3 * i32::from(known) + often
    }
}

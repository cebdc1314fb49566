//! What speaks for each label of a possible name, in points, with the words that say so.
//!
//! Points were set by hand and adjusted by reading errors on the development sets; they are
//! sums, so every reason shown to a reader is one that counted.

mod around;

mod nouns;

mod own;

mod stands;

mod titles;

pub(super) use around::weigh;

pub(super) use titles::is_to_come;

pub(super) use nouns::is_trade_word;

use super::pieces::Unit;
use super::reading::Reading;
use crate::document::entities::Label;
use crate::document::reason::Rule;
use crate::resources::Classes;
use crate::text::TextRange;
use own::{is_particle, is_small_joint, kind_words, known, person_words, prior, spelling};

/// How many labels there are.
pub(super) const LABELS: usize = 7;

/// Every label, in the order of the points.
pub(super) const ORDER: [Label; LABELS] = [
    Label::Person,
    Label::Organisation,
    Label::Place,
    Label::Group,
    Label::Event,
    Label::Work,
    Label::Product,
];

/// Points for each label, and the strongest reason for each.
#[derive(Clone, Default)]
pub(super) struct Evidence {
    pub points: [i32; LABELS],
    reasons: [Option<(i32, Rule, Option<TextRange>)>; LABELS],
}

impl Evidence {
    /// Adds points for a label.
    pub fn add(&mut self, label: Label, points: i32, rule: Rule, words: Option<TextRange>) {
        let index = index(label);
        self.points[index] += points;
        // A reader learns more from a word in the text than from a habit or the tagger.
        let telling = match rule {
            Rule::CapitalRun => points.min(5),
            Rule::Tagger => 12,
            _ => points,
        };
        let reason = &mut self.reasons[index];
        if reason.is_none_or(|(best, ..)| telling > best) {
            *reason = Some((telling, rule, words));
        }
    }

    /// The strongest reason for a label.
    pub fn reason(&self, label: Label) -> (Rule, Option<TextRange>) {
        self.reasons[index(label)].map_or((Rule::CapitalRun, None), |(_, rule, words)| (rule, words))
    }

    /// The best label, its points and its lead over the second.
    pub fn best(&self) -> (Label, i32, i32) {
        let best =
            (1..LABELS).fold(0, |best, at| if self.points[at] > self.points[best] { at } else { best });
        let others = (0..LABELS).filter(|&at| at != best).map(|at| self.points[at]);
        let (first, second) = (self.points[best], others.max().unwrap_or(0));
        (ORDER[best], first, first - second)
    }

    /// What the name's own words say.
    pub fn of_units(reading: &Reading, units: &[Unit]) -> Evidence {
        let mut evidence = Evidence::default();
        let range = |unit: &Unit| Some(reading.range(unit.tokens.clone()));
        if let [whole] = units {
            known(&mut evidence, reading, whole);
        }
        // Most names are one unit, and need no list.
        let (one, several);
        let names: &[&Unit] = match units {
            [unit] if !unit.joiner => {
                one = [unit];
                &one
            }
            _ => {
                several = units.iter().filter(|unit| !unit.joiner).collect::<Vec<_>>();
                &several
            }
        };
        let Some(last) = names.last() else { return evidence };
        let joined = units.iter().any(|unit| unit.joiner && is_small_joint(reading, unit));
        if names.len() > 1 {
            kind_words(&mut evidence, reading, names, &range);
            person_words(&mut evidence, reading, names, &range, joined);
        }
        if units.iter().any(|unit| is_particle(reading, unit)) {
            let unknown = last.classes.without(Classes::SURNAME.and(Classes::FIRST)).is_empty();
            evidence.add(Label::Person, if unknown { 62 } else { 32 }, Rule::CapitalRun, None);
        }
        prior(&mut evidence, names, joined);
        spelling(&mut evidence, reading, names);
        // "SKW 2" is a side of "SKW".
        let side = || last.tokens.len() == 2 && reading.of(last.tokens.end - 1).len() == 1;
        let capitals = names.len() == 1
            && reading.marks[last.tokens.start].capitals
            && (last.tokens.len() == 1 || side());
        let length = reading.of(last.tokens.start).len();
        let surname = || {
            let unknown = last.classes.without(Classes::FIRST.and(Classes::SURNAME)).is_empty();
            length > 4 && unknown && reading.is_named_in_capitals(last.tokens.start)
        };
        let short = capitals && (2..=6).contains(&length) && !last.classes.has(Classes::PLACE);
        if short && !surname() {
            evidence.add(Label::Organisation, 40, Rule::UnknownAcronym, None);
        }
        evidence
    }
}

pub(super) fn index(label: Label) -> usize {
    ORDER.iter().position(|&other| other == label).unwrap_or(0)
}

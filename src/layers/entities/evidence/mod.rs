//! What speaks for each label of a possible name, in points, with the words that say so.
//!
//! Points were set by hand and adjusted by reading errors on the development sets; they are
//! sums, so every reason shown to a reader is one that counted.

pub(super) mod around;

pub(super) mod nouns;

mod own;

mod stands;

pub(super) mod titles;

mod units;

use crate::document::entities::Label;
use crate::document::reason::Rule;
use crate::text::TextRange;

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
}

pub(super) fn index(label: Label) -> usize {
    ORDER.iter().position(|&other| other == label).unwrap_or(0)
}

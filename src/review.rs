//! People's decisions, kept as corrections over the machine's result, which stays as it was.
//!
//! ```text
//! Document + Corrections ── review ──► reviewed Document   (what is drawn and exported)
//!                        └─ needs_review ──► corrections whose words are gone
//! ```
//!
//! A correction is tied to its words: by their place, by the words themselves and by a little of
//! what stands around them. Where one of the three differs it is not applied, however like the
//! words elsewhere look, and a person is told.

mod anchor;
mod carry;
mod speaker;

pub use anchor::Anchor;
pub use carry::{Carried, carry};
pub use speaker::Speaker;

use crate::document::Document;
use serde::{Deserialize, Serialize};

/// One decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The words it is about.
    pub at: Anchor,
    /// What was decided about them.
    pub change: Change,
}

/// What can be decided. New kinds go to the end: readers keep corrections in their browsers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// Who speaks a quotation, all its pieces; `at` is the first of them.
    Speaker(Speaker),
}

/// All decisions about one article, in the order in which they were made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Corrections {
    list: Vec<Correction>,
}

impl Corrections {
    /// Whether nothing was decided.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Adds a decision; an earlier one of its kind about the same words is replaced.
    pub fn decide(&mut self, correction: Correction) {
        self.take_back(&correction);
        self.list.push(correction);
    }

    /// Takes back what was decided about the words of this correction, in its kind.
    pub fn take_back(&mut self, correction: &Correction) {
        self.list.retain(|earlier| !earlier.is_about_the_same(correction));
    }

    /// The decisions, in the order in which they were made.
    pub fn iter(&self) -> impl Iterator<Item = &Correction> {
        self.list.iter()
    }
}

impl Correction {
    /// What was decided, in words that stand whatever has become of the text: "Ada Quist", "unknown".
    pub fn choice(&self) -> &str {
        match &self.change {
            Change::Speaker(Speaker::Named(name)) => name.words(),
            Change::Speaker(Speaker::Unknown) => "unknown",
        }
    }

    fn is_about_the_same(&self, other: &Correction) -> bool {
        self.at == other.at && std::mem::discriminant(&self.change) == std::mem::discriminant(&other.change)
    }

    /// Puts the decision into a document; false, and nothing is done, where its words are gone.
    fn apply(&self, document: &mut Document) -> bool {
        match &self.change {
            Change::Speaker(speaker) => speaker.apply(document, &self.at).is_some(),
        }
    }
}

/// The document as people decided it.
pub fn review(document: &Document, corrections: &Corrections) -> Document {
    let mut reviewed = document.clone();
    for correction in corrections.iter() {
        // What cannot be applied is told by `needs_review`.
        let _ = correction.apply(&mut reviewed);
    }
    reviewed
}

/// The corrections that [`review`] leaves out, because their words or what they name is gone: a person
/// is told of them.
pub fn needs_review(document: &Document, corrections: &Corrections) -> Vec<Correction> {
    let mut reviewed = document.clone();
    corrections.iter().filter(|correction| !correction.apply(&mut reviewed)).cloned().collect()
}

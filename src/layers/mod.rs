//! The layers: what Galley finds in an article, each in a room of its own.
//!
//! Layers may overlap one another; inside a layer marks are disjoint, but for
//! quotations, which may nest (a report within a report).

pub mod structure;

pub mod dateline;

pub mod times;

pub mod titled;

pub mod amounts;

pub mod entities;

pub mod syntax;

pub mod references;

pub mod quotes;

pub mod packed;
mod word_table;

use serde::{Deserialize, Serialize};

/// Which entity of the article, an index into `Layers::entities`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EntityId(pub u32);

/// How sure, in thousandths: 900 means that nine in ten such are right.
pub type Score = u16;

/// All that was found in one article, in text order.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Layers {
    /// Every paragraph with its part.
    pub structure: Vec<structure::Paragraph>,
    /// Who wrote it, as the bylines say.
    pub authors: Vec<structure::Author>,
    /// The line that opens agency copy.
    pub dateline: Option<dateline::Dateline>,
    /// Every day that relative times could be counted from, best first.
    pub anchors: Vec<times::Anchor>,
    /// The day that relative times are counted from.
    pub anchor: Option<times::Anchor>,
    /// Dates, times of day, durations, sets.
    pub times: Vec<times::Time>,
    /// Money, percentages, quantities.
    pub amounts: Vec<amounts::Amount>,
    /// The persons, organisations, places… themselves.
    pub entities: Vec<entities::Entity>,
    /// Their names in the text.
    pub mentions: Vec<entities::Mention>,
    /// Pronouns and descriptions that stand for them.
    pub references: Vec<references::Reference>,
    /// Who said what.
    pub quotes: Vec<quotes::Quote>,
    /// Words in quotation marks that nobody said.
    pub terms: Vec<quotes::Term>,
    /// Quotation marks without their other half.
    pub unpaired: Vec<quotes::Unpaired>,
}

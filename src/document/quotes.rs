//! Who said what: quotations, their sources, and what only looks like one.

use super::entities::Label;
use super::ids::{EntityId, Score};
use super::reason::Reason;
use crate::text::TextRange;
use serde::{Deserialize, Serialize};

/// One piece of reported speech.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    /// The content: with its marks where direct, the reported clause without "that" otherwise.
    pub range: TextRange,
    /// Direct, indirect or mixed.
    pub kind: QuoteKind,
    /// Pieces of one quotation share a group, numbered from 1 in text order.
    pub group: u32,
    /// Who said it.
    pub source: Option<Source>,
    /// Whom it was said to, where named: "told the New York Post".
    pub addressee: Option<TextRange>,
    /// The word that reports it: "said".
    pub cue: Option<TextRange>,
    /// Whether it states, asks or denies.
    pub utterance: Utterance,
    /// Tells what somebody thinks, wants or sides with ("expects", "endorses") rather than says, or
    /// what nobody in particular says ("is said to"): a weaker class, which a reader can hide.
    pub attitude: bool,
    /// How sure.
    pub score: Score,
    /// Why.
    pub why: Reason,
}

/// Who said it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The mention beside the quotation: a name, a role, "he".
    pub range: TextRange,
    /// Whom it resolves to.
    pub entity: Option<EntityId>,
    /// The words that "they" stand for: "Marlow and Reed".
    pub stands_for: Option<TextRange>,
    /// What kind of source that is.
    pub kind: SourceKind,
}

macro_rules! named {
    ($(#[$doc:meta])* $kind:ident { $($(#[$about:meta])* $value:ident = $name:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "lowercase")]
        pub enum $kind { $($(#[$about])* $value,)* }

        impl $kind {
            /// Every one.
            pub const ALL: &[$kind] = &[$($kind::$value,)*];

            /// Its name in exports.
            pub fn name(self) -> &'static str {
                match self { $($kind::$value => $name,)* }
            }
        }
    };
}

named! {
    /// Kinds of source.
    SourceKind {
        /// A person by name, or by a word that stands for one: "Trump", "he".
        Named = "named",
        /// Somebody without a name: "officials", "a spokesman for the bank".
        Unnamed = "unnamed",
        /// A body that speaks as one: "the bank", "Reuters", "Moscow".
        Organisation = "organisation",
        /// Something written: "the report", "a survey".
        Document = "document",
    }
}

impl Source {
    /// The words that name it best where it is no entity: "Marlow and Reed" rather than "they".
    pub fn words(&self) -> TextRange {
        self.stands_for.unwrap_or(self.range)
    }
}

impl SourceKind {
    /// What an entity with this label is as a source; a country or a city speaks as its government.
    pub fn of(label: Label) -> Self {
        match label {
            Label::Person => SourceKind::Named,
            Label::Group => SourceKind::Unnamed,
            Label::Work => SourceKind::Document,
            _ => SourceKind::Organisation,
        }
    }
}

named! {
    /// What a quotation does.
    Utterance {
        /// States something.
        Statement = "statement",
        /// Asks.
        Question = "question",
        /// Denies something.
        Denial = "denial",
    }
}

named! {
    /// How words are reported.
    QuoteKind {
        /// In quotation marks.
        Direct = "direct",
        /// Without.
        Indirect = "indirect",
        /// A reported clause with quoted fragments in it.
        Mixed = "mixed",
    }
}

/// Words in quotation marks that nobody said: a title, a label, a word at arm's length.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// With its marks.
    pub range: TextRange,
    /// Why it is no quotation.
    pub why: Reason,
}

/// A quotation mark without its other half.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unpaired {
    /// The mark.
    pub range: TextRange,
    /// Which half is missing.
    pub fault: MarkFault,
}

/// What is the matter with a mark that has no other half.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MarkFault {
    /// It opens, and nothing closes it.
    NeverClosed,
    /// It closes, and nothing opened it.
    NeverOpened,
}

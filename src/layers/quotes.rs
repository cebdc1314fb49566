//! Quotations: what was said, the cue that reports it, and who said it.

use crate::article::Article;
use crate::layers::entities::{Entity, Mention};
use crate::layers::references::Reference;
use crate::layers::structure::Paragraph;
use crate::layers::{EntityId, Score};
use crate::reason::Reason;
use crate::sentences::Sentence;
use crate::text::TextRange;
use crate::tokens::Token;
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
    /// The word that reports it: "said".
    pub cue: Option<TextRange>,
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
}

/// How words are reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum QuoteKind {
    /// In quotation marks.
    Direct,
    /// Without.
    Indirect,
    /// A reported clause with quoted fragments in it.
    Mixed,
}

impl QuoteKind {
    /// Its name in exports.
    pub fn name(self) -> &'static str {
        match self {
            QuoteKind::Direct => "direct",
            QuoteKind::Indirect => "indirect",
            QuoteKind::Mixed => "mixed",
        }
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

/// Finds all quotations of an article, and the terms in quotation marks that are none.
pub fn find(
    _article: &Article,
    _tokens: &[Token],
    _sentences: &[Sentence],
    _structure: &[Paragraph],
    _entities: &[Entity],
    _mentions: &[Mention],
    _references: &[Reference],
) -> (Vec<Quote>, Vec<Term>) {
    (Vec::new(), Vec::new())
}

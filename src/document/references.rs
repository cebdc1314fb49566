//! Pronouns and descriptions that stand for an entity.

use super::ids::{EntityId, Score};
use super::reason::Reason;
use crate::text::TextRange;
use serde::{Deserialize, Serialize};

/// A word or phrase that stands for an entity without naming it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// Where it stands.
    pub range: TextRange,
    /// Whom it stands for.
    pub entity: EntityId,
    /// Of what kind.
    pub kind: ReferenceKind,
    /// How sure.
    pub score: Score,
    /// Why, with the candidates passed over.
    pub why: Reason,
}

/// Kinds of reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ReferenceKind {
    /// "he"
    Pronoun,
    /// "the bank"
    Description,
}

impl ReferenceKind {
    /// Its name in exports.
    pub fn name(self) -> &'static str {
        match self {
            ReferenceKind::Pronoun => "pronoun",
            ReferenceKind::Description => "description",
        }
    }
}

/// A pronoun or description that several fit alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// Where it stands.
    pub range: TextRange,
    /// Whom it may stand for, nearest first.
    pub candidates: Vec<EntityId>,
}

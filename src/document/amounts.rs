//! Money, percentages and measured quantities.

use super::reason::Reason;
use crate::text::TextRange;
use serde::{Deserialize, Serialize};

/// One amount.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amount {
    /// Number and unit.
    pub range: TextRange,
    /// Of what.
    pub kind: AmountKind,
    /// Why.
    pub why: Reason,
}

/// What an amount counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum AmountKind {
    /// A sum of money.
    Money,
    /// A share in per cent.
    Percent,
    /// A measured quantity.
    Quantity,
}

impl AmountKind {
    /// Its label in exports.
    pub fn name(self) -> &'static str {
        match self {
            AmountKind::Money => "MONEY",
            AmountKind::Percent => "PERCENT",
            AmountKind::Quantity => "QUANTITY",
        }
    }
}

//! How sure a mark is that a person made, and why it stands.

use crate::document::ids::Score;
use crate::document::reason::{Reason, Rule};

/// How sure a person is, in thousandths.
pub(super) const CERTAIN: Score = 1000;

/// Why a mark stands that a person made.
pub(super) fn marked() -> Reason {
    Reason::new(Rule::Marked, [])
}

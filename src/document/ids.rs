//! What marks say of themselves: whom they mean, and how sure that is.

use serde::{Deserialize, Serialize};

/// Which entity of the article, an index into `Layers::entities`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct EntityId(pub u32);

/// How sure, in thousandths: 900 means that nine in ten such are right.
pub type Score = u16;

//! What people have to say of words: “Who told us?” Galley never makes a comment, and one changes no mark.

use crate::text::TextRange;
use serde::{Deserialize, Serialize};

/// A person's words about words of the article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comment {
    /// What it is about.
    pub range: TextRange,
    /// What is said of it.
    pub words: String,
}

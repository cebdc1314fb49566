//! What goes in: the text of an article and what its source said about it.

use crate::text::TextRange;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One article as it was pasted, dropped or read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// The text. Positions everywhere are bytes into it.
    pub text: String,
    /// The day it was published, where somebody said so.
    pub published: Option<Date>,
    /// What rich input knew of its paragraphs (headings, list items); empty for plain text.
    pub hints: Vec<Hint>,
}

/// What the input format said of one paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hint {
    /// The paragraph, in bytes.
    pub range: TextRange,
    /// What it was.
    pub kind: HintKind,
}

/// The paragraph kinds that HTML and Markdown can tell us.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum HintKind {
    /// A heading of level 1 to 6.
    Heading(u8),
    /// An item of a list.
    Item,
    /// A row of a table.
    Row,
    /// The caption of a picture.
    Caption,
}

impl Article {
    /// An article of plain text, with no publication date.
    pub fn plain(text: impl Into<String>) -> Self {
        Article { text: text.into(), published: None, hints: Vec::new() }
    }
}

//! The parts of an article.

use serde::{Deserialize, Serialize};

/// The parts a paragraph can play.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// The article's title.
    Headline,
    /// The lines under the headline that sum the article up.
    Deck,
    /// Who wrote it.
    Byline,
    /// Who gave a picture or the copy.
    Credit,
    /// When it was published.
    Timestamp,
    /// What a picture shows.
    Caption,
    /// The article itself.
    Body,
    /// A heading between paragraphs.
    Subheading,
    /// An item of a list in the article.
    List,
    /// A row of figures.
    Table,
    /// "(Reporting by …; Editing by …)"
    Signoff,
    /// What the paper takes back.
    Correction,
    /// "UPDATE 1-"
    Update,
    /// The page around the article: links, rankings, buttons.
    Furniture,
}

impl Part {
    /// Its name in exports.
    pub fn name(self) -> &'static str {
        use Part::*;
        match self {
            Headline => "headline",
            Deck => "deck",
            Byline => "byline",
            Credit => "credit",
            Timestamp => "timestamp",
            Caption => "caption",
            Body => "body",
            Subheading => "subheading",
            List => "list",
            Table => "table",
            Signoff => "signoff",
            Correction => "correction",
            Update => "update",
            Furniture => "furniture",
        }
    }
}

//! What a rich source says of each of its lines: a hint informs, it decides nothing.

use crate::text::TextRange;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What the source said of one line. Every line of rich text has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hint {
    /// The line, in bytes.
    pub range: TextRange,
    /// What it was, where the markup says so.
    pub kind: Option<HintKind>,
    /// What the markup around it says.
    pub signs: Signs,
    /// Of its letters, so many in a hundred stand in links.
    pub linked: u8,
    /// The day that a `time` or a `datePublished` in it names.
    #[serde(with = "super::day::maybe")]
    pub day: Option<Date>,
}

impl Hint {
    /// A line of which nothing is said.
    pub fn of(range: TextRange) -> Self {
        Hint { range, kind: None, signs: Signs::NONE, linked: 0, day: None }
    }
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

/// What the elements around a line, their roles and the words of their classes say: a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Signs(pub u32);

macro_rules! signs {
    ($($(#[$about:meta])* $name:ident = $word:literal, $bit:literal;)*) => {
        impl Signs {
            $($(#[$about])* pub const $name: Signs = Signs(1 << $bit);)*

            /// Every sign with the word that tables call it by.
            pub const ALL: &[(&str, Signs)] = &[$(($word, Signs::$name)),*];
        }
    };
}

signs! {
    /// Ways through the site: `nav`, breadcrumbs, pages of results.
    NAV = "nav", 0;
    /// What stands beside the article.
    ASIDE = "aside", 1;
    /// The head of the page, or of a part of it.
    HEADER = "header", 2;
    /// The foot of the page, or of a part of it.
    FOOTER = "footer", 3;
    /// Fields to fill in.
    FORM = "form", 4;
    /// What lies over the page.
    DIALOG = "dialog", 5;
    /// A picture and what belongs to it.
    FIGURE = "figure", 6;
    /// What readers wrote.
    COMMENTS = "comments", 7;
    /// Other stories.
    RELATED = "related", 8;
    /// What the site wants: newsletters, subscriptions, advertisements, consent.
    PROMO = "promo", 9;
    /// Buttons to pass the story on.
    SHARE = "share", 10;
    /// A menu.
    MENU = "menu", 11;
    /// The words of an article, or the card of one.
    ARTICLE = "article", 12;
    /// What the page is there for.
    MAIN = "main", 13;
    /// Who wrote it.
    AUTHOR = "author", 14;
    /// When.
    DATE = "date", 15;
    /// The title of a story.
    HEADLINE = "headline", 16;
    /// The lines that sum it up.
    DECK = "deck", 17;
    /// What a picture shows, or who took it.
    CAPTION = "caption", 18;
    /// Kept from screen readers, or for them alone.
    HIDDEN = "hidden", 19;
    /// Set clearly larger than text.
    LARGE = "large", 20;
    /// Set clearly smaller than text.
    SMALL = "small", 21;
    /// Set in heavy letters.
    BOLD = "bold", 22;
    /// In a list.
    LISTED = "listed", 23;
    /// In a table that only lays out the page.
    LAYOUT = "layout", 24;
    /// It ends where the source broke a long line, not a paragraph: what comes next may go on with it.
    BROKEN = "broken", 25;
    /// In the one box that holds most of the page's text.
    TEXT = "text", 26;
    /// In a box within that one.
    INSET = "inset", 27;
    /// Outside it.
    OUTER = "outer", 28;
}

impl Signs {
    /// No sign.
    pub const NONE: Signs = Signs(0);

    /// Whether any of these signs is here.
    pub const fn has(self, any: Signs) -> bool {
        self.0 & any.0 != 0
    }

    /// These signs too.
    #[must_use]
    pub const fn with(self, more: Signs) -> Signs {
        Signs(self.0 | more.0)
    }

    /// Without these signs.
    #[must_use]
    pub const fn without(self, some: Signs) -> Signs {
        Signs(self.0 & !some.0)
    }

    /// These signs where it holds.
    #[must_use]
    pub const fn when(self, holds: bool) -> Signs {
        if holds { self } else { Signs::NONE }
    }

    /// The sign of this name.
    pub fn named(word: &str) -> Option<Signs> {
        Signs::ALL.iter().find(|(name, _)| *name == word).map(|&(_, sign)| sign)
    }

    /// The bits that are set, from the lowest.
    pub fn bits(self) -> impl Iterator<Item = usize> {
        (0..u32::BITS as usize).filter(move |bit| self.0 >> bit & 1 != 0)
    }
}

//! The result: an article and what was found in it, one file a layer's facts.
//!
//! Plain data and plain methods on the ground: the layers find in terms of it, and everything above names it
//! and never its finders.

pub mod amounts;
pub mod article;
pub mod comments;
pub mod dateline;
pub mod day;
pub mod entities;
pub mod hints;
pub mod ids;
pub mod looks;
pub mod meaning;
pub mod own_labels;
pub mod own_names;
pub mod part;
pub mod passages;
pub mod quotes;
pub mod reason;
pub mod references;
pub mod structure;
pub mod times;

use crate::text::TextRange;
use article::Article;
use ids::EntityId;
use part::Part;
use serde::{Deserialize, Serialize};

/// An article with its annotations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The article as it was read.
    pub article: Article,
    /// What was found in it.
    pub layers: Layers,
}

/// All that was found in one article, in text order.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Layers {
    /// Every paragraph with its part.
    pub structure: Vec<structure::Paragraph>,
    /// Who wrote it, as the bylines say.
    pub authors: Vec<structure::Author>,
    /// The line that opens agency copy.
    pub dateline: Option<dateline::Dateline>,
    /// Every day that relative times could be counted from, best first.
    pub anchors: Vec<times::Anchor>,
    /// The day that relative times are counted from.
    pub anchor: Option<times::Anchor>,
    /// Dates, times of day, durations, sets.
    pub times: Vec<times::Time>,
    /// Money, percentages, quantities.
    pub amounts: Vec<amounts::Amount>,
    /// The persons, organisations, places… themselves.
    pub entities: Vec<entities::Entity>,
    /// Their names in the text.
    pub mentions: Vec<entities::Mention>,
    /// Pronouns and descriptions that stand for them.
    pub references: Vec<references::Reference>,
    /// Who said what.
    pub quotes: Vec<quotes::Quote>,
    /// Words in quotation marks that nobody said.
    pub terms: Vec<quotes::Term>,
    /// Quotation marks without their other half.
    pub unpaired: Vec<quotes::Unpaired>,
    /// Words with a label of their editor's.
    pub passages: Vec<passages::Passage>,
    /// What people have to say of words.
    pub comments: Vec<comments::Comment>,
}

/// No headline has more words.
const LONGEST_HEADLINE: usize = 100;

impl Document {
    /// The text at a range.
    pub fn words(&self, range: TextRange) -> &str {
        range.of(&self.article.text)
    }

    /// The words of the headline, or else of the first paragraph, on one line; of a long paragraph the first.
    pub fn headline(&self) -> Option<String> {
        let structure = &self.layers.structure;
        let headline = structure.iter().find(|paragraph| paragraph.part == Part::Headline);
        let words = self.words(headline.or(structure.first())?.range);
        Some(words.split_whitespace().take(LONGEST_HEADLINE).collect::<Vec<_>>().join(" "))
    }

    /// Whether nobody has marked anything in it; that its paragraphs have parts is no mark, nor is what people say of
    /// words.
    pub fn has_no_marks(&self) -> bool {
        Layers { structure: Vec::new(), comments: Vec::new(), ..self.layers.clone() } == Layers::default()
    }

    /// Whether a range lies in the page's furniture, which counts and exports leave out.
    pub fn is_furniture(&self, range: TextRange) -> bool {
        let structure = &self.layers.structure;
        let paragraph = structure.get(structure::paragraph_at(structure, range.start()));
        paragraph.is_some_and(|p| p.part == Part::Furniture && p.range.overlaps(range))
    }

    /// Checks what every document promises; the message names the first broken promise.
    pub fn check_invariants(&self) -> Result<(), String> {
        let layers = &self.layers;
        self.check_ranges("structure", layers.structure.iter().map(|p| p.range), true)?;
        self.check_ranges("authors", layers.authors.iter().map(|a| a.name), false)?;
        self.check_ranges("times", layers.times.iter().map(|t| t.range), true)?;
        self.check_ranges("amounts", layers.amounts.iter().map(|a| a.range), true)?;
        self.check_ranges("mentions", layers.mentions.iter().map(|m| m.range), true)?;
        self.check_ranges("references", layers.references.iter().map(|r| r.range), true)?;
        self.check_ranges("terms", layers.terms.iter().map(|t| t.range), true)?;
        self.check_ranges("passages", layers.passages.iter().map(|p| p.range), true)?;
        self.check_ranges("comments", layers.comments.iter().map(|c| c.range), false)?;
        self.check_ranges("unpaired", layers.unpaired.iter().map(|mark| mark.range), false)?;
        self.check_ranges("quotes", layers.quotes.iter().map(|q| q.range), false)?;
        self.check_ranges("cues", layers.quotes.iter().filter_map(|q| q.cue), false)?;
        self.check_ranges("addressees", layers.quotes.iter().filter_map(|q| q.addressee), false)?;
        self.check_nesting()?;
        let known = |id: EntityId| (id.0 as usize) < layers.entities.len();
        let named =
            layers.mentions.iter().map(|m| m.entity).chain(layers.references.iter().map(|r| r.entity));
        let sources = layers.quotes.iter().filter_map(|q| q.source.as_ref()?.entity);
        match named.chain(sources).find(|&id| !known(id)) {
            Some(id) => Err(format!("entity {} does not exist", id.0)),
            None => Ok(()),
        }
    }

    fn check_ranges(
        &self,
        layer: &str,
        ranges: impl Iterator<Item = TextRange>,
        disjoint: bool,
    ) -> Result<(), String> {
        let text = &self.article.text;
        let mut last = 0;
        for range in ranges {
            if range.is_empty() || text.get(range.start()..range.end()).is_none() {
                return Err(format!("{layer}: {range:?} is empty, outside the text or inside a character"));
            }
            if disjoint && range.start() < last {
                return Err(format!("{layer}: {range:?} is out of order or overlaps the one before"));
            }
            last = range.end();
        }
        Ok(())
    }

    /// Quotations are in text order, longer first, and nest: none crosses another.
    fn check_nesting(&self) -> Result<(), String> {
        let mut open: Vec<TextRange> = Vec::new();
        for quote in &self.layers.quotes {
            let range = quote.range;
            open.retain(|outer| outer.end() > range.start());
            if let Some(outer) = open.iter().find(|outer| !outer.contains(range)) {
                return Err(format!("quotes: {range:?} crosses or precedes {outer:?}"));
            }
            open.push(range);
        }
        Ok(())
    }
}

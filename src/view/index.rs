//! A document looked up the way a page asks: by mark, by entity, by place in the text.

use super::{LAYERS, Layer, LayerSet, Mark, MarkId, Marks, marks};
use crate::checks::Finding;
use crate::document::Document;
use crate::document::ids::{EntityId, Score};
use crate::document::part::Part;
use crate::document::passages::OwnLabel;
use crate::document::structure::paragraph_at;
use crate::text::TextRange;
use serde::{Deserialize, Serialize};

/// What is left out, besides whole layers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filter {
    /// Whether the marks of the page's furniture are wanted.
    pub furniture: bool,
    /// Marks that Galley is less sure of than this are left out.
    pub least: Score,
}

/// The marks of one document that its reader wants, as a rule without those of the page's furniture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Index {
    /// In text order, outermost first.
    pub marks: Marks,
    /// For each entity its names and references, in text order.
    pub occurrences: Vec<Vec<MarkId>>,
    /// What should be looked at.
    pub findings: Vec<Finding>,
    /// Marks of each layer.
    pub counts: [usize; LAYERS.len()],
}

impl Index {
    /// Reads a document once, without its furniture.
    pub fn new(document: &Document) -> Self {
        Index::filtered(document, Vec::new(), Filter::default())
    }

    /// The same, with what was found to check, and without what the filter leaves out. What is to be
    /// checked comes with the marks: looking for it is the worker's, so that the page stays small.
    pub fn filtered(document: &Document, findings: Vec<Finding>, filter: Filter) -> Self {
        let mut wanted = marks(document, &findings);
        wanted.retain(|mark| {
            (filter.furniture || !document.is_furniture(mark.range))
                && score_of(document, mark.id).is_none_or(|score| score >= filter.least)
        });
        let mut index = Index { marks: wanted.into(), findings, ..Index::default() };
        index.occurrences.resize(document.layers.entities.len(), Vec::new());
        for mark in index.marks.iter() {
            if let Some(entity) = entity_of(document, mark.id) {
                index.occurrences[entity.0 as usize].push(mark.id);
            }
            let is_cue = matches!(mark.id, MarkId::Cue(_));
            index.counts[mark.layer as usize] += usize::from(!is_cue);
        }
        index
    }

    /// The same, with the marks of some layers alone.
    pub fn of_layers(mut self, document: &Document, layers: LayerSet) -> Self {
        let mentions = &document.layers.mentions;
        let is_shown = |id: &MarkId| match *id {
            MarkId::Mention(i) => mentions.get(i as usize).is_some_and(|m| layers.has(Layer::of(m.label))),
            _ => layers.has(Layer::References),
        };
        self.marks.retain(|mark| layers.has(mark.layer));
        self.occurrences.iter_mut().for_each(|marks| marks.retain(is_shown));
        self
    }

    /// A mark's place in the order of the text.
    pub fn position(&self, document: &Document, id: MarkId) -> Option<usize> {
        let range = self.range_of(document, id)?;
        let from = self.marks.partition_point(|mark| mark.range.start() < range.start());
        (from..self.marks.len())
            .take_while(|&at| self.marks[at].range.start() == range.start())
            .find(|&at| self.marks[at].id == id)
    }

    /// Where a mark or a finding stands.
    pub fn range_of(&self, document: &Document, id: MarkId) -> Option<TextRange> {
        match id {
            MarkId::Finding(i) => self.findings.get(i as usize).map(|finding| finding.range),
            _ => range_of(document, id),
        }
    }

    /// The next mark (or the one before) that is visible and passes, going round at the ends.
    pub fn step(
        &self,
        from: Option<usize>,
        forward: bool,
        visible: LayerSet,
        only: Option<Layer>,
    ) -> Option<MarkId> {
        let count = self.marks.len();
        let passes = |at: &usize| {
            let mark = &self.marks[*at];
            visible.has(mark.layer)
                && !matches!(mark.id, MarkId::Cue(_))
                && only.is_none_or(|layer| layer == mark.layer)
        };
        let start = from.unwrap_or(if forward { count.saturating_sub(1) } else { 0 });
        let mut order = (1..=count).map(|step| (start + if forward { step } else { count - step }) % count);
        order.find(passes).map(|at| self.marks[at].id)
    }

    /// Which of a layer's marks this one is, counted from one, and how many there are.
    pub fn place_in_layer(&self, id: MarkId, layer: Layer) -> (usize, usize) {
        let of_layer = |mark: &&Mark| mark.layer == layer && !matches!(mark.id, MarkId::Cue(_));
        let before = self.marks.iter().filter(of_layer).take_while(|mark| mark.id != id).count();
        (before + 1, self.counts[layer as usize])
    }

    /// The first mark that begins at or after a byte position.
    pub fn at_or_after(&self, position: usize) -> Option<usize> {
        let at = self.marks.partition_point(|mark| mark.range.start() < position);
        (at < self.marks.len()).then_some(at)
    }
}

/// The quotations shown that have no speaker, in text order; a thought is none.
pub fn open_speakers(document: &Document, index: &Index) -> Vec<MarkId> {
    let quotes = &document.layers.quotes;
    let is_open = |id: &MarkId| match *id {
        MarkId::Quote(i) => {
            quotes.get(i as usize).is_some_and(|quote| quote.source.is_none() && !quote.attitude)
        }
        _ => false,
    };
    index.marks.iter().map(|mark| mark.id).filter(is_open).collect()
}

/// Whom a mark names or stands for.
pub fn entity_of(document: &Document, id: MarkId) -> Option<EntityId> {
    let layers = &document.layers;
    match id {
        MarkId::Mention(i) => layers.mentions.get(i as usize).map(|mention| mention.entity),
        MarkId::Reference(i) => layers.references.get(i as usize).map(|reference| reference.entity),
        _ => None,
    }
}

/// The label that an editor marked these words with.
pub fn own_label(document: &Document, id: MarkId) -> Option<&OwnLabel> {
    match id {
        MarkId::Passage(i) => document.layers.passages.get(i as usize).map(|passage| &passage.label),
        _ => None,
    }
}

/// How sure Galley is of a mark; none where the words themselves say so.
pub fn score_of(document: &Document, id: MarkId) -> Option<Score> {
    let layers = &document.layers;
    match id {
        MarkId::Mention(i) => layers.mentions.get(i as usize).map(|mention| mention.score),
        MarkId::Reference(i) => layers.references.get(i as usize).map(|reference| reference.score),
        MarkId::Quote(i) | MarkId::Cue(i) => layers.quotes.get(i as usize).map(|quote| quote.score),
        _ => None,
    }
}

/// Galley is less sure than this of what it draws as doubtful.
pub const DOUBTFUL: Score = 700;

/// Whether a person should look at a mark before trusting it.
pub fn is_doubtful(document: &Document, id: MarkId) -> bool {
    score_of(document, id).is_some_and(|score| score < DOUBTFUL)
}

/// Where a mark stands. Findings are not of the document: see [`Index::range_of`].
pub fn range_of(document: &Document, id: MarkId) -> Option<TextRange> {
    let layers = &document.layers;
    match id {
        MarkId::Mention(i) => layers.mentions.get(i as usize).map(|mark| mark.range),
        MarkId::Reference(i) => layers.references.get(i as usize).map(|mark| mark.range),
        MarkId::Quote(i) => layers.quotes.get(i as usize).map(|mark| mark.range),
        MarkId::Cue(i) => layers.quotes.get(i as usize).and_then(|mark| mark.cue),
        MarkId::Term(i) => layers.terms.get(i as usize).map(|mark| mark.range),
        MarkId::Time(i) => layers.times.get(i as usize).map(|mark| mark.range),
        MarkId::Amount(i) => layers.amounts.get(i as usize).map(|mark| mark.range),
        MarkId::Dateline => layers.dateline.as_ref().map(|dateline| dateline.range),
        MarkId::Passage(i) => layers.passages.get(i as usize).map(|mark| mark.range),
        MarkId::Finding(_) => None,
    }
}

/// The part of the paragraph that begins here or holds this position.
pub fn part_at(document: &Document, position: usize) -> Part {
    let structure = &document.layers.structure;
    structure.get(paragraph_at(structure, position)).map_or(Part::Body, |paragraph| paragraph.part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample;

    #[test]
    fn a_quotation_without_a_speaker_is_one_of_its_kind() {
        let document = sample::document();
        let index = Index::new(&document);
        let open = open_speakers(&document, &index);
        assert_eq!(open.len(), 1);
        assert_eq!(index.place_in_layer(open[0], Layer::Quotations), (4, 4));
    }

    #[test]
    fn a_filter_leaves_out_what_is_doubtful_and_takes_in_furniture() {
        let document = sample::document();
        let count = |furniture, least, layer: Layer| {
            Index::filtered(&document, Vec::new(), Filter { furniture, least }).counts[layer as usize]
        };
        // The sample's names have 900, its one reference 800, its quotations 950.
        for (furniture, least, people, references, quotations) in [
            (false, 0, 2, 1, 4),
            (true, 0, 3, 1, 4),
            (false, 850, 2, 0, 4),
            (false, 950, 0, 0, 4),
            (true, 960, 0, 0, 0),
        ] {
            assert_eq!(count(furniture, least, Layer::People), people, "{furniture} {least}");
            assert_eq!(count(furniture, least, Layer::References), references, "{furniture} {least}");
            assert_eq!(count(furniture, least, Layer::Quotations), quotations, "{furniture} {least}");
            assert_eq!(count(furniture, least, Layer::Amounts), 1, "{furniture} {least}");
        }
    }
}

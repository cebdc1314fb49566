//! How far a correction reaches, told before it is made.

use super::apply::review;
use super::correction::{Change, Correction, Corrections};
use super::passages;
use crate::document::Document;
use crate::text::TextRange;

/// What a correction would change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Touched {
    /// Names that are marked otherwise than before, or no longer, or for the first time.
    pub names: usize,
    /// Pronouns and descriptions that stand for somebody else, or for nobody.
    pub references: usize,
    /// Pieces of quotations whose speaker, kind or extent changes.
    pub quotations: usize,
    /// Places that get a label of their editor's, or lose theirs.
    pub labels: usize,
}

/// What of a document, as it is decided so far, one more correction would change.
pub fn touched(document: &Document, correction: &Correction) -> Touched {
    if let Change::Own(label, reach) = &correction.change {
        let labels = passages::touched(document, &correction.at, label.as_ref(), *reach);
        return Touched { labels, ..Touched::default() };
    }
    let after = review(document, &Corrections { list: vec![correction.clone()] });
    Touched {
        names: changed(&names(document), &names(&after)),
        references: changed(&references(document), &references(&after)),
        quotations: changed(&quotations(document), &quotations(&after)),
        labels: 0,
    }
}

/// Where a mark stands and what it says, for comparing.
type Told = (TextRange, String);

fn names(document: &Document) -> Vec<Told> {
    let mentions = document.layers.mentions.iter();
    mentions
        .map(|m| (m.range, [m.label.name(), &m.entity.0.to_string(), named(document, m.entity.0)].concat()))
        .collect()
}

fn references(document: &Document) -> Vec<Told> {
    let references = document.layers.references.iter();
    references.map(|reference| (reference.range, named(document, reference.entity.0).to_owned())).collect()
}

fn quotations(document: &Document) -> Vec<Told> {
    let speaker = |entity: Option<u32>| entity.map_or("", |entity| named(document, entity)).to_owned();
    let told = document.layers.quotes.iter().map(|quote| {
        let cue = quote.cue.map_or(0, |cue| cue.end());
        let entity = quote.source.as_ref().and_then(|source| source.entity);
        (quote.range, [quote.kind.name(), &cue.to_string(), &speaker(entity.map(|id| id.0))].concat())
    });
    told.collect()
}

fn named(document: &Document, entity: u32) -> &str {
    document.layers.entities.get(entity as usize).map_or("", |entity| &entity.name)
}

/// How many marks only one of two lists has, both in text order: those that went, or those that came if they are more.
fn changed(before: &[Told], after: &[Told]) -> usize {
    let only = |one: &[Told], other: &[Told]| {
        let has = |told: &&Told| {
            let from = other.partition_point(|(range, _)| range.start() < told.0.start());
            other[from..]
                .iter()
                .take_while(|(range, _)| range.start() == told.0.start())
                .any(|found| found == *told)
        };
        one.iter().filter(|told| !has(told)).count()
    };
    only(before, after).max(only(after, before))
}

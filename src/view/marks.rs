//! The marks of a document, one for each annotation.

use super::layers::Layer;
use crate::checks::Finding;
use crate::document::Document;
use crate::text::TextRange;
use crate::text::order::{most_first, put_in_order};
use serde::{Deserialize, Serialize};

/// Which annotation: a list of `Layers` and an index into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum MarkId {
    /// A name.
    Mention(u32),
    /// A pronoun or description.
    Reference(u32),
    /// A quotation.
    Quote(u32),
    /// A quotation's cue.
    Cue(u32),
    /// A term in quotation marks.
    Term(u32),
    /// A time.
    Time(u32),
    /// An amount.
    Amount(u32),
    /// The dateline.
    Dateline,
    /// A finding of the checks.
    Finding(u32),
    /// Words with a label of their editor's.
    Passage(u32),
}

impl MarkId {
    /// A letter and a number: `m12`. The page's elements carry it.
    pub fn key(self) -> String {
        let (letter, index) = match self {
            MarkId::Mention(index) => ('m', index),
            MarkId::Reference(index) => ('r', index),
            MarkId::Quote(index) => ('q', index),
            MarkId::Cue(index) => ('c', index),
            MarkId::Term(index) => ('w', index),
            MarkId::Time(index) => ('t', index),
            MarkId::Amount(index) => ('a', index),
            MarkId::Dateline => ('d', 0),
            MarkId::Finding(index) => ('f', index),
            MarkId::Passage(index) => ('p', index),
        };
        let mut key = String::from(letter);
        key.push_str(&index.to_string());
        key
    }

    /// Reads a [`MarkId::key`].
    pub fn from_key(key: &str) -> Option<MarkId> {
        let index = key.get(1..)?.parse().ok()?;
        Some(match key.as_bytes()[0] {
            b'm' => MarkId::Mention(index),
            b'r' => MarkId::Reference(index),
            b'q' => MarkId::Quote(index),
            b'c' => MarkId::Cue(index),
            b'w' => MarkId::Term(index),
            b't' => MarkId::Time(index),
            b'a' => MarkId::Amount(index),
            b'd' => MarkId::Dateline,
            b'f' => MarkId::Finding(index),
            b'p' => MarkId::Passage(index),
            _ => return None,
        })
    }
}

/// One mark to be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Which annotation.
    pub id: MarkId,
    /// Where.
    pub range: TextRange,
    /// Of which layer.
    pub layer: Layer,
}

/// Every mark of a document, and of what was found to check in it, in text order, outermost first.
pub fn marks(document: &Document, findings: &[Finding]) -> Vec<Mark> {
    let layers = &document.layers;
    let mut marks: Vec<Mark> = Vec::new();
    let mut add = |id, range, layer| marks.push(Mark { id, range, layer });
    for (i, mention) in layers.mentions.iter().enumerate() {
        add(MarkId::Mention(i as u32), mention.range, Layer::of(mention.label));
    }
    for (i, reference) in layers.references.iter().enumerate() {
        add(MarkId::Reference(i as u32), reference.range, Layer::References);
    }
    for (i, quote) in layers.quotes.iter().enumerate() {
        let layer = if quote.attitude { Layer::Attitudes } else { Layer::Quotations };
        add(MarkId::Quote(i as u32), quote.range, layer);
        if let Some(cue) = quote.cue.filter(|&cue| first_with_cue(document, i, cue)) {
            add(MarkId::Cue(i as u32), cue, layer);
        }
    }
    for (i, term) in layers.terms.iter().enumerate() {
        add(MarkId::Term(i as u32), term.range, Layer::Terms);
    }
    for (i, time) in layers.times.iter().enumerate() {
        add(MarkId::Time(i as u32), time.range, Layer::Times);
    }
    for (i, amount) in layers.amounts.iter().enumerate() {
        add(MarkId::Amount(i as u32), amount.range, Layer::Amounts);
    }
    if let Some(dateline) = &layers.dateline {
        add(MarkId::Dateline, dateline.range, Layer::Dateline);
    }
    for (i, passage) in layers.passages.iter().enumerate() {
        add(MarkId::Passage(i as u32), passage.range, Layer::Own);
    }
    for (i, finding) in findings.iter().enumerate() {
        add(MarkId::Finding(i as u32), finding.range, Layer::Findings);
    }
    put_in_order(&mut marks, |mark| (mark.range.start() as u32, most_first(mark.range.end()), 0));
    marks
}

/// One cue may report several pieces; it is drawn once.
fn first_with_cue(document: &Document, index: usize, cue: TextRange) -> bool {
    let before = &document.layers.quotes[..index];
    !before.iter().rev().take(8).any(|quote| quote.cue == Some(cue))
}

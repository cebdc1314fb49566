//! Puts decisions into a document.

use super::anchor::Anchor;
use super::by_hand::CERTAIN;
use super::correction::{Change, Correction, Corrections};
use super::{names, passages, quotations, times};
use crate::document::comments::Comment;
use crate::document::{Document, Layers};
use crate::text::TextRange;

impl Correction {
    /// Puts the decision into a document. None, and nothing is done, where its words are gone, or where it would
    /// break what every document promises.
    fn apply(&self, document: &mut Document) -> Option<()> {
        let at = &self.at;
        match &self.change {
            Change::Speaker(speaker) => speaker.apply(document, at),
            Change::Relabel(label, reach) => names::relabel(document, at, *label, *reach),
            Change::Name(label, reach) => names::add(document, at, *label, *reach),
            Change::NoName(reach) => {
                names::remove(document, at, *reach).or_else(|| names::mean_nobody(document, at))
            }
            Change::Extent(words) => {
                names::resize(document, at, words).or_else(|| quotations::resize(document, at, words))
            }
            Change::Merge(whose) => names::merge(document, at, whose),
            Change::Split => names::part(document, at),
            Change::Rename(name) => names::rename(document, at, name),
            Change::Means(whose) => names::mean(document, at, whose),
            Change::NoQuotation => quotations::unsay(document, at),
            Change::Kind(kind) => quotations::set_kind(document, at, *kind),
            Change::Cue(words) => quotations::set_cue(document, at, words),
            Change::Value(value) => times::set_value(document, at, value.as_deref()),
            Change::Comment(words) => comment(document, at, words),
            Change::Altered { .. } => at.place(&document.article.text).map(|_| ()),
            Change::Checked => at.place(&document.article.text).map(|range| sure(document, range)),
            Change::Quotation(kind) => quotations::add(document, at, *kind),
            Change::NoMark => unmark(document, at),
            Change::Own(label, reach) => passages::mark(document, at, label.as_ref(), *reach),
        }
    }
}

/// Puts what somebody says of words beside them.
fn comment(document: &mut Document, at: &Anchor, words: &str) -> Option<()> {
    let range = at.place(&document.article.text)?;
    let comments = &mut document.layers.comments;
    let order = |range: TextRange| (range.start(), std::cmp::Reverse(range.end()));
    let place = comments.partition_point(|comment| order(comment.range) <= order(range));
    comments.insert(place, Comment { range, words: words.to_owned() });
    Some(())
}

/// Takes the mark off a date, an amount or a term.
fn unmark(document: &mut Document, at: &Anchor) -> Option<()> {
    let range = at.place(&document.article.text)?;
    let Layers { times, amounts, terms, .. } = &mut document.layers;
    let before = times.len() + amounts.len() + terms.len();
    times.retain(|time| time.range != range);
    amounts.retain(|amount| amount.range != range);
    terms.retain(|term| term.range != range);
    (times.len() + amounts.len() + terms.len() < before).then_some(())
}

/// Nothing that stands right here is in doubt any more.
fn sure(document: &mut Document, range: TextRange) {
    let Layers { mentions, references, quotes, .. } = &mut document.layers;
    let names = mentions.iter_mut().map(|mention| (mention.range, &mut mention.score));
    let references = references.iter_mut().map(|reference| (reference.range, &mut reference.score));
    let quotes = quotes.iter_mut().map(|quote| (quote.range, &mut quote.score));
    let here = names.chain(references).chain(quotes).filter(|(place, _)| *place == range);
    here.for_each(|(_, score)| *score = CERTAIN);
}

/// The document as people decided it, and the corrections that it leaves out because their words or what they name
/// is gone: a person is told of them.
pub fn reviewed(document: &Document, corrections: &Corrections) -> (Document, Vec<Correction>) {
    let mut reviewed = document.clone();
    let lost = corrections.iter().filter(|correction| correction.apply(&mut reviewed).is_none());
    let lost = lost.cloned().collect();
    (reviewed, lost)
}

/// The first of [`reviewed`].
pub fn review(document: &Document, corrections: &Corrections) -> Document {
    reviewed(document, corrections).0
}

/// The second of [`reviewed`].
pub fn needs_review(document: &Document, corrections: &Corrections) -> Vec<Correction> {
    reviewed(document, corrections).1
}

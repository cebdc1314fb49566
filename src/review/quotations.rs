//! Quotations, decided by a person: what is one, how far it goes, how it is reported.

use super::anchor::Anchor;
use super::by_hand::{CERTAIN, marked};
use crate::document::Document;
use crate::document::quotes::{Quote, QuoteKind, Term, Utterance};
use crate::document::reason::{Reason, Rule};
use crate::text::TextRange;
use crate::text::order::{by_place, put_in_order};

/// Nobody said these words: all pieces go, and those in quotation marks become terms.
pub(super) fn unsay(document: &mut Document, at: &Anchor) -> Option<()> {
    let group = document.layers.quotes[piece_at(document, at)?].group;
    let layers = &mut document.layers;
    let (gone, kept): (Vec<_>, Vec<_>) = layers.quotes.drain(..).partition(|quote| quote.group == group);
    layers.quotes = kept;
    // Pieces that were set to other words may lie in one another.
    for quote in gone.iter().filter(|quote| quote.kind == QuoteKind::Direct) {
        if !layers.terms.iter().any(|term| term.range.overlaps(quote.range)) {
            layers.terms.push(Term { range: quote.range, why: marked() });
        }
    }
    put_in_order(&mut layers.terms, |term| by_place(term.range));
    Some(())
}

/// Somebody said these words; who it was is for another decision.
pub(super) fn add(document: &mut Document, at: &Anchor, kind: QuoteKind) -> Option<()> {
    let range = at.place(&document.article.text).filter(|range| nests(document, *range, None))?;
    let layers = &mut document.layers;
    layers.terms.retain(|term| !term.range.overlaps(range));
    let group = layers.quotes.iter().map(|quote| quote.group).max().unwrap_or(0) + 1;
    let (source, addressee, cue, attitude) = (None, None, None, false);
    let (utterance, score) = (Utterance::Statement, CERTAIN);
    layers.quotes.push(Quote {
        range,
        kind,
        group,
        source,
        addressee,
        cue,
        utterance,
        attitude,
        score,
        why: marked(),
    });
    longer_first(document);
    Some(())
}

/// Says how the words of a quotation are reported.
pub(super) fn set_kind(document: &mut Document, at: &Anchor, kind: QuoteKind) -> Option<()> {
    let group = document.layers.quotes[piece_at(document, at)?].group;
    for quote in document.layers.quotes.iter_mut().filter(|quote| quote.group == group) {
        (quote.kind, quote.why) = (kind, Reason { rule: Rule::Marked, ..quote.why.clone() });
    }
    Some(())
}

/// Sets a piece of a quotation to other words.
pub(super) fn resize(document: &mut Document, at: &Anchor, words: &Anchor) -> Option<()> {
    let piece = piece_at(document, at)?;
    let new = words.place(&document.article.text).filter(|new| nests(document, *new, Some(piece)))?;
    let quote = document.layers.quotes.get_mut(piece).filter(|quote| quote.range.overlaps(new))?;
    (quote.range, quote.why) = (new, Reason { rule: Rule::Marked, ..quote.why.clone() });
    longer_first(document);
    Some(())
}

/// Sets the word that reports a quotation.
pub(super) fn set_cue(document: &mut Document, at: &Anchor, words: &Anchor) -> Option<()> {
    let cue = words.place(&document.article.text)?;
    let group = document.layers.quotes[piece_at(document, at)?].group;
    for quote in document.layers.quotes.iter_mut().filter(|quote| quote.group == group) {
        quote.cue = Some(cue);
    }
    Some(())
}

/// In text order, and so that they nest.
fn longer_first(document: &mut Document) {
    put_in_order(&mut document.layers.quotes, |quote| {
        (quote.range.start() as u32, u32::MAX - quote.range.end() as u32, 0)
    });
}

/// Whether words lie across no quotation but this piece.
fn nests(document: &Document, words: TextRange, piece: Option<usize>) -> bool {
    let others = document.layers.quotes.iter().enumerate().filter(|(at, _)| Some(*at) != piece);
    let crosses =
        |range: TextRange| range.overlaps(words) && !range.contains(words) && !words.contains(range);
    !words.is_empty() && !others.map(|(_, quote)| quote.range).any(crosses)
}

fn piece_at(document: &Document, at: &Anchor) -> Option<usize> {
    let range = at.place(&document.article.text)?;
    document.layers.quotes.iter().position(|quote| quote.range == range)
}

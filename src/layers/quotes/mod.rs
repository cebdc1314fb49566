//! Quotations: what was said, the cue that reports it, and who said it.

pub mod marks;

pub(in crate::layers) mod words;

mod clause;

mod agents;

mod works;

mod source;

mod content;

mod report;

mod reports;

mod replies;

mod interview;
mod labels;

mod wording;

mod headline;

mod manner;

mod plural;

mod verb;

mod attribute;

mod recover;

mod resolve;

mod speakers;

use crate::document::Layers;
use crate::document::quotes::{Quote, QuoteKind, Term};
use crate::document::reason::{Reason, Rule};
use crate::layers::SoFar;
use crate::layers::syntax::Syntax;
use crate::text::TextRange;
use attribute::{Attribution, Draft};
use marks::Quoted;
pub use recover::without_runaways;
use resolve::Resolver;
use std::cell::OnceCell;
use words::Sense;

/// The article's sentences, in each of which a quotation counts as one word and a dateline not at all.
pub fn syntax<'t>(known: &SoFar<'t>, quoted: &[Quoted]) -> Syntax<'t> {
    let runs: Vec<_> = quoted.iter().map(|piece| (piece.range, piece.first..piece.last)).collect();
    let starts: Vec<usize> = known.layers.dateline.iter().map(|dateline| dateline.range.end()).collect();
    Syntax::new(&known.article.text, known.tokens, known.sentences, &runs, &starts)
}

/// Finds all quotations of an article, and the terms in quotation marks that are none.
pub fn find(known: &SoFar<'_>, syntax: &Syntax<'_>, quoted: &[Quoted]) -> (Vec<Quote>, Vec<Term>) {
    let (text, open) = (known.article.text.as_str(), known.open.as_slice());
    let Layers { structure, entities, mentions, references, .. } = &known.layers;
    let items = clause::items(text, syntax);
    let clauses = clause::clauses(text, &items, syntax);
    let mut reports: Vec<_> = clauses.iter().map(|&clause| reports::find(clause)).collect();
    labels::leave_out(text, &clauses, structure, mentions, &mut reports);
    let mut found = Attribution::run(text, quoted, &clauses, &reports);
    interview::add_turns(&mut found, &clauses, mentions, structure);
    plural::resolve(text, &clauses, &mut found.drafts);
    let terms = in_order(std::mem::take(&mut found.terms));
    let several = OnceCell::new();
    let resolver = Resolver { text, structure, entities, mentions, references, open, several };
    (settle(found.drafts, &resolver), terms)
}

/// Terms in text order, each stretch of text once: two reports of one sentence may both come upon it.
fn in_order(mut terms: Vec<(TextRange, Rule)>) -> Vec<Term> {
    terms.sort_by_key(|(range, _)| (range.start(), range.end()));
    terms.dedup_by(|next, kept| next.0.start() < kept.0.end());
    terms.into_iter().map(|(range, rule)| Term { range, why: Reason::new(rule, [range]) }).collect()
}

/// Puts quotations in order, lets them nest but never cross, and numbers their groups.
fn settle(drafts: Vec<Draft>, resolver: &Resolver<'_>) -> Vec<Quote> {
    let mut order: Vec<usize> = (0..drafts.len()).collect();
    order.sort_by_key(|&d| (drafts[d].range.start(), usize::MAX - drafts[d].range.end(), d));
    let mut quotes: Vec<Quote> = Vec::with_capacity(drafts.len());
    let mut open: Vec<TextRange> = Vec::new();
    let mut numbers = vec![0u32; drafts.len()];
    let mut groups = 0;
    for d in order {
        let draft = &drafts[d];
        open.retain(|outer| outer.end() > draft.range.start());
        let Some(range) = nested(draft, &open) else { continue };
        open.push(range);
        if numbers[draft.group] == 0 {
            groups += 1;
            numbers[draft.group] = groups;
        }
        quotes.push(resolver.quote(draft, range, numbers[draft.group]));
    }
    quotes
}

/// The range cut back to where the report around it ends; nothing where that would cut a
/// quotation in marks, or where the same words are reported already.
fn nested(draft: &Draft, open: &[TextRange]) -> Option<TextRange> {
    let mut range = draft.range;
    // "Smith said he hopes to win": the report tells it already.
    let unsaid = draft.sense == Sense::Attitude || draft.source.is_none() && draft.cue.is_some();
    let weaker = draft.kind != QuoteKind::Direct && unsaid;
    for outer in open {
        if *outer == range || weaker && outer.contains(range) {
            return None;
        }
        if !outer.contains(range) {
            let kept =
                |range: &TextRange| draft.kind == QuoteKind::Indirect && range.len() * 2 >= draft.range.len();
            range = outer.intersect(range).filter(kept)?;
        }
    }
    (!open.contains(&range)).then_some(range)
}

#[cfg(test)]
mod tests;

#[cfg(test)]
mod sentence_tests;

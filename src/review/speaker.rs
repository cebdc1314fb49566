//! Who speaks a quotation, decided by a person.

use super::anchor::Anchor;
use super::by_hand::CERTAIN;
use super::correction::{Change, Correction, Speaker};
use crate::document::Document;
use crate::document::ids::EntityId;
use crate::document::quotes::{Quote, Source, SourceKind};
use crate::document::reason::{Reason, Rule};
use crate::text::TextRange;

impl Correction {
    /// The decision that `entity` (nobody, where there is none) speaks the quotation of this piece.
    pub fn speaker(document: &Document, piece: usize, entity: Option<EntityId>) -> Option<Correction> {
        let text = &document.article.text;
        let quotes = &document.layers.quotes;
        let group = quotes.get(piece)?.group;
        let first = quotes.iter().find(|quote| quote.group == group)?;
        let speaker = match entity {
            Some(entity) => {
                let named = document.layers.mentions.iter().find(|mention| mention.entity == entity)?;
                Speaker::Named(Anchor::new(text, named.range))
            }
            None => Speaker::Unknown,
        };
        Some(Correction { at: Anchor::new(text, first.range), change: Change::Speaker(speaker) })
    }
}

impl Speaker {
    /// Gives every piece of the quotation at `at` to the speaker chosen.
    pub(super) fn apply(&self, document: &mut Document, at: &Anchor) -> Option<()> {
        let range = at.place(&document.article.text)?;
        let group = document.layers.quotes.iter().find(|quote| quote.range == range)?.group;
        let chosen = match self {
            Speaker::Named(name) => Some(named(document, name)?),
            Speaker::Unknown => None,
        };
        for at in 0..document.layers.quotes.len() {
            if document.layers.quotes[at].group == group {
                let decided = decided(document, &document.layers.quotes[at], chosen);
                document.layers.quotes[at] = decided;
            }
        }
        Some(())
    }
}

/// Whom the words name.
fn named(document: &Document, name: &Anchor) -> Option<EntityId> {
    let range = name.place(&document.article.text)?;
    document.layers.mentions.iter().find(|mention| mention.range == range).map(|mention| mention.entity)
}

fn decided(document: &Document, quote: &Quote, chosen: Option<EntityId>) -> Quote {
    let source = chosen.and_then(|id| {
        let kind = SourceKind::of(document.layers.entities.get(id.0 as usize)?.label);
        Some(Source { range: beside(document, quote, id)?, entity: Some(id), stands_for: None, kind })
    });
    let rule = if chosen.is_some() { Rule::Chosen } else { Rule::LeftOpen };
    let why = Reason { passed_over: passed_over(quote, chosen), ..Reason::new(rule, []) };
    Quote { source, score: CERTAIN, why, ..quote.clone() }
}

/// Galley's own answer stays among those passed over.
fn passed_over(quote: &Quote, chosen: Option<EntityId>) -> Vec<EntityId> {
    let found = quote.source.as_ref().and_then(|source| source.entity);
    let mut passed_over: Vec<EntityId> = Vec::new();
    for id in found.into_iter().chain(quote.why.passed_over.iter().copied()) {
        if Some(id) != chosen && !passed_over.contains(&id) {
            passed_over.push(id);
        }
    }
    passed_over
}

/// The words beside the quotation that stand for its speaker: those Galley read ("he", "the
/// mayor"), unless they name somebody else; then the nearest that mean the one chosen.
fn beside(document: &Document, quote: &Quote, chosen: EntityId) -> Option<TextRange> {
    let layers = &document.layers;
    let names_another =
        |range| layers.mentions.iter().any(|name| name.range.overlaps(range) && name.entity != chosen);
    let read = quote.source.as_ref().map(|source| source.range).filter(|&range| !names_another(range));
    let names = layers.mentions.iter().map(|mention| (mention.range, mention.entity));
    let references = layers.references.iter().map(|reference| (reference.range, reference.entity));
    let standing = names.chain(references).filter(|(_, entity)| *entity == chosen).map(|(range, _)| range);
    let near = |range: &TextRange| (quote.range.contains(*range), distance(quote.range, *range));
    read.or_else(|| standing.min_by_key(near))
}

fn distance(a: TextRange, b: TextRange) -> usize {
    a.start().saturating_sub(b.end()).max(b.start().saturating_sub(a.end()))
}

#[cfg(test)]
mod tests {
    use super::super::{Corrections, needs_review, review};
    use super::*;
    use crate::view::sample;

    const OSEI: EntityId = EntityId(0);
    const LINDQVIST: EntityId = EntityId(1);

    /// Gives the quotation of a piece to somebody, and lists every piece with the words beside it,
    /// its speaker and its reason.
    fn check(piece: usize, entity: Option<EntityId>, expected: &[&str]) {
        let document = sample::document();
        let mut corrections = Corrections::default();
        corrections.decide(Correction::speaker(&document, piece, entity).expect("there is such a quotation"));
        let reviewed = review(&document, &corrections);
        assert_eq!(reviewed.check_invariants(), Ok(()));
        assert!(needs_review(&document, &corrections).is_empty());
        let line = |quote: &Quote| {
            let source = quote.source.as_ref();
            let beside = source.map_or("nobody", |source| reviewed.words(source.range));
            let who = source.and_then(|source| source.entity).map(|id| id.0);
            format!("{} {beside} {who:?} {}", quote.group, quote.why.rule.name())
        };
        assert_eq!(reviewed.layers.quotes.iter().map(line).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn a_choice_goes_to_every_piece_of_the_quotation() {
        check(
            1,
            Some(LINDQVIST),
            &[
                "1 Kofi Lindqvist Some(1) chosen",
                "1 Kofi Lindqvist Some(1) chosen",
                "2 he Some(1) cue after",
                "3 nobody None no speaker",
            ],
        );
    }

    #[test]
    fn a_pronoun_beside_the_quotation_stays_beside_it() {
        check(
            2,
            Some(OSEI),
            &[
                "1 Amina Osei Some(0) cue after",
                "1 Amina Osei Some(0) cue after",
                "2 he Some(0) chosen",
                "3 nobody None no speaker",
            ],
        );
    }

    #[test]
    fn a_quotation_can_be_left_open() {
        check(
            2,
            None,
            &[
                "1 Amina Osei Some(0) cue after",
                "1 Amina Osei Some(0) cue after",
                "2 nobody None left open",
                "3 nobody None no speaker",
            ],
        );
    }

    #[test]
    fn the_last_choice_counts_and_can_be_taken_back() {
        let document = sample::document();
        let choice = |entity| Correction::speaker(&document, 3, entity).expect("there is such a quotation");
        let mut corrections = Corrections::default();
        corrections.decide(choice(Some(OSEI)));
        corrections.decide(choice(Some(LINDQVIST)));
        let quote = review(&document, &corrections).layers.quotes[3].clone();
        assert_eq!(quote.source.and_then(|source| source.entity), Some(LINDQVIST));
        corrections.take_back(&choice(None));
        assert!(corrections.is_empty());
    }

    #[test]
    fn galleys_own_answer_is_among_those_passed_over() {
        let document = sample::document();
        let mut corrections = Corrections::default();
        corrections
            .decide(Correction::speaker(&document, 0, Some(LINDQVIST)).expect("there is such a quotation"));
        assert_eq!(review(&document, &corrections).layers.quotes[0].why.passed_over, [OSEI]);
    }

    #[test]
    fn a_choice_whose_words_or_name_are_gone_needs_review() {
        let document = sample::document();
        let mut corrections = Corrections::default();
        corrections
            .decide(Correction::speaker(&document, 0, Some(LINDQVIST)).expect("there is such a quotation"));
        for gone in [("moved twice", "moved once!"), ("Kofi Lindqvist, offered", "Kofi Lindqvyst, offered")] {
            let mut edited = document.clone();
            edited.article.text = edited.article.text.replace(gone.0, gone.1);
            assert_eq!(review(&edited, &corrections), edited);
            let told = needs_review(&edited, &corrections);
            assert_eq!(told.iter().map(Correction::choice).collect::<Vec<_>>(), ["Kofi Lindqvist"]);
        }
        let mut unmarked = document.clone();
        unmarked.layers.quotes.clear();
        assert_eq!(needs_review(&unmarked, &corrections).len(), 1);
    }
}

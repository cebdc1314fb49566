//! Laws of people's corrections: they do what was decided, and nothing else.

use super::{article, cases};
use galley::annotate::annotate;
use galley::document::article::Article;
use galley::document::entities::Label;
use galley::document::ids::EntityId;
use galley::document::passages::OwnLabel;
use galley::document::{Document, Layers};
use galley::review::{Change, Correction, Corrections, Reach, needs_review, review};
use galley::text::TextRange;
use proptest::prelude::*;

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn no_correction_changes_nothing(text in article()) {
        let document = annotate(Article::plain(&text));
        prop_assert_eq!(&review(&document, &Corrections::default()), &document);
    }

    /// The speaker of one quotation changes; every other mark stays as it was.
    #[test]
    fn a_choice_of_speaker_changes_its_quotation_alone(text in article(), piece in 0..9usize, who in 0..9u32) {
        let document = annotate(Article::plain(&text));
        let who = Some(EntityId(who)).filter(|who| (who.0 as usize) < document.layers.entities.len());
        let Some(correction) = Correction::speaker(&document, piece, who) else { return Ok(()) };
        let group = document.layers.quotes[piece].group;
        let mut corrections = Corrections::default();
        corrections.decide(correction.clone());
        let mut reviewed = review(&document, &corrections);
        prop_assert_eq!(reviewed.check_invariants(), Ok(()));
        prop_assert_eq!(needs_review(&document, &corrections), []);
        for (quote, before) in reviewed.layers.quotes.iter_mut().zip(&document.layers.quotes) {
            if before.group == group {
                prop_assert_eq!(quote.source.as_ref().and_then(|source| source.entity), who);
                *quote = before.clone();
            }
        }
        prop_assert_eq!(&reviewed, &document);
        corrections.take_back(&correction);
        prop_assert_eq!(&review(&document, &corrections), &document);
    }

    /// In another text the words may stand again, and still are not those that were decided about.
    #[test]
    fn a_correction_whose_words_have_moved_is_reported(text in article(), piece in 0..9usize, more in "[A-Z][a-z]{2,9}\\. ") {
        let document = annotate(Article::plain(&text));
        let Some(correction) = Correction::speaker(&document, piece, None) else { return Ok(()) };
        let mut corrections = Corrections::default();
        corrections.decide(correction.clone());
        let moved = annotate(Article::plain([&more, &text[..]].concat()));
        prop_assume!(correction.at.place(&moved.article.text).is_none());
        prop_assert_eq!(&review(&moved, &corrections), &moved);
        prop_assert_eq!(needs_review(&moved, &corrections), [correction]);
    }

    /// Whatever is decided, one thing after another: the document keeps its promises, and a decision that is not
    /// applied is told.
    #[test]
    fn any_decisions_leave_a_whole_document(text in article(), steps in proptest::collection::vec((0..10u8, 0..40usize, 0..40usize), 0..12)) {
        let document = annotate(Article::plain(&text));
        let mut corrections = Corrections::default();
        for (kind, from, to) in steps {
            if let Some(correction) = some_decision(&review(&document, &corrections), kind, from, to) {
                corrections.decide(correction);
            }
        }
        let reviewed = review(&document, &corrections);
        prop_assert_eq!(reviewed.check_invariants(), Ok(()));
        prop_assert_eq!(&reviewed.article, &document.article);
        let lost = needs_review(&document, &corrections);
        let mut held = Corrections::default();
        corrections.iter().filter(|one| !lost.contains(one)).for_each(|one| held.decide(one.clone()));
        prop_assert_eq!(&review(&document, &held).layers, &reviewed.layers);
    }
}

/// A decision about some mark of the document, or about words of its text.
fn some_decision(document: &Document, kind: u8, from: usize, to: usize) -> Option<Correction> {
    let Layers { mentions, quotes, times, references, .. } = &document.layers;
    let pick = |ranges: Vec<TextRange>, at: usize| ranges.get(at % ranges.len().max(1)).copied();
    let names: Vec<TextRange> = mentions.iter().map(|mention| mention.range).collect();
    let spoken: Vec<TextRange> = quotes.iter().map(|quote| quote.range).collect();
    let text = &document.article.text;
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let words = || {
        let (a, b) = (starts[(from * 7) % starts.len()], starts[(to * 11) % starts.len()]);
        (a != b).then(|| TextRange::new(a.min(b), a.max(b)))
    };
    let reach = if to.is_multiple_of(2) { Reach::All } else { Reach::Here };
    let anchored = |range: TextRange| Correction::new(document, range, Change::Checked).at;
    let (range, change) = match kind {
        0 => (pick(names, from)?, Change::Relabel(Label::Work, reach)),
        1 => (pick(names, from)?, Change::NoName(reach)),
        2 => (words()?, Change::Name(Label::Product, reach)),
        3 => (pick(names, from)?, Change::Extent(anchored(words()?))),
        4 => (pick(names.clone(), from)?, Change::Merge(anchored(pick(names, to)?))),
        5 => (pick(names, from)?, Change::Split),
        6 => (pick(spoken, from)?, Change::Extent(anchored(words()?))),
        7 => (pick(spoken, from)?, Change::NoQuotation),
        9 => (words()?, Change::Own(OwnLabel::read("Claim = k, red").ok().filter(|_| to > 9), reach)),
        _ => {
            let whose = anchored(pick(names, to)?);
            match references.get(from) {
                Some(reference) => (reference.range, Change::Means(whose)),
                None => (times.get(from)?.range, Change::Value(None)),
            }
        }
    };
    Some(Correction::new(document, range, change))
}

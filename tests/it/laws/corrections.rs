//! Laws of people's corrections: they do what was decided, and nothing else.

use super::{article, cases};
use galley::annotate::annotate;
use galley::document::article::Article;
use galley::document::ids::EntityId;
use galley::review::{Correction, Corrections, needs_review, review};
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
}

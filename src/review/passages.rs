//! Words that an editor marks with a label of their own.

use super::anchor::Anchor;
use super::correction::Reach;
use super::names::same_words;
use crate::document::Document;
use crate::document::passages::{OwnLabel, Passage};
use crate::text::TextRange;

/// Gives words a label, or takes theirs away: these alone, or wherever the same words stand. Labels that they had, or
/// that lie across them, go.
pub(super) fn mark(
    document: &mut Document,
    at: &Anchor,
    label: Option<&OwnLabel>,
    reach: Reach,
) -> Option<()> {
    let ranges = places(document, at, reach)?;
    let passages = &mut document.layers.passages;
    passages.retain(|passage| !ranges.iter().any(|range| range.overlaps(passage.range)));
    if let Some(label) = label {
        for range in ranges {
            let at = passages.partition_point(|passage| passage.range.start() < range.start());
            passages.insert(at, Passage { range, label: label.clone() });
        }
    }
    Some(())
}

/// How many places would be marked otherwise than now.
pub(super) fn touched(document: &Document, at: &Anchor, label: Option<&OwnLabel>, reach: Reach) -> usize {
    let passages = &document.layers.passages;
    let is_so = |range: &TextRange| {
        let here = passages.iter().find(|passage| passage.range.overlaps(*range));
        match (here, label) {
            (Some(here), Some(label)) => here.range == *range && here.label == *label,
            (here, label) => here.is_none() && label.is_none(),
        }
    };
    let ranges = places(document, at, reach).unwrap_or_default();
    ranges.iter().filter(|range| !is_so(range)).count()
}

/// The places that a decision reaches. Selected words may be a part of a word, which stands nowhere else as one.
fn places(document: &Document, at: &Anchor, reach: Reach) -> Option<Vec<TextRange>> {
    let range = at.place(&document.article.text).filter(|range| !range.is_empty())?;
    let mut ranges = if reach == Reach::All { same_words(&document.article.text, range) } else { Vec::new() };
    if !ranges.contains(&range) {
        ranges = vec![range];
    }
    Some(ranges)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::article::Article;
    use crate::review::{Change, Correction, Corrections, review, reviewed, touched};

    const TEXT: &str = "No boat sails. No boat sank, and no boats will.";

    /// Decides in turn of the first words that are so, and lists what is marked then.
    fn check(decisions: &[(&str, Option<&str>, Reach)], expected: &[&str]) {
        let mut document = Document { article: Article::plain(TEXT), layers: Default::default() };
        for (words, label, reach) in decisions {
            let at = TEXT.find(words).expect("it stands there");
            let label = label.map(|line| OwnLabel::read(line).expect("it is one"));
            let change = Change::Own(label, *reach);
            let one = Correction::new(&document, TextRange::new(at, at + words.len()), change);
            let mut corrections = Corrections::default();
            corrections.decide(one.clone());
            let before = touched(&document, &one).labels;
            document = review(&document, &corrections);
            assert_eq!(document.check_invariants(), Ok(()));
            assert!(before > 0 && touched(&document, &one).labels == 0, "{words}");
        }
        let passages = document.layers.passages.iter();
        let told = passages
            .map(|one| format!("{} {}: {}", one.range.start(), document.words(one.range), one.label.line()));
        assert_eq!(told.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn words_have_one_label_here_or_everywhere() {
        let (claim, doubt) = (Some("Claim = k, red"), Some("Doubt"));
        check(&[("boat", claim, Reach::Here)], &["3 boat: Claim = k, red"]);
        check(&[("boat", claim, Reach::All)], &["3 boat: Claim = k, red", "18 boat: Claim = k, red"]);
        check(
            &[("boat", claim, Reach::All), ("No boat", doubt, Reach::Here)],
            &["0 No boat: Doubt = d, blue", "18 boat: Claim = k, red"],
        );
        check(&[("boat", claim, Reach::All), ("boat", None, Reach::Here)], &["18 boat: Claim = k, red"]);
        check(&[("boat", claim, Reach::All), ("boat", None, Reach::All)], &[]);
        check(&[("oat", claim, Reach::All)], &["4 oat: Claim = k, red"]);
    }

    #[test]
    fn words_follow_the_look_of_their_label() {
        let document = Document { article: Article::plain(TEXT), layers: Default::default() };
        let label = |line| OwnLabel::read(line).expect("it is one");
        let mut corrections = Corrections::default();
        for (at, line) in [(3, "Claim = k, red"), (18, "Doubt")] {
            let change = Change::Own(Some(label(line)), Reach::Here);
            corrections.decide(Correction::new(&document, TextRange::new(at, at + 4), change));
        }
        assert_eq!(corrections.looking_as(&[label("Claim = k, red"), label("Source")]), None);
        let green = corrections.looking_as(&[label("Claim = m, green")]).expect("one looks otherwise");
        let passages = review(&document, &green).layers.passages;
        let lines: Vec<_> = passages.iter().map(|passage| passage.label.line()).collect();
        assert_eq!(lines, ["Claim = m, green", "Doubt = d, blue"]);
    }

    #[test]
    fn a_label_that_is_taken_away_again_waits_for_nothing() {
        let document = Document { article: Article::plain(TEXT), layers: Default::default() };
        let range = TextRange::new(3, 7);
        let mut corrections = Corrections::default();
        corrections.decide(Correction::new(
            &document,
            range,
            Change::Own(OwnLabel::read("Claim").ok(), Reach::Here),
        ));
        corrections.decide(Correction::new(&document, range, Change::Own(None, Reach::Here)));
        assert_eq!(reviewed(&document, &corrections), (document, Vec::new()));
    }
}

//! What has become of each decision about the draft before, for whoever has pasted a later one.

use super::carry::Drafts;
use super::correction::{Correction, Corrections};
use crate::text::TextRange;
use crate::text::order::put_in_order;

/// What has become of a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Its words are gone: a person is to look.
    Lost,
    /// Its words stand in another paragraph than before.
    Moved,
    /// It holds where it did.
    Kept,
}

/// A decision with what has become of it, and the byte of the later draft where its words stand, or would.
pub type Told<'c> = (Fate, &'c Correction, usize);

/// Every decision about a draft: first those that a person is to look at, then those that moved, then the others, each
/// in the order of the later draft. None where that is no draft of the same text.
pub fn fates<'c>(before: &str, corrections: &'c Corrections, after: &str) -> Vec<Told<'c>> {
    let Some(drafts) = Drafts::between(before, after) else { return Vec::new() };
    let told = |one: &'c Correction| {
        let was = one.at.range();
        match one.carried(&drafts, after).map(|now| now.at.range()) {
            Some(now) if paragraph(before, was) == paragraph(after, now) => (Fate::Kept, one, now.start()),
            Some(now) => (Fate::Moved, one, now.start()),
            None => (Fate::Lost, one, drafts.near(was.start(), after)),
        }
    };
    let mut all: Vec<Told> = corrections.iter().map(told).collect();
    put_in_order(&mut all, |&(fate, _, at)| (fate as u32, at as u32, 0));
    all
}

/// Which paragraph words stand in, lines without words left out.
fn paragraph(text: &str, range: TextRange) -> usize {
    text[..range.start()].split_inclusive('\n').filter(|line| !line.trim().is_empty()).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::document::article::Article;
    use crate::review::Change;

    #[test]
    fn every_decision_is_told() {
        let before = "Ferry back\n\nAda Quist said so.\n\nBob Roe did not.\n\nNobody was hurt.\n";
        let after =
            "Ferry back\n\nIt sails.\n\nAda Quist said so.\n\nBen Rowe did not.\n\nNobody was hurt.\n";
        let document = Document { article: Article::plain(before), layers: Default::default() };
        let mut corrections = Corrections::default();
        for words in ["Nobody", "Bob Roe", "Ada Quist", "Ferry"] {
            let at = before.find(words).expect("it stands there");
            let range = TextRange::new(at, at + words.len());
            corrections.decide(Correction::new(&document, range, Change::Checked));
        }
        let fates = fates(before, &corrections, after);
        let told: Vec<_> =
            fates.iter().map(|(fate, one, at)| (*fate, one.at.words(), &after[*at..*at + 3])).collect();
        assert_eq!(
            told,
            [
                (Fate::Lost, "Bob Roe", "Ben"),
                (Fate::Moved, "Ada Quist", "Ada"),
                (Fate::Moved, "Nobody", "Nob"),
                (Fate::Kept, "Ferry", "Fer")
            ]
        );
        assert_eq!(super::fates(before, &corrections, "Another text altogether.").len(), 0);
    }
}

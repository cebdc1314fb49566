//! What an editor should look at, as lines of the ledger.

use super::explain::words;
use super::index::Index;
use super::ledger::{Row, Section};
use super::{Layer, MarkId};
use crate::checks::Finding;
use crate::document::Document;
use crate::text::{TextRange, capital};

/// The findings as a section of the ledger; it may be empty.
pub fn section(document: &Document, index: &Index) -> Section {
    let row = |(i, finding): (usize, &Finding)| Row {
        title: sentence(finding),
        detail: around(document, finding.range),
        marks: vec![MarkId::Finding(i as u32)],
        open: true,
    };
    let rows = index.findings.iter().enumerate().map(row).collect();
    Section { title: Layer::Findings.info().name, layer: Layer::Findings, rows }
}

/// The finding's sentence with a capital letter.
pub(super) fn sentence(finding: &Finding) -> String {
    capital(&finding.sentence())
}

/// The words of a finding with some of those beside them.
///
/// ```text
/// … until Friday. Marlow said: “We won. It was hard.
///                              ^
/// ```
pub(super) fn around(document: &Document, range: TextRange) -> String {
    const BEFORE: usize = 24;
    let (before, after) = document.article.text.split_at(range.end());
    let line = before[..range.start()].rfind('\n').map_or(0, |at| at + 1);
    let end = range.end() + after.find('\n').unwrap_or(after.len());
    let near = before[..range.start()].char_indices().rev().nth(BEFORE).map_or(0, |(at, _)| at);
    if near <= line {
        return words(document, TextRange::new(line, end));
    }
    let from = before[near..range.start()].find(' ').map_or(near, |at| near + at);
    ["… ", &words(document, TextRange::new(from, end))].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::annotate;
    use crate::checks::findings;
    use crate::document::article::Article;
    use crate::document::reason::Basis;
    use crate::view::card::card;
    use crate::view::index::Filter;

    #[test]
    fn a_finding_is_a_line_with_its_words_and_a_card() {
        let text =
            "The vote was close.\nNobody left before midnight, and then Marlow said: “We won. It was hard.";
        let document = annotate(Article::plain(text));
        let index = Index::filtered(&document, findings(&document), Filter::default());
        let rows = section(&document, &index).rows;
        assert_eq!(rows.len(), 1);
        assert!(rows[0].title.starts_with("Opening quotation mark"), "{}", rows[0].title);
        assert_eq!(rows[0].detail, "… and then Marlow said: “We won. It was hard.");
        let card = card(&document, &index, MarkId::Finding(0)).expect("a finding has a card");
        assert_eq!((card.kind.as_str(), card.others.len()), ("To check", 1));
        assert!(super::super::card::card(&document, &index, MarkId::Finding(1)).is_none());
    }

    #[test]
    fn a_choice_that_was_lost_is_the_persons_own() {
        let document = annotate(Article::plain("“We won,” Marlow said."));
        let lost = Finding::lost_speaker(TextRange::new(0, 13), "Ada Quist");
        let index = Index::filtered(&document, vec![lost], Filter::default());
        let card = card(&document, &index, MarkId::Finding(0)).expect("a finding has a card");
        assert!(
            card.title.starts_with("Your choice of a speaker (Ada Quist) is not applied"),
            "{}",
            card.title
        );
        assert_eq!(card.why.basis, Basis::Decided);
    }

    #[test]
    fn a_text_in_order_has_no_findings() {
        let document = crate::view::sample::document();
        assert!(findings(&document).is_empty());
    }
}

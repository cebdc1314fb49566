//! What an editor should look at, as lines of the ledger and as cards.

use super::card::Card;
use super::explain::{Explanation, words};
use super::index::Index;
use super::ledger::{Row, Section};
use super::{Layer, MarkId};
use crate::checks::{Check, Finding};
use crate::document::Document;
use crate::document::reason::Basis;
use crate::text::TextRange;

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

/// The card of a finding.
pub fn card(document: &Document, index: &Index, i: usize) -> Option<Card> {
    let finding = index.findings.get(i)?;
    let (basis, what_now) = match finding.check {
        Check::LostSpeaker | Check::LostDecision => (
            Basis::Decided,
            "It is kept, and holds again once the words are read as they were. Or decide anew.",
        ),
        Check::Altered => (
            Basis::Decided,
            "The words as they came are kept. In the list of i, y says that the source says it so; Undo, or typing, puts them back.",
        ),
        Check::Waiting => {
            (Basis::Decided, "It comes back by itself if just these words come back here. Delete drops it.")
        }
        Check::Comment => (
            Basis::Decided,
            "A person said so; it is kept with the article and taken back by Backspace in its list.",
        ),
        _ => (Basis::Read, "Galley points at it and changes nothing."),
    };
    Some(Card {
        kind: Layer::Findings.info().name.into(),
        title: [&sentence(finding), "."].concat(),
        facts: vec![("Where", around(document, finding.range))],
        doubt: None,
        why: Explanation { sentence: what_now.into(), basis, passed_over: Vec::new() },
        others: (0..index.findings.len() as u32).map(MarkId::Finding).collect(),
    })
}

/// The finding's sentence with a capital letter.
fn sentence(finding: &Finding) -> String {
    let sentence = finding.sentence();
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The words of a finding with some of those beside them.
///
/// ```text
/// … until Friday. Marlow said: “We won. It was hard.
///                              ^
/// ```
fn around(document: &Document, range: TextRange) -> String {
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
        let card = card(&document, &index, 0).expect("a finding has a card");
        assert_eq!((card.kind.as_str(), card.others.len()), ("To check", 1));
        assert!(super::card(&document, &index, 1).is_none());
    }

    #[test]
    fn a_choice_that_was_lost_is_the_persons_own() {
        let document = annotate(Article::plain("“We won,” Marlow said."));
        let lost = Finding::lost_speaker(TextRange::new(0, 13), "Ada Quist");
        let index = Index::filtered(&document, vec![lost], Filter::default());
        let card = card(&document, &index, 0).expect("a finding has a card");
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

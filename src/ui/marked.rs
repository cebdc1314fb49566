//! The marks of a text: those that Galley found, as people decided them.

use crate::checks::Finding;
use crate::desk::Gone;
use crate::document::Document;
use crate::document::quotes::Quote;
use crate::document::reason::Basis;
use crate::protocol::Revision;
use crate::review::{Change, Correction, Corrections, reviewed};
use crate::text::order::{by_place, put_in_order};
use crate::view::index::{Filter, Index};
use crate::view::verdict::{Verdict, verdict};
use std::sync::Arc;

/// Marks for a sheet.
#[derive(Debug)]
pub struct Marked {
    /// Of which sheet.
    pub revision: Revision,
    /// The article with the marks that Galley found.
    pub found: Arc<Document>,
    /// What Galley found to check.
    pub checked: Vec<Finding>,
    /// The article with the marks as people decided them: this is drawn and exported.
    pub document: Arc<Document>,
    /// Those of its marks that are wanted, looked up.
    pub index: Index,
    /// What the text is, if it is no article in English.
    pub verdict: Option<Verdict>,
}

impl Marked {
    /// Puts together what people decided and what Galley found.
    pub fn new(
        revision: Revision,
        found: Arc<Document>,
        checked: Vec<Finding>,
        decided: (&Corrections, &[Gone]),
        filter: Filter,
    ) -> Self {
        let (corrections, gone) = decided;
        let (document, left_out) = match corrections.is_empty() {
            true => (Arc::clone(&found), Vec::new()),
            false => {
                let (document, left_out) = reviewed(&found, corrections);
                (Arc::new(document), left_out)
            }
        };
        let mut findings = checked.clone();
        findings.extend(lost(&document, &left_out));
        findings.extend(notes(&found, corrections));
        findings.extend(gone.iter().filter_map(|gone| waiting(gone, &found.article.text)));
        put_in_order(&mut findings, |finding| by_place(finding.range));
        let index = Index::filtered(&document, findings, filter);
        let verdict = verdict(&document);
        Marked { revision, found, checked, document, index, verdict }
    }
}

/// Decisions that could not be carried out, at the words they were about, unless the quotation that
/// begins there has been decided anew.
fn lost(document: &Document, left_out: &[Correction]) -> Vec<Finding> {
    let decided = |quote: &&Quote| quote.why.rule.basis() == Basis::Decided;
    let finding = |correction: &Correction| {
        // Corrections are kept with their text, so their words stand where they stood.
        let range = correction.at.place(&document.article.text)?;
        let anew = document.layers.quotes.iter().filter(decided).any(|q| q.range.start() == range.start());
        let finding = match correction.change {
            Change::Speaker(_) => Finding::lost_speaker,
            _ => Finding::lost_decision,
        };
        (!anew).then(|| finding(range, &correction.choice()))
    };
    left_out.iter().filter_map(finding).collect()
}

/// What people have to say of words, and what they changed of what others said, where it stands.
fn notes(found: &Document, corrections: &Corrections) -> Vec<Finding> {
    let note = |correction: &Correction| {
        let finding = match &correction.change {
            Change::Comment(_) => Finding::comment,
            Change::Altered { from_source: false, .. } => Finding::altered,
            _ => return None,
        };
        Some(finding(correction.at.place(&found.article.text)?, &correction.choice()))
    };
    corrections.iter().filter_map(note).collect()
}

/// A decision whose words are gone, at the words that are nearest to where they were.
fn waiting(gone: &Gone, text: &str) -> Option<Finding> {
    let decided = gone.correction();
    Some(Finding::waiting(gone.near(text)?, decided.at.words(), &decided.choice()))
}

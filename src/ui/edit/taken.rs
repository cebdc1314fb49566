//! The marks of the draft have come.

use super::correct::correct;
use super::marks::{self, Paint};
use super::settle::{article, revision, settle};
use crate::checks::Finding;
use crate::document::{Document, Layers};
use crate::ui::dom;
use crate::ui::marked::Marked;
use crate::ui::small::*;
use crate::ui::state::{Progress, State};
use std::sync::Arc;

/// The marks of the text have come.
pub fn take(state: State, layers: Layers, findings: Vec<Finding>) {
    let article = article(state);
    let found = Arc::new(Document { article, layers });
    let (revision, filter) = (revision(state), state.filter.get_untracked());
    let marked = state.desks.with_value(|desks| {
        let draft = desks.now.draft();
        Marked::new(revision, found, findings, (&draft.corrections, &draft.gone), filter)
    });
    state.live.update_value(|live| {
        live.marks = marked.index.marks.clone();
        live.marked = Some(Arc::new(marked));
        live.fresh = true;
    });
    if state.progress.get_untracked() != Progress::Done {
        state.progress.set(Progress::Done);
    }
    marks::paint(state, Paint::Marks);
    dom::stamp("galley-live-marks");
    // A text that took long to be read has been shown meanwhile without its marks.
    if state.sheet.with_untracked(|sheet| sheet.revision) == revision {
        settle(state);
    }
    if state.live.try_update_value(|live| std::mem::take(&mut live.correcting)).unwrap_or(false) {
        correct(state);
    }
}

/// The marks after a decision: the text stays.
pub fn review(state: State, marked: Arc<Marked>) {
    state.live.update_value(|live| {
        live.marks = marked.index.marks.clone();
        live.marked = Some(marked);
        live.fresh = true;
    });
    marks::paint(state, Paint::Marks);
}

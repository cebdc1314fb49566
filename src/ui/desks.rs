//! The desk, and the texts before and after the one on it.

use super::marked::Marked;
use super::sheet::Sheet;
use crate::desk::{Desk, Draft, Step};
use crate::document::article::Article;
use crate::review::{Corrections, is_draft_of};
use std::sync::Arc;

/// A desk that another text has taken the place of, as it was left.
#[derive(Clone, Debug)]
pub(super) struct Left {
    /// What took its place: "the new text".
    pub(super) step: &'static str,
    /// The id of its document.
    pub(super) document: Arc<str>,
    pub(super) desk: Desk,
    pub(super) sheet: Arc<Sheet>,
    /// Its marks, if they had come.
    pub(super) marked: Option<Arc<Marked>>,
    /// The reader's own names then.
    pub(super) names: Arc<str>,
}

/// The desk, and the texts before and after this one.
#[derive(Debug)]
pub struct Desks {
    /// The draft that is shown.
    pub now: Desk,
    pub(super) before: Vec<Left>,
    pub(super) after: Vec<Left>,
}

impl Desks {
    /// An empty one.
    pub fn new() -> Self {
        let now = Desk::new(Article::plain(""), Corrections::default());
        Desks { now, before: Vec::new(), after: Vec::new() }
    }

    /// The draft before this one, if it was one of the same text.
    pub fn draft_before(&self) -> Option<&Draft> {
        let draft = self.before.last()?.desk.draft();
        is_draft_of(&draft.article.text, self.now.pasted()).then_some(draft)
    }

    /// What would be undone next.
    pub(super) fn undoable(&self) -> Option<&str> {
        let before = self.before.last().map(|left| left.step);
        self.now.past().last().map(Step::name).or(before)
    }

    /// What was done last to the draft that is shown.
    pub fn last_step(&self) -> Option<&str> {
        self.now.past().last().map(Step::name)
    }

    /// What was done to a document cannot be undone here any more, for another tab edits it.
    pub fn forget_steps(&mut self, document: &str) {
        let draft = self.now.draft().clone();
        self.now = Desk::later(draft.article, draft.corrections, Vec::new());
        self.before.retain(|left| *left.document != *document);
        self.after.clear();
    }

    /// Gives a document another id.
    pub fn call_otherwise(&mut self, old: &str, new: &Arc<str>) {
        let its = self.before.iter_mut().chain(&mut self.after).filter(|left| *left.document == *old);
        its.for_each(|left| left.document = Arc::clone(new));
    }
}

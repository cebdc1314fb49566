//! What is shown: a text, and its marks when they come.

use super::dom;
use super::edit;
use super::sheet::Sheet;
use super::state::{Marked, Progress, State};
use super::status;
use crate::checks::Finding;
use crate::desk::Desk;
use crate::document::article::Article;
use crate::document::{Document, Layers};
use crate::protocol::Revision;
use crate::review::Corrections;
use crate::view::index::Filter;
use leptos::prelude::*;
use std::sync::Arc;

impl State {
    /// Shows an article whose marks are known, and in which nothing is to be checked.
    pub fn open_marked(self, article: Article, layers: Layers, sample: bool) {
        self.desks.update_value(|desks| desks.now = Desk::new(article.clone(), Corrections::default()));
        self.show(article, sample, Arc::default());
        self.take(layers, Vec::new());
    }

    /// Where only choices about the text change, the page stays where it is.
    pub(super) fn show(self, article: Article, sample: bool, corrections: Arc<Corrections>) {
        let before = self.sheet.get_untracked();
        let revision = before.revision + 1;
        let same = article.text == before.article.text && !before.blocks.is_empty();
        let sheet = match same {
            true => before.again(revision, article, sample),
            false => Sheet::new(revision, article, sample),
        };
        if !same {
            self.close_card();
            self.chosen.set(None);
            self.asked_part.set(None);
            self.deciding.set(None);
            dom::show_dialog("decide", false);
            self.opened.set(Vec::new());
            dom::show_dialog("parts", false);
        }
        self.corrections.set(corrections);
        self.sheet.set(Arc::new(sheet));
        self.progress.set(Progress::Working { slow: false });
    }

    /// The marks of the text shown have come.
    pub fn take(self, layers: Layers, findings: Vec<Finding>) {
        let mut sheet = self.sheet.get_untracked();
        if let Some(joined) = sheet.joined(&layers.structure) {
            sheet = Arc::new(joined);
            self.sheet.set(Arc::clone(&sheet));
        }
        let found = Document { article: sheet.article.clone(), layers };
        self.mark(sheet.revision, Arc::new(found), findings);
        self.progress.set(Progress::Done);
        self.announce(&untrack(|| status::found(self)));
    }

    /// Draws marks. What has the focus in the proof or the ledger keeps it, though it is drawn anew.
    pub(super) fn mark(self, revision: Revision, found: Arc<Document>, findings: Vec<Finding>) {
        let focus = dom::focus_among_marks();
        // The first marks of a text hide lines of it, or join them; what is being read stays where it is.
        let held = self.folds.with_untracked(|folds| folds.is_empty()).then(|| self.hold()).flatten();
        let filter = self.filter.get_untracked();
        let marked = self.desks.with_value(|desks| {
            let draft = desks.now.draft();
            Arc::new(Marked::new(revision, found, findings, (&draft.corrections, &draft.gone), filter))
        });
        if self.editing.get_untracked() {
            edit::review(self, Arc::clone(&marked));
        }
        self.marked.set(Some(marked));
        dom::after_paint(move || {
            if let Some(held) = held {
                self.put_back(held);
            }
            dom::give_focus_back(focus);
        });
    }

    /// Leaves marks out, or takes them in again.
    pub fn set_filter(self, filter: Filter) {
        self.filter.set(filter);
        self.review();
    }

    /// The text shown gets no marks; those of the text before are not its own.
    pub fn give_up(self) {
        self.marked.set(None);
        self.progress.set(Progress::Failed);
    }
}

//! The desk: a draft that is edited, with what was decided about it and every step that led here.
//!
//! ```text
//! Edit ──► Desk { draft: text, decisions, what needs review;  past, future: steps } ──► Article + Corrections
//! ```
//!
//! A pure value: the page shows it, storage keeps it, tests edit it without a browser. What was decided stays tied to
//! its words while they move; what loses its words waits, with its last place, until they come back.

pub mod changes;
mod draft;
mod find;
mod gone;
mod hints;
mod lines;
mod looks;
mod step;
#[cfg(test)]
mod tests;

pub use draft::Draft;
pub use find::Wanted;
pub use gone::Gone;
pub use lines::{Changed, Lines};
pub use step::{Edits, Step};

use crate::document::article::Article;
use crate::document::looks::Look;
use crate::review::{Anchor, Change, Correction, Corrections, Lost};
use crate::text::{Edit, TextRange};
use draft::Facts;
use serde::{Deserialize, Serialize};

/// A draft with its history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Desk {
    draft: Draft,
    /// The text as it came.
    pasted: String,
    /// How its words looked then.
    looks: Vec<Look>,
    past: Vec<Step>,
    future: Vec<Step>,
    /// What the step that is still being made began with.
    open: Option<Open>,
}

/// What a step began with.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Open {
    facts: Facts,
    /// Of each decision how it was then.
    whole: Vec<Correction>,
}

/// What a desk has beside the article and what is decided about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct History {
    gone: Vec<Gone>,
    pasted: String,
    past: Vec<Step>,
    future: Vec<Step>,
    looks: Vec<Look>,
}

/// What undoing or doing again brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moved {
    /// What the step did: "typing".
    pub step: String,
    /// How the text changed, in order, each with the edit that changes it back; nothing where only decisions did.
    pub edits: Vec<(Edit, Edit)>,
}

impl Desk {
    /// A draft that nobody has edited.
    pub fn new(mut article: Article, corrections: Corrections) -> Self {
        let (pasted, looks) = (article.text.clone(), std::mem::take(&mut article.looks));
        let draft = Draft { article, corrections, gone: Vec::new() };
        Desk { draft, pasted, looks, past: Vec::new(), future: Vec::new(), open: None }
    }

    /// A draft that takes the place of another one, with what was decided about that: what holds, and what has lost its
    /// words and waits.
    pub fn later(article: Article, corrections: Corrections, lost: Lost) -> Self {
        let mut desk = Desk::new(article, corrections);
        desk.draft.gone = lost.into_iter().map(|(correction, at)| Gone::lost(correction, at)).collect();
        desk
    }

    /// What is kept of it beside the article and the decisions; a step that is still being made must be ended first.
    pub fn history(&self) -> History {
        let Desk { draft, pasted, looks, past, future, .. } = self;
        let (gone, pasted, looks) = (draft.gone.clone(), pasted.clone(), looks.clone());
        History { gone, pasted, past: past.clone(), future: future.clone(), looks }
    }

    /// A draft with the history that was kept of it.
    pub fn with_history(article: Article, corrections: Corrections, history: History) -> Self {
        let History { gone, pasted, past, future, looks } = history;
        Desk { draft: Draft { article, corrections, gone }, pasted, looks, past, future, open: None }
    }

    /// The draft as it is.
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// The text as it came.
    pub fn pasted(&self) -> &str {
        &self.pasted
    }

    /// How the words look that are still as they came.
    pub fn looks(&self) -> Vec<Look> {
        looks::moved(&self.looks, &self.pasted, &self.draft.article.text)
    }

    /// The steps that can be undone, the newest last.
    pub fn past(&self) -> &[Step] {
        &self.past
    }

    /// Changes words of the text. `goes_on` says that it belongs to the step before, as a letter does to the word that
    /// is being typed. Gives the edit that changes it back; none where nothing changes.
    pub fn edit(&mut self, step: &str, edit: &Edit, goes_on: bool) -> Option<Edit> {
        if edit.at.is_empty() && edit.with.is_empty() {
            return None;
        }
        if !goes_on || self.open.is_none() {
            self.begin(step);
        }
        let (open, step) = (self.open.as_mut()?, self.past.last_mut()?);
        let back = self.draft.edit(edit, &mut open.whole);
        step.add(edit, &back);
        Some(back)
    }

    /// Notes, in the step that is being made, that words in quotation marks are not as they came: `was` they are no more.
    /// The first words that are noted stay; where they are back there is nothing to note.
    pub fn note_altered(&mut self, range: TextRange, was: String) {
        let Some(open) = &mut self.open else { return };
        let text = &self.draft.article.text;
        let is_here =
            |one: &Correction| matches!(one.change, Change::Altered { .. }) && one.at.range().overlaps(range);
        let first = self.draft.corrections.iter().find(|one| is_here(one)).map(Correction::choice);
        let was = first.unwrap_or(was);
        let stay: Vec<bool> = self.draft.corrections.iter().map(|one| !is_here(one)).collect();
        let mut stays = stay.iter().copied();
        open.whole.retain(|_| stays.next().unwrap_or(true));
        let mut corrections = Corrections::default();
        self.draft
            .corrections
            .iter()
            .zip(stay)
            .filter(|(_, stays)| *stays)
            .for_each(|(one, _)| corrections.push(one.clone()));
        if range.of(text) != was {
            let note = Correction {
                at: Anchor::new(text, range),
                change: Change::Altered { was, from_source: false },
            };
            open.whole.push(note.clone());
            corrections.push(note);
        }
        self.draft.corrections = corrections;
    }

    /// Drops the decisions whose words are gone from this place.
    pub fn drop_gone(&mut self, words: &str) {
        self.decide("dropping a decision", |draft| {
            draft.gone.retain(|gone| gone.correction().at.words() != words)
        });
    }

    /// Makes edits that were kept, as far as they fit.
    pub fn type_again(&mut self, edits: &Edits) {
        for (at, edit) in edits.iter().enumerate() {
            if edit.fits(&self.draft.article.text) {
                self.edit("typing", edit, at > 0);
            }
        }
        self.close();
    }

    /// Changes what is decided about the text.
    pub fn decide(&mut self, step: &str, change: impl FnOnce(&mut Draft)) {
        self.begin(step);
        let text = self.draft.article.text.clone();
        change(&mut self.draft);
        // The text is changed by edits alone: else nothing would stay tied to its words.
        self.draft.article.text = text;
        self.close();
    }

    /// Ends the step that is being made: what comes next is another.
    pub fn close(&mut self) {
        let (Some(Open { facts, .. }), Some(step)) = (self.open.take(), self.past.last_mut()) else { return };
        if !step.seal(facts, &self.draft) {
            self.past.pop();
        }
    }

    /// Leaves the draft as it is: what was undone is not done again.
    pub fn leave(&mut self) {
        self.close();
        self.future.clear();
    }

    /// Takes the last step back; none where there is none.
    pub fn undo(&mut self) -> Option<Moved> {
        self.close();
        let step = self.past.pop()?;
        let edits = step.take_back(&mut self.draft);
        let moved = Moved { step: step.name().to_owned(), edits };
        self.future.push(step);
        Some(moved)
    }

    /// Does the step again that was taken back last; none where there is none.
    pub fn redo(&mut self) -> Option<Moved> {
        self.close();
        let step = self.future.pop()?;
        let edits = step.do_again(&mut self.draft);
        let moved = Moved { step: step.name().to_owned(), edits };
        self.past.push(step);
        Some(moved)
    }

    fn begin(&mut self, step: &str) {
        self.close();
        self.future.clear();
        let whole = self.draft.corrections.iter().cloned().collect();
        self.open = Some(Open { facts: self.draft.facts(), whole });
        self.past.push(Step::new(step));
    }
}

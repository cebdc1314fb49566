//! Every step on the desk: what it changes, and how it is taken back and done again. One history for the text, the
//! decisions and the texts that take one another's place.

use super::desks::Left;
use super::dom;
use super::edit;
use super::keep;
use super::marked::Marked;
use super::state::{Progress, State};
use crate::desk::{Desk, Moved};
use crate::document::Document;
use crate::document::article::Article;
use crate::review::{Carried, Corrections, carry};
use leptos::prelude::*;
use std::sync::Arc;

/// What the step did that brought another text.
const NEW_TEXT: &str = "the new text";

impl State {
    /// Shows an article and asks for its marks; the text before can be had back. Of another draft of the text before,
    /// what was decided is kept where its words are; says of how much.
    pub fn open(self, mut article: Article, sample: bool) -> Carried {
        self.tools.set(false);
        edit::leave(self);
        let before = self.sheet.get_untracked();
        let (corrections, lost, carried) = match before.sample {
            true => Default::default(),
            false => carry(&before.article, &self.corrections.get_untracked(), &mut article),
        };
        let same = !before.sample && before.article.text == article.text;
        let document = if same { self.document.get_untracked() } else { dom::new_id().into() };
        self.put_on_desk(document, Desk::later(article, corrections, lost), sample);
        carried
    }

    /// Shows a document with what was decided about it before; the one before it can be had back.
    pub fn reopen(self, document: Arc<str>, article: Article, sample: bool, corrections: Corrections) {
        self.put_on_desk(document, Desk::new(article, corrections), sample);
    }

    /// Shows a draft, and asks for its marks.
    pub fn put_on_desk(self, document: Arc<str>, desk: Desk, sample: bool) {
        edit::leave(self);
        if self.sheet.with_untracked(|sheet| !sheet.blocks.is_empty()) {
            keep::keep_with_place(self);
            self.put_aside(NEW_TEXT);
        }
        self.document.set(document);
        let draft = desk.draft().clone();
        self.desks.update_value(|desks| desks.now = desk);
        self.show(draft.article, sample, Arc::new(draft.corrections));
        self.engine.submit(self);
        self.note_steps();
    }

    /// Keeps the desk as it is: an undo brings it back. `step` names what takes its place.
    pub(super) fn put_aside(self, step: &'static str) {
        self.desks.update_value(|desks| desks.now.leave());
        let left = self.left(step);
        self.desks.update_value(|desks| {
            desks.before.push(left);
            desks.after.clear();
        });
    }

    /// Changes what was decided about the text; the marks follow at once. `step` names the change. False where the
    /// document is only followed.
    pub fn decide(self, step: &str, change: impl FnOnce(&mut Corrections)) -> bool {
        if self.is_only_followed() {
            return false;
        }
        self.desks.update_value(|desks| desks.now.decide(step, |draft| change(&mut draft.corrections)));
        self.take_corrections();
        self.review();
        self.note_steps();
        true
    }

    /// Changes what else is decided about the article: its day, the parts of its paragraphs.
    pub(super) fn decide_article(self, step: &str, article: &Article) {
        self.desks.update_value(|desks| desks.now.decide(step, |draft| draft.article = article.clone()));
        self.note_steps();
    }

    /// Drops what was decided about words that are gone.
    pub fn drop_gone(self, words: &str) {
        if self.is_only_followed() {
            return;
        }
        self.desks.update_value(|desks| desks.now.drop_gone(words));
        self.review();
        self.note_steps();
        self.say("The decision is dropped.");
    }

    pub(super) fn take_corrections(self) {
        let corrections = self.desks.with_value(|desks| desks.now.draft().corrections.clone());
        if self.corrections.with_untracked(|now| **now != corrections) {
            self.corrections.set(Arc::new(corrections));
        }
    }

    /// The marks as people decided them now.
    pub(super) fn review(self) {
        if let Some(marked) = self.current_now() {
            self.mark(marked.revision, Arc::clone(&marked.found), marked.checked.clone());
        }
    }

    /// Takes the last step back, or does it again.
    pub fn undo(self, back: bool) {
        if self.is_only_followed() {
            return;
        }
        let moved = self.desks.try_update_value(|desks| match back {
            // A step that was undone here comes before a text that was left by undoing.
            true => desks.now.undo(),
            false => desks.now.redo(),
        });
        let step = match moved.flatten() {
            Some(moved) => {
                self.follow(&moved);
                moved.step
            }
            // Whoever edits a text goes to another on purpose alone.
            None if self.editing.get_untracked() => {
                return self.say(if back {
                    "Nothing more to undo here."
                } else {
                    "Nothing to do again here."
                });
            }
            None => match self.turn(back) {
                Some(step) => step.to_owned(),
                None => return,
            },
        };
        self.note_steps();
        self.say(&[if back { "Undone: " } else { "Done again: " }, &step, "."].concat());
    }

    /// Shows the draft after a step was taken back or done again.
    fn follow(self, moved: &Moved) {
        if edit::follow(self, moved) {
            return;
        }
        let draft = self.desks.with_value(|desks| desks.now.draft().clone());
        let before = self.sheet.get_untracked();
        self.take_corrections();
        if before.article == draft.article {
            return self.review();
        }
        let marked = self.current_now().filter(|_| before.article.text == draft.article.text);
        self.show(draft.article, before.sample, Arc::new(draft.corrections));
        if let Some(marked) = marked {
            self.preview(&marked);
        }
        self.engine.submit(self);
    }

    /// Goes to the text before this one, or after it.
    fn turn(self, back: bool) -> Option<&'static str> {
        let other = self.desks.try_update_value(|desks| match back {
            true => desks.before.pop(),
            false => desks.after.pop(),
        });
        let Left { step, document, sheet, marked, names, desk } = other.flatten()?;
        let left = self.left(step);
        let corrections = Arc::new(desk.draft().corrections.clone());
        self.desks.update_value(|desks| {
            if back {
                desks.after.push(left)
            } else {
                desks.before.push(left)
            }
            desks.now = desk;
        });
        self.document.set(document);
        self.show(sheet.article.clone(), sheet.sample, corrections);
        let read_with_these_names = marked.is_some() && names == self.names.get_untracked();
        if let Some(marked) = marked {
            self.take(marked.found.layers.clone(), marked.checked.clone());
        }
        if !read_with_these_names {
            self.engine.submit(self);
        }
        Some(step)
    }

    /// Marks that are only a preview of the engine's are not kept with it.
    fn left(self, step: &'static str) -> Left {
        let whole = self.progress.get_untracked() == Progress::Done;
        let marked = self.current_now().filter(|_| whole);
        let desk = self.desks.with_value(|desks| desks.now.clone());
        let (document, sheet) = (self.document.get_untracked(), self.sheet.get_untracked());
        Left { step, document, desk, sheet, marked, names: self.names.get_untracked() }
    }

    /// Draws the marks there are with the parts that were chosen. Dates stay as they are until they
    /// have been counted anew.
    pub(super) fn preview(self, marked: &Marked) {
        let mut document = Document::clone(&marked.found);
        let (revision, parts) =
            self.sheet.with_untracked(|sheet| (sheet.revision, sheet.article.choices.parts.clone()));
        crate::document::structure::obey(&parts, &mut document.layers.structure);
        document.article.choices.parts = parts;
        self.mark(revision, Arc::new(document), marked.checked.clone());
    }

    /// Tells the page what can be undone.
    pub(super) fn note_steps(self) {
        let undoable = self.desks.with_value(|desks| desks.undoable().map(str::to_owned));
        if self.undoable.with_untracked(|now| *now != undoable) {
            self.undoable.set(undoable);
        }
    }
}

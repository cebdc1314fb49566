//! What a person decides about the text shown: what its dates are counted from, and the parts of
//! its paragraphs. The text stays; so do its marks, until the engine has read it again.

use super::state::State;
use crate::document::article::{Article, Choices, ChosenPart, CountFrom};
use crate::document::part::Part;
use crate::text::TextRange;
use jiff::civil::Date;
use leptos::prelude::*;
use std::sync::Arc;

impl State {
    /// Sets the day of publication, from which relative dates are then counted.
    pub fn publish(self, published: Option<Date>) {
        let article = self.sheet.with_untracked(|sheet| sheet.article.clone());
        let choices = Choices { count_from: CountFrom::Best, ..article.choices.clone() };
        self.revise("the day of publication", Article { published, choices, ..article });
    }

    /// Counts relative dates from another day.
    pub fn count_from(self, count_from: CountFrom) {
        let mut article = self.sheet.with_untracked(|sheet| sheet.article.clone());
        article.choices.count_from = count_from;
        self.revise("the day dates are counted from", article);
    }

    /// Gives a paragraph a part, or leaves it to Galley again.
    pub fn set_part(self, range: TextRange, part: Option<Part>) {
        let mut article = self.sheet.with_untracked(|sheet| sheet.article.clone());
        article.choices.set_part(range, part);
        self.revise("the part of a paragraph", article);
    }

    /// Gives the paragraphs of a passage these parts, and leaves its others to Galley again.
    /// False where the document is only followed.
    pub fn set_parts(self, passage: TextRange, parts: Vec<ChosenPart>) -> bool {
        let mut article = self.sheet.with_untracked(|sheet| sheet.article.clone());
        article.choices.set_parts(passage, parts);
        self.revise("what is of the article", article)
    }

    /// Shows the same text under other choices, which can be undone, and has it read again.
    fn revise(self, step: &str, article: Article) -> bool {
        if self.is_only_followed() {
            return false;
        }
        super::edit::leave(self);
        let marked = self.current_now();
        self.decide_article(step, &article);
        self.show_again(article);
        if let Some(marked) = marked {
            self.preview(&marked);
        }
        self.engine.submit(self);
        true
    }

    /// Shows the text shown, whatever of its choices has changed.
    fn show_again(self, article: Article) {
        let sample = self.sheet.with_untracked(|sheet| sheet.sample);
        self.show(article, sample, self.corrections.get_untracked());
    }

    /// Reads the text shown again, as after a change of the reader's names. The marks stay meanwhile.
    pub fn read_again(self) {
        let marked = self.current_now();
        let article = self.sheet.with_untracked(|sheet| sheet.article.clone());
        if article.text.is_empty() {
            return;
        }
        self.show_again(article);
        if let Some(marked) = marked {
            let revision = self.sheet.with_untracked(|sheet| sheet.revision);
            self.mark(revision, Arc::clone(&marked.found), marked.checked.clone());
        }
        self.engine.submit(self);
    }
}

//! A text with what is decided about it, and how that follows the words.

use super::gone::Gone;
use super::hints;
use crate::document::article::{Article, Choices, ChosenPart};
use crate::document::hints::Hint;
use crate::review::{Anchor, Correction, Corrections};
use crate::text::Edit;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A text with what is decided about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The text, its day, the parts of its paragraphs.
    pub article: Article,
    /// What people decided about its marks.
    pub corrections: Corrections,
    /// Decisions whose words are gone, oldest first.
    pub gone: Vec<Gone>,
}

/// A draft without its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    #[serde(with = "crate::document::day::maybe")]
    published: Option<Date>,
    hints: Vec<Hint>,
    choices: Choices,
    corrections: Corrections,
    gone: Vec<Gone>,
}

impl Draft {
    /// All but the text.
    pub fn facts(&self) -> Facts {
        let Article { published, hints, choices, .. } = &self.article;
        Facts {
            published: *published,
            hints: hints.clone(),
            choices: choices.clone(),
            corrections: self.corrections.clone(),
            gone: self.gone.clone(),
        }
    }

    /// Takes all but the text from elsewhere.
    pub fn set_facts(&mut self, facts: Facts) {
        let Facts { published, hints, choices, corrections, gone } = facts;
        self.article.published = published;
        self.article.hints = hints;
        self.article.choices = choices;
        (self.corrections, self.gone) = (corrections, gone);
    }

    /// Changes the text, and gives the edit that changes it back. Decisions follow their words; those whose words go
    /// wait until just these words come back.
    ///
    /// `whole` are the decisions as they were when the step began, one for each there is: letter by letter their words
    /// may have gone since.
    pub fn edit(&mut self, edit: &Edit, whole: &mut Vec<Correction>) -> Edit {
        let back = edit.apply(&mut self.article.text);
        let text = &self.article.text;
        self.gone.iter_mut().for_each(|gone| gone.follow(edit));
        let (mut staying, mut begun) = (Corrections::default(), Vec::new());
        for (correction, whole) in self.corrections.iter().zip(whole.drain(..)) {
            match correction.tied(&|words| words.moved(edit, text)) {
                Some(moved) => {
                    staying.push(moved);
                    begun.push(whole);
                }
                None => self.gone.push(Gone::new(whole, correction, edit, &back)),
            }
        }
        self.gone.retain(|gone| {
            let back = gone.come_back(text, edit);
            for correction in back.iter() {
                staying.push(correction.clone());
                begun.push(correction.clone());
            }
            back.is_none()
        });
        (self.corrections, *whole) = (staying, begun);
        let parts = &mut self.article.choices.parts;
        for chosen in std::mem::take(parts) {
            parts.extend(edit.place(chosen.range).map(|range| ChosenPart { range, ..chosen }));
        }
        hints::follow(&mut self.article.hints, text, edit);
        back
    }
}

impl Anchor {
    /// Tied anew after an edit of the text; none where the words are gone.
    fn moved(&self, edit: &Edit, text: &str) -> Option<Anchor> {
        Some(Anchor::new(text, edit.place(self.range())?))
    }
}

//! What is on the paper.

use super::sheet::Sheet;
use crate::view::folds::Fold;
use std::sync::Arc;

/// What is on the paper.
#[derive(Default)]
pub struct Paint {
    /// The text it was laid for.
    pub(super) sheet: Option<Arc<Sheet>>,
    /// The lines of the page that were hidden in it.
    pub(super) folds: Option<Arc<Vec<Fold>>>,
    pub(super) drawn: Vec<Drawn>,
    /// Counts what there was to draw: it changes with the marks and the layers shown.
    pub(super) edition: u32,
    /// Chunks before this one need no words.
    pub(super) filled: usize,
    pub(super) is_filling: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Drawn {
    Nothing,
    Words,
    /// Marks of this edition.
    Marks(u32),
}

impl Paint {
    pub(super) fn is_laid_for(&self, sheet: &Sheet) -> bool {
        let same = |laid: &Arc<Sheet>| (laid.opened, laid.blocks.len()) == (sheet.opened, sheet.blocks.len());
        self.sheet.as_ref().is_some_and(same)
    }

    /// Other lines are hidden now: words that are far from the window are to be filled in again.
    pub(super) fn take_folds(&mut self, folds: Arc<Vec<Fold>>) {
        if self.folds.as_ref() != Some(&folds) {
            let stale = self.drawn.iter_mut().filter(|drawn| **drawn == Drawn::Words);
            stale.for_each(|drawn| *drawn = Drawn::Nothing);
            (self.filled, self.folds) = (0, Some(folds));
        }
    }
}

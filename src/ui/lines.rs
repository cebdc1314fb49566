//! Lines of the ledger: which hold what is looked for, and where they lead.

use super::small::*;
use super::state::State;
use crate::text::lower;
use crate::view::MarkId;

/// What is looked for in the ledger, and how many lines of each section hold it.
#[derive(Clone, Copy)]
pub struct Search {
    pub(super) words: RwSignal<String>,
    pub(super) found: RwSignal<Vec<(&'static str, usize)>>,
}

impl Search {
    pub(super) fn new() -> Self {
        Search { words: RwSignal::default(), found: RwSignal::default() }
    }

    /// The words, as lines are compared with them; empty where nothing is looked for.
    pub fn wanted(self) -> String {
        lower(self.words.get().trim())
    }

    /// Says how many lines of a section hold the words.
    pub fn count(self, section: &'static str, lines: impl Fn() -> usize + 'static) {
        always(move || {
            let lines = lines();
            self.found.update(|found| {
                found.retain(|(name, _)| *name != section);
                found.push((section, lines));
            });
        });
        on_cleanup(move || {
            let _ = self.found.try_update(|found| found.retain(|(name, _)| *name != section));
        });
    }

    /// How many lines hold the words; none where nothing is looked for.
    pub(super) fn result(self) -> Option<usize> {
        let found: usize = self.found.with(|found| found.iter().map(|(_, lines)| lines).sum());
        (!self.wanted().is_empty()).then_some(found)
    }
}

/// The first of the marks that a line leads to: by it a line is known again when it is drawn anew.
pub(super) fn way(marks: &[MarkId]) -> String {
    marks.first().map(|mark| mark.key()).unwrap_or_default()
}

/// Goes to the mark after the chosen one, or to the first.
pub(super) fn go_round(state: State, marks: &[MarkId]) {
    let chosen = state.chosen.get_untracked();
    let at = marks.iter().position(|&mark| Some(mark) == chosen).map_or(0, |at| (at + 1) % marks.len());
    if let Some(&mark) = marks.get(at) {
        state.jump(mark, true);
    }
}

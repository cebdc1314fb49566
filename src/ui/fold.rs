//! The page's own lines, hidden behind quiet lines that open in place.

use super::dom;
use super::state::State;
use crate::view::folds::fold_at;
use leptos::prelude::*;
use std::ops::Range;

/// The hidden paragraphs among which this one is; none where it is shown.
pub fn hidden_at(state: State, block: usize) -> Option<Range<usize>> {
    state.folds.with_untracked(|folds| {
        fold_at(folds, block).filter(|fold| !fold.open).map(|fold| fold.blocks.clone())
    })
}

/// Opens the fold that begins at this paragraph, or closes it. The focus stays on its line.
pub fn toggle(state: State, first: usize) {
    let Some(fold) = state.folds.with_untracked(|folds| fold_at(folds, first).cloned()) else { return };
    set_open(state, fold.blocks, !fold.open);
    dom::after_paint(move || dom::focus_fold(first));
}

/// Shows these paragraphs, even where they are the page's own, or hides them where they are.
pub fn set_open(state: State, blocks: Range<usize>, open: bool) {
    state.opened.update(|opened| {
        if opened.len() < blocks.end {
            opened.resize(blocks.end, false);
        }
        opened[blocks].fill(open);
    });
}

/// Opens the fold around a paragraph that is to be seen.
pub fn open_at(state: State, block: usize) {
    if let Some(hidden) = hidden_at(state, block) {
        set_open(state, hidden, true);
    }
}

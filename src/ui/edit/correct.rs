//! Corrects what stands in the draft.

use super::marks::at_caret;
use super::places::selected;
use super::settle::settle;
use crate::ui::decide;
use crate::ui::small::*;
use crate::ui::state::State;
use crate::view::decide::Subject;

/// Opens the list of what the selected words, or the mark at the caret, can be.
pub fn correct(state: State) {
    let subject = match selected(state) {
        Some(range) => Some(Subject::Words(range)),
        None => at_caret(state).map(|mark| Subject::Mark(mark.id)),
    };
    settle(state);
    match subject {
        Some(subject) if state.current_now().is_some() => decide::show(state, subject),
        // The marks are on their way: the list opens when they have come.
        Some(_) => state.live.update_value(|live| live.correcting = true),
        None => state.say("Put the caret into a mark, or select words, first."),
    }
}

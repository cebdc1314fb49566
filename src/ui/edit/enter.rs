//! Begins to edit, and goes on reading.

use super::caret;
use super::lines::redraw_all;
use super::live::Live;
use super::marks::{self, Paint};
use super::settle::settle;
use crate::desk::Lines;
use crate::text::checksum;
use crate::ui::dom;
use crate::ui::small::*;
use crate::ui::state::State;

/// Begins to edit at a byte of the text, or else at the chosen mark or what is in view.
pub fn enter(state: State, at: Option<usize>) {
    let is_empty = state.sheet.with_untracked(|sheet| sheet.article.text.is_empty());
    if state.editing.get_untracked() || is_empty || state.is_only_followed() {
        return;
    }
    let chosen = state.current_now().zip(state.chosen.get_untracked());
    let chosen = chosen.and_then(|(marked, id)| Some(marked.index.range_of(&marked.document, id)?.start()));
    let in_view = state.block_in_view();
    let in_view = state.sheet.with_untracked(|sheet| Some(sheet.blocks.get(in_view?)?.range.start()));
    let at = at.or(chosen).or(in_view).unwrap_or(0);
    let held = state.sheet.with_untracked(|sheet| sheet.block_at(at)).and_then(|block| state.top_of(block));
    state.close_card();
    let sheet = state.sheet.get_untracked();
    let marked = state.current_now();
    let marks = marked.as_ref().map(|marked| marked.index.marks.clone()).unwrap_or_default();
    let lines = Lines::of(&sheet.article.text);
    let caret = caret::at(&lines, at);
    let (fresh, sum) = (marked.is_some(), checksum(sheet.article.text.as_bytes()));
    let revision = sheet.revision;
    state.live.set_value(Live { sum, revision, lines, marks, marked, fresh, ..Live::default() });
    redraw_all(state);
    state.editing.set(true);
    dom::show_draft(true);
    dom::focus_draft();
    dom::select_in_draft(caret, caret);
    match held.zip(dom::line_top(caret.line)) {
        Some((before, now)) => dom::scroll_by(now - before),
        None => dom::show_line(caret.line, true),
    }
    marks::paint(state, Paint::Lines);
    state.announce("Editing. Esc goes back to reading.");
}

/// Ends editing, and goes on reading at the caret.
pub fn leave(state: State) {
    if !state.editing.get_untracked() {
        return;
    }
    let caret = dom::selection().map(|(caret, _)| caret);
    let line = caret.map_or(0, |caret| caret.line);
    let top = dom::line_top(line);
    settle(state);
    let at = state.live.with_value(|live| caret::byte(&live.lines, caret).unwrap_or(0));
    state.editing.set(false);
    if !state.live.with_value(|live| live.fresh) {
        state.engine.submit(state);
    }
    dom::clear_highlights(std::iter::empty());
    dom::show_draft(false);
    state.paint();
    state.hold_at(at, top);
    marks::choose_at(state, at);
    state.announce("Reading.");
}

//! Changes of the draft: the desk takes each, and the marks move with their words.

use super::caret;
use super::lines::{redraw, redraw_all};
use super::live::Live;
use super::marks::{self, Paint};
use super::settle::settle;
use crate::desk::{Changed, Moved};
use crate::document::quotes::QuoteKind;
use crate::text::{Edit, TextRange};
use crate::ui::dom;
use crate::ui::journal::journal;
use crate::ui::small::*;
use crate::ui::state::State;
use crate::view::MarkId;
use std::time::Duration;

/// After so long without a key the page's lists follow the text.
const PAUSE: Duration = Duration::from_millis(500);

/// What a paste, an undo or a new text brought is shown in the draft; false where nobody edits.
pub fn follow(state: State, moved: &Moved) -> bool {
    if !state.editing.get_untracked() {
        return false;
    }
    if moved.edits.is_empty() {
        state.live.update_value(|live| live.revision += 1);
    }
    let mut lines = Changed { old: 0..0, new: 0 };
    for (edit, back) in &moved.edits {
        state.live.update_value(|live| live.typed.add(edit, back));
        lines = move_marks(state, edit);
    }
    // The text has all edits already: lines are drawn once they stand where it has them.
    match moved.edits.len() {
        0 => {}
        1 => redraw(state, lines),
        _ => redraw_all(state),
    }
    if let Some((edit, _)) = moved.edits.last() {
        let caret = state.live.with_value(|live| caret::at(&live.lines, edit.now().end()));
        dom::select_in_draft(caret, caret);
        dom::show_line(caret.line, false);
    }
    changed(state, Paint::Lines);
    true
}

/// Makes an edit of the text: the desk takes it, the marks move.
pub(super) fn make(state: State, step: &str, edit: &Edit, goes_on: bool) -> Changed {
    let quotation = state.live.with_value(|live| quotation_around(live, edit));
    let back = state.desks.try_update_value(|desks| {
        let was = quotation.map(|range| range.of(&desks.now.draft().article.text).to_owned());
        let back = desks.now.edit(step, edit, goes_on);
        if let Some((range, was)) = quotation.and_then(|range| edit.place(range)).zip(was) {
            desks.now.note_altered(range, was);
        }
        back
    });
    if let Some(back) = back.flatten() {
        state.live.update_value(|live| live.typed.add(edit, &back));
    }
    move_marks(state, edit)
}

/// The words in quotation marks that an edit changes.
fn quotation_around(live: &Live, edit: &Edit) -> Option<TextRange> {
    let inside = |range: TextRange| range.start() < edit.at.start() && edit.at.end() < range.end();
    let quotes = &live.marked.as_ref()?.document.layers.quotes;
    let is_quoted = |id: MarkId| match id {
        MarkId::Quote(i) => quotes.get(i as usize).is_some_and(|quote| quote.kind == QuoteKind::Direct),
        _ => false,
    };
    let around = TextRange::new(edit.at.start().saturating_sub(1), edit.at.end() + 1);
    live.marks.over(around).find(|mark| is_quoted(mark.id) && inside(mark.range)).map(|mark| mark.range)
}

fn move_marks(state: State, edit: &Edit) -> Changed {
    let changed = state.live.try_update_value(|live| {
        live.revision += 1;
        live.marks.follow(edit);
        live.fresh = false;
        live.lines.edit(edit)
    });
    changed.unwrap_or(Changed { old: 0..0, new: 0 })
}

/// The text has changed: its marks are painted where they are now, and asked for anew.
pub(super) fn changed(state: State, what: Paint) {
    marks::paint(state, what);
    state.note_steps();
    let beat = state.live.try_update_value(|live| {
        live.beat += 1;
        live.beat
    });
    let is_last =
        move || state.editing.get_untracked() && state.live.with_value(|live| Some(live.beat) == beat);
    // It is on its way to the storage before anything else, should the tab die; and on the screen before the rest.
    state.live.with_value(|live| journal(state, live.sum, &live.typed));
    dom::after_paint(move || {
        if is_last() {
            state.engine.submit(state);
        }
    });
    let follow = move || {
        // What an input method composes is one step, and its line is left alone.
        if is_last() && !state.live.with_value(|live| live.composing) {
            settle(state);
        }
    };
    set_timeout(follow, PAUSE);
}

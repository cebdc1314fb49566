//! Words of the draft by their place: selected, replaced, counted.

use super::caret;
use super::changes::{changed, make};
use super::lines::redraw;
use super::marks::Paint;
use crate::import::LIMIT;
use crate::text::{Edit, TextRange};
use crate::ui::dom;
use crate::ui::small::*;
use crate::ui::state::State;
use crate::view::Layer;

/// The selected words as a range of the text; none where only the caret stands there.
pub fn selected(state: State) -> Option<TextRange> {
    let (from, to) = dom::selection()?;
    let (from, to) = state.live.with_value(|live| {
        Some((caret::byte(&live.lines, Some(from))?, caret::byte(&live.lines, Some(to))?))
    })?;
    (from < to).then(|| TextRange::new(from, to))
}

/// Selects words and shows them.
pub fn select(state: State, range: TextRange) {
    let (from, to) = state
        .live
        .with_value(|live| (caret::at(&live.lines, range.start()), caret::at(&live.lines, range.end())));
    dom::select_in_draft(from, to);
    dom::show_line(from.line, true);
}

/// Whether a text that loses and gets so many bytes is longer than any may be; this is said then.
pub fn is_too_much(state: State, loses: usize, gets: usize) -> bool {
    let length = state.desks.with_value(|desks| desks.now.draft().article.text.len());
    let is_too_much = length - loses + gets > LIMIT;
    if is_too_much {
        state.warn("That is too much: a text may have 10 MB. Nothing has changed.");
    }
    is_too_much
}

/// Puts the same words in many places, in one step; false where that would be too much.
pub fn replace_all(state: State, places: &[TextRange], with: &str) -> bool {
    if is_too_much(state, places.iter().map(|place| place.len()).sum(), places.len() * with.len()) {
        return false;
    }
    // From the last to the first, so that each place is where it was.
    for (at, place) in places.iter().rev().enumerate() {
        let edit = Edit::new(*place, with);
        let lines = make(state, "the replacement", &edit, at > 0);
        redraw(state, lines);
    }
    state.desks.update_value(|desks| desks.now.close());
    changed(state, Paint::Lines);
    true
}

/// How many of these places lie in what somebody says.
pub fn in_quotations(state: State, places: &[TextRange]) -> usize {
    let is_said = |place: &&TextRange| {
        state.live.with_value(|live| {
            let mut over = live.marks.over(**place);
            over.any(|mark| mark.layer == Layer::Quotations && mark.range.contains(**place))
        })
    };
    places.iter().filter(is_said).count()
}

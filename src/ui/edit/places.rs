//! Words of the draft by their place: selected, replaced, counted.

use super::lines::redraw;
use super::marks::Paint;
use super::{caret, changed, make};
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

/// Puts the same words in many places, in one step.
pub fn replace_all(state: State, places: &[TextRange], with: &str) {
    // From the last to the first, so that each place is where it was.
    for (at, place) in places.iter().rev().enumerate() {
        let edit = Edit::new(*place, with);
        let lines = make(state, "the replacement", &edit, at > 0);
        redraw(state, lines);
    }
    state.desks.update_value(|desks| desks.now.close());
    changed(state, Paint::Lines);
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

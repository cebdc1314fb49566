//! The edges of a mark: moved by a word with a key, or dragged to a word by their handles.

use super::correct::words_of;
use super::decide::make;
use super::dom;
use super::marked::Marked;
use super::small::*;
use super::state::State;
use crate::review::{Anchor, Change, Correction};
use crate::text::TextRange;
use crate::view::MarkId;
use crate::view::explain::shorten;
use crate::view::extent::{Edge, moved, whole_words};
use std::sync::Arc;

/// Moves an edge of the chosen mark by a word.
pub fn step(state: State, edge: Edge, outwards: bool) {
    let Some((marked, old)) = chosen(state) else {
        return state.say("Go to a name or a quotation first: ( ) > < move where it begins and ends.");
    };
    let text = &marked.document.article.text;
    let Some(new) = moved(text, old, edge, outwards) else {
        return state.say("There is no further word on that side.");
    };
    set(state, text, old, new);
}

/// Shows the handles of the chosen mark while its card stays open, and hears where they are dragged.
pub fn listen(state: State) {
    dom::on_handles(move || drag(state));
    always(move || {
        state.marked.track();
        state.chosen.track();
        let shown = state.card_open.get() && state.pinned.get();
        dom::after_paint(move || place_handles(state, shown));
    });
}

/// Puts the handles where the chosen mark is.
pub fn place_handles(state: State, shown: bool) {
    let still = !state.editing.get_untracked() && !state.followed.get_untracked();
    let id = state.chosen.get_untracked().filter(|id| shown && still && has_extent(*id));
    dom::place_handles(id);
}

/// The chosen mark takes the words that a handle has selected, whole ones.
fn drag(state: State) {
    let selected = dom::selected();
    dom::unselect();
    let (Some((start, end)), Some((marked, old))) = (selected, chosen(state)) else { return };
    let text = &marked.document.article.text;
    match words_of(state, start, end).map(|range| whole_words(text, range)).filter(|new| new.overlaps(old)) {
        Some(new) if new != old => set(state, text, old, new),
        Some(_) => {}
        None => state.say("A mark stays in its paragraph, and keeps some of its words."),
    }
}

/// The mark of some words has others from now on; its card stays as it is.
fn set(state: State, text: &str, old: TextRange, new: TextRange) {
    let said = ["“", &shorten(old.of(text), 40), "” is “", &shorten(new.of(text), 60), "” now."].concat();
    let change = Change::Extent(Anchor::new(text, new));
    let (was_open, was_pinned) = (state.card_open.get_untracked(), state.pinned.get_untracked());
    make(state, said, Correction { at: Anchor::new(text, old), change });
    state.card_open.set(was_open);
    state.pinned.set(was_pinned);
}

/// Where the chosen mark stands, if its extent can be set.
fn chosen(state: State) -> Option<(Arc<Marked>, TextRange)> {
    let marked = state.current_now()?;
    let id = state.chosen.get_untracked().or_else(dom::focused_mark)?;
    let range = marked.index.range_of(&marked.document, id).filter(|_| has_extent(id))?;
    Some((marked, range))
}

/// Whether a person can say where such a mark begins and ends.
fn has_extent(id: MarkId) -> bool {
    matches!(id, MarkId::Mention(_) | MarkId::Quote(_))
}

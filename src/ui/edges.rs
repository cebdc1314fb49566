//! The edges of a mark, moved by a word with a key, or by dragging the handle at either end.

use super::decide::{make, words_of};
use super::dom;
use super::small::*;
use super::state::State;
use crate::review::{Anchor, Change, Correction};
use crate::text::TextRange;
use crate::view::MarkId;
use crate::view::explain::shorten;
use crate::view::extent::{Edge, moved, whole_words};

/// Moves an edge of the chosen mark by a word.
pub fn step(state: State, edge: Edge, outwards: bool) {
    let Some((id, range)) = chosen(state) else {
        return state.say("Go to a name or a quotation first: ( ) > < move where it begins and ends.");
    };
    let text = state.sheet.with_untracked(|sheet| sheet.article.text.clone());
    match moved(&text, range, edge, outwards) {
        Some(new) => set(state, id, new),
        None => state.say("There is no further word on that side."),
    }
}

/// The chosen mark, if its extent can be set.
fn chosen(state: State) -> Option<(MarkId, TextRange)> {
    let marked = state.current_now()?;
    let id = state.chosen.get_untracked().or_else(dom::focused_mark).filter(|id| has_extent(*id))?;
    Some((id, marked.index.range_of(&marked.document, id)?))
}

fn has_extent(id: MarkId) -> bool {
    matches!(id, MarkId::Mention(_) | MarkId::Quote(_))
}

/// The mark stands at these words from now on; its card stays as it is.
fn set(state: State, id: MarkId, new: TextRange) {
    let Some(marked) = state.current_now() else { return };
    let Some(old) = marked.index.range_of(&marked.document, id).filter(|old| *old != new) else { return };
    let text = &marked.document.article.text;
    let said = ["“", &shorten(old.of(text), 40), "” is “", &shorten(new.of(text), 60), "” now."].concat();
    let change = Change::Extent(Anchor::new(text, new));
    let was_open = state.card_open.get_untracked();
    make(state, said, Correction { at: Anchor::new(text, old), change });
    state.card_open.set(was_open);
}

/// The handles follow their mark.
pub fn place(state: State) {
    dom::place_edges(untrack(|| with_handles(state)));
}

/// The mark whose handles are shown: the one whose card is open.
fn with_handles(state: State) -> Option<MarkId> {
    state.chosen.get().filter(|id| has_extent(*id) && state.card_open.get() && !state.editing.get())
}

/// The handles of the mark whose card is open, for a pointer or a finger.
#[component]
pub fn Edges(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    always(move || {
        let id = with_handles(state);
        state.marked.track();
        dom::after_paint(move || dom::place_edges(id));
    });
    let handle = move |edge: Edge, id: &'static str| {
        let pull = move |event: leptos::ev::PointerEvent| {
            if let Some(id) = untrack(|| with_handles(state)).filter(|_| event.buttons() == 1) {
                dom::pull_edge(id, edge, &event);
            }
        };
        let drop = move |_| {
            let id = untrack(|| with_handles(state));
            let words = dom::selected().and_then(|(start, end)| words_of(state, start, end));
            dom::drop_edge();
            if let (Some(id), Some(words)) = (id, words) {
                let text = state.sheet.with_untracked(|sheet| sheet.article.text.clone());
                set(state, id, whole_words(&text, words));
            }
        };
        view! {
            <span
                id=id class="edge" aria-hidden="true" hidden=true on:pointerdown=on(|event: leptos::ev::PointerEvent| dom::grasp_edge(&event))
                on:pointermove=on(pull) on:pointerup=on(drop)
            ></span>
        }
    };
    view! {
        {handle(Edge::Start, "edge-start")}
        {handle(Edge::End, "edge-end")}
    }
}

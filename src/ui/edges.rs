//! The edges of a mark, moved by a word with a key.

use super::decide::make;
use super::dom;
use super::marked::Marked;
use super::small::*;
use super::state::State;
use crate::review::{Anchor, Change, Correction};
use crate::text::TextRange;
use crate::view::MarkId;
use crate::view::explain::shorten;
use crate::view::extent::{Edge, moved};
use std::sync::Arc;

/// Moves an edge of the chosen mark by a word; its card stays as it is.
pub fn step(state: State, edge: Edge, outwards: bool) {
    let Some((marked, old)) = chosen(state) else {
        return state.say("Go to a name or a quotation first: ( ) > < move where it begins and ends.");
    };
    let text = &marked.document.article.text;
    let Some(new) = moved(text, old, edge, outwards) else {
        return state.say("There is no further word on that side.");
    };
    let said = ["“", &shorten(old.of(text), 40), "” is “", &shorten(new.of(text), 60), "” now."].concat();
    let change = Change::Extent(Anchor::new(text, new));
    let was_open = state.card_open.get_untracked();
    make(state, said, Correction { at: Anchor::new(text, old), change });
    state.card_open.set(was_open);
}

/// Where the chosen mark stands, if its extent can be set.
fn chosen(state: State) -> Option<(Arc<Marked>, TextRange)> {
    let marked = state.current_now()?;
    let id = state.chosen.get_untracked().or_else(dom::focused_mark)?;
    let has_extent = matches!(id, MarkId::Mention(_) | MarkId::Quote(_));
    let range = marked.index.range_of(&marked.document, id).filter(|_| has_extent)?;
    Some((marked, range))
}

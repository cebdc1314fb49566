//! The edges of a mark, moved by a word with a key.

use super::decide::make;
use super::dom;
use super::small::*;
use super::state::State;
use crate::review::{Anchor, Change, Correction};
use crate::text::TextRange;
use crate::view::MarkId;
use crate::view::explain::shorten;
use crate::view::extent::{Edge, moved};

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

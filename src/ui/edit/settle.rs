//! The rest of the page follows the text that is edited.

use super::lines::classes;
use crate::desk::Edits;
use crate::document::article::Article;
use crate::protocol::Revision;
use crate::text::checksum;
use crate::ui::dom;
use crate::ui::sheet::Sheet;
use crate::ui::small::*;
use crate::ui::state::State;
use std::sync::Arc;

/// The article as it is edited.
pub fn article(state: State) -> Article {
    state.desks.with_value(|desks| desks.now.draft().article.clone())
}

/// The revision of the text as it is edited.
pub fn revision(state: State) -> Revision {
    state.live.with_value(|live| live.revision)
}

/// The rest of the page follows the text.
pub fn settle(state: State) {
    let (revision, marked) =
        state.live.with_value(|live| (live.revision, live.marked.clone().filter(|_| live.fresh)));
    let before = state.sheet.get_untracked();
    // What is kept from now on can be undone from here.
    state.desks.update_value(|desks| desks.now.close());
    state.take_corrections();
    if before.revision != revision {
        let mut sheet = Sheet::new(revision, article(state), false);
        let sum = checksum(sheet.article.text.as_bytes());
        state.live.update_value(|live| (live.typed, live.sum) = (Edits::default(), sum));
        let structure = marked.as_ref().map(|marked| &marked.document.layers.structure);
        if let Some(joined) = structure.and_then(|structure| sheet.joined(structure)) {
            sheet = joined;
        }
        state.opened.set(Vec::new());
        state.sheet.set(Arc::new(sheet));
        (0..).zip(classes(state)).for_each(|(line, class)| dom::set_line(line, class));
    }
    if let Some(marked) = marked {
        state.marked.set(Some(marked));
    }
}

/// The same, if somebody edits. What an input method composes is one step, however long it is looked for.
pub fn settle_if_editing(state: State) {
    if state.editing.get_untracked() && !state.live.with_value(|live| live.composing) {
        settle(state);
    }
}

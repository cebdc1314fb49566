//! What is typed is kept at each key.

use super::dom::{self, Saved, Slot};
use super::keep::{is_to_be_kept, settle};
use super::state::State;
use crate::desk::Edits;
use crate::kept;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Gives storage what was typed since it was given the article, whose checksum is `sum`: at each key, for who knows how
/// long the page has.
pub fn journal(state: State, sum: u64, typed: &Edits) {
    let sheet = state.sheet.get_untracked();
    let has_article = state.keeping.given(|given| {
        given.article == Some(sheet.revision) && !given.unwanted && !given.asleep && !given.refused
    });
    if has_article && is_to_be_kept(&sheet) && !state.followed.get_untracked() {
        let (id, bytes) = (state.document.get_untracked(), kept::journal_bytes(sum, typed));
        // The page says nothing of it at each letter: every word that it changes has all marks painted again.
        spawn_local(async move {
            let saved = dom::save(&id, vec![(Slot::Journal, bytes)]).await;
            if !matches!(saved, Saved::Kept | Saved::Here)
                && state.keeping.given(|given| given.id.as_ref() == Some(&id))
            {
                settle(state, &id, saved);
            }
        });
    }
}

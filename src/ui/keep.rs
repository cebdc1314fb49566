//! Keeps the document shown, with every action: its article, what was decided about it, and its line in the list.

use super::dom::{self, Saved, Slot};
use super::edit::settle::settle_if_editing;
use super::keeping::{Given, Keeping};
use super::listed;
use super::saved::{SAVED, SAVING, UNWANTED, reason, sentence};
use super::sheet::Sheet;
use super::small::always;
use super::state::State;
use crate::exchange::At;
use crate::kept;
use crate::protocol::Revision;
use crate::review::Corrections;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

impl Keeping {
    /// Whether storage has all of the document shown, so that another tab may go on with it.
    pub(super) fn is_whole(self, state: State) -> bool {
        let (revision, corrections) = shown(state);
        self.given(|given| {
            given.pending == 0
                && given.article == Some(revision)
                && given.corrections.as_ref().is_some_and(|kept| Arc::ptr_eq(kept, &corrections))
        })
    }
}

fn shown(state: State) -> (Revision, Arc<Corrections>) {
    (state.sheet.with_untracked(|sheet| sheet.revision), state.corrections.get_untracked())
}

/// Keeps a new text and each decision at once, for who knows how long the page has; its reader's place soon after each
/// change, and when the page is left. What storage refused, or has lost since, is given to it again with the next place.
pub fn keep_always(state: State) {
    let soon = soon(move || keep_with_place(state));
    let after_change = soon.clone();
    always(move || {
        state.document.track();
        state.sheet.track();
        state.corrections.track();
        // The headline is known when the marks are.
        state.marked.track();
        keep(state);
    });
    always(move || {
        state.sheet.track();
        state.visible.track();
        state.filter.track();
        state.card_open.track();
        after_change();
    });
    dom::on_window("scrollend", move |_| soon());
    dom::on_window("pagehide", move |_| keep_with_place(state));
}

/// Runs once, shortly after the first of several calls.
fn soon(run: impl Fn() + Clone + 'static) -> impl Fn() + Clone + 'static {
    let waiting = Rc::new(Cell::new(false));
    move || {
        if waiting.replace(true) {
            return;
        }
        let (waiting, run) = (Rc::clone(&waiting), run.clone());
        let act = move || {
            waiting.set(false);
            run();
        };
        set_timeout(act, Duration::from_millis(300));
    }
}

/// The sample is not kept: it ships with the page.
pub(super) fn is_to_be_kept(sheet: &Sheet) -> bool {
    !sheet.sample && !sheet.blocks.is_empty()
}

/// Gives storage what it has not of the document shown. What another tab edits is that tab's to keep.
pub(super) fn keep(state: State) {
    let (sheet, keeping) = (state.sheet.get_untracked(), state.keeping);
    turn_to(state, is_to_be_kept(&sheet));
    if !is_to_be_kept(&sheet) {
        return keeping.say("");
    }
    if state.followed.get_untracked() {
        return;
    }
    let corrections = state.corrections.get_untracked();
    let given = keeping.given(Given::clone);
    let new_article = given.article != Some(sheet.revision);
    let new_decisions = !given.corrections.is_some_and(|kept| Arc::ptr_eq(&kept, &corrections));
    let changed = new_article || new_decisions;
    if given.unwanted {
        return keeping.say(UNWANTED);
    }
    if given.asleep && !changed {
        return;
    }
    let mut line = listed::line(state, &sheet, &given.line, changed);
    let mut parts = Vec::new();
    if new_article {
        let bytes = kept::article_bytes(&sheet.article);
        line.bytes = bytes.len() as u32;
        line.words = sheet.article.text.split_whitespace().count() as u32;
        parts.push((Slot::Article, bytes));
    }
    if new_decisions {
        parts.push((Slot::Corrections, kept::decisions_bytes(&sheet.article.text, &corrections)));
    }
    if changed {
        let history = state.desks.with_value(|desks| desks.now.history());
        parts.push((Slot::History, kept::history_bytes(&sheet.article.text, history)));
        // What was typed is in the article now.
        parts.push((Slot::Journal, Vec::new()));
    }
    if changed || line != given.line {
        parts.push((Slot::Line, line.bytes_to_keep()));
        keeping.note(|given| {
            (given.article, given.corrections) = (Some(sheet.revision), Some(corrections));
            given.line = line;
            given.asleep = false;
        });
        put(state, parts);
    }
}

/// A document that is shown anew, as after a paste or its undo, is edited here, unless another tab does.
fn turn_to(state: State, is_kept: bool) {
    let (id, keeping) = (state.document.get_untracked(), state.keeping);
    if keeping.given(|given| given.id.as_ref() == Some(&id)) {
        return;
    }
    keeping.note(|given| given.turn_to(&id));
    state.followed.set(false);
    if !is_kept {
        return dom::leave();
    }
    spawn_local(async move {
        if !dom::hold(&id).await && state.document.get_untracked() == id {
            state.begin_to_follow();
        }
    });
}

/// The same, with the reader's place and open card.
pub(super) fn keep_with_place(state: State) {
    settle_if_editing(state);
    let sheet = state.sheet.get_untracked();
    if !is_to_be_kept(&sheet) {
        return;
    }
    let (has_article, unwanted) = state.keeping.given(|given| (given.article.is_some(), given.unwanted));
    if has_article && dom::is_cleared() && !state.keeping.given(|given| given.asleep) {
        state.keeping.give_again();
    }
    keep(state);
    if unwanted {
        return;
    }
    // What is on its way when the page goes may not arrive.
    if state.keeping.given(|given| given.refused || given.pending > 0) {
        copy_own(state);
    }
    let paragraph = state.block_in_view().unwrap_or(0);
    let at = sheet.blocks.get(paragraph).map_or(0, |block| block.range.start());
    let (visible, filter) = (state.visible.get_untracked(), state.filter.get_untracked());
    let place = kept::place_bytes(at as u32, visible, filter, open_card(state));
    dom::save_place(&state.document.get_untracked(), &place);
}

/// The mark whose card is open or waits for the marks, and where it begins.
pub(super) fn open_card(state: State) -> Option<At> {
    if let Some((_, mark, at)) = state.keeping.given(|given| given.card) {
        return Some((mark, at));
    }
    let id = state.chosen.get_untracked().filter(|_| state.card_open.get_untracked())?;
    let marked = state.current_now()?;
    Some((id, marked.index.range_of(&marked.document, id)?.start() as u32))
}

/// Copies article and decisions for this tab, each once; false where they find no room.
fn copy_own(state: State) -> bool {
    let (sheet, corrections) = (state.sheet.get_untracked(), state.corrections.get_untracked());
    let now = Some((sheet.revision, Arc::as_ptr(&corrections) as usize));
    if state.keeping.given(|given| given.copied == now) {
        return state.keeping.given(|given| given.fits);
    }
    let decisions = kept::decisions_bytes(&sheet.article.text, &corrections);
    let fits = dom::copy_own(&kept::article_bytes(&sheet.article), &decisions);
    state.keeping.note(|given| (given.copied, given.fits) = (now, fits));
    fits
}

/// Gives storage parts of the document shown, all or none.
pub(super) fn put(state: State, parts: Vec<(Slot, Vec<u8>)>) {
    let (id, keeping) = (state.document.get_untracked(), state.keeping);
    keeping.note(|given| given.pending += 1);
    keeping.say(SAVING);
    // A reload meanwhile looks for this document.
    dom::keep_last_document_of_tab(&id);
    spawn_local(async move {
        let saved = dom::save(&id, parts).await;
        if keeping.given(|given| given.id.as_ref() != Some(&id)) {
            // The document before: nothing but a refusal matters any more.
            return if is_refusal(saved) {
                state.warn(&sentence(saved, false))
            };
        }
        keeping.note(|given| given.pending = given.pending.saturating_sub(1));
        settle(state, &id, saved);
    });
}

fn is_refusal(saved: Saved) -> bool {
    !matches!(saved, Saved::Kept | Saved::Here | Saved::Gone | Saved::Anothers)
}

pub(super) fn settle(state: State, id: &str, saved: Saved) {
    let keeping = state.keeping;
    match saved {
        Saved::Kept | Saved::Here => {
            dom::keep_last_document(id);
            if keeping.given(|given| given.refused || given.copied.is_some()) || dom::is_newest() {
                dom::forget_own();
            }
            keeping.note(|given| (given.told, given.refused, given.copied) = (None, false, None));
            if keeping.given(|given| given.pending == 0) {
                keeping.say(SAVED);
                state.hand_over_if_asked();
            }
            keeping.list_again();
        }
        Saved::Gone => {
            keeping.give_again();
            keep(state);
        }
        Saved::Anothers => state.part(),
        Saved::Full | Saved::Newer | Saved::Blocked | Saved::Refused => {
            keeping.give_again();
            keeping.note(|given| given.refused = true);
            keeping.say(&["Not kept: ", reason(saved)].concat());
            say_once(state, sentence(saved, copy_own(state)));
        }
    }
}

/// Once for each text, however often it is tried.
fn say_once(state: State, sentence: String) {
    let text = Some(state.sheet.with_untracked(|sheet| sheet.opened));
    if state.keeping.given(|given| given.told != text) {
        state.keeping.note(|given| given.told = text);
        state.warn(&sentence);
    }
}

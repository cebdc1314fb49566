//! Keeps the current article for the next visit.

use super::dom::{self, Slot, Stored};
use super::sample;
use super::sheet::Sheet;
use super::small::always;
use super::state::State;
use crate::document::article::Article;
use crate::kept::{self, Place};
use crate::protocol::Revision;
use crate::review::Corrections;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

/// Opens the article of the last visit, or the sample.
pub fn open_last(state: State) {
    if !dom::is_returning() {
        sample::open(state);
        return;
    }
    spawn_local(async move {
        match dom::load(Slot::Article).await {
            Stored::Bytes(bytes) if kept::is_of_later_version(&bytes) => later(state),
            Stored::Bytes(bytes) => match kept::read_article(bytes) {
                Some(article) => {
                    let corrections = last_corrections(state, &article).await;
                    reopen(state, article, corrections, last_place());
                }
                None => broken(state),
            },
            Stored::Nothing => {
                dom::forget_returning();
                sample::open(state);
            }
            Stored::Broken => broken(state),
        }
    });
}

fn later(state: State) {
    sample::open(state);
    state.warn("A newer Galley kept your text here. Reload the page to get it; what you paste before takes its place.");
}

fn broken(state: State) {
    sample::open(state);
    state.warn(
        "What Galley kept here last time cannot be read by this browser any more, so this is the sample.",
    );
}

/// What was decided about this article.
async fn last_corrections(state: State, article: &Article) -> Corrections {
    let bytes = match dom::load(Slot::Corrections).await {
        Stored::Bytes(bytes) => bytes,
        Stored::Nothing => return Corrections::default(),
        Stored::Broken => Vec::new(),
    };
    kept::read_decisions(&bytes, &article.text).unwrap_or_else(|| {
        state.warn("Your article is here, but what you had decided about it cannot be read any more.");
        Corrections::default()
    })
}

fn last_place() -> Option<Place> {
    kept::read_place(&dom::load_place()?)
}

fn reopen(state: State, article: Article, corrections: Corrections, place: Option<Place>) {
    state.reopen(article, false, corrections);
    let Some(place) = place else { return };
    state.visible.set(place.visible);
    state.filter.set(place.filter);
    let place = place.paragraph as usize;
    dom::after_paint(move || {
        let sheet = state.sheet.get_untracked();
        if let Some(chunk) = sheet.chunk_of(place).filter(|_| place > 0) {
            state.draw(chunk);
            let nth = place - sheet.chunks[chunk].start;
            dom::scroll_to(chunk, nth);
            dom::after_paint(move || dom::scroll_to(chunk, nth));
        }
    });
}

/// What storage has of the desk, or is being given.
#[derive(Clone, Copy, Default)]
struct Given {
    /// The revision of the article.
    article: Option<Revision>,
    /// Whether it has the newest decisions.
    corrections: bool,
    /// The text whose reader was told that storage refuses.
    told: Option<Revision>,
}

type Keeper = StoredValue<Given, LocalStorage>;

/// Keeps a new text and each decision at once, for who knows how long the page has; its reader's place soon after each
/// change, and when the page is left. What storage refused is given to it again with the next place.
pub fn keep_always(state: State) {
    let given: Keeper = StoredValue::new_local(Given { corrections: true, ..Given::default() });
    let soon = soon(move || keep(state, given));
    let after_change = soon.clone();
    always(move || {
        state.sheet.track();
        keep_article(state, given);
    });
    let mut last = None;
    always(move || {
        let corrections = state.corrections.get();
        if last.replace(Arc::clone(&corrections)).is_some_and(|last| last != corrections) {
            given.update_value(|given| given.corrections = false);
            keep_corrections(state, given);
        }
    });
    always(move || {
        state.sheet.track();
        state.visible.track();
        state.filter.track();
        after_change();
    });
    dom::on_window("scrollend", move |_| soon());
    dom::on_window("pagehide", move |_| keep(state, given));
    dom::on_document("visibilitychange", move |_| keep(state, given));
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
fn keep_article(state: State, given: Keeper) {
    let sheet = state.sheet.get_untracked();
    if is_to_be_kept(&sheet) && given.with_value(|given| given.article) != Some(sheet.revision) {
        given.update_value(|given| given.article = Some(sheet.revision));
        put(state, given, Slot::Article, kept::article_bytes(&sheet.article));
    }
}

fn keep_corrections(state: State, given: Keeper) {
    let sheet = state.sheet.get_untracked();
    if is_to_be_kept(&sheet) && !given.with_value(|given| given.corrections) {
        given.update_value(|given| given.corrections = true);
        let corrections = state.corrections.get_untracked();
        put(state, given, Slot::Corrections, kept::decisions_bytes(&sheet.article.text, &corrections));
    }
}

fn is_to_be_kept(sheet: &Sheet) -> bool {
    !sheet.sample && !sheet.blocks.is_empty()
}

fn keep(state: State, given: Keeper) {
    if !state.sheet.with_untracked(|sheet| is_to_be_kept(sheet)) {
        return;
    }
    keep_article(state, given);
    keep_corrections(state, given);
    let paragraph = dom::paragraph_in_view().unwrap_or(0) as u32;
    let visible = state.visible.get_untracked();
    dom::save_place(&kept::place_bytes(paragraph, visible, state.filter.get_untracked()));
}

fn put(state: State, given: Keeper, slot: Slot, bytes: Vec<u8>) {
    spawn_local(async move {
        if dom::save(slot, bytes).await {
            given.update_value(|given| given.told = None);
            return;
        }
        given.update_value(|given| match slot {
            Slot::Article => given.article = None,
            Slot::Corrections => given.corrections = false,
        });
        say_once(state, given);
    });
}

/// Once for each text, however often it is tried.
fn say_once(state: State, given: Keeper) {
    let text = Some(state.sheet.with_untracked(|sheet| sheet.opened));
    let told = given.try_update_value(|given| std::mem::replace(&mut given.told, text));
    if told.flatten() != text {
        state.warn("This browser keeps nothing for this page, so your text will be gone when you close it. Download the proof to keep it.");
    }
}

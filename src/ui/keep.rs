//! Keeps the current article for the next visit.

use super::dom::{self, Desk, Of, Saved, Slot, Stored};
use super::sample;
use super::sheet::Sheet;
use super::small::always;
use super::state::State;
use crate::document::article::Article;
use crate::kept::{self, Place, Read};
use crate::protocol::Revision;
use crate::review::Corrections;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::Cell;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

/// Opens the article of the last visit, or the sample, and keeps from now on what is shown.
pub fn start(state: State) {
    let given: Keeper = StoredValue::new_local(Given { corrections: true, ..Given::default() });
    open_last(state, given);
    keep_always(state, given);
}

fn open_last(state: State, given: Keeper) {
    if !dom::is_returning() && !dom::is_newest() {
        sample::open(state);
        return;
    }
    spawn_local(async move {
        let Desk { article, corrections, of } = dom::load().await;
        if state.sheet.with_untracked(|sheet| !sheet.blocks.is_empty()) {
            // Somebody was quicker with a new text.
            return;
        }
        match article {
            Stored::Bytes(bytes) => match kept::read_article(bytes) {
                Read::Whole(article) => {
                    let corrections = last_corrections(state, corrections, &article);
                    reopen(state, article, corrections, last_place());
                    has_kept(state, given, of);
                }
                Read::Newer(Some(article)) => {
                    reopen(state, article, Corrections::default(), None);
                    has_kept(state, given, Of::Own);
                    state.warn(NEWER);
                }
                Read::Newer(None) => sample_instead(state, NEWER),
                Read::Broken => sample_instead(state, BROKEN),
            },
            Stored::Newer => sample_instead(state, NEWER),
            Stored::Broken => sample_instead(state, BROKEN),
            Stored::Nothing => {
                dom::forget_returning();
                sample_instead(state, if dom::is_newest() { LOST } else { CLEARED });
            }
        }
    });
}

const BROKEN: &str =
    "What Galley kept here last time cannot be read by this browser any more, so this is the sample.";
const CLEARED: &str = "This browser has cleared what Galley kept here, so this is the sample.";
const LOST: &str = "Your last text found no room in this browser and was not kept, so this is the sample.";
const EARLIER: &str =
    "Your last text found no room in this browser and was not kept. This is the one before it.";
const ANOTHERS: &str =
    "This is the text of another tab, which was kept last. This tab\u{2019}s own is not here any more.";
const NEWER: &str = "A newer version of Galley has kept what was here last, with more than this version can read. \
    Reload the page to use the newer version; nothing of it has been changed.";

fn sample_instead(state: State, why: &str) {
    sample::open(state);
    state.warn(why);
}

/// The article shown is on the desk already, unless it is a copy, which is put there again.
fn has_kept(state: State, given: Keeper, of: Of) {
    let revision = state.sheet.with_untracked(|sheet| sheet.revision);
    match of {
        Of::Copy => return,
        Of::Own => {}
        Of::Another => state.warn(ANOTHERS),
        Of::Earlier => state.warn(EARLIER),
    }
    given.update_value(|given| given.article = Some(revision));
}

/// What was decided about this article.
fn last_corrections(state: State, kept: Stored, article: &Article) -> Corrections {
    let read = match kept {
        Stored::Bytes(bytes) => kept::read_decisions(&bytes, &article.text),
        Stored::Nothing => return Corrections::default(),
        Stored::Newer => Read::Newer(None),
        Stored::Broken => Read::Broken,
    };
    if let Read::Whole(corrections) = read {
        return corrections;
    }
    state.warn("Your article is here, but what you had decided about it cannot be read any more.");
    Corrections::default()
}

fn last_place() -> Option<Place> {
    kept::read_place(&dom::load_place()?)
}

fn reopen(state: State, article: Article, corrections: Corrections, place: Option<Place>) {
    state.reopen(article, false, corrections);
    let Some(place) = place else { return };
    state.visible.set(place.visible);
    state.filter.set(place.filter);
    let at = place.at as usize;
    if at > 0 {
        dom::after_paint(move || state.go_to(at));
    }
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
    /// Whether it refused what it was given last.
    refused: bool,
    /// What this tab has a copy of: the revision, the decisions, and whether the desk refused them.
    copied: Option<(Revision, usize, bool)>,
    /// Whether the copy found room.
    fits: bool,
}

type Keeper = StoredValue<Given, LocalStorage>;

/// Keeps a new text and each decision at once, for who knows how long the page has; its reader's place soon after each
/// change, and when the page is left. What storage refused, or has lost since, is given to it again with the next place.
fn keep_always(state: State, given: Keeper) {
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
    if given.with_value(|given| given.article.is_some()) && dom::is_cleared() {
        give_again(given);
    }
    keep_article(state, given);
    keep_corrections(state, given);
    copy_own(state, given);
    let paragraph = state.block_in_view().unwrap_or(0);
    let at = state.sheet.with_untracked(|sheet| sheet.blocks.get(paragraph).map_or(0, |b| b.range.start()));
    let visible = state.visible.get_untracked();
    dom::save_place(&kept::place_bytes(at as u32, visible, state.filter.get_untracked()));
}

/// Copies article and decisions for this tab, each once.
fn copy_own(state: State, given: Keeper) -> bool {
    let (sheet, corrections) = (state.sheet.get_untracked(), state.corrections.get_untracked());
    let Given { refused, copied, fits, .. } = given.get_value();
    let now = Some((sheet.revision, Arc::as_ptr(&corrections) as usize, refused));
    if copied == now {
        return fits;
    }
    let decisions = kept::decisions_bytes(&sheet.article.text, &corrections);
    let fits = dom::copy_own(Slot::Corrections, &decisions, refused)
        && dom::copy_own(Slot::Article, &kept::article_bytes(&sheet.article), refused);
    given.update_value(|given| (given.copied, given.fits) = (now, fits));
    fits
}

fn give_again(given: Keeper) {
    given.update_value(|given| (given.article, given.corrections) = (None, false));
}

fn put(state: State, given: Keeper, slot: Slot, bytes: Vec<u8>) {
    spawn_local(async move {
        let saved = dom::save(slot, bytes).await;
        let refused = !matches!(saved, Saved::Kept | Saved::ArticleGone);
        let was_refused = given.try_update_value(|given| std::mem::replace(&mut given.refused, refused));
        if saved == Saved::Kept {
            given.update_value(|given| given.told = None);
            if was_refused == Some(true) || dom::is_newest() {
                copy_own(state, given);
            }
            return;
        }
        if saved == Saved::ArticleGone {
            give_again(given);
            keep_article(state, given);
            return keep_corrections(state, given);
        }
        given.update_value(|given| match slot {
            Slot::Article => given.article = None,
            Slot::Corrections => given.corrections = false,
        });
        say_once(state, given, sentence(saved, copy_own(state, given)));
    });
}

/// What the reader is told where the desk takes nothing.
fn sentence(saved: Saved, copied: bool) -> String {
    let why = match saved {
        Saved::Full => "This browser keeps nothing more for this page, because there is no room left. ",
        Saved::Newer => "A newer version of Galley keeps its texts in this browser, so this one cannot. ",
        _ => "This browser keeps nothing for this page. ",
    };
    let then = if copied {
        "Your text outlasts a reload, but it will be gone when you close the tab. "
    } else {
        "Your text will be gone when you close or reload the page. "
    };
    [why, then, "Copy or download the proof to keep it."].concat()
}

/// Once for each text, however often it is tried.
fn say_once(state: State, given: Keeper, sentence: String) {
    let text = Some(state.sheet.with_untracked(|sheet| sheet.opened));
    let told = given.try_update_value(|given| std::mem::replace(&mut given.told, text));
    if told.flatten() != text {
        state.warn(&sentence);
    }
}

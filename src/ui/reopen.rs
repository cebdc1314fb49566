//! Opens documents: that of the last visit, or one of the list, at the reader's place and with the card that was open.

use super::dom::{self, Found, Loaded, Saved};
use super::follow;
use super::keep;
use super::sample;
use super::saved::ASLEEP;
use super::small::always;
use super::state::State;
use crate::document::article::Article;
use crate::kept::{self, Read};
use crate::library::Line;
use crate::review::Corrections;
use crate::view::ledger::count;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::mem::discriminant;
use std::sync::Arc;

/// Opens the document of the last visit, or the sample, and keeps from now on what is shown.
pub fn start(state: State) {
    open_last(state);
    keep::keep_always(state);
    follow::listen(state);
    always(move || {
        state.marked.track();
        open_card(state);
    });
}

fn open_last(state: State) {
    if !dom::is_returning() && !dom::is_newest() {
        sample::open(state);
        return;
    }
    spawn_local(async move {
        let [own, last] = dom::last_documents();
        let found = dom::open_document(&[&own, &last], false).await;
        if state.sheet.with_untracked(|sheet| !sheet.blocks.is_empty()) {
            // Somebody was quicker with a new text.
            dom::hold(&state.document.get_untracked()).await;
            return;
        }
        if !open_copy(state, &own, &found) {
            open_found(state, &own, found);
        }
    });
}

/// Opens this tab's own copy, where the storage has not the same; false where there is none.
fn open_copy(state: State, own: &str, found: &Found) -> bool {
    let loaded = match found {
        Found::Document(loaded) => Some(loaded),
        _ => None,
    };
    let Some((bytes, corrections)) = dom::own_copy() else { return false };
    let is_in_storage =
        |loaded: &Loaded| loaded.article == bytes && (!dom::is_newest() || loaded.corrections == corrections);
    if loaded.is_some_and(is_in_storage) {
        dom::forget_own();
        return false;
    }
    let Read::Whole(article) = kept::read_article(bytes) else { return false };
    let is_edited_elsewhere = loaded.is_some_and(|loaded| loaded.id == own && !loaded.mine);
    let id = if own.is_empty() || is_edited_elsewhere { dom::new_id() } else { own.to_owned() };
    let (corrections, trouble) = last_corrections(corrections.as_deref(), &article);
    state.reopen(id.as_str().into(), article, false, corrections);
    let line = loaded.filter(|loaded| loaded.id == id).map(|loaded| Line::read(&loaded.line));
    state.keeping.note(|given| {
        given.turn_to(&id.as_str().into());
        given.line = line.unwrap_or_default();
        given.refused = true;
    });
    spawn_local(async move {
        dom::hold(&id).await;
    });
    to_place(state);
    trouble.into_iter().for_each(|trouble| state.warn(trouble));
    true
}

fn open_found(state: State, own: &str, found: Found) {
    let why = match found {
        Found::Document(loaded) => {
            let id = loaded.id.clone();
            match open_loaded(state, loaded) {
                Err(why) => why,
                Ok(()) if dom::is_newest() => return state.warn(EARLIER),
                Ok(()) if !own.is_empty() && own != id => return state.warn(ANOTHER),
                Ok(()) => return,
            }
        }
        Found::Nothing => {
            dom::forget_returning();
            if dom::is_newest() { LOST } else { CLEARED }
        }
        Found::Trouble(Saved::Newer) => NEWER,
        Found::Trouble(Saved::Blocked) => BLOCKED,
        Found::Trouble(_) => BROKEN,
    };
    sample::open(state);
    state.warn(why);
}

const BROKEN: &str =
    "What Galley kept here last time cannot be read by this browser any more, so this is the sample.";
const CLEARED: &str = "This browser has cleared what Galley kept here, so this is the sample.";
const LOST: &str = "Your last text found no room in this browser and was not kept, so this is the sample.";
const EARLIER: &str =
    "Your last text found no room in this browser and was not kept. This is the one before it.";
const ANOTHER: &str = "What this tab had is not kept here any more. This is the document that was open last.";
const BLOCKED: &str = "Another tab with an older Galley holds on to the storage: close or reload it, then reload this one. \
    This is the sample; nothing that is kept has changed.";
const NEWER: &str = "A newer version of Galley has kept what was here last, with more than this version can read. \
    Reload the page to use the newer version; nothing of it has been changed.";

/// Opens a document of the list, which closes then if `close` says so; what is open stays where that cannot be.
pub fn open(state: State, id: String, close: bool) {
    spawn_local(async move {
        let why = match dom::open_document(&[&id], false).await {
            Found::Document(loaded) if loaded.id == id => match open_loaded(state, loaded) {
                Ok(()) if close => {
                    dom::show_dialog("documents", false);
                    return dom::focus("proof");
                }
                Ok(()) => return,
                Err(NEWER) => {
                    "A newer version of Galley has kept this document. Reload the page to use it; nothing of the document has been changed."
                }
                Err(_) => "This document cannot be read any more. Download everything to have its bytes.",
            },
            Found::Document(_) | Found::Nothing => "This document is not kept here any more.",
            Found::Trouble(_) => "This browser’s storage does not answer. Reload the page.",
        };
        // What is open is edited here as before.
        dom::hold(&state.document.get_untracked()).await;
        state.warn(why);
    });
}

/// Shows a document that storage gave; what is shown stays where it cannot be read.
fn open_loaded(state: State, loaded: Loaded) -> Result<(), &'static str> {
    match kept::read_article(loaded.article.clone()) {
        Read::Whole(article) if !are_decisions_newer(&loaded, &article) => {
            let (corrections, trouble) = last_corrections(loaded.corrections.as_deref(), &article);
            let desk = follow::desk_of(&loaded, article, corrections);
            state.put_on_desk(loaded.id.as_str().into(), desk, false);
            state.keeping.note(|given| given.turn_to(&loaded.id.as_str().into()));
            follow::note(state, &loaded);
            state.followed.set(!loaded.mine);
            follow::take_in_typed(state, &loaded);
            dom::keep_last_document(&loaded.id);
            to_place(state);
            match trouble {
                Some(trouble) => state.warn(trouble),
                None => say_what_was_done(state),
            }
            Ok(())
        }
        // A change of it is kept as a document of its own, and nothing of the newer one is written over.
        Read::Whole(article) | Read::Newer(Some(article)) => {
            let id: Arc<str> = dom::new_id().into();
            state.reopen(Arc::clone(&id), article, false, Corrections::default());
            state.keeping.note(|given| given.turn_to(&id));
            follow::note(state, &Loaded { line: Vec::new(), ..loaded });
            state.keeping.note(|given| given.asleep = true);
            state.keeping.say(ASLEEP);
            state.followed.set(false);
            state.warn(NEWER);
            Ok(())
        }
        Read::Newer(None) => Err(NEWER),
        Read::Broken => Err(BROKEN),
    }
}

/// Whether a newer version has kept what was decided: a decision made here would be written over it.
fn are_decisions_newer(loaded: &Loaded, article: &Article) -> bool {
    let read = loaded.corrections.as_ref().map(|bytes| kept::read_decisions(bytes, &article.text));
    matches!(read, Some(Read::Newer(_)))
}

/// What was decided about this article; where that cannot be read, a sentence.
fn last_corrections(kept: Option<&[u8]>, article: &Article) -> (Corrections, Option<&'static str>) {
    let Some(bytes) = kept else { return Default::default() };
    match kept::read_decisions(bytes, &article.text) {
        Read::Whole(corrections) => (corrections, None),
        _ => (
            Corrections::default(),
            Some("Your article is here, but what you had decided about it cannot be read any more."),
        ),
    }
}

/// Goes to where the reader was; the card that was open opens when the marks have come.
fn to_place(state: State) {
    let place = dom::load_place(&state.document.get_untracked());
    let Some(place) = place.as_deref().and_then(kept::read_place) else {
        return dom::after_paint(|| dom::scroll_page(0.0));
    };
    state.visible.set(place.visible);
    state.filter.set(place.filter);
    let at = place.at as usize;
    dom::after_paint(move || if at > 0 { state.go_to(at) } else { dom::scroll_page(0.0) });
    let opened = state.sheet.with_untracked(|sheet| sheet.opened);
    state.keeping.note(|given| given.card = place.card().map(|(mark, at)| (opened, mark, at)));
}

/// Opens the card that was open or that a link leads to, or that of the mark of its kind that begins there now. Its
/// layer is shown for it; where there is no such mark, its words are.
fn open_card(state: State) {
    let Some((opened, mark, at)) = state.keeping.given(|given| given.card) else { return };
    let Some(marked) = state.current_now() else { return };
    state.keeping.note(|given| given.card = None);
    if state.sheet.with_untracked(|sheet| sheet.opened) != opened {
        return;
    }
    let here = || marked.index.marks.iter().filter(|one| one.range.start() == at as usize);
    let of_its_kind = || here().find(|one| discriminant(&one.id) == discriminant(&mark));
    let Some(found) = here().find(|one| one.id == mark).or_else(of_its_kind) else {
        return state.go_to(at as usize);
    };
    let shown = state.visible.get_untracked();
    if !shown.has(found.layer) {
        state.visible.set(shown.toggled(found.layer));
    }
    state.jump(found.id, true);
}

/// "Last time, on 3 March 2031 at 17:40: the choice of a speaker. 3 decisions in all."
fn say_what_was_done(state: State) {
    let line = state.keeping.given(|given| given.line.clone());
    if line.last.is_empty() {
        return;
    }
    let decisions = match line.decisions {
        0 => String::new(),
        number => [" ", &count(number as usize, "decision", "decisions"), " in all."].concat(),
    };
    state.say(&["Last time, ", &dom::when(line.changed), ": ", &line.last, ".", &decisions].concat());
}

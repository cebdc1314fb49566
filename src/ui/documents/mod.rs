//! The documents that this browser keeps: a list to open, rename, copy and delete from, and what concerns all of them.

mod all;
mod rows;

use super::dom::{self, Saved};
use super::keep;
use super::reopen;
use super::sample;
use super::saved::Kept;
use super::small::*;
use super::state::State;
use crate::library::{Line, Listed, name_of_copy, newest_first};
use leptos::task::spawn_local;
use std::sync::Arc;

/// What the dialog shows.
#[derive(Clone, Default)]
struct Shelf {
    /// The documents, what was changed last before the others.
    list: Vec<Listed>,
    /// Those deleted since the dialog opened.
    deleted: Vec<Listed>,
    /// What is searched for, in small letters.
    words: String,
    /// The documents whose text has these words.
    in_text: Vec<String>,
    /// The one that gets another name.
    renaming: Option<String>,
    /// The name as it is being written.
    name: String,
    /// Why there is no list.
    trouble: &'static str,
    /// How much room there is.
    room: String,
    /// Whether it was asked to clear everything.
    clearing: bool,
}

impl Shelf {
    fn found(&self) -> impl Iterator<Item = &Listed> {
        let is_found = |listed: &&Listed| listed.line.has(&self.words) || self.in_text.contains(&listed.id);
        self.list.iter().filter(is_found)
    }

    fn listed(&self, id: &str) -> Option<&Listed> {
        self.list.iter().chain(&self.deleted).find(|listed| listed.id == id)
    }
}

type Open = RwSignal<Arc<Shelf>>;

fn change(shelf: Open, change: impl FnOnce(&mut Shelf)) {
    shelf.update(|shelf| change(Arc::make_mut(shelf)));
}

/// Opens the dialog.
pub fn open(state: State) {
    state.close_card();
    dom::show_dialog("documents", true);
    state.keeping.listed.update(|count| *count += 1);
    dom::after_paint(|| dom::focus("documents-find"));
}

/// Reads the list anew.
fn refresh(shelf: Open) {
    spawn_local(async move {
        let (listed, room) = (dom::list_documents().await, dom::room().await);
        change(shelf, |shelf| {
            shelf.room = room;
            shelf.trouble = match &listed {
                Ok(_) => "",
                Err(Saved::Newer) => {
                    "A newer version of Galley keeps the documents. Reload the page to use it."
                }
                Err(Saved::Blocked) => {
                    "Another tab with an older Galley holds on to the documents: close or reload it."
                }
                Err(_) => {
                    "This browser keeps nothing for this page, or its storage is broken. What is shown can be copied or downloaded."
                }
            };
            let line = |(id, bytes): (String, Vec<u8>)| Listed { id, line: Line::read(&bytes) };
            shelf.list = listed.unwrap_or_default().into_iter().map(line).collect();
            newest_first(&mut shelf.list);
        });
    });
}

/// The list in a dialog.
#[component]
pub fn Documents(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    let shelf: Open = RwSignal::default();
    always(move || {
        state.keeping.listed.track();
        if dom::is_shown("documents") {
            refresh(shelf);
        }
    });
    let shown = move || state.document.get();
    let search = move |event: leptos::ev::Event| search(shelf, &event_target_value(&event));
    let close = move |_| shelf.set(Arc::default());
    let typed =
        move |event: leptos::ev::Event| change(shelf, |shelf| shelf.name = event_target_value(&event));
    view! {
        <dialog id="documents" class="sheet" aria-labelledby="documents-title" on:close=on(close)>
            <h2 id="documents-title">"Documents"</h2>
            <input
                id="documents-find" type="search" placeholder="Find a name or words of a text" aria-label="Find a document"
                aria-controls="documents-list" on:input=on(search) on:keydown=on(walk)
            />
            <p class="fine" role="status">{live(move || shelf.with(|shelf| rows::told(shelf)))}</p>
            // What is typed into a name must not draw its line anew.
            <ul
                id="documents-list" class="documents" inner_html=drawn(shelf, shown)
                on:click=on(move |event: leptos::ev::MouseEvent| act(state, shelf, &event))
                on:keydown=on(move |event: leptos::ev::KeyboardEvent| key(state, shelf, &event)) on:input=on(typed)
            ></ul>
            <all::All state shelf/>
            <form method="dialog"><button class="main">"Done"</button></form>
        </dialog>
    }
}

fn drawn(
    shelf: Open,
    shown: impl Fn() -> Arc<str> + Send + Sync + 'static,
) -> Box<dyn FnMut() -> String + Send> {
    let rows = Memo::new(move |_| shelf.with(|shelf| rows::rows(shelf, &shown())));
    live(move || rows.get())
}

fn search(shelf: Open, words: &str) {
    let words = words.trim().to_lowercase();
    change(shelf, |shelf| (shelf.words, shelf.in_text) = (words.clone(), Vec::new()));
    if words.chars().nth(1).is_none() {
        return;
    }
    spawn_local(async move {
        let found = dom::find_in_texts(&words).await;
        if shelf.with_untracked(|shelf| shelf.words == words) {
            change(shelf, |shelf| shelf.in_text = found);
        }
    });
}

/// Arrows go from the search to the names and among them.
fn walk(event: leptos::ev::KeyboardEvent) {
    let Some(key) = dom::key_of(&event) else { return };
    if matches!(key.name.as_str(), "ArrowDown" | "ArrowUp") {
        event.prevent_default();
        dom::walk("#documents-find, #documents-list [data-act=open]", key.name == "ArrowDown");
    }
}

fn key(state: State, shelf: Open, event: &leptos::ev::KeyboardEvent) {
    let Some(key) = dom::key_of(event) else { return };
    let Some(id) = shelf.with_untracked(|shelf| shelf.renaming.clone()) else { return walk(event.clone()) };
    match (dom::has_focus_in("#new-name"), key.name.as_str()) {
        (true, "Enter") => {
            event.prevent_default();
            name(state, shelf, id);
        }
        // The dialog stays.
        (_, "Escape") => {
            event.prevent_default();
            stop_naming(shelf, &id);
        }
        _ => {}
    }
}

fn act(state: State, shelf: Open, event: &leptos::ev::MouseEvent) {
    let (Some(act), Some(id)) =
        (dom::attribute_under(event, "data-act"), dom::attribute_under(event, "data-id"))
    else {
        return;
    };
    match act.as_str() {
        "open" => open_one(state, id),
        "rename" => begin_naming(shelf, id),
        "name" => name(state, shelf, id),
        "leave" => stop_naming(shelf, &id),
        "copy" => copy(state, shelf, id),
        "delete" => delete(state, shelf, id),
        "back" => put_back(state, shelf, id),
        _ => {}
    }
}

fn open_one(state: State, id: String) {
    if *state.document.get_untracked() == *id {
        return dom::show_dialog("documents", false);
    }
    reopen::open(state, id, || {
        dom::show_dialog("documents", false);
        dom::focus("proof");
    });
}

fn begin_naming(shelf: Open, id: String) {
    change(shelf, |shelf| {
        shelf.name = shelf.listed(&id).map(|listed| listed.line.title().to_owned()).unwrap_or_default();
        shelf.renaming = Some(id);
    });
    dom::after_paint(|| dom::focus("new-name"));
}

fn stop_naming(shelf: Open, id: &str) {
    change(shelf, |shelf| shelf.renaming = None);
    focus_on("rename", id);
}

fn focus_on(act: &str, id: &str) {
    let button = [act, "-", id].concat();
    dom::after_paint(move || dom::focus(&button));
}

/// Gives a document the name that was written; without one it is called by its headline.
fn name(state: State, shelf: Open, id: String) {
    let name = shelf.with_untracked(|shelf| shelf.name.trim().to_owned());
    let Some(mut line) = shelf.with_untracked(|shelf| Some(shelf.listed(&id)?.line.clone())) else { return };
    line.name = if name == line.headline { String::new() } else { name };
    spawn_local(async move {
        let saved = dom::save_line(&id, &line.bytes_to_keep()).await;
        if *state.document.get_untracked() == *id {
            state.keeping.note(|given| given.line.name = line.name.clone());
        }
        after(state, saved);
        stop_naming(shelf, &id);
    });
}

/// Reads the list anew after a change; what could not be done is said.
fn after(state: State, saved: Saved) {
    state.keeping.listed.update(|count| *count += 1);
    match saved {
        Saved::Kept | Saved::Here => {}
        Saved::Full => state
            .warn("There is no room left for that. Nothing has changed; delete a document you do not need."),
        Saved::Gone => state.warn("This document is not kept here any more."),
        _ => state.warn("This browser’s storage refused. Nothing has changed."),
    }
}

fn copy(state: State, shelf: Open, id: String) {
    let named = shelf.with_untracked(|shelf| {
        let titles = shelf.list.iter().map(|listed| listed.line.title());
        let line = &shelf.listed(&id)?.line;
        Some(Line { name: name_of_copy(line.title(), titles), changed: dom::clock() as u64, ..line.clone() })
    });
    let Some(line) = named else { return };
    let to = dom::new_id();
    spawn_local(async move {
        let saved = dom::copy_document(&id, &to, &line.bytes_to_keep()).await;
        after(state, saved);
        focus_on("copy", &id);
    });
}

/// Deletes a document. It can be put back as long as the dialog is open, and one that is shown by an undo too.
fn delete(state: State, shelf: Open, id: String) {
    spawn_local(async move {
        let saved = dom::remove(&id).await;
        if saved == Saved::Kept {
            change(shelf, |shelf| {
                let gone = shelf.listed(&id).cloned();
                shelf.list.retain(|listed| listed.id != id);
                shelf.deleted.extend(gone);
            });
            if *state.document.get_untracked() == *id {
                // What leaves the screen must not be kept again by the way.
                state.keeping.note(|given| given.asleep = true);
                show_another(state, shelf);
            }
            forget_if_none(shelf);
        }
        after(state, saved);
        focus_on("back", &id);
    });
}

/// In place of the document shown, which is not kept any more: the newest of the others, or the sample.
fn show_another(state: State, shelf: Open) {
    match shelf.with_untracked(|shelf| shelf.list.first().map(|listed| listed.id.clone())) {
        Some(next) => reopen::open(state, next, || ()),
        None => show_sample(state),
    }
}

fn show_sample(state: State) {
    dom::leave();
    dom::keep_last_document("");
    state.remember("the deletion");
    state.document.set(dom::new_id().into());
    sample::open(state);
}

/// Where nothing is kept the next visit begins with the sample, and misses nothing.
fn forget_if_none(shelf: Open) {
    if shelf.with_untracked(|shelf| shelf.list.is_empty()) {
        dom::forget_returning();
    }
}

fn put_back(state: State, shelf: Open, id: String) {
    spawn_local(async move {
        let saved = dom::put_back(&id).await;
        if saved == Saved::Kept {
            dom::set_returning();
            change(shelf, |shelf| shelf.deleted.retain(|listed| listed.id != id));
        }
        after(state, saved);
        focus_on("open", &id);
    });
}

/// Whether the document shown is to be kept; what was kept of it goes when it is not.
fn set_wanted(state: State, shelf: Open, wanted: bool) {
    let id = state.document.get_untracked();
    if wanted {
        state.keeping.note(|given| given.unwanted = false);
        state.keeping.give_again();
        return keep::keep(state);
    }
    state.keeping.note(|given| given.unwanted = true);
    spawn_local(async move {
        let saved = dom::remove(&id).await;
        dom::forget_place(&id);
        dom::forget_own();
        dom::keep_last_document("");
        change(shelf, |shelf| shelf.list.retain(|listed| *listed.id != *id));
        forget_if_none(shelf);
        state.keeping.said.set(Kept::Unwanted);
        after(state, saved);
    });
}

//! The documents that this browser keeps: a list to open, rename, copy and delete from, and what concerns all of them.
//!
//! All of it but the search is drawn as HTML and hears what is done inside it, which is a small part of the code of
//! as many views.

mod all;
mod open;
mod rows;
mod shelf;

use crate::text::lower;
use open::Open;
use shelf::Shelf;

use super::dom::{self, Saved};
use super::keep;
use super::reopen;
use super::sample;
use super::small::*;
use super::state::State;
use crate::library::{Line, Listed, name_of_copy, newest_first};
use leptos::prelude::UpdateValue;
use leptos::task::spawn_local;

/// Opens the dialog.
pub fn open(state: State) {
    dom::show_dialog("documents", true);
    state.keeping.list_again();
    dom::after_paint(|| dom::focus("documents-find"));
}

/// Reads the list anew.
async fn refresh(open: Open) {
    let (listed, room) = (dom::list_documents().await, dom::room().await);
    open.change(|shelf| {
        shelf.room = room;
        shelf.trouble = match &listed {
            Ok(_) => "",
            Err(Saved::Newer) => "A newer version of Galley keeps the documents. Reload the page to use it.",
            Err(Saved::Blocked) => "Another tab with an older Galley holds on to the documents: close or reload it.",
            Err(_) => "This browser keeps nothing for this page, or its storage is broken. What is shown can be copied or downloaded.",
        };
        let line = |(id, bytes): (String, Vec<u8>)| Listed { id, line: Line::read(&bytes) };
        shelf.list = listed.unwrap_or_default().into_iter().map(line).collect();
        newest_first(&mut shelf.list);
        // An undo of the page brings a document back too.
        let list = &shelf.list;
        shelf.deleted.retain(|deleted| list.iter().all(|listed| listed.id != deleted.id));
    });
}

/// The list in a dialog.
#[component]
pub fn Documents(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    let (told, drawn) = (RwSignal::default(), RwSignal::default());
    let open = Open { state, shelf: StoredValue::new_local(Shelf::default()), told, drawn };
    always(move || {
        state.keeping.listed.track();
        state.document.track();
        if dom::is_shown("documents") {
            spawn_local(refresh(open));
        }
    });
    // What is typed into a name must not draw its line anew.
    let typed = move |event: leptos::ev::Event| {
        if dom::has_focus_in("#new-name") {
            open.shelf.update_value(|shelf| shelf.name = event_target_value(&event));
        }
    };
    view! {
        <dialog
            id="documents" class="sheet" aria-labelledby="documents-title"
            on:close=on(move |_| open.change(Shelf::close))
        >
            <h2 id="documents-title">"Documents"</h2>
            <input
                id="documents-find" type="search" placeholder="Find a name or words of a text" aria-label="Find a document"
                on:input=on(move |event| search(open, &event_target_value(&event))) on:keydown=on(move |event| key(open, &event))
            />
            <p class="fine" role="status">{live(move || told.get())}</p>
            <div
                id="documents-list" inner_html=live(move || drawn.get()) on:click=on(move |event| act(open, &event))
                on:keydown=on(move |event| key(open, &event)) on:input=on(typed)
                on:change=on(move |event| all::bring_in(open, &event))
            ></div>
            <form method="dialog"><button class="main">"Done"</button></form>
        </dialog>
    }
}

fn search(open: Open, words: &str) {
    let words = lower(words.trim());
    open.change(|shelf| (shelf.words, shelf.in_text) = (words.clone(), Vec::new()));
    if words.chars().nth(1).is_none() {
        return;
    }
    spawn_local(async move {
        let found = dom::find_in_texts(&words).await;
        if open.with(|shelf| shelf.words == words) {
            open.change(|shelf| shelf.in_text = found);
        }
    });
}

/// Arrows go from the search to the names and among them; Enter keeps a name that is being written, and Escape leaves it.
fn key(open: Open, event: &leptos::ev::KeyboardEvent) {
    let Some(key) = dom::key_of(event) else { return };
    let naming = dom::has_focus_in("#new-name");
    match key.name.as_str() {
        "Enter" if naming => name(open, open.with(|shelf| shelf.renaming.clone())),
        // The dialog stays.
        "Escape" if naming => stop_naming(open),
        "ArrowDown" | "ArrowUp" if !naming => {
            dom::walk("#documents-find, #documents-list [data-act=open]", key.name == "ArrowDown");
        }
        _ => return,
    }
    event.prevent_default();
}

fn act(open: Open, event: &leptos::ev::MouseEvent) {
    let Some(act) = dom::attribute_under(event, "data-act") else { return };
    let id = dom::attribute_under(event, "data-id").unwrap_or_default();
    match act.as_str() {
        "open" => open_one(open.state, id),
        "rename" => begin_naming(open, id),
        "name" => name(open, id),
        "leave" => stop_naming(open),
        "copy" => spawn_local(copy(open, id)),
        "delete" => spawn_local(delete(open, id)),
        "back" => spawn_local(put_back(open, id)),
        "save" => spawn_local(all::save_all(open.state)),
        "bring" => dom::click("#backup-file"),
        "unkeep" => set_wanted(open),
        "clear" => ask(open, true),
        "clear-not" => ask(open, false),
        "clear-all" => spawn_local(all::clear(open)),
        _ => {}
    }
}

fn ask(open: Open, clearing: bool) {
    open.change(|shelf| shelf.clearing = clearing);
    focus_on(if clearing { "clear-not" } else { "clear" }, "");
}

fn focus_on(act: &str, id: &str) {
    let button = [act, "-", id].concat();
    dom::after_paint(move || dom::focus(&button));
}

fn open_one(state: State, id: String) {
    if *state.document.get_untracked() == *id {
        return dom::show_dialog("documents", false);
    }
    reopen::open(state, id, true);
}

fn begin_naming(open: Open, id: String) {
    open.change(|shelf| {
        shelf.name = shelf.line(&id).map(|line| line.title().to_owned()).unwrap_or_default();
        shelf.renaming = id;
    });
    dom::after_paint(|| dom::focus("new-name"));
}

fn stop_naming(open: Open) {
    focus_on("rename", &open.with(|shelf| shelf.renaming.clone()));
    open.change(|shelf| shelf.renaming.clear());
}

/// Gives a document the name that was written; without one it is called by its headline.
fn name(open: Open, id: String) {
    let name = open.with(|shelf| shelf.name.trim().to_owned());
    let Some(mut line) = open.with(|shelf| shelf.line(&id)) else { return };
    line.name = if name == line.headline { String::new() } else { name };
    spawn_local(async move {
        let saved = dom::save_line(&id, &line.bytes_to_keep()).await;
        if *open.state.document.get_untracked() == *id {
            open.state.keeping.note(|given| given.line.name = line.name);
        }
        refresh(open).await;
        stop_naming(open);
        open.after(saved);
    });
}

async fn copy(open: Open, id: String) {
    let Some(line) = open.with(|shelf| shelf.line(&id)) else { return };
    let name =
        open.with(|shelf| name_of_copy(line.title(), shelf.list.iter().map(|listed| listed.line.title())));
    let line = Line { name, changed: dom::clock() as u64, ..line };
    let saved = dom::copy_document(&id, &dom::new_id(), &line.bytes_to_keep()).await;
    open.after(saved);
    focus_on("copy", &id);
}

/// Deletes a document. It can be put back as long as the dialog is open, and one that is shown by an undo too.
async fn delete(open: Open, id: String) {
    let saved = dom::remove(&id).await;
    if saved == Saved::Kept {
        open.change(|shelf| {
            let line = shelf.line(&id).unwrap_or_default();
            shelf.list.retain(|listed| listed.id != id);
            shelf.deleted.push(Listed { id: id.clone(), line });
        });
        if *open.state.document.get_untracked() == *id {
            // What leaves the screen must not be kept again by the way.
            open.state.keeping.note(|given| given.asleep = true);
            show_another(open);
        }
        forget_if_none(open);
    }
    open.after(saved);
    focus_on("back", &id);
}

/// In place of the document shown, which is not kept any more: the newest of the others, or the sample.
fn show_another(open: Open) {
    let state = open.state;
    if let Some(next) = open.with(|shelf| shelf.list.first().map(|listed| listed.id.clone())) {
        return reopen::open(state, next, false);
    }
    dom::keep_last_document("");
    state.put_aside("the deletion");
    state.document.set(dom::new_id().into());
    sample::open(state);
}

/// Where nothing is kept the next visit begins with the sample, and misses nothing.
fn forget_if_none(open: Open) {
    if open.with(|shelf| shelf.list.is_empty()) {
        dom::forget_returning();
    }
}

async fn put_back(open: Open, id: String) {
    let saved = dom::put_back(&id).await;
    if saved == Saved::Kept {
        dom::set_returning();
        open.change(|shelf| shelf.deleted.retain(|listed| listed.id != id));
    }
    open.after(saved);
    focus_on("open", &id);
}

/// Whether the document shown is to be kept; what was kept of it goes when it is not.
fn set_wanted(open: Open) {
    let (state, id) = (open.state, open.state.document.get_untracked());
    let unwanted = !state.keeping.given(|given| given.unwanted);
    state.keeping.note(|given| given.unwanted = unwanted);
    state.keeping.give_again();
    keep::keep(state);
    focus_on("unkeep", "");
    if !unwanted {
        return open.draw();
    }
    spawn_local(async move {
        let saved = dom::remove(&id).await;
        dom::forget_place(&id);
        dom::forget_own();
        dom::keep_last_document("");
        open.change(|shelf| shelf.list.retain(|listed| *listed.id != *id));
        forget_if_none(open);
        open.after(saved);
    });
}

//! What concerns all documents: how much room they take, one file with all of them, and clearing everything.

use super::{Open, change, set_wanted};
use crate::document::own_names::OwnNames;
use crate::library::backup::{self, Record};
use crate::ui::dom::{self, Saved};
use crate::ui::keep;
use crate::ui::sample;
use crate::ui::saved::Kept;
use crate::ui::small::*;
use crate::ui::state::State;
use crate::view::ledger::count;
use leptos::task::spawn_local;

/// A library that no browser would keep.
const LARGEST: usize = 1_000_000_000;

/// Below the list.
#[component]
pub(super) fn All(
    /// The facts of the page.
    state: State,
    /// What the dialog shows.
    shelf: Open,
) -> impl IntoView {
    let is_kept = move || state.keeping.said.get() != Kept::Nothing && !state.followed.get();
    let unwanted = move || state.keeping.said.get() == Kept::Unwanted;
    let clearing = move || shelf.with(|shelf| shelf.clearing);
    let ask = move |asked: bool| {
        change(shelf, |shelf| shelf.clearing = asked);
        let next = if asked { "clear-not" } else { "clear" };
        dom::after_paint(move || dom::focus(next));
    };
    view! {
        <p class="fine">{live(move || shelf.with(|shelf| shelf.room.clone()))}" All of it is in this browser, and goes nowhere."</p>
        <div class="passage">
            <button on:click=on(move |_| save_all(state))>"Download everything"</button>
            <button on:click=on(move |_| dom::click("#backup-file"))>"Bring a backup in"</button>
            <input
                id="backup-file" type="file" hidden aria-label="A backup" accept=".galley"
                on:change=on(move |event| bring_in(state, &event))
            />
            <button
                aria-pressed=live(move || unwanted().to_string()) disabled=live(move || !is_kept())
                on:click=on(move |_| set_wanted(state, shelf, untrack(unwanted)))
            >"Don’t keep this document"</button>
            <button id="clear" on:click=on(move |_| ask(true))>"Clear everything"</button>
        </div>
        <Show when=clearing>
            <div class="clearing" role="group" aria-labelledby="clear-asked">
                <p id="clear-asked">
                    "Clear everything Galley keeps here: all documents, your names, your settings? This cannot be undone. "
                    "Download everything first if you may want any of it."
                </p>
                <div class="passage">
                    <button id="clear-not" on:click=on(move |_| ask(false))>"Keep everything"</button>
                    <button on:click=on(move |_| clear(state))>"Clear everything Galley keeps here"</button>
                </div>
            </div>
        </Show>
    }
}

/// One file with every document and the reader's own names.
fn save_all(state: State) {
    spawn_local(async move {
        let Ok(list) = dom::list_documents().await else {
            return state.warn(
                "This browser’s storage does not answer, so there is nothing to download but what is shown.",
            );
        };
        let file = dom::Parts::default();
        file.push(&backup::beginning());
        let mut saved = 0;
        for (id, _) in list {
            if let Some(parts) = dom::parts_of(&id).await {
                file.push(&backup::record(&Record::Document { id, parts }));
                saved += 1;
            }
        }
        let names = state.names.get_untracked();
        if !names.is_empty() {
            file.push(&backup::record(&Record::Names(names.to_string())));
        }
        file.push(&backup::end());
        let day = dom::now().map(|now| now.date().to_string()).unwrap_or_default();
        match file.download(&["galley-backup-", &day, ".galley"].concat()) {
            Ok(()) => state.say(
                &[&count(saved, "document is", "documents are"), " in the file in your downloads."].concat(),
            ),
            Err(_) => state.warn("The browser did not allow the download."),
        }
    });
}

/// Adds the documents of a backup to those there are.
fn bring_in(state: State, event: &leptos::ev::Event) {
    let Some(file) = dom::file_of_input(event) else { return };
    spawn_local(async move {
        let Ok((_, bytes)) = dom::read_dropped(file, LARGEST).await else {
            return state.warn("The browser could not read that file. Nothing has changed.");
        };
        let records = match backup::read(&bytes) {
            Ok(records) => records,
            Err(trouble) => return state.warn(trouble.sentence()),
        };
        drop(bytes);
        let (mut added, mut here, mut trouble) = (0, 0, None);
        for record in records {
            match record {
                Record::Names(names) => add_names(state, &names),
                Record::Document { id, parts } => {
                    match dom::add_document(&id, &dom::new_id(), &parts).await {
                        Saved::Kept => added += 1,
                        Saved::Here => here += 1,
                        other => trouble = Some(other),
                    }
                }
            }
        }
        if added > 0 {
            dom::set_returning();
        }
        state.keeping.listed.update(|count| *count += 1);
        let mut told = [&count(added, "document", "documents"), " brought in."].concat();
        if here > 0 {
            told += &[" ", &count(here, "was here", "were here"), " already."].concat();
        }
        match trouble {
            None => state.say(&told),
            Some(Saved::Full) => state.warn(&[&told, " For the others there is no room left."].concat()),
            Some(_) => state.warn(&[&told, " The others this browser’s storage refused."].concat()),
        }
    });
}

/// Adds names that are not listed yet.
fn add_names(state: State, names: &str) {
    let mut text = state.names.get_untracked().to_string();
    for line in names.lines().filter(|line| !line.trim().is_empty()) {
        if !text.lines().any(|known| known == line) {
            let gap = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
            text = [&text, gap, line, "\n"].concat();
        }
    }
    let changed = OwnNames::parse(&state.names.get_untracked()).0 != OwnNames::parse(&text).0;
    if changed && dom::save_names(&text) {
        state.names.set(text.into());
        state.read_again();
    }
}

/// Nothing of Galley's stays, and the page is as at a first visit.
fn clear(state: State) {
    spawn_local(async move {
        // What is on its way must not come after.
        state.keeping.note(|given| given.unwanted = true);
        let saved = dom::clear_all().await;
        if saved != Saved::Kept {
            state.keeping.note(|given| given.unwanted = false);
            return state.warn("This browser did not let Galley clear what it keeps. Use the browser’s own settings for this site.");
        }
        dom::show_dialog("documents", false);
        state.past.set(Vec::new());
        state.future.set(Vec::new());
        state.names.set("".into());
        state.single_keys.set(true);
        state.followed.set(false);
        state.document.set(dom::new_id().into());
        sample::open(state);
        keep::keep(state);
        state.say("Everything Galley kept here is gone.");
    });
}

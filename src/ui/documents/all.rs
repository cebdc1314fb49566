//! What concerns all documents: one file with all of them, and clearing everything.

use super::super::desks::Desks;
use super::open::Open;
use crate::library::backup::{self, Record};
use crate::ui::dom::{self, Saved};
use crate::ui::names;
use crate::ui::sample;
use crate::ui::state::State;
use crate::view::ledger::count;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A library that no browser would keep.
const LARGEST: usize = 1_000_000_000;

/// One file with every document and the reader's own names and labels.
pub(super) async fn save_all(state: State) {
    let Ok(list) = dom::list_documents().await else {
        return state
            .warn("This browser’s storage does not answer. What is shown can be copied or downloaded.");
    };
    let file = dom::Parts::default();
    file.push(&backup::beginning());
    let mut saved = 0;
    for (id, _) in list {
        let parts = dom::parts_of(&id).await;
        if !parts.is_empty() {
            file.push(&backup::record(&Record::Document { id, parts }));
            saved += 1;
        }
    }
    file.push(&backup::record(&Record::Names(names::both(state))));
    file.push(&backup::end());
    let day = dom::today();
    match file.download(&["galley-backup-", &day, ".galley"].concat()) {
        Ok(()) => state.say(
            &[&count(saved, "document is", "documents are"), " in the file in your downloads."].concat(),
        ),
        Err(_) => state.warn("The browser did not allow the download."),
    }
}

/// Adds the documents of a backup to those there are.
pub(super) fn bring_in(open: Open, event: &leptos::ev::Event) {
    let Some(file) = dom::file_of_input(event) else { return };
    let state = open.state;
    spawn_local(async move {
        let Ok((_, bytes)) = dom::read_dropped(file, LARGEST).await else {
            return state.warn("The browser could not read that file. Nothing has changed.");
        };
        match backup::read(&bytes) {
            Ok(records) => add(state, records).await,
            Err(trouble) => state.warn(trouble.sentence()),
        }
    });
}

async fn add(state: State, records: Vec<Record>) {
    let (mut added, mut here, mut why) = (0, 0, "");
    for record in records {
        match record {
            Record::Names(lines) => names::add(state, &lines, true),
            Record::Document { id, parts } => match dom::add_document(&id, &dom::new_id(), &parts).await {
                Saved::Kept => added += 1,
                Saved::Here => here += 1,
                Saved::Full => why = " For the others there is no room left.",
                _ => why = " The others this browser’s storage refused.",
            },
        }
    }
    if added > 0 {
        dom::set_returning();
    }
    state.keeping.list_again();
    let already =
        if here > 0 { [" ", &count(here, "was", "were"), " here already."].concat() } else { String::new() };
    let told = [&count(added, "document", "documents"), " brought in.", &already, why].concat();
    if why.is_empty() { state.say(&told) } else { state.warn(&told) }
}

/// Nothing of Galley's stays, and the page is as at a first visit.
pub(super) async fn clear(open: Open) {
    let state = open.state;
    // What is on its way must not come after.
    state.keeping.note(|given| given.unwanted = true);
    if dom::clear_all().await != Saved::Kept {
        state.keeping.note(|given| given.unwanted = false);
        return state.warn("This browser did not let Galley clear what it keeps. Use the browser’s own settings for this site.");
    }
    open.change(|shelf| shelf.deleted.clear());
    dom::show_dialog("documents", false);
    state.desks.set_value(Desks::new());
    state.note_steps();
    state.names.set("".into());
    state.labels.set("".into());
    state.single_keys.set(true);
    state.document.set(dom::new_id().into());
    sample::open(state);
    state.say("Everything Galley kept here is gone.");
}

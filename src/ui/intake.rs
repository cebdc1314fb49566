//! How a text comes in: pasted anywhere, dropped, picked, or from the clipboard button.

use super::dom::{self, Drag, Pasted};
use super::new_text::{open, open_file, read_plain, read_rich};
use super::opening;
use super::state::State;
use crate::import::Refusal;
use leptos::task::spawn_local;

/// Takes pastes and drops anywhere on the page, but for words that go into a field. The page's own
/// words, dragged over it, are no new text.
pub fn listen(state: State) {
    dom::on_document("paste", move |event| {
        if !dom::is_in_word_field(&event) {
            event.prevent_default();
            take(state, dom::pasted(&event));
        }
    });
    dom::on_document("dragstart", |event| dom::own_drag(&event));
    dom::on_document("dragover", |event| {
        if dom::drag_of(&event) == Drag::New {
            event.prevent_default();
        }
    });
    dom::on_document("drop", move |event| match dom::drag_of(&event) {
        Drag::ForField => {}
        Drag::Own => event.prevent_default(),
        Drag::New => {
            event.prevent_default();
            take(state, dom::pasted(&event));
        }
    });
}

/// Takes the file a person picked.
pub fn take_picked(state: State, event: &leptos::ev::Event) {
    take(state, dom::files_of_input(event));
}

/// Takes what is on the clipboard, where the browser allows the page to ask.
pub fn take_clipboard(state: State) {
    spawn_local(async move {
        match dom::paste_from_clipboard().await {
            Some((html, text)) => take(state, Some(Pasted::Html(html, text))),
            None => state.warn(dom::with_keys_or_touch(
                "This browser does not let the page read the clipboard. Press Ctrl+V (⌘V on a Mac) instead.",
                "This browser does not let the page read the clipboard. Save the text as a file and open that.",
            )),
        }
    });
}

fn take(state: State, pasted: Option<Pasted>) {
    // What comes in lies under an open dialog, unseen.
    dom::close_dialogs();
    match pasted {
        Some(Pasted::Html(html, text)) => open(state, read_rich(&html, &text), ""),
        Some(Pasted::Plain(text)) if opening::is_for_programs(text.as_bytes()) => {
            opening::open(state, String::new(), text.into_bytes(), String::new());
        }
        Some(Pasted::Plain(text)) => open(state, read_plain(&text), ""),
        Some(Pasted::File(file, others)) => spawn_local(async move {
            match dom::read_dropped(file, opening::LARGEST).await {
                Ok((name, bytes)) => {
                    let more = first_of(&name, others);
                    match opening::is_for_programs(&bytes) {
                        true => opening::open(state, name, bytes, more),
                        false => open_file(state, &name, &bytes, &more),
                    }
                }
                Err(dom::ReadError::TooLarge) => open(state, Err(Refusal::TooLarge), ""),
                Err(dom::ReadError::Unreadable) => {
                    state.warn(
                        "The browser could not read that. A folder cannot be opened: drop a file of it.",
                    );
                }
            }
        }),
        None => {}
    }
}

/// Says that of several files the first is here.
fn first_of(name: &str, others: u32) -> String {
    if others == 0 {
        return String::new();
    }
    [" Of ", &(others + 1).to_string(), " files this is “", name, "”; drop the others one by one."].concat()
}

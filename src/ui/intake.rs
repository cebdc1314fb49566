//! How a text comes in: pasted anywhere, dropped, picked, or from the clipboard button.

use super::dom::{self, Drag, Pasted};
use super::opening;
use super::state::{Notice, State};
use crate::import::{Imported, Kind, LIMIT, Refusal, decode, fuller, kind_of_file, markdown, plain};
use crate::review::Carried;
use crate::view::ledger::count;
use leptos::prelude::*;
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

/// Opens a file of words.
pub(super) fn open_file(state: State, name: &str, bytes: &[u8], more: &str) {
    open(state, read_file(name, bytes), more);
}

/// Opens another program's file that was made into a page.
pub(super) fn open_page(state: State, page: &str, more: &str) {
    open(state, read_rich(page, ""), more);
}

/// Says that of several files the first is here.
fn first_of(name: &str, others: u32) -> String {
    if others == 0 {
        return String::new();
    }
    [" Of ", &(others + 1).to_string(), " files this is “", name, "”; drop the others one by one."].concat()
}

fn read_plain(text: &str) -> Result<Imported, Refusal> {
    if text.len() > LIMIT { Err(Refusal::TooLarge) } else { Ok(plain::read(text)) }
}

/// HTML keeps paragraphs and headings; where the plain text says more, that is taken.
fn read_rich(html: &str, text: &str) -> Result<Imported, Refusal> {
    if text.len() > LIMIT || html.len() > LIMIT * 2 {
        return Err(Refusal::TooLarge);
    }
    let rich = dom::read_html(html).filter(|rich| !rich.article.text.trim().is_empty());
    Ok(rich.map_or_else(|| plain::read(text), |rich| fuller(rich, text)))
}

fn read_file(name: &str, bytes: &[u8]) -> Result<Imported, Refusal> {
    let (text, letters) = decode(bytes)?;
    let imported = match kind_of_file(name, &text) {
        Kind::Plain => plain::read(&text),
        Kind::Markdown => markdown::read(&text),
        Kind::Html => dom::read_html(&text).ok_or(Refusal::Binary)?,
    };
    Ok(Imported { letters, ..imported })
}

/// Shows what was read; `more` is told beside the rest.
fn open(state: State, imported: Result<Imported, Refusal>, more: &str) {
    let imported = imported.and_then(|imported| {
        let blank = imported.article.text.trim().is_empty();
        if blank { Err(Refusal::Empty) } else { Ok(imported) }
    });
    match imported {
        Ok(imported) => {
            let mut text = [&greeting(&imported), more].concat();
            text += &told(state.open(imported.article, false));
            state.notice.set(Some(Notice { text, undo: true, alarm: false }));
            dom::stamp("galley-text");
        }
        Err(refusal) => state.warn(refusal.sentence()),
    }
}

fn greeting(imported: &Imported) -> String {
    let mut text = String::from("Your text is here.");
    for note in imported.notes() {
        text.push(' ');
        text.push_str(&note);
    }
    text
}

/// What is said of decisions about the draft before.
fn told(Carried { kept, lost }: Carried) -> String {
    let decisions = |number: usize| count(number, "decision", "decisions");
    match (kept, lost) {
        (0, 0) => String::new(),
        (0, _) => {
            [" Waiting, because their words are gone: ", &decisions(lost), "; c goes to them."].concat()
        }
        (_, 0) => [" Kept from the draft before: ", &decisions(kept), "."].concat(),
        _ => [
            " Kept from the draft before: ",
            &decisions(kept),
            "; waiting, because their words are gone: ",
            &lost.to_string(),
            ".",
        ]
        .concat(),
    }
}

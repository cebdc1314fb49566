//! The menu of formats: each can be copied or downloaded.

use super::dom;
use super::filters::FurnitureSwitch;
use super::small::*;
use super::state::State;
use crate::document::Document;
use crate::export::{FORMATS, Format, Wanted, marked};
use leptos::task::spawn_local;

/// One button that opens the table of formats.
#[component]
pub fn Menu(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    let lines = FORMATS.iter().map(|format| view! { <Line state format/> }).collect_view();
    let ready = move || state.current().is_some();
    let open = move |_| {
        read_style(state);
        dom::show_dialog("formats", true);
    };
    view! {
        <button aria-haspopup="dialog" disabled=live(move || !ready()) on:click=on(open)>
            "Copy or download"
        </button>
        <dialog id="formats" aria-labelledby="formats-title" class="sheet">
            <h2 id="formats-title">"Copy or download"</h2>
            <ul class="formats">{lines}<WithMarks state/></ul>
            <FurnitureSwitch state id="furniture-too"/>
            <p class="fine">"Marks of the page’s furniture are left out unless you want them. Files are made here, in your browser."</p>
            <form method="dialog"><button>"Close"</button></form>
        </dialog>
    }
}

#[component]
fn Line(
    /// The facts of the page.
    state: State,
    format: &'static Format,
) -> impl IntoView {
    let copy = move |_| {
        let Some(text) = whole(state, format) else { return };
        spawn_local(async move {
            dom::show_dialog("formats", false);
            let copied = dom::copy_text(&text).await;
            said(state, format.name, copied, "file");
        });
    };
    let download = move |_| {
        let Some(text) = whole(state, format) else { return };
        let name = [&file_name(state), ".", format.extension].concat();
        dom::show_dialog("formats", false);
        match dom::download(&name, format.mime, &text) {
            Ok(()) => state.say(&[&name, " is in your downloads."].concat()),
            Err(_) => state.warn("The browser did not allow the download. Copy the text instead."),
        }
    };
    view! {
        <li>
            <div><strong>{format.name}</strong><p>{format.about}</p></div>
            <button on:click=on(copy) aria-label=["Copy ", format.name].concat()>"Copy"</button>
            <button on:click=on(download) aria-label=["Download ", format.name].concat()>"Download"</button>
        </li>
    }
}

/// Says whether a copy was made, or what to download instead.
fn said(state: State, what: &str, copied: bool, instead: &str) {
    match copied {
        true => state.say(&[what, " is on the clipboard."].concat()),
        false => {
            state.warn(&["The browser did not allow copying. Download the ", instead, " instead."].concat())
        }
    }
}

/// Fetches the proof's style sheet, once; the browser has it already.
fn read_style(state: State) {
    if state.style.with_untracked(Option::is_none) {
        spawn_local(async move { state.style.set(dom::proof_style().await) });
    }
}

/// A file of this format; none where its style sheet is not there, which is said.
fn whole(state: State, format: &Format) -> Option<String> {
    if format.styled && state.style.with_untracked(Option::is_none) {
        read_style(state);
        state.warn("The proof’s style sheet could not be read yet. Try again.");
        return None;
    }
    written(state, |document, wanted| format.text(document, wanted))
}

/// What the screen shows, made now.
fn written<T>(state: State, write: impl Fn(&Document, &Wanted) -> T) -> Option<T> {
    let marked = state.current_now()?;
    let (filter, layers) = (state.filter.get_untracked(), state.visible.get_untracked());
    let style = state.style.get_untracked().unwrap_or_default();
    Some(write(&marked.document, &Wanted { filter, layers, made: dom::now(), style: &style }))
}

/// The article with its marks, for Word or a mail.
#[component]
fn WithMarks(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    let copy = move |_| {
        let Some((html, plain)) = written(state, marked::write) else { return };
        dom::show_dialog("formats", false);
        said(state, "The article with its marks", dom::copy_rich(html, plain), "HTML proof");
    };
    view! {
        <li>
            <div>
                <strong>"Article with marks"</strong>
                <p>"For Word, a mail or a document: marks as you see them, speakers and days in brackets. What you select in the proof and copy goes without marks."</p>
            </div>
            <button on:click=on(copy)>"Copy with marks"</button>
        </li>
    }
}

/// A file name from the headline: "port-strike-ends".
fn file_name(state: State) -> String {
    let Some(marked) = state.current_now() else { return "proof".into() };
    let words = marked.document.headline().unwrap_or_default();
    let letters = words.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect::<String>();
    let name = letters.split_whitespace().take(8).collect::<Vec<_>>().join("-").to_lowercase();
    if name.is_empty() { "proof".into() } else { name }
}

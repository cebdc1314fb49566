//! The menu of formats: what each is for and what it leaves out, to be copied or downloaded.

use super::dom;
use super::filters::FurnitureSwitch;
use super::formats::Told;
use super::share::{self, Link, ShareLink};
use super::small::*;
use super::state::State;
use crate::document::Document;
use crate::exchange::{Answer, Ask, Shown};
use crate::export::{Wanted, ledger, marked};
use crate::protocol::encode;
use crate::text::lower;
use crate::view::html::escape;

/// What stands in the list until the formats have come.
const LOADING: &str = "<p role=\"status\">The formats are being loaded.</p>";

/// The button that opens the menu.
#[component]
pub fn Menu(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    let ready = move || state.current().is_some();
    view! {
        <button aria-haspopup="dialog" disabled=live(move || !ready()) on:click=on(move |_| state.formats.show(None))>
            "Copy or download"
        </button>
    }
}

/// The menu, in a dialog.
#[component]
pub fn FormatsView(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    let (lines, link) = (RwSignal::new(LOADING.to_owned()), RwSignal::new(Link::default()));
    let open = state.formats.open;
    // What is left out follows what is wanted.
    always(move || {
        state.marked.track();
        if open.get() {
            list(state, lines, link);
        }
    });
    // The next time it may be about other marks.
    let forget = move || {
        lines.set(LOADING.into());
        link.set(Link::default());
    };
    let close = move |_| {
        open.set(false);
        forget();
    };
    let click = move |event: leptos::ev::MouseEvent| {
        if let Some(id) = dom::attribute_under(&event, "data-copy") {
            copy(state, id, &dom::attribute_under(&event, "aria-label").unwrap_or_default());
        } else if let Some(id) = dom::attribute_under(&event, "data-download") {
            download(state, id);
        } else if dom::attribute_under(&event, "data-again").is_some() {
            forget();
            list(state, lines, link);
        }
    };
    view! {
        <dialog id="formats" aria-labelledby="formats-title" class="sheet" on:close=on(close)>
            <h2 id="formats-title">"Copy or download"</h2>
            <p class="fine">"Files are made here, in your browser. Marks of the page’s furniture are left out unless you want them."</p>
            <FurnitureSwitch state id="furniture-too"/>
            <ShareLink state link/>
            <h3>"For people"</h3>
            <ul class="formats"><Rich state/></ul>
            <div inner_html=live(move || lines.get()) on:click=on(click)></div>
            <form method="dialog"><button>"Close"</button></form>
        </dialog>
    }
}

/// What the screen shows.
fn shown(state: State) -> Shown {
    Shown { filter: state.filter.get_untracked(), layers: state.visible.get_untracked() }
}

/// Asks which formats there are, what they would leave out, and then for a link.
fn list(state: State, lines: RwSignal<String>, link: RwSignal<Link>) {
    let Some(marked) = state.current_now() else { return };
    let then = move |answer: Told| match answer {
        Ok((Answer::Formats(list), _)) => {
            lines.set(list);
            share::make(state, link);
        }
        Ok(_) => {}
        Err(why) => {
            lines.set(refused(&why));
            link.set((None, "A link can be made once the formats are loaded.".into()));
        }
    };
    state.formats.ask(&Ask::Formats(&marked.document, shown(state)), &[], Box::new(then));
}

/// In place of the list: why there is none.
fn refused(why: &str) -> String {
    let mut out = String::from("<p role=\"alert\" class=\"troubles\">");
    escape(&mut out, why);
    out + "</p><button data-again>Try again</button>"
}

/// Asks for a file and does something with its ending, its media type and its bytes.
fn write(state: State, id: String, then: impl FnOnce(String, String, Vec<u8>) + 'static) {
    let Some(marked) = state.current_now() else { return };
    let then = move |answer: Told| match answer {
        Ok((Answer::File(extension, mime), bytes)) => then(extension, mime, bytes),
        Ok(_) => {}
        Err(why) => state.warn(&why),
    };
    let looks = state.desks.with_value(|desks| encode(&desks.now.looks()));
    state.formats.ask(&Ask::Write(id, &marked.document, shown(state)), &looks, Box::new(then));
}

/// Copies a format; its button is called "Copy Markdown".
fn copy(state: State, id: String, button: &str) {
    let name = button.strip_prefix("Copy ").unwrap_or_default().to_owned();
    let give = dom::copy_when_it_comes(move |copied| {
        dom::show_dialog("formats", false);
        said(state, &name, copied, "file");
    });
    write(state, id, move |_, _, bytes| give(&String::from_utf8_lossy(&bytes)));
}

fn download(state: State, id: String) {
    write(state, id, move |extension, mime, bytes| {
        let name = [&file_name(state), ".", &extension].concat();
        dom::show_dialog("formats", false);
        match dom::download(&name, &mime, &bytes) {
            Ok(()) => state.say(&[&name, " is in your downloads."].concat()),
            Err(_) => state.warn("The browser did not allow the download. Copy the text instead."),
        }
    });
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

/// What the screen shows, made now.
fn written<T>(state: State, write: impl Fn(&Document, &Wanted) -> T) -> Option<T> {
    let marked = state.current_now()?;
    let Shown { filter, layers } = shown(state);
    Some(write(&marked.document, &Wanted { filter, layers, made: None }))
}

/// What is copied as rich text: for Word, a mail, a sheet.
#[component]
fn Rich(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    let copy = move |event: leptos::ev::MouseEvent| {
        let table = dom::attribute_under(&event, "data-table").is_some();
        let Some((html, plain)) = written(state, if table { ledger::write } else { marked::write }) else {
            return;
        };
        dom::show_dialog("formats", false);
        let what = if table { "The ledger" } else { "The article with its marks" };
        said(state, what, dom::copy_rich(html, plain), "HTML proof");
    };
    view! {
        <li>
            <div>
                <strong>"Article with marks"</strong>
                <p>"For Word, a mail or a document: marks as you see them, speakers and days in brackets. What you select in the proof and copy goes without marks."</p>
            </div>
            <button on:click=on(copy)>"Copy with marks"</button>
        </li>
        <li>
            <div>
                <strong>"Ledger as a table"</strong>
                <p>"Who says what, who is named, which days: a line each, for a sheet or a document."</p>
            </div>
            <button data-table="" on:click=on(copy)>"Copy the ledger"</button>
        </li>
    }
}

/// A file name from the headline: "port-strike-ends".
fn file_name(state: State) -> String {
    let Some(marked) = state.current_now() else { return "proof".into() };
    let words = marked.document.headline().unwrap_or_default();
    let letters = words.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect::<String>();
    let name = lower(&letters.split_whitespace().take(8).collect::<Vec<_>>().join("-"));
    if name.is_empty() { "proof".into() } else { name }
}

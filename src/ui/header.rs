//! The head of the page: the name, the promise, and what can be done.

use super::dom;
use super::intake;
use super::menu::Menu;
use super::names;
use super::small::{Show, on};
use super::state::State;
use crate::import;
use leptos::prelude::*;

/// The promise over the page.
const PROMISE: &str = "Paste your draft: see who said what, and when, and which of it you still have to check, \
                       before anyone else sees a word.";

/// Name, promise, buttons.
#[component]
pub fn Header(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    let can_undo = move || state.past.with(|past| !past.is_empty());
    view! {
        <header>
            <div class="head">
            <a class="skip" href="#proof">"Skip to the proof"</a>
            <div class="title">
                <h1>"Galley"</h1>
                <p class="promise">{PROMISE}</p>
            </div>
            <div class="actions">
                <button class="main" on:click=on(move |_| intake::take_clipboard(state))>"Paste"</button>
                <button on:click=on(move |_| dom::click("#file"))>"Open a file"</button>
                <input
                    id="file" type="file" class="unseen" tabindex="-1" aria-label="A text file"
                    accept=import::accepted()
                    on:change=on(move |event| intake::take_picked(state, &event))
                />
                <Show when=can_undo>
                    <button on:click=on(move |_| state.undo(true))>"Undo"</button>
                </Show>
                <Menu state/>
                <button aria-haspopup="dialog" on:click=on(move |_| names::open(state))>"My names"</button>
                <button aria-label="Keys and help" on:click=on(move |_| dom::show_dialog("help", true))>"?"</button>
            </div>
            </div>
        <Show when=move || state.sheet.with(|sheet| sheet.sample)>
            <p class="invitation">
                <strong>"This is a sample. "</strong>
                "Paste your own article anywhere on this page (Ctrl+V or ⌘V), drop a .txt, .md or .html file, or open one. "
                "Nothing you paste leaves this page."
            </p>
        </Show>
        </header>
    }
}

//! The head of the page: the name, the promise, and what can be done.

use super::documents;
use super::dom;
use super::edit;
use super::follow::Followed;
use super::intake;
use super::labels;
use super::menu::Menu;
use super::names;
use super::small::*;
use super::state::State;
use crate::import;
use crate::view::checked::sentence;

/// The promise over the page.
const PROMISE: &str = "Paste your draft: see who said what, and when, and which of it you still have to check, \
                       before anyone else sees a word.";

/// Name, promise, buttons.
#[component]
pub fn Header(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    let can_undo = move || state.undoable.with(Option::is_some);
    let checked =
        move || state.marked.with(|marked| marked.as_ref().map(|marked| sentence(&marked.document)));
    view! {
        <header class:with-tools=live(move || state.tools.get())>
            <div class="head">
            <a class="skip" href="#proof">"Skip to the proof"</a>
            <div class="title">
                <h1>"Galley"</h1>
                <p class="promise">{PROMISE}</p>
            </div>
            // Only paper says it here: the page says of each mark how sure it is.
            <p class="printed">{live(move || checked().unwrap_or_default())}</p>
            <div class="tools">
            <button class="main" on:click=on(move |_| intake::take_clipboard(state))>"Paste"</button>
            <div class="modes" role="group" aria-label="Mode">
                <button aria-pressed=live(move || (!state.editing.get()).to_string()) on:click=on(move |_| edit::leave(state))>"Read"</button>
                <button aria-pressed=live(move || state.editing.get().to_string()) on:click=on(move |_| edit::enter(state, None))>"Edit"</button>
            </div>
            <Ways state/>
            <div class="actions" id="actions" on:click=on(move |_| state.tools.set(false))>
                <button on:click=on(move |_| dom::click("#file"))>"Open a file"</button>
                <input
                    id="file" type="file" hidden aria-label="A text file"
                    accept=import::accepted()
                    on:change=on(move |event| intake::take_picked(state, &event))
                />
                <Show when=can_undo>
                    <button on:click=on(move |_| state.undo(true))>"Undo"</button>
                </Show>
                <Menu state/>
                <button aria-haspopup="dialog" on:click=on(move |_| documents::open(state))>"Documents"</button>
                <button aria-haspopup="dialog" on:click=on(move |_| names::open(state))>"My names"</button>
                <button aria-haspopup="dialog" on:click=on(move |_| labels::open(state))>"My labels"</button>
                <button aria-label="Keys and help" on:click=on(move |_| dom::show_dialog("help", true))>"?"</button>
            </div>
            </div>
            </div>
        <Show when=move || state.sheet.with(|sheet| sheet.sample)>
            <p class="invitation">
                <strong>"This is a sample. "</strong>
                <span class="with-keys">
                    "Paste your own article anywhere on this page (Ctrl+V or ⌘V), drop a file of Word, a mail, a page or text, or open one. "
                    "Nothing you paste leaves this page."
                </span>
                <span class="by-touch">"Paste your own: it stays on this page."</span>
            </p>
        </Show>
        <Followed state/>
        </header>
    }
}

/// On a narrow screen: to the ledger and back to the text, and to everything else in the head of the page.
#[component]
fn Ways(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    let in_ledger = RwSignal::new(false);
    dom::on_window("scroll", move |_| {
        let now = dom::is_ledger_on_top();
        if now != in_ledger.get_untracked() {
            in_ledger.set(now);
        }
    });
    let mut from = 0.0;
    let go = move |_| {
        state.tools.set(false);
        if in_ledger.get_untracked() {
            dom::scroll_page(from);
            dom::focus_quietly("proof");
        } else {
            from = dom::scrolled();
            dom::focus("ledger");
            dom::show_ledger();
        }
    };
    view! {
        <div class="ways">
            <button on:click=on(go)>{live(move || if in_ledger.get() { "Text" } else { "Ledger" }.to_owned())}</button>
            <button
                aria-expanded=live(move || state.tools.get().to_string()) aria-controls="actions layers"
                on:click=on(move |_| state.tools.update(|open| *open = !*open))
            >"Menu"</button>
        </div>
    }
}

//! The draft as a field, and what stands below it.

use super::correct::correct;
use super::enter::leave;
use super::input;
use super::marks::{self, Paint};
use crate::ui::dom;
use crate::ui::find;
use crate::ui::small::*;
use crate::ui::state::State;

/// The draft as a field.
#[component]
pub fn Draft(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    dom::after_paint(move || input::listen(state));
    always(move || {
        state.visible.track();
        marks::paint(state, Paint::Marks);
    });
    view! {
        <div
            id="draft" class="proof draft" role="textbox" aria-multiline="true" aria-label="Draft" hidden=true
            contenteditable="plaintext-only" spellcheck="true" tabindex="0" aria-describedby="at-caret"
        ></div>
    }
}

/// What stands at the caret, what can be done with it, and how to leave; above it the search.
#[component]
pub fn Bar(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    view! {
        <Show when=move || state.editing.get()>
            <div class="editing">
                <find::Find state/>
                <div class="at-caret">
                    <span id="at-caret" role="status">{live(move || state.at_caret.get())}</span>
                    <button aria-keyshortcuts="Control+I" on:click=on(move |_| correct(state))>"Correct"</button>
                    <button aria-keyshortcuts="Control+F" on:click=on(move |_| find::open(state))>"Find"</button>
                    <button class="main" aria-keyshortcuts="Escape" on:click=on(move |_| leave(state))>"Done"</button>
                </div>
            </div>
        </Show>
    }
}

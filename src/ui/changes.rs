//! What has changed, by word: since the text came, or since the draft before it.

use super::dom;
use super::edit;
use super::small::*;
use super::state::State;
use crate::view::changed::html;

/// The changes in a dialog.
#[component]
pub fn Changes(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    let earlier = RwSignal::new(false);
    let list = move || {
        state.sheet.track();
        state.desks.with_value(|desks| {
            let before = desks.draft_before().filter(|_| earlier.get());
            html(before.unwrap_or(desks.now.pasted()), &desks.now.draft().article.text)
        })
    };
    let has_earlier = move || {
        state.sheet.track();
        state.desks.with_value(|desks| desks.draft_before().is_some())
    };
    let since = move |which: bool, name: &'static str| {
        view! {
            <button aria-pressed=live(move || (earlier.get() == which).to_string()) on:click=on(move |_| earlier.set(which))>{name}</button>
        }
    };
    view! {
        <dialog id="changes" class="sheet" aria-labelledby="changes-title">
            <h2 id="changes-title" tabindex="-1" autofocus="">"Changes"</h2>
            <Show when=has_earlier>
                <div class="order">{since(false, "Since it came")}{since(true, "Since the draft before")}</div>
            </Show>
            <div class="changes" inner_html=live(list)></div>
            <div class="actions">
                <button on:click=on(move |_| {
                    dom::show_dialog("changes", false);
                    edit::copy_changes(state);
                })>"Copy as a list"</button>
                <form method="dialog"><button>"Close"</button></form>
            </div>
        </dialog>
    }
}

//! What has changed, by word: since the text came, or since the draft before it.

use super::dom;
use super::edit;
use super::small::*;
use super::state::State;
use crate::checks::{Check, Finding};
use crate::view::MarkId;
use crate::view::changed::{decisions, html};

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
            let (before, after) = (desks.draft_before(), &desks.now.draft().article.text);
            let told = before.map(|draft| decisions(&draft.article.text, &draft.corrections, after));
            let text = before.filter(|_| earlier.get()).map(|draft| &*draft.article.text);
            told.unwrap_or_default() + &html(text.unwrap_or(desks.now.pasted()), after)
        })
    };
    let go = move |event: leptos::ev::MouseEvent| {
        let byte = dom::attribute_under(&event, "data-byte").and_then(|byte| byte.parse().ok());
        let words = dom::attribute_under(&event, "data-words");
        if let (Some(byte), Some(words)) = (byte, words) {
            go_to(state, byte, &words);
        }
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
            <div class="changes" inner_html=live(list) on:click=on(go)></div>
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

/// Goes to the words that a decision is about, or would be.
fn go_to(state: State, byte: usize, words: &str) {
    let Some(marked) = state.current_now() else { return };
    let waits =
        |one: &Finding| one.check == Check::Waiting && one.parts.first().is_some_and(|own| own == words);
    let waiting = marked.index.findings.iter().position(waits).map(|at| MarkId::Finding(at as u32));
    let mark = || marked.index.at_or_after(byte).map(|at| marked.index.marks[at].id);
    if let Some(id) = waiting.or_else(mark) {
        dom::show_dialog("changes", false);
        state.jump(id, true);
    }
}

//! The dateline's parts, and the choice of the day that relative dates are counted from.

use super::state::State;
use crate::article::{iso, read_day};
use crate::view::ledger::origin_parts;
use crate::view::origin::{choices, options, sentence};
use leptos::prelude::*;

/// The authors, what the dateline says, and what dates are counted from.
#[component]
pub fn Origin(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    let parts = move || state.marked.get().map(|marked| origin_parts(&marked.document)).unwrap_or_default();
    let lines = move || {
        parts().into_iter().map(|(label, value)| view! { <dt>{label}</dt><dd>{value}</dd> }).collect_view()
    };
    let said = move || state.marked.get().map(|marked| sentence(&marked.document));
    let open = move || {
        state.marked.with(|marked| marked.as_ref().is_some_and(|m| m.document.layers.anchor.is_none()))
    };
    let published = move || state.sheet.with(|sheet| sheet.article.published.map(iso));
    let publish = move |event: leptos::ev::Event| state.publish(read_day(&event_target_value(&event)));
    view! {
        <section aria-labelledby="ledger-dateline" class="origin">
            <h3 id="ledger-dateline">"Dateline"</h3>
            <dl>{lines}</dl>
            <p id="counted" class:open=open>{said}</p>
            <dl>
                <CountFrom state/>
                <dt><label for="published">"Published"</label></dt>
                <dd><input id="published" type="date" prop:value=move || published().unwrap_or_default() on:change=publish/></dd>
            </dl>
        </section>
    }
}

/// The days that dates could be counted from, where there are any.
#[component]
fn CountFrom(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    let choices =
        Memo::new(move |_| state.marked.get().map(|marked| choices(&marked.document)).unwrap_or_default());
    let choose = move |event: leptos::ev::Event| {
        let at: Option<usize> = event_target_value(&event).parse().ok();
        if let Some(choice) = at.and_then(|at| choices.with_untracked(|choices| choices.get(at).cloned())) {
            state.count_from(choice.count_from);
        }
    };
    view! {
        <Show when=move || choices.with(|choices| !choices.is_empty())>
            <dt><label for="count-from">"Count from"</label></dt>
            <dd>
                <select id="count-from" inner_html=move || choices.with(|choices| options(choices)) on:change=choose></select>
            </dd>
        </Show>
    }
}

//! The dateline's parts, and the choice of the day that relative dates are counted from.

use super::dom;
use super::small::*;
use super::state::{Notice, State};
use crate::document::article::CountFrom;
use crate::document::day::{iso, read_day};
use crate::view::MarkId;
use crate::view::dates::{self, Length};
use crate::view::ledger::origin_parts;
use crate::view::origin::{choices, chosen_day, day_of, is_open, is_origin, options, sentence};

/// The authors, what the dateline says, and what dates are counted from.
#[component]
pub fn Origin(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    let parts = move || state.marked.get().map(|marked| origin_parts(&marked.document)).unwrap_or_default();
    let lines = move || {
        let line =
            |(label, value): (_, String)| view! { <dt>{label}</dt><dd>{dom::in_words(label, &value)}</dd> };
        parts().into_iter().map(line).collect_view()
    };
    let said = move || state.marked.get().map(|marked| sentence(&marked.document)).unwrap_or_default();
    let open =
        move || state.marked.with(|marked| marked.as_ref().is_some_and(|marked| is_open(&marked.document)));
    let published = move || state.sheet.with(|sheet| sheet.article.published.map(iso));
    let publish = move |event: leptos::ev::Event| state.publish(read_day(&event_target_value(&event)));
    view! {
        <section aria-labelledby="ledger-dateline" class="origin">
            <h3 id="ledger-dateline">"Dateline"</h3>
            <dl>{part(lines)}</dl>
            <p id="counted" class:open=live(open)>{live(said)}</p>
            <dl>
                <Choose state/>
                <dt><label for="published">"Published"</label></dt>
                <dd><input id="published" type="date" disabled=live(move || state.followed.get()) prop:value=live(move || published().unwrap_or_default()) on:change=on(publish)/></dd>
            </dl>
        </section>
    }
}

/// The days that dates could be counted from, where there are any, and a field for any other.
#[component]
fn Choose(
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
    let named = move || state.marked.with(|marked| marked.as_ref().map(|m| chosen_day(&m.document)));
    let name = move |event: leptos::ev::Event| {
        let day = read_day(&event_target_value(&event));
        state.count_from(day.map_or(CountFrom::Best, CountFrom::Day));
    };
    view! {
        <Show when=move || choices.with(|choices| !choices.is_empty())>
            <dt><label for="count-from">"Count from"</label></dt>
            <dd>
                <select id="count-from" disabled=live(move || state.followed.get()) inner_html=live(move || choices.with(|choices| options(choices))) on:change=on(choose)></select>
            </dd>
        </Show>
        <dt><label for="any-day">"Any other day"</label></dt>
        <dd><input id="any-day" type="date" disabled=live(move || state.followed.get()) prop:value=live(move || named().unwrap_or_default()) on:change=on(name)/></dd>
    }
}

/// In the card of a date: all others can be counted from it.
#[component]
pub fn FromHere(
    /// The facts of the page.
    state: State,
    /// The mark of the card.
    id: MarkId,
) -> impl IntoView {
    let MarkId::Time(i) = id else { return None };
    let marked = state.current_now()?;
    let day = day_of(marked.document.layers.times.get(i as usize)?)?;
    let count = move |_| {
        state.count_from(CountFrom::Day(day));
        state.notice.set(Some(Notice {
            text: ["Dates are counted from ", &dates::day(day, Length::Full), "."].concat(),
            undo: true,
            alarm: false,
        }));
    };
    (!is_origin(&marked.document, day))
        .then(|| view! { <button class="ask" on:click=on(count)>"Count from this day"</button> })
}

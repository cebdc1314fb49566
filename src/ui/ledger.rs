//! The ledger beside the proof: everyone named, everything said, every day.

use super::dom;
use super::origin::Origin;
use super::quoted::Quoted;
use super::small::{Show, live, on};
use super::state::State;
use super::timeline::TimelineView;
use crate::view::findings;
use crate::view::ledger::{Row, Section, count, ledger};
use crate::view::{Layer, MarkId};
use leptos::prelude::*;
use std::sync::Arc;

/// Rows a section shows before it is asked for all.
const SHOWN: usize = 12;

/// The ledger with its filter.
#[component]
pub fn Ledger(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    let filter = RwSignal::new(String::new());
    let sections = Memo::new(move |_| {
        let marked = state.marked.get();
        let sections = marked.map(|marked| ledger(&marked.document, &marked.index)).unwrap_or_default();
        // Quotations have a list of their own.
        Arc::new(
            sections.into_iter().filter(|section| section.layer != Layer::Quotations).collect::<Vec<_>>(),
        )
    });
    let shown = move || {
        let sections = sections.get();
        // The timeline has every time already.
        (0..sections.len())
            .filter(|&at| sections[at].layer != Layer::Times)
            .map(|at| view! { <SectionView state filter sections=Arc::clone(&sections) at/> })
            .collect_view()
    };
    let quotations = move || {
        state
            .marked
            .with(|marked| marked.as_ref().is_some_and(|m| m.index.counts[Layer::Quotations as usize] > 0))
    };
    let nothing =
        move || sections.with(|sections| sections.is_empty()) && !quotations() && state.current().is_some();
    view! {
        <aside id="ledger" class="ledger" aria-label="Ledger" class:stale=live(move || state.current().is_none()) on:keydown=on(walk)>
            <h2 class="unseen">"Ledger"</h2>
            <input
                id="filter" type="search" placeholder="Find a name, a word, a day" aria-label="Find in the ledger"
                prop:value=filter on:input=on(move |event| filter.set(event_target_value(&event)))
            />
            <ToCheck state filter/>
            <Quoted state filter/>
            <Origin state/>
            <TimelineView state filter/>
            {shown}
            <Show when=nothing><p class="fine">"No name, quotation or date was found in this text."</p></Show>
        </aside>
    }
}

/// What should be looked at, or that there is nothing.
#[component]
fn ToCheck(
    /// The facts of the page.
    state: State,
    filter: RwSignal<String>,
) -> impl IntoView {
    let found = Memo::new(move |_| {
        let marked = state.current()?;
        Some(Arc::new(vec![findings::section(&marked.document, &marked.index)]))
    });
    move || {
        let sections = found.get()?;
        Some(if sections[0].rows.is_empty() {
            view! { <p class="fine clear">"To check: nothing was found."</p> }.into_any()
        } else {
            view! { <SectionView state filter sections at=0/> }.into_any()
        })
    }
}

#[component]
fn SectionView(
    /// The facts of the page.
    state: State,
    filter: RwSignal<String>,
    sections: Arc<Vec<Section>>,
    at: usize,
) -> impl IntoView {
    let all = RwSignal::new(false);
    let (title, total) = (sections[at].title, sections[at].rows.len());
    let id = ["ledger-", sections[at].layer.info().class].concat();
    let heading = id.clone();
    let found = Memo::new(move |_| {
        let wanted = filter.get().trim().to_lowercase();
        let rows = &sections[at].rows;
        rows.iter().filter(|row| row.holds(&wanted)).cloned().collect::<Vec<Row>>()
    });
    let rows = move || {
        let limit = if all.get() { usize::MAX } else { SHOWN };
        found.get().into_iter().take(limit).map(|row| view! { <RowView state row/> }).collect_view()
    };
    let hidden = move || found.with(Vec::len).saturating_sub(SHOWN);
    view! {
        <section aria-labelledby=heading hidden=live(move || found.with(Vec::is_empty))>
            <h3 id=id>{title}<span class="count">{total}</span></h3>
            <ul>{rows}</ul>
            <Show when=move || { hidden() > 0 && !all.get() }>
                <button class="more" on:click=on(move |_| all.set(true))>{live(move || count(hidden(), "more", "more"))}</button>
            </Show>
        </section>
    }
}

/// Keys in the ledger: the arrows walk from the filter down its lines and back, Enter in the filter goes
/// to the first place found.
fn walk(event: leptos::ev::KeyboardEvent) {
    const LINES: &str = "#ledger [data-go], #ledger .more";
    let in_filter = dom::has_focus_in("#filter");
    if !in_filter && !dom::has_focus_in("#ledger ul, #ledger .timeline, #ledger .more") {
        return;
    }
    match event.key().as_str() {
        "ArrowDown" => dom::walk(&["#filter, ", LINES].concat(), true),
        "ArrowUp" => dom::walk(&["#filter, ", LINES].concat(), false),
        "Enter" if in_filter => dom::click(LINES),
        _ => return,
    }
    event.prevent_default();
}

/// The first of the marks that a line leads to: by it a line is known again when it is drawn anew.
pub(super) fn way(marks: &[MarkId]) -> Option<String> {
    marks.first().map(|mark| mark.key())
}

/// Goes to the mark after the chosen one, or to the first.
pub(super) fn go_round(state: State, marks: &[MarkId]) {
    let chosen = state.chosen.get_untracked();
    let at = marks.iter().position(|&mark| Some(mark) == chosen).map_or(0, |at| (at + 1) % marks.len());
    if let Some(&mark) = marks.get(at) {
        state.jump(mark, true);
    }
}

/// A row goes to its first place in the text, then to the next, and round again.
#[component]
fn RowView(
    /// The facts of the page.
    state: State,
    row: Row,
) -> impl IntoView {
    let marks = row.marks.clone();
    let go = move |_| go_round(state, &marks);
    let places = row.marks.len();
    view! {
        <li>
            <button class="line" class:open=row.open data-go=way(&row.marks) on:click=on(go)>
                <span class="name" dir="auto">{row.title}</span>
                <span class="detail" dir="auto">{row.detail}</span>
                {(places > 1).then(|| view! { <span class="count">{places}</span> })}
            </button>
        </li>
    }
}

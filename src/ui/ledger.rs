//! The ledger beside the proof: everyone named, everything said, every day.

use super::dom;
use super::lines::{Search, go_round, way};
use super::origin::Origin;
use super::quoted::Quoted;
use super::small::*;
use super::state::State;
use super::timeline::TimelineView;
use crate::view::findings;
use crate::view::index::open_speakers;
use crate::view::ledger::{Row, Section, count, ledger};
use crate::view::{Layer, MarkId};
use std::sync::Arc;
use std::time::Duration;

/// Rows a section shows before it is asked for all.
const SHOWN: usize = 12;

/// "3 lines found", or that there is none.
fn said_of(search: Search, found: usize) -> String {
    match found {
        0 => ["Nothing in the ledger holds “", search.words.get().trim(), "”."].concat(),
        found => [&count(found, "line", "lines"), " found"].concat(),
    }
}

/// So long nobody has typed when the result of a search is told.
const PAUSE: Duration = Duration::from_millis(600);

/// Tells what was found once the typing pauses.
fn announce(state: State, search: Search) {
    always(move || {
        let words = search.words.get();
        let tell = move || {
            if !words.is_empty() && search.words.with_untracked(|now| *now == words) {
                let result = untrack(|| search.result().map(|found| said_of(search, found)));
                state.announce(&result.unwrap_or_default());
            }
        };
        set_timeout(tell, PAUSE);
    });
}

/// The ledger with its filter.
#[component]
pub fn Ledger(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    let search = Search::new();
    announce(state, search);
    let listed = state.listed(3);
    let sections = Memo::new(move |_| {
        let marked = listed.get();
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
            .map(|at| view! { <SectionView state search sections=Arc::clone(&sections) at/> })
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
        <aside id="ledger" class="ledger" tabindex="-1" aria-label="Ledger" class:stale=live(move || state.current().is_none()) on:keydown=on(walk)>
            <h2 class="unseen">"Ledger"</h2>
            <input
                id="filter" type="search" placeholder="Find a name, a word, a day" aria-label="Find in the ledger"
                prop:value=live(move || search.words.get()) on:input=on(move |event| search.words.set(event_target_value(&event)))
            />
            <Show when=move || search.result() == Some(0)><p class="fine">{live(move || said_of(search, 0))}</p></Show>
            <ToCheck state search/>
            <Quoted state search/>
            // The lines of a search come first.
            <div hidden=live(move || search.result().is_some())><Origin state/></div>
            <TimelineView state search/>
            {part(shown)}
            <Show when=nothing><p class="fine">"No name, quotation or date was found in this text."</p></Show>
        </aside>
    }
}

/// What should be looked at, or that there is nothing, and what is open besides.
#[component]
fn ToCheck(
    /// The facts of the page.
    state: State,
    search: Search,
) -> impl IntoView {
    let found = Memo::new(move |_| {
        let marked = state.current()?;
        let open = open_speakers(&marked.document, &marked.index);
        Some((Arc::new(vec![findings::section(&marked.document, &marked.index)]), open))
    });
    move || {
        let (sections, open) = found.get()?;
        let clear = sections[0].rows.is_empty();
        Some(view! {
            {clear.then(|| view! { <Nothing search open=open.len()/> })}
            {(!clear).then(|| view! { <SectionView state search sections at=0/> })}
            {(!open.is_empty()).then(|| view! { <OpenSpeakers state search open/> })}
        })
    }
}

/// That nothing was found to check.
#[component]
fn Nothing(search: Search, open: usize) -> impl IntoView {
    let said = if open == 0 { "To check: nothing was found." } else { "To check: nothing but who speaks." };
    view! { <p class="fine clear" hidden=live(move || search.result().is_some())>{said}</p> }
}

/// The quotations without a speaker, in one line that goes from one to the next.
#[component]
fn OpenSpeakers(
    /// The facts of the page.
    state: State,
    search: Search,
    open: Vec<MarkId>,
) -> impl IntoView {
    let said = [&count(open.len(), "quotation", "quotations"), " without a speaker"].concat();
    let way = way(&open);
    view! {
        <button
            class="line open" data-go=way aria-keyshortcuts="e" hidden=live(move || search.result().is_some())
            on:click=on(move |_| go_round(state, &open))
        >
            <span class="name">{said}</span>
            <kbd>"e"</kbd>
        </button>
    }
}

#[component]
fn SectionView(
    /// The facts of the page.
    state: State,
    search: Search,
    sections: Arc<Vec<Section>>,
    at: usize,
) -> impl IntoView {
    let all = RwSignal::new(false);
    let (title, total) = (sections[at].title, sections[at].rows.len());
    let id = ["ledger-", sections[at].layer.info().class].concat();
    let heading = id.clone();
    let found = Memo::new(move |_| {
        let wanted = search.wanted();
        let rows = &sections[at].rows;
        rows.iter().filter(|row| row.holds(&wanted)).cloned().collect::<Vec<Row>>()
    });
    search.count(title, move || found.with(Vec::len));
    let more = move |event: leptos::ev::MouseEvent| {
        dom::focus_rest_of_list(&event);
        all.set(true);
    };
    let rows = move || {
        let limit = if all.get() { usize::MAX } else { SHOWN };
        found.get().into_iter().take(limit).map(|row| view! { <RowView state row/> }).collect_view()
    };
    let hidden = move || found.with(Vec::len).saturating_sub(SHOWN);
    view! {
        <section aria-labelledby=heading hidden=live(move || found.with(Vec::is_empty))>
            <h3 id=id>{title}<span class="count">{total}</span></h3>
            <ul>{part(rows)}</ul>
            <Show when=move || { hidden() > 0 && !all.get() }>
                <button class="more" on:click=on(more)>{live(move || count(hidden(), "more", "more"))}</button>
            </Show>
        </section>
    }
}

/// Keys in the ledger: the arrows walk from the filter down its lines and back, Enter in the filter goes
/// to the first place found.
fn walk(event: leptos::ev::KeyboardEvent) {
    const LINES: &str = "#ledger [data-go]:not([hidden]), #ledger .more";
    let in_filter = dom::has_focus_in("#filter");
    if !in_filter && !dom::has_focus_in("#ledger ul, #ledger .timeline, #ledger .line, #ledger .more") {
        return;
    }
    let Some(key) = dom::key_of(&event) else { return };
    match key.name.as_str() {
        "ArrowDown" => dom::walk(&["#filter, ", LINES].concat(), true),
        "ArrowUp" => dom::walk(&["#filter, ", LINES].concat(), false),
        "Enter" if in_filter => dom::click(LINES),
        _ => return,
    }
    event.prevent_default();
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
            <button class=class_of("line open", row.open, "line") data-go=way(&row.marks) on:click=on(go)>
                <span class="name" dir="auto">{row.title}</span>
                <span class="detail" dir="auto">{row.detail}</span>
                {(places > 1).then(|| view! { <span class="count">{places}</span> })}
            </button>
        </li>
    }
}

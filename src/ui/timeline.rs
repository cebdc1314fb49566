//! The timeline in the ledger: the article's day, what came before, what comes after.

use super::dom;
use super::lines::Search;
use super::small::*;
use super::state::State;
use crate::view::MarkId;
use crate::view::timeline::{html, timeline};

/// Points shown before the timeline is asked for all.
const SHOWN: usize = 24;

/// The timeline of the text shown. It is drawn as one piece: each point says which mark it leads to.
#[component]
pub fn TimelineView(
    /// The facts of the page.
    state: State,
    /// What is looked for in the ledger.
    search: Search,
) -> impl IntoView {
    let all = RwSignal::new(false);
    let listed = state.listed(2);
    let whole = Memo::new(move |_| {
        let marked = listed.get();
        marked.map(|marked| timeline(&marked.document, &marked.index)).unwrap_or_default()
    });
    let drawn = Memo::new(move |_| {
        let wanted = search.wanted();
        let limit = if all.get() { usize::MAX } else { SHOWN };
        whole.with(|whole| html(&whole.holding(&wanted), limit))
    });
    // Every point of the drawing leads somewhere; the button for the rest is one of them.
    let shown = move || {
        drawn.with_untracked(|drawn| {
            drawn.matches("data-go=").count() - drawn.matches("data-go=\"all\"").count()
        })
    };
    search.count("timeline", move || whole.with(|whole| whole.holding(&search.wanted()).points()));
    let go = move |event: leptos::ev::MouseEvent| match dom::attribute_under(&event, "data-go") {
        Some(key) if key == "all" => {
            dom::focus_next_line("#ledger .timeline [data-go]", shown());
            all.set(true);
        }
        Some(key) => {
            if let Some(mark) = MarkId::from_key(&key) {
                state.jump(mark, true);
            }
        }
        None => {}
    };
    view! {
        <section
            aria-labelledby="ledger-timeline" class="timeline" hidden=live(move || drawn.with(String::is_empty))
            inner_html=live(move || drawn.get()) on:click=on(go)
        ></section>
    }
}

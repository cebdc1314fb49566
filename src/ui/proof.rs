//! The proof: the article, set and marked, and what a pointer does in it.

use super::dom;
use super::links;
use super::state::{Progress, State};
use crate::view::MarkId;
use leptos::prelude::*;
use std::time::Duration;

/// How long a pointer rests on a mark before its card shows, and how long the card outlasts it.
const REST: Duration = Duration::from_millis(220);

/// The article with its marks.
#[component]
pub fn Proof(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    Effect::new(move |_| {
        state.sheet.track();
        state.marked.track();
        state.visible.track();
        state.paint();
    });
    dom::on_scroll(move || state.paint_near());
    // A long text is not ready before all its words are there.
    let phase = move || match (state.progress.get(), state.current().is_some() && state.filled.get()) {
        (Progress::Failed, _) => "failed",
        (_, true) => "marked",
        (_, false) => "plain",
    };
    Effect::new(move |_| dom::choose(links::chosen(state).as_ref()));
    dom::on_window("resize", move |_| {
        state.paint_near();
        links::show(state);
    });
    let hover = RwSignal::new(None::<MarkId>);
    let over = move |event: leptos::ev::MouseEvent| rest_on(state, hover, dom::mark_under(&event));
    let click = move |event: leptos::ev::MouseEvent| match dom::mark_under(&event) {
        _ if dom::has_selection() => {}
        _ if ask_part(state, &event) => {}
        Some(id) => {
            state.choose(id, true);
            // On a phone the card comes up from below, over what was touched.
            if dom::is_narrow() {
                dom::after_paint(move || {
                    dom::show_mark(id);
                });
            }
        }
        None => state.close_card(),
    };
    let focus = move |event: leptos::ev::FocusEvent| {
        if let Some(id) = dom::mark_under(&event) {
            if dom::came_by_keyboard(&event) {
                state.choose(id, false);
            }
            dom::set_tab_stop(Some(id));
        }
    };
    view! {
        <article
            id="proof" class="proof" aria-label="Proof" tabindex="-1"
            class:with-furniture=move || state.filter.get().furniture
            data-state=phase data-revision=move || state.sheet.with(|sheet| sheet.revision)
            aria-busy=move || matches!(state.progress.get(), Progress::Working { .. }).then_some("true")
            on:mouseover=over on:mouseleave=move |_| rest_on(state, hover, None) on:click=click on:focusin=focus
        ></article>
    }
}

/// Opens the choice of parts where a paragraph's handle was clicked.
fn ask_part(state: State, event: &leptos::ev::MouseEvent) -> bool {
    let line = dom::line_under(event);
    line.inspect(|&line| super::parts::ask(state, line)).is_some()
}

/// Shows the card of the mark the pointer rests on, unless another is pinned.
fn rest_on(state: State, hover: RwSignal<Option<MarkId>>, id: Option<MarkId>) {
    if hover.get_untracked() == id {
        return;
    }
    hover.set(id);
    let act = move || {
        if state.pinned.get_untracked() || hover.get_untracked() != id {
            return;
        }
        match id {
            Some(id) => state.choose(id, false),
            None => state.card_open.set(dom::focused_mark().is_some() && state.card_open.get_untracked()),
        }
    };
    set_timeout(act, REST);
}

//! The proof: the article, set and marked, and what a pointer does in it.

use super::dom;
use super::fold;
use super::links;
use super::small::*;
use super::state::{Progress, State};
use crate::view::MarkId;
use std::time::Duration;

/// How long a pointer rests on a mark before its card shows, and how long the card outlasts it.
const REST: Duration = Duration::from_millis(220);

/// The article with its marks.
#[component]
pub fn Proof(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    always(move || {
        state.sheet.track();
        state.marked.track();
        state.visible.track();
        // A memo hears of changes only once it has been read, so it is read and not just tracked.
        state.folds.get();
        state.paint();
    });
    dom::on_scroll(move || state.paint_near());
    // A long text is not ready before all its words are there.
    let phase = move || match (state.progress.get(), state.current().is_some() && state.filled.get()) {
        (Progress::Failed, _) => "failed".to_owned(),
        (_, true) => "marked".to_owned(),
        (_, false) => "plain".to_owned(),
    };
    always(move || dom::choose(links::chosen(state).as_ref()));
    dom::on_window("resize", move |_| {
        state.paint_near();
        links::show(state);
        super::card::follow(state);
    });
    let hover = RwSignal::new(None::<MarkId>);
    // A pointer whose button is down selects words, and no card comes in between. Where the page moves under a pointer
    // that lies still, nobody points at anything.
    let over = move |event: leptos::ev::MouseEvent| {
        rest_on(state, hover, dom::mark_under(&event).filter(|_| event.buttons() == 0))
    };
    let press = move |_| {
        hover.set(None);
        dom::set_selecting(true);
    };
    let click = move |event: leptos::ev::MouseEvent| match dom::mark_under(&event) {
        _ if dom::has_selection() => {}
        _ if turn_fold(state, &event) || ask_part(state, &event) => {}
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
        dom::show_handle(&event, true);
    };
    view! {
        <article
            id="proof" class="proof" aria-label="Proof" tabindex="-1"
            class:with-furniture=live(move || state.filter.get().furniture)
            data-state=live(phase) data-revision=live(move || state.sheet.with(|sheet| sheet.revision.to_string()))
            aria-busy=live(move || matches!(state.progress.get(), Progress::Working { .. }).then_some("true"))
            on:mousemove=on(over) on:mouseleave=on(move |_| rest_on(state, hover, None)) on:click=on(click) on:focusin=on(focus)
            on:focusout=on(|event: leptos::ev::FocusEvent| dom::show_handle(&event, false)) on:pointerdown=on(press)
        ></article>
    }
}

/// Opens or closes the fold whose quiet line was clicked.
fn turn_fold(state: State, event: &leptos::ev::MouseEvent) -> bool {
    let first = dom::attribute_under(event, "data-fold").and_then(|first| first.parse().ok());
    first.inspect(|&first| fold::toggle(state, first)).is_some()
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
        if state.pinned.get_untracked() || hover.get_untracked() != id || dom::has_selection() {
            return;
        }
        match id {
            Some(id) => state.choose(id, false),
            None => state.card_open.set(dom::focused_mark().is_some() && state.card_open.get_untracked()),
        }
    };
    set_timeout(act, REST);
}

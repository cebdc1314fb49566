//! The proof: the article, set and marked. Long texts are drawn in parts, near the window first.

use super::dom;
use super::fold;
use super::links;
use super::sheet::Sheet;
use super::small::*;
use super::state::{Progress, State};
use crate::protocol::Revision;
use crate::view::MarkId;
use crate::view::blocks::Block;
use crate::view::folds::{Fold, fold_at};
use crate::view::html::{Drawing, Use, plain};
use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

/// How long a pointer rests on a mark before its card shows, and how long the card outlasts it.
const REST: Duration = Duration::from_millis(220);

/// The article with its marks.
#[component]
pub fn Proof(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    // A memo hears of changes only once it has been read, so it is read and not just tracked.
    let opened = Memo::new(move |_| state.sheet.with(|sheet| sheet.opened));
    let chunks = move || {
        opened.get();
        let sheet = state.sheet.get_untracked();
        dom::after_paint(move || dom::watch_chunks(move |chunk| state.draw(chunk)));
        (0..sheet.chunks.len())
            .map(|number| view! { <Chunk state sheet=Arc::clone(&sheet) number/> })
            .collect_view()
    };
    let phase = move || match (state.progress.get(), state.current().is_some()) {
        (Progress::Failed, _) => "failed".to_owned(),
        (_, true) => "marked".to_owned(),
        (_, false) => "plain".to_owned(),
    };
    always(move || dom::choose(links::chosen(state).as_ref()));
    dom::on_window("resize", move |_| {
        links::show(state);
        super::card::follow(state);
    });
    let hover = RwSignal::new(None::<MarkId>);
    // A pointer whose button is down selects words, and no card comes in between.
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
            on:mouseover=on(over) on:mouseleave=on(move |_| rest_on(state, hover, None)) on:click=on(click) on:focusin=on(focus)
            on:focusout=on(|event: leptos::ev::FocusEvent| dom::show_handle(&event, false)) on:pointerdown=on(press)
        >
            {part(chunks)}
        </article>
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

/// Some paragraphs of the proof. Far from the window they are plain words.
#[component]
fn Chunk(
    /// The facts of the page.
    state: State,
    sheet: Arc<Sheet>,
    number: usize,
) -> impl IntoView {
    let near =
        state.near.with_untracked(|near| near.get(number).cloned()).unwrap_or_else(|| ArcRwSignal::new(true));
    let (first, opened) = (sheet.chunks[number].start, sheet.opened);
    let height = {
        let sheet = Arc::clone(&sheet);
        move || state.folds.with(|folds| estimated_height(&sheet, number, folds))
    };
    // Once another text is shown this part of the old one stays as it is, until it goes.
    let html = Memo::new(move |last: Option<&String>| {
        let drawn = draw(state, opened, number, near.get());
        drawn.or_else(|| last.cloned()).unwrap_or_default()
    });
    always(move || {
        html.track();
        links::show(state);
        dom::set_tab_stop(state.chosen.get_untracked());
        if number == 0 && state.current_now().is_some() {
            dom::stamp("galley-marks");
        }
    });
    view! {
        <div
            class="chunk" data-chunk=number.to_string() data-first=first.to_string()
            style:contain-intrinsic-size=live(height) inner_html=live(move || html.get())
        ></div>
    }
}

/// A part of the text that `opened` first showed; none once another text is shown.
fn draw(state: State, opened: Revision, number: usize, near: bool) -> Option<String> {
    let sheet = state.sheet.get();
    let chunk = sheet.chunks.get(number).filter(|_| sheet.opened == opened)?;
    let folds = state.folds.get();
    let mut html = String::new();
    let marked =
        near.then(|| state.marked.get()).flatten().filter(|marked| marked.revision == sheet.revision);
    match marked {
        Some(marked) => {
            let (document, index) = (&marked.document, &marked.index);
            let (marks, findings, visible) = (&index.marks, &index.findings, state.visible.get());
            let drawing = Drawing { document, marks, findings, visible, purpose: Use::Screen };
            each(&sheet, chunk, &folds, &mut html, |html, block| drawing.block(html, block));
        }
        None => each(&sheet, chunk, &folds, &mut html, |html, block| plain(html, &sheet.article.text, block)),
    }
    Some(html)
}

/// Draws the paragraphs of a part that are not hidden, and the quiet lines of those that are.
fn each(
    sheet: &Sheet,
    chunk: &Range<usize>,
    folds: &[Fold],
    html: &mut String,
    draw: impl Fn(&mut String, Block),
) {
    let mut at = chunk.start;
    while at < chunk.end {
        let fold = fold_at(folds, at);
        let hidden = fold.filter(|fold| !fold.open).map_or(0, |fold| fold.blocks.end.min(chunk.end) - at);
        if let Some(fold) = fold {
            fold.line(html, at, hidden, sheet.blocks[at].range.start());
        }
        if hidden == 0 {
            draw(html, sheet.blocks[at]);
        }
        at += hidden.max(1);
    }
}

/// What the browser takes for a part's height until it has been in view.
fn estimated_height(sheet: &Sheet, number: usize, folds: &[Fold]) -> String {
    let shown = sheet.chunks[number].clone().filter(|&at| fold_at(folds, at).is_none_or(|fold| fold.open));
    let pixels: usize = shown.map(|at| (sheet.blocks[at].range.len() / 74 + 1) * 33 + 19).sum();
    ["auto ", &pixels.to_string(), "px"].concat()
}

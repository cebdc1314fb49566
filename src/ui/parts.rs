//! The choice of a paragraph's part: one key opens it, one chooses.

use super::dom;
use super::state::{Notice, State};
use crate::article::Part;
use crate::view::blocks::Block;
use crate::view::explain::shorten;
use crate::view::index::range_of;
use crate::view::parts::{Asked, asked, list, of_key};
use leptos::prelude::*;

/// Asks for the part of the line that begins at this byte.
pub fn ask(state: State, line: usize) {
    let block = state.sheet.with_untracked(|sheet| Some(sheet.blocks[sheet.block_at(line)?]));
    if block.is_some() && state.current_now().is_some() {
        state.close_card();
        state.asked_part.set(block);
        dom::show_dialog("parts", true);
        dom::after_paint(|| dom::focus("part-now"));
    }
}

/// Asks for the part of the line with the focus: its own, or its mark's, or else the first in view.
pub fn ask_here(state: State) {
    if let Some(line) = line_here(state) {
        ask(state, line);
    }
}

/// Makes the paragraph with the focus, or around the chosen mark, page furniture, or article where Galley
/// takes it for furniture; a part that was chosen goes back to what Galley reads, so that a second time
/// undoes the first.
pub fn toggle_furniture(state: State) {
    let marked = state.current_now();
    let (Some(line), Some(marked)) = (focused_here(state), marked) else {
        return state.say("Go to a paragraph first (. and ,): f makes it page furniture, or article again.");
    };
    let sheet = state.sheet.get_untracked();
    let Some(block) = sheet.block_at(line).map(|at| sheet.blocks[at]) else { return };
    let asked = asked(&marked.document, block);
    let (part, text) = match (asked.chosen, asked.part) {
        (true, _) => (None, "This paragraph is again what Galley takes it for."),
        (false, Part::Furniture) => (Some(Part::Body), "This paragraph is of the article."),
        (false, _) => (Some(Part::Furniture), "This paragraph is page furniture."),
    };
    state.close_card();
    state.set_part(asked.range, part);
    state.notice.set(Some(Notice { text: text.into(), undo: true, alarm: false }));
    dom::after_paint(move || dom::focus_line(block.range.start()));
}

/// Moves the focus to the line after or before.
pub fn step(state: State, forward: bool) {
    let Some(line) = line_here(state) else { return };
    let sheet = state.sheet.get_untracked();
    let at = sheet.block_at(line);
    // The first step stops at the line itself, unless it has the focus already.
    let next = at.and_then(|at| match (dom::focused_line().is_some(), forward) {
        (false, _) => Some(at),
        (true, true) => Some(at + 1),
        (true, false) => at.checked_sub(1),
    });
    let Some(start) = next.and_then(|next| Some(sheet.blocks.get(next)?.range.start())) else { return };
    let Some(chunk) = sheet.chunk_at(start) else { return };
    state.close_card();
    state.draw(chunk);
    dom::scroll_to_chunk(chunk);
    dom::after_paint(move || dom::focus_line(start));
}

/// The line with the focus: its own, or its mark's.
fn focused_here(state: State) -> Option<usize> {
    let of_mark = || {
        let marked = state.current_now()?;
        range_of(&marked.document, dom::focused_mark()?).map(|range| range.start())
    };
    dom::focused_line().or_else(of_mark)
}

fn line_here(state: State) -> Option<usize> {
    let in_view = || {
        let paragraph = state.block_in_view()?;
        state.sheet.with_untracked(|sheet| Some(sheet.blocks.get(paragraph)?.range.start()))
    };
    focused_here(state).or_else(in_view)
}

/// The dialog with all parts.
#[component]
pub fn Parts(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    let now = Memo::new(move |_| {
        let block = state.asked_part.get()?;
        Some((block, asked(&state.current()?.document, block)))
    });
    let press = move |event: leptos::ev::KeyboardEvent| {
        if event.ctrl_key() || event.meta_key() || event.alt_key() {
            return;
        }
        let key = event.key();
        let back = key == "Backspace" || key == "Delete";
        if let Some(part) = of_key(&key).map(Some).or(back.then_some(None)) {
            event.prevent_default();
            choose(state, now, part);
        }
    };
    let words = move || {
        let (block, _) = now.get()?;
        let line = block.range.start()..block.range.end();
        state.sheet.with(|sheet| Some(shorten(sheet.article.text.get(line)?, 90)))
    };
    let why = move || now.get().map(|(_, asked)| asked.why);
    let own = move || now.get().is_some_and(|(_, asked)| asked.chosen);
    let list = move || now.get().map(|(_, asked)| list(asked.part)).unwrap_or_default();
    let click = move |event: leptos::ev::MouseEvent| {
        if let Some(part) = dom::attribute_under(&event, "data-key").and_then(|key| of_key(&key)) {
            choose(state, now, Some(part));
        }
    };
    view! {
        <dialog id="parts" aria-labelledby="parts-title" class="sheet" on:keydown=press>
            <h2 id="parts-title">"What is this paragraph?"</h2>
            <p class="quoted" dir="auto">{words}</p>
            <div class="parts" role="group" aria-label="Parts" inner_html=list on:click=click></div>
            <p class="fine">{why}</p>
            <form method="dialog">
                <Show when=own>
                    <button type="button" on:click=move |_| choose(state, now, None)>"Leave it to Galley (Backspace)"</button>
                </Show>
                <button>"Close"</button>
            </form>
        </dialog>
    }
}

/// Closes the dialog, and changes the part where it is another.
fn choose(state: State, now: Memo<Option<(Block, Asked)>>, part: Option<Part>) {
    let Some((block, asked)) = now.get_untracked() else { return };
    dom::show_dialog("parts", false);
    if part != Some(asked.part) && (part.is_some() || asked.chosen) {
        state.set_part(asked.range, part);
    }
    let line = block.range.start();
    dom::after_paint(move || dom::focus_line(line));
}

//! The choice of a paragraph's part: one key opens it, one chooses.

use super::dom::{self, Key};
use super::fold;
use super::small::*;
use super::state::{Notice, State};
use crate::document::article::ChosenPart;
use crate::document::part::Part;
use crate::text::TextRange;
use crate::view::MarkId;
use crate::view::blocks::Block;
use crate::view::explain::shorten;
use crate::view::index::{part_at, range_of};
use crate::view::ledger::count;
use crate::view::parts::{Asked, asked, list, name, of_key, passage};
use std::ops::Range;

/// Asks for the part of the line that begins at this byte; one that is hidden is shown first.
pub fn ask(state: State, line: usize) {
    let at = state.sheet.with_untracked(|sheet| sheet.block_at(line));
    if at.is_some_and(|at| fold::hidden_at(state, at).is_some()) {
        at.into_iter().for_each(|at| fold::open_at(state, at));
        return dom::after_paint(move || dom::focus_line(line));
    }
    let block = at.map(|at| state.sheet.with_untracked(|sheet| sheet.blocks[at]));
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
/// undoes the first. Lines that are hidden together are taken in together.
pub fn toggle_furniture(state: State) {
    let Some((at, asked)) = asked_here(state) else { return };
    let (part, text) = match (asked.chosen, asked.part) {
        (true, _) => (None, "This paragraph is again what Galley takes it for."),
        (false, Part::Furniture) => (Some(Part::Body), "This paragraph is of the article."),
        (false, _) => (Some(Part::Furniture), "This paragraph is page furniture."),
    };
    let parts = part.map(|part| ChosenPart { range: asked.range, part });
    match fold::hidden_at(state, at) {
        Some(hidden) => take_in(state, hidden),
        None => change(state, at, asked.range, parts.into_iter().collect(), text),
    }
}

fn take_in(state: State, hidden: Range<usize>) {
    let lines = state
        .sheet
        .with_untracked(|sheet| sheet.blocks[hidden.start].range.cover(sheet.blocks[hidden.end - 1].range));
    let text = [count(hidden.len(), "line is", "lines are").as_str(), " of the article now."].concat();
    change(state, hidden.start, lines, passage_of(state, lines, false), &text);
}

/// The same as [`toggle_furniture`], for all paragraphs from this one to the end.
pub fn toggle_to_end(state: State) {
    let Some((at, asked)) = asked_here(state) else { return };
    let rest = from_here(state, &asked);
    let (parts, text) = match (asked.chosen, asked.part) {
        (true, _) => (Vec::new(), "From here to the end everything is again what Galley takes it for."),
        (false, Part::Furniture) => (passage_of(state, rest, false), ALL_IN),
        (false, _) => (passage_of(state, rest, true), ALL_OUT),
    };
    change(state, at, rest, parts, text);
}

const ALL_IN: &str = "Everything from here to the end is of the article.";
const ALL_OUT: &str = "Everything from here to the end is page furniture.";

/// The paragraph with the focus, or around the chosen mark, and how its part came about.
fn asked_here(state: State) -> Option<(usize, Asked)> {
    let (line, marked) = (focused_here(state), state.current_now());
    let (Some(line), Some(marked)) = (line, marked) else {
        state.say("Go to a paragraph first (. and ,): f makes it page furniture, or article again.");
        return None;
    };
    let sheet = state.sheet.get_untracked();
    let at = sheet.block_at(line)?;
    Some((at, asked(&marked.document, sheet.blocks[at])))
}

fn from_here(state: State, asked: &Asked) -> TextRange {
    state.sheet.with_untracked(|sheet| TextRange::new(asked.range.start(), sheet.article.text.len()))
}

fn passage_of(state: State, range: TextRange, leave_out: bool) -> Vec<ChosenPart> {
    state.current_now().map_or(Vec::new(), |marked| passage(&marked.document, range, leave_out))
}

/// Changes parts, says so, and keeps the paragraph at hand in view, even where it is now left out.
fn change(state: State, at: usize, range: TextRange, parts: Vec<ChosenPart>, text: &str) {
    state.close_card();
    let sheet = state.sheet.get_untracked();
    fold::set_open(state, at..at + 1, true);
    if state.set_parts(range, parts) {
        state.notice.set(Some(Notice { text: text.into(), undo: true, alarm: false }));
    }
    let line = sheet.blocks[at].range.start();
    dom::after_paint(move || dom::focus_line(line));
}

/// In a card: the way to the part of the paragraph that the mark stands in, for who has no keys.
#[component]
pub fn PartOf(
    /// The facts of the page.
    state: State,
    /// The mark of the card.
    id: MarkId,
) -> impl IntoView {
    let marked = state.current_now()?;
    let at = marked.index.range_of(&marked.document, id)?.start();
    let part = name(part_at(&marked.document, at));
    Some(view! {
        <button class="ask" aria-haspopup="dialog" aria-keyshortcuts="b" on:click=on(move |_| ask(state, at))>
            "Paragraph: "{part}<kbd>"b"</kbd>
        </button>
    })
}

/// Moves the focus to the line after or before.
pub fn step(state: State, forward: bool) {
    let Some(line) = line_here(state) else { return };
    let sheet = state.sheet.get_untracked();
    let at = sheet.block_at(line);
    let here = at.map(|at| fold::hidden_at(state, at).unwrap_or(at..at + 1));
    // The first step stops at the line itself, unless it has the focus already. Hidden lines are one step.
    let next = here.and_then(|here| match (dom::focused_line().is_some(), forward) {
        (false, _) => Some(here.start),
        (true, true) => Some(here.end),
        (true, false) => here.start.checked_sub(1),
    });
    // From the line over opened paragraphs the step goes to the first of them.
    let opened = dom::focused_fold().filter(|&first| fold::hidden_at(state, first).is_none());
    let next = opened.map_or(next, |first| if forward { Some(first) } else { first.checked_sub(1) });
    let next = next.map(|next| fold::hidden_at(state, next).map_or(next, |hidden| hidden.start));
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
        let Some(Key { name, command: false, alt: false, .. }) = dom::key_of(&event) else { return };
        if name == "F" {
            event.prevent_default();
            return choose_passage(state, now, true);
        }
        let back = name == "Backspace" || name == "Delete";
        if let Some(part) = of_key(&name).map(Some).or(back.then_some(None)) {
            event.prevent_default();
            choose(state, now, part);
        }
    };
    let words = move || {
        let (block, _) = now.get()?;
        let line = block.range.start()..block.range.end();
        state.sheet.with(|sheet| Some(shorten(sheet.article.text.get(line)?, 90)))
    };
    let why = move || now.get().map(|(_, asked)| asked.why).unwrap_or_default();
    let own = move || now.get().is_some_and(|(_, asked)| asked.chosen);
    let leave_or_take = move || {
        if now.get().is_some_and(|(_, asked)| asked.part == Part::Furniture) {
            "Take in".to_owned()
        } else {
            "Leave out".to_owned()
        }
    };
    let list = move || now.get().map(|(_, asked)| list(asked.part)).unwrap_or_default();
    let click = move |event: leptos::ev::MouseEvent| {
        if let Some(part) = dom::attribute_under(&event, "data-key").and_then(|key| of_key(&key)) {
            choose(state, now, Some(part));
        }
    };
    view! {
        <dialog id="parts" aria-labelledby="parts-title" class="sheet" on:keydown=on(press)>
            <h2 id="parts-title">"What is this paragraph?"</h2>
            <p class="quoted" dir="auto">{live(move || words().unwrap_or_default())}</p>
            <div class="parts" role="group" aria-label="Parts" inner_html=live(list) on:click=on(click)></div>
            <p class="fine">{live(why)}</p>
            <div class="passage" role="group" aria-label="Several paragraphs at once">
                <button type="button" on:click=on(move |_| choose_passage(state, now, true))>
                    {live(leave_or_take)}" from here to the end "<kbd>"Shift+F"</kbd>
                </button>
                <button type="button" on:click=on(move |_| choose_passage(state, now, false))>
                    {live(leave_or_take)}" everything above"
                </button>
            </div>
            <form method="dialog">
                <Show when=own>
                    <button type="button" on:click=on(move |_| choose(state, now, None))>"Leave it to Galley"<span class="with-keys">" (Backspace)"</span></button>
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
        let at = state.sheet.with_untracked(|sheet| sheet.block_at(block.range.start()));
        at.into_iter().for_each(|at| fold::set_open(state, at..at + 1, true));
        state.set_part(asked.range, part);
    }
    let line = block.range.start();
    dom::after_paint(move || dom::focus_line(line));
}

/// Closes the dialog, and leaves out or takes in everything from the paragraph on, or everything above it.
fn choose_passage(state: State, now: Memo<Option<(Block, Asked)>>, to_end: bool) {
    let Some((block, asked)) = now.get_untracked() else { return };
    dom::show_dialog("parts", false);
    let Some(at) = state.sheet.with_untracked(|sheet| sheet.block_at(block.range.start())) else { return };
    let leave_out = asked.part != Part::Furniture;
    let (range, text) = match (to_end, leave_out) {
        (true, true) => (from_here(state, &asked), ALL_OUT),
        (true, false) => (from_here(state, &asked), ALL_IN),
        (false, true) => (TextRange::new(0, asked.range.start()), "Everything above is page furniture."),
        (false, false) => (TextRange::new(0, asked.range.start()), "Everything above is of the article."),
    };
    change(state, at, range, passage_of(state, range, leave_out), text);
}

//! Every single key of the page, in one table: the keyboard obeys it and the help shows it.

use super::correct;
use super::decide;
use super::documents;
use super::dom;
use super::edges;
use super::edit;
use super::labels;
use super::names;
use super::parts;
use super::speaker;
use super::state::State;
use crate::view::MarkId;
use crate::view::extent::Edge;
use leptos::prelude::*;

/// A key and what it does.
pub struct Binding {
    /// The key as the browser names it.
    pub key: &'static str,
    /// How the help writes it.
    pub shown: &'static str,
    /// What it does, for the help.
    pub about: &'static str,
    /// Does it.
    pub act: fn(State),
}

/// Single keys. The letters of the layers come on top: `p` goes to the next person, `P` back.
pub const KEYS: &[Binding] = &[
    Binding { key: "j", shown: "j", about: "Next mark", act: |state| state.step(true, None) },
    Binding { key: "k", shown: "k", about: "Mark before", act: |state| state.step(false, None) },
    Binding { key: "]", shown: "]", about: "Next mention of the same", act: |state| turn(state, true) },
    Binding { key: "[", shown: "[", about: "Mention before of the same", act: |state| turn(state, false) },
    Binding {
        key: "s",
        shown: "s",
        about: "Who says this quotation? 1–9 choose, 0 leaves it open, Backspace goes back to Galley’s reading",
        act: speaker::ask,
    },
    Binding {
        key: "i",
        shown: "i",
        about: "What is it? Correct the mark, or mark the words that are selected; comment on them",
        act: correct::open,
    },
    Binding {
        key: "Delete",
        shown: "Delete",
        about: "It is no name, quotation, date or amount: take the mark away",
        act: decide::unmark,
    },
    Binding {
        key: "(",
        shown: "(",
        about: "The mark begins a word earlier",
        act: |state| edges::step(state, Edge::Start, true),
    },
    Binding {
        key: ">",
        shown: ">",
        about: "The mark begins a word later",
        act: |state| edges::step(state, Edge::Start, false),
    },
    Binding {
        key: ")",
        shown: ")",
        about: "The mark ends a word later",
        act: |state| edges::step(state, Edge::End, true),
    },
    Binding {
        key: "<",
        shown: "<",
        about: "The mark ends a word earlier",
        act: |state| edges::step(state, Edge::End, false),
    },
    Binding {
        key: "e",
        shown: "e",
        about: "Next quotation without a speaker; with Shift the one before",
        act: |state| state.step_open(true),
    },
    Binding { key: "E", shown: "", about: "", act: |state| state.step_open(false) },
    Binding {
        key: "Enter",
        shown: "Enter, Space",
        about: "Into the card of the mark; without one, edit the text",
        act: open_card,
    },
    Binding {
        key: "F2",
        shown: "F2",
        about: "Edit the text here; Esc goes back to reading",
        act: |state| edit::enter(state, None),
    },
    Binding {
        key: "y",
        shown: "y",
        about: "Copy the clean text: the article without marks and without the page’s furniture",
        act: edit::copy_clean,
    },
    Binding {
        key: "Y",
        shown: "Shift+Y",
        about: "Copy what has changed since the text came, as a list",
        act: edit::copy_changes,
    },
    Binding {
        key: "Escape",
        shown: "Esc",
        about: "Close the card; from the ledger back to the proof",
        act: escape,
    },
    Binding {
        key: "/",
        shown: "/",
        about: "To the ledger: find a name, a word, a day",
        act: |_| dom::focus("filter"),
    },
    Binding {
        key: "b",
        shown: "b",
        about: "Choose the part of this paragraph: article, caption, page furniture …",
        act: parts::ask_here,
    },
    Binding {
        key: "f",
        shown: "f",
        about: "This paragraph is page furniture, or is none; f again: it is what Galley takes it for",
        act: parts::toggle_furniture,
    },
    Binding {
        key: "F",
        shown: "Shift+F",
        about: "The same from this paragraph to the end",
        act: parts::toggle_to_end,
    },
    Binding { key: ".", shown: ".", about: "To the next paragraph", act: |state| parts::step(state, true) },
    Binding {
        key: ",",
        shown: ",",
        about: "To the paragraph before",
        act: |state| parts::step(state, false),
    },
    Binding { key: "m", shown: "m", about: "My names: a list that always wins", act: names::open },
    Binding {
        key: "M",
        shown: "Shift+M",
        about: "My labels: name, letter and colour of your own; with i any words get one",
        act: labels::open,
    },
    Binding { key: "h", shown: "h", about: "Documents: all that is kept here", act: documents::open },
    Binding { key: "x", shown: "x", about: "Hide or show all layers", act: toggle_all },
    Binding { key: "u", shown: "u", about: "Undo: a paste, a choice, a day", act: |state| state.undo(true) },
    Binding { key: "?", shown: "?", about: "This list", act: |_| dom::show_dialog("help", true) },
];

/// On a mark its card opens; elsewhere editing begins.
fn open_card(state: State) {
    match dom::focused_mark() {
        Some(id) => {
            state.choose(id, true);
            dom::after_paint(dom::focus_card);
        }
        None => edit::enter(state, None),
    }
}

fn escape(state: State) {
    if state.editing.get_untracked() {
        return edit::leave(state);
    }
    if state.tools.get_untracked() {
        return state.tools.set(false);
    }
    let in_ledger = dom::has_focus_in("#ledger");
    let Some(id) = state.chosen.get_untracked() else { return dom::focus("proof") };
    if state.card_open.get_untracked() && !in_ledger {
        dom::hide_card_focus(id);
        state.close_card();
    } else {
        dom::show_mark(id);
        dom::focus_mark(id);
    }
}

fn turn(state: State, forward: bool) {
    let Some((chosen, others)) = untrack(|| kin(state)) else { return };
    let count = others.len();
    let Some(at) = others.iter().position(|&id| id == chosen) else { return };
    state.jump(others[(at + if forward { 1 } else { count - 1 }) % count], state.pinned.get_untracked());
}

fn kin(state: State) -> Option<(MarkId, Vec<MarkId>)> {
    let id = state.chosen.get()?;
    let marked = state.current()?;
    Some((id, crate::view::card::card(&marked.document, &marked.index, id)?.others))
}

fn toggle_all(state: State) {
    use crate::view::LayerSet;
    state.visible.update(|visible| *visible = if visible.0 == 0 { LayerSet::USUAL } else { LayerSet(0) });
}

//! The keyboard: what a key says, by the table of keys.

use super::bindings::KEYS;
use super::dom::{self, Key};
use super::speaker;
use super::state::State;
use crate::text::{lower, upper};
use crate::view::LAYERS;
use leptos::prelude::*;

/// Listens for keys everywhere but in fields.
pub fn listen(state: State) {
    dom::on_document("keydown", move |event| {
        let Some(key) = dom::key_of(&event) else { return };
        if dom::is_dialog_open() || (dom::is_fields_key(&event, &key) && key.name != "Escape") {
            return;
        }
        // A button is pressed by both, and Space turns the page.
        let on_button = dom::mark_under(&event).is_none()
            && (key.name == " " || (key.name == "Enter" && dom::is_on_button(&event)));
        if !on_button && obey(state, &key) {
            event.prevent_default();
        }
    });
}

/// Does what a key says; false where it says nothing to the page.
fn obey(state: State, key: &Key) -> bool {
    if key.alt {
        return false;
    }
    if key.command {
        return command(state, key);
    }
    if state.choosing.get_untracked() && !dom::has_focus_in("#ledger") && speaker::obey(state, key) {
        return true;
    }
    let plain = matches!(key.name.as_str(), "Enter" | " " | "Escape" | "F2");
    if !plain && !state.single_keys.get_untracked() {
        return false;
    }
    act(state, &key.name, key.shift)
        || key.letter.as_ref().is_some_and(|letter| act(state, letter, key.shift))
}

/// Does what a key of this name does; false where it does nothing.
fn act(state: State, name: &str, shift: bool) -> bool {
    if let Some(binding) = KEYS.iter().find(|binding| binding.key == name.replace(' ', "Enter")) {
        (binding.act)(state);
        return name != "Escape";
    }
    let letter = upper(name);
    let Some(info) = LAYERS.iter().find(|info| info.letter == letter) else { return false };
    state.step(!shift, Some(info.layer));
    true
}

/// Keys with Control or Command: undoing, and selecting all of the article instead of all of the page.
fn command(state: State, key: &Key) -> bool {
    let name = lower(&key.name);
    let redo = name == "y" || (key.shift && name == "z");
    match name.as_str() {
        "z" | "y" => state.undo(!redo),
        "h" => super::find::open(state),
        "k" => super::palette::open(state),
        "a" if !key.shift => dom::select_article(),
        _ => return false,
    }
    true
}

//! The palette: every action by its name, with its key.

use super::bindings::KEYS;
use super::dom;
use super::edit;
use super::find;
use super::intake;
use super::small::*;
use super::state::State;
use crate::text::lower;
use crate::view::html::{attribute, escape};
use crate::view::{LAYERS, LayerSet};

/// An action.
#[derive(Clone, Copy)]
struct Action {
    name: &'static str,
    key: &'static str,
    act: Act,
}

#[derive(Clone, Copy)]
enum Act {
    Run(fn(State)),
    /// What a single key does, which acts on what is read.
    Key(fn(State)),
    /// Shows a layer, or hides it.
    Layer(usize),
}

/// What has no single key.
const MORE: &[Action] = &[
    run("Undo", "Ctrl+Z", |state| state.undo(true)),
    run("Do again what was undone", "Ctrl+Shift+Z", |state| state.undo(false)),
    run("Find and replace in the text", "Ctrl+F while editing", find::open),
    run("Back to reading", "Esc", edit::leave),
    run("Paste from the clipboard: a new text", "Ctrl+V", intake::take_clipboard),
    run("Open a file", "", |_| dom::click("#file")),
    run("Copy or download", "", |_| dom::click(".actions [aria-haspopup=dialog]")),
    run("What has changed since the text came", "", |_| dom::show_dialog("changes", true)),
    run("Settings: theme, size of the text, marks", "", |_| dom::show_dialog("settings", true)),
    run("Show the usual layers", "", |state| state.visible.set(LayerSet::USUAL)),
    run("Show all layers", "", |state| state.visible.set(LayerSet::ALL)),
];

const fn run(name: &'static str, key: &'static str, act: fn(State)) -> Action {
    Action { name, key, act: Act::Run(act) }
}

/// Every action.
fn actions() -> Vec<Action> {
    let keys = KEYS.iter().filter(|key| !key.shown.is_empty());
    let keys = keys.map(|key| Action { name: key.about, key: key.shown, act: Act::Key(key.act) });
    let layers =
        LAYERS.iter().enumerate().map(|(at, info)| Action { name: info.name, key: "", act: Act::Layer(at) });
    keys.chain(MORE.iter().copied()).chain(layers).collect()
}

/// Those whose name holds all the words that were typed.
fn found(typed: &str) -> Vec<Action> {
    let typed = lower(typed);
    let has = |action: &Action| {
        let name = lower(&name_of(*action));
        typed.split_whitespace().all(|word| name.contains(word))
    };
    actions().into_iter().filter(has).collect()
}

fn name_of(action: Action) -> String {
    match action.act {
        Act::Run(_) | Act::Key(_) => action.name.to_owned(),
        Act::Layer(_) => ["Show or hide: ", action.name].concat(),
    }
}

fn perform(state: State, action: Action) {
    dom::show_dialog("palette", false);
    // When the focus is back where it was: the action may be about that.
    dom::after_paint(move || match action.act {
        Act::Run(act) => act(state),
        Act::Key(act) => {
            edit::leave(state);
            act(state);
        }
        Act::Layer(at) => state.visible.update(|visible| *visible = visible.toggled(LAYERS[at].layer)),
    });
}

fn html(actions: &[Action], chosen: usize) -> String {
    let mut out = String::new();
    for (at, action) in actions.iter().enumerate() {
        out.push_str("<li role=\"option\"");
        attribute(&mut out, "id", &["action-", &at.to_string()].concat());
        attribute(&mut out, "data-action", &at.to_string());
        attribute(&mut out, "aria-selected", if at == chosen { "true" } else { "false" });
        out.push('>');
        escape(&mut out, &name_of(*action));
        if !action.key.is_empty() {
            out.push_str(" <kbd>");
            escape(&mut out, action.key);
            out.push_str("</kbd>");
        }
        out.push_str("</li>");
    }
    out
}

/// Opens the palette.
pub fn open(state: State) {
    state.palette.set((String::new(), 0));
    dom::show_dialog("palette", true);
    dom::after_paint(|| dom::focus("palette-words"));
}

/// The palette in a dialog.
#[component]
pub fn Palette(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    let shown = move || found(&state.palette.with(|(typed, _)| typed.clone()));
    let list = move || html(&shown(), state.palette.with(|(_, at)| *at));
    let key = move |event: leptos::ev::KeyboardEvent| {
        let (typed, at) = state.palette.get_untracked();
        let actions = found(&typed);
        let last = actions.len().saturating_sub(1);
        let to = match event.key().as_str() {
            "ArrowDown" => (at + 1).min(last),
            "ArrowUp" => at.saturating_sub(1),
            "Enter" => {
                event.prevent_default();
                actions.get(at).into_iter().for_each(|&action| perform(state, action));
                return;
            }
            _ => return,
        };
        event.prevent_default();
        state.palette.set((typed, to));
        dom::after_paint(move || dom::show_option(&["action-", &to.to_string()].concat()));
    };
    let click = move |event: leptos::ev::MouseEvent| {
        let at = dom::attribute_under(&event, "data-action").and_then(|at| at.parse::<usize>().ok());
        let action = at.and_then(|at| found(&state.palette.get_untracked().0).get(at).copied());
        action.into_iter().for_each(|action| perform(state, action));
    };
    view! {
        <dialog id="palette" class="sheet" aria-label="All actions">
            <input
                id="palette-words" type="search" role="combobox" aria-expanded="true" aria-controls="palette-list"
                aria-label="What do you want to do?" placeholder="What do you want to do?"
                aria-activedescendant=live(move || ["action-", &state.palette.get().1.to_string()].concat())
                prop:value=live(move || state.palette.get().0) on:keydown=on(key)
                on:input=on(move |event| state.palette.set((event_target_value(&event), 0)))
            />
            <ul id="palette-list" role="listbox" aria-label="Actions" on:click=on(click) inner_html=live(list)></ul>
            <Show when=move || shown().is_empty()><p>"No action is called so."</p></Show>
        </dialog>
    }
}

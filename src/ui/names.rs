//! The reader's own names: a list that always wins, edited as text, kept in the browser.

use super::dom;
use super::labels;
use super::lists::{keep, trouble};
use super::small::*;
use super::state::State;
use crate::document::own_labels;
use crate::document::own_names::{LABELS, OwnNames, with_line};
use crate::import::{LIMIT, decode};
use crate::view::MarkId;
use crate::view::card::label_name;
use crate::view::ledger::count;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Changes the list and keeps it at once. The text is read again when `read` says so.
fn set(state: State, text: String, read: bool) {
    keep(state, dom::NAMES, &text);
    show(state, text, read);
}

fn show(state: State, text: String, read: bool) {
    let changed = read && OwnNames::parse(&state.names.get_untracked()).0 != OwnNames::parse(&text).0;
    state.names.set(Arc::from(text));
    if changed {
        state.read_again();
    }
}

/// Takes each change that another tab makes. Every change is kept as it is typed and heard by all tabs, so
/// there is one list at any time, and the other tab's is this one's with the change: it can be taken
/// though the editor is open, which then has the text read when it is closed.
pub fn listen(state: State) {
    dom::on_list_changed(move |list| match list {
        dom::NAMES => show(state, dom::load_list(list), !dom::is_shown("names")),
        dom::LABELS => state.labels.set(dom::load_list(list).into()),
        _ => {}
    });
}

/// Opens the list.
pub fn open(_: State) {
    dom::show_dialog("names", true);
    dom::after_paint(|| dom::focus("names-text"));
}

/// Both lists in one text.
pub fn both(state: State) -> String {
    let names = state.names.get_untracked();
    let gap = if names.is_empty() || names.ends_with('\n') { "" } else { "\n" };
    [&*names, gap, &labels::lines(state)].concat()
}

/// Adds lines below those there are, labels to the labels. Of a name listed twice the last counts.
pub fn add(state: State, text: &str, read: bool) {
    let mut lists = [state.names, state.labels].map(|list| list.get_untracked().to_string());
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let list = &mut lists[usize::from(own_labels::is_line(line))];
        if !list.lines().any(|known| known == line) {
            let gap = if list.is_empty() || list.ends_with('\n') { "" } else { "\n" };
            list.extend([gap, line]);
        }
    }
    let [names, labels] = lists;
    labels::set(state, labels);
    set(state, names, read);
}

/// The list in a dialog. What is typed is kept as it is typed; the text is read again on closing.
#[component]
pub fn Names(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    let read = Memo::new(move |_| OwnNames::parse(&state.names.get()));
    let used = StoredValue::new(OwnNames::parse(&state.names.get_untracked()).0);
    let type_in = move |event: leptos::ev::Event| set(state, event_target_value(&event), false);
    let close = move |_| {
        let (names, _) = read.get_untracked();
        if used.get_value() != names {
            used.set_value(names);
            state.read_again();
        }
    };
    // The card adds names too, and has the text read by itself.
    always(move || {
        let (names, _) = read.get();
        if !dom::is_shown("names") {
            used.set_value(names);
        }
    });
    let export = move |_| {
        if dom::download("my-names.txt", "text/plain", state.names.get_untracked().as_bytes()).is_err() {
            state.warn("The browser did not allow the download. Copy the text instead.");
        }
    };
    view! {
        <dialog id="names" class="sheet" aria-labelledby="names-title" on:close=on(close)>
            <h2 id="names-title">"My names"</h2>
            <p id="names-help">
                "One name a line, then a tab or = and what it is: PERSON, ORG, PLACE, GROUP, EVENT, WORK or PRODUCT. "
                "These always win. They are kept in this browser and go nowhere."
            </p>
            <textarea
                id="names-text" rows="9" spellcheck="false" aria-label="My names" aria-describedby="names-help names-state"
                placeholder="Ada Quist = PERSON" prop:value=live(move || state.names.get().to_string()) on:input=on(type_in)
            ></textarea>
            <div id="names-state" role="status">
                <p class="fine">{live(move || read.with(|(names, _)| count(names.names.len(), "name", "names")))}</p>
                <p class="troubles">{live(move || read.with(|(_, bad)| bad.iter().map(trouble).collect::<String>()))}</p>
            </div>
            <form method="dialog">
                <button type="button" on:click=on(move |_| dom::click("#names-file"))>"Import"</button>
                <input
                    id="names-file" type="file" hidden aria-label="A file of names and labels"
                    accept=".txt,.tsv,text/plain" on:change=on(move |event| import(state, &event))
                />
                <button type="button" on:click=on(export)>"Export"</button>
                <button class="main">"Done"</button>
            </form>
        </dialog>
    }
}

fn import(state: State, event: &leptos::ev::Event) {
    let Some(file) = dom::file_of_input(event) else { return };
    spawn_local(async move {
        let read = dom::read_dropped(file, LIMIT).await.ok();
        match read.and_then(|(_, bytes)| decode(&bytes).ok()) {
            Some((text, _)) => add(state, &text, !dom::is_shown("names")),
            None => state.warn("That file is no text that Galley can read."),
        }
    });
}

/// In the card of a name: what to always mark it as.
#[component]
pub fn AddName(
    /// The facts of the page.
    state: State,
    /// The mark whose card it is.
    id: MarkId,
) -> impl IntoView {
    let MarkId::Mention(i) = id else { return None };
    let marked = state.current_now()?;
    let written = marked.document.words(marked.document.layers.mentions.get(i as usize)?.range);
    let name = written.split_whitespace().collect::<Vec<_>>().join(" ");
    let listed = OwnNames::parse(&state.names.get_untracked()).0.label(&name);
    let said = match listed {
        Some(label) => ["Always “", &name, "”: ", label_name(label)].concat(),
        None => ["Add “", &name, "” to my names"].concat(),
    };
    let mut buttons = String::new();
    for (label, title) in LABELS {
        let pressed = if listed == Some(label) { "true" } else { "false" };
        let attributes = ["\" aria-pressed=\"", pressed, "\">", title];
        buttons.extend(["<button data-label=\"", label.name(), &attributes.concat(), "</button>"]);
    }
    let add = move |event: leptos::ev::MouseEvent| {
        let wanted = dom::attribute_under(&event, "data-label");
        let Some((label, title)) =
            LABELS.into_iter().find(|(label, _)| wanted.as_deref() == Some(label.name()))
        else {
            return;
        };
        let text = with_line(&state.names.get_untracked(), &name, label);
        dom::hide_card_focus(id);
        state.close_card();
        state.say(&["“", &name, "” is in your names: ", title, "."].concat());
        set(state, text, true);
    };
    Some(view! {
        <details class="own">
            <summary>{said}</summary>
            <div role="group" aria-label="Always mark it as" inner_html=live(move || buttons.clone()) on:click=on(add)></div>
        </details>
    })
}

//! The reader's own labels: a list edited as text, kept in the browser.

use super::dom;
use super::lists::{keep, trouble};
use super::small::*;
use super::state::State;
use crate::document::own_labels::parse;
use crate::document::passages::OwnLabel;
use crate::view::html::{attribute, escape};

/// Changes the list and keeps it at once.
pub fn set(state: State, text: String) {
    keep(state, dom::LABELS, &text);
    state.labels.set(text.into());
}

/// Words that are marked already look as the list says from now on.
fn look_again(state: State) {
    let (own, _) = parse(&state.labels.get_untracked());
    let now = state.corrections.with_untracked(|corrections| corrections.looking_as(&own));
    if let Some(now) = now {
        state.decide("the look of a label", |corrections| *corrections = now);
    }
}

/// Opens the list.
pub fn open(_: State) {
    dom::show_dialog("labels", true);
    dom::after_paint(|| dom::focus("labels-text"));
}

/// The labels, each on a line that is read again.
pub fn lines(state: State) -> String {
    let (labels, _) = parse(&state.labels.get_untracked());
    labels.iter().flat_map(|label| [label.line(), "\n".into()]).collect()
}

/// The labels as they look in the proof, and what is wrong with lines.
fn told(text: &str) -> String {
    let (labels, bad) = parse(text);
    let mut out = String::from("<ul class=\"legend\">");
    labels.iter().for_each(|label| shown(&mut out, label));
    out.push_str("</ul><p class=\"troubles\">");
    bad.iter().for_each(|bad| escape(&mut out, &trouble(bad)));
    out.push_str("</p>");
    out
}

fn shown(out: &mut String, label: &OwnLabel) {
    out.extend(["<li><mark class=\"mine ", label.colour.class(), "\""]);
    attribute(out, "data-letter", &label.letter);
    out.push('>');
    escape(out, &label.name);
    out.push_str("</mark></li>");
}

/// The list in a dialog.
#[component]
pub fn Labels(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    let type_in = move |event: leptos::ev::Event| set(state, event_target_value(&event));
    let export = move |_| {
        if dom::download("my-labels.txt", "text/plain", lines(state).as_bytes()).is_err() {
            state.warn("The browser did not allow the download. Copy the text instead.");
        }
    };
    view! {
        <dialog id="labels" class="sheet" aria-labelledby="labels-title" on:close=on(move |_| look_again(state))>
            <h2 id="labels-title">"My labels"</h2>
            <p id="labels-help">
                "One label a line, then = with a letter and a colour: blue, red, green, orange, violet, teal, pink or brown. "
                "Select words, press i, then the letter; or find words and mark all of them. The list is kept in this browser."
            </p>
            <textarea
                id="labels-text" rows="6" spellcheck="false" aria-label="My labels" aria-describedby="labels-help labels-state"
                placeholder="Claim = k, blue" prop:value=live(move || state.labels.get().to_string()) on:input=on(type_in)
            ></textarea>
            <div id="labels-state" role="status" inner_html=live(move || told(&state.labels.get()))></div>
            <form method="dialog">
                <button type="button" on:click=on(move |_| dom::click("#names-file"))>"Import"</button>
                <button type="button" on:click=on(export)>"Export"</button>
                <button class="main">"Done"</button>
            </form>
        </dialog>
    }
}

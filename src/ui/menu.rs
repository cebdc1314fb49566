//! The menu of formats: each can be copied or downloaded.

use super::dom;
use super::filters::FurnitureSwitch;
use super::small::{live, on};
use super::state::State;
use crate::export::{FORMATS, Format, Wishes};
use crate::layers::structure::Part;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// One button that opens the table of formats.
#[component]
pub fn Menu(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    let lines = FORMATS.iter().map(|format| view! { <Line state format/> }).collect_view();
    let ready = move || state.current().is_some();
    view! {
        <button aria-haspopup="dialog" disabled=live(move || !ready()) on:click=on(move |_| dom::show_dialog("formats", true))>
            "Copy or download"
        </button>
        <dialog id="formats" aria-labelledby="formats-title" class="sheet">
            <h2 id="formats-title">"Copy or download"</h2>
            <ul class="formats">{lines}</ul>
            <FurnitureSwitch state id="furniture-too"/>
            <p class="fine">"Marks of the page’s furniture are left out unless you want them. Files are made here, in your browser."</p>
            <form method="dialog"><button>"Close"</button></form>
        </dialog>
    }
}

#[component]
fn Line(
    /// The facts of the page.
    state: State,
    format: &'static Format,
) -> impl IntoView {
    let copy = move |_| {
        let Some(text) = write(state, format) else { return };
        spawn_local(async move {
            dom::show_dialog("formats", false);
            match dom::copy_text(&text).await {
                true => state.say(&[format.name, " is on the clipboard."].concat()),
                false => state.warn("The browser did not allow copying. Download the file instead."),
            }
        });
    };
    let download = move |_| {
        let Some(text) = write(state, format) else { return };
        let name = [&file_name(state), ".", format.extension].concat();
        dom::show_dialog("formats", false);
        match dom::download(&name, format.mime, &text) {
            Ok(()) => state.say(&[&name, " is in your downloads."].concat()),
            Err(_) => state.warn("The browser did not allow the download. Copy the text instead."),
        }
    };
    view! {
        <li>
            <div><strong>{format.name}</strong><p>{format.about}</p></div>
            <button on:click=on(copy) aria-label=["Copy ", format.name].concat()>"Copy"</button>
            <button on:click=on(download) aria-label=["Download ", format.name].concat()>"Download"</button>
        </li>
    }
}

fn write(state: State, format: &Format) -> Option<String> {
    let marked = state.current_now()?;
    let (all, style) = (state.filter.get_untracked().furniture, state.style.get_untracked());
    Some((format.write)(&marked.document, &Wishes { all, style }))
}

/// A file name from the headline: "port-strike-ends".
fn file_name(state: State) -> String {
    let Some(marked) = state.current_now() else { return "proof".into() };
    let structure = &marked.document.layers.structure;
    let headline = structure.iter().find(|paragraph| paragraph.part == Part::Headline);
    let words = headline.map_or("", |paragraph| marked.document.words(paragraph.range));
    let letters = words.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect::<String>();
    let name = letters.split_whitespace().take(8).collect::<Vec<_>>().join("-").to_lowercase();
    if name.is_empty() { "proof".into() } else { name }
}

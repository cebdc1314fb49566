//! What the page says of itself: messages, progress, counts.

use super::dom;
use super::small::{Show, live, on};
use super::state::{Notice, Progress, State};
use crate::article::Part;
use crate::layers::quotes::Quote;
use crate::view::ledger::count;
use crate::view::{Layer, MarkId};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// How long a good message stays.
const LINGER: Duration = Duration::from_secs(12);

/// Messages above the proof. Screen readers hear them as they come.
#[component]
pub fn Notices(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    // What went well need not be waved away; what it offers to undo stays in the head of the page.
    Effect::new(move |_| {
        let Some(notice) = state.notice.get().filter(|notice| !notice.alarm) else { return };
        let clear = move || {
            if state.notice.get_untracked().as_ref() == Some(&notice) && !dom::has_focus_in("#notices") {
                state.notice.set(None);
            }
        };
        set_timeout(clear, LINGER);
    });
    // Leaving the page keeps the text, as always.
    let update = move |_| spawn_local(dom::use_new_version());
    view! {
        <section id="notices" class="notices" aria-label="Messages" aria-live="polite">
            {live(move || state.notice.get().map(|notice| view! { <Message state notice/> }))}
            <NoArticle state/>
            <Show when=move || state.update_ready.get()>
                <p class="notice">
                    "A new version of Galley is ready. Your text is kept. "
                    <button on:click=on(update)>"Use it now"</button>
                    <button on:click=on(move |_| state.update_ready.set(false))>"Later"</button>
                </p>
            </Show>
            <Show when=move || state.progress.get() == Progress::Failed>
                <p class="notice alarm">
                    "Galley could not mark this text. The text itself is safe. "
                    <button on:click=on(move |_| state.engine.submit(state))>"Try again"</button>
                </p>
            </Show>
        </section>
    }
}

/// What a paste is that holds no article; it stays until the next text, or until it is waved away.
#[component]
fn NoArticle(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    let verdict = Memo::new(move |_| state.current()?.verdict);
    let opened = move || state.sheet.with(|sheet| sheet.opened);
    let read = RwSignal::new(None);
    let shown = move || verdict.get().filter(|_| read.get() != Some(opened()));
    move || {
        shown().map(|verdict| {
            view! {
                <p class="notice">
                    {verdict.sentence()}" "
                    <button aria-label="Dismiss the message" on:click=on(move |_| read.set(Some(opened())))>"×"</button>
                </p>
            }
        })
    }
}

#[component]
fn Message(
    /// The facts of the page.
    state: State,
    notice: Notice,
) -> impl IntoView {
    let can_undo = notice.undo && state.past.with_untracked(|past| !past.is_empty());
    view! {
        <p class="notice" class:alarm=notice.alarm>
            {notice.text}" "
            {can_undo.then(|| view! { <button on:click=on(move |_| state.undo(true))>"Undo"</button> })}
            <button aria-label="Dismiss the message" on:click=on(move |_| state.notice.set(None))>"×"</button>
        </p>
    }
}

/// The last line of the page.
#[component]
pub fn Status(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    let words = Memo::new(move |_| words(state));
    let slow = move || state.progress.get() == (Progress::Working { slow: true });
    view! {
        <footer id="status" class="status">
            <span>{live(move || count(words.get(), "word", "words"))}</span>
            <span>{live(move || found(state))}</span>
            <span role="status">
                {live(move || slow().then(|| view! { <progress aria-label="Reading your text"></progress> " Reading …" }))}
            </span>
            <span class="private">"Nothing leaves this page"</span>
        </footer>
    }
}

/// How many words the text has, without the page's furniture unless that is wanted.
fn words(state: State) -> usize {
    let words = |text: &str| text.split_whitespace().count();
    let all = state.sheet.with(|sheet| words(&sheet.article.text));
    let Some(marked) = state.current().filter(|_| !state.filter.get().furniture) else { return all };
    let furniture = marked.document.layers.structure.iter().filter(|p| p.part == Part::Furniture);
    all.saturating_sub(furniture.map(|paragraph| words(marked.document.words(paragraph.range))).sum())
}

/// "14 names, 6 quotations, 1 without a speaker"
fn found(state: State) -> String {
    let Some(marked) = state.current() else { return String::new() };
    let of = |layer: Layer| marked.index.counts[layer as usize];
    let names = of(Layer::People) + of(Layer::Organisations) + of(Layer::Places) + of(Layer::Groups);
    let quotes = &marked.document.layers.quotes;
    let counts = |quote: &&Quote| !quote.attitude;
    let shown = marked.index.marks.iter().filter_map(|mark| match mark.id {
        MarkId::Quote(i) => quotes.get(i as usize),
        _ => None,
    });
    let open = shown.filter(counts).filter(|quote| quote.source.is_none());
    let mut words =
        [count(names, "name", "names"), count(of(Layer::Quotations), "quotation", "quotations")].join(", ");
    let open = open.count();
    if open > 0 {
        words.push_str(&[", ", &open.to_string(), " without a speaker"].concat());
    }
    words
}

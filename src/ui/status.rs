//! What the page says of itself: messages, progress, counts.

use super::dom;
use super::saved;
use super::small::*;
use super::state::{Notice, Progress, State};
use crate::document::part::Part;
use crate::view::Layer;
use crate::view::index::open_speakers;
use crate::view::ledger::count;
use leptos::task::spawn_local;
use std::time::Duration;

const NEW_VERSION: &str = "A new version of Galley is ready. Your text is kept.";
const NOT_MARKED: &str = "Galley could not mark this text. The text itself is safe.";

/// How long a good message stays.
const LINGER: Duration = Duration::from_secs(12);

impl State {
    /// Tells the reader something.
    pub fn say(self, text: &str) {
        self.notice.set(Some(Notice { text: text.to_owned(), undo: false, alarm: false }));
    }

    /// Tells those who listen to the page; to the eye it is there already. The same words are said again.
    pub fn announce(self, text: &str) {
        let again = self.spoken.with_untracked(|spoken| spoken == text);
        self.spoken.set([text, if again { "\u{a0}" } else { "" }].concat());
    }

    /// Tells the reader that something went wrong.
    pub fn warn(self, text: &str) {
        self.notice.set(Some(Notice { text: text.to_owned(), undo: false, alarm: true }));
    }
}

/// Messages at the foot of the page, or in the dialog that is open. Screen readers hear their words as they come, and
/// what else is said to them alone.
#[component]
pub fn Notices(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    // What went well need not be waved away; what it offers to undo stays in the head of the page.
    always(move || {
        let Some(notice) = state.notice.get().filter(|notice| !notice.alarm) else { return };
        let clear = move || {
            if state.notice.get_untracked().as_ref() == Some(&notice) && !dom::has_focus_in("#notices") {
                state.notice.set(None);
            }
        };
        set_timeout(clear, LINGER);
    });
    // What appears with its words in it is not heard by itself.
    always(move || {
        if state.update_ready.get() {
            state.announce(NEW_VERSION);
        }
    });
    always(move || {
        if state.progress.get() == Progress::Failed {
            state.announce(NOT_MARKED);
        }
    });
    // Leaving the page keeps the text, as always.
    let update = move |_| spawn_local(dom::use_new_version());
    view! {
        <section id="notices" class="notices" aria-label="Messages">
            <p class="unseen" role="status">{live(move || state.spoken.get())}</p>
            <Message state/>
            <NoArticle state/>
            <Show when=move || state.update_ready.get()>
                <p class="notice">
                    <span>{NEW_VERSION}" "</span>
                    <button on:click=on(update)>"Use it now"</button>
                    <button on:click=on(move |_| state.update_ready.set(false))>"Later"</button>
                </p>
            </Show>
            <Show when=move || state.progress.get() == Progress::Failed>
                <p class="notice alarm">
                    <span>{NOT_MARKED}" "</span>
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
    let verdict = move || state.current()?.verdict;
    let opened = move || state.sheet.with(|sheet| sheet.opened);
    let read = RwSignal::new(None);
    let shown = move || verdict().filter(|_| read.get() != Some(opened()));
    always(move || {
        if let Some(verdict) = shown() {
            state.announce(verdict.sentence());
        }
    });
    part(move || {
        shown().map(|verdict| {
            view! {
                <p class="notice">
                    <span>{verdict.sentence()}" "</span>
                    <button aria-label="Dismiss the message" on:click=on(move |_| read.set(Some(opened())))>"×"</button>
                </p>
            }
        })
    })
}

/// The newest message. Its place is there before it comes, as screen readers need it; its buttons are not read with it.
#[component]
fn Message(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    let words = move || state.notice.with(|notice| notice.as_ref().map(|notice| notice.text.clone()));
    let alarm = move || state.notice.with(|notice| notice.as_ref().is_some_and(|notice| notice.alarm));
    let step = move || {
        let undo = state.notice.with(|notice| notice.as_ref().is_some_and(|notice| notice.undo));
        undo.then(|| state.undoable.get_untracked()).flatten()
    };
    let undo = move || {
        step().map(|step| {
            let label = ["Undo: ", &step].concat();
            view! { <button aria-label=label on:click=on(move |_| state.undo(true))>"Undo"</button> }
        })
    };
    view! {
        <div class="notice" class:alarm=live(alarm) class:unseen=live(move || state.notice.with(Option::is_none))>
            <span class="said" role="status">{live(move || words().unwrap_or_default())}</span>
            {part(undo)}
            <Show when=move || state.notice.with(Option::is_some)>
                <button aria-label="Dismiss the message" on:click=on(move |_| state.notice.set(None))>
                    <span aria-hidden="true">"×"</span>
                </button>
            </Show>
        </div>
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
                {part(move || slow().then(|| view! { <progress aria-label="Reading your text"></progress> " Reading …" }))}
            </span>
            <span class="kept">{live(move || saved::said(state))}</span>
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
pub fn found(state: State) -> String {
    let Some(marked) = state.current() else { return String::new() };
    let of = |layer: Layer| marked.index.counts[layer as usize];
    let names = of(Layer::People) + of(Layer::Organisations) + of(Layer::Places) + of(Layer::Groups);
    let open = open_speakers(&marked.document, &marked.index).len();
    let mut words =
        [count(names, "name", "names"), count(of(Layer::Quotations), "quotation", "quotations")].join(", ");
    if open > 0 {
        words.push_str(&[", ", &open.to_string(), " without a speaker"].concat());
    }
    words
}

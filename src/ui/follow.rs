//! Several tabs and one document: one of them edits it, the others show it as it changes and can take it over.

use super::dom::{self, Found, Loaded};
use super::edit;
use super::keep;
use super::saved::{ASLEEP, SAVED};
use super::small::*;
use super::state::State;
use crate::desk::{Desk, Draft};
use crate::document::article::Article;
use crate::kept::{self, Read};
use crate::library::Line;
use crate::review::Corrections;
use leptos::task::spawn_local;
use std::sync::Arc;
use std::time::Duration;

/// A tab that is reloaded has its document again before others ask for it.
const RELOAD: Duration = Duration::from_secs(2);

impl State {
    /// Shows the document shown as another tab has it now, with its history.
    fn show_as_elsewhere(self, desk: Desk) {
        let sheet = self.sheet.get_untracked();
        let Draft { article, corrections, .. } = desk.draft().clone();
        self.desks.update_value(|desks| desks.now = desk);
        self.note_steps();
        if article == sheet.article {
            if *self.corrections.get_untracked() != corrections {
                self.corrections.set(Arc::new(corrections));
                self.review();
            }
            return;
        }
        let marked = self.current_now().filter(|_| article.text == sheet.article.text);
        self.show(article, false, Arc::new(corrections));
        if let Some(marked) = marked {
            let revision = self.sheet.with_untracked(|sheet| sheet.revision);
            self.mark(revision, Arc::clone(&marked.found), marked.checked.clone());
        }
        self.engine.submit(self);
    }

    /// From now on the document shown, and what can be undone of it, is one of its own: that of its id is another's.
    fn set_apart(self) {
        let (old, new) = (self.document.get_untracked(), Arc::from(dom::new_id()));
        self.desks.update_value(|desks| desks.call_otherwise(&old, &new));
        self.document.set(new);
    }

    /// Whether nothing can be changed here because another tab edits the document; this is said then.
    pub(super) fn is_only_followed(self) -> bool {
        let followed = self.followed.get_untracked();
        if followed {
            self.warn(
                "Another tab edits this document. Take it over first; the button is at the top of the page.",
            );
        }
        followed
    }

    /// Shows the document as another tab has it, and follows it.
    pub(super) fn begin_to_follow(self) {
        let id = self.document.get_untracked();
        edit::leave(self);
        self.followed.set(true);
        // What was done before is not this tab's to take back.
        self.desks.update_value(|desks| desks.forget_steps(&id));
        self.note_steps();
        catch_up(self);
    }

    /// Leaves the document to the tab that asked for it, if one did and nothing is on its way.
    pub(super) fn hand_over_if_asked(self) {
        if self.keeping.given(|given| given.giving) && self.keeping.is_whole(self) {
            self.keeping.note(|given| given.giving = false);
            dom::leave();
            self.begin_to_follow();
        }
    }

    /// Another tab edits the document, and what is shown here is not in it: from now on it is a document of its own.
    pub(super) fn part(self) {
        self.set_apart();
        self.warn("Another tab has changed this document meanwhile, so what you have here is kept as a document of its own.");
        keep::keep(self);
    }
}

/// Hears what other tabs do.
pub fn listen(state: State) {
    dom::on_heard(move |what, id| hear(state, what, id));
    // Who comes back to a tab wants to work in it, if no other does.
    dom::on_window("focus", move |_| take_if_followed(state));
}

fn take_if_followed(state: State) {
    if state.followed.get_untracked() {
        take(state, false);
    }
}

fn hear(state: State, what: &str, id: &str) {
    let is_shown = state.sheet.with_untracked(|sheet| keep::is_to_be_kept(sheet));
    let ours = is_shown && *state.document.get_untracked() == *id;
    let followed = state.followed.get_untracked();
    match what {
        "kept" if ours && followed => catch_up(state),
        "named" if ours => name_again(state),
        "give" if ours && !followed => give(state),
        "taken" if ours => lose(state),
        "left" if ours && followed => set_timeout(move || take_if_followed(state), RELOAD),
        "gone" if ours => {
            sleep(state, "This document was deleted in another tab. It is kept again when you change it.")
        }
        "cleared" => {
            dom::forget_own();
            if is_shown {
                sleep(
                    state,
                    "What Galley kept here was cleared in another tab. This text is kept again when you change it.",
                );
            }
        }
        _ => {}
    }
    state.keeping.list_again();
}

/// The line in the list, after another tab has given the document a name.
fn name_again(state: State) {
    let id = state.document.get_untracked();
    spawn_local(async move {
        if let Found::Document(Loaded { line, .. }) = dom::read_document(&id).await {
            state.keeping.note(|given| given.line.name = Line::read(&line).name);
        }
    });
}

fn catch_up(state: State) {
    let id = state.document.get_untracked();
    spawn_local(async move {
        if let Found::Document(loaded) = dom::read_document(&id).await {
            show(state, loaded);
        }
    });
}

/// Shows what storage has of the document shown; false where it has another, or nothing that can be read.
fn show(state: State, loaded: Loaded) -> bool {
    if *state.document.get_untracked() != *loaded.id {
        return false;
    }
    let Some(desk) = read(&loaded) else { return false };
    state.show_as_elsewhere(desk);
    note(state, &loaded);
    true
}

/// The document as it was left, with what was typed last.
fn read(loaded: &Loaded) -> Option<Desk> {
    let Read::Whole(article) = kept::read_article(loaded.article.clone()) else { return None };
    let corrections =
        match loaded.corrections.as_ref().map(|bytes| kept::read_decisions(bytes, &article.text)) {
            Some(Read::Whole(corrections)) => corrections,
            _ => Corrections::default(),
        };
    Some(desk_of(loaded, article, corrections))
}

/// A document's desk: its article and decisions with their history and what was typed since they were kept.
pub(super) fn desk_of(loaded: &Loaded, article: Article, corrections: Corrections) -> Desk {
    let part = |kept: &Option<Vec<u8>>| kept.clone().unwrap_or_default();
    kept::read_desk(article, corrections, &part(&loaded.history), &part(&loaded.journal))
}

/// Gives storage the text with what was typed in it, where it has that apart.
pub(super) fn take_in_typed(state: State, loaded: &Loaded) {
    if loaded.mine && loaded.journal.as_ref().is_some_and(|journal| !journal.is_empty()) {
        state.keeping.give_again();
        keep::keep(state);
    }
}

/// Storage has what is shown.
pub(super) fn note(state: State, loaded: &Loaded) {
    let revision = state.sheet.with_untracked(|sheet| sheet.revision);
    let corrections = state.corrections.get_untracked();
    state.keeping.note(|given| {
        (given.article, given.corrections) = (Some(revision), Some(corrections));
        given.line = Line::read(&loaded.line);
    });
    state.keeping.say(SAVED);
}

/// Edits the document here from now on; `steal` takes it from the tab that does.
pub fn take(state: State, steal: bool) {
    let id = state.document.get_untracked();
    spawn_local(async move {
        match dom::open_document(&[&id], steal).await {
            Found::Document(loaded) if *loaded.id == *id && !loaded.mine => {}
            Found::Document(loaded) if *loaded.id == *id => {
                if show(state, loaded.clone()) {
                    state.followed.set(false);
                    take_in_typed(state, &loaded);
                    if steal {
                        state.say("This document is edited here now.");
                    }
                }
            }
            Found::Document(_) | Found::Nothing => {
                state.followed.set(false);
                sleep(state, "This document is not kept here any more. It is kept again when you change it.");
            }
            Found::Trouble(_) => state.warn("This browser’s storage does not answer. Reload the page."),
        }
    });
}

/// Another tab asks for the document: it goes once storage has all of it.
fn give(state: State) {
    edit::settle_if_editing(state);
    keep::keep(state);
    state.keeping.note(|given| given.giving = true);
    state.hand_over_if_asked();
}

/// Another tab has taken the document without waiting.
fn lose(state: State) {
    edit::settle_if_editing(state);
    if state.keeping.is_whole(state) || state.followed.get_untracked() {
        state.begin_to_follow()
    } else {
        state.part()
    }
}

/// Nothing is kept before the next change.
fn sleep(state: State, why: &str) {
    let id = state.document.get_untracked();
    let (revision, corrections) =
        (state.sheet.with_untracked(|sheet| sheet.revision), state.corrections.get_untracked());
    state.followed.set(false);
    state.keeping.note(|given| {
        (given.article, given.corrections) = (Some(revision), Some(corrections));
        given.asleep = true;
    });
    state.keeping.say(ASLEEP);
    spawn_local(async move {
        dom::hold(&id).await;
    });
    state.warn(why);
}

/// Says over the text that another tab edits it, and offers to do it here.
#[component]
pub fn Followed(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    always(move || {
        if state.followed.get() {
            state.announce("Another tab edits this document. You see it here as it changes there.");
        }
    });
    view! {
        <Show when=move || state.followed.get()>
            <p class="invitation followed">
                <span><strong>"Another tab edits this document. "</strong>"You see it here as it changes there. "</span>
                <button on:click=on(move |_| take(state, true))>"Take over"</button>
            </p>
        </Show>
    }
}

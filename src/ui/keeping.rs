//! What is kept of the document shown.

use crate::library::Line;
use crate::protocol::Revision;
use crate::review::Corrections;
use crate::view::MarkId;
use leptos::prelude::*;
use std::sync::Arc;

/// What is kept of the document shown.
#[derive(Clone, Copy)]
pub struct Keeping {
    /// What the page says of it.
    pub said: RwSignal<String>,
    /// Turns with all that this and other tabs do to the list of documents.
    pub listed: RwSignal<bool>,
    given: StoredValue<Given, LocalStorage>,
}

/// What storage has of a document, or is being given.
#[derive(Clone, Default)]
pub(super) struct Given {
    /// Which document.
    pub id: Option<Arc<str>>,
    /// The revision of the article.
    pub article: Option<Revision>,
    /// The decisions.
    pub corrections: Option<Arc<Corrections>>,
    /// What the list says.
    pub line: Line,
    /// How much is on its way.
    pub pending: u32,
    /// Whether another tab waits until nothing is.
    pub giving: bool,
    /// Whether nothing is given before the next change.
    pub asleep: bool,
    /// Whether its reader wants nothing of it kept.
    pub unwanted: bool,
    /// Documents that were shown before: their lines, and whether they are unwanted.
    pub before: Vec<(Arc<str>, Line, bool)>,
    /// The card to open when the marks of a text come: the text's revision, the mark, where it begins.
    pub card: Option<(Revision, MarkId, u32)>,
    /// The text whose reader was told that storage refuses.
    pub(super) told: Option<Revision>,
    /// Whether it refused what it was given last, so that this tab has a copy of its own.
    pub refused: bool,
    /// What this tab has a copy of: the revision and the decisions; and whether the copy found room.
    pub(super) copied: Option<(Revision, usize)>,
    pub(super) fits: bool,
}

impl Given {
    /// Goes on to another document, which is not known to be kept, and remembers this one.
    pub(super) fn turn_to(&mut self, id: &Arc<str>) {
        let Given { id: old, line, unwanted, mut before, .. } = std::mem::take(self);
        before.extend(old.map(|old| (old, line, unwanted)));
        let at = before.iter().position(|(known, ..)| known == id);
        let (line, unwanted) = at.map_or_else(Default::default, |at| {
            let (_, line, unwanted) = before.swap_remove(at);
            (line, unwanted)
        });
        *self = Given { id: Some(Arc::clone(id)), line, unwanted, before, ..Given::default() };
    }
}

impl Keeping {
    /// Nothing is kept yet.
    pub fn new() -> Self {
        Keeping {
            said: RwSignal::default(),
            listed: RwSignal::new(false),
            given: StoredValue::new_local(Given::default()),
        }
    }

    /// What storage has.
    pub(super) fn given<T>(self, read: impl FnOnce(&Given) -> T) -> T {
        self.given.with_value(read)
    }

    /// Notes what storage has, or is to have.
    pub(super) fn note(self, change: impl FnOnce(&mut Given)) {
        self.given.update_value(change);
    }

    /// Says how the document is kept.
    pub(super) fn say(self, words: &str) {
        self.said.set(words.to_owned());
    }

    /// The list of documents has changed.
    pub(super) fn list_again(self) {
        self.listed.update(|listed| *listed = !*listed);
    }

    /// Everything is given again.
    pub(super) fn give_again(self) {
        self.note(|given| (given.article, given.corrections) = (None, None));
    }
}

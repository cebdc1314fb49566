//! The dialog of documents while it is open, and what is drawn of it.

use super::rows;
use super::shelf::Shelf;
use crate::ui::dom::Saved;
use crate::ui::small::*;
use crate::ui::state::State;
use leptos::prelude::{LocalStorage, UpdateValue, WithValue};

/// The dialog's facts, and what is drawn of them.
#[derive(Clone, Copy)]
pub(super) struct Open {
    pub state: State,
    pub shelf: StoredValue<Shelf, LocalStorage>,
    /// How many documents there are.
    pub told: RwSignal<String>,
    pub drawn: RwSignal<String>,
}

impl Open {
    pub fn with<T>(self, read: impl FnOnce(&Shelf) -> T) -> T {
        self.shelf.with_value(read)
    }

    pub fn change(self, change: impl FnOnce(&mut Shelf)) {
        self.shelf.update_value(change);
        self.draw();
    }

    pub fn draw(self) {
        self.told.set(self.with(rows::told));
        let drawn = self.with(|shelf| rows::rows(shelf, self.state));
        if self.drawn.with_untracked(|before| *before != drawn) {
            self.drawn.set(drawn);
        }
    }

    /// Reads the list anew after a change; what could not be done is said.
    pub fn after(self, saved: Saved) {
        self.state.keeping.list_again();
        match saved {
            Saved::Kept | Saved::Here => {}
            Saved::Full => self.state.warn("There is no room left for that: nothing has changed."),
            Saved::Gone => self.state.warn(GONE),
            _ => self.state.warn("This browser’s storage refused: nothing has changed."),
        }
    }
}

pub(super) const GONE: &str = "This document is not kept here any more.";

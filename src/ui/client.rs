//! The worker as the page knows it.

use super::dom::{Engine, Process};
use crate::document::Layers;
use crate::protocol::{Queue, Revision, parts};
use leptos::prelude::*;

/// The worker as the page knows it.
#[derive(Clone, Copy)]
pub struct Client(pub(super) StoredValue<Inner, LocalStorage>);

#[derive(Default)]
pub(super) struct Inner {
    pub(super) queue: Queue,
    pub(super) engine: Option<Engine>,
    pub(super) process: Option<Process>,
    /// Counts the workers started, so that a late word of an ended one is not heard.
    pub(super) life: u32,
    /// Whether the last of them has said a word.
    pub(super) alive: bool,
    pub(super) loading: bool,
    /// The marks that have come of a text whose others are still to come.
    pub(super) coming: (Revision, Layers),
}

impl Inner {
    pub(super) fn take_part(&mut self, revision: Revision, part: Layers) {
        if self.coming.0 != revision {
            self.coming = (revision, Layers::default());
        }
        parts::join(&mut self.coming.1, part);
    }
}

impl Client {
    /// No worker yet.
    pub fn new() -> Self {
        Client(StoredValue::new_local(Inner::default()))
    }
}

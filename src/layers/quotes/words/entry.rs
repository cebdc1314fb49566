//! All that the tables say of one word.

use super::cues::{Cue, Form};

/// The jobs a word can have, as bits; a word may have several ("that").
pub type Class = u32;

/// All that the tables say of one word.
#[derive(Clone, Copy, Debug, Default)]
pub struct Entry {
    /// Its jobs.
    pub class: Class,
    /// The verb it is a form of.
    pub verb: Option<(&'static Cue, Form)>,
    /// The noun cue it is.
    pub noun: Option<&'static Cue>,
}

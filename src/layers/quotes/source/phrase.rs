//! A noun phrase, as items of its sentence.

/// A noun phrase.
///
/// ```text
/// Kremlin spokesperson Dmitry Peskov said …
/// ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^          whole
///                      ^^^^^^^^^^^^^          name
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// First item.
    pub from: usize,
    /// The item after its last.
    pub to: usize,
}

/// How far a phrase may reach.
pub(super) const LONGEST: usize = 24;

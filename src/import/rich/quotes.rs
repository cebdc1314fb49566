//! `<q>`: quotation marks that a browser draws and no text holds.

/// A `q` that is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Quoted {
    /// None is.
    #[default]
    No,
    /// No words have come yet.
    Awaits,
    /// Its first mark is written.
    Marked,
}

/// The marks of a quotation so many deep: inner ones are single.
pub(super) fn marks(depth: usize) -> (char, char) {
    if depth % 2 == 1 { ('“', '”') } else { ('‘', '’') }
}

/// Whether words bring their marks along.
pub(super) fn is_marked(words: &str) -> bool {
    words.trim_start().starts_with(['“', '”', '‘', '"', '\'', '„', '«', '»'])
}

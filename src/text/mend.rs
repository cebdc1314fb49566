//! Words that a page's edge cut in two, and signs that only say where a word may be cut.

use std::borrow::Cow;

/// The words as they would be written in the middle of a line.
///
/// ```
/// # use galley::text::mend;
/// assert_eq!(mend("Kwame As-\nante"), "Kwame Asante");
/// assert_eq!(mend("Ada Sato-\nLund"), "Ada Sato-Lund");
/// assert_eq!(mend("Angela Mer\u{ad}kel"), "Angela Merkel");
/// ```
///
/// A hyphen at a line's end goes where a small letter follows, and stays before a capital. A hyphen
/// that never breaks becomes a plain one. Dashes with space before them are left alone, and so are
/// other line ends.
pub fn mend(words: &str) -> Cow<'_, str> {
    if !words.contains(['\n', '\r', '\u{ad}', '\u{2011}']) {
        return Cow::Borrowed(words);
    }
    let mut mended = String::with_capacity(words.len());
    let mut rest = words.chars();
    while let Some(c) = rest.next() {
        match c {
            '\u{ad}' if !rest.as_str().starts_with(['\n', '\r']) => {}
            '\u{ad}' => rest = rest.as_str().trim_start().chars(),
            '\u{2011}' => mended.push('-'),
            '\n' | '\r' if is_cut(&mended) => {
                rest = rest.as_str().trim_start().chars();
                if rest.as_str().starts_with(char::is_lowercase) {
                    mended.pop();
                }
            }
            c => mended.push(c),
        }
    }
    Cow::Owned(mended)
}

/// Whether words end in a hyphen that cuts the last one.
pub fn is_cut(words: &str) -> bool {
    words.strip_suffix(['-', '‐', '¬']).is_some_and(|word| word.ends_with(char::is_alphabetic))
}

//! A labelled page written anew: what stands between its names, and the names, each by a rule of its own.

use super::read::{Labelled, Name};

/// What becomes of the names and of what stands between them.
pub struct Rewriting<'a> {
    pub plain: &'a mut dyn FnMut(&str) -> String,
    /// Is given the name and its kind.
    pub name: &'a mut dyn FnMut(&str, usize) -> String,
}

/// Appends a part of a page to a copy, and a line's end.
pub fn append(copy: &mut Labelled, page: &Labelled, (start, end): (usize, usize), rewriting: Rewriting) {
    let mut at = start;
    for name in page.names.iter().filter(|name| name.start >= start && name.end <= end) {
        copy.text.push_str(&(rewriting.plain)(&page.text[at..name.start]));
        let from = copy.text.len();
        copy.text.push_str(&(rewriting.name)(&page.text[name.start..name.end], name.kind));
        copy.names.push(Name { start: from, end: copy.text.len(), kind: name.kind });
        at = name.end;
    }
    copy.text.push_str(&(rewriting.plain)(&page.text[at..end]));
    copy.text.push('\n');
}

/// The parts of a page that may be copied: of silver pages what was decided by hand, else the whole.
pub fn trusted_parts(page: &Labelled, silver: bool) -> Vec<(usize, usize)> {
    if silver { page.decided.clone() } else { vec![(0, page.text.len())] }
}

/// One word, longer than an acronym, with one capital at its head.
pub fn is_plain(word: &str) -> bool {
    let mut letters = word.chars();
    word.len() > 3 && letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase)
}

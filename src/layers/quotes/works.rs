//! Titles of works, by their capitals.

use crate::tokens::is_quote_mark;

/// “Long Way Home.”: a title by more than the capital of its first word.
pub(super) fn is_work(words: &str) -> bool {
    is_title(words)
        && !words.contains(", ")
        && words
            .split_whitespace()
            .skip(1)
            .any(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()))
}

/// Titles of works: every longer word has a capital.
pub(super) fn is_title(words: &str) -> bool {
    let inner = words.trim_matches(is_quote_mark);
    if inner.ends_with([',', '.', '?', '!']) && inner.split_whitespace().count() > 6 {
        return false;
    }
    let mut long = inner.split_whitespace().filter(|word| word.chars().count() > 3).peekable();
    long.peek().is_some() && long.all(|word| !word.starts_with(char::is_lowercase))
}

//! Elements of the page that a draft becomes.

use crate::import::bytes::LIMIT;

/// The largest page that is made of a draft: an article of ten million letters and its tags.
pub(super) const LARGEST: usize = 2 * LIMIT;

/// Puts words into an element of a page, unless there are none, or the page is as large as one may be.
pub(super) fn element(page: &mut String, tag: &str, words: &str) {
    if words.trim().is_empty() || page.len() >= LARGEST {
        return;
    }
    page.extend(["<", tag, ">"]);
    for (at, line) in words.trim_end_matches('\n').split('\n').enumerate() {
        page.push_str(if at > 0 { "<br>" } else { "" });
        escape(page, line);
    }
    page.extend(["</", tag, ">\n"]);
}

fn escape(page: &mut String, words: &str) {
    for letter in words.chars() {
        match letter {
            '&' => page.push_str("&amp;"),
            '<' => page.push_str("&lt;"),
            '>' => page.push_str("&gt;"),
            letter => page.push(letter),
        }
    }
}

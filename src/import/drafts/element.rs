//! Elements of the page that a draft becomes.

/// Puts words into an element of a page, unless there are none.
pub(super) fn element(page: &mut String, tag: &str, words: &str) {
    if words.trim().is_empty() {
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

//! What has changed between two texts, each change in its line, for the page.

use super::html::escape;
use crate::review::changes;
use crate::text::TextRange;

/// The changes as a list, words that went struck out and words that came underlined; a sentence where there are none.
pub fn html(before: &str, after: &str) -> String {
    let changes = changes(before, after);
    if changes.is_empty() {
        return "<p>Not a word has changed.</p>".into();
    }
    let mut out = String::from("<ol>");
    for (old, new) in changes {
        out.push_str("<li>");
        let (lead, tail) = around(after, new);
        escape(&mut out, lead);
        element(&mut out, "del", old.of(before));
        element(&mut out, "ins", new.of(after));
        escape(&mut out, tail);
        out.push_str("</li>");
    }
    out.push_str("</ol>");
    out
}

/// A little of what stands on each side, in the same line.
fn around(text: &str, range: TextRange) -> (&str, &str) {
    const NEAR: usize = 40;
    let before = text[..range.start()].rsplit('\n').next().unwrap_or_default();
    let after = text[range.end()..].split('\n').next().unwrap_or_default();
    let from = before.ceil_char_boundary(before.len().saturating_sub(NEAR));
    (&before[from..], &after[..after.floor_char_boundary(NEAR)])
}

fn element(out: &mut String, tag: &str, words: &str) {
    if !words.trim().is_empty() {
        out.extend(["<", tag, ">"]);
        escape(out, words.trim_matches('\n'));
        out.extend(["</", tag, ">"]);
    }
}

#[cfg(test)]
mod tests {
    use super::html;

    #[test]
    fn changes_are_shown_by_word() {
        assert_eq!(html("a", "a"), "<p>Not a word has changed.</p>");
        let before = "Twelve people met.\nNobody spoke.\n";
        let after = "Fourteen <good> people met.\n";
        assert_eq!(
            html(before, after),
            "<ol><li><del>Twelve</del><ins>Fourteen &lt;good&gt;</ins> people met.</li><li><del>Nobody spoke.</del></li></ol>"
        );
    }
}

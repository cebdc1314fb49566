//! What has changed between two texts, each change in its line, for the page.

use super::explain::shorten;
use super::html::{attribute, escape};
use super::ledger::count;
use crate::review::{Corrections, Fate, changes, fates};
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

/// What has become of the decisions about the draft before, each in a line that leads to its words; nothing where there
/// were none.
pub fn decisions(before: &str, corrections: &Corrections, after: &str) -> String {
    let fates = fates(before, corrections, after);
    if fates.is_empty() {
        return String::new();
    }
    let of = |fate: Fate| fates.iter().filter(|told| told.0 == fate).count().to_string();
    let all = count(fates.len(), "decision", "decisions");
    let mut out = ["<h3>", &all, " about the draft before: ", &of(Fate::Kept), " kept, "].concat();
    out.extend([&*of(Fate::Moved), " moved, ", &of(Fate::Lost), " to review</h3><ul>"]);
    for (fate, one, at) in &fates {
        let word = match fate {
            Fate::Lost => "Review",
            Fate::Moved => "Moved",
            Fate::Kept => "Kept",
        };
        out.extend(["<li><button data-byte=\"", &at.to_string(), "\""]);
        attribute(&mut out, "data-words", one.at.words());
        out.extend(["><b>", word, "</b> <span dir=\"auto\">“"]);
        escape(&mut out, &shorten(one.at.words(), 60));
        out.push_str("”: ");
        escape(&mut out, &shorten(&one.choice(), 60));
        out.push_str("</span></button></li>");
    }
    out + "</ul>"
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

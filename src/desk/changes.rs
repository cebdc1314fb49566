//! What has changed since the text came, as a list that a reporter can read.

use super::Desk;
use crate::review::changes;

/// A line for each change, in the order of the text.
///
/// ```text
/// • Paragraph 2: “twelve” is now “fourteen”
/// • Paragraph 3, taken out: “Nobody was hurt.”
/// • Paragraph 5, new: “The port reopened on Monday.”
/// ```
///
/// Paragraphs are counted in the text as it is now, lines without words left out.
pub fn changes_since(desk: &Desk) -> String {
    let (before, after) = (desk.pasted(), desk.draft().article.text.as_str());
    let mut list = String::new();
    for (old, new) in changes(before, after) {
        let (old, words) = (one_line(old.of(before)), one_line(new.of(after)));
        let paragraphs = after[..new.start()].lines().filter(|line| !line.trim().is_empty()).count();
        let begins = after[..new.start()].ends_with('\n') || new.start() == 0;
        let number = (paragraphs + usize::from(begins)).max(1).to_string();
        let told = match (old.is_empty(), words.is_empty()) {
            (true, true) => continue,
            (true, false) => [", new: “", &words, "”"].concat(),
            (false, true) => [", taken out: “", &old, "”"].concat(),
            (false, false) => [": “", &old, "” is now “", &words, "”"].concat(),
        };
        list.extend(["• Paragraph ", &number, &told, "\n"]);
    }
    list
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::article::Article;
    use crate::review::Corrections;
    use crate::text::{Edit, TextRange};

    const TEXT: &str =
        "Port strike ends\n\nThe strike of twelve days is over, Ann Roe said.\n\nNobody was hurt.\n";

    fn check(edits: &[(&str, &str)], expected: &[&str]) {
        let mut desk = Desk::new(Article::plain(TEXT), Corrections::default());
        for (old, new) in edits {
            let at = desk.draft().article.text.find(old).expect("it stands there");
            desk.edit("an edit", &Edit::new(TextRange::new(at, at + old.len()), *new), false);
        }
        assert_eq!(changes_since(&desk).lines().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn each_change_is_a_line() {
        check(&[], &[]);
        check(&[("twelve", "fourteen")], &["• Paragraph 2: “twelve” is now “fourteen”"]);
        check(&[("Roe", "Rowe")], &["• Paragraph 2: “Roe” is now “Rowe”"]);
        check(&[("\nNobody was hurt.\n", "")], &["• Paragraph 3, taken out: “Nobody was hurt.”"]);
        check(
            &[("hurt.\n", "hurt.\n\nShips sail.\n"), ("Port", "Dock")],
            &["• Paragraph 1: “Port” is now “Dock”", "• Paragraph 4, new: “Ships sail.”"],
        );
        check(&[("twelve", "fourteen"), ("fourteen", "twelve")], &[]);
    }
}

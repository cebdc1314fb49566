//! What the source said of its lines, as the lines change.

use crate::document::hints::{Hint, HintKind};
use crate::text::{Edit, TextRange};

/// Keeps one hint a line, in order, after an edit. A line that was parted is of its kind in both halves, but for a
/// heading, of which the first half alone is one; of lines that were joined the first counts.
pub fn follow(hints: &mut Vec<Hint>, text: &str, edit: &Edit) {
    if hints.is_empty() {
        return;
    }
    let lines = around(text, edit.now());
    let mut after: Vec<Hint> = Vec::with_capacity(hints.len() + 1);
    let mut touched: Vec<Hint> = Vec::new();
    for hint in hints.drain(..) {
        let Some(range) = edit.place(hint.range) else { continue };
        let moved = Hint { range, ..hint };
        if range.overlaps(lines) {
            touched.push(moved);
        } else {
            after.push(moved);
        }
    }
    let at = after.partition_point(|hint| hint.range.start() < lines.start());
    after.splice(at..at, of_lines(text, lines, &touched));
    *hints = after;
}

/// The hints of the lines that were touched, from those that lay there.
fn of_lines(text: &str, lines: TextRange, before: &[Hint]) -> Vec<Hint> {
    let mut at = lines.start();
    let mut last: Option<Hint> = None;
    let mut found = Vec::new();
    for line in lines.of(text).split_inclusive('\n') {
        let range = TextRange::new(at, at + line.len()).trim(text);
        at += line.len();
        if range.is_empty() {
            continue;
        }
        let own = before.iter().find(|hint| hint.range.overlaps(range)).copied();
        let goes_on = own.is_some() && own.map(|hint| hint.range) == last.map(|hint| hint.range);
        let mut hint = own.unwrap_or_else(|| Hint::of(range));
        last = own;
        if goes_on && matches!(hint.kind, Some(HintKind::Heading(_))) {
            hint.kind = None;
        }
        found.push(Hint { range, ..hint });
    }
    found
}

/// The whole lines around a range.
fn around(text: &str, range: TextRange) -> TextRange {
    let start = text[..range.start()].rfind('\n').map_or(0, |at| at + 1);
    let end = text[range.end()..].find('\n').map_or(text.len(), |at| range.end() + at + 1);
    TextRange::new(start, end)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Hints of a heading and two items, after an edit; each as its kind's first letter and its words.
    fn check(edit: Edit, expected: &[&str]) {
        let mut text = String::from("Head\n\nOne item\nTwo item\n");
        let mut hints: Vec<Hint> =
            [(0, 4, HintKind::Heading(1)), (6, 14, HintKind::Item), (15, 23, HintKind::Item)]
                .map(|(start, end, kind)| Hint { kind: Some(kind), ..Hint::of(TextRange::new(start, end)) })
                .into();
        edit.apply(&mut text);
        follow(&mut hints, &text, &edit);
        let line = |hint: &Hint| {
            let kind = match hint.kind {
                Some(HintKind::Heading(_)) => "h ",
                Some(_) => "i ",
                None => "- ",
            };
            [kind, hint.range.of(&text)].concat()
        };
        assert_eq!(hints.iter().map(line).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn every_line_has_one_hint() {
        let edit = |start, end, with: &str| Edit::new(TextRange::new(start, end), with);
        check(edit(4, 4, "er"), &["h Header", "i One item", "i Two item"]);
        check(edit(2, 2, "\n"), &["h He", "- ad", "i One item", "i Two item"]);
        check(edit(9, 10, "\n"), &["h Head", "i One", "i item", "i Two item"]);
        check(edit(14, 15, " "), &["h Head", "i One item Two item"]);
        check(edit(4, 6, ": "), &["h Head: One item", "i Two item"]);
        check(edit(5, 5, "New line"), &["h Head", "- New line", "i One item", "i Two item"]);
        check(edit(0, 24, ""), &[]);
        check(edit(6, 15, ""), &["h Head", "i Two item"]);
    }
}

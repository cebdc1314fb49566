//! Marks written into the text: `[LONDON|place], [March 3|date] ([Reuters|agency]) - …`.
//!
//! Carets under the words would break on wide letters and long lines; brackets do not.

use galley::text::TextRange;

/// A range and what stands after its bar.
pub type Labelled = (TextRange, String);

/// The lines of `text` that hold a mark, each indented, with the marks in brackets.
pub fn write(text: &str, mut marks: Vec<Labelled>) -> String {
    marks.sort_by_key(|(range, _)| (range.start(), usize::MAX - range.end()));
    let (mut lines, mut at) = (String::new(), 0);
    for line in text.split_inclusive(['\n', '\r']) {
        let range = TextRange::new(at, at + line.len());
        at = range.end();
        let inside: Vec<&Labelled> = marks.iter().filter(|(mark, _)| mark.overlaps(range)).collect();
        if !inside.is_empty() {
            lines += "  ";
            lines += bracketed(text, range.trim(text), &inside).trim_end();
            lines += "\n";
        }
    }
    lines
}

/// One line with its marks; inner brackets close before outer ones.
fn bracketed(text: &str, line: TextRange, marks: &[&Labelled]) -> String {
    let mut out = String::new();
    for (at, c) in
        line.of(text).char_indices().map(|(at, c)| (line.start() + at, c)).chain([(line.end(), '\0')])
    {
        for (_, label) in marks.iter().rev().filter(|(range, _)| range.end() == at) {
            out += &format!("|{label}]");
        }
        marks.iter().filter(|(range, _)| range.start() == at).for_each(|_| out.push('['));
        match c {
            '\0' if at == line.end() => {}
            c if c.is_control() || is_invisible(c) => out.extend(c.escape_unicode()),
            c => out.push(c),
        }
    }
    out
}

/// Characters that a reader of a golden could not see.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{ad}')
}

#[test]
fn marks_nest() {
    let text = "Doe said: “Go.”\nNobody went.";
    let marks = vec![
        (TextRange::new(0, 3), "source q1".to_owned()),
        (TextRange::new(10, 19), "direct q1".to_owned()),
        (TextRange::new(13, 15), "word".to_owned()),
    ];
    assert_eq!(write(text, marks), "  [Doe|source q1] said: [“[Go|word].”|direct q1]\n");
}

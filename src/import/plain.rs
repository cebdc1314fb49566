//! Plain text.

use super::Imported;
use crate::article::Article;

/// Reads plain text: line ends become `\n`, control characters are left out.
///
/// Tabs stay, as tables need them. A byte order mark, NUL and the other control
/// characters of Unicode's `Cc` class draw nothing and would confuse positions in
/// other programs; direction marks stay, as right-to-left text needs them.
pub fn read(text: &str) -> Imported {
    let (text, dropped) = clean(text);
    Imported { article: Article::plain(text), dropped }
}

/// The text without control characters, and how many there were.
pub fn clean(text: &str) -> (String, usize) {
    let mut kept = String::with_capacity(text.len());
    let mut dropped = 0;
    let mut chars = text.strip_prefix('\u{feff}').unwrap_or(text).chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' => kept.push('\n'),
            '\n' | '\t' => kept.push(c),
            c if c.is_control() => dropped += 1,
            c => kept.push(c),
        }
    }
    (kept, dropped)
}

#[cfg(test)]
mod tests {
    use super::clean;

    #[test]
    fn line_ends_become_one_kind() {
        assert_eq!(clean("a\r\nb\rc\u{2028}d\n"), ("a\nb\nc\nd\n".into(), 0));
    }

    #[test]
    fn control_characters_are_left_out_and_counted() {
        assert_eq!(clean("\u{feff}a\0b\u{7}c\td\u{1b}[0m"), ("abc\td[0m".into(), 3));
    }

    #[test]
    fn emoji_and_direction_marks_stay() {
        let text = "👩‍👩‍👧 \u{200f}שלום\u{200e} e\u{301}";
        assert_eq!(clean(text), (text.into(), 0));
    }
}

//! Plain text.

use super::imported::Imported;
use super::windows;
use crate::document::article::Article;
use std::borrow::Cow;

/// Reads plain text: line ends become `\n`, control characters are left out.
///
/// Tabs stay, as tables need them. A byte order mark, NUL and the other control
/// characters of Unicode's `Cc` class draw nothing and would confuse positions in
/// other programs; direction marks stay, as right-to-left text needs them. Soft hyphens go, and the line
/// ends after them, where one cut a word.
pub fn read(text: &str) -> Imported {
    let (text, dropped) = clean(&without_soft_hyphens(text));
    Imported { dropped, ..Imported::of(Article::plain(text)) }
}

/// The text without soft hyphens: `Oak-⏎ham` is "Oakham", where the hyphen is one.
fn without_soft_hyphens(text: &str) -> Cow<'_, str> {
    let mut pieces = text.split('\u{ad}');
    let first = pieces.next().unwrap_or_default();
    let mut whole = Cow::Borrowed(first);
    for piece in pieces {
        let blanks = piece.trim_start_matches([' ', '\t', '\r']);
        let next = blanks.strip_prefix('\n').map(|next| next.trim_start_matches([' ', '\t']));
        let goes_on = next.filter(|next| next.starts_with(char::is_lowercase));
        whole.to_mut().push_str(goes_on.unwrap_or(piece));
    }
    whole
}

/// The text without control characters, and how many there were.
///
/// Curly quotation marks that somebody read as Latin-1 stand as control characters; they become marks again.
pub fn clean(text: &str) -> (String, usize) {
    let mut kept = String::with_capacity(text.len());
    let mut dropped = 0;
    // U+0085 may be a line end or a mis-read "…"; others of its kind say which.
    let misread = text.contains(|c| matches!(c, '\u{91}'..='\u{97}'));
    let mut chars = text.strip_prefix('\u{feff}').unwrap_or(text).chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\u{85}' if misread || stands_in_words(&kept, chars.peek()) => kept.push('…'),
            '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' => kept.push('\n'),
            '\n' | '\t' => kept.push(c),
            c if c.is_control() => match windows::mended(c) {
                Some(letter) => kept.push(letter),
                None => dropped += 1,
            },
            c => kept.push(c),
        }
    }
    (kept, dropped)
}

fn stands_in_words(before: &str, next: Option<&char>) -> bool {
    before.ends_with(char::is_alphanumeric) && next.is_some_and(|c| c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::{clean, read};

    #[test]
    fn line_ends_become_one_kind() {
        assert_eq!(clean("a\r\nb\rc\u{2028}d\n"), ("a\nb\nc\nd\n".into(), 0));
    }

    #[test]
    fn control_characters_are_left_out_and_counted() {
        assert_eq!(clean("\u{feff}a\0b\u{7}c\td\u{1b}[0m"), ("abc\td[0m".into(), 3));
    }

    #[test]
    fn misread_marks_of_windows_are_mended() {
        for (text, expected) in [
            (
                "\u{93}We are ready,\u{94} she said. It\u{92}s late\u{85}",
                "“We are ready,” she said. It’s late…",
            ),
            ("We wait\u{85}and see", "We wait…and see"),
            ("One.\u{85}Two.", "One.\nTwo."),
            ("5 \u{80}\u{81}", "5 €"),
        ] {
            assert_eq!(clean(text).0, expected);
        }
    }

    #[test]
    fn soft_hyphens_go_and_the_word_they_cut_is_whole() {
        for (text, expected) in [
            ("at Oak\u{ad}\nham on", "at Oakham on"),
            ("at Oak\u{ad} \r\n  ham on", "at Oakham on"),
            ("Trans\u{ad}port", "Transport"),
            ("Oak\u{ad}\n\nHam", "Oak\n\nHam"),
            ("\u{ad}", ""),
        ] {
            assert_eq!(read(text).article.text, expected);
        }
    }

    #[test]
    fn emoji_and_direction_marks_stay() {
        let text = "👩‍👩‍👧 \u{200f}שלום\u{200e} e\u{301}";
        assert_eq!(clean(text), (text.into(), 0));
    }
}

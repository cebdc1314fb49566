//! Words that a page's edge cut in two, and signs that are not seen.

use std::borrow::Cow;

/// The words as they would be written in the middle of a line.
///
/// ```
/// # use galley::text::mend;
/// assert_eq!(mend("Kwame As-\nante"), "Kwame Asante");
/// assert_eq!(mend("Ada Sato-\nLund"), "Ada Sato-Lund");
/// assert_eq!(mend("Angela Mer\u{ad}kel"), "Angela Merkel");
/// ```
///
/// A hyphen at a line's end goes where a small letter follows, and stays before a capital; what blanks
/// stand around the line's end go with it. A hyphen that never breaks becomes a plain one. Dashes with
/// space before them are left alone, and so are other line ends.
pub fn mend(words: &str) -> Cow<'_, str> {
    // What all the signs to be mended begin with in UTF-8: most words have none.
    let may_begin = |byte| matches!(byte, b'\n' | b'\r' | 0xc2 | 0xe2);
    let is_mended = |c| is_line_end(c) || matches!(c, SOFT_HYPHEN | '\u{2011}');
    if !words.bytes().any(may_begin) || !words.contains(is_mended) {
        return Cow::Borrowed(words);
    }
    let mut mended = String::with_capacity(words.len());
    let mut rest = words;
    while let Some(c) = rest.chars().next() {
        rest = &rest[c.len_utf8()..];
        match c {
            SOFT_HYPHEN => rest = next_line(rest).unwrap_or(rest),
            '\u{2011}' => mended.push('-'),
            c => mended.push(c),
        }
        if is_cut(&mended)
            && let Some(next) = next_line(rest)
        {
            rest = next;
            if rest.starts_with(char::is_lowercase) {
                mended.pop();
            }
        }
    }
    Cow::Owned(mended)
}

/// Says where a word may be cut, and shows only where it is.
const SOFT_HYPHEN: char = '\u{ad}';

/// Whether words end in a hyphen that cuts the last one.
pub fn is_cut(words: &str) -> bool {
    words.strip_suffix(['-', '‐', '¬']).is_some_and(|word| word.ends_with(char::is_alphabetic))
}

/// What follows the blanks that a text begins with, where a line ends among them.
fn next_line(rest: &str) -> Option<&str> {
    let next = rest.trim_start_matches(|c: char| c.is_whitespace() || is_invisible(c));
    rest[..rest.len() - next.len()].contains(is_line_end).then_some(next)
}

/// Ends a line, and with it maybe a paragraph.
pub fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

/// Marks that take no room: byte order mark, zero-width space, direction marks. The soft hyphen is not
/// among them: it stands inside words.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}')
        || (c.is_control() && !c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, expected: &str) {
        assert_eq!(mend(words), expected, "{words:?}");
        assert_eq!(mend(expected), expected, "{words:?}, mended again");
    }

    #[test]
    fn blanks_around_a_cut_go_with_it() {
        for cut in
            ["-\n", "-\r\n", "- \n  ", "-\u{200b}\n", "-\u{2028}", "‐\n", "¬\n", "\u{ad}\n", "\u{ad} \n"]
        {
            check(&["Kwame As", cut, "ante"].concat(), "Kwame Asante");
        }
        check("Ada Sato-\u{a0}\nLund", "Ada Sato-Lund");
        check("Sato\u{2011}Lund", "Sato-Lund");
    }

    #[test]
    fn what_is_not_cut_stays() {
        for words in ["Coast\nWire", "Coast -\nWire", "Coast--\nwire", "7-\nday", "-\n", ""] {
            check(words, words);
        }
    }

    #[test]
    fn mending_comes_to_an_end() {
        for words in
            ["A\u{ad}-\nb", "A-\u{ad}\nb", "A\u{ad}\u{ad}\n-\nb", "a-\n-\nb", "\u{ad}", "a\u{2011}\nb"]
        {
            check(words, &mend(words));
        }
    }
}

//! The two flavours of a clipboard: which of them says more.

use super::imported::Imported;
use super::plain;

/// The rich flavour, or the plain one where that says more: where the rich one has run paragraphs together
/// that the plain one parts, glued words, parted every word, or lost a good part of them.
///
/// What the author deleted or hid stands in the plain flavour too, so it is not taken where the rich one left
/// such words out.
pub fn fuller(rich: Imported, text: &str) -> Imported {
    if text.trim().is_empty() || (rich.left_out != Default::default() && !rich.article.text.trim().is_empty())
    {
        return rich;
    }
    let plain = plain::read(text);
    if says_more(&plain.article.text, &rich.article.text) { plain } else { rich }
}

fn says_more(plain: &str, rich: &str) -> bool {
    let (of_plain, of_rich) = (letters(plain).count(), letters(rich).count());
    if of_rich * 5 < of_plain * 4 {
        return true;
    }
    if of_plain != of_rich || !letters(plain).eq(letters(rich)) {
        return false;
    }
    let (plain, rich) = (gaps(plain), gaps(rich));
    let glued = plain.iter().zip(&rich).any(|(plain, rich)| *plain > Gap::None && *rich == Gap::None);
    let together =
        plain.iter().zip(&rich).filter(|(plain, rich)| plain.parts() && **rich < Gap::Line).count();
    let parted = plain.iter().filter(|gap| gap.parts()).count();
    let broken = plain.iter().filter(|gap| **gap == Gap::Line).count();
    let words = rich.iter().filter(|gap| **gap > Gap::None).count();
    let lines = |gaps: &[Gap]| gaps.iter().filter(|gap| **gap >= Gap::Line).count();
    let word_a_line = words >= 10 && lines(&rich) * 5 > words * 4 && lines(&plain) * 2 < lines(&rich);
    glued || (together > 0 && parted > broken) || word_a_line
}

/// What stands between two letters.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    None,
    /// Marks: whether words are apart there is not told.
    Marks,
    Blank,
    /// A line ends in the middle of a sentence.
    Line,
    /// A line ends where a sentence does.
    Paragraph,
}

impl Gap {
    fn parts(&self) -> bool {
        *self == Gap::Paragraph
    }
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric())
}

/// What stands after each letter but the last.
fn gaps(text: &str) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let mut gap: Option<Gap> = None;
    let mut ended = false;
    for c in text.chars() {
        if c.is_alphanumeric() {
            gaps.extend(gap);
            gap = Some(Gap::None);
            ended = false;
            continue;
        }
        let found = match c {
            '\n' if ended => Gap::Paragraph,
            '\n' => Gap::Line,
            c if c.is_whitespace() => Gap::Blank,
            c => {
                ended |= matches!(c, '.' | '?' | '!' | ':');
                Gap::Marks
            }
        };
        gap = gap.map(|gap| gap.max(found));
    }
    gaps
}

#[cfg(test)]
mod tests {
    use super::says_more;

    #[test]
    fn the_plain_flavour_is_taken_where_it_says_more() {
        let words = "The ferry did not sail on Friday and it did not sail on Monday";
        let column = words.replace(' ', "\n");
        for (plain, rich, expected) in [
            ("It sailed.\nIt sank.", "It sailed. It sank.", true),
            ("It sailed.\n\nIt sank.", "It sailed.It sank.", true),
            ("Advertisement\nIt sank.", "AdvertisementIt sank.", true),
            (
                "The ferry sailed at noon and\nsank at two. It was\nold.\nSo it was.",
                "The ferry sailed at noon and sank at two. It was old. So it was.",
                false,
            ),
            ("It sailed.\nIt sank.", "It sailed.\nIt sank.", false),
            ("It sailed. It sank.", "It sailed.\nIt sank.", false),
            (
                "[boat.jpg]\nIt sailed from the old harbour. It sank.",
                "It sailed from the old harbour. It sank.",
                false,
            ),
            ("It sailed from the old harbour and it sank.", "It sailed.", true),
            (words, &column, true),
            (&column, &column, false),
        ] {
            assert_eq!(says_more(plain, rich), expected, "{plain} | {rich}");
        }
    }
}

//! How words looked in their source, where that was rich text: a clean copy gives it back.

use crate::text::TextRange;
use serde::{Deserialize, Serialize};

/// Words that look otherwise than plain ones. Those of an article are in order, and none overlaps another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    /// The words, in bytes.
    pub range: TextRange,
    /// How they are set: a sum of the styles below.
    pub style: u8,
    /// Where they lead as a link, to an address that [`is_safe`]; empty where they are none.
    pub href: String,
}

/// Set in heavy letters.
pub const STRONG: u8 = 1;
/// Set in slanted letters.
pub const EMPHASIS: u8 = 2;
/// In an item of a list that is numbered.
pub const NUMBERED: u8 = 4;

/// Whether an address leads to a page or into a mail, and runs nothing.
pub fn is_safe(href: &str) -> bool {
    ["https://", "http://", "mailto:"]
        .iter()
        .any(|start| href.get(..start.len()).is_some_and(|own| own.eq_ignore_ascii_case(start)))
}

/// A piece of a text with how it looks: its style, and where it leads.
pub type Piece<'l> = (TextRange, u8, &'l str);

/// A part of a text as pieces, in order and without a gap. What only blanks part in a link is one link.
pub fn pieces<'l>(looks: &'l [Look], part: TextRange, text: &str) -> Vec<Piece<'l>> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut at = part.start();
    for look in looks {
        let Some(range) = look.range.intersect(part).filter(|range| !range.is_empty()) else { continue };
        if at < range.start() {
            let gap = TextRange::new(at, range.start());
            let goes_on = |piece: &&Piece| piece.2 == look.href && gap.of(text).trim().is_empty();
            let (style, href) =
                pieces.last().filter(goes_on).map_or((0, ""), |last| (last.1 & look.style, &*look.href));
            pieces.push((gap, style, href));
        }
        pieces.push((range, look.style, &look.href));
        at = range.end();
    }
    if at < part.end() {
        pieces.push((TextRange::new(at, part.end()), 0, ""));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_run_something_are_not_safe() {
        for (href, safe) in [
            ("https://example.org/a?b=c", true),
            ("HTTP://example.org", true),
            ("mailto:desk@example.org", true),
            ("javascript:alert(1)", false),
            ("data:text/html,x", false),
            ("//example.org", false),
            ("/news", false),
            ("é", false),
        ] {
            assert_eq!(is_safe(href), safe, "{href}");
        }
    }

    #[test]
    fn pieces_leave_no_gap() {
        let look = |start, end, style, href: &str| Look {
            range: TextRange::new(start, end),
            style,
            href: href.into(),
        };
        let text = "Read this report now, please.";
        let looks =
            [look(0, 4, 0, "a"), look(5, 9, STRONG, "a"), look(10, 16, 0, "a"), look(22, 28, EMPHASIS, "")];
        let pieces = pieces(&looks, TextRange::new(2, 29), text);
        let shown: Vec<_> =
            pieces.iter().map(|(range, style, href)| (range.of(text), *style, *href)).collect();
        assert_eq!(
            shown,
            [
                ("ad", 0, "a"),
                (" ", 0, "a"),
                ("this", STRONG, "a"),
                (" ", 0, "a"),
                ("report", 0, "a"),
                (" now, ", 0, ""),
                ("please", EMPHASIS, ""),
                (".", 0, "")
            ]
        );
    }
}

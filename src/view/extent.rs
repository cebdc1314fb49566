//! Where a mark begins and ends when a person moves one of its edges, a word at a time.

use crate::text::TextRange;

/// An end of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Where it begins.
    Start,
    /// Where it ends.
    End,
}

/// The range with one of its edges moved by a word, outwards or inwards. None at the end of a line, and where nothing
/// would be left.
pub fn moved(text: &str, range: TextRange, edge: Edge, outwards: bool) -> Option<TextRange> {
    let (start, end) = (range.start(), range.end());
    match (edge, outwards) {
        (Edge::End, true) => {
            let rest = text[end..].split('\n').next()?;
            let from = rest.find(is_word)?;
            let length = rest[from..].find(|c| !is_word(c)).unwrap_or(rest.len() - from);
            Some(TextRange::new(start, end + from + length))
        }
        (Edge::Start, true) => {
            let before = text[..start].rsplit('\n').next()?.trim_end_matches(|c| !is_word(c));
            let word = before.len() - before.trim_end_matches(is_word).len();
            let line = text[..start].rfind('\n').map_or(0, |at| at + 1);
            (word > 0).then(|| TextRange::new(line + before.len() - word, end))
        }
        (Edge::End, false) => {
            let left = range.of(text).trim_end_matches(|c| !is_word(c)).trim_end_matches(is_word);
            let left = left.trim_end_matches(|c| !is_word(c));
            (!left.is_empty()).then(|| TextRange::new(start, start + left.len()))
        }
        (Edge::Start, false) => {
            let left = range.of(text).trim_start_matches(|c| !is_word(c)).trim_start_matches(is_word);
            let left = left.trim_start_matches(|c| !is_word(c));
            (!left.is_empty()).then(|| TextRange::new(end - left.len(), end))
        }
    }
}

/// The range with the words whole that it begins or ends in.
pub fn whole_words(text: &str, range: TextRange) -> TextRange {
    let (before, words, after) = (&text[..range.start()], range.of(text), &text[range.end()..]);
    let begins = words.starts_with(is_word);
    let start = if begins { before.trim_end_matches(is_word).len() } else { range.start() };
    let rest = if words.ends_with(is_word) { after.trim_start_matches(is_word).len() } else { after.len() };
    TextRange::new(start, text.len() - rest)
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '’' | '\'' | '-' | '&')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Moves an edge of the bracketed words, and brackets what they are then.
    fn check(marked: &str, edge: Edge, outwards: bool, after: Option<&str>) {
        let (start, end) = (marked.find('[').expect("["), marked.find(']').expect("]") - 1);
        let text = marked.replace(['[', ']'], "");
        let range = moved(&text, TextRange::new(start, end), edge, outwards);
        let bracketed = range
            .map(|range| [&text[..range.start()], "[", range.of(&text), "]", &text[range.end()..]].concat());
        assert_eq!(bracketed.as_deref(), after, "{marked} {edge:?} {outwards}");
    }

    #[test]
    fn an_edge_goes_on_by_a_word_of_its_line() {
        let (start, end) = (Edge::Start, Edge::End);
        check("Then [Ann] Roe-Lee, who", end, true, Some("Then [Ann Roe-Lee], who"));
        check("Then [Ann Roe], née Lee", end, true, Some("Then [Ann Roe, née] Lee"));
        check("the mayor, [Ann Roe] said", start, true, Some("the [mayor, Ann Roe] said"));
        check("So.\nThe mayor [Roe]", start, true, Some("So.\nThe [mayor Roe]"));
        check("So.\n[Roe] left", start, true, None);
        check("by [Roe]\nNow", end, true, None);
        check("by Ann [Ro]e now", end, true, Some("by Ann [Roe] now"));
        check("« L’[été] »", start, true, Some("« [L’été] »"));
    }

    #[test]
    fn a_range_takes_whole_words() {
        for (marked, expected) in [
            ("Then A[nn Ro]e-Lee, who", "Ann Roe-Lee"),
            ("Then [Ann Roe], née", "Ann Roe"),
            ("she: [“We g]o,” and", "“We go"),
            ("she: [“We go,”] and", "“We go,”"),
            ("[L’]été", "L’été"),
        ] {
            let (start, end) = (marked.find('[').expect("["), marked.find(']').expect("]") - 1);
            let text = marked.replace(['[', ']'], "");
            assert_eq!(whole_words(&text, TextRange::new(start, end)).of(&text), expected, "{marked}");
        }
    }

    #[test]
    fn an_edge_comes_in_by_a_word_and_leaves_one() {
        let (start, end) = (Edge::Start, Edge::End);
        check("[Mayor Ann Roe,] said", end, false, Some("[Mayor Ann] Roe, said"));
        check("[Mayor Ann Roe] said", start, false, Some("Mayor [Ann Roe] said"));
        check("[Roe] said", start, false, None);
        check("[Roe] said", end, false, None);
        check("[“We go,”] she", end, false, Some("[“We] go,” she"));
    }
}

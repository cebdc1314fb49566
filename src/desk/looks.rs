//! How the words of a draft look, told from how those of the text looked that it came from.
//!
//! ```text
//! came    She *hardly* spoke to [the Ferry Post](https://…).
//! now     She *hardly* ever spoke to [the Evening Ferry Post](https://…).
//! ```
//!
//! Words keep their look wherever they are moved to by what comes and goes around them; what takes the place of some of
//! them has it too. Words that are gone, all of them, leave none.

use crate::document::looks::Look;
use crate::review::changes;
use crate::text::{Edit, TextRange};

/// The looks of a text after it has become another.
pub fn moved(looks: &[Look], before: &str, after: &str) -> Vec<Look> {
    if looks.is_empty() {
        return Vec::new();
    }
    let edit = |(old, new): (TextRange, TextRange)| Edit::new(old, new.of(after)).trimmed(before);
    let edits: Vec<Edit> = changes(before, after).into_iter().map(edit).collect();
    // The last change first: those before it stand where they stood.
    let place = |range: TextRange| edits.iter().rev().try_fold(range, |range, edit| edit.place(range));
    looks.iter().filter_map(|look| Some(Look { range: place(look.range)?, ..look.clone() })).collect()
}

#[cfg(test)]
mod tests {
    use crate::desk::Desk;
    use crate::document::article::Article;
    use crate::document::looks::{EMPHASIS, Look, STRONG};
    use crate::review::Corrections;
    use crate::text::{Edit, TextRange};
    use proptest::prelude::*;

    const TEXT: &str = "Ferry strike ends\n\nAda Quist of the Ferry Post said so.\n\nShe hardly spoke.\n";

    fn look(words: &str, style: u8) -> Look {
        let at = TEXT.find(words).expect("it stands there");
        Look { range: TextRange::new(at, at + words.len()), style, href: String::new() }
    }

    fn desk() -> Desk {
        let looks = vec![look("strike", STRONG), look("the Ferry Post", EMPHASIS), look("hardly", EMPHASIS)];
        Desk::new(Article { looks, ..Article::plain(TEXT) }, Corrections::default())
    }

    fn words(desk: &Desk) -> Vec<String> {
        let text = &desk.draft().article.text;
        desk.looks().iter().map(|look| look.range.of(text).to_owned()).collect()
    }

    fn check(edits: &[(&str, &str)], expected: &[&str]) {
        let mut desk = desk();
        for (old, new) in edits {
            let at = desk.draft().article.text.find(old).expect("it stands there");
            desk.edit("typing", &Edit::new(TextRange::new(at, at + old.len()), *new), false);
        }
        assert_eq!(words(&desk), expected);
        while desk.undo().is_some() {}
        assert_eq!(words(&desk), ["strike", "the Ferry Post", "hardly"]);
    }

    #[test]
    fn looks_stay_on_their_words() {
        check(&[], &["strike", "the Ferry Post", "hardly"]);
        check(&[("Ada Quist", "Mayor Ada Quist")], &["strike", "the Ferry Post", "hardly"]);
        check(&[("the Ferry", "the Evening Ferry")], &["strike", "the Evening Ferry Post", "hardly"]);
        check(&[("Post", "Mail")], &["strike", "the Ferry Mail", "hardly"]);
        check(&[("hardly", "never"), ("Ada", "Eve")], &["strike", "the Ferry Post"]);
        check(&[("Ferry strike ends\n\n", "")], &["the Ferry Post", "hardly"]);
        check(&[("hardly", "hardly ever")], &["strike", "the Ferry Post", "hardly"]);
        check(&[("hardly", "so very hardly")], &["strike", "the Ferry Post", "hardly"]);
    }

    proptest! {
        #[test]
        fn paragraphs_that_nobody_edits_keep_their_looks(
            edits in proptest::collection::vec((0..40usize, 0..8usize, "[a-z .é\n]{0,6}"), 0..12),
            first in any::<bool>(),
        ) {
            let mut desk = desk();
            for (at, length, with) in edits {
                let text = &desk.draft().article.text;
                // The first paragraph, or the second, which what is typed may part.
                let (from, to) = match first {
                    true => (0, text.find("\n\nAda Quist").expect("it stands there")),
                    false => (text.find("Ada").unwrap_or(19), text.find("\n\nShe hardly").expect("it stands there")),
                };
                let start = text.floor_char_boundary((from + at).min(to));
                let end = text.floor_char_boundary((start + length).min(to));
                if (first || start > from + 2) && end <= to {
                    desk.edit("typing", &Edit::new(TextRange::new(start, end.max(start)), with), false);
                }
            }
            let found = words(&desk);
            let whole: &[&str] = if first { &["the Ferry Post", "hardly"] } else { &["strike", "hardly"] };
            for words in whole {
                prop_assert!(found.iter().any(|found| found == words), "{words}: {found:?}");
            }
            let (looks, text) = (desk.looks(), &desk.draft().article.text);
            prop_assert!(looks.iter().all(|look| text.get(look.range.start()..look.range.end()).is_some()));
            prop_assert!(looks.windows(2).all(|two| two[0].range.end() <= two[1].range.start()));
            while desk.undo().is_some() {}
            prop_assert_eq!(words(&desk), ["strike", "the Ferry Post", "hardly"]);
        }
    }
}

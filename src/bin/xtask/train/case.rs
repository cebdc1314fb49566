//! Copies of the heads of some pages in small letters, in ALL CAPITALS, or under a headline in capitals.
//!
//! No source is written so, and the reader's text may be: such copies keep what a name's neighbours
//! say when its capital says nothing. They are few, so that they cost nothing where capitals speak.

use super::augment::Chance;
use super::copy::{Rewriting, append};
use super::read::Labelled;

/// One page in so many is copied.
const ONE_IN: usize = 6;
/// About so much of it, in bytes.
const HEAD: usize = 900;

/// A copy of a page's head, if it is its turn.
pub fn copy(page: &Labelled, seed: usize) -> Option<Labelled> {
    let mut chance = Chance::new(seed as u64 + 7_000_000);
    if chance.below(ONE_IN) > 0 || page.names.is_empty() {
        return None;
    }
    let mut copy = Labelled { id: page.id.clone(), ..Labelled::default() };
    let end = sentence_end(&page.text, HEAD);
    match chance.below(3) {
        0 => cased(&mut copy, page, (0, end), str::to_lowercase),
        1 => cased(&mut copy, page, (0, end), str::to_uppercase),
        _ => {
            let headline = sentence_end(&page.text, 30).min(end);
            cased(&mut copy, page, (0, headline), str::to_uppercase);
            cased(&mut copy, page, (headline, end), str::to_owned);
        }
    }
    Some(copy)
}

fn cased(copy: &mut Labelled, page: &Labelled, part: (usize, usize), case: fn(&str) -> String) {
    append(copy, page, part, Rewriting { plain: &mut |text| case(text), name: &mut |name, _| case(name) });
}

/// The end of the first sentence that ends after `from`, or of the text.
fn sentence_end(text: &str, from: usize) -> usize {
    let ends = text.match_indices(['\n', '.']).map(|(at, _)| at + 1).filter(|&at| at > from);
    let mut ends = ends.filter(|&at| text[at..].starts_with([' ', '\n']) || text[..at].ends_with('\n'));
    ends.next().unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::super::read::Name;
    use super::*;

    #[test]
    fn names_keep_their_places() {
        let text = "Ada Øre saw Straße 7. She left.".to_owned();
        let names = vec![Name { start: 0, end: 8, kind: 0 }, Name { start: 13, end: 20, kind: 2 }];
        let page = Labelled { text, names, ..Labelled::default() };
        let copies: Vec<Labelled> = (0..60).filter_map(|seed| copy(&page, seed)).collect();
        assert!(!copies.is_empty());
        for copy in copies {
            let words = |at: usize| copy.text[copy.names[at].start..copy.names[at].end].to_lowercase();
            assert_eq!(
                (words(0).as_str(), words(1).replace("strasse", "straße")),
                ("ada øre", "straße".into())
            );
        }
    }
}

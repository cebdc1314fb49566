//! Links to every sentence and quotation of a published page (`#:~:text=`, see [`super::fragment`]), a line each in the order of
//! the text. Nothing is counted.
//!
//! ```text
//! (columns are parted by tabs)
//! sentence     https://news.example/port#:~:text=Talks%20resume    Talks resume
//! quotation    https://news.example/port#:~:text=%E2%80%9CWe%20won%2C%E2%80%9D    “We won,”
//! ```
//!
//! The page must have the article's words as they stand here.

use super::fragment::{Folded, spaced};
use super::wanted::Wanted;
use crate::document::Document;
use crate::sentences::split;
use crate::text::TextRange;
use crate::tokens::tokenize;

/// The links to a page with this address, which may lead to a place of it already. Sentences and quotations of the
/// page's furniture are left out unless they are wanted.
pub fn links(document: &Document, address: &str, wanted: &Wanted) -> String {
    let (text, mut out) = (&*document.article.text, String::new());
    let folded = Folded::new(text);
    for (range, kind) in places(document) {
        if document.is_furniture(range) && !wanted.filter.furniture {
            continue;
        }
        let Some(fragment) = folded.fragment(range) else { continue };
        // What leads to a place of the page stands behind the address's own place, without a second `#`.
        let end = if address.contains('#') { &fragment[1..] } else { &fragment };
        out.extend([kind, "\t", address, end, "\t", &spaced(range.of(text)), "\n"]);
    }
    out
}

/// Each sentence and each piece of a quotation, sentences first where both begin.
fn places(document: &Document) -> Vec<(TextRange, &'static str)> {
    let text = &document.article.text;
    let tokens = tokenize(text);
    let mut places = Vec::new();
    for sentence in split(text, &tokens) {
        let tokens = &tokens[sentence.tokens];
        if let (Some(first), Some(last)) = (tokens.first(), tokens.last()) {
            places.push((first.range.cover(last.range), "sentence"));
        }
    }
    places.extend(document.layers.quotes.iter().map(|quote| (quote.range, "quotation")));
    places.sort_by_key(|&(range, _)| range.start());
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::annotate;
    use crate::document::article::Article;

    fn check(address: &str, text: &str, expected: &[&str]) {
        let document = annotate(Article::plain(text));
        let lines = links(&document, address, &Wanted::usual(false));
        assert_eq!(lines.lines().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn each_sentence_and_quotation_has_a_link() {
        check(
            "https://news.example/port",
            "Talks resume\n\n“We won,” Ada Quist said. “We  won.”",
            &[
                "sentence\thttps://news.example/port#:~:text=Talks%20resume\tTalks resume",
                "sentence\thttps://news.example/port#:~:text=%E2%80%9CWe%20won%2C%E2%80%9D%20Ada%20Quist%20said.\t“We won,” Ada Quist said.",
                "quotation\thttps://news.example/port#:~:text=%E2%80%9CWe%20won%2C%E2%80%9D\t“We won,”",
                "sentence\thttps://news.example/port#:~:text=%E2%80%9CWe%20won.%E2%80%9D\t“We won.”",
                "quotation\thttps://news.example/port#:~:text=%E2%80%9CWe%20won.%E2%80%9D\t“We won.”",
            ],
        );
    }

    #[test]
    fn an_address_that_leads_to_a_place_keeps_it() {
        check(
            "https://a.example/#b",
            "It sailed.",
            &["sentence\thttps://a.example/#b:~:text=It%20sailed.\tIt sailed."],
        );
        check("https://a.example/", "", &[]);
    }
}

//! What is said of a link, before it is given out and before it is opened.

use super::link::LONGEST;
use crate::document::article::Article;
use crate::review::Corrections;
use crate::view::explain::shorten;
use crate::view::ledger::count;

/// What whoever gives a link of this length out is to know of it.
pub fn link(length: usize, is_to_mark: bool) -> String {
    let size = [&length.div_ceil(1000).to_string(), " kB"].concat();
    if length > LONGEST {
        return [
            "A link to this article would be ",
            &size,
            " long, more than most programs carry. Download the HTML proof and send that: it opens in Galley again.",
        ]
        .concat();
    }
    let mark = if is_to_mark { " It opens at the mark that you chose, with its card." } else { "" };
    [
        "The link is ",
        &size,
        " long and holds the whole article with what you decided.",
        mark,
        " This site never gets it, but whoever has the link can read the article, and so can the chat or mail service \
         that carries it.",
    ]
    .concat()
}

/// "“Port talks resume”, 412 words, 3 decisions."
pub fn held(article: &Article, corrections: &Corrections) -> String {
    let first = article.text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let words = article.text.split_whitespace().count();
    let decisions = corrections.iter().count() + article.choices.parts.len();
    let start = ["“", &shorten(first.trim(), 80), "”, ", &count(words, "word", "words")].concat();
    match decisions {
        0 => start + ".",
        _ => [&start, ", ", &count(decisions, "decision", "decisions"), "."].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_is_told_with_its_size_and_where_it_leads() {
        let (short, to_mark, long) = (link(3001, false), link(3001, true), link(LONGEST + 1, true));
        assert!(
            short.starts_with("The link is 4 kB long") && short.contains("can read the article"),
            "{short}"
        );
        assert!(!short.contains("card") && to_mark.contains("with its card"), "{to_mark}");
        assert!(long.contains("would be 33 kB long") && long.contains("HTML proof"), "{long}");
    }

    #[test]
    fn what_a_link_holds_is_told() {
        let told = |text: &str| held(&Article::plain(text), &Corrections::default());
        assert_eq!(told("\n Port talks resume \n\nIt sailed."), "“Port talks resume”, 5 words.");
        assert_eq!(told(""), "“”, 0 words.");
    }
}

//! Laws that hold for every text: built from pieces of news and of anything else.

mod corrections;

mod formats;

mod pieces;

mod work;

use galley::annotate::annotate;
use galley::checks::findings;
use galley::document::Document;
use galley::document::article::Article;
use galley::export::json;
use galley::text::{OffsetMap, TextRange};
use galley::tokens::tokenize;
use galley::view::blocks::{blocks, paragraphs};
use galley::view::{self, LayerSet, Piece};
pub use pieces::article;
use pieces::prose;
use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::Value;

/// How often a law is tried.
pub fn cases(cases: u32) -> Config {
    Config { cases, failure_persistence: None, ..Config::default() }
}

fn read(text: &str) -> Document {
    annotate(Article::plain(text))
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn a_text_rebuilds_from_its_tokens(text in article()) {
        let (mut rebuilt, mut at) = (String::new(), 0);
        for token in tokenize(&text) {
            prop_assert!(token.start() >= at && token.end() > token.start(), "tokens run forward");
            let gap = &text[at..token.start()];
            prop_assert!(!gap.chars().any(char::is_alphanumeric), "{gap:?} lies in no token");
            rebuilt += gap;
            rebuilt += token.of(&text);
            at = token.end();
        }
        rebuilt += &text[at..];
        prop_assert_eq!(rebuilt, text);
    }

    #[test]
    fn positions_agree_with_a_plain_count(text in article()) {
        let map = OffsetMap::new(&text);
        for at in (0..=text.len()).filter(|&at| text.is_char_boundary(at)) {
            let before = &text[..at];
            prop_assert_eq!(map.chars(at), before.chars().count());
            prop_assert_eq!(map.utf16(at), before.encode_utf16().count());
            prop_assert_eq!(map.byte_of_chars(map.chars(at)), at);
            prop_assert_eq!(map.byte_of_utf16(map.utf16(at)), at);
        }
    }
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn a_document_keeps_its_promises(text in article()) {
        prop_assert_eq!(read(&text).check_invariants(), Ok(()));
    }

    #[test]
    fn the_same_article_gives_the_same_bytes(text in article()) {
        let bytes = |text: &str| postcard::to_allocvec(&read(text)).expect("a document serialises");
        prop_assert_eq!(bytes(&text), bytes(&text));
    }

    #[test]
    fn what_is_drawn_is_the_text(text in article()) {
        let document = read(&text);
        let marks = view::Marks::from(view::marks(&document, &findings(&document)));
        for block in blocks(&document.article).into_iter().chain(paragraphs(&document)) {
            let drawn = view::paragraph(block.range, &marks, LayerSet::ALL);
            let mut at = block.range.start();
            prop_assert!(follow(&drawn, block.range, &mut at), "{:?}", drawn);
            prop_assert_eq!(at, block.range.end());
        }
    }

    #[test]
    fn paragraphs_hold_every_word(text in article()) {
        let mut at = 0;
        for paragraph in read(&text).layers.structure {
            prop_assert!(tokenize(&text[at..paragraph.range.start()]).is_empty());
            at = paragraph.range.end();
        }
        prop_assert!(tokenize(&text[at..]).is_empty());
    }

    #[test]
    fn json_quotes_the_text_at_its_positions(text in article()) {
        let document = read(&text);
        let written = serde_json::to_value(json::annotations(&document, true)).expect("it serialises");
        let letters: Vec<char> = text.chars().collect();
        let at = |range: (usize, usize)| letters[range.0..range.1].iter().collect::<String>();
        let layers = &document.layers;
        let pairs = [
            ("times", layers.times.iter().map(|t| t.range).collect::<Vec<_>>()),
            ("quotes", layers.quotes.iter().map(|q| q.range).collect()),
            ("terms", layers.terms.iter().map(|t| t.range).collect()),
            ("references", layers.references.iter().map(|r| r.range).collect()),
            ("structure", layers.structure.iter().map(|p| p.range).collect()),
        ];
        for (layer, ranges) in pairs {
            let spans = spans(&written[layer]);
            prop_assert_eq!(spans.len(), ranges.len());
            for (span, range) in spans.into_iter().zip(ranges) {
                prop_assert_eq!(at(span), range.of(&text));
            }
        }
    }

    /// Names, groups and speakers may change with what follows: a later paragraph can give the full
    /// name or a role. What is read from its own sentence may not, as long as the new paragraph is
    /// plain prose: times, amounts, the dateline and what stands in quotation marks.
    #[test]
    fn a_paragraph_more_leaves_the_others_alone(text in prose(), more in prose()) {
        let (short, long) = (read(&text), read(&format!("{text}\n{more}")));
        let end = text.len();
        let until = |ranges: Vec<TextRange>| ranges.into_iter().filter(|r| r.end() <= end).collect::<Vec<_>>();
        let times = |d: &Document| until(d.layers.times.iter().map(|t| t.range).collect());
        let amounts = |d: &Document| until(d.layers.amounts.iter().map(|a| a.range).collect());
        let direct = |d: &Document| {
            let marked = |range: &TextRange| range.of(&d.article.text).starts_with('“');
            until(d.layers.quotes.iter().map(|q| q.range).filter(marked).collect())
        };
        prop_assert_eq!(times(&short), times(&long));
        prop_assert_eq!(amounts(&short), amounts(&long));
        prop_assert_eq!(direct(&short), direct(&long));
        prop_assert_eq!(short.layers.dateline, long.layers.dateline);
    }
}

/// Walks drawn pieces, which must join without gap or overlap and stay inside their mark.
fn follow(pieces: &[Piece], inside: TextRange, at: &mut usize) -> bool {
    pieces.iter().all(|piece| match piece {
        Piece::Words(range) => {
            let joins = range.start() == *at && !range.is_empty() && inside.contains(*range);
            *at = range.end();
            joins
        }
        Piece::Mark { mark, inside: pieces, .. } => follow(pieces, mark.range, at),
    })
}

fn spans(list: &Value) -> Vec<(usize, usize)> {
    let number = |value: &Value| value.as_u64().map(|n| n as usize).expect("a position");
    let list = list.as_array().expect("a list");
    list.iter().map(|item| (number(&item["start"]), number(&item["end"]))).collect()
}

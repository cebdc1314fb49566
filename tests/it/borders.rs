//! What crosses a border comes through whole: messages to the worker, and proofs in HTML.

use crate::laws::{article, cases};
use galley::annotate::annotate;
use galley::checks::findings;
use galley::document::article::Article;
use galley::document::own_names::OwnNames;
use galley::export;
use galley::protocol::{Reply, Request, decode, encode};
use proptest::prelude::*;

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn messages_come_through_whole(text in article(), revision in any::<u32>(), cut in any::<prop::sample::Index>()) {
        let document = annotate(Article::plain(text));
        let findings = findings(&document);
        let request = Request { revision, article: document.article, names: OwnNames::default() };
        let bytes = encode(&request);
        prop_assert_eq!(decode(&bytes), Some(request));
        prop_assert_eq!(decode::<Request>(&bytes[..cut.index(bytes.len())]), None, "a cut message is none");
        let done = Reply::Done { revision, layers: document.layers, findings };
        prop_assert_eq!(decode(&encode(&done)), Some(done));
    }

    #[test]
    fn foreign_bytes_are_no_message(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        // They may happen to be a message; what matters is that nothing breaks.
        let _ = (decode::<Request>(&bytes), decode::<Reply>(&bytes));
    }

    #[test]
    fn html_without_its_tags_is_the_text(text in article()) {
        let html = export::format("html").expect("HTML is a format");
        let document = annotate(Article::plain(text));
        let written = html.text(&document, &export::Wanted::usual(true));
        let body = written.split_once("<article").and_then(|(_, rest)| rest.split_once("</article>"));
        let (body, _) = body.expect("the proof stands in one article");
        prop_assert_eq!(stripped(&format!("<article{body}")), document.article.text.replace('\0', "\u{fffd}"));
        prop_assert!(!written.contains("<script"), "no text becomes a script");
    }
}

/// HTML without its tags, its entities read.
fn stripped(html: &str) -> String {
    let mut text = String::new();
    for part in html.split_inclusive('>') {
        text += part.split_once('<').map_or(part, |(before, _)| before);
    }
    let plain =
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&#13;", "\r"), ("&amp;", "&")];
    plain.into_iter().fold(text, |text, (entity, c)| text.replace(entity, c))
}

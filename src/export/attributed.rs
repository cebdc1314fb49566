//! One quotation with who said it and where, to be set into another text: as rich text and as plain text.
//!
//! ```text
//! “We moved twice,” “and we will not move again.”
//! — Amina Osei, port director, in “Port talks resume & stall”
//! ```

use crate::document::Document;
use crate::document::quotes::{Quote, QuoteKind};
use crate::view::html::escape;
use crate::view::notes::speaker;

/// The quotation that a piece belongs to, as rich text and as plain text.
pub fn write(document: &Document, piece: usize) -> Option<(String, String)> {
    let quotes = &document.layers.quotes;
    let quote = quotes.get(piece)?;
    let pieces = quotes.iter().filter(|one| one.group == quote.group).map(|one| document.words(one.range));
    let words = pieces.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ");
    let who = who(document, quote);
    let (mut html, plain) = (String::from("<blockquote>"), [&words, "\n— ", &who].concat());
    escape(&mut html, &words);
    html.push_str("</blockquote><p>— ");
    escape(&mut html, &who);
    html.push_str("</p>");
    Some((html, plain))
}

fn who(document: &Document, quote: &Quote) -> String {
    let mut who = speaker(document, quote).unwrap_or_else(|| "speaker not known".into());
    let entity = quote.source.as_ref().and_then(|source| source.entity);
    let known = entity.and_then(|id| document.layers.entities.get(id.0 as usize));
    if let Some(&role) = known.and_then(|known| known.roles.first()) {
        who.extend([", ", document.words(role)]);
    }
    // Whoever sets it into another text is not to take reported words for the speaker's own.
    if quote.kind == QuoteKind::Indirect {
        who.push_str(" (reported, not word for word)");
    }
    if let Some(headline) = document.headline() {
        who.extend([", in “", &headline, "”"]);
    }
    who
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample;

    fn check(piece: usize, expected: &str) {
        let (html, plain) = write(&sample::document(), piece).expect("there is such a quotation");
        assert!(plain.starts_with(expected), "{plain}");
        assert!(html.starts_with("<blockquote>") && html.contains("Port talks resume &amp; stall"), "{html}");
    }

    #[test]
    fn a_quotation_goes_with_its_speaker_and_its_article() {
        check(0, "“We moved twice,” “Osei Group <moved>.”\n— Amina Osei, in “Port talks resume & stall”");
        check(2, "“The money is there,”\n— Kofi Lindqvist");
        let unknown = write(&sample::document(), 3).expect("there is such a quotation").1;
        assert!(unknown.contains("\n— speaker not known"), "{unknown}");
    }

    #[test]
    fn what_is_no_quotation_is_not_copied() {
        assert_eq!(write(&sample::document(), 99), None);
    }
}

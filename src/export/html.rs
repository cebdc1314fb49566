//! A proof in one HTML file: it looks like the screen, needs no network and runs no script.
//!
//! The text inside `<article>` is the article's, to the letter, white space between
//! paragraphs included; marks, badges and notes are attributes that the style sheet
//! paints. NUL, which HTML cannot hold, becomes U+FFFD.

use crate::document::Document;
use crate::export::{Format, Wishes};
use crate::layers::structure::Part;
use crate::reason::Basis;
use crate::text::order::put_in_order;
use crate::view::blocks::blocks;
use crate::view::html::{Drawing, Use, escape};
use crate::view::index::{Filter, Index};
use crate::view::ledger::{self, Row, Section};
use crate::view::{LAYERS, Layer, LayerSet};

/// A proof in one HTML file.
pub const FORMAT: Format = Format {
    id: "html",
    name: "HTML proof",
    about: "The proof in one file that reads in any browser, without Galley and without a network.",
    extension: "html",
    mime: "text/html",
    write,
};

/// The layers of a file.
const SHOWN: LayerSet = LayerSet(LayerSet::USUAL.0 & !(1 << Layer::Findings as u16));

/// The style sheet that proofs on the page and in files share.
pub const PROOF_STYLE: &str = include_str!("../../style/proof.css");

const FILE_STYLE: &str = "
body{margin:0;background:var(--paper);color:var(--ink)}
header,main,footer{max-width:56rem;margin:0 auto;padding:1.5rem 1.25rem}
header{border-bottom:1px solid var(--rule)}header p,footer{font:.85rem/1.5 var(--sans);color:var(--soft)}
h1{font:700 1.1rem/1.3 var(--serif);margin:0 0 .4rem}
footer h2{font:600 1rem/1.4 var(--sans);color:var(--ink);margin:1.4rem 0 .3rem}
footer table{border-collapse:collapse;width:100%}
footer td,footer th{border-top:1px solid var(--rule);padding:.3rem .8rem .3rem 0;vertical-align:top;text-align:left;font-weight:400}
footer th{color:var(--ink);width:14rem}footer .open{color:var(--open)}footer td:last-child{text-align:right}
";

fn write(document: &Document, wishes: &Wishes) -> String {
    let all = wishes.all;
    let index = Index::filtered(document, Vec::new(), Filter { furniture: all, least: 0 });
    let mut out = String::with_capacity(document.article.text.len() * 3 + wishes.style.len());
    head(&mut out, document, &wishes.style);
    let class = if all { "proof with-furniture" } else { "proof" };
    out.extend(["<main><article class=\"", class, "\"><div class=\"chunk\">"]);
    article(&mut out, document, &index);
    out.push_str("</div></article></main>\n<footer>");
    for section in ledger::ledger(document, &index) {
        table(&mut out, &section);
    }
    out.push_str("</footer></body></html>\n");
    out
}

fn head(out: &mut String, document: &Document, style: &str) {
    out.push_str("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
    out.push_str("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>");
    escape(out, &title(document));
    out.push_str("</title><style>");
    out.push_str(style);
    out.push_str(FILE_STYLE);
    out.push_str("</style></head>\n<body><header><h1>Proof by Galley</h1><p>");
    out.push_str(&checked(document));
    out.push_str("</p><ul class=\"legend\">");
    for layer in LAYERS.iter().filter(|layer| SHOWN.has(layer.layer)) {
        out.extend(["<li><mark class=\"", layer.class, "\">", layer.name, "</mark></li>"]);
    }
    out.push_str("</ul></header>\n");
}

/// Who answers for it.
fn checked(document: &Document) -> String {
    let quotes = document.layers.quotes.iter();
    let mut decided: Vec<u32> =
        quotes.filter(|quote| quote.why.rule.basis() == Basis::Decided).map(|quote| quote.group).collect();
    // Pieces of one quotation may stand inside another.
    put_in_order(&mut decided, |&group| (group, 0, 0));
    decided.dedup();
    match decided.len() {
        0 => "Found by Galley, not yet checked by a person.".into(),
        1 => "Found by Galley; a person chose the speaker of 1 quotation.".into(),
        many => {
            ["Found by Galley; a person chose the speakers of ", &many.to_string(), " quotations."].concat()
        }
    }
}

fn title(document: &Document) -> String {
    let structure = &document.layers.structure;
    let headline = structure.iter().find(|paragraph| paragraph.part == Part::Headline).or(structure.first());
    headline
        .map_or_else(|| "Proof".into(), |paragraph| crate::view::explain::words(document, paragraph.range))
}

/// The text with its marks. Every character of the article is written, furniture too.
fn article(out: &mut String, document: &Document, index: &Index) {
    // What is still to be checked is between the editor and the page.
    let (marks, purpose) = (&index.marks, Use::File);
    let drawing = Drawing { document, marks, findings: &[], visible: SHOWN, purpose };
    let mut at = 0;
    for block in blocks(&document.article) {
        escape(out, &document.article.text[at..block.range.start()]);
        drawing.block(out, block);
        at = block.range.end();
    }
    escape(out, &document.article.text[at..]);
}

fn table(out: &mut String, section: &Section) {
    out.extend(["<h2>", section.title, "</h2><table>"]);
    for row in &section.rows {
        line(out, row);
    }
    out.push_str("</table>");
}

fn line(out: &mut String, row: &Row) {
    out.push_str(if row.open { "<tr><th class=\"open\">" } else { "<tr><th>" });
    escape(out, &row.title);
    out.push_str("</th><td>");
    escape(out, &row.detail);
    out.extend(["</td><td>", &row.marks.len().to_string(), "</td></tr>"]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::annotate;
    use crate::article::Article;
    use crate::reason::Rule;
    use proptest::prelude::*;

    /// What a browser reads as the text of the article element.
    fn text_of(html: &str) -> String {
        let start = html.find("<article").expect("there is an article");
        let end = html.find("</article>").expect("the article ends");
        let mut text = String::new();
        for piece in html[start..end].split('<').skip(1) {
            let (_, words) = piece.split_once('>').expect("every tag closes");
            text.push_str(words);
        }
        let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#13;", "\r"), ("&amp;", "&")];
        entities.iter().fold(text, |text, (entity, sign)| text.replace(entity, sign))
    }

    fn check(document: &Document) {
        for all in [false, true] {
            let html = write(document, &Wishes { all, ..Wishes::default() });
            assert_eq!(text_of(&html), document.article.text.replace('\0', "\u{fffd}"));
            assert!(!html.contains("<script") && !html.contains("://"));
        }
    }

    #[test]
    fn the_text_comes_back_to_the_letter() {
        check(&crate::view::sample::document());
        for text in
            ["", "\r\n one\r\n\r\ntwo\t3 ", "</script><b>&amp; ]]>", "</article> </mark>", "a\0b", "👩‍👩‍👧 שלום"]
        {
            check(&annotate(Article::plain(text)));
        }
    }

    #[test]
    fn a_headline_gives_the_title() {
        assert!(
            write(&crate::view::sample::document(), &Wishes::default())
                .contains("<title>Port talks resume &amp; stall</title>")
        );
    }

    #[test]
    fn a_quotation_that_a_person_decided_counts_once() {
        let mut document = crate::view::sample::document();
        for (quote, group) in document.layers.quotes.iter_mut().zip([1, 2, 1, 3]) {
            (quote.group, quote.why.rule) = (group, Rule::Chosen);
        }
        assert!(
            write(&document, &Wishes::default()).contains("a person chose the speakers of 3 quotations.")
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn any_text_comes_back(text in "([A-Z][a-z]{1,6}|“|”|said|[<>&\"'\r\n\t ]|</?(script|p|article)>|&[a-z#0-9]{1,4};|[^h:/]){0,40}") {
            check(&annotate(Article::plain(text)));
        }
    }
}

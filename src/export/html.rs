//! A proof in one HTML file: it shows what the screen shows, says when it was made, by which Galley, and what of it
//! no person has checked; it needs no network and runs no script.
//!
//! The text inside `<article>` is the article's, to the letter, white space between
//! paragraphs included; marks, badges and notes are attributes that the style sheet
//! paints. NUL, which HTML cannot hold, becomes U+FFFD.

use crate::document::Document;
use crate::document::comments::Comment;
use crate::document::day::iso;
use crate::export::wanted::Wanted;
use crate::export::written::{Format, Programs, Write};
use crate::view::blocks::paragraphs;
use crate::view::dates::{self, Length};
use crate::view::html::{Drawing, Use, escape};
use crate::view::index::Index;
use crate::view::ledger::{self, Row, Section};
use crate::view::{LAYERS, Layer, LayerInfo, LayerSet, checked};
use jiff::civil::DateTime;

/// A proof in one HTML file.
pub const FORMAT: Format = Format {
    id: "html",
    name: "HTML proof",
    about: "The proof in one file that reads in any browser, without Galley and without a network.",
    extension: "html",
    mime: "text/html",
    write: Write::Text(write),
    programs: Programs { line: None, losses: |_, _| Vec::new() },
};

/// The style sheet that proofs on the page and in files share.
const PROOF_STYLE: &str = include_str!("../../style/proof.css");

const FILE_STYLE: &str = "
body{margin:0;background:var(--paper);color:var(--ink)}
header,main,footer{max-width:56rem;margin:0 auto;padding:1.5rem 1.25rem}
header{border-bottom:1px solid var(--rule)}header p,header ul,footer{font:.85rem/1.5 var(--sans);color:var(--soft)}
h1{font:700 1.1rem/1.3 var(--serif);margin:0 0 .4rem}
footer h2{font:600 1rem/1.4 var(--sans);color:var(--ink);margin:1.4rem 0 .3rem}
footer table{border-collapse:collapse;width:100%;overflow-wrap:anywhere}
footer td,footer th{border-top:1px solid var(--rule);padding:.3rem .8rem .3rem 0;vertical-align:top;text-align:left;font-weight:400}
footer thead th{border:0;color:var(--soft);font-size:.8rem}
footer tbody th{color:var(--ink);width:34%}footer tbody .open{color:var(--open)}
footer a{display:inline-block;min-width:1.5rem;min-height:1.5rem;color:var(--people)}
mark:target{outline:3px solid var(--people);outline-offset:2px}
@media (forced-colors:active){footer a{color:LinkText}mark:target{outline-color:Highlight}}
";

fn write(document: &Document, wanted: &Wanted) -> String {
    // What is still to be checked is between the editor and the page.
    let layers = LayerSet(wanted.layers.0 & !(1 << Layer::Findings as u16));
    let wanted = Wanted { layers, ..*wanted };
    let index = Index::filtered(document, Vec::new(), wanted.filter).of_layers(document, layers);
    let mut out = String::with_capacity(document.article.text.len() * 3 + PROOF_STYLE.len());
    head(&mut out, document, &wanted);
    let class = if wanted.filter.furniture { "proof file with-furniture" } else { "proof file" };
    out.extend(["<main><article class=\"", class, "\"><div class=\"chunk\">"]);
    article(&mut out, document, &index, layers);
    out.push_str("</div></article></main>\n<footer>");
    for section in ledger::ledger(document, &index).iter().filter(|section| layers.has(section.layer)) {
        table(&mut out, section);
    }
    comments(&mut out, document, &wanted);
    out.push_str("</footer>");
    carry(&mut out, document, &wanted);
    out.push_str("</body></html>\n");
    out
}

/// The document itself, which browsers do not show: a proof opens again in Galley as it was.
fn carry(out: &mut String, document: &Document, wanted: &Wanted) {
    out.push_str("<template id=\"galley-json\">");
    escape(out, &super::json::FORMAT.text(document, wanted));
    out.push_str("</template>");
}

fn head(out: &mut String, document: &Document, wanted: &Wanted) {
    out.push_str("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">");
    out.push_str("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>");
    escape(out, &document.headline().unwrap_or_else(|| "Proof".into()));
    out.push_str("</title><style>");
    out.push_str(PROOF_STYLE);
    out.push_str(FILE_STYLE);
    out.push_str("</style></head>\n<body><header><h1>Proof by Galley</h1><p>");
    made(out, wanted.made);
    out.push_str(&checked::sentence(document));
    out.push_str(&left_out(document, wanted));
    out.push_str("</p>");
    decisions(out, document);
    out.push_str("<ul class=\"legend\">");
    for layer in layers(document).filter(|layer| wanted.layers.has(layer.layer)) {
        out.extend(["<li><mark class=\"", layer.class, "\">", layer.name, "</mark></li>"]);
    }
    out.push_str("</ul></header>\n");
}

/// "Made on Friday 6 March 2026 at 14:05 by Galley 0.1.0. "
fn made(out: &mut String, made: Option<DateTime>) {
    out.push_str("Made ");
    if let Some(made) = made {
        let two = |number: i8| [if number < 10 { "0" } else { "" }, &number.to_string()].concat();
        let clock = [two(made.hour()), two(made.minute())].join(":");
        let (day, machine) = (dates::day(made.date(), Length::Full), iso(made.date()));
        out.extend(["on <time datetime=\"", &machine, "T", &clock, "\">", &day, " at ", &clock, "</time> "]);
    }
    out.extend(["by Galley ", env!("CARGO_PKG_VERSION"), ". "]);
}

/// The layers that are told of: not everybody has labels of their own.
fn layers(document: &Document) -> impl Iterator<Item = &'static LayerInfo> {
    let own = !document.layers.passages.is_empty();
    LAYERS.iter().filter(move |layer| own || layer.layer != Layer::Own)
}

/// What the reader of the page had put out of sight.
fn left_out(document: &Document, wanted: &Wanted) -> String {
    let hidden = layers(document).filter(|layer| {
        LayerSet::USUAL.has(layer.layer) && !wanted.layers.has(layer.layer) && layer.layer != Layer::Findings
    });
    let mut left_out: Vec<String> = hidden.map(|layer| layer.name.to_owned()).collect();
    if wanted.filter.least > 0 {
        let percent = (wanted.filter.least / 10).to_string();
        left_out.push(["marks that are less than ", &percent, " percent sure"].concat());
    }
    if left_out.is_empty() { String::new() } else { [" Left out: ", &left_out.join(", "), "."].concat() }
}

fn decisions(out: &mut String, document: &Document) {
    let decisions = checked::decisions(document);
    if decisions.is_empty() {
        return;
    }
    out.push_str("<ul class=\"decided\">");
    for decision in decisions {
        out.push_str("<li>");
        escape(out, &decision);
        out.push_str("</li>");
    }
    out.push_str("</ul>");
}

/// The text with its marks. Every character of the article is written, furniture too.
fn article(out: &mut String, document: &Document, index: &Index, visible: LayerSet) {
    let (marks, purpose) = (&index.marks, Use::File);
    let drawing = Drawing { document, marks, findings: &[], visible, purpose };
    let mut at = 0;
    for block in paragraphs(document) {
        escape(out, &document.article.text[at..block.range.start()]);
        drawing.block(out, block);
        at = block.range.end();
    }
    escape(out, &document.article.text[at..]);
}

fn table(out: &mut String, section: &Section) {
    let [first, second] = section.heads();
    out.extend(["<h2>", section.title, "</h2><table><thead><tr><th scope=\"col\">", first]);
    out.extend([
        "</th><th scope=\"col\">",
        second,
        "</th><th scope=\"col\">Places in the text</th></tr></thead><tbody>",
    ]);
    for row in &section.rows {
        line(out, row);
    }
    out.push_str("</tbody></table>");
}

/// What people say of words, where they say anything.
fn comments(out: &mut String, document: &Document, wanted: &Wanted) {
    let is_shown = |comment: &&Comment| wanted.filter.furniture || !document.is_furniture(comment.range);
    let mut head = "<h2>Comments</h2><table><tbody>";
    for comment in document.layers.comments.iter().filter(is_shown) {
        out.extend([head, "<tr><th scope=\"row\">"]);
        escape(out, document.words(comment.range));
        out.push_str("</th><td>");
        escape(out, &comment.words);
        out.push_str("</td></tr>");
        head = "";
    }
    out.push_str(if head.is_empty() { "</tbody></table>" } else { "" });
}

fn line(out: &mut String, row: &Row) {
    out.push_str(if row.open { "<tr><th scope=\"row\" class=\"open\">" } else { "<tr><th scope=\"row\">" });
    escape(out, &row.title);
    out.push_str("</th><td>");
    escape(out, &row.detail);
    out.push_str("</td><td>");
    for (at, mark) in row.marks.iter().enumerate() {
        out.extend(["<a href=\"#", &mark.key(), "\">", &(at + 1).to_string(), "</a> "]);
    }
    out.push_str("</td></tr>");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::annotate;
    use crate::document::article::Article;
    use crate::document::reason::Rule;
    use crate::view::index::Filter;
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
            let html = write(document, &Wanted::usual(all));
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
            write(&crate::view::sample::document(), &Wanted::usual(false))
                .contains("<title>Port talks resume &amp; stall</title>")
        );
    }

    #[test]
    fn it_says_when_and_by_which_galley_it_was_made_and_what_nobody_has_checked() {
        let made = Some(jiff::civil::datetime(2031, 5, 6, 9, 4, 59, 0));
        let html = write(&crate::view::sample::document(), &Wanted { made, ..Wanted::usual(false) });
        let version =
            ["</time> by Galley ", env!("CARGO_PKG_VERSION"), ". Found by Galley, not yet checked"].concat();
        assert!(html.contains("<time datetime=\"2031-05-06T09:04\">Tuesday 6 May 2031 at 09:04"), "{html}");
        assert!(html.contains(&version), "{html}");
        let mut document = crate::view::sample::document();
        document.layers.quotes[0].why.rule = Rule::Chosen;
        let html = write(&document, &Wanted::usual(false));
        assert!(
            html.contains("a person chose the speaker of 1 quotation.") && html.contains("<li>Speaker of “")
        );
    }

    #[test]
    fn it_shows_what_the_screen_shows_and_says_what_is_left_out() {
        let document = crate::view::sample::document();
        let all = write(&document, &Wanted::usual(false));
        assert!(!all.contains("Left out"));
        let layers = LayerSet::USUAL.toggled(Layer::People).toggled(Layer::Times);
        let filter = Filter { furniture: false, least: 950 };
        let html = write(&document, &Wanted { layers, filter, made: None });
        assert!(!html.contains("class=\"people") && !html.contains("class=\"times"), "{html}");
        assert!(!html.contains("<h2>People</h2>") && !html.contains("<h2>When</h2>"), "{html}");
        assert!(
            html.contains("Left out: People, Times, marks that are less than 95 percent sure."),
            "{html}"
        );
        assert!(all.matches("<mark").count() > html.matches("<mark").count());
    }

    #[test]
    fn every_place_of_its_tables_is_in_its_text() {
        for layers in [LayerSet::USUAL, LayerSet::ALL, LayerSet::USUAL.toggled(Layer::References)] {
            let html = write(&crate::view::sample::document(), &Wanted { layers, ..Wanted::usual(true) });
            let links: Vec<&str> =
                html.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()).collect();
            assert!(links.len() > 5);
            for link in links {
                assert_eq!(html.matches(&[" id=\"", link, "\""].concat()).count(), 1, "{link}");
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn any_text_comes_back(text in "([A-Z][a-z]{1,6}|“|”|said|[<>&\"'\r\n\t ]|</?(script|p|article)>|&[a-z#0-9]{1,4};|[^h:/]){0,40}") {
            check(&annotate(Article::plain(text)));
        }
    }
}

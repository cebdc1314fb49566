//! Word: the article with each mark as a comment, headed by what is open. Nothing is counted.
//!
//! Written here rather than by a library, because each of those known writes comments that some reader drops. A comment
//! has a range within its paragraph and a reference, marks of the same words share one, its text is one paragraph, and
//! its author, initials and date are set; there are no replies. What stands above the article has styles of its own
//! (`GalleyTitle`, `GalleyNote`), by which Galley leaves it out when it reads the file again.

mod comment;
mod parts;

use super::article::paragraphs;
use super::{markdown, office, xml, zipped};
use crate::checks::findings;
use crate::document::Document;
use crate::document::day::iso;
use crate::document::looks::{EMPHASIS, STRONG, pieces};
use crate::export::wanted::Wanted;
use crate::export::written::{Format, Programs, Write};
use crate::standoff::Standoff;
use crate::text::TextRange;
use crate::text::order::put_in_order;
use crate::view::blocks::{Block, Shape};
use crate::view::checked;
use crate::view::index::Index;
use comment::Comments;

/// Word.
pub const FORMAT: Format = Format {
    id: "docx",
    name: "Word",
    about: "The article with a comment on every mark, headed by the open questions; opens again in Galley.",
    extension: "docx",
    mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    write: Write::Bytes(write),
    programs: Programs { line: None, losses: comment::losses },
};

/// The style of what stands above the article.
const ABOVE: &str = "GalleyNote";
/// The style of the heading over it.
const ABOVE_TITLE: &str = "GalleyTitle";

fn write(document: &Document, wanted: &Wanted) -> Vec<u8> {
    let standoff = Standoff::of(document, wanted.filter.furniture);
    let comments = Comments::of(&standoff);
    let mut writer =
        Writer { document, comments: &comments, out: String::new(), written: Vec::new(), links: Vec::new() };
    let index = Index::filtered(document, findings(document), wanted.filter);
    writer.questions(&index);
    paragraphs(document, wanted).into_iter().for_each(|(block, _)| writer.block(block));
    let Writer { out, written, links, .. } = writer;
    let leads = links.iter().map(|link| ("hyperlink", link.as_str()));
    let leads: Vec<(&str, &str)> =
        [("comments", "comments.xml"), ("styles", "styles.xml")].into_iter().chain(leads).collect();
    zipped::pack(&[
        ("[Content_Types].xml", parts::content_types()),
        ("_rels/.rels", office::relations(&[("officeDocument", "word/document.xml")])),
        ("word/_rels/document.xml.rels", office::relations(&leads)),
        ("word/document.xml", parts::document(&out)),
        ("word/comments.xml", parts::comments(&written, &moment(document, wanted))),
        ("word/styles.xml", [office::HEAD, parts::STYLES].concat()),
    ])
}

/// When the comments were made: by the maker's clock, or else on the article's day.
fn moment(document: &Document, wanted: &Wanted) -> String {
    let anchor = document.layers.anchor.as_ref().map(|anchor| anchor.day);
    match (wanted.made, document.article.published.or(anchor)) {
        (Some(made), _) => {
            format!("{}T{:02}:{:02}:{:02}Z", iso(made.date()), made.hour(), made.minute(), made.second())
        }
        (None, Some(day)) => [&iso(day), "T00:00:00Z"].concat(),
        (None, None) => "2000-01-01T00:00:00Z".into(),
    }
}

struct Writer<'d> {
    document: &'d Document,
    comments: &'d Comments,
    out: String,
    /// The comments that were begun, in order: their place is their id.
    written: Vec<String>,
    /// Where its links lead, each once.
    links: Vec<String>,
}

/// What the file leads to before its links: comments and styles.
const OWN_PARTS: usize = 2;

impl Writer<'_> {
    fn questions(&mut self, index: &Index) {
        let questions = markdown::questions(self.document, index);
        let note = |out: &mut String, style: &str, text: &str| {
            open(out, style, false);
            run(out, text, 0);
            out.push_str("</w:p>");
        };
        note(
            &mut self.out,
            ABOVE_TITLE,
            if questions.is_empty() { "Nothing to check was found" } else { "To check" },
        );
        questions.iter().for_each(|question| note(&mut self.out, ABOVE, question));
        note(&mut self.out, ABOVE, &checked::sentence(self.document));
    }

    fn block(&mut self, block: Block) {
        let style = match block.shape {
            Shape::Headline => "Title",
            Shape::Subheading => "Heading2",
            Shape::Item => "ListParagraph",
            Shape::Small => "Small",
            Shape::Row | Shape::Body => "Normal",
        };
        open(&mut self.out, style, is_right_to_left(self.document.words(block.range)));
        self.words(block.range);
        self.out.push_str("</w:p>");
    }

    /// The words of a paragraph between the places where comments begin and end.
    fn words(&mut self, range: TextRange) {
        let own = self.comments.inside(range);
        // A comment ends before another begins at the same place.
        let mut events: Vec<(usize, bool, usize)> = Vec::with_capacity(2 * own.len());
        for (number, (words, _)) in own.iter().enumerate() {
            let id = self.written.len() + number;
            events.push((words.start(), true, id));
            events.push((words.end().min(range.end()), false, id));
        }
        self.written.extend(own.into_iter().map(|(_, text)| text));
        put_in_order(&mut events, |&(at, begins, id)| (at as u32, u32::from(begins), id as u32));
        let mut at = range.start();
        for (place, begins, id) in events {
            self.runs(TextRange::new(at, place));
            at = place;
            let id = id.to_string();
            match begins {
                true => self.out.extend(["<w:commentRangeStart w:id=\"", &id, "\"/>"]),
                false => self.out.extend([
                    "<w:commentRangeEnd w:id=\"",
                    &id,
                    "\"/><w:r><w:rPr><w:rStyle w:val=\"CommentReference\"/></w:rPr><w:commentReference w:id=\"",
                    &id,
                    "\"/></w:r>",
                ]),
            }
        }
        self.runs(TextRange::new(at, range.end()));
    }

    /// Words between two such places, each run as it looks.
    fn runs(&mut self, range: TextRange) {
        let article = &self.document.article;
        for (range, style, href) in pieces(&article.looks, range, &article.text) {
            if href.is_empty() {
                run(&mut self.out, range.of(&article.text), style);
                continue;
            }
            let known = self.links.iter().position(|link| link == href);
            let at = known.unwrap_or_else(|| {
                self.links.push(href.to_owned());
                self.links.len() - 1
            });
            self.out.extend(["<w:hyperlink r:id=\"rId", &(at + OWN_PARTS + 1).to_string(), "\">"]);
            run(&mut self.out, range.of(&article.text), style);
            self.out.push_str("</w:hyperlink>");
        }
    }
}

fn open(out: &mut String, style: &str, right_to_left: bool) {
    out.extend(["<w:p><w:pPr><w:pStyle w:val=\"", style, "\"/>"]);
    out.push_str(if right_to_left { "<w:bidi/></w:pPr>" } else { "</w:pPr>" });
}

/// Words of a style, with tabs and ends of lines as Word has them.
fn run(out: &mut String, words: &str, style: u8) {
    if words.is_empty() {
        return;
    }
    out.push_str(match style & (STRONG | EMPHASIS) {
        0 => "<w:r>",
        STRONG => "<w:r><w:rPr><w:b/></w:rPr>",
        EMPHASIS => "<w:r><w:rPr><w:i/></w:rPr>",
        _ => "<w:r><w:rPr><w:b/><w:i/></w:rPr>",
    });
    for piece in words.replace("\r\n", "\n").split_inclusive(['\t', '\n', '\r']) {
        let text = piece.trim_end_matches(['\t', '\n', '\r']);
        if !text.is_empty() {
            out.push_str("<w:t xml:space=\"preserve\">");
            xml::escape(out, text);
            out.push_str("</w:t>");
        }
        out.push_str(match piece.chars().next_back() {
            Some('\t') => "<w:tab/>",
            Some('\n' | '\r') => "<w:br/>",
            _ => "",
        });
    }
    out.push_str("</w:r>");
}

/// The first letter is one of the alphabets that run from right to left.
fn is_right_to_left(words: &str) -> bool {
    words
        .chars()
        .find(|c| c.is_alphabetic())
        .is_some_and(|c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fefc}'))
}

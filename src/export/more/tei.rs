//! TEI P5: the article in paragraphs with its marks inline, and whom it names in `standOff`. Nothing is counted.
//!
//! ```xml
//! <p><said xml:id="q0" who="#e1" direct="true">“We go,”</said> <persName xml:id="m0" ref="#e1">Ada Quist</persName>
//! <seg xml:id="c0" type="cue">said</seg>.</p>
//! ```
//!
//! A mark that another one cuts is written in parts, which lead back by `prev` to the part before; so do the pieces of
//! one quotation. TEI wants a dateline outside the paragraph, where it would lose its place: it is a `seg` here.

mod named;

use super::article::paragraphs;
use super::losses::Keeps;
use super::xml;
use crate::document::Document;
use crate::document::day::iso;
use crate::document::entities::Label;
use crate::document::quotes::QuoteKind;
use crate::export::wanted::Wanted;
use crate::export::written::{Format, Programs, Write};
use crate::standoff::{Family, Key};
use crate::view::blocks::{Block, Shape};
use crate::view::index::Index;
use crate::view::{LayerSet, Mark, MarkId, Piece, paragraph};
use std::collections::BTreeMap;

/// TEI P5.
pub const FORMAT: Format = Format {
    id: "tei",
    name: "TEI",
    about: "TEI P5 with inline marks and a list of whom the article names, for editions and corpora.",
    extension: "xml",
    mime: "application/tei+xml",
    write: Write::Text(write),
    programs: Programs { line: None, losses },
};

fn losses(document: &Document, wanted: &Wanted) -> Vec<String> {
    const KEEPS: Keeps = Keeps {
        name: "TEI",
        families: &[
            Family::Names,
            Family::Amounts,
            Family::References,
            Family::Quotations,
            Family::Terms,
            Family::Times,
            Family::Datelines,
            Family::Paragraphs,
            Family::Speech,
            Family::Labels,
            Family::Comments,
        ],
        facts: &[
            Key::Entity,
            Key::Name,
            Key::Country,
            Key::Latitude,
            Key::Longitude,
            Key::Group,
            Key::Speaker,
            Key::Value,
            Key::Role,
            Key::Comment,
        ],
        links: &[],
    };
    KEEPS.losses(document, wanted)
}

fn write(document: &Document, wanted: &Wanted) -> String {
    let index = Index::filtered(document, Vec::new(), wanted.filter);
    let mut out = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">\n",
    );
    header(&mut out, document);
    named::stand_off(&mut out, document, &index);
    out.push_str("<text><body>\n");
    Body { document, index: &index, parts: BTreeMap::new(), out: &mut out }.write(wanted);
    out.push_str("</body></text>\n</TEI>\n");
    out
}

fn header(out: &mut String, document: &Document) {
    out.push_str("<teiHeader><fileDesc><titleStmt>");
    xml::element(out, "title", &document.headline().unwrap_or_else(|| "Article".into()));
    for author in &document.layers.authors {
        xml::element(out, "author", document.words(author.name));
    }
    out.push_str("</titleStmt><publicationStmt><p>Marked by Galley ");
    out.push_str(env!("CARGO_PKG_VERSION"));
    out.push_str(".</p></publicationStmt><sourceDesc><p>A news article");
    if let Some(day) = document.article.published {
        out.extend([" published on <date when=\"", &iso(day), "\">", &iso(day), "</date>"]);
    }
    out.push_str(".</p></sourceDesc></fileDesc></teiHeader>\n");
}

struct Body<'d> {
    document: &'d Document,
    index: &'d Index,
    /// How many parts of each mark are written.
    parts: BTreeMap<MarkId, usize>,
    out: &'d mut String,
}

impl Body<'_> {
    /// A division, and one in it below each subheading.
    fn write(mut self, wanted: &Wanted) {
        let blocks: Vec<Block> =
            paragraphs(self.document, wanted).into_iter().map(|(block, _)| block).collect();
        self.out.push_str("<div type=\"article\">\n");
        if blocks.is_empty() {
            self.out.push_str("<p/>");
        }
        let (mut inner, mut written) = (false, false);
        for run in blocks.chunk_by(|a, b| a.shape == b.shape) {
            for (at, &block) in run.iter().enumerate() {
                let heads = matches!(block.shape, Shape::Headline | Shape::Subheading);
                if heads && written {
                    self.out.push_str(if std::mem::replace(&mut inner, true) {
                        "</div>\n<div>\n"
                    } else {
                        "<div>\n"
                    });
                }
                written = true;
                self.block(block, at == 0, at + 1 == run.len());
            }
        }
        self.out.push_str(if inner { "</div>\n</div>\n" } else { "</div>\n" });
    }

    fn block(&mut self, block: Block, first: bool, last: bool) {
        let (open, close) = match block.shape {
            Shape::Headline | Shape::Subheading => ("<head>", "</head>\n"),
            Shape::Item if first => ("<list>\n<item>", "</item>\n"),
            Shape::Item => ("<item>", "</item>\n"),
            Shape::Row if first => ("<table>\n<row><cell>", "</cell></row>\n"),
            Shape::Row => ("<row><cell>", "</cell></row>\n"),
            _ => ("<p>", "</p>\n"),
        };
        self.out.push_str(open);
        let pieces = paragraph(block.range, &self.index.marks, LayerSet::ALL);
        self.pieces(&pieces);
        self.comments(block);
        self.out.push_str(close);
        self.out.push_str(match block.shape {
            Shape::Item if last => "</list>\n",
            Shape::Row if last => "</table>\n",
            _ => "",
        });
    }

    /// What people say of words, at the end of the paragraph in which these end.
    fn comments(&mut self, block: Block) {
        let here = |end: usize| block.range.start() < end && end <= block.range.end();
        for comment in self.document.layers.comments.iter().filter(|comment| here(comment.range.end())) {
            self.out.push_str("<note type=\"comment\">");
            xml::element(self.out, "quote", self.document.words(comment.range));
            xml::escape(self.out, &comment.words);
            self.out.push_str("</note>");
        }
    }

    fn pieces(&mut self, pieces: &[Piece]) {
        for piece in pieces {
            match piece {
                Piece::Words(range) => xml::escape(self.out, self.document.words(*range)),
                Piece::Mark { mark, first, inside } => self.mark(*mark, *first, inside),
            }
        }
    }

    fn mark(&mut self, mark: Mark, first: bool, inside: &[Piece]) {
        let (element, attributes) = self.element(mark);
        let part = self.parts.entry(mark.id).or_insert(0);
        *part += 1;
        let key = mark.id.key();
        let (id, before) = match *part {
            1 => (key.clone(), None),
            2 => ([&key, ".2"].concat(), Some(key.clone())),
            more => (format!("{key}.{more}"), Some(format!("{key}.{}", more - 1))),
        };
        let before = before.or_else(|| self.piece_before(mark.id).filter(|_| first));
        self.out.extend(["<", element, " xml:id=\"", &id, "\"", &attributes]);
        if let Some(before) = before {
            self.out.extend([" prev=\"#", &before, "\""]);
        }
        self.out.push('>');
        self.pieces(inside);
        self.out.extend(["</", element, ">"]);
    }

    /// The piece of the same quotation before this one, where it is written.
    fn piece_before(&self, id: MarkId) -> Option<String> {
        let MarkId::Quote(at) = id else { return None };
        let quotes = &self.document.layers.quotes;
        let group = quotes[at as usize].group;
        let before = (0..at).rev().take(64).find(|&before| quotes[before as usize].group == group)?;
        let before = MarkId::Quote(before);
        self.parts.contains_key(&before).then(|| before.key())
    }

    fn element(&self, mark: Mark) -> (&'static str, String) {
        let layers = &self.document.layers;
        let mut attributes = String::new();
        let mut add = |name: &str, value: &str| xml::attribute(&mut attributes, name, value);
        let element = match mark.id {
            MarkId::Mention(at) => {
                let mention = &layers.mentions[at as usize];
                add("ref", &["#e", &(mention.entity.0 + 1).to_string()].concat());
                inline(mention.label, &mut add)
            }
            MarkId::Reference(at) => {
                add("ref", &["#e", &(layers.references[at as usize].entity.0 + 1).to_string()].concat());
                "rs"
            }
            MarkId::Quote(at) => {
                let quote = &layers.quotes[at as usize];
                let speaker = quote.source.as_ref().and_then(|source| source.entity);
                let known = speaker.filter(|id| !self.index.occurrences[id.0 as usize].is_empty());
                if let Some(id) = known {
                    add("who", &["#e", &(id.0 + 1).to_string()].concat());
                }
                add("direct", if quote.kind == QuoteKind::Indirect { "false" } else { "true" });
                if quote.attitude {
                    add("aloud", "false");
                }
                add("n", &["q", &quote.group.to_string()].concat());
                "said"
            }
            MarkId::Cue(_) => {
                add("type", "cue");
                "seg"
            }
            MarkId::Term(_) => "soCalled",
            MarkId::Time(at) => {
                let time = &layers.times[at as usize];
                add("type", time.kind.name());
                if let Some(value) = &time.value {
                    add(if is_w3c_date(value) { "when" } else { "n" }, value);
                }
                "date"
            }
            MarkId::Amount(at) => {
                add("type", layers.amounts[at as usize].kind.name());
                "measure"
            }
            MarkId::Dateline => {
                add("type", "dateline");
                "seg"
            }
            MarkId::Passage(at) => {
                add("type", "label");
                add("n", &layers.passages[at as usize].label.name);
                "seg"
            }
            MarkId::Finding(_) => "seg",
        };
        (element, attributes)
    }
}

fn inline(label: Label, add: &mut impl FnMut(&str, &str)) -> &'static str {
    match label {
        Label::Person => "persName",
        Label::Organisation => "orgName",
        Label::Place => "placeName",
        other => {
            add("type", &other.name().to_ascii_lowercase());
            "name"
        }
    }
}

/// A year, a month or a day, which is what `when` takes of the values there are.
fn is_w3c_date(value: &str) -> bool {
    let digits =
        |part: &str, count: usize| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    match value.split('-').collect::<Vec<_>>()[..] {
        [year] => digits(year, 4),
        [year, month] => digits(year, 4) && digits(month, 2),
        [year, month, day] => digits(year, 4) && digits(month, 2) && digits(day, 2),
        _ => false,
    }
}

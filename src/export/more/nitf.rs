//! NITF, the news standard whose marks stand in the text. Nothing is counted.
//!
//! Names and quotations are marked in paragraphs alone: common readers cut a headline at its first element. A dateline
//! moves to the head with the city that readers look for; the byline begins with "By ".

use super::article::{address, paragraphs};
use super::losses::Keeps;
use super::xml;
use crate::document::Document;
use crate::document::day::iso;
use crate::document::entities::Label;
use crate::document::part::Part;
use crate::export::wanted::Wanted;
use crate::export::written::{Format, Programs, Write};
use crate::standoff::{Family, Key};
use crate::text::TextRange;
use crate::view::blocks::{Block, Shape};
use crate::view::index::Index;
use crate::view::{Layer, LayerSet, Mark, MarkId, Piece, paragraph};

/// NITF.
pub const FORMAT: Format = Format {
    id: "nitf",
    name: "NITF",
    about: "IPTC’s news in XML, with names, dates, sums and quotations marked in the text.",
    extension: "xml",
    mime: "application/nitf+xml",
    write: Write::Text(write),
    programs: Programs { line: None, losses },
};

fn losses(document: &Document, wanted: &Wanted) -> Vec<String> {
    const KEEPS: Keeps = Keeps {
        name: "NITF",
        families: &[
            Family::Names,
            Family::Amounts,
            Family::Quotations,
            Family::Times,
            Family::Datelines,
            Family::Authors,
        ],
        facts: &[Key::Entity, Key::Value, Key::Day],
        links: &[],
    };
    KEEPS.losses(document, wanted)
}

fn write(document: &Document, wanted: &Wanted) -> String {
    let index = Index::filtered(document, Vec::new(), wanted.filter);
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<nitf>\n<head>");
    let headline = document.headline().unwrap_or_else(|| "Article".into());
    xml::element(&mut out, "title", &headline);
    out.push_str("<docdata>");
    out.extend(["<doc-id id-string=\"", &address(&document.article.text), "\"/>"]);
    if let Some(day) = document.article.published {
        out.extend(["<date.issue norm=\"", &basic(&iso(day)), "\"/>"]);
    }
    out.push_str("</docdata></head>\n<body>\n<body.head><hedline>");
    xml::element(&mut out, "hl1", &headline);
    out.push_str("</hedline>");
    byline(&mut out, document);
    dateline(&mut out, document);
    out.push_str("</body.head>\n<body.content>\n");
    Body { document, index: &index, out: &mut out }.write(wanted);
    out.push_str("</body.content>\n</body>\n</nitf>\n");
    out
}

/// A day as NITF writes it: `20250209`.
fn basic(day: &str) -> String {
    day.replace('-', "")
}

fn byline(out: &mut String, document: &Document) {
    let authors = &document.layers.authors;
    if authors.is_empty() {
        return;
    }
    out.push_str("<byline>By ");
    for (at, author) in authors.iter().enumerate() {
        out.push_str(if at > 0 { ", " } else { "" });
        out.extend(["<person idsrc=\"galley\" value=\"author", &(at + 1).to_string(), "\">"]);
        xml::escape(out, document.words(author.name));
        out.push_str("</person>");
    }
    out.push_str("</byline>");
}

fn dateline(out: &mut String, document: &Document) {
    let Some(dateline) = &document.layers.dateline else { return };
    out.push_str("<dateline>");
    let place = dateline.place.map(|place| document.words(place));
    let city = dateline.places.first().map(|place| place.name.as_str()).or(place);
    if let Some(city) = city {
        out.push_str("<location>");
        xml::element(out, "city", city);
        out.push_str("</location>");
    }
    if let Some(day) = dateline.day {
        let written = dateline.date.map(|date| document.words(date)).unwrap_or_default();
        out.extend([
            " <story.date norm=\"",
            &basic(&iso(day)),
            "\">",
            &xml::escaped(written),
            "</story.date>",
        ]);
    }
    out.push_str("</dateline>");
}

struct Body<'d> {
    document: &'d Document,
    index: &'d Index,
    out: &'d mut String,
}

impl Body<'_> {
    fn write(mut self, wanted: &Wanted) {
        let mut blocks = paragraphs(self.document, wanted);
        // What has a place in the head.
        blocks.retain(|(block, part)| block.shape != Shape::Headline && *part != Part::Byline);
        let blocks: Vec<Block> = blocks.into_iter().map(|(block, _)| block).collect();
        for run in blocks.chunk_by(|a, b| a.shape == b.shape) {
            let (open, close) = match run[0].shape {
                Shape::Row => ("<table><tbody>", "</tbody></table>"),
                shape => crate::export::clean::around(shape),
            };
            self.out.push_str(open);
            run.iter().for_each(|&block| self.block(block));
            self.out.push_str(close);
        }
    }

    fn block(&mut self, block: Block) {
        let (open, close) = match block.shape {
            Shape::Subheading => ("<hl2>", "</hl2>\n"),
            Shape::Item => ("<li>", "</li>"),
            Shape::Row => ("<tr><td>", "</td></tr>"),
            _ => ("<p>", "</p>\n"),
        };
        self.out.push_str(open);
        match block.shape {
            Shape::Subheading => xml::escape(self.out, self.document.words(block.range)),
            Shape::Row => {
                let cells: Vec<String> =
                    self.document.words(block.range).split('\t').map(xml::escaped).collect();
                self.out.push_str(&cells.join("</td><td>"));
            }
            _ => {
                let hidden = [Layer::References, Layer::Terms, Layer::Attitudes, Layer::Dateline, Layer::Own];
                let shown = hidden.into_iter().fold(LayerSet::ALL, LayerSet::toggled);
                let range = self.without_dateline(block.range);
                self.pieces(&paragraph(range, &self.index.marks, shown), true);
            }
        }
        self.out.push_str(close);
    }

    /// The paragraph after the dateline that it opens with, which stands in the head.
    fn without_dateline(&self, range: TextRange) -> TextRange {
        let text = &self.document.article.text;
        match &self.document.layers.dateline {
            Some(dateline)
                if dateline.range.start() == range.start() && dateline.range.end() < range.end() =>
            {
                TextRange::new(dateline.range.end(), range.end()).trim(text)
            }
            _ => range,
        }
    }

    /// Elements stand in paragraphs and in quotations; within a name there are words alone.
    fn pieces(&mut self, pieces: &[Piece], marked: bool) {
        for piece in pieces {
            match piece {
                Piece::Words(range) => xml::escape(self.out, self.document.words(*range)),
                Piece::Mark { mark, inside, .. } => match self.element(*mark).filter(|_| marked) {
                    Some((element, attributes)) => {
                        self.out.extend(["<", element, &attributes, ">"]);
                        self.pieces(inside, element == "q");
                        self.out.extend(["</", element, ">"]);
                    }
                    None => self.pieces(inside, marked),
                },
            }
        }
    }

    fn element(&self, mark: Mark) -> Option<(&'static str, String)> {
        let layers = &self.document.layers;
        let mut attributes = String::new();
        let element = match mark.id {
            MarkId::Mention(at) => {
                let mention = &layers.mentions[at as usize];
                let element = match mention.label {
                    Label::Person => "person",
                    Label::Organisation => "org",
                    Label::Place => "location",
                    Label::Event => "event",
                    Label::Work => "object.title",
                    Label::Group | Label::Product => return None,
                };
                if matches!(element, "person" | "org" | "event") {
                    let id = ["e", &(mention.entity.0 + 1).to_string()].concat();
                    xml::attribute(&mut attributes, "idsrc", "galley");
                    xml::attribute(&mut attributes, "value", &id);
                }
                element
            }
            MarkId::Quote(_) => "q",
            MarkId::Time(at) => {
                if let Some(value) =
                    layers.times[at as usize].value.as_deref().filter(|value| value.len() == 10)
                {
                    xml::attribute(&mut attributes, "norm", &basic(value));
                }
                "chron"
            }
            MarkId::Amount(at) => match layers.amounts[at as usize].kind.name() {
                "MONEY" => "money",
                _ => "num",
            },
            _ => return None,
        };
        Some((element, attributes))
    }
}

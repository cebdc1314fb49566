//! W3C Web Annotations as JSON-LD, one page of them with the text. Positions are Unicode code points, end exclusive, as
//! the model says.
//!
//! Each mark is an annotation whose body is its label and whose target is a `TextQuoteSelector` with at most 32 UTF-16
//! units before and after (left out where there are none: some readers switch off on an empty one) and a
//! `TextPositionSelector`. What Galley tells of a mark stands in the body under its own prefix `galley:`; a list where
//! there are several. What a person says of words is an annotation with the motivation `commenting`. How marks belong
//! together is one with the motivation `linking`. All ids are absolute,
//! and bodies and targets are objects, because short forms are read differently everywhere.

use super::article::address;
use super::pretty::{Each, pretty};
use super::within::within;
use crate::document::Document;
use crate::document::day::iso;
use crate::export::wanted::Wanted;
use crate::export::written::{Format, Programs, Write};
use crate::standoff::{Key, Kind, Link, Span, Standoff};
use crate::text::{OffsetMap, TextRange};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

/// Web Annotations.
pub const FORMAT: Format = Format {
    id: "w3c",
    name: "Web Annotations",
    about: "JSON-LD after the W3C's model, a page of annotations with the text; opens again in Galley.",
    extension: "jsonld",
    mime: "application/ld+json",
    write: Write::Text(|document, wanted| pretty(&Page::of(document, wanted))),
    programs: Programs { line: Some(line), losses: |_, _| Vec::new() },
};

/// The most of context on either side, in UTF-16 units: readers refuse more.
const CONTEXT: usize = 32;

/// The page as one object.
fn line(document: &Document, wanted: &Wanted) -> Value {
    // What is made of strings and numbers always serialises.
    serde_json::to_value(Page::of(document, wanted)).unwrap_or_default()
}

struct Page {
    standoff: Standoff,
    article: String,
}

impl Page {
    fn of(document: &Document, wanted: &Wanted) -> Page {
        let standoff = Standoff::of(document, wanted.filter.furniture);
        Page { article: address(&standoff.text), standoff }
    }

    fn items<'p>(&'p self, map: &'p OffsetMap) -> impl Iterator<Item = Value> + 'p {
        let annotations = self.standoff.spans.iter().enumerate().map(|(at, span)| {
            let position = [map.chars(span.range.start()), map.chars(span.range.end())];
            annotation(&self.standoff, &self.article, at, span, position)
        });
        let links = self.standoff.links.iter().enumerate();
        annotations.chain(links.map(|(at, link)| linking(&self.article, at, link)))
    }
}

impl Serialize for Page {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let map = OffsetMap::new(&self.standoff.text);
        let mut page = serializer.serialize_map(None)?;
        page.serialize_entry(
            "@context",
            &json!(["http://www.w3.org/ns/anno.jsonld", {"galley": "urn:galley:"}]),
        )?;
        page.serialize_entry("id", &[self.article.as_str(), ":page"].concat())?;
        page.serialize_entry("type", "AnnotationPage")?;
        page.serialize_entry("galley:text", &self.standoff.text)?;
        if let Some(day) = self.standoff.published {
            page.serialize_entry("galley:published", &iso(day))?;
        }
        page.serialize_entry("startIndex", &0)?;
        page.serialize_entry("items", &Each(|| self.items(&map)))?;
        page.end()
    }
}

fn mark(article: &str, at: usize) -> String {
    [article, ":m", &(at + 1).to_string()].concat()
}

/// One mark. The positions are in the unit of whoever will read it.
pub(super) fn annotation(
    standoff: &Standoff,
    article: &str,
    at: usize,
    span: &Span,
    position: [usize; 2],
) -> Value {
    let (motivation, body) = match span.kind {
        Kind::Comment => ("commenting", comment(span)),
        _ => ("tagging", body(span)),
    };
    let mut annotation = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": mark(article, at),
        "type": "Annotation",
        "motivation": motivation,
        "body": [],
        "target": {
            "type": "SpecificResource",
            "source": article,
            "selector": [
                null,
                {"type": "TextPositionSelector", "start": position[0], "end": position[1]},
            ],
        },
    });
    // The macro would copy them.
    annotation["body"] = vec![body].into();
    annotation["target"]["selector"][0] = quote(&standoff.text, span.range);
    annotation
}

/// What a person says, which every annotator shows.
fn comment(span: &Span) -> Value {
    let words = span.fact(Key::Comment).unwrap_or_default();
    json!({"type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": words})
}

fn body(span: &Span) -> Value {
    let mut body = Map::new();
    body.insert("type".into(), "TextualBody".into());
    body.insert("purpose".into(), "tagging".into());
    body.insert("format".into(), "text/plain".into());
    body.insert("value".into(), span.label().into());
    for &key in Key::ALL {
        let values: Vec<&str> = span.all(key).collect();
        match values[..] {
            [] => continue,
            [value] => body.insert(["galley:", key.name()].concat(), value.into()),
            _ => body.insert(["galley:", key.name()].concat(), values.into()),
        };
    }
    body.into()
}

fn quote(text: &str, range: TextRange) -> Value {
    let mut quote = json!({"type": "TextQuoteSelector", "exact": range.of(text)});
    let before = within(text[..range.start()].chars().rev(), CONTEXT).chars().rev().collect::<String>();
    let after = within(text[range.end()..].chars(), CONTEXT);
    for (name, context) in [("prefix", before), ("suffix", after)] {
        if !context.is_empty() {
            quote[name] = context.into();
        }
    }
    quote
}

fn linking(article: &str, at: usize, link: &Link) -> Value {
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": format!("{article}:l{}", at + 1),
        "type": "Annotation",
        "motivation": "linking",
        "body": [
            {"type": "SpecificResource", "purpose": "linking", "source": mark(article, link.to)},
            {"type": "TextualBody", "purpose": "tagging", "format": "text/plain", "value": link.kind.name()},
        ],
        "target": {"type": "SpecificResource", "source": mark(article, link.from)},
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn context_is_short_whole_and_never_empty() {
        let text = ["👍".repeat(20), "Ada".into()].concat();
        let selector = quote(&text, TextRange::new(80, 83));
        assert_eq!(selector["prefix"].as_str().map(|prefix| prefix.encode_utf16().count()), Some(32));
        assert!(selector.get("suffix").is_none());
        assert!(quote("Ada left", TextRange::new(0, 3)).get("prefix").is_none());
    }
}

//! IPTC's ninjs, 3.1 and the older 1.4 that many systems still read. Nothing is counted in it: the schema of 3.1 refuses
//! every key that it does not know, so there is no place for who says what.

use super::article::{address, named};
use super::losses::Keeps;
use super::pretty::pretty;
use super::{text, xml};
use crate::document::Document;
use crate::document::day::iso;
use crate::document::entities::Label;
use crate::export::clean;
use crate::export::clean::Words;
use crate::export::wanted::Wanted;
use crate::export::written::{Format, Programs, Write};
use crate::standoff::{Family, Key};
use crate::view::blocks::Shape;
use serde_json::{Map, Value, json};

/// ninjs 3.1.
pub const FORMAT: Format = Format {
    id: "ninjs",
    name: "ninjs 3.1",
    about: "IPTC’s news in JSON, the current version, with people, organisations and places.",
    extension: "json",
    mime: "application/json",
    write: Write::Text(|document, wanted| pretty(&current(document, wanted))),
    programs: Programs { line: Some(current), losses },
};

/// ninjs 1.4.
pub const FORMAT_1: Format = Format {
    id: "ninjs1",
    name: "ninjs 1",
    about: "IPTC’s news in JSON as older systems read it: headline and body are plain keys.",
    extension: "json",
    mime: "application/json",
    write: Write::Text(|document, wanted| pretty(&older(document, wanted))),
    programs: Programs { line: Some(older), losses },
};

fn losses(document: &Document, wanted: &Wanted) -> Vec<String> {
    const KEEPS: Keeps = Keeps {
        name: "ninjs",
        families: &[Family::Names, Family::Authors],
        facts: &[Key::Name, Key::Entity],
        links: &[],
    };
    let mut losses = KEEPS.losses(document, wanted);
    losses.push("ninjs does not tell where in the text a name stands.".into());
    losses
}

/// What both versions say of an article.
struct Facts {
    uri: String,
    headline: Option<String>,
    byline: Option<String>,
    located: Option<String>,
    text: String,
    xhtml: String,
}

impl Facts {
    fn of(document: &Document, wanted: &Wanted) -> Facts {
        let words: Vec<Words> = text::words(document, wanted);
        let body: Vec<Words> = words.into_iter().filter(|words| words.shape != Shape::Headline).collect();
        let layers = &document.layers;
        let names: Vec<&str> = layers.authors.iter().map(|author| document.words(author.name)).collect();
        let dateline = layers.dateline.as_ref().and_then(|dateline| dateline.place);
        Facts {
            uri: address(&document.article.text),
            headline: document.headline(),
            byline: (!names.is_empty()).then(|| ["By ", &names.join(" and ")].concat()),
            located: dateline.map(|place| document.words(place).to_owned()),
            text: clean::plain(&body),
            xhtml: xhtml(&body),
        }
    }
}

/// The paragraphs as XHTML, which like all XML holds no control characters.
fn xhtml(words: &[Words]) -> String {
    let allowed = |words: &Words| {
        let text: String = words.text.chars().map(xml::allowed).collect();
        // Where a character became another of more bytes, nobody knows what stands where.
        let looks = if text.len() == words.text.len() { words.looks.clone() } else { Vec::new() };
        Words { text, looks, ..words.clone() }
    };
    let mut out = String::new();
    clean::paragraphs(&mut out, &words.iter().map(allowed).collect::<Vec<_>>());
    out
}

/// Everyone of a label who is named.
fn mentioned(document: &Document, wanted: &Wanted, label: Label) -> Option<Vec<Value>> {
    let of_label = named(document, wanted).into_iter().filter(|(_, entity)| entity.label == label);
    let all: Vec<Value> =
        of_label.map(|(_, entity)| json!({"rel": "mentions", "name": entity.name})).collect();
    (!all.is_empty()).then_some(all)
}

/// The first moment of the article's day.
fn moment(document: &Document) -> Option<String> {
    document.article.published.map(|day| [&iso(day), "T00:00:00Z"].concat())
}

fn put(into: &mut Map<String, Value>, key: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        into.insert(key.to_owned(), value.into());
    }
}

fn current(document: &Document, wanted: &Wanted) -> Value {
    let facts = Facts::of(document, wanted);
    let mut item = Map::new();
    put(&mut item, "uri", Some(facts.uri));
    put(
        &mut item,
        "standard",
        Some(json!({
            "name": "ninjs",
            "version": "3.1",
            "schema": "https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json",
        })),
    );
    put(&mut item, "type", Some("text"));
    put(&mut item, "contentCreated", moment(document));
    put(&mut item, "located", facts.located);
    put(&mut item, "by", facts.byline);
    put(&mut item, "headlines", facts.headline.map(|headline| json!([{"role": "main", "value": headline}])));
    put(
        &mut item,
        "bodies",
        Some(json!([
            {"role": "main", "contentType": "text/plain", "value": facts.text},
            {"role": "main", "contentType": "application/xhtml+xml", "value": facts.xhtml},
        ])),
    );
    for (key, label) in
        [("people", Label::Person), ("organisations", Label::Organisation), ("places", Label::Place)]
    {
        put(&mut item, key, mentioned(document, wanted, label));
    }
    item.into()
}

fn older(document: &Document, wanted: &Wanted) -> Value {
    let facts = Facts::of(document, wanted);
    let mut item = Map::new();
    put(&mut item, "uri", Some(facts.uri));
    put(&mut item, "type", Some("text"));
    put(&mut item, "mimetype", Some("text/plain"));
    put(&mut item, "versioncreated", moment(document));
    put(&mut item, "pubstatus", Some("usable"));
    put(&mut item, "located", facts.located);
    put(&mut item, "byline", facts.byline);
    put(&mut item, "headline", facts.headline);
    put(&mut item, "body_text", Some(facts.text));
    put(&mut item, "body_xhtml", Some(facts.xhtml));
    for (key, label) in
        [("person", Label::Person), ("organisation", Label::Organisation), ("place", Label::Place)]
    {
        put(&mut item, key, mentioned(document, wanted, label));
    }
    item.into()
}

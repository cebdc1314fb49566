//! IPTC's ninjs, 3.1 and the older 1.4 that many systems still read. Nothing is counted in it: the schema of 3.1 refuses
//! every key that it does not know, so there is no place for who says what.

use super::losses::Keeps;
use super::{Programs, pretty, sum, xml};
use crate::document::Document;
use crate::document::day::iso;
use crate::document::entities::Label;
use crate::export::clean::Words;
use crate::export::{Format, Wanted, Write, clean};
use crate::standoff::{Family, Key};
use crate::view::blocks::Shape;
use serde_json::{Map, Value, json};

/// ninjs 3.1.
pub const FORMAT: Format = Format {
    id: "ninjs",
    name: "ninjs 3.1",
    about: "IPTC’s news in JSON, the current version, with people, organisations and places.",
    styled: false,
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
    styled: false,
    extension: "json",
    mime: "application/json",
    write: Write::Text(|document, wanted| pretty(&older(document, wanted))),
    programs: Programs { line: Some(older), losses },
};

fn losses(document: &Document, wanted: &Wanted) -> Vec<String> {
    const KEEPS: Keeps = Keeps {
        name: "ninjs",
        families: &[Family::Names, Family::Authors],
        facts: &[Key::Name, Key::Role, Key::Entity],
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
        let words: Vec<Words> = super::text::words(document, wanted.filter.furniture);
        let body: Vec<Words> = words.into_iter().filter(|words| words.shape != Shape::Headline).collect();
        let layers = &document.layers;
        let names: Vec<&str> = layers.authors.iter().map(|author| document.words(author.name)).collect();
        let dateline = layers.dateline.as_ref().and_then(|dateline| dateline.place);
        Facts {
            uri: ["urn:galley:", &sum(&document.article.text)].concat(),
            headline: document.headline(),
            byline: (!names.is_empty()).then(|| ["By ", &names.join(" and ")].concat()),
            located: dateline.map(|place| document.words(place).to_owned()),
            text: clean::plain(&body),
            xhtml: xhtml(&body),
        }
    }
}

/// The paragraphs as XHTML.
fn xhtml(words: &[Words]) -> String {
    let mut out = String::new();
    for run in words.chunk_by(|a, b| a.shape == b.shape) {
        let (open, close) = clean::around(run[0].shape);
        out.push_str(open);
        for words in run {
            let tag = clean::tag(words.shape);
            match words.shape {
                Shape::Row => {
                    out.push_str("<tr>");
                    words.text.split('\t').for_each(|cell| xml::element(&mut out, "td", cell.trim()));
                    out.push_str("</tr>");
                }
                _ => {
                    xml::element(&mut out, tag, &words.text.split_whitespace().collect::<Vec<_>>().join(" "))
                }
            }
        }
        out.push_str(close);
    }
    out
}

/// Everyone of a label who is named, each once.
fn named(document: &Document, wanted: &Wanted, label: Label) -> Vec<(String, Option<String>)> {
    let layers = &document.layers;
    let mut seen = vec![false; layers.entities.len()];
    let mut named = Vec::new();
    for mention in &layers.mentions {
        let entity = &layers.entities[mention.entity.0 as usize];
        let kept = wanted.filter.furniture || !document.is_furniture(mention.range);
        if kept && entity.label == label && !std::mem::replace(&mut seen[mention.entity.0 as usize], true) {
            let role = entity.roles.first().map(|&role| document.words(role).to_owned());
            named.push((entity.name.clone(), role));
        }
    }
    named
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
    put(
        &mut item,
        "contentCreated",
        document.article.published.map(|day| [&iso(day), "T00:00:00Z"].concat()),
    );
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
        let all = named(document, wanted, label)
            .into_iter()
            .map(|(name, _)| json!({"rel": "mentions", "name": name}));
        let all: Vec<Value> = all.collect();
        put(&mut item, key, (!all.is_empty()).then_some(all));
    }
    item.into()
}

fn older(document: &Document, wanted: &Wanted) -> Value {
    let facts = Facts::of(document, wanted);
    let mut item = Map::new();
    put(&mut item, "uri", Some(facts.uri));
    put(&mut item, "type", Some("text"));
    put(&mut item, "mimetype", Some("text/plain"));
    put(
        &mut item,
        "versioncreated",
        document.article.published.map(|day| [&iso(day), "T00:00:00Z"].concat()),
    );
    put(&mut item, "pubstatus", Some("usable"));
    put(&mut item, "located", facts.located);
    put(&mut item, "byline", facts.byline);
    put(&mut item, "headline", facts.headline);
    put(&mut item, "body_text", Some(facts.text));
    put(&mut item, "body_xhtml", Some(facts.xhtml));
    for (key, label) in
        [("person", Label::Person), ("organisation", Label::Organisation), ("place", Label::Place)]
    {
        let all = named(document, wanted, label)
            .into_iter()
            .map(|(name, _)| json!({"rel": "mentions", "name": name}));
        let all: Vec<Value> = all.collect();
        put(&mut item, key, (!all.is_empty()).then_some(all));
    }
    item.into()
}

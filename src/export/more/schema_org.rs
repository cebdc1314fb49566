//! schema.org's NewsArticle as JSON-LD, for a page's head: who is named in it, and who says what in it. Nothing is
//! counted. Everything is one object under the bare `application/ld+json`; ids are absolute; `</` is written `<\/`, so
//! that no word of the text can end the script it stands in.

use super::article::{address, named};
use super::losses::Keeps;
use super::pretty::pretty;
use crate::document::Document;
use crate::document::day::iso;
use crate::document::entities::{Entity, Label};
use crate::document::part::Part;
use crate::document::quotes::Quote;
use crate::export::wanted::Wanted;
use crate::export::written::{Format, Programs, Write};
use crate::standoff::{Family, Key};
use crate::text::order::Groups;
use crate::view::index::part_at;
use serde_json::{Map, Value, json};

/// A NewsArticle.
pub const FORMAT: Format = Format {
    id: "schema-org",
    name: "schema.org",
    about: "A NewsArticle as JSON-LD with its quotations and whom it mentions, for search engines.",
    extension: "jsonld",
    mime: "application/ld+json",
    write: Write::Text(|document, wanted| pretty(&article(document, wanted)).replace("</", "<\\/")),
    programs: Programs { line: Some(article), losses },
};

fn losses(document: &Document, wanted: &Wanted) -> Vec<String> {
    const KEEPS: Keeps = Keeps {
        name: "schema.org",
        families: &[Family::Names, Family::Quotations, Family::Authors, Family::Datelines],
        facts: &[
            Key::Entity,
            Key::Name,
            Key::Role,
            Key::Country,
            Key::Latitude,
            Key::Longitude,
            Key::Group,
            Key::Speaker,
            Key::Place,
            Key::Day,
        ],
        links: &[],
    };
    let mut losses = KEEPS.losses(document, wanted);
    losses.push("schema.org does not tell where in the text a name or a quotation stands.".into());
    losses
}

fn article(document: &Document, wanted: &Wanted) -> Value {
    let mut article = Map::new();
    let mut put = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            article.insert(key.to_owned(), value);
        }
    };
    let layers = &document.layers;
    let base = address(&document.article.text);
    put("@context", Some("https://schema.org".into()));
    put("@type", Some("NewsArticle".into()));
    put("@id", Some(base.clone().into()));
    put("headline", document.headline().map(Value::from));
    put("datePublished", document.article.published.map(|day| iso(day).into()));
    put("author", list(authors(document)));
    let dateline = layers.dateline.as_ref();
    put("dateline", dateline.and_then(|line| line.place).map(|place| document.words(place).into()));
    let places = dateline.iter().flat_map(|line| &line.places).map(|place| {
        let address = place
            .country
            .as_ref()
            .map(|country| json!({"@type": "PostalAddress", "addressCountry": country}));
        with(json!({"@type": "Place", "name": place.name}), "address", address)
    });
    put("locationCreated", list(places.collect()));
    put("articleBody", Some(body(document).into()));
    put("mentions", list(mentions(document, wanted, &base)));
    put("hasPart", list(quotations(document, wanted, &base)));
    article.into()
}

fn list(values: Vec<Value>) -> Option<Value> {
    (!values.is_empty()).then_some(values.into())
}

fn with(mut value: Value, key: &str, more: Option<Value>) -> Value {
    if let Some(more) = more {
        value[key] = more;
    }
    value
}

fn authors(document: &Document) -> Vec<Value> {
    let authors = document.layers.authors.iter().map(|author| {
        let role = author.role.map(|role| document.words(role).into());
        with(json!({"@type": "Person", "name": document.words(author.name)}), "jobTitle", role)
    });
    authors.collect()
}

/// The paragraphs of the article itself.
fn body(document: &Document) -> String {
    let is_body = |part| matches!(part, Part::Body | Part::Subheading | Part::List | Part::Table);
    let paragraphs = document.layers.structure.iter().filter(|paragraph| is_body(paragraph.part));
    let words: Vec<&str> = paragraphs.map(|paragraph| document.words(paragraph.range)).collect();
    words.join("\n\n")
}

/// Whom the article names, each once.
fn mentions(document: &Document, wanted: &Wanted, base: &str) -> Vec<Value> {
    named(document, wanted).into_iter().map(|(at, entity)| thing(document, base, at, entity)).collect()
}

fn kind_of(label: Label) -> &'static str {
    match label {
        Label::Person => "Person",
        Label::Organisation => "Organization",
        Label::Place => "Place",
        Label::Group => "Thing",
        Label::Event => "Event",
        Label::Work => "CreativeWork",
        Label::Product => "Product",
    }
}

fn thing(document: &Document, base: &str, at: usize, entity: &Entity) -> Value {
    let id = [base, ":e", &(at + 1).to_string()].concat();
    let thing = json!({"@type": kind_of(entity.label), "@id": id, "name": entity.name});
    let role = entity.roles.first().filter(|_| entity.label == Label::Person);
    let thing = with(thing, "jobTitle", role.map(|&role| document.words(role).into()));
    let Some(place) = entity.place.as_ref().filter(|_| entity.label == Label::Place) else { return thing };
    let degrees = |ten_thousandths: i32| f64::from(ten_thousandths) / 1e4;
    let geo = place.latitude.zip(place.longitude).map(|(latitude, longitude)| {
        json!({"@type": "GeoCoordinates", "latitude": degrees(latitude), "longitude": degrees(longitude)})
    });
    let address =
        place.country.as_ref().map(|country| json!({"@type": "PostalAddress", "addressCountry": country}));
    with(with(thing, "address", address), "geo", geo)
}

/// Who says what: a quotation's pieces are one. What is only thought or wanted is none.
fn quotations(document: &Document, wanted: &Wanted, base: &str) -> Vec<Value> {
    let mut groups: Groups<Vec<&Quote>> = Groups::new();
    for quote in document.layers.quotes.iter().filter(|quote| !quote.attitude) {
        let part = part_at(document, quote.range.start());
        if wanted.filter.furniture || part != Part::Furniture {
            groups.of(quote.group.to_string(), Vec::new).push(quote);
        }
    }
    groups.as_they_came().iter().map(|pieces| quotation(document, base, pieces)).collect()
}

fn quotation(document: &Document, base: &str, pieces: &[&Quote]) -> Value {
    let words: Vec<&str> = pieces.iter().map(|piece| document.words(piece.range)).collect();
    let quotation = json!({"@type": "Quotation", "text": words.join(" … ")});
    let speaker = pieces.iter().find_map(|piece| piece.source.as_ref()).map(|source| match source.entity {
        Some(id) => thing(document, base, id.0 as usize, &document.layers.entities[id.0 as usize]),
        None => json!({"@type": "Person", "name": document.words(source.words())}),
    });
    with(quotation, "spokenByCharacter", speaker)
}

//! Whom the article names, as TEI lists them.

use super::super::xml;
use crate::document::Document;
use crate::document::entities::{Entity, Label};
use crate::view::index::Index;

/// The list that an entity stands in, its element, and what holds its name.
fn elements(label: Label) -> [&'static str; 3] {
    match label {
        Label::Person => ["listPerson", "person", "persName"],
        Label::Organisation | Label::Group => ["listOrg", "org", "orgName"],
        Label::Place => ["listPlace", "place", "placeName"],
        Label::Event => ["listEvent", "event", "eventName"],
        Label::Work => ["listBibl", "bibl", "title"],
        Label::Product => ["listObject", "object", "objectName"],
    }
}

pub(super) fn stand_off(out: &mut String, document: &Document, index: &Index) {
    let entities = document.layers.entities.iter().zip(&index.occurrences).enumerate();
    let named: Vec<(usize, &Entity)> =
        entities.filter(|(_, (_, marks))| !marks.is_empty()).map(|(at, (entity, _))| (at, entity)).collect();
    if named.is_empty() {
        return;
    }
    out.push_str("<standOff>\n");
    for list in ["listPerson", "listOrg", "listPlace", "listEvent", "listBibl", "listObject"] {
        let mut of_list = named.iter().filter(|(_, entity)| elements(entity.label)[0] == list).peekable();
        if of_list.peek().is_some() {
            out.extend(["<", list, ">"]);
            of_list.for_each(|(at, entity)| listed(out, *at, entity, document));
            out.extend(["</", list, ">\n"]);
        }
    }
    out.push_str("</standOff>\n");
}

fn listed(out: &mut String, at: usize, entity: &Entity, document: &Document) {
    let [_, element, name] = elements(entity.label);
    out.extend(["<", element, " xml:id=\"e", &(at + 1).to_string(), "\""]);
    out.push_str(if entity.label == Label::Group { " type=\"group\">" } else { ">" });
    let around = if element == "object" { "objectIdentifier" } else { "" };
    if !around.is_empty() {
        out.extend(["<", around, ">"]);
    }
    xml::element(out, name, &entity.name);
    if !around.is_empty() {
        out.extend(["</", around, ">"]);
    }
    if element == "person" {
        entity.roles.iter().for_each(|&role| xml::element(out, "occupation", document.words(role)));
    }
    if let Some(place) = entity.place.as_ref().filter(|_| element == "place") {
        if let Some(country) = &place.country {
            out.extend(["<country key=\"", country, "\"/>"]);
        }
        if let Some((latitude, longitude)) = place.latitude.zip(place.longitude) {
            let degrees = |number: i32| (f64::from(number) / 1e4).to_string();
            out.extend([
                "<location><geo>",
                &degrees(latitude),
                " ",
                &degrees(longitude),
                "</geo></location>",
            ]);
        }
    }
    out.extend(["</", element, ">"]);
}

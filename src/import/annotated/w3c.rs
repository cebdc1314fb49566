//! W3C Web Annotations: a page of them with the text, as Galley writes it. Positions are Unicode code points; where the
//! exact words of an annotation stand elsewhere, it is read in UTF-16 units, as Recogito writes them.

use super::positions::{Positions, Unit};
use super::{FOREIGN, Marked, OUTSIDE, begins, left_out, list_at, parsed, text_at};
use crate::document::day::read_day;
use crate::standoff::{Key, Kind, Link, LinkKind, Span, Standoff};
use crate::text::TextRange;
use serde_json::Value;
use std::collections::BTreeMap;

pub(super) fn is(bytes: &[u8]) -> bool {
    begins(bytes, b'{', &["http://www.w3.org/ns/anno.jsonld", "AnnotationPage"])
}

pub(super) fn read(bytes: &[u8]) -> Result<Marked, String> {
    let page = parsed(bytes)?;
    let text = text_at(&page, "galley:text")
        .ok_or("this page of annotations has no text: Galley reads pages that hold it under “galley:text”")?;
    let mut standoff = Standoff {
        text: text.to_owned(),
        published: text_at(&page, "galley:published").and_then(read_day),
        ..Standoff::default()
    };
    let units = [Positions::new(text, Unit::CodePoints), Positions::new(text, Unit::Utf16)];
    let (mut foreign, mut outside) = (0, 0);
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let items = list_at(&page, "items");
    for item in items.iter().filter(|item| motivation(item) != Some("linking")) {
        let Some((kind, body)) = label(item) else {
            foreign += 1;
            continue;
        };
        let Some(range) = place(text, &units, item) else {
            outside += 1;
            continue;
        };
        let mut span = Span::new(range, kind);
        facts(&mut span, body);
        places.extend(text_at(item, "id").map(|id| (id, standoff.spans.len())));
        standoff.spans.push(span);
    }
    for item in items.iter().filter(|item| motivation(item) == Some("linking")) {
        standoff.links.extend(link(item, &places));
    }
    let mut losses = Vec::new();
    left_out(&mut losses, foreign, FOREIGN);
    left_out(&mut losses, outside, OUTSIDE);
    Ok(Marked { standoff, losses })
}

fn motivation(item: &Value) -> Option<&str> {
    text_at(item, "motivation")
}

/// The bodies of an annotation, of which there may be one or a list.
fn bodies(item: &Value) -> &[Value] {
    match item.get("body") {
        Some(Value::Array(bodies)) => bodies,
        Some(body) => std::slice::from_ref(body),
        None => &[],
    }
}

/// The first body that names a kind of Galley's.
fn label(item: &Value) -> Option<(Kind, &Value)> {
    bodies(item).iter().find_map(|body| Some((Kind::of_label(text_at(body, "value")?)?, body)))
}

fn place(text: &str, units: &[Positions; 2], item: &Value) -> Option<TextRange> {
    let selector = item.get("target")?.get("selector")?;
    let selectors = match selector {
        Value::Array(selectors) => selectors.as_slice(),
        one => std::slice::from_ref(one),
    };
    let of_type = |name| selectors.iter().find(|selector| text_at(selector, "type") == Some(name));
    let position = of_type("TextPositionSelector")?;
    let exact = of_type("TextQuoteSelector").and_then(|quote| text_at(quote, "exact"));
    let mut ranges = units.iter().filter_map(|unit| unit.at(position, "start", "end"));
    ranges.find(|range| exact.is_none_or(|exact| range.of(text) == exact))
}

fn facts(span: &mut Span, body: &Value) {
    for &key in Key::ALL {
        match body.get(["galley:", key.name()].concat()) {
            Some(Value::String(value)) => span.tell(key, value.as_str()),
            Some(Value::Array(values)) => {
                values.iter().filter_map(Value::as_str).for_each(|value| span.tell(key, value))
            }
            _ => {}
        }
    }
}

fn link(item: &Value, places: &BTreeMap<&str, usize>) -> Option<Link> {
    let kind = bodies(item).iter().find_map(|body| LinkKind::of_name(text_at(body, "value")?))?;
    let to = bodies(item).iter().find_map(|body| places.get(text_at(body, "source")?))?;
    let from = places.get(text_at(item.get("target")?, "source")?)?;
    Some(Link { kind, from: *from, to: *to })
}

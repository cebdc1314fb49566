//! W3C Web Annotations: a page of them with the text, as Galley writes it. Positions are Unicode code points; where the
//! exact words of an annotation stand elsewhere, it is read in UTF-16 units, as Recogito writes them.

use super::marked::Marked;
use super::positions::{Positions, Unit};
use super::taken::Taken;
use super::value::{list_at, text_at};
use crate::document::day::read_day;
use crate::standoff::{Key, Kind, LinkKind, Span};
use crate::text::TextRange;
use serde_json::Value;

pub(super) fn is(page: &Value) -> bool {
    text_at(page, "type") == Some("AnnotationPage")
}

pub(super) fn read(page: &Value) -> Result<Marked, String> {
    let text = text_at(page, "galley:text")
        .ok_or("this page of annotations has no text: Galley reads pages that hold it under “galley:text”")?;
    let mut taken = Taken::new(text, Unit::CodePoints);
    taken.out.published = text_at(page, "galley:published").and_then(read_day);
    let in_utf16 = Positions::new(text, Unit::Utf16);
    let (links, marks): (Vec<&Value>, Vec<&Value>) =
        list_at(page, "items").iter().partition(|item| text_at(item, "motivation") == Some("linking"));
    for item in marks {
        let range = place(text, [&taken.positions, &in_utf16], item);
        let said = comments(item);
        for words in &said {
            if let Some(span) = taken.mark(Some(Kind::Comment), range, None) {
                span.tell(Key::Comment, *words);
            }
        }
        let (kind, body) = label(item).unzip();
        if kind.is_none() && !said.is_empty() {
            continue;
        }
        if let Some((span, body)) = taken.mark(kind, range, text_at(item, "id")).zip(body) {
            span.take_label(text_at(body, "value").unwrap_or_default());
            facts(span, body);
        }
    }
    for item in links {
        let kind = bodies(item).iter().find_map(|body| LinkKind::of_name(text_at(body, "value")?));
        let to = bodies(item).iter().find_map(|body| text_at(body, "source"));
        let from = item.get("target").and_then(|target| text_at(target, "source"));
        taken.link(kind, from.as_ref(), to.as_ref());
    }
    Ok(taken.done())
}

/// The bodies of an annotation, of which there may be one or a list.
fn bodies(item: &Value) -> &[Value] {
    match item.get("body") {
        Some(Value::Array(bodies)) => bodies,
        Some(body) => std::slice::from_ref(body),
        None => &[],
    }
}

/// Whether a body is what a person says of the words.
fn is_comment(item: &Value, body: &Value) -> bool {
    text_at(body, "purpose").or(text_at(item, "motivation")) == Some("commenting")
}

/// What people say of the words.
fn comments(item: &Value) -> Vec<&str> {
    let said = bodies(item).iter().filter(|body| is_comment(item, body));
    said.filter_map(|body| text_at(body, "value")).collect()
}

/// The first body that names a kind of Galley's.
fn label(item: &Value) -> Option<(Kind, &Value)> {
    let mut bodies = bodies(item).iter().filter(|body| !is_comment(item, body));
    bodies.find_map(|body| Some((Kind::of_label(text_at(body, "value")?)?, body)))
}

fn place(text: &str, units: [&Positions; 2], item: &Value) -> Option<TextRange> {
    let selector = item.get("target")?.get("selector")?;
    let selectors = match selector {
        Value::Array(selectors) => selectors.as_slice(),
        one => std::slice::from_ref(one),
    };
    let of_type = |name| selectors.iter().find(|selector| text_at(selector, "type") == Some(name));
    let position = of_type("TextPositionSelector")?;
    let exact = of_type("TextQuoteSelector").and_then(|quote| text_at(quote, "exact"));
    let mut ranges = units.into_iter().filter_map(|unit| unit.at(position, "start", "end"));
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

//! doccano's JSON lines: the first line. Positions are Unicode code points, end exclusive.

use super::marked::Marked;
use super::positions::Unit;
use super::taken::Taken;
use super::value::{has, list_at, text_at};
use crate::standoff::{Kind, LinkKind};
use serde_json::Value;

pub(super) fn is(line: &Value) -> bool {
    let own = list_at(line, "entities").first().is_some_and(|entity| has(entity, &["start_offset"]));
    has(line, &["text"]) && (own || has(line, &["entities", "relations"]) || has(line, &["label"]))
}

pub(super) fn read(line: &Value) -> Result<Marked, String> {
    let text = text_at(line, "text").ok_or("this line of doccano has no “text”")?;
    let mut taken = Taken::new(text, Unit::CodePoints);
    for value in list_at(line, "entities").iter().chain(list_at(line, "label")) {
        let range = match value {
            Value::Array(triple) => taken.positions.of_values(triple.first(), triple.get(1)),
            object => taken.positions.at(object, "start_offset", "end_offset"),
        };
        let (label, id) = (label(value), value.get("id").and_then(Value::as_u64));
        if let Some((span, label)) = taken.mark(label.and_then(Kind::of_label), range, id).zip(label) {
            span.take_label(label);
        }
    }
    for relation in list_at(line, "relations") {
        let end = |key| relation.get(key).and_then(Value::as_u64);
        let kind = text_at(relation, "type").and_then(LinkKind::of_name);
        taken.link(kind, end("from_id").as_ref(), end("to_id").as_ref());
    }
    Ok(taken.done())
}

/// The label of an entity, or of doccano's older `[start, end, label]`.
fn label(value: &Value) -> Option<&str> {
    match value {
        Value::Array(triple) => triple.get(2)?.as_str(),
        object => text_at(object, "label"),
    }
}

//! Label Studio's export: the first task, its last annotation that was not cancelled or else its prediction. Positions
//! are Unicode code points, end exclusive.

use super::positions::{Positions, Unit};
use super::{FOREIGN, Marked, OUTSIDE, begins, left_out, list_at, parsed, text_at};
use crate::standoff::{Kind, Link, LinkKind, Span, Standoff};
use serde_json::Value;
use std::collections::BTreeMap;

pub(super) fn is(bytes: &[u8]) -> bool {
    let words = ["\"data\"", "\"result\""];
    begins(bytes, b'[', &words) || begins(bytes, b'{', &words)
}

pub(super) fn read(bytes: &[u8]) -> Result<Marked, String> {
    let json = parsed(bytes)?;
    let (task, further) = match &json {
        Value::Array(tasks) => (tasks.first().unwrap_or(&Value::Null), tasks.len().saturating_sub(1)),
        task => (task, 0),
    };
    let data = task.get("data").ok_or("this is no task of Label Studio’s: it has no “data”")?;
    let text = text_at(data, "text").ok_or("this task of Label Studio’s has no “text” in its “data”")?;
    let positions = Positions::new(text, Unit::CodePoints);
    let mut standoff = Standoff { text: text.to_owned(), ..Standoff::default() };
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut foreign, mut outside) = (0, 0);
    let result = result(task);
    for region in result.iter().filter(|region| text_at(region, "type") != Some("relation")) {
        let value = region.get("value").unwrap_or(&Value::Null);
        let Some(kind) = list_at(value, "labels").first().and_then(Value::as_str).and_then(Kind::of_label)
        else {
            foreign += 1;
            continue;
        };
        let Some(range) = positions.at(value, "start", "end") else {
            outside += 1;
            continue;
        };
        let mut span = Span::new(range, kind);
        let notes = region.get("meta").map_or(&[][..], |meta| list_at(meta, "text"));
        for note in notes.iter().filter_map(Value::as_str) {
            span.take_note(note);
        }
        places.extend(text_at(region, "id").map(|id| (id, standoff.spans.len())));
        standoff.spans.push(span);
    }
    for relation in result.iter().filter(|region| text_at(region, "type") == Some("relation")) {
        let end = |key| places.get(text_at(relation, key)?).copied();
        let kind = list_at(relation, "labels").iter().find_map(|label| LinkKind::of_name(label.as_str()?));
        if let (Some(kind), Some(from), Some(to)) = (kind, end("from_id"), end("to_id")) {
            standoff.links.push(Link { kind, from, to });
        }
    }
    let mut losses = Vec::new();
    left_out(&mut losses, foreign, FOREIGN);
    left_out(&mut losses, outside, OUTSIDE);
    left_out(&mut losses, further, ["further task of this file", "further tasks of this file"]);
    Ok(Marked { standoff, losses })
}

fn result(task: &Value) -> &[Value] {
    let stands = |annotation: &&Value| annotation.get("was_cancelled").and_then(Value::as_bool) != Some(true);
    let annotation = list_at(task, "annotations").iter().rfind(stands);
    annotation
        .or(list_at(task, "predictions").first())
        .map_or(&[], |annotation| list_at(annotation, "result"))
}

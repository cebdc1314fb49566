//! doccano's JSON lines: the first line that holds a text. Positions are Unicode code points, end exclusive.

use super::positions::{Positions, Unit};
use super::{FOREIGN, Marked, OUTSIDE, begins, left_out, list_at, parsed, text_at};
use crate::standoff::{Kind, Link, LinkKind, Span, Standoff};
use serde_json::Value;
use std::collections::BTreeMap;

pub(super) fn is(bytes: &[u8]) -> bool {
    begins(bytes, b'{', &["\"text\""])
        && (begins(bytes, b'{', &["\"start_offset\""])
            || begins(bytes, b'{', &["\"entities\"", "\"relations\""])
            || begins(bytes, b'{', &["\"label\""]))
}

pub(super) fn read(bytes: &[u8]) -> Result<Marked, String> {
    let mut lines = bytes.split(|&byte| byte == b'\n').filter(|line| !line.trim_ascii().is_empty());
    let line = parsed(lines.next().unwrap_or_default())?;
    let text = text_at(&line, "text").ok_or("this line of doccano has no “text”")?;
    let positions = Positions::new(text, Unit::CodePoints);
    let mut standoff = Standoff { text: text.to_owned(), ..Standoff::default() };
    let mut losses = Vec::new();
    let mut places: BTreeMap<u64, usize> = BTreeMap::new();
    let (mut foreign, mut outside) = (0, 0);
    for value in list_at(&line, "entities").iter().chain(list_at(&line, "label")) {
        let Some(kind) = label(value).and_then(Kind::of_label) else {
            foreign += 1;
            continue;
        };
        let range = match value {
            Value::Array(triple) => positions.of_values(triple.first(), triple.get(1)),
            object => positions.at(object, "start_offset", "end_offset"),
        };
        let Some(range) = range else {
            outside += 1;
            continue;
        };
        places.extend(value.get("id").and_then(Value::as_u64).map(|id| (id, standoff.spans.len())));
        standoff.spans.push(Span::new(range, kind));
    }
    for relation in list_at(&line, "relations") {
        let end = |key| places.get(&relation.get(key)?.as_u64()?).copied();
        let kind = text_at(relation, "type").and_then(LinkKind::of_name);
        if let (Some(kind), Some(from), Some(to)) = (kind, end("from_id"), end("to_id")) {
            standoff.links.push(Link { kind, from, to });
        }
    }
    left_out(&mut losses, foreign, FOREIGN);
    left_out(&mut losses, outside, OUTSIDE);
    left_out(&mut losses, lines.count(), ["further text of this file", "further texts of this file"]);
    Ok(Marked { standoff, losses })
}

/// The label of an entity, or of doccano's older `[start, end, label]`.
fn label(value: &Value) -> Option<&str> {
    match value {
        Value::Array(triple) => triple.get(2)?.as_str(),
        object => text_at(object, "label"),
    }
}

//! doccano's JSON lines for sequence labelling with relations. Positions are Unicode code points, end exclusive.

use super::losses::Keeps;
use crate::document::Document;
use crate::export::wanted::Wanted;
use crate::export::written::{Format, Programs, Write};
use crate::standoff::{Family, LinkKind, Standoff};
use crate::text::OffsetMap;
use serde_json::{Value, json};

/// doccano's lines.
pub const FORMAT: Format = Format {
    id: "doccano",
    name: "doccano",
    about: "A line of JSON with entities and relations, for doccano’s sequence labelling.",
    extension: "jsonl",
    mime: "application/x-ndjson",
    write: Write::Text(|document, wanted| [line(document, wanted).to_string(), "\n".into()].concat()),
    programs: Programs { line: Some(line), losses: |document, wanted| KEEPS.losses(document, wanted) },
};

/// All marks but the last, comments, whose words it has no room for.
const FAMILIES: &[Family] = match Family::MARKS.split_last() {
    Some((Family::Comments, others)) => others,
    _ => Family::MARKS,
};

const KEEPS: Keeps = Keeps { name: "doccano", families: FAMILIES, facts: &[], links: LinkKind::ALL };

fn line(document: &Document, wanted: &Wanted) -> Value {
    let standoff = Standoff::of_families(document, wanted.filter.furniture, FAMILIES);
    let map = OffsetMap::new(&standoff.text);
    let entities = standoff.spans.iter().enumerate().map(|(at, span)| {
        let (start, end) = (map.chars(span.range.start()), map.chars(span.range.end()));
        json!({"id": at + 1, "label": span.label(), "start_offset": start, "end_offset": end})
    });
    let entities: Vec<Value> = entities.collect();
    let relations = standoff.links.iter().enumerate().map(|(at, link)| {
        json!({"id": at + 1, "from_id": link.from + 1, "to_id": link.to + 1, "type": link.kind.name()})
    });
    let relations: Vec<Value> = relations.collect();
    // In the macro they would be copied.
    let mut line = json!({"text": standoff.text});
    line["entities"] = entities.into();
    line["relations"] = relations.into();
    line
}

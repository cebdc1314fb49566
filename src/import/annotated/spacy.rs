//! spaCy's Doc as JSON. Positions are Unicode code points, end exclusive.
//!
//! Of Galley's own groups `kb_id` tells the entity, the quotation or the value; names of other programs are read from
//! `ents`.

use super::marked::Marked;
use super::positions::Unit;
use super::taken::Taken;
use super::value::{has, list_at, text_at};
use crate::standoff::{BESIDE, Key, Kind};
use crate::text::TextRange;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn is(doc: &Value) -> bool {
    has(doc, &["text", "tokens", "ents"])
}

pub(super) fn read(doc: &Value) -> Result<Marked, String> {
    let text = text_at(doc, "text").ok_or("this Doc of spaCy’s has no “text”")?;
    let mut reader = Reader { taken: Taken::new(text, Unit::CodePoints), names: BTreeSet::new() };
    let groups = doc.get("spans").unwrap_or(&Value::Null);
    let names = groups.as_object().into_iter().flat_map(|groups| groups.keys());
    for name in names.filter(|name| !GROUPS.contains(&name.as_str())) {
        list_at(groups, name).iter().for_each(|value| reader.take(value));
    }
    // Of a Doc of Galley's the names stand in a group too, which tells more of them.
    for value in list_at(doc, "ents") {
        let range = reader.taken.positions.at(value, "start", "end");
        if range.is_none_or(|range| !reader.names.contains(&range)) {
            reader.take(value);
        }
    }
    reader.beside(groups);
    Ok(reader.taken.done())
}

/// The groups of the words beside quotations.
const GROUPS: [&str; 3] = ["speakers", "cues", "addressees"];

struct Reader<'t> {
    taken: Taken<'t>,
    /// Where names and amounts stand.
    names: BTreeSet<TextRange>,
}

impl Reader<'_> {
    fn take(&mut self, value: &Value) {
        let label = text_at(value, "label");
        let kind = label.and_then(Kind::of_label);
        let range = self.taken.positions.at(value, "start", "end");
        let Some(span) = self.taken.mark(kind, range, None) else { return };
        span.take_label(label.unwrap_or_default());
        let key = match span.kind {
            Kind::Name(_) | Kind::Reference(_) => Some(Key::Entity),
            Kind::Quote(_) => Some(Key::Group),
            Kind::Time(_) => Some(Key::Value),
            Kind::Own => Some(Key::Own),
            Kind::Comment => Some(Key::Comment),
            _ => None,
        };
        if let Some((key, id)) = key.zip(text_at(value, "kb_id").filter(|id| !id.is_empty())) {
            span.tell(key, id);
        }
        if let Kind::Name(_) | Kind::Amount(_) = span.kind {
            self.names.insert(span.range);
        }
    }

    /// Links every piece of a quotation to the nearest words beside it that are told of the same quotation.
    fn beside(&mut self, groups: &Value) {
        let spans = self.taken.out.spans.iter().enumerate();
        let pieces = spans.filter(|(_, span)| matches!(span.kind, Kind::Quote(_)));
        let pieces =
            pieces.filter_map(|(at, span)| Some((at, span.range.start(), span.fact(Key::Group)?.to_owned())));
        let pieces: Vec<(usize, usize, String)> = pieces.collect();
        for ((link, kind), name) in BESIDE.into_iter().zip(GROUPS) {
            let mut told: BTreeMap<&str, Vec<TextRange>> = BTreeMap::new();
            for value in list_at(groups, name) {
                if let Some(range) = self.taken.positions.at(value, "start", "end") {
                    told.entry(text_at(value, "kb_id").unwrap_or_default()).or_default().push(range);
                }
            }
            for (from, start, group) in &pieces {
                let ranges = told.get(group.as_str()).into_iter().flatten();
                if let Some(&range) = ranges.min_by_key(|range| range.start().abs_diff(*start)) {
                    self.taken.link_to_words(link, *from, range, kind);
                }
            }
        }
    }
}

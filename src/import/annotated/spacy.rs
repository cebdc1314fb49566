//! spaCy's Doc as JSON. Positions are Unicode code points, end exclusive.
//!
//! Of Galley's own groups `kb_id` tells the entity, the quotation or the value; names of other programs are read from
//! `ents`.

use super::positions::{Positions, Unit};
use super::{FOREIGN, Marked, OUTSIDE, begins, left_out, list_at, parsed, text_at};
use crate::standoff::{Key, Kind, Link, LinkKind, Span, Standoff};
use crate::text::TextRange;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn is(bytes: &[u8]) -> bool {
    begins(bytes, b'{', &["\"text\"", "\"tokens\"", "\"ents\""])
}

pub(super) fn read(bytes: &[u8]) -> Result<Marked, String> {
    let doc = parsed(bytes)?;
    let text = text_at(&doc, "text").ok_or("this Doc of spaCy’s has no “text”")?;
    let positions = Positions::new(text, Unit::CodePoints);
    let standoff = Standoff { text: text.to_owned(), ..Standoff::default() };
    let (names, places) = (BTreeSet::new(), BTreeMap::new());
    let mut reader = Reader { positions, out: standoff, names, places, foreign: 0, outside: 0 };
    let empty = Map::new();
    let groups = doc.get("spans").and_then(Value::as_object).unwrap_or(&empty);
    for (_, values) in groups.iter().filter(|(name, _)| !is_beside(name)) {
        values.as_array().map_or(&[][..], Vec::as_slice).iter().for_each(|value| reader.take(value));
    }
    // Of a Doc of Galley's the names stand in a group too, which tells more of them.
    for value in list_at(&doc, "ents") {
        let range = reader.positions.at(value, "start", "end");
        if range.is_none_or(|range| !reader.names.contains(&range)) {
            reader.take(value);
        }
    }
    reader.beside(groups);
    let mut losses = Vec::new();
    left_out(&mut losses, reader.foreign, FOREIGN);
    left_out(&mut losses, reader.outside, OUTSIDE);
    Ok(Marked { standoff: reader.out, losses })
}

/// The groups of words beside quotations, by the way they are linked and their kind.
const BESIDE: &[(&str, LinkKind, Kind)] = &[
    ("speakers", LinkKind::SpokenBy, Kind::Speaker),
    ("cues", LinkKind::ReportedBy, Kind::Cue),
    ("addressees", LinkKind::ToldTo, Kind::Addressee),
];

fn is_beside(name: &str) -> bool {
    BESIDE.iter().any(|(group, _, _)| *group == name)
}

struct Reader<'t> {
    positions: Positions<'t>,
    out: Standoff,
    /// Where names and amounts stand.
    names: BTreeSet<TextRange>,
    /// The words that may stand beside a quotation, and cues.
    places: BTreeMap<(TextRange, bool), usize>,
    foreign: usize,
    outside: usize,
}

impl Reader<'_> {
    fn take(&mut self, value: &Value) {
        let Some(kind) = text_at(value, "label").and_then(Kind::of_label) else {
            self.foreign += 1;
            return;
        };
        let Some(range) = self.positions.at(value, "start", "end") else {
            self.outside += 1;
            return;
        };
        let mut span = Span::new(range, kind);
        let key = match kind {
            Kind::Name(_) | Kind::Reference(_) => Some(Key::Entity),
            Kind::Quote(_) => Some(Key::Group),
            Kind::Time(_) => Some(Key::Value),
            _ => None,
        };
        let told = text_at(value, "kb_id").filter(|id| !id.is_empty());
        if let Some((key, id)) = key.zip(told) {
            span.tell(key, id);
        }
        match kind {
            Kind::Name(_) | Kind::Amount(_) => drop(self.names.insert(range)),
            _ => {}
        }
        if let Kind::Name(_) | Kind::Reference(_) = kind {
            self.places.entry((range, true)).or_insert(self.out.spans.len());
        }
        self.out.spans.push(span);
    }

    /// Links every piece of a quotation to the nearest words beside it that are told of the same quotation.
    fn beside(&mut self, groups: &Map<String, Value>) {
        let quotes: Vec<usize> = (0..self.out.spans.len())
            .filter(|&at| matches!(self.out.spans[at].kind, Kind::Quote(_)))
            .collect();
        for &(name, link, kind) in BESIDE {
            let mut told: BTreeMap<&str, Vec<TextRange>> = BTreeMap::new();
            for value in groups.get(name).and_then(Value::as_array).map_or(&[][..], Vec::as_slice) {
                if let Some(range) = self.positions.at(value, "start", "end") {
                    told.entry(text_at(value, "kb_id").unwrap_or_default()).or_default().push(range);
                }
            }
            for &from in &quotes {
                let quote = &self.out.spans[from];
                let Some(ranges) = quote.fact(Key::Group).and_then(|group| told.get(group)) else { continue };
                let distance = |range: &&TextRange| range.start().abs_diff(quote.range.start());
                let Some(&range) = ranges.iter().min_by_key(distance) else { continue };
                let to = self.at(range, kind);
                self.out.links.push(Link { kind: link, from, to });
            }
        }
    }

    /// The name or reference at a range, or else a new span of its own.
    fn at(&mut self, range: TextRange, kind: Kind) -> usize {
        let spans = &mut self.out.spans;
        *self.places.entry((range, kind != Kind::Cue)).or_insert_with(|| {
            spans.push(Span::new(range, kind));
            spans.len() - 1
        })
    }
}

//! Galley's own JSON (see `src/export/json.rs`). Positions are Unicode code points, end exclusive.

use super::marked::Marked;
use super::positions::Unit;
use super::taken::Taken;
use super::value::{has, list_at, text_at};
use crate::document::day::read_day;
use crate::standoff::{BESIDE, Key, Kind, Link, LinkKind, Span};
use crate::text::TextRange;
use serde_json::Value;

/// The newest version of the format that is known.
const VERSION: u64 = 1;

pub(super) fn is(json: &Value) -> bool {
    has(json, &["galley", "text"])
}

pub(super) fn read(json: &Value) -> Result<Marked, String> {
    let text = text_at(json, "text").ok_or("this is no Galley JSON: it has no “text”")?;
    if json.get("galley").and_then(Value::as_u64).is_some_and(|version| version > VERSION) {
        return Err("this was written by a newer Galley; bring this one up to date".into());
    }
    let mut reader = Reader { taken: Taken::new(text, Unit::CodePoints) };
    reader.taken.out.published = text_at(json, "published").and_then(read_day);
    reader.entities(json);
    reader.references(json);
    reader.quotes(json);
    reader.rest(json);
    reader.authors(json);
    if let Some(dateline) = json.get("dateline").filter(|dateline| dateline.is_object()) {
        reader.dateline(dateline);
    }
    Ok(reader.taken.done())
}

struct Reader<'t> {
    taken: Taken<'t>,
}

impl Reader<'_> {
    fn span(&mut self, value: &Value, kind: Option<Kind>, facts: &[(&str, Key)]) -> Option<usize> {
        let range = self.taken.positions.at(value, "start", "end");
        let span = self.taken.mark(kind, range, None)?;
        for &(name, key) in facts {
            tell(span, key, value.get(name));
        }
        Some(self.taken.out.spans.len() - 1)
    }

    /// The range under a key, `[start, end]`.
    fn range(&mut self, value: &Value, key: &str) -> Option<TextRange> {
        let pair = value.get(key)?.as_array()?;
        self.taken.inside(self.taken.positions.of_values(pair.first(), pair.get(1)))
    }

    fn entities(&mut self, json: &Value) {
        for value in list_at(json, "entities") {
            let kind = text_at(value, "label").and_then(Kind::of_label);
            let kind = kind.filter(|kind| matches!(kind, Kind::Name(_) | Kind::Amount(_)));
            let facts: &[(&str, Key)] = match kind {
                Some(Kind::Amount(_)) => &[("why", Key::Why)],
                _ => &NAME,
            };
            self.span(value, kind, facts);
        }
    }

    fn references(&mut self, json: &Value) {
        for value in list_at(json, "references") {
            let kind = text_at(value, "kind").and_then(Kind::of_label);
            self.span(value, kind.filter(|kind| matches!(kind, Kind::Reference(_))), &NAME);
        }
    }

    fn quotes(&mut self, json: &Value) {
        for value in list_at(json, "quotes") {
            let label = text_at(value, "kind").map(|kind| [kind, "_quote"].concat());
            let Some(at) = self.span(value, label.and_then(|label| Kind::of_label(&label)), &QUOTE) else {
                continue;
            };
            for ((link, kind), key) in BESIDE.into_iter().zip(["speaker", "cue", "addressee"]) {
                if let Some(range) = self.range(value, key) {
                    self.taken.link_to_words(link, at, range, kind);
                }
            }
        }
    }

    fn rest(&mut self, json: &Value) {
        for value in list_at(json, "terms") {
            self.span(value, Some(Kind::Term), &[("why", Key::Why)]);
        }
        for value in list_at(json, "times") {
            let kind = text_at(value, "type").and_then(Kind::of_label);
            self.span(value, kind.filter(|kind| matches!(kind, Kind::Time(_))), &[("value", Key::Value)]);
        }
        for value in list_at(json, "labels") {
            let own = ["label", "letter", "colour"].map(|key| text_at(value, key).unwrap_or_default());
            if let Some(at) = self.span(value, Some(Kind::Own), &[]) {
                let [name, letter, colour] = own;
                self.taken.out.spans[at].tell(Key::Own, [name, " = ", letter, ", ", colour].concat());
            }
        }
        for value in list_at(json, "comments") {
            self.span(value, Some(Kind::Comment), &[("comment", Key::Comment)]);
        }
        for value in list_at(json, "structure") {
            let label = text_at(value, "part").map(|part| ["part_", part].concat());
            self.span(value, label.and_then(|label| Kind::of_label(&label)), &[("why", Key::Why)]);
        }
    }

    fn authors(&mut self, json: &Value) {
        for value in list_at(json, "authors") {
            let Some(at) = self.span(value, Some(Kind::Author), &[]) else { continue };
            for (key, kind, link) in [
                ("role", Kind::AuthorRole, LinkKind::HasRole),
                ("place", Kind::AuthorPlace, LinkKind::ReportsFrom),
            ] {
                if let Some(range) = self.range(value, key) {
                    let out = &mut self.taken.out;
                    out.links.push(Link { kind: link, from: at, to: out.spans.len() });
                    out.spans.push(Span::new(range, kind));
                }
            }
        }
    }

    fn dateline(&mut self, value: &Value) {
        let Some(at) = self.span(value, Some(Kind::Dateline), &[("date_iso", Key::Day)]) else { return };
        for place in list_at(value, "places") {
            let country = text_at(place, "country").map(|country| [" (", country, ")"].concat());
            let name = text_at(place, "name").unwrap_or_default();
            self.taken.out.spans[at].tell(Key::Place, [name, &country.unwrap_or_default()].concat());
        }
        for (key, kind) in [("place", Kind::DatelinePlace), ("date", Kind::DatelineDate)] {
            if let Some(range) = self.range(value, key) {
                self.taken.out.spans.push(Span::new(range, kind));
            }
        }
        // The agency is told by its words alone; they stand in the dateline, as a rule at its end.
        let range = self.taken.out.spans[at].range;
        let agency = text_at(value, "agency").filter(|agency| !agency.is_empty());
        let found = agency.and_then(|agency| Some((range.of(&self.taken.out.text).rfind(agency)?, agency)));
        if let Some((from, agency)) = found {
            let from = range.start() + from;
            self.taken.out.spans.push(Span::new(TextRange::new(from, from + agency.len()), Kind::Agency));
        }
    }
}

const NAME: [(&str, Key); 10] = [
    ("entity", Key::Entity),
    ("name", Key::Name),
    ("score", Key::Score),
    ("why", Key::Why),
    ("roles", Key::Role),
    ("kind", Key::PlaceKind),
    ("country", Key::Country),
    ("latitude", Key::Latitude),
    ("longitude", Key::Longitude),
    ("value", Key::Value),
];

const QUOTE: [(&str, Key); 8] = [
    ("group", Key::Group),
    ("speaker_text", Key::Speaker),
    ("source", Key::Source),
    ("utterance", Key::Utterance),
    ("attitude", Key::Attitude),
    ("candidates", Key::Candidate),
    ("score", Key::Score),
    ("why", Key::Why),
];

/// Takes a value as a fact: each of a list, nothing of null and false.
fn tell(span: &mut Span, key: Key, value: Option<&Value>) {
    match value {
        Some(Value::String(text)) => span.tell(key, text.as_str()),
        Some(Value::Number(number)) => span.tell(key, number.to_string()),
        Some(Value::Bool(true)) => span.tell(key, "true"),
        Some(Value::Array(values)) => values.iter().for_each(|value| tell(span, key, Some(value))),
        _ => {}
    }
}

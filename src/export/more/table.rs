//! The tables that CSV, sheets and JSON lines hold: their columns, and a row for each mark. Positions are Unicode code
//! points, end exclusive.

use crate::document::Document;
use crate::export::wanted::Wanted;
use crate::standoff::{Family, Key, Kind, LinkKind, Span, Standoff};
use crate::text::{OffsetMap, TextRange};
use crate::view::dates::{Length, value};
use serde_json::Value;

/// What a column holds.
#[derive(Clone, Copy, PartialEq)]
pub enum Type {
    /// Text.
    Text,
    /// A whole number.
    Number,
    /// A position on the globe.
    Degrees,
    /// True or false.
    Truth,
    /// Several texts.
    Texts,
}

/// Columns by their names.
pub type Columns = &'static [(&'static str, Type)];

/// A table of marks.
pub struct Table {
    /// Its name in files.
    pub name: &'static str,
    /// Which marks stand in it.
    pub families: &'static [Family],
    /// Its columns after those that every table has.
    own: Columns,
}

/// What every table tells of a mark.
const PLACE: Columns =
    &[("start", Type::Number), ("end", Type::Number), ("words", Type::Text), ("label", Type::Text)];

/// Names and amounts.
pub const ENTITIES: Table = Table {
    name: "entities",
    families: &[Family::Names, Family::Amounts],
    own: &[
        ("entity", Type::Text),
        ("name", Type::Text),
        ("score", Type::Number),
        ("why", Type::Text),
        ("role", Type::Texts),
        ("place_kind", Type::Text),
        ("country", Type::Text),
        ("latitude", Type::Degrees),
        ("longitude", Type::Degrees),
    ],
};

/// Pieces of quotations.
pub const QUOTES: Table = Table {
    name: "quotes",
    families: &[Family::Quotations],
    own: &[
        ("group", Type::Text),
        ("speaker", Type::Text),
        ("speaker_words", Type::Text),
        ("speaker_start", Type::Number),
        ("speaker_end", Type::Number),
        ("cue_words", Type::Text),
        ("cue_start", Type::Number),
        ("cue_end", Type::Number),
        ("addressee_words", Type::Text),
        ("addressee_start", Type::Number),
        ("addressee_end", Type::Number),
        ("source", Type::Text),
        ("utterance", Type::Text),
        ("attitude", Type::Truth),
        ("candidate", Type::Texts),
        ("score", Type::Number),
        ("why", Type::Text),
    ],
};

/// Times. Which kind of value one has is its label: a column of nothing but full days would become one of moments.
pub const TIMES: Table = Table {
    name: "times",
    families: &[Family::Times],
    own: &[("value", Type::Text), ("in_words", Type::Text)],
};

/// Labels of an editor's own, for people.
pub const LABELS: Table = Table {
    name: "labels",
    families: &[Family::Labels],
    own: &[("name", Type::Text), ("letter", Type::Text), ("colour", Type::Text)],
};

/// What people say of words, for people.
pub const COMMENTS: Table =
    Table { name: "comments", families: &[Family::Comments], own: &[("comment", Type::Text)] };

/// Every table.
pub const TABLES: &[Table] = &[
    ENTITIES,
    Table {
        name: "references",
        families: &[Family::References],
        own: &[("entity", Type::Text), ("score", Type::Number), ("why", Type::Text)],
    },
    QUOTES,
    TIMES,
    Table {
        name: "marks",
        families: &[
            Family::Terms,
            Family::Speech,
            Family::Datelines,
            Family::Authors,
            Family::Labels,
            Family::Comments,
            Family::Paragraphs,
        ],
        own: &[("place", Type::Texts), ("day", Type::Text), ("own", Type::Text), ("comment", Type::Text)],
    },
];

impl Table {
    /// Its columns.
    pub fn columns(&self) -> impl Iterator<Item = &'static (&'static str, Type)> {
        PLACE.iter().chain(self.own)
    }

    /// A row for each mark that stands in it, with the mark's place among all.
    pub fn rows(&self, standoff: &Standoff) -> Vec<(usize, Vec<Value>)> {
        let map = OffsetMap::new(&standoff.text);
        let own =
            standoff.spans.iter().enumerate().filter(|(_, span)| self.families.contains(&span.kind.family()));
        let row = |at| self.columns().map(|&(name, kind)| cell(standoff, &map, at, name, kind)).collect();
        own.map(|(at, _)| (at, row(at))).collect()
    }

    /// Its header and the rows of a document, all as text.
    pub fn texts(&self, document: &Document, wanted: &Wanted) -> Vec<Vec<String>> {
        let standoff = Standoff::of(document, wanted.filter.furniture);
        let head = self.columns().map(|&(name, _)| name.to_owned()).collect();
        let rows = self.rows(&standoff).into_iter().map(|(_, row)| row.iter().map(text).collect());
        std::iter::once(head).chain(rows).collect()
    }
}

fn cell(standoff: &Standoff, map: &OffsetMap, at: usize, name: &str, kind: Type) -> Value {
    let span = &standoff.spans[at];
    let beside = |link| standoff.linked(at, link).map(|to| standoff.spans[to].range);
    let (range, part) = match name.split_once('_') {
        Some(("speaker", part)) => (beside(LinkKind::SpokenBy), part),
        Some(("cue", part)) => (beside(LinkKind::ReportedBy), part),
        Some(("addressee", part)) => (beside(LinkKind::ToldTo), part),
        _ => (Some(span.range), name),
    };
    let of = |tell: &dyn Fn(TextRange) -> Value| range.map_or(Value::Null, tell);
    match part {
        "start" => of(&|range| map.chars(range.start()).into()),
        "end" => of(&|range| map.chars(range.end()).into()),
        "words" => of(&|range| range.of(&standoff.text).into()),
        "label" => span.label().into(),
        "letter" => span.own_label().map(|label| label.letter).into(),
        "colour" => span.own_label().map(|label| label.colour.name()).into(),
        "name" if span.kind == Kind::Own => span.own_label().map(|label| label.name).into(),
        "in_words" => span.fact(Key::Value).map(|told| value(told, Length::Full)).into(),
        key => Key::of_name(key).map_or(Value::Null, |key| told(span, key, kind)),
    }
}

fn told(span: &Span, key: Key, kind: Type) -> Value {
    match kind {
        Type::Texts => span.all(key).collect::<Vec<_>>().into(),
        Type::Truth => span.fact(key).is_some().into(),
        Type::Number => span.fact(key).and_then(|value| value.parse::<i64>().ok()).into(),
        Type::Degrees => span.fact(key).and_then(|value| value.parse::<f64>().ok()).into(),
        Type::Text => span.fact(key).into(),
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(text).collect::<Vec<_>>().join("; "),
        other => other.to_string(),
    }
}

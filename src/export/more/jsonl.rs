//! Tables of JSON lines in a zip, with their types beside them. Positions are Unicode code points, end exclusive.
//!
//! Every record has every key, null or an empty list where there is nothing, and ids are strings, because DuckDB,
//! Polars and `datasets` settle on a column's type by its first rows. `schema.sql` makes DuckDB's tables of the files,
//! `schema.json` names each column's type for the others.

use super::{Programs, sum, zipped};
use crate::document::Document;
use crate::document::day::iso;
use crate::export::{Format, Wanted, Write};
use crate::standoff::{Family, Key, Kind, LinkKind, Span, Standoff};
use crate::text::{OffsetMap, TextRange};
use serde_json::{Map, Value, json};

/// Tables of JSON lines.
pub const FORMAT: Format = Format {
    id: "jsonl",
    name: "Tables in JSON lines",
    about: "A zip of tables, a record a line, with their types for DuckDB, Polars and datasets.",
    styled: false,
    extension: "zip",
    mime: "application/zip",
    write: Write::Bytes(write),
    programs: Programs { line: None, losses: |_, _| Vec::new() },
};

/// What a column holds.
#[derive(Clone, Copy, PartialEq)]
enum Type {
    Text,
    Number,
    Degrees,
    Truth,
    Texts,
}

impl Type {
    fn duckdb(self) -> &'static str {
        match self {
            Type::Text => "VARCHAR",
            Type::Number => "BIGINT",
            Type::Degrees => "DOUBLE",
            Type::Truth => "BOOLEAN",
            Type::Texts => "VARCHAR[]",
        }
    }

    fn arrow(self) -> &'static str {
        match self {
            Type::Text => "string",
            Type::Number => "int64",
            Type::Degrees => "float64",
            Type::Truth => "bool",
            Type::Texts => "list<string>",
        }
    }
}

/// A table's columns.
type Columns = &'static [(&'static str, Type)];

const ARTICLES: Columns = &[("article", Type::Text), ("text", Type::Text), ("published", Type::Text)];

const ENTITIES: Columns = &[
    ("article", Type::Text),
    ("id", Type::Text),
    ("start", Type::Number),
    ("end", Type::Number),
    ("words", Type::Text),
    ("label", Type::Text),
    ("entity", Type::Text),
    ("name", Type::Text),
    ("score", Type::Number),
    ("why", Type::Text),
    ("role", Type::Texts),
    ("place_kind", Type::Text),
    ("country", Type::Text),
    ("latitude", Type::Degrees),
    ("longitude", Type::Degrees),
];

const REFERENCES: Columns = &[
    ("article", Type::Text),
    ("id", Type::Text),
    ("start", Type::Number),
    ("end", Type::Number),
    ("words", Type::Text),
    ("label", Type::Text),
    ("entity", Type::Text),
    ("score", Type::Number),
    ("why", Type::Text),
];

const QUOTES: Columns = &[
    ("article", Type::Text),
    ("id", Type::Text),
    ("start", Type::Number),
    ("end", Type::Number),
    ("words", Type::Text),
    ("label", Type::Text),
    ("group", Type::Text),
    ("speaker", Type::Text),
    ("speaker_start", Type::Number),
    ("speaker_end", Type::Number),
    ("cue_start", Type::Number),
    ("cue_end", Type::Number),
    ("addressee_start", Type::Number),
    ("addressee_end", Type::Number),
    ("source", Type::Text),
    ("utterance", Type::Text),
    ("attitude", Type::Truth),
    ("candidate", Type::Texts),
    ("score", Type::Number),
    ("why", Type::Text),
];

/// The value's kind (`DATE`, `DURATION`) is the label: a column of nothing but full days would become one of moments.
const TIMES: Columns = &[
    ("article", Type::Text),
    ("id", Type::Text),
    ("start", Type::Number),
    ("end", Type::Number),
    ("words", Type::Text),
    ("label", Type::Text),
    ("value", Type::Text),
];

const MARKS: Columns = &[
    ("article", Type::Text),
    ("id", Type::Text),
    ("start", Type::Number),
    ("end", Type::Number),
    ("words", Type::Text),
    ("label", Type::Text),
    ("place", Type::Texts),
    ("day", Type::Text),
];

/// A table: its name, its columns, and which marks stand in it.
type Table = (&'static str, Columns, &'static [Family]);

const TABLES: &[Table] = &[
    ("entities", ENTITIES, &[Family::Names, Family::Amounts]),
    ("references", REFERENCES, &[Family::References]),
    ("quotes", QUOTES, &[Family::Quotations]),
    ("times", TIMES, &[Family::Times]),
    (
        "marks",
        MARKS,
        &[Family::Terms, Family::Speech, Family::Datelines, Family::Authors, Family::Paragraphs],
    ),
];

fn write(document: &Document, wanted: &Wanted) -> Vec<u8> {
    let standoff = Standoff::of(document, wanted.filter.furniture);
    let article = sum(&standoff.text);
    let map = OffsetMap::new(&standoff.text);
    let first = json!({"article": article, "text": standoff.text, "published": standoff.published.map(iso)});
    let mut files = vec![("articles.jsonl".to_owned(), [first.to_string(), "\n".into()].concat())];
    for (name, columns, families) in TABLES {
        let mut lines = String::new();
        for (at, span) in
            standoff.spans.iter().enumerate().filter(|(_, span)| families.contains(&span.kind.family()))
        {
            lines.push_str(&record(&standoff, &map, &article, at, span, columns).to_string());
            lines.push('\n');
        }
        files.push((format!("{name}.jsonl"), lines));
    }
    files.push(("schema.sql".into(), ddl()));
    files.push(("schema.json".into(), types()));
    let files: Vec<(&str, Vec<u8>)> =
        files.iter().map(|(name, text)| (name.as_str(), text.clone().into_bytes())).collect();
    zipped::pack(&files)
}

fn record(
    standoff: &Standoff,
    map: &OffsetMap,
    article: &str,
    at: usize,
    span: &Span,
    columns: Columns,
) -> Value {
    let beside = |link| {
        let to = standoff.linked(at, link).filter(|_| matches!(span.kind, Kind::Quote(_)));
        to.map(|to| standoff.spans[to].range)
    };
    let start = |range: Option<TextRange>| range.map_or(Value::Null, |range| map.chars(range.start()).into());
    let end = |range: Option<TextRange>| range.map_or(Value::Null, |range| map.chars(range.end()).into());
    let mut record = Map::new();
    for &(name, kind) in columns {
        let value = match name {
            "article" => article.into(),
            "id" => format!("m{}", at + 1).into(),
            "start" => start(Some(span.range)),
            "end" => end(Some(span.range)),
            "words" => standoff.words(span).into(),
            "label" => span.kind.label().into(),
            "speaker_start" => start(beside(LinkKind::SpokenBy)),
            "speaker_end" => end(beside(LinkKind::SpokenBy)),
            "cue_start" => start(beside(LinkKind::ReportedBy)),
            "cue_end" => end(beside(LinkKind::ReportedBy)),
            "addressee_start" => start(beside(LinkKind::ToldTo)),
            "addressee_end" => end(beside(LinkKind::ToldTo)),
            key => Key::of_name(key).map_or(Value::Null, |key| told(span, key, kind)),
        };
        record.insert(name.to_owned(), value);
    }
    record.into()
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

/// Every table with its columns.
fn tables() -> impl Iterator<Item = (&'static str, Columns)> {
    [("articles", ARTICLES)].into_iter().chain(TABLES.iter().map(|&(name, columns, _)| (name, columns)))
}

fn ddl() -> String {
    let mut out = String::from("-- In the folder of these files: duckdb -init schema.sql\n");
    for (name, columns) in tables() {
        let typed: Vec<String> =
            columns.iter().map(|(column, kind)| format!("'{column}': '{}'", kind.duckdb())).collect();
        out.push_str(&format!(
            "CREATE TABLE \"{name}\" AS SELECT * FROM read_json('{name}.jsonl', format = 'newline_delimited', columns = {{{}}});\n",
            typed.join(", ")
        ));
    }
    out
}

fn types() -> String {
    let tables = tables().map(|(name, columns)| {
        let columns: Map<String, Value> =
            columns.iter().map(|&(column, kind)| (column.to_owned(), kind.arrow().into())).collect();
        (name.to_owned(), Value::Object(columns))
    });
    super::pretty(&Value::Object(tables.collect()))
}

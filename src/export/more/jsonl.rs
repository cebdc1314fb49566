//! Tables of JSON lines in a zip, with their types beside them. Positions are Unicode code points, end exclusive.
//!
//! Every record has every key, null or an empty list where there is nothing, and ids are strings, because DuckDB,
//! Polars and `datasets` settle on a column's type by its first rows. `schema.sql` makes DuckDB's tables of the files,
//! `schema.json` names each column's type for the others. Of a file `datasets` makes moments of days, even where it is
//! told that they are text: a table of Arrow's that was made with the schema it takes as it is.

use super::article::sum;
use super::table::{Columns, TABLES, Table, Type};
use super::zipped;
use crate::document::Document;
use crate::document::day::iso;
use crate::export::wanted::Wanted;
use crate::export::written::{Format, Programs, Write};
use crate::standoff::Standoff;
use serde_json::{Map, Value, json};

/// Tables of JSON lines.
pub const FORMAT: Format = Format {
    id: "jsonl",
    name: "Tables in JSON lines",
    about: "A zip of tables, a record a line, with their types for DuckDB, Polars and datasets.",
    extension: "zip",
    mime: "application/zip",
    write: Write::Bytes(write),
    programs: Programs { line: None, losses: |_, _| Vec::new() },
};

/// What DuckDB and Arrow call what a column holds.
fn types_of(kind: Type) -> [&'static str; 2] {
    match kind {
        Type::Text => ["VARCHAR", "string"],
        Type::Number => ["BIGINT", "int64"],
        Type::Degrees => ["DOUBLE", "float64"],
        Type::Truth => ["BOOLEAN", "bool"],
        Type::Texts => ["VARCHAR[]", "list<string>"],
    }
}

const ARTICLES: Columns = &[("article", Type::Text), ("text", Type::Text), ("published", Type::Text)];
/// What stands before the columns of a table of marks.
const MARK: Columns = &[("article", Type::Text), ("id", Type::Text)];

fn write(document: &Document, wanted: &Wanted) -> Vec<u8> {
    let standoff = Standoff::of(document, wanted.filter.furniture);
    let article = sum(&standoff.text);
    let first = json!({"article": article, "text": standoff.text, "published": standoff.published.map(iso)});
    let mut files = vec![("articles.jsonl".to_owned(), [first.to_string(), "\n".into()].concat())];
    for table in TABLES {
        let mut lines = String::new();
        for (at, row) in table.rows(&standoff) {
            let mark = [article.as_str().into(), format!("m{}", at + 1).into()];
            let names = columns(table).map(|(name, _)| name.to_owned());
            let record: Map<String, Value> = names.zip(mark.into_iter().chain(row)).collect();
            lines.extend([&Value::Object(record).to_string(), "\n"]);
        }
        files.push((format!("{}.jsonl", table.name), lines));
    }
    files.push(("schema.sql".into(), ddl()));
    files.push(("schema.json".into(), types()));
    zipped::pack(&files)
}

fn columns(table: &Table) -> impl Iterator<Item = (&'static str, Type)> {
    MARK.iter().chain(table.columns()).copied()
}

/// Every table with its columns.
fn tables() -> impl Iterator<Item = (&'static str, Vec<(&'static str, Type)>)> {
    let marks = TABLES.iter().map(|table| (table.name, columns(table).collect()));
    std::iter::once(("articles", ARTICLES.to_vec())).chain(marks)
}

fn ddl() -> String {
    let mut out = String::from("-- In the folder of these files: duckdb -init schema.sql\n");
    for (name, columns) in tables() {
        let typed: Vec<String> =
            columns.iter().map(|(column, kind)| format!("'{column}': '{}'", types_of(*kind)[0])).collect();
        out.push_str(&format!(
            "CREATE TABLE \"{name}\" AS SELECT * FROM read_json('{name}.jsonl', format = 'newline_delimited', columns = {{{}}});\n",
            typed.join(", ")
        ));
    }
    out
}

fn types() -> String {
    let tables = tables().map(|(name, columns)| {
        let typed = columns.into_iter().map(|(column, kind)| (column.to_owned(), types_of(kind)[1].into()));
        (name.to_owned(), Value::Object(typed.collect()))
    });
    super::pretty::pretty(&Value::Object(tables.collect()))
}

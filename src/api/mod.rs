//! Galley for programs in JavaScript: what the npm package `galley-annotate` does, in plain values.
//!
//! ```text
//! text + options ─ annotate ──► document   Galley's own JSON, as an object
//! document, format ─ export_as ─► a file   and what it cannot carry, a sentence each
//! a file ─ import_from ──────────► document
//! ```
//!
//! `src/bin/npm.rs` hands the values over the border; `src/api/package` holds what goes into the package as it is.

mod value;

pub use value::value;

use crate::annotate::annotate_with;
use crate::document::Document;
use crate::document::article::Article;
use crate::document::own_names::OwnNames;
use crate::export::{Format, Wanted, Write, every_format, format, fragment, json};
use crate::import::annotated::{self, READERS, Reader, reader};
use crate::standoff::Built;
use crate::text::{OffsetMap, TextRange, days};
#[cfg(feature = "schema")]
use json::schema::JsonSchema;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::Value;

/// How an article is annotated.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(default)]
pub struct AnnotateOptions {
    /// The day of publication, `2026-03-10`: “on Friday” is counted from it.
    pub published: Option<String>,
    /// Your own names, which always win: a line each, `Ada Quist = PERSON`.
    pub names: Option<String>,
    /// Keep what was found in the page's furniture (links, rankings).
    pub all: bool,
}

/// How a document is written.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(default)]
pub struct ExportOptions {
    /// Keep what is marked in the page's furniture.
    pub all: bool,
}

/// A file that was written.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Exported {
    /// A name for the file.
    pub name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// What is in it, of a format that is text.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub text: Option<String>,
    /// What is in it, of a format that is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("tsType" = "Uint8Array")))]
    pub bytes: Option<Bytes>,
    /// What the format does not carry of the document, a sentence each.
    pub losses: Vec<String>,
}

/// Bytes, which cross the border as they are.
#[derive(Debug)]
pub struct Bytes(Vec<u8>);

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

/// What was read of a file.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub struct Imported<'d> {
    /// The format it was in.
    pub format: &'static str,
    /// The article with its marks.
    pub document: json::Whole<'d>,
    /// What of the file was left out, a sentence each.
    pub losses: &'d [String],
}

/// A format.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename = "Format"))]
#[serde(rename_all = "camelCase")]
pub struct Line {
    /// The word for it in calls.
    #[cfg_attr(feature = "schema", schemars(extend("enum" = ids())))]
    pub id: &'static str,
    /// Its name for people.
    pub name: &'static str,
    /// What it is for, one sentence.
    pub about: &'static str,
    /// How names of its files end, without a point.
    pub extension: &'static str,
    /// Its media type.
    pub media_type: &'static str,
    /// Whether it is text.
    pub is_text: bool,
    /// Whether it can be read too.
    pub is_read: bool,
}

/// Marks an article.
pub fn annotate(text: &str, options: &AnnotateOptions) -> Result<Document, String> {
    let published = options.published.as_deref().map(day).transpose()?;
    let names = names(options.names.as_deref().unwrap_or_default())?;
    Ok(annotate_with(Article { published, ..Article::plain(text) }, &names))
}

fn day(written: &str) -> Result<jiff::civil::Date, String> {
    days::read(written).ok_or_else(|| ["“", written, "” is no day; write it like 2026-03-10"].concat())
}

/// A list of names; the first line that cannot be read is an error.
fn names(text: &str) -> Result<OwnNames, String> {
    let (names, bad) = OwnNames::parse(text);
    match bad.first() {
        Some(bad) => Err(["names, line ", &bad.line.to_string(), ": ", &bad.trouble].concat()),
        None => Ok(names),
    }
}

/// Writes a document, Galley's JSON, in a format.
pub fn export_as(document: &Value, id: &str, options: &ExportOptions) -> Result<Exported, String> {
    let format = format(id).ok_or_else(|| unknown("format", id, every_format().map(|format| format.id)))?;
    let Built { document, mut losses } = annotated::of_json(document)?;
    let wanted = Wanted::usual(options.all);
    losses.extend((format.programs.losses)(&document, &wanted));
    let (text, bytes) = match format.write {
        Write::Text(write) => (Some(write(&document, &wanted)), None),
        Write::Bytes(write) => (None, Some(Bytes(write(&document, &wanted)))),
    };
    let name = ["article.", format.extension].concat();
    Ok(Exported { name, media_type: format.mime, text, bytes, losses })
}

/// Reads a file, in the format of this id or in the one that it looks like.
pub fn import_from(bytes: &[u8], id: Option<&str>) -> Result<(&'static Reader, Built), String> {
    let known = |id| {
        reader(id).ok_or_else(|| unknown("format that is read", id, READERS.iter().map(|reader| reader.id)))
    };
    let read = annotated::open(bytes, id.map(known).transpose()?)?;
    read.ok_or_else(|| {
        "this file is in none of the formats that are read; to mark it as an article: annotate".into()
    })
}

fn unknown<'i>(what: &str, id: &str, known: impl Iterator<Item = &'i str>) -> String {
    let known: Vec<&str> = known.collect();
    ["no ", what, " is called “", id, "”; there are: ", &known.join(", ")].concat()
}

/// The end of a link to words of the published article, by their first code point and the one behind their last; none
/// where these are no words.
pub fn text_fragment(text: &str, start: usize, end: usize) -> Option<String> {
    let map = OffsetMap::new(text);
    let [start, end] = [start, end.max(start)].map(|at| map.byte_of_chars(at));
    fragment::fragment(text, TextRange::new(start, end))
}

/// Every format that is written.
pub fn formats() -> Vec<Line> {
    every_format().map(line).collect()
}

fn line(format: &'static Format) -> Line {
    Line {
        id: format.id,
        name: format.name,
        about: format.about,
        extension: format.extension,
        media_type: format.mime,
        is_text: matches!(format.write, Write::Text(_)),
        is_read: reader(format.id).is_some(),
    }
}

#[cfg(feature = "schema")]
fn ids() -> Value {
    every_format().map(|format| format.id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "HARLINGFORD, March 3 (Coast Wire) - “We sail on Friday 👍,” said Oona Whitlock, the mayor.";

    fn document(text: &str, options: &AnnotateOptions) -> Value {
        let document = annotate(text, options).expect("it is annotated");
        serde_json::to_value(json::whole(&document, options.all)).expect("it is JSON")
    }

    fn usual() -> ExportOptions {
        ExportOptions::default()
    }

    #[test]
    fn every_format_is_written_of_what_was_annotated() {
        let document = document(TEXT, &AnnotateOptions::default());
        for format in formats() {
            let file = export_as(&document, format.id, &usual()).expect(format.id);
            assert_eq!((file.text.is_some(), file.bytes.is_some()), (format.is_text, !format.is_text));
            assert_eq!(file.name, ["article.", format.extension].concat());
        }
    }

    #[test]
    fn galleys_own_json_comes_back_as_it_was_written() {
        let options = AnnotateOptions { published: Some("2031-03-04".into()), ..Default::default() };
        let annotated = annotate(TEXT, &options).expect("it is annotated");
        let written = json::FORMAT.text(&annotated, &Wanted::usual(false));
        let again = export_as(&document(TEXT, &options), "json", &usual()).expect("it is written");
        assert_eq!(again.text.as_deref(), Some(&*written));
        let (reader, read) = import_from(written.as_bytes(), None).expect("it is read");
        assert_eq!((reader.id, read.losses.len()), ("json", 0));
        assert_eq!(json::FORMAT.text(&read.document, &Wanted::usual(false)), written);
    }

    #[test]
    fn own_names_win_and_days_are_counted_from_the_one_given() {
        let options = AnnotateOptions {
            published: Some("2031-05-06".into()),
            names: Some("Coble Row = WORK".into()),
            all: false,
        };
        let document = document("Coble Row opened on Friday.", &options);
        assert_eq!(document["entities"][0]["label"], "WORK");
        assert_eq!(document["times"][0]["value"], "2031-05-02");
    }

    #[test]
    fn what_cannot_be_done_is_a_sentence() {
        let options = |published: Option<&str>, names: Option<&str>| AnnotateOptions {
            published: published.map(str::to_owned),
            names: names.map(str::to_owned),
            all: false,
        };
        for (outcome, words) in [
            (annotate("Rain.", &options(Some("Friday"), None)).err(), "“Friday” is no day"),
            (annotate("Rain.", &options(None, Some("A = ORG\nB = COW"))).err(), "names, line 2: “COW”"),
            (export_as(&Value::Null, "json", &usual()).err(), "no Galley JSON"),
            (export_as(&Value::Null, "stone", &usual()).err(), "“stone”; there are: html, docx,"),
            (import_from(b"Rain.", None).err(), "none of the formats that are read"),
            (import_from(b"Rain.", Some("docx")).err(), "a .docx file"),
            (import_from(b"Rain.", Some("text")).err(), "“text”; there are: json, html,"),
        ] {
            let sentence = outcome.expect("it cannot be done");
            assert!(sentence.contains(words), "{sentence}");
        }
    }
}

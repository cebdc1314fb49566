//! Tables of comma-separated values, after RFC 4180. Positions are Unicode code points, end exclusive.
//!
//! Every field of the header is quoted, because DuckDB settles on how a file is quoted before it meets the first quoted
//! field. A field that a spreadsheet would take for a formula gets an apostrophe before it; people are better
//! served by the sheets of `xlsx`, whose cells are text. A program that reads "NA" as a missing value will take the
//! country code of Namibia for one.

use super::Programs;
use super::losses::Keeps;
use crate::document::Document;
use crate::export::{Format, Wanted, Write};
use crate::standoff::{Family, Key, Kind, LinkKind, Span, Standoff};
use crate::text::OffsetMap;
use crate::view::dates::{Length, value};

/// Names and amounts.
pub const ENTITIES: Format = Format {
    id: "csv-entities",
    name: "CSV of names",
    about: "A line for each name and amount: where it stands, its label, whom it names.",
    styled: false,
    extension: "csv",
    mime: "text/csv",
    write: Write::Text(|document, wanted| written(&entities(document, wanted))),
    programs: Programs { line: None, losses: |document, wanted| ENTITIES_KEEP.losses(document, wanted) },
};

/// Quotations.
pub const QUOTES: Format = Format {
    id: "csv-quotes",
    name: "CSV of quotations",
    about: "A line for each piece of a quotation, with its speaker and the word that reports it.",
    styled: false,
    extension: "csv",
    mime: "text/csv",
    write: Write::Text(|document, wanted| written(&quotes(document, wanted))),
    programs: Programs { line: None, losses: |document, wanted| QUOTES_KEEP.losses(document, wanted) },
};

/// Times.
pub const TIMES: Format = Format {
    id: "csv-times",
    name: "CSV of times",
    about: "A line for each date, time and duration, with what it means.",
    styled: false,
    extension: "csv",
    mime: "text/csv",
    write: Write::Text(|document, wanted| written(&times(document, wanted))),
    programs: Programs { line: None, losses: |document, wanted| TIMES_KEEP.losses(document, wanted) },
};

const ENTITIES_KEEP: Keeps =
    Keeps { name: "CSV of names", families: &[Family::Names, Family::Amounts], facts: Key::ALL, links: &[] };

const QUOTES_KEEP: Keeps = Keeps {
    name: "CSV of quotations",
    families: &[Family::Quotations, Family::Speech],
    facts: Key::ALL,
    links: LinkKind::ALL,
};

const TIMES_KEEP: Keeps =
    Keeps { name: "CSV of times", families: &[Family::Times], facts: Key::ALL, links: &[] };

/// A table: its header, then its rows.
pub(super) type Table = Vec<Vec<String>>;

fn head(names: &[&str]) -> Table {
    vec![names.iter().map(|&name| name.to_owned()).collect()]
}

fn fact(span: &Span, key: Key) -> String {
    span.all(key).collect::<Vec<_>>().join("; ")
}

/// Where a span stands, and its words.
fn place(standoff: &Standoff, map: &OffsetMap, span: &Span) -> Vec<String> {
    let position = |byte| map.chars(byte).to_string();
    vec![position(span.range.start()), position(span.range.end()), standoff.words(span).to_owned()]
}

/// Names and amounts.
pub(super) fn entities(document: &Document, wanted: &Wanted) -> Table {
    let families = [Family::Names, Family::Amounts];
    let standoff = Standoff::of_families(document, wanted.filter.furniture, &families);
    let map = OffsetMap::new(&standoff.text);
    const KEYS: [Key; 9] = [
        Key::Entity,
        Key::Name,
        Key::Score,
        Key::Why,
        Key::Role,
        Key::PlaceKind,
        Key::Country,
        Key::Latitude,
        Key::Longitude,
    ];
    let mut names = vec!["start", "end", "text", "label"];
    names.extend(KEYS.map(Key::name));
    let mut table = head(&names);
    for span in &standoff.spans {
        let mut row = place(&standoff, &map, span);
        row.push(span.kind.label().to_owned());
        row.extend(KEYS.map(|key| fact(span, key)));
        table.push(row);
    }
    table
}

/// Pieces of quotations.
pub(super) fn quotes(document: &Document, wanted: &Wanted) -> Table {
    let standoff = Standoff::of(document, wanted.filter.furniture);
    let map = OffsetMap::new(&standoff.text);
    let mut table = head(&[
        "start",
        "end",
        "text",
        "kind",
        "group",
        "speaker",
        "speaker_words",
        "cue",
        "addressee",
        "source",
        "utterance",
        "attitude",
        "candidates",
        "score",
        "why",
    ]);
    for (at, span) in standoff.spans.iter().enumerate() {
        let Kind::Quote(kind) = span.kind else { continue };
        let words = |link| {
            let to = standoff.linked(at, link);
            to.map_or_else(String::new, |to| standoff.words(&standoff.spans[to]).to_owned())
        };
        let mut row = place(&standoff, &map, span);
        row.extend([kind.name().to_owned(), fact(span, Key::Group), fact(span, Key::Speaker)]);
        row.extend([LinkKind::SpokenBy, LinkKind::ReportedBy, LinkKind::ToldTo].map(words));
        row.extend([fact(span, Key::Source), fact(span, Key::Utterance)]);
        row.push(if span.fact(Key::Attitude).is_some() { "true" } else { "false" }.to_owned());
        row.extend([Key::Candidate, Key::Score, Key::Why].map(|key| fact(span, key)));
        table.push(row);
    }
    table
}

/// Times.
pub(super) fn times(document: &Document, wanted: &Wanted) -> Table {
    let standoff = Standoff::of_families(document, wanted.filter.furniture, &[Family::Times]);
    let map = OffsetMap::new(&standoff.text);
    let mut table = head(&["start", "end", "text", "type", "value", "in_words"]);
    for span in &standoff.spans {
        let mut row = place(&standoff, &map, span);
        let told = fact(span, Key::Value);
        let words = if told.is_empty() { String::new() } else { value(&told, Length::Full) };
        row.extend([span.kind.label().to_owned(), told, words]);
        table.push(row);
    }
    table
}

fn written(table: &Table) -> String {
    let mut out = String::new();
    for (at, row) in table.iter().enumerate() {
        for (column, value) in row.iter().enumerate() {
            out.push_str(if column > 0 { "," } else { "" });
            field(&mut out, value, at == 0);
        }
        out.push_str("\r\n");
    }
    out
}

fn field(out: &mut String, value: &str, quoted: bool) {
    let guarded = if is_formula(value) { ["'", value].concat() } else { value.to_owned() };
    if quoted || guarded.contains(['"', ',', '\n', '\r']) || guarded.trim() != guarded {
        out.extend(["\"", &guarded.replace('"', "\"\""), "\""]);
    } else {
        out.push_str(&guarded);
    }
}

/// Whether a spreadsheet would calculate: `=…` in every one; some take a call after `+`, `-` or `@` for one too.
fn is_formula(value: &str) -> bool {
    let value = value.trim_start();
    value.starts_with('=') || (value.starts_with(['+', '-', '@']) && value.contains(['(', '|', '!']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_quoted_where_they_must_and_never_calculated() {
        let line = |values: &[&str], first: bool| {
            let row: Vec<String> = values.iter().map(|&value| value.to_owned()).collect();
            let table = if first { vec![row] } else { vec![vec![], row] };
            written(&table).trim_start_matches("\r\n").to_owned()
        };
        assert_eq!(line(&["start", "a\"b"], true), "\"start\",\"a\"\"b\"\r\n");
        assert_eq!(line(&["1", "a,b", "“c”", " d"], false), "1,\"a,b\",“c”,\" d\"\r\n");
        assert_eq!(
            line(&["=HYPERLINK(\"x\")", "-5", "@ada", "@SUM(1)"], false),
            "\"'=HYPERLINK(\"\"x\"\")\",-5,@ada,'@SUM(1)\r\n"
        );
        assert_eq!(line(&["two\nlines"], false), "\"two\nlines\"\r\n");
    }
}

//! Tables of comma-separated values, after RFC 4180. Positions are Unicode code points, end exclusive.
//!
//! Every field of the header is quoted, because DuckDB settles on how a file is quoted before it meets the first quoted
//! field. A field that a spreadsheet would take for a formula gets an apostrophe before it; people are better
//! served by the sheets of `xlsx`, whose cells are text. A program that reads "NA" as a missing value will take the
//! country code of Namibia for one.

use super::losses::Keeps;
use super::table::{self, Table};
use crate::document::Document;
use crate::export::wanted::Wanted;
use crate::export::written::{Format, Programs, Write};
use crate::standoff::{Family, Key, LinkKind};

/// Names and amounts.
pub const ENTITIES: Format = format(
    [
        "csv-entities",
        "CSV of names",
        "A line for each name and amount: where it stands, its label, whom it names.",
    ],
    |document, wanted| written(&table::ENTITIES.texts(document, wanted)),
    |document, wanted| losses(&ENTITIES, &table::ENTITIES, document, wanted),
);

/// Quotations.
pub const QUOTES: Format = format(
    [
        "csv-quotes",
        "CSV of quotations",
        "A line for each piece of a quotation, with its speaker and the word that reports it.",
    ],
    |document, wanted| written(&table::QUOTES.texts(document, wanted)),
    |document, wanted| losses(&QUOTES, &table::QUOTES, document, wanted),
);

/// Times.
pub const TIMES: Format = format(
    ["csv-times", "CSV of times", "A line for each date, time and duration, with what it means."],
    |document, wanted| written(&table::TIMES.texts(document, wanted)),
    |document, wanted| losses(&TIMES, &table::TIMES, document, wanted),
);

const fn format(
    [id, name, about]: [&'static str; 3],
    write: fn(&Document, &Wanted) -> String,
    losses: fn(&Document, &Wanted) -> Vec<String>,
) -> Format {
    let programs = Programs { line: None, losses };
    Format { id, name, about, extension: "csv", mime: "text/csv", write: Write::Text(write), programs }
}

/// What stands in no row of a table. The words beside quotations stand in theirs.
fn losses(format: &Format, table: &Table, document: &Document, wanted: &Wanted) -> Vec<String> {
    let quotes = table.families.contains(&Family::Quotations).then_some(Family::Speech);
    let families: Vec<Family> = table.families.iter().copied().chain(quotes).collect();
    Keeps { name: format.name, families: &families, facts: Key::ALL, links: LinkKind::ALL }
        .losses(document, wanted)
}

fn written(table: &[Vec<String>]) -> String {
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

//! A workbook with a sheet each for what is to check, names, quotations and times. Positions are Unicode code points,
//! end exclusive.
//!
//! Every cell is text (`inlineStr`), so that nothing is taken for a formula, a number or an address. The few parts that
//! such a workbook has are written here: a library for all that Excel can do would be the largest part of the program.

use super::{Programs, csv, markdown, xml, zipped};
use crate::checks::findings;
use crate::document::Document;
use crate::export::{Format, Wanted, Write};
use crate::view::Layer;
use crate::view::index::Index;

/// A workbook.
pub const FORMAT: Format = Format {
    id: "xlsx",
    name: "Excel",
    about: "A workbook with sheets of what is to check, names, quotations and dates; every cell is text.",
    styled: false,
    extension: "xlsx",
    mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    write: Write::Bytes(write),
    programs: Programs {
        line: None,
        losses: |_, _| {
            vec!["Excel’s sheets leave out the text, terms, pronouns and the parts of paragraphs.".into()]
        },
    },
};

/// What the two columns of a section of the ledger are called.
pub(super) fn heads(layer: Layer) -> [&'static str; 2] {
    match layer {
        Layer::Quotations => ["Speaker", "Words"],
        Layer::Times => ["Day", "As written"],
        Layer::Amounts => ["Amount", "Detail"],
        _ => ["Name", "Role"],
    }
}

/// The most characters that a cell of Excel holds.
const CELL: usize = 32_767;

fn write(document: &Document, wanted: &Wanted) -> Vec<u8> {
    let index = Index::filtered(document, findings(document), wanted.filter);
    let mut questions = vec![vec!["To check".to_owned()]];
    questions.extend(markdown::questions(document, &index).into_iter().map(|question| vec![question]));
    let sheets = [
        ("To check", questions),
        ("Names", csv::entities(document, wanted)),
        ("Quotations", csv::quotes(document, wanted)),
        ("Times", csv::times(document, wanted)),
    ];
    let mut files = vec![
        ("[Content_Types].xml".to_owned(), content_types(sheets.len())),
        ("_rels/.rels".to_owned(), relations(&[("officeDocument", "xl/workbook.xml")])),
        ("xl/workbook.xml".to_owned(), workbook(&sheets.each_ref().map(|(name, _)| *name))),
        ("xl/styles.xml".to_owned(), STYLES.to_owned()),
    ];
    let names: Vec<String> =
        (1..=sheets.len()).map(|number| format!("worksheets/sheet{number}.xml")).collect();
    let mut parts: Vec<(&str, &str)> = names.iter().map(|name| ("worksheet", name.as_str())).collect();
    parts.push(("styles", "styles.xml"));
    files.push(("xl/_rels/workbook.xml.rels".to_owned(), relations(&parts)));
    for (name, (_, table)) in names.iter().zip(&sheets) {
        files.push((["xl/", name].concat(), sheet(table)));
    }
    let files: Vec<(&str, Vec<u8>)> =
        files.iter().map(|(name, text)| (name.as_str(), text.clone().into_bytes())).collect();
    zipped::pack(&files)
}

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// Plain cells, and bold ones for headers; the format of both is text.
const STYLES: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>\
<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>\
<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
<cellXfs count=\"2\"><xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>\
<xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\"/></cellXfs>\
<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";

fn content_types(sheets: usize) -> String {
    let mut out = [HEAD, "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
        <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"].concat();
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    let mut part = |name: &str, of: &str| {
        out.extend(["<Override PartName=\"/xl/", name, "\" ContentType=\"", kind, of, "+xml\"/>"]);
    };
    part("workbook.xml", "sheet.main");
    part("styles.xml", "styles");
    (1..=sheets).for_each(|number| part(&format!("worksheets/sheet{number}.xml"), "worksheet"));
    out.push_str("</Types>");
    out
}

/// The parts that one leads to, numbered from 1.
pub(super) fn relations(parts: &[(&str, &str)]) -> String {
    let mut out =
        [HEAD, "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"]
            .concat();
    let base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    for (at, (kind, target)) in parts.iter().enumerate() {
        let id = (at + 1).to_string();
        out.extend(["<Relationship Id=\"rId", &id, "\" Type=\"", base, kind, "\" Target=\"", target, "\"/>"]);
    }
    out.push_str("</Relationships>");
    out
}

fn workbook(names: &[&str]) -> String {
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let mut out = [HEAD, "<workbook xmlns=\"", MAIN, "\" xmlns:r=\"", relations, "\"><sheets>"].concat();
    for (at, name) in names.iter().enumerate() {
        let id = (at + 1).to_string();
        out.extend(["<sheet name=\"", name, "\" sheetId=\"", &id, "\" r:id=\"rId", &id, "\"/>"]);
    }
    out.push_str("</sheets></workbook>");
    out
}

/// A sheet whose first row stays in sight.
fn sheet(table: &[Vec<String>]) -> String {
    let mut out = [HEAD, "<worksheet xmlns=\"", MAIN, "\"><sheetViews><sheetView workbookViewId=\"0\">\
        <pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetData>"].concat();
    for (at, row) in table.iter().enumerate() {
        let number = (at + 1).to_string();
        out.extend(["<row r=\"", &number, "\">"]);
        for (column, value) in row.iter().enumerate() {
            let style = if at == 0 { " s=\"1\"" } else { " s=\"0\"" };
            out.extend([
                "<c r=\"",
                &letter(column),
                &number,
                "\"",
                style,
                " t=\"inlineStr\"><is><t xml:space=\"preserve\">",
            ]);
            cell(&mut out, value);
            out.push_str("</t></is></c>");
        }
        out.push_str("</row>");
    }
    out.push_str("</sheetData></worksheet>");
    out
}

/// The column's letter; there are fewer than 26.
fn letter(column: usize) -> String {
    char::from(b'A' + (column as u8).min(25)).to_string()
}

/// As much of the text as a cell holds. `_x000B_` and its like would be read as a character, so their `_` is spelled out.
fn cell(out: &mut String, value: &str) {
    let mut room = CELL;
    let fits: String = value
        .chars()
        .take_while(|c| {
            room = room.saturating_sub(c.len_utf16());
            room > 0
        })
        .collect();
    let mut rest = fits.as_str();
    while let Some(at) = rest.find("_x") {
        let is_code = rest.as_bytes().get(at + 6) == Some(&b'_')
            && rest.as_bytes()[at + 2..at + 6].iter().all(u8::is_ascii_hexdigit);
        xml::escape(out, &rest[..at]);
        out.push_str(if is_code { "_x005F_" } else { "_" });
        rest = &rest[at + 1..];
    }
    xml::escape(out, rest);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_text_whatever_stands_in_them() {
        let mut out = String::new();
        cell(&mut out, "=1+1 <b> _x000B_ _xyz");
        assert_eq!(out, "=1+1 &lt;b&gt; _x005F_x000B_ _xyz");
        assert!(sheet(&[vec!["=1".into()]]).contains("<c r=\"A1\" s=\"1\" t=\"inlineStr\">"));
    }
}

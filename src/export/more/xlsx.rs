//! A workbook with a sheet each for what is to check, names, quotations, times, an editor's own labels and comments. Positions are Unicode code points,
//! end exclusive.
//!
//! Every cell is text (`inlineStr`), so that nothing is taken for a formula, a number or an address. The few parts that
//! such a workbook has are written here: a library for all that Excel can do would be the largest part of the program.

use super::office::{self, EXCEL, HEAD, RELATIONS};
use super::within::within;
use super::{markdown, table, xml, zipped};
use crate::checks::findings;
use crate::document::Document;
use crate::export::wanted::Wanted;
use crate::export::written::{Format, Programs, Write};
use crate::view::index::Index;

/// A workbook.
pub const FORMAT: Format = Format {
    id: "xlsx",
    name: "Excel",
    about: "A workbook with sheets of what is to check, names, quotations and dates; every cell is text.",
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

/// The most UTF-16 units that a cell of Excel holds.
const CELL: usize = 32_767;

fn write(document: &Document, wanted: &Wanted) -> Vec<u8> {
    let index = Index::filtered(document, findings(document), wanted.filter);
    let mut questions = vec![vec!["To check".to_owned()]];
    questions.extend(markdown::questions(document, &index).into_iter().map(|question| vec![question]));
    let mut sheets = vec![
        ("To check", questions),
        ("Names", table::ENTITIES.texts(document, wanted)),
        ("Quotations", table::QUOTES.texts(document, wanted)),
        ("Times", table::TIMES.texts(document, wanted)),
    ];
    if !document.layers.passages.is_empty() {
        sheets.push(("My labels", table::LABELS.texts(document, wanted)));
    }
    if !document.layers.comments.is_empty() {
        sheets.push(("Comments", table::COMMENTS.texts(document, wanted)));
    }
    let parts: Vec<String> =
        (1..=sheets.len()).map(|number| format!("worksheets/sheet{number}.xml")).collect();
    let paths: Vec<String> = parts.iter().map(|part| ["xl/", part].concat()).collect();
    let mut types = vec![("xl/workbook.xml", [EXCEL, "sheet.main"]), ("xl/styles.xml", [EXCEL, "styles"])];
    types.extend(paths.iter().map(|path| (path.as_str(), [EXCEL, "worksheet"])));
    let mut relations: Vec<(&str, &str)> = parts.iter().map(|part| ("worksheet", part.as_str())).collect();
    relations.push(("styles", "styles.xml"));
    let mut files = vec![
        ("[Content_Types].xml", office::content_types(&types)),
        ("_rels/.rels", office::relations(&[("officeDocument", "xl/workbook.xml")])),
        ("xl/workbook.xml", workbook(sheets.iter().map(|(name, _)| *name))),
        ("xl/styles.xml", [HEAD, STYLES].concat()),
        ("xl/_rels/workbook.xml.rels", office::relations(&relations)),
    ];
    files.extend(paths.iter().zip(&sheets).map(|(path, (_, rows))| (path.as_str(), sheet(rows))));
    zipped::pack(&files)
}

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// Plain cells, and bold ones for headers; the format of both is text.
const STYLES: &str = "\
<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font><font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>\
<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>\
<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
<cellXfs count=\"2\"><xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>\
<xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\"/></cellXfs>\
<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";

fn workbook<'n>(names: impl Iterator<Item = &'n str>) -> String {
    let mut out = [HEAD, "<workbook xmlns=\"", MAIN, "\" xmlns:r=\"", RELATIONS, "\"><sheets>"].concat();
    for (at, name) in names.enumerate() {
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
    let fits = within(value.chars(), CELL);
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

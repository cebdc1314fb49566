//! What Word's and Excel's files have in common: each is a zip whose parts say what they are and where they lead.

use super::xml;

/// Opens every part.
pub const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// What the kinds of Word's parts begin with.
pub const WORD: &str = "wordprocessingml";
/// What the kinds of Excel's parts begin with.
pub const EXCEL: &str = "spreadsheetml";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/";
/// What the kinds of ways from one part to another begin with.
pub const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// What each part is.
pub fn content_types(parts: &[(&str, [&str; 2])]) -> String {
    let mut out = [
        HEAD,
        "<Types xmlns=\"",
        PACKAGE,
        "content-types\"><Default Extension=\"rels\" \
        ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>",
    ]
    .concat();
    for (name, [family, kind]) in parts {
        out.extend([
            "<Override PartName=\"/",
            name,
            "\" ContentType=\"application/vnd.openxmlformats-officedocument.",
        ]);
        out.extend([family, ".", kind, "+xml\"/>"]);
    }
    out.push_str("</Types>");
    out
}

/// The parts that one leads to, numbered from 1.
pub fn relations(parts: &[(&str, &str)]) -> String {
    let mut out = [HEAD, "<Relationships xmlns=\"", PACKAGE, "relationships\">"].concat();
    for (at, (kind, target)) in parts.iter().enumerate() {
        let id = (at + 1).to_string();
        out.extend([
            "<Relationship Id=\"rId",
            &id,
            "\" Type=\"",
            RELATIONS,
            "/",
            kind,
            "\" Target=\"",
            &xml::escaped(target),
            // Nothing but a link leads out of the file.
            if *kind == "hyperlink" { "\" TargetMode=\"External\"/>" } else { "\"/>" },
        ]);
    }
    out.push_str("</Relationships>");
    out
}

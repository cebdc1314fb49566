//! The parts of a Word file that are the same in each, and what stands around the others.

use super::super::office::{self, HEAD, WORD};
use super::super::xml;
use super::comment::AUTHOR;

pub(super) fn content_types() -> String {
    office::content_types(&[
        ("word/document.xml", [WORD, "document.main"]),
        ("word/comments.xml", [WORD, "comments"]),
        ("word/styles.xml", [WORD, "styles"]),
    ])
}

pub(super) const STYLES: &str = "\
<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\
<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:pPr><w:spacing w:after=\"160\"/></w:pPr><w:rPr><w:sz w:val=\"22\"/></w:rPr></w:style>\
<w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/><w:basedOn w:val=\"Normal\"/><w:rPr><w:b/><w:sz w:val=\"36\"/></w:rPr></w:style>\
<w:style w:type=\"paragraph\" w:styleId=\"Heading2\"><w:name w:val=\"heading 2\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"26\"/></w:rPr></w:style>\
<w:style w:type=\"paragraph\" w:styleId=\"ListParagraph\"><w:name w:val=\"List Paragraph\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:ind w:left=\"360\"/></w:pPr></w:style>\
<w:style w:type=\"paragraph\" w:styleId=\"Small\"><w:name w:val=\"Small\"/><w:basedOn w:val=\"Normal\"/><w:rPr><w:sz w:val=\"18\"/></w:rPr></w:style>\
<w:style w:type=\"paragraph\" w:styleId=\"GalleyTitle\"><w:name w:val=\"Galley Title\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:spacing w:after=\"60\"/></w:pPr><w:rPr><w:b/><w:color w:val=\"8A2B00\"/></w:rPr></w:style>\
<w:style w:type=\"paragraph\" w:styleId=\"GalleyNote\"><w:name w:val=\"Galley Note\"/><w:basedOn w:val=\"Normal\"/><w:pPr><w:spacing w:after=\"60\"/></w:pPr><w:rPr><w:color w:val=\"8A2B00\"/><w:sz w:val=\"18\"/></w:rPr></w:style>\
<w:style w:type=\"paragraph\" w:styleId=\"CommentText\"><w:name w:val=\"annotation text\"/><w:basedOn w:val=\"Normal\"/><w:rPr><w:sz w:val=\"20\"/></w:rPr></w:style>\
<w:style w:type=\"character\" w:styleId=\"CommentReference\"><w:name w:val=\"annotation reference\"/><w:rPr><w:sz w:val=\"16\"/></w:rPr></w:style>\
</w:styles>";

/// `xmlns:r` stands on every root: a common reader stops without it.
const ROOT: &str = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">";

pub(super) fn document(body: &str) -> String {
    [HEAD, "<w:document", ROOT, "<w:body>", body, "<w:sectPr/></w:body></w:document>"].concat()
}

pub(super) fn comments(texts: &[String], moment: &str) -> String {
    let mut out = [HEAD, "<w:comments", ROOT].concat();
    for (id, text) in texts.iter().enumerate() {
        out.extend([
            "<w:comment w:id=\"",
            &id.to_string(),
            "\" w:author=\"",
            AUTHOR,
            "\" w:initials=\"G\" w:date=\"",
            moment,
            "\">",
        ]);
        out.push_str(
            "<w:p><w:pPr><w:pStyle w:val=\"CommentText\"/></w:pPr><w:r><w:t xml:space=\"preserve\">",
        );
        xml::escape(&mut out, text);
        out.push_str("</w:t></w:r></w:p></w:comment>");
    }
    out.push_str("</w:comments>");
    out
}

//! Drafts become pages.

use super::*;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn check(bytes: &[u8], kind: &str, expected: &str) {
    assert_eq!(page(bytes), Ok(Some((kind_of(kind), expected.to_owned()))));
}

fn kind_of(kind: &str) -> &'static str {
    ["OpenDocument", "RTF", "an e-mail"]
        .into_iter()
        .find(|known| *known == kind)
        .expect("there is such a kind")
}

fn odt(body: &str) -> Vec<u8> {
    let content =
        format!("<office:document-content><office:body>{body}</office:body></office:document-content>");
    zipped(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", &content)])
}

fn zipped(files: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in files {
        writer.start_file(*name, SimpleFileOptions::default()).expect("memory takes it");
        writer.write_all(text.as_bytes()).expect("memory takes it");
    }
    writer.finish().expect("memory takes it").into_inner()
}

#[test]
fn an_opendocument_keeps_headings_and_lists_and_nothing_that_was_deleted() {
    check(
        &odt(
            "<text:tracked-changes><text:changed-region><text:deletion><text:p>Gone words.</text:p></text:deletion>\
              </text:changed-region></text:tracked-changes><text:h>Ferry &amp; fare</text:h>\
              <text:p>“We<text:s text:c=\"2\"/>sail,”<text:tab/>said Roe.<office:annotation><text:p>Check!</text:p>\
              </office:annotation></text:p><text:list><text:list-item><text:p>Dogs pay</text:p></text:list-item></text:list>\
              <text:p/><text:p>One<text:line-break/>two.</text:p>",
        ),
        "OpenDocument",
        "<h2>Ferry &amp; fare</h2>\n<p>“We  sail,”\tsaid Roe.</p>\n<li>Dogs pay</li>\n<p>One<br>two.</p>\n",
    );
    let bomb = odt(&["<text:p><text:s text:c=\"999999999\"/>x</text:p>"; 3].concat());
    assert!(page(&bomb).expect("it is read").expect("it is a text").1.len() < 5_000);
}

#[test]
fn rtf_is_read_with_its_letters_and_without_what_was_deleted() {
    check(
        br"{\rtf1\ansi{\fonttbl{\f0 Times;}}{\*\generator Word;}\pard \'93We sail,\'94 said Ren\u233?e {\deleted not }Roe.\par
\uc1 \u8220\'93Go \u-10179?\u-9143?\ldblquote on\rdblquote\~now\line then\par {\header Page 1}{\pict 0a0b}\{x\}}",
        "RTF",
        "<p>“We sail,” said Renée Roe.</p>\n<p>“Go 👉“on”\u{a0}now<br>then</p>\n<p>{x}</p>\n",
    );
    assert!(page(&[b"{\\rtf1".to_vec(), vec![b'{'; 10_000]].concat()).is_err());
    for broken in
        [&b"{\\rtf1 \\'"[..], b"{\\rtf1 \\", b"{\\rtf1 }}}} x", b"{\\rtf1 \\u99999999999 x", b"{\\rtf1 \\'zz"]
    {
        assert!(page(broken).is_ok());
    }
}

#[test]
fn a_mail_is_its_subject_and_its_message() {
    check(
        b"From: Ann <a@x.example>\r\nMIME-Version: 1.0\r\nSubject: =?utf-8?q?Ferry_=E2=80=93_back?=\r\n\
          Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
          =E2=80=9CWe sail,=E2=80=9D\r\nsaid Roe.\r\n\r\nHe=\r\n left.\r\n",
        "an e-mail",
        "<h1>Ferry – back</h1>\n<p>“We sail,”<br>said Roe.</p>\n<p>He left.</p>\n",
    );
    assert_eq!(page(b"Dear Ann,\n\nIt sailed."), Ok(None));
    assert_eq!(page(b"PK is a code."), Ok(None));
}

#[test]
fn a_word_draft_keeps_headings_and_lists_and_nothing_that_was_deleted() {
    let body = "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>Ferry back</w:t></w:r></w:p>\
        <w:p><w:pPr><w:tabs><w:tab w:pos=\"9\"/></w:tabs></w:pPr><w:r><w:t>It </w:t></w:r>\
        <w:del><w:r><w:t>never </w:t></w:r></w:del><w:ins><w:r><w:t>sailed</w:t><w:tab/><w:t>&amp; sank.</w:t></w:r></w:ins></w:p>\
        <w:p><w:pPr><w:pStyle w:val=\"ListParagraph\"/><w:numPr/></w:pPr><w:r><w:t>Dogs pay</w:t></w:r></w:p><w:p/>";
    let xml = format!("<w:document xmlns:w=\"x\"><w:body>{body}</w:body></w:document>");
    let file = zipped(&[("word/document.xml", &xml)]);
    let expected = "<h1>Ferry back</h1>\n<p>It sailed\t&amp; sank.</p>\n<li>Dogs pay</li>\n";
    assert_eq!(word(&file).as_deref(), Ok(expected));
    assert_eq!(page(&file), Ok(None));
}

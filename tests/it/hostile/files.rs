//! Small files of every format that is read, whole and honest: what comes to harm next.

use galley::annotate::annotate;
use galley::document::Document;
use galley::document::article::Article;
use galley::export::{Wanted, format};
use galley::import::annotated::READERS;
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;

const TEXT: &str = "Ferry line reopens 🚢\n\nLYTTON, May 6 (Coast Wire) — “We 👍 are ready,” Amina Osei, \
    chief executive of Orsk Foods, told reporters on Thursday.\n\nKofi Lindqvist denied it. “Is it \
    =HYPERLINK(\"x\"); ]]> </script>?” he asked.\n";

/// The article that the files hold.
pub fn document() -> Document {
    annotate(Article { published: "2031-05-09".parse().ok(), ..Article::plain(TEXT) })
}

/// A file with the format that it is in: the name of its reader, or of a kind of draft.
pub type File = (&'static str, Vec<u8>);

/// What Galley writes and reads again, and drafts.
pub fn files(document: &Document) -> Vec<File> {
    let written = |id| format(id).expect("it is written").bytes(document, &Wanted::usual(false));
    let own = READERS.iter().map(|reader| (reader.id, written(reader.id)));
    own.chain([shown(document), odt(), word(), ("rtf", RTF.into()), ("eml", MAIL.into())]).collect()
}

/// A proof as the page prints it, which does not carry the document.
fn shown(document: &Document) -> File {
    let proof = format("html").expect("it is written").text(document, &Wanted::usual(false));
    let (before, after) = proof.split_once("<template").expect("it carries the document");
    let (_, after) = after.split_once("</template>").expect("that ends");
    ("html", [before, after].concat().into_bytes())
}

fn odt() -> File {
    let content = "<office:document-content><office:body><office:text><text:tracked-changes><text:changed-region>\
        <text:deletion><text:p>Gone.</text:p></text:deletion></text:changed-region></text:tracked-changes>\
        <text:h>Ferry &amp; fare</text:h><text:p>“We<text:s text:c=\"2\"/>sail,”<text:tab/>said Roe.\
        <office:annotation><text:p>Check!</text:p></office:annotation></text:p><text:list><text:list-item>\
        <text:p>Dogs pay</text:p></text:list-item></text:list><text:p>One<text:line-break/>two.</text:p>\
        </office:text></office:body></office:document-content>";
    let mime = "application/vnd.oasis.opendocument.text";
    ("odt", zipped(&[("mimetype", mime.as_bytes()), ("content.xml", content.as_bytes())]))
}

/// A Word file that nobody has marked.
fn word() -> File {
    let document = "<w:document xmlns:w=\"x\"><w:body><w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r>\
        <w:t>Ferry back</w:t></w:r></w:p><w:p><w:r><w:t>It </w:t></w:r><w:del><w:r><w:delText>never </w:delText>\
        </w:r></w:del><w:ins><w:r><w:t>sailed</w:t><w:tab/><w:t>&amp; sank.</w:t></w:r></w:ins></w:p></w:body></w:document>";
    ("docx", zipped(&[("word/document.xml", document.as_bytes())]))
}

const RTF: &str = "{\\rtf1\\ansi{\\fonttbl{\\f0 Times;}}\\pard \\'93We sail,\\'94 said Ren\\u233?e {\\deleted not }Roe.\\par\n\
    \\uc1 \\u8220\\'93Go \\u-10179?\\u-9143?\\ldblquote on\\rdblquote\\par {\\pict 0a0b}\\{x\\}}";

const MAIL: &str = "From: Ann <a@x.example>\r\nMIME-Version: 1.0\r\nSubject: =?utf-8?q?Ferry_=E2=80=93_back?=\r\n\
    Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\
    Content-Transfer-Encoding: quoted-printable\r\n\r\n=E2=80=9CWe sail,=E2=80=9D\r\nsaid Roe.\r\n\r\nHe=\r\n left.\r\n\
    --b\r\nContent-Type: text/html; charset=iso-8859-1\r\nContent-Transfer-Encoding: base64\r\n\r\n\
    PHA+R288L3A+\r\n--b--\r\n";

/// Files in a zip.
pub fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        writer.start_file(*name, SimpleFileOptions::default()).expect("memory takes it");
        writer.write_all(bytes).expect("memory takes it");
    }
    writer.finish().expect("memory takes it").into_inner()
}

/// The files in a zip, by their names; none where it is no zip.
pub fn unzipped(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else { return Vec::new() };
    let names: Vec<String> = archive.file_names().flatten().map(|name| name.into_owned()).collect();
    let mut read = |name: String| {
        let mut bytes = Vec::new();
        archive.by_name(&name).expect("it is there").read_to_end(&mut bytes).expect("it is whole");
        (name, bytes)
    };
    names.into_iter().map(&mut read).collect()
}

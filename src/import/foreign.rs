//! Files that hold an article but are not read: told by what they begin with, whatever their name says.

/// A kind of file that another program reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// `.docx`
    Word,
    /// `.doc` and other files of old Office.
    OldOffice,
    /// `.odt`
    OpenDocument,
    /// `.xlsx`, `.ods`
    Spreadsheet,
    /// `.rtf`
    Rtf,
    /// `.pdf`
    Pdf,
    /// `.eml`: an e-mail with its head.
    Mail,
    /// `.mhtml`: a page with its pictures.
    WebArchive,
    /// Any other packed file.
    Packed,
    /// XML that is no page.
    Xml,
}

impl Foreign {
    /// What to tell the person, and what to do about it.
    pub fn sentence(self) -> &'static str {
        match self {
            Foreign::Word => "That is a Word document. Open it in Word, select all, copy, and paste it here.",
            Foreign::OldOffice => {
                "That is a file of an older Office. Open it in Word or LibreOffice, select all, copy, and paste it here."
            }
            Foreign::OpenDocument => {
                "That is an OpenDocument text. Open it in LibreOffice, select all, copy, and paste it here."
            }
            Foreign::Spreadsheet => {
                "That is a spreadsheet. Open it, select the cells you need, copy, and paste them here."
            }
            Foreign::Rtf => {
                "That is rich text (RTF). Open it in Word, Pages or LibreOffice, select all, copy, and paste it here."
            }
            Foreign::Pdf => "That is a PDF. Open it, select the article, copy, and paste it here.",
            Foreign::Mail => {
                "That is a saved e-mail. Open it in a mail program, select the message, copy, and paste it here."
            }
            Foreign::WebArchive => {
                "That is a saved page with its pictures. Open it in a browser, select all, copy, and paste it here."
            }
            Foreign::Packed => "That is a packed file. Unpack it and drop the text that is in it.",
            Foreign::Xml => {
                "That is XML, not an article as people read it. Open it in its own program, copy the text and paste it here."
            }
        }
    }
}

/// What a file is, by its first bytes.
pub(super) fn of_bytes(bytes: &[u8]) -> Option<Foreign> {
    let start = &bytes[..bytes.len().min(4096)];
    let holds = |words: &str| start.windows(words.len()).any(|window| window == words.as_bytes());
    if start.starts_with(b"PK\x03\x04") {
        let spreadsheet = holds("xl/") || holds("opendocument.spreadsheet");
        return Some(match () {
            () if spreadsheet => Foreign::Spreadsheet,
            () if holds("word/") => Foreign::Word,
            () if holds("opendocument.text") => Foreign::OpenDocument,
            () => Foreign::Packed,
        });
    }
    let magic: [(&[u8], Foreign); 5] = [
        (b"%PDF-", Foreign::Pdf),
        (b"{\\rtf", Foreign::Rtf),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Foreign::OldOffice),
        (b"\x1f\x8b", Foreign::Packed),
        (b"Rar!", Foreign::Packed),
    ];
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start).trim_ascii_start();
    magic.iter().find(|(magic, _)| start.starts_with(magic)).map(|&(_, kind)| kind)
}

/// What a text is that was made by a program for a program.
pub(super) fn of_text(text: &str) -> Option<Foreign> {
    let text = text.trim_start();
    if let Some(head) = mail_head(text) {
        let related = head.contains("multipart/related") || head.contains("application/x-mimearchive");
        return Some(if related { Foreign::WebArchive } else { Foreign::Mail });
    }
    let is_xml = text.starts_with("<?xml") && !is_html(text);
    is_xml.then_some(Foreign::Xml)
}

/// Whether a text is a page's markup.
pub(super) fn is_html(text: &str) -> bool {
    let mut rest = text.trim_start();
    while rest.starts_with("<?") || rest.starts_with("<!--") {
        let end = if rest.starts_with("<?") { "?>" } else { "-->" };
        rest = rest.split_once(end).map_or("", |(_, after)| after).trim_start();
    }
    let begins = |tag: &str| rest.get(..tag.len()).is_some_and(|start| start.eq_ignore_ascii_case(tag));
    begins("<!doctype html") || begins("<html") || begins("<head") || begins("<body")
}

/// The head of an e-mail, in small letters: lines of "Name: value", among them one that only programs write.
fn mail_head(text: &str) -> Option<String> {
    let end = text.find("\n\n").or(text.find("\r\n\r\n")).unwrap_or(text.len());
    let head = text[..end].to_ascii_lowercase();
    let mut names = 0;
    for line in head.lines() {
        let name = line.split_once(':').map(|(name, _)| name);
        let is_name =
            |name: &str| !name.is_empty() && name.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-');
        match name {
            Some(name) if is_name(name) => names += 1,
            _ if names > 0 && line.starts_with([' ', '\t']) => {}
            _ => return None,
        }
    }
    const PROGRAMS: [&str; 6] = [
        "mime-version",
        "content-type",
        "received",
        "message-id",
        "return-path",
        "content-transfer-encoding",
    ];
    let written =
        |name: &&str| head.lines().any(|line| line.split_once(':').is_some_and(|(one, _)| one == *name));
    (names >= 2 && PROGRAMS.iter().any(written)).then_some(head)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_told_by_what_they_begin_with() {
        for (bytes, kind) in [
            (&b"PK\x03\x04....word/document.xml"[..], Some(Foreign::Word)),
            (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text", Some(Foreign::OpenDocument)),
            (b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet", Some(Foreign::Spreadsheet)),
            (b"PK\x03\x04xl/workbook.xml", Some(Foreign::Spreadsheet)),
            (b"PK\x03\x04story.txt", Some(Foreign::Packed)),
            (b"{\\rtf1\\ansi It sailed.}", Some(Foreign::Rtf)),
            (b"%PDF-1.7", Some(Foreign::Pdf)),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Some(Foreign::OldOffice)),
            (b"{ It sailed. }", None),
            (b"PK is a code.", None),
            (b"", None),
        ] {
            assert_eq!(of_bytes(bytes), kind, "{}", String::from_utf8_lossy(bytes));
        }
    }

    #[test]
    fn mail_and_xml_are_told_from_letters_and_pages() {
        for (text, kind) in [
            (
                "From: Ann <a@x.example>\nMIME-Version: 1.0\nSubject: Ferry\n\n=E2=80=9CWe sail.",
                Some(Foreign::Mail),
            ),
            ("Received: from x\r\n\tby y\r\nSubject: Ferry\r\n\r\nIt sailed.", Some(Foreign::Mail)),
            (
                "From: <Saved>\nSubject: Ferry\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\tboundary=x\n\n--x",
                Some(Foreign::WebArchive),
            ),
            ("From: Ann Roe\nTo: the desk\nSubject: Ferry\n\nIt sailed.", None),
            ("Received: two letters.\n\nIt sailed.", None),
            ("Correction: it sailed\nContent-type: no\nas the mayor said.", None),
            ("<?xml version=\"1.0\"?><w:document/>", Some(Foreign::Xml)),
            ("<?xml version=\"1.0\"?>\n<!DOCTYPE html><html/>", None),
            ("<3 is a heart.", None),
        ] {
            assert_eq!(of_text(text), kind, "{text}");
        }
        assert!(is_html("<!-- saved -->\n<!DOCTYPE HTML><p>It sailed."));
        assert!(is_html("<html lang=en>") && !is_html("<p>It sailed.") && !is_html("It sailed <html>"));
    }
}

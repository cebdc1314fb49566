//! The bytes of a file, made into text.

use super::foreign::{self, Foreign};
use super::windows;

/// The largest text Galley takes, in bytes.
pub const LIMIT: usize = 10 * 1024 * 1024;

/// Why something was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Larger than [`LIMIT`].
    TooLarge,
    /// No text at all: a picture, a film.
    Binary,
    /// Another program's file.
    Foreign(Foreign),
    /// A page in letters that Galley does not know.
    Encoding,
    /// Nothing in it.
    Empty,
}

impl Refusal {
    /// What to tell the person, and what to do about it.
    pub fn sentence(self) -> &'static str {
        match self {
            Refusal::TooLarge => "That is more than 10 MB, too much for one article. Paste a part of it.",
            Refusal::Binary => {
                "That file is not plain text. Open it in its own program, copy the text and paste it here."
            }
            Refusal::Foreign(kind) => kind.sentence(),
            Refusal::Encoding => {
                "That file is not in UTF-8. Save it again as UTF-8 text, or copy its text and paste it here."
            }
            Refusal::Empty => "There was no text in that.",
        }
    }
}

/// How the letters of a file were read, where it did not say so itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Letters {
    /// As the file says, or in UTF-8.
    #[default]
    Known,
    /// As Windows-1252.
    Windows,
    /// As UTF-16, which has no mark.
    Utf16,
}

impl Letters {
    /// What to tell the person; nothing where all was clear.
    pub fn sentence(self) -> Option<&'static str> {
        match self {
            Letters::Known => None,
            Letters::Windows => Some("The file was read as Windows-1252."),
            Letters::Utf16 => Some("The file was read as UTF-16."),
        }
    }
}

/// The text of a file without its byte order mark, and how its letters were read.
///
/// UTF-8 and UTF-16 with their marks, UTF-8 without; UTF-16 without one where every other byte is zero, and
/// what is no UTF-8 as Windows-1252, as files of old Windows come; a page that names other letters is not
/// read. Nor are other programs' files (see [`Foreign`]).
pub fn decode(bytes: &[u8]) -> Result<(String, Letters), Refusal> {
    if bytes.len() > LIMIT {
        return Err(Refusal::TooLarge);
    }
    if let Some(kind) = foreign::of_bytes(bytes) {
        return Err(Refusal::Foreign(kind));
    }
    let (text, letters) = letters(bytes)?;
    if let Some(kind) = foreign::of_text(&text) {
        return Err(Refusal::Foreign(kind));
    }
    if text.trim().is_empty() { Err(Refusal::Empty) } else { Ok((text, letters)) }
}

/// Whether a file is another program's.
pub fn is_foreign(bytes: &[u8]) -> bool {
    matches!(decode(bytes), Err(Refusal::Foreign(_)))
}

fn letters(bytes: &[u8]) -> Result<(String, Letters), Refusal> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => Ok((utf16(rest, u16::from_le_bytes), Letters::Known)),
        [0xfe, 0xff, rest @ ..] => Ok((utf16(rest, u16::from_be_bytes), Letters::Known)),
        [0xef, 0xbb, 0xbf, rest @ ..] => one_byte(rest),
        _ => match zeros(bytes) {
            (0, 0) => one_byte(bytes),
            (0, _) => Ok((utf16(bytes, u16::from_le_bytes), Letters::Utf16)),
            (_, 0) => Ok((utf16(bytes, u16::from_be_bytes), Letters::Utf16)),
            _ => Err(Refusal::Binary),
        },
    }
}

/// Zero bytes at even and at odd places; all or none where they are too few for letters of two bytes.
fn zeros(bytes: &[u8]) -> (usize, usize) {
    let start = &bytes[..bytes.len().min(8192)];
    let at = |odd: usize| start.iter().skip(odd).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (at(0), at(1));
    let enough = even.max(odd) * 4 >= start.len();
    if enough || even + odd == 0 { (even, odd) } else { (1, 1) }
}

fn one_byte(bytes: &[u8]) -> Result<(String, Letters), Refusal> {
    if odd_bytes(bytes) {
        return Err(Refusal::Binary);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((text.to_owned(), Letters::Known));
    }
    match named_letters(bytes).as_deref() {
        None | Some("utf-8" | "utf8") => Ok((windows::decode(bytes), Letters::Windows)),
        Some("windows-1252" | "iso-8859-1" | "latin1" | "us-ascii" | "ascii" | "cp1252" | "x-cp1252") => {
            Ok((windows::decode(bytes), Letters::Known))
        }
        Some(_) => Err(Refusal::Encoding),
    }
}

/// The letters that a page names in its head: `<meta charset="iso-8859-1">`
fn named_letters(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).to_ascii_lowercase();
    if !head.contains('<') {
        return None;
    }
    let named = ["charset=", "encoding="].iter().find_map(|word| Some(head.split_once(word)?.1))?;
    let named = named.trim_start_matches(['"', '\'', ' ']);
    let end =
        named.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))).unwrap_or(named.len());
    Some(named[..end].to_owned()).filter(|name| !name.is_empty())
}

/// Control bytes that no text encoding of one byte a letter uses.
fn odd_bytes(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(8192)];
    let odd = start.iter().filter(|&&byte| byte < 9 || (14..32).contains(&byte)).count();
    odd * 50 > start.len()
}

/// Half a letter at the end, or one that is half, becomes the sign for what cannot be read.
fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).map(|read| read.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], text: &str, letters: Letters) {
        assert_eq!(decode(bytes), Ok((text.to_owned(), letters)));
    }

    #[test]
    fn reads_utf8_and_utf16_with_marks_or_without() {
        check("“Go,” é 👍".as_bytes(), "“Go,” é 👍", Letters::Known);
        check("\u{feff}# Talks".as_bytes(), "# Talks", Letters::Known);
        let text = "“Go,” said Ann Roe 👍";
        let units = || text.encode_utf16().chain(" on Monday".encode_utf16());
        let all = [text, " on Monday"].concat();
        let little: Vec<u8> = units().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = units().flat_map(u16::to_be_bytes).collect();
        check(&[&[0xff, 0xfe], &little[..]].concat(), &all, Letters::Known);
        check(&[&[0xfe, 0xff], &big[..]].concat(), &all, Letters::Known);
        check(&little, &all, Letters::Utf16);
        check(&big, &all, Letters::Utf16);
    }

    #[test]
    fn reads_what_old_windows_wrote() {
        check(
            b"\x93We are ready,\x94 said Ren\xe9e \x96 twice\x85",
            "“We are ready,” said Renée – twice…",
            Letters::Windows,
        );
        let page =
            b"<html><meta http-equiv=Content-Type content=\"text/html; charset=windows-1252\"><p>\x93Go\x94";
        let text = "<html><meta http-equiv=Content-Type content=\"text/html; charset=windows-1252\"><p>“Go”";
        check(page, text, Letters::Known);
        assert_eq!(decode(b"<meta charset='shift_jis'><p>\x93\x94"), Err(Refusal::Encoding));
        check(b"the charset=koi8-r of \xe9", "the charset=koi8-r of é", Letters::Windows);
    }

    #[test]
    fn refuses_what_is_no_text() {
        assert_eq!(decode(b"PK\x03\x04word/document.xml"), Err(Refusal::Foreign(Foreign::Word)));
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Err(Refusal::Binary));
        assert_eq!(decode(b"{\\rtf1\\ansi It sailed.}"), Err(Refusal::Foreign(Foreign::Rtf)));
        assert_eq!(decode(b" \n\t"), Err(Refusal::Empty));
        assert_eq!(decode(&vec![b'a'; LIMIT + 1]), Err(Refusal::TooLarge));
    }
}

//! RTF: its words, paragraph by paragraph.
//!
//! Letters are told by `\'93` (Windows-1252) and `\u8220` with as many others to pass over as `\uc` says. Groups that
//! hold fonts, colours, styles, pictures, headers, notes and what readers may ignore (`\*`) hold no words; nor does what
//! was deleted while changes were tracked (`\deleted`).

use super::element::element;
use crate::import::windows;

/// Groups that hold no words of the article.
const UNREAD: [&str; 16] = [
    "fonttbl",
    "colortbl",
    "stylesheet",
    "info",
    "pict",
    "object",
    "header",
    "headerl",
    "headerr",
    "footer",
    "footerl",
    "footerr",
    "footnote",
    "listtable",
    "revtbl",
    "annotation",
];

/// How deep groups may stand in one another.
const DEEPEST: usize = 500;

/// What holds within a group.
#[derive(Clone, Copy)]
struct Group {
    unread: bool,
    deleted: bool,
    /// So many letters after `\u` stand for it where nobody knows it.
    instead: usize,
}

pub(super) fn page(bytes: &[u8]) -> Result<String, String> {
    let mut reader = Reader {
        bytes,
        at: 0,
        groups: vec![Group { unread: false, deleted: false, instead: 1 }],
        words: String::new(),
        page: String::new(),
        skip: 0,
        half: None,
    };
    while reader.at < bytes.len() {
        reader.next()?;
    }
    reader.paragraph();
    Ok(reader.page)
}

struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
    groups: Vec<Group>,
    words: String,
    page: String,
    /// So many letters are still to be passed over.
    skip: usize,
    /// The first half of a letter of two units.
    half: Option<u16>,
}

impl Reader<'_> {
    fn group(&mut self) -> &mut Group {
        let last = self.groups.len() - 1;
        &mut self.groups[last]
    }

    fn next(&mut self) -> Result<(), String> {
        let byte = self.bytes[self.at];
        self.at += 1;
        match byte {
            b'{' => {
                if self.groups.len() > DEEPEST {
                    return Err("this RTF file is nested deeper than any document".into());
                }
                let group = *self.group();
                self.groups.push(group);
                self.skip = 0;
            }
            b'}' => {
                self.skip = 0;
                if self.groups.len() > 1 {
                    self.groups.pop();
                }
            }
            b'\\' => self.control(),
            b'\r' | b'\n' => {}
            byte => self.letter(&windows::decode(&[byte])),
        }
        Ok(())
    }

    /// A control word with its number, or a sign.
    fn control(&mut self) {
        let rest = &self.bytes[self.at..];
        let length = rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        if length == 0 {
            let sign = rest.first().copied();
            self.at += usize::from(sign.is_some());
            return self.sign(sign.unwrap_or(b' '));
        }
        let name = String::from_utf8_lossy(&rest[..length]).into_owned();
        let digits = rest[length..].iter().take_while(|byte| byte.is_ascii_digit() || **byte == b'-').count();
        let number =
            std::str::from_utf8(&rest[length..length + digits]).ok().and_then(|digits| digits.parse().ok());
        let blank = usize::from(rest.get(length + digits) == Some(&b' '));
        self.at += length + digits + blank;
        self.word(&name, number);
    }

    fn sign(&mut self, sign: u8) {
        match sign {
            b'\'' => {
                let digits = self.bytes.get(self.at..self.at + 2).unwrap_or_default();
                let letter =
                    std::str::from_utf8(digits).ok().and_then(|hex| u8::from_str_radix(hex, 16).ok());
                self.at += digits.len();
                self.letter(&windows::decode(&[letter.unwrap_or(b'?')]));
            }
            b'*' => self.group().unread = true,
            b'~' => self.letter("\u{a0}"),
            b'_' => self.letter("\u{2011}"),
            b'\\' | b'{' | b'}' => self.letter(&char::from(sign).to_string()),
            b'\n' | b'\r' => self.paragraph(),
            _ => {}
        }
    }

    fn word(&mut self, name: &str, number: Option<i32>) {
        match name {
            "par" | "sect" | "page" | "row" => self.paragraph(),
            "line" => self.letter("\n"),
            "tab" | "cell" => self.letter("\t"),
            "u" => self.unicode(number.unwrap_or(0)),
            "uc" => self.group().instead = usize::try_from(number.unwrap_or(1)).unwrap_or(1).min(16),
            "deleted" => self.group().deleted = number != Some(0),
            "plain" => self.group().deleted = false,
            "emdash" => self.letter("—"),
            "endash" => self.letter("–"),
            "lquote" => self.letter("‘"),
            "rquote" => self.letter("’"),
            "ldblquote" => self.letter("“"),
            "rdblquote" => self.letter("”"),
            "bullet" => self.letter("•"),
            name if UNREAD.contains(&name) => self.group().unread = true,
            _ => {}
        }
    }

    fn unicode(&mut self, number: i32) {
        // Numbers above 32,767 are written as negative ones.
        let unit = number as u16;
        let units = self.half.take().into_iter().chain([unit]);
        self.skip = 0;
        match char::decode_utf16(units).next() {
            Some(Ok(letter)) => self.letter(&letter.to_string()),
            _ if (0xd800..0xdc00).contains(&unit) => self.half = Some(unit),
            _ => {}
        }
        self.skip = self.group().instead;
    }

    fn letter(&mut self, letter: &str) {
        if self.skip > 0 {
            self.skip -= 1;
            return;
        }
        let Group { unread, deleted, .. } = *self.group();
        if !unread && !deleted {
            self.words.push_str(letter);
        }
    }

    fn paragraph(&mut self) {
        let Group { unread, deleted, .. } = *self.group();
        if !unread && !deleted {
            element(&mut self.page, "p", &self.words);
            self.words.clear();
        }
    }
}

//! The bytes of a dropped file.

/// The largest text Galley takes, in bytes.
pub const LIMIT: usize = 10 * 1024 * 1024;

/// Why something was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// Larger than [`LIMIT`].
    TooLarge,
    /// No text at all: a picture, a PDF, a Word file.
    Binary,
    /// Text in an encoding other than UTF-8 or UTF-16; the position of the first bad byte.
    Encoding(usize),
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
            Refusal::Encoding(_) => {
                "That file is not in UTF-8. Save it again as UTF-8 text, or copy its text and paste it here."
            }
            Refusal::Empty => "There was no text in that.",
        }
    }
}

/// The text of a file without its byte order mark: UTF-8, or UTF-16, which must have one.
pub fn decode(bytes: &[u8]) -> Result<String, Refusal> {
    if bytes.len() > LIMIT {
        return Err(Refusal::TooLarge);
    }
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes)?,
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes)?,
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest)?,
        _ => utf8(bytes)?,
    };
    if text.trim().is_empty() { Err(Refusal::Empty) } else { Ok(text) }
}

fn utf8(bytes: &[u8]) -> Result<String, Refusal> {
    let is_zip = bytes.starts_with(b"PK\x03\x04");
    if is_zip || bytes.starts_with(b"%PDF-") || bytes.iter().take(8192).any(|&byte| byte == 0) {
        return Err(Refusal::Binary);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(_) if odd_bytes(bytes) => Err(Refusal::Binary),
        Err(error) => Err(Refusal::Encoding(error.valid_up_to())),
    }
}

/// Control bytes that no text encoding of one byte a letter uses.
fn odd_bytes(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(8192)];
    let odd = start.iter().filter(|&&byte| byte < 9 || (14..32).contains(&byte)).count();
    odd * 50 > start.len()
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Refusal> {
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    char::decode_utf16(units).collect::<Result<String, _>>().map_err(|_| Refusal::Encoding(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_utf8_and_marked_utf16() {
        assert_eq!(decode("“Go,” é 👍".as_bytes()), Ok("“Go,” é 👍".into()));
        assert_eq!(decode("\u{feff}# Talks".as_bytes()), Ok("# Talks".into()));
        let little: Vec<u8> = "\u{feff}“Go” 👍".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "\u{feff}“Go” 👍".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(&little), Ok("“Go” 👍".into()));
        assert_eq!(decode(&big), Ok("“Go” 👍".into()));
    }

    #[test]
    fn refuses_what_is_no_text() {
        assert_eq!(decode(b"PK\x03\x04word/document.xml"), Err(Refusal::Binary));
        assert_eq!(decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Err(Refusal::Binary));
        assert_eq!(decode(b"caf\xe9 in Latin-1"), Err(Refusal::Encoding(3)));
        assert_eq!(decode(b" \n\t"), Err(Refusal::Empty));
        assert_eq!(decode(&vec![b'a'; LIMIT + 1]), Err(Refusal::TooLarge));
    }
}

//! What befalls a file on its way, and what somebody might do to it on purpose.

/// Numbers that look like chance and are the same each time.
pub struct Chance(pub u64);

impl Chance {
    /// A number below another.
    pub fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most.max(1)
    }

    fn of<'t, T: ?Sized>(&mut self, list: &[&'t T]) -> &'t T {
        list[self.below(list.len())]
    }

    /// A stretch of something so long.
    fn stretch(&mut self, length: usize) -> (usize, usize) {
        let from = self.below(length);
        (from, (from + 1 + self.below(60)).min(length))
    }
}

/// Pieces that change what stands around them.
const PIECES: [&[u8]; 28] = [
    b"<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\"><!ENTITY c \"&b;&b;\">]>",
    b"&b;",
    b"&#0;",
    b"&#x110000;",
    b"]]>",
    b"<![CDATA[",
    b"<!--",
    b"<script>alert(1)</script>",
    b"</template>",
    b"<template id=\"galley-json\">",
    b"<mark class=\"people\" id=\"m0\" title=\"a: b, person\">",
    b"</mark>",
    b"</p>",
    b"<w:p><w:pPr><w:pStyle w:val=\"GalleyNote\"/></w:pPr>",
    b"<w:commentRangeStart w:id=\"0\"/>",
    b"<w:commentRangeEnd w:id=\"0\"/>",
    b"<w:del>",
    b"<text:s text:c=\"4294967295\"/>",
    b"\"start\":-1,\"end\":1e9,",
    b"[[[[[[[[",
    b"{\"%ID\":18446744073709551615}",
    b"\\ud800",
    b"\r\n\r\n--b\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n",
    b"Content-Transfer-Encoding: base64\r\n",
    b"=?utf-8?b?////?=",
    b"../../../etc/passwd",
    b"{\\*\\u-10179?\\'zz",
    b"\xff\xfe\x00",
];

/// The figures that lengths and places are put to.
const FIGURES: [&str; 8] =
    ["0", "-1", "1", "999999999", "4294967295", "4294967296", "18446744073709551615", "1e308"];

/// A file that came to harm in one to four ways.
pub fn damaged(whole: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    for _ in 0..=chance.below(4) {
        if !bytes.is_empty() {
            harm(&mut bytes, chance);
        }
    }
    bytes
}

fn harm(bytes: &mut Vec<u8>, chance: &mut Chance) {
    let length = bytes.len();
    let (from, to) = chance.stretch(length);
    match chance.below(8) {
        // A bit is another.
        0 => bytes[from] ^= 1 << chance.below(8),
        1 => bytes[from] = chance.below(256) as u8,
        // The end is missing, or the middle.
        2 if chance.below(3) == 0 => bytes.truncate(from),
        2 => drop(bytes.drain(from..to)),
        // A piece stands twice, or elsewhere.
        3 => {
            let twice = bytes[from..to].repeat(1 + chance.below(3));
            bytes.splice(from..from, twice);
        }
        4 => {
            let piece: Vec<u8> = bytes.drain(from..to).collect();
            let there = chance.below(bytes.len() + 1);
            bytes.splice(there..there, piece);
        }
        // A number is another.
        5 => number(bytes, from, chance),
        // Something stands between that has no business there.
        _ => {
            let piece = chance.of(&PIECES);
            bytes.splice(from..from, piece.iter().copied());
        }
    }
}

/// The next number behind a place becomes another.
fn number(bytes: &mut Vec<u8>, from: usize, chance: &mut Chance) {
    let is_figure = |byte: &u8| byte.is_ascii_digit();
    let Some(start) = bytes[from..].iter().position(is_figure) else { return };
    let start = from + start;
    let length = bytes[start..].iter().take_while(|byte| is_figure(byte)).count();
    let figure = chance.of(&FIGURES);
    bytes.splice(start..start + length, figure.bytes());
}

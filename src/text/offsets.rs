//! Conversion of positions, once, at the edges.

/// How often the map keeps a checkpoint, in bytes.
const STEP: usize = 128;

/// Counts before a checkpoint.
#[derive(Clone, Copy)]
struct Checkpoint {
    byte: u32,
    utf16: u32,
    chars: u32,
}

/// Converts between UTF-8 bytes, UTF-16 units (the DOM) and code points (JSON, W3C).
///
/// ```
/// # use galley::text::OffsetMap;
/// let map = OffsetMap::new("“We 👍 won”");
/// assert_eq!(map.chars(3), 1);
/// assert_eq!(map.byte_of_utf16(1), 3);
/// ```
pub struct OffsetMap<'a> {
    text: &'a str,
    checkpoints: Vec<Checkpoint>,
}

impl<'a> OffsetMap<'a> {
    /// Reads `text` once.
    pub fn new(text: &'a str) -> Self {
        let mut checkpoints = Vec::with_capacity(text.len() / STEP + 1);
        let mut last = Checkpoint { byte: 0, utf16: 0, chars: 0 };
        checkpoints.push(last);
        while text.len() - last.byte as usize > STEP {
            let from = last.byte as usize;
            let to = text.ceil_char_boundary(from + STEP);
            let chars = last.chars + chars_in(&text.as_bytes()[from..to]);
            let utf16 = last.utf16 + chars - last.chars + pairs_in(&text.as_bytes()[from..to]);
            last = Checkpoint { byte: to as u32, utf16, chars };
            checkpoints.push(last);
        }
        OffsetMap { text, checkpoints }
    }

    /// UTF-16 units before the byte position.
    pub fn utf16(&self, byte: usize) -> usize {
        let from = self.before(|c| c.byte as usize <= byte);
        from.utf16 as usize + self.between(from, byte).map(char::len_utf16).sum::<usize>()
    }

    /// Code points before the byte position.
    pub fn chars(&self, byte: usize) -> usize {
        let from = self.before(|c| c.byte as usize <= byte);
        from.chars as usize + self.between(from, byte).count()
    }

    /// The byte position after so many UTF-16 units; inside a pair, the start of its character.
    pub fn byte_of_utf16(&self, utf16: usize) -> usize {
        let from = self.before(|c| c.utf16 as usize <= utf16);
        self.walk(from.byte, utf16 - from.utf16 as usize, char::len_utf16)
    }

    /// The byte position after so many code points.
    pub fn byte_of_chars(&self, chars: usize) -> usize {
        let from = self.before(|c| c.chars as usize <= chars);
        self.walk(from.byte, chars - from.chars as usize, |_| 1)
    }

    fn before(&self, is_before: impl Fn(&Checkpoint) -> bool) -> Checkpoint {
        self.checkpoints[self.checkpoints.partition_point(is_before).max(1) - 1]
    }

    fn between(&self, from: Checkpoint, byte: usize) -> impl Iterator<Item = char> + '_ {
        self.text[from.byte as usize..byte.min(self.text.len())].chars()
    }

    fn walk(&self, from: u32, units: usize, width: impl Fn(char) -> usize) -> usize {
        let from = from as usize;
        let mut left = units;
        for (at, c) in self.text[from..].char_indices() {
            if width(c) > left {
                return from + at;
            }
            left -= width(c);
        }
        self.text.len()
    }
}

/// How many characters: every byte but those that go on with one.
fn chars_in(bytes: &[u8]) -> u32 {
    bytes.iter().map(|&byte| u32::from(byte & 0xc0 != 0x80)).sum()
}

/// How many characters that are two units in UTF-16.
fn pairs_in(bytes: &[u8]) -> u32 {
    bytes.iter().map(|&byte| u32::from(byte >= 0xf0)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_naive_count_at_every_boundary() {
        let text = "KYIV — “We 👍 won,” é 👩‍👩‍👧 said.\r\n".repeat(20);
        let map = OffsetMap::new(&text);
        for (byte, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let before = &text[..byte];
            assert_eq!(map.utf16(byte), before.encode_utf16().count());
            assert_eq!(map.chars(byte), before.chars().count());
            assert_eq!(map.byte_of_utf16(map.utf16(byte)), byte);
            assert_eq!(map.byte_of_chars(map.chars(byte)), byte);
        }
    }

    #[test]
    fn an_empty_text_has_one_position() {
        assert_eq!(OffsetMap::new("").utf16(0), 0);
        assert_eq!(OffsetMap::new("").byte_of_chars(3), 0);
    }
}

//! Windows-1252, the old one-byte letters of western Windows.

/// What the bytes 0x80 to 0x9F mean; the others are Latin-1. `\u{fffd}` is no letter.
const HIGH: [char; 32] = [
    '€', '\u{fffd}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{fffd}', 'Ž', '\u{fffd}',
    '\u{fffd}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{fffd}', 'ž', 'Ÿ',
];

/// The letter that a control character of the range U+0080 to U+009F was, before somebody took Windows-1252
/// for Latin-1.
pub(super) fn mended(c: char) -> Option<char> {
    let at = u32::from(c).checked_sub(0x80)?;
    HIGH.get(at as usize).copied().filter(|&letter| letter != '\u{fffd}')
}

/// Text in Windows-1252.
pub(super) fn decode(bytes: &[u8]) -> String {
    let letter = |&byte: &u8| mended(char::from(byte)).unwrap_or(char::from(byte));
    bytes.iter().map(letter).collect()
}

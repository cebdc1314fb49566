//! Keys of the word tables: lower case, without accents, one space for any white space.

use crate::text::mend;
use std::borrow::Cow;

/// Appends the key of `words` to `key`.
///
/// ```
/// # use galley::resources::fold;
/// let mut key = String::new();
/// fold(&mut key, "São\nPaulo’s");
/// assert_eq!(key, "sao paulo's");
/// ```
///
/// Only Latin letters lose their accents; other scripts are lower-cased. A word cut at a line's end is
/// whole again (see [`mend`]).
pub fn fold(key: &mut String, words: &str) {
    let start = key.len();
    // Most words are ASCII letters and nothing else.
    let plain = fold_plain(key, words);
    if plain == words.len() {
        return;
    }
    let mended = mend(words);
    let mut rest = match &mended {
        Cow::Borrowed(words) => &words[plain..],
        Cow::Owned(whole) => {
            key.truncate(start);
            whole
        }
    };
    loop {
        let mut letters = rest[fold_plain(key, rest)..].chars();
        match letters.next() {
            None => return,
            Some(c) if c.is_whitespace() => space(key),
            Some('’' | '‘' | 'ʼ') => key.push('\''),
            Some('‐') => key.push('-'),
            Some(c) => fold_letter(key, c),
        }
        rest = letters.as_str();
    }
}

/// Appends the signs of ASCII that words begin with, single blanks among them, and tells how many they are.
fn fold_plain(key: &mut String, words: &str) -> usize {
    let bytes = words.as_bytes();
    let after_blank = |at: usize| match at.checked_sub(1) {
        Some(before) => bytes[before] == b' ',
        None => key.ends_with(' '),
    };
    let is_plain = |at: usize, byte: u8| byte.is_ascii_graphic() || byte == b' ' && !after_blank(at);
    let odd = bytes.iter().enumerate().position(|(at, &byte)| !is_plain(at, byte));
    let plain = odd.unwrap_or(bytes.len());
    let from = key.len();
    key.push_str(&words[..plain]);
    key[from..].make_ascii_lowercase();
    plain
}

fn space(key: &mut String) {
    if !key.ends_with(' ') {
        key.push(' ');
    }
}

fn fold_letter(key: &mut String, c: char) {
    for lower in c.to_lowercase() {
        let plain = match lower {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' | 'ạ' | 'ả' | 'ấ' | 'ầ' | 'ậ' | 'ắ' | 'ằ'
            | 'ǎ' => "a",
            'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ' | 'ẽ' | 'ế' | 'ề' | 'ể' | 'ệ' | 'ǝ'
            | 'ə' => "e",
            'ì' | 'í' | 'î' | 'ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | 'ị' | 'ỉ' => "i",
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ọ' | 'ỏ' | 'ố' | 'ồ' | 'ộ' | 'ơ' | 'ớ'
            | 'ờ' => "o",
            'ù' | 'ú' | 'û' | 'ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ứ' | 'ừ' | 'ụ' | 'ủ' => {
                "u"
            }
            'ý' | 'ÿ' | 'ỳ' | 'ỹ' => "y",
            'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
            'ď' | 'đ' | 'ð' => "d",
            'ğ' | 'ĝ' | 'ġ' | 'ģ' => "g",
            'ĥ' | 'ħ' | 'ḥ' => "h",
            'ķ' => "k",
            'ł' | 'ľ' | 'ļ' | 'ĺ' => "l",
            'ñ' | 'ń' | 'ň' | 'ņ' => "n",
            'ř' | 'ŕ' => "r",
            'š' | 'ś' | 'ş' | 'ș' | 'ŝ' => "s",
            'ť' | 'ţ' | 'ț' => "t",
            'ž' | 'ź' | 'ż' => "z",
            'ß' => "ss",
            'æ' => "ae",
            'œ' => "oe",
            'þ' => "th",
            '\u{300}'..='\u{36f}' => "",
            other => {
                key.push(other);
                ""
            }
        };
        key.push_str(plain);
    }
}

//! Small and large letters, and the last place of words: in few instructions, for the page is downloaded.
//!
//! The tables of all letters that have a small and a large form take a fiftieth of the page, and every browser has them.

/// A text in small letters.
pub fn lower(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_lowercase() } else { tables::lower(text) }
}

/// A text in large letters.
pub fn upper(text: &str) -> String {
    if text.is_ascii() { text.to_ascii_uppercase() } else { tables::upper(text) }
}

/// A text that begins with a large letter.
pub fn capital(text: &str) -> String {
    let first = text.chars().next().map_or(0, char::len_utf8);
    upper(&text[..first]) + &text[first..]
}

#[cfg(all(feature = "ui", target_arch = "wasm32"))]
mod tables {
    use js_sys::JsString;

    pub fn lower(text: &str) -> String {
        JsString::from(text).to_lower_case().into()
    }

    pub fn upper(text: &str) -> String {
        JsString::from(text).to_upper_case().into()
    }
}

#[cfg(not(all(feature = "ui", target_arch = "wasm32")))]
mod tables {
    pub fn lower(text: &str) -> String {
        text.to_lowercase()
    }

    pub fn upper(text: &str) -> String {
        text.to_uppercase()
    }
}

/// Where words stand in a text for the last time.
pub fn last_place(text: &str, words: &str) -> Option<usize> {
    let (text, words) = (text.as_bytes(), words.as_bytes());
    (0..=text.len().checked_sub(words.len())?).rev().find(|&at| text[at..].starts_with(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_made_small_and_large() {
        assert_eq!(lower("Ada QUIST"), "ada quist");
        assert_eq!(lower("ÖSTERSUND, ΟΔΟΣ"), "östersund, οδος");
        assert_eq!(upper("Straße 7, élan"), "STRASSE 7, ÉLAN");
        assert_eq!(
            (capital("élan ist").as_str(), capital("“we").as_str(), capital("")),
            ("Élan ist", "“we", String::new())
        );
    }

    #[test]
    fn the_last_place_is_found() {
        assert_eq!(last_place("aaa", "aa"), Some(1));
        assert_eq!(last_place("é. é. é", ". "), Some(6));
        assert_eq!((last_place("a", "ab"), last_place("ab", ""), last_place("", "a")), (None, Some(2), None));
    }
}

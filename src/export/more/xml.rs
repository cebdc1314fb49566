//! XML: what may stand in it, and how.

/// Writes text so that XML reads it back. A character that XML 1.0 cannot hold (U+000B, NUL) is replaced by one other,
/// so that positions stay: white space by a blank, the rest by U+FFFD.
pub fn escape(out: &mut String, text: &str) {
    out.push_str(&escaped(text));
}

/// The character, or the one that stands for it.
pub fn allowed(c: char) -> char {
    match c {
        '\t' | '\n' | '\r' => c,
        '\u{b}' | '\u{c}' | '\u{1c}'..='\u{1f}' => ' ',
        c if c < ' ' || matches!(c, '\u{fffe}' | '\u{ffff}') => '\u{fffd}',
        c => c,
    }
}

/// The text escaped.
pub fn escaped(text: &str) -> String {
    quick_xml::escape::escape(text.chars().map(allowed).collect::<String>()).into_owned()
}

/// Writes ` name="value"`; ends of lines and tabs, which attributes lose, become blanks.
pub fn attribute(out: &mut String, name: &str, value: &str) {
    out.extend([" ", name, "=\""]);
    escape(out, &value.replace(['\n', '\r', '\t'], " "));
    out.push('"');
}

/// Writes `<name>text</name>`.
pub fn element(out: &mut String, name: &str, text: &str) {
    out.extend(["<", name, ">"]);
    escape(out, text);
    out.extend(["</", name, ">"]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_hold_is_replaced_one_for_one() {
        assert_eq!(escaped("a\u{b}b\0c ]]> <b>\t"), "a b\u{fffd}c ]]&gt; &lt;b&gt;\t");
        let mut out = String::new();
        attribute(&mut out, "n", "a\n\"b\"");
        assert_eq!(out, " n=\"a &quot;b&quot;\"");
    }
}

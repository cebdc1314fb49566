//! What is told of a span as one line of text, for formats that have room for a note and for nothing else.
//!
//! ```text
//! entity=e1; name=Ada Quist; score=970; why=honorific
//! ```

use super::kinds::Key;
use super::spans::Span;

impl Span {
    /// Its facts as a note; `%`, `;`, tabs and ends of lines are percent-encoded.
    pub fn note(&self) -> String {
        self.pairs().collect::<Vec<_>>().join("; ")
    }

    /// Its facts, each as `key=value`.
    pub fn pairs(&self) -> impl Iterator<Item = String> {
        self.facts.iter().map(|(key, value)| [key.name(), "=", &encoded(value)].concat())
    }

    /// Takes the facts of a note; false where it is none of Galley's.
    pub fn take_note(&mut self, note: &str) -> bool {
        note.split(';').filter(|pair| !pair.trim().is_empty()).all(|pair| self.take_pair(pair))
    }

    fn take_pair(&mut self, pair: &str) -> bool {
        let Some((key, value)) = pair.trim_start().split_once('=') else { return false };
        let key = Key::of_name(key);
        self.facts.extend(key.map(|key| (key, decoded(value))));
        key.is_some()
    }
}

/// The value without what ends a note.
pub fn encoded(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for c in value.chars() {
        match c {
            '%' | ';' => out.push_str(&format!("%{:02X}", c as u32)),
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') => {
                c.to_string().bytes().for_each(|byte| out.push_str(&format!("%{byte:02X}")));
            }
            c => out.push(c),
        }
    }
    out
}

/// The value again; what is no code stays as it stands.
pub fn decoded(value: &str) -> String {
    let mut bytes = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        let code = after.get(..2).and_then(|code| std::str::from_utf8(code).ok());
        match code.filter(|_| byte == b'%').and_then(|code| u8::from_str_radix(code, 16).ok()) {
            Some(code) => {
                bytes.push(code);
                rest = &after[2..];
            }
            None => {
                bytes.push(byte);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::standoff::Kind;
    use crate::text::TextRange;

    #[test]
    fn notes_are_read_as_they_were_written() {
        let mut span = Span::new(TextRange::new(0, 1), Kind::Term);
        for value in ["a=b; c%3B", "tab\there\nand\u{b}there", "é 👍", "100 %", "", "%zz"] {
            span.tell(Key::Name, value);
        }
        let mut read = Span::new(span.range, span.kind);
        assert!(read.take_note(&span.note()), "{}", span.note());
        assert_eq!(read, span);
        assert!(!span.note().contains(['\n', '\t', '\u{b}']));
    }

    #[test]
    fn anothers_note_is_none() {
        let mut span = Span::new(TextRange::new(0, 1), Kind::Term);
        assert!(!span.take_note("check this with Ada"));
        assert!(!span.take_note("colour=red"));
    }
}

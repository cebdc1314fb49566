//! The documents that the browser keeps: what the list says of each, and the file that holds them all.
//!
//! What a document is made of (its article, what was decided about it) is kept as bytes beside its line; see
//! [`crate::kept`] for their forms.

pub mod backup;

use crate::protocol::{decode, encode};
use crate::text::order::{most_first, put_in_order};
use crate::text::{last_place, lower};
use serde::{Deserialize, Serialize};

/// What the list says of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// What a person called it; empty where its headline is its name.
    pub name: String,
    /// Its headline, or its first words.
    pub headline: String,
    /// When it was changed last, in milliseconds since 1970.
    pub changed: u64,
    /// How many words it has.
    pub words: u32,
    /// How many bytes its article takes.
    pub bytes: u32,
    /// How many decisions about it there are.
    pub decisions: u32,
    /// What was done to it last: "the choice of a speaker"; empty where nothing was.
    pub last: String,
}

/// The form of a line, which stands before it. A later one may add to its end, and is still read.
const FORM: u8 = 1;

impl Line {
    /// What the document is called.
    pub fn title(&self) -> &str {
        match (self.name.is_empty(), self.headline.is_empty()) {
            (false, _) => &self.name,
            (true, false) => &self.headline,
            (true, true) => "A document without a name",
        }
    }

    /// As bytes to keep.
    pub fn bytes_to_keep(&self) -> Vec<u8> {
        encode(&(FORM, self))
    }

    /// Reads a line; one that nobody can read is empty, for its document may be sound.
    pub fn read(bytes: &[u8]) -> Line {
        let read = decode(bytes).filter(|(form, _): &(u8, Line)| *form >= FORM);
        read.map(|(_, line)| line).unwrap_or_default()
    }

    /// Whether every word of a search stands in its name or headline. The words are in small letters.
    pub fn has(&self, words: &str) -> bool {
        let names = lower(&[&self.name, "\n", &self.headline].concat());
        words.split_whitespace().all(|word| names.contains(word))
    }
}

/// A document of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: String,
    /// What the list says of it.
    pub line: Line,
}

/// Puts documents in order: what was changed last comes first.
pub fn newest_first(list: &mut Vec<Listed>) {
    put_in_order(list, |listed| {
        let (seconds, rest) = (listed.line.changed / 1000, listed.line.changed % 1000);
        (most_first(seconds as usize), most_first(rest as usize), 0)
    });
}

/// What a copy of a document is called: "Ferry strike (copy)", and the copy of that "Ferry strike (copy 2)".
pub fn name_of_copy<'a>(title: &str, others: impl Iterator<Item = &'a str>) -> String {
    let stem = match last_place(title, " (copy") {
        Some(at) if title.ends_with(')') => &title[..at],
        _ => title,
    };
    let taken: Vec<&str> = others.collect();
    let name = |number: usize| match number {
        1 => [stem, " (copy)"].concat(),
        _ => [stem, " (copy ", &number.to_string(), ")"].concat(),
    };
    // Among one name more than there are documents one is free.
    let free = (1..=taken.len() + 1).map(name).find(|name| !taken.contains(&name.as_str()));
    free.unwrap_or_else(|| title.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(name: &str, headline: &str, changed: u64) -> Line {
        Line { name: name.into(), headline: headline.into(), changed, ..Line::default() }
    }

    #[test]
    fn what_the_list_says_comes_back() {
        let kept =
            Line { words: 815, bytes: 5_000, decisions: 3, last: "the paste".into(), ..line("A", "B", 7) };
        assert_eq!(Line::read(&kept.bytes_to_keep()), kept);
    }

    #[test]
    fn what_the_first_version_wrote_is_read() {
        // Form 1: the name, the headline, when, words, bytes, decisions, what was done last.
        let bytes = [&[1, 0, 5][..], b"Ferry", &[0x90, 0x4e, 2, 9, 1, 4], b"a\xc3\xa9b"].concat();
        let read = Line::read(&bytes);
        assert_eq!((read.title(), read.changed, read.words, read.bytes), ("Ferry", 10_000, 2, 9));
        assert_eq!((read.decisions, read.last.as_str()), (1, "aéb"));
    }

    #[test]
    fn of_a_later_form_what_is_known_is_read() {
        let mut bytes = line("", "Ferry", 9).bytes_to_keep();
        bytes[0] = FORM + 4;
        bytes.extend([7, 7]);
        assert_eq!(Line::read(&bytes).title(), "Ferry");
    }

    #[test]
    fn a_line_that_nobody_can_read_still_has_a_name() {
        for bytes in [&[][..], &[0], &[1, 200], &[9]] {
            assert_eq!(Line::read(bytes).title(), "A document without a name");
        }
    }

    #[test]
    fn a_search_asks_for_every_word_wherever_it_stands() {
        let ferry = line("Monday’s lead", "FERRY strike ends", 0);
        for (words, found) in [("", true), ("ferry", true), ("ends lead", true), ("ferry boat", false)] {
            assert_eq!(ferry.has(words), found, "{words}");
        }
    }

    #[test]
    fn what_was_changed_last_comes_first() {
        let listed = |(id, changed): (&str, u64)| Listed { id: id.into(), line: line("", "", changed) };
        let mut list: Vec<Listed> = [("a", 4_000), ("b", 9_001), ("c", 9_002)].map(listed).into();
        newest_first(&mut list);
        assert_eq!(list.iter().map(|listed| listed.id.as_str()).collect::<String>(), "cba");
    }

    #[test]
    fn a_copy_has_a_name_of_its_own() {
        let check = |title: &str, others: &[&str], expect: &str| {
            assert_eq!(name_of_copy(title, others.iter().copied()), expect);
        };
        check("Ferry", &["Ferry"], "Ferry (copy)");
        check("Ferry", &["Ferry", "Ferry (copy)"], "Ferry (copy 2)");
        check("Ferry (copy)", &["Ferry", "Ferry (copy)"], "Ferry (copy 2)");
        check("Ferry (copy 2)", &["Ferry (copy)", "Ferry (copy 2)"], "Ferry (copy 3)");
        check("Ferry (copy", &[], "Ferry (copy (copy)");
    }
}

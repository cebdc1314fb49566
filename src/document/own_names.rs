//! A person's own list of names, and its text form: one name a line, a tab or `=`, its label.
//!
//! ```text
//! Oona Whitlock = PERSON
//! Coast Wire     ORG      (a tab before it)
//! # a line that begins so is a remark
//! ```

use super::entities::Label;
use serde::{Deserialize, Serialize};

/// Names that always win, in the order they were written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnNames {
    /// Each name once.
    pub names: Vec<OwnName>,
}

/// One name and what it names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnName {
    /// The name as it stands in articles.
    pub name: String,
    /// What it names.
    pub label: Label,
}

/// A line that could not be read; it is kept as it is and has no effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadLine {
    /// Its number, from 1.
    pub line: usize,
    /// What to do about it, one sentence.
    pub trouble: String,
}

/// Every label by its name in lists, with what people call it.
pub const LABELS: [(Label, &str); 7] = [
    (Label::Person, "Person"),
    (Label::Organisation, "Organisation"),
    (Label::Place, "Place"),
    (Label::Group, "Group"),
    (Label::Event, "Event"),
    (Label::Work, "Work"),
    (Label::Product, "Product"),
];

impl OwnNames {
    /// Reads a list. Lines that cannot be read are told of; of a name listed twice the last counts.
    pub fn parse(text: &str) -> (OwnNames, Vec<BadLine>) {
        let (mut list, mut bad) = (OwnNames::default(), Vec::new());
        for (line, words) in lines(text) {
            match read_line(words) {
                Ok(own) => list.put(own),
                Err(trouble) => bad.push(BadLine { line, trouble }),
            }
        }
        (list, bad)
    }

    /// What a name names, by this list.
    pub fn label(&self, name: &str) -> Option<Label> {
        self.names.iter().find(|own| own.name == name).map(|own| own.label)
    }

    fn put(&mut self, own: OwnName) {
        self.names.retain(|known| known.name != own.name);
        self.names.push(own);
    }
}

/// The lines of a list with their numbers, without remarks and empty ones.
pub(super) fn lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = (1..).zip(text.trim_start_matches('\u{feff}').lines().map(str::trim));
    lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
}

/// A list's text with one more name at its end.
pub fn with_line(text: &str, name: &str, label: Label) -> String {
    let end = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
    [text, end, name, " = ", label.name(), "\n"].concat()
}

/// A name and its label. The label stands after the last tab or `=`, so a name may hold one.
fn read_line(line: &str) -> Result<OwnName, String> {
    let Some((name, label)) = line.rsplit_once(['\t', '=']) else {
        return Err(["write a label after it: ", line, " = PERSON"].concat());
    };
    let (name, label) = (name.trim().trim_end_matches('=').trim(), label.trim());
    if !name.chars().any(char::is_alphanumeric) {
        return Err("there is no name before the label".into());
    }
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    match read_label(label) {
        Some(label) => Ok(OwnName { name, label }),
        None => Err(["“", label, "” is no label; there are: ", &labels()].concat()),
    }
}

fn read_label(word: &str) -> Option<Label> {
    let is = |label: &Label, name: &str| {
        word.eq_ignore_ascii_case(label.name()) || word.eq_ignore_ascii_case(name)
    };
    LABELS.iter().find(|(label, name)| is(label, name)).map(|(label, _)| *label)
}

fn labels() -> String {
    LABELS.map(|(label, _)| label.name()).join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_and_bad_ones_are_told_of() {
        let text = "\u{feff}# ours\nOona  Whitlock = person\nCoast Wire\tORG\n\nA=B Ltd\t=\tORG\nnobody\nX = COW\n = ORG\nCoast Wire = Work";
        let (list, bad) = OwnNames::parse(text);
        let read: Vec<_> = list.names.iter().map(|own| (own.name.as_str(), own.label)).collect();
        assert_eq!(
            read,
            [("Oona Whitlock", Label::Person), ("A=B Ltd", Label::Organisation), ("Coast Wire", Label::Work)]
        );
        let told: Vec<_> = bad.iter().map(|bad| (bad.line, bad.trouble.as_str())).collect();
        assert_eq!(
            told,
            [
                (6, "write a label after it: nobody = PERSON"),
                (7, "“COW” is no label; there are: PERSON, ORG, PLACE, GROUP, EVENT, WORK, PRODUCT"),
                (8, "there is no name before the label"),
            ]
        );
    }

    #[test]
    fn a_name_is_added_on_a_line_of_its_own() {
        let text = with_line("Ada = PERSON", "Coast Wire", Label::Organisation);
        assert_eq!(text, "Ada = PERSON\nCoast Wire = ORG\n");
        assert_eq!(OwnNames::parse(&text).0.label("Coast Wire"), Some(Label::Organisation));
    }
}

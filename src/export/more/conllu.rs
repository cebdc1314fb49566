//! CoNLL-U: ten columns a word, with names and quotations in the last. Nothing is counted in it but words.
//!
//! ```text
//! # newdoc id = 1b2c…
//! # newpar
//! # sent_id = 1
//! # text = Ada Quist left.
//! 1    Ada    _    _    _    _    _    _    _    NER=B-PERSON|name=B-PERSON|Entity=e1
//! ```
//!
//! `name` repeats `NER` because spaCy reads that one alone. Each key stands once; `=`, `|` and `%` inside a value are
//! percent-encoded, because readers cut it there. `SpaceAfter` and `SpacesAfter` tell the white space, so that the text
//! can be had again.

use super::losses::Keeps;
use super::tokens::{Words, iob};
use crate::document::Document;
use crate::export::wanted::Wanted;
use crate::export::written::{Format, Programs, Write};
use crate::standoff::{Family, Key, Kind, Span, Standoff};
use crate::text::{TextRange, is_line_end};

/// CoNLL-U.
pub const FORMAT: Format = Format {
    id: "conllu",
    name: "CoNLL-U",
    about: "Sentences in the columns of Universal Dependencies, names and quotations in the last of them.",
    extension: "conllu",
    mime: "text/plain",
    write: Write::Text(write),
    programs: Programs { line: None, losses },
};

fn losses(document: &Document, wanted: &Wanted) -> Vec<String> {
    const KEEPS: Keeps = Keeps {
        name: "CoNLL-U",
        families: &[Family::Names, Family::Amounts, Family::Quotations, Family::Times],
        facts: &[Key::Entity, Key::Group, Key::Value, Key::Speaker],
        links: &[],
    };
    KEEPS.losses(document, wanted)
}

fn write(document: &Document, wanted: &Wanted) -> String {
    let standoff = Standoff::of(document, wanted.filter.furniture);
    let kept_kind =
        |span: &&Span| matches!(span.kind, Kind::Name(_) | Kind::Amount(_) | Kind::Quote(_) | Kind::Time(_));
    let spans: Vec<&Span> = standoff.spans.iter().filter(kept_kind).collect();
    let words = Words::of(&standoff, &spans);
    let columns = Columns::new(&standoff, &words, &spans);
    let mut out = ["# newdoc id = ", &super::article::sum(&standoff.text), "\n"].concat();
    let mut end = 0;
    for (number, sentence) in words.kept(&standoff, wanted).into_iter().enumerate() {
        let range = words.words[sentence.start].cover(words.words[sentence.end - 1]);
        let new_line = standoff.text[end..range.start()].contains(is_line_end);
        out.push_str(if number == 0 || new_line { "# newpar\n" } else { "" });
        let line: String =
            range.of(&standoff.text).chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        out.extend(["# sent_id = ", &(number + 1).to_string(), "\n# text = ", &line, "\n"]);
        for (id, at) in sentence.clone().enumerate() {
            let form = words.words[at].of(&standoff.text);
            let misc = columns.misc(at, words.words.get(at + 1).copied());
            out.extend([&(id + 1).to_string(), "\t", form, "\t_\t_\t_\t_\t_\t_\t_\t", &misc, "\n"]);
        }
        out.push('\n');
        end = range.end();
    }
    out
}

/// What the last column tells of each word.
struct Columns<'s> {
    standoff: &'s Standoff,
    words: &'s Words,
    /// Key and value for each word.
    told: Vec<Vec<(&'static str, String)>>,
}

impl<'s> Columns<'s> {
    fn new(standoff: &'s Standoff, words: &'s Words, spans: &[&Span]) -> Self {
        let mut columns = Columns { standoff, words, told: vec![Vec::new(); words.words.len()] };
        columns.names(spans);
        for span in spans {
            let Some(inside) = words.inside(span.range) else { continue };
            let pairs = match span.kind {
                Kind::Quote(kind) => [
                    ("Quote", span.fact(Key::Group)),
                    ("QuoteKind", Some(kind.name())),
                    ("Speaker", span.fact(Key::Speaker)),
                ],
                Kind::Time(_) => {
                    [("Timex", Some(span.kind.label())), ("TimexValue", span.fact(Key::Value)), ("", None)]
                }
                _ => continue,
            };
            for at in inside {
                for (key, value) in pairs.iter().filter_map(|(key, value)| Some((*key, (*value)?))) {
                    columns.tell(at, key, value.to_owned());
                }
            }
        }
        columns
    }

    fn names(&mut self, spans: &[&Span]) {
        let is_name = |span: &&&Span| matches!(span.kind, Kind::Name(_) | Kind::Amount(_));
        let named = || spans.iter().filter(is_name);
        let labels = self.words.labelled(named().map(|span| (span.range, span.kind.label())));
        for (at, label) in labels.into_iter().enumerate().filter(|(_, label)| label.is_some()) {
            self.tell(at, "NER", iob(label));
            self.tell(at, "name", iob(label));
        }
        for span in named() {
            let Some(entity) = span.fact(Key::Entity) else { continue };
            for at in self.words.inside(span.range).unwrap_or_default() {
                self.tell(at, "Entity", entity.to_owned());
            }
        }
    }

    /// A key stands once: a word of a quotation within a quotation has both, joined by a comma.
    fn tell(&mut self, at: usize, key: &'static str, value: String) {
        match self.told[at].iter_mut().find(|(known, _)| *known == key) {
            Some((_, known)) => known.extend([",", &encoded(&value)].map(str::to_owned)),
            None => self.told[at].push((key, encoded(&value))),
        }
    }

    fn misc(&self, at: usize, next: Option<TextRange>) -> String {
        let text = &self.standoff.text;
        let end = next.map_or(text.len(), TextRange::start);
        let mut pairs: Vec<String> =
            self.told[at].iter().map(|(key, value)| [key, "=", value].concat()).collect();
        match &text[self.words.words[at].end()..end] {
            "" if next.is_some() => pairs.push("SpaceAfter=No".into()),
            "" | " " => {}
            space => pairs.push(["SpacesAfter=", &spaces(space)].concat()),
        }
        if pairs.is_empty() { "_".into() } else { pairs.join("|") }
    }
}

/// White space as the tools of Universal Dependencies write it.
fn spaces(space: &str) -> String {
    let mut out = String::new();
    for c in space.chars() {
        match c {
            ' ' => out.push_str("\\s"),
            '\t' => out.push_str("\\t"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            c => c.escape_unicode().for_each(|c| out.push(c)),
        }
    }
    out
}

fn encoded(value: &str) -> String {
    let mut out = String::new();
    for c in value.chars() {
        match c {
            '%' => out.push_str("%25"),
            '=' => out.push_str("%3D"),
            '|' => out.push_str("%7C"),
            ',' => out.push_str("%2C"),
            c if c.is_control() || is_line_end(c) => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_hold_nothing_that_a_reader_cuts_at() {
        assert_eq!(encoded("NER=a=b|c,d%\n"), "NER%3Da%3Db%7Cc%2Cd%25 ");
        assert_eq!(spaces(" \n\u{a0}"), "\\s\\n\\u{a0}");
    }
}

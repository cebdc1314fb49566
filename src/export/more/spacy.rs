//! spaCy's Doc as JSON, for `Doc.from_json`. Positions are Unicode code points, end exclusive.
//!
//! Names and amounts are `ents`; everything lies in span groups, where `kb_id` says more: the entity's id in `names`
//! and `references`, the quotation in `quotes`, `speakers`, `cues` and `addressees`, the TimeML value in `times`
//! (`ents` lose it when spaCy reads them), letter and colour in `labels`, which are the editor's own, what a
//! person says in `comments`. Tokens must tile the text: after a token one blank may be skipped, all
//! other white space is a token of its own.

use super::losses::Keeps;
use super::tokens::Words;
use crate::document::Document;
use crate::export::wanted::Wanted;
use crate::export::written::{Format, Programs, Write};
use crate::standoff::{BESIDE, Family, Key, Kind, Span, Standoff};
use crate::text::{OffsetMap, TextRange};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// spaCy's JSON.
pub const FORMAT: Format = Format {
    id: "spacy",
    name: "spaCy",
    about: "A Doc as JSON for spaCy: names as entities, quotations and the rest as groups of spans.",
    extension: "json",
    mime: "application/json",
    write: Write::Text(|document, wanted| super::pretty::pretty(&doc(document, wanted))),
    programs: Programs { line: Some(doc), losses },
};

fn losses(document: &Document, wanted: &Wanted) -> Vec<String> {
    let keeps =
        Keeps { name: "spaCy", families: &Family::ALL, facts: &KB_ID, links: &BESIDE.map(|(link, _)| link) };
    let standoff = Standoff::of(document, wanted.filter.furniture);
    let spans: Vec<&Span> = standoff.spans.iter().collect();
    let words = Words::of(&standoff, &spans);
    let lost = spans.iter().filter(|span| words.inside(span.range).is_none()).count();
    let mut losses = keeps.of(&standoff);
    losses.extend(
        (lost > 0).then(|| format!("spaCy leaves out {lost} marks that begin or end in white space.")),
    );
    losses
}

fn doc(document: &Document, wanted: &Wanted) -> Value {
    let standoff = Standoff::of(document, wanted.filter.furniture);
    let spans: Vec<&Span> = standoff.spans.iter().collect();
    let words = Words::of(&standoff, &spans);
    let writer = Writer { map: OffsetMap::new(&standoff.text), standoff: &standoff, words: &words };
    let tokens: Vec<Value> = tiles(&standoff.text, &words.words)
        .iter()
        .enumerate()
        .map(|(id, &range)| {
            let [start, end] = writer.positions(range);
            json!({"id": id, "start": start, "end": end})
        })
        .collect();
    // In the macro they would be copied.
    let mut doc = json!({"text": standoff.text});
    doc["ents"] = writer.ents().into();
    doc["spans"] = writer.groups().into();
    doc["tokens"] = tokens.into();
    doc
}

struct Writer<'s> {
    standoff: &'s Standoff,
    words: &'s Words,
    map: OffsetMap<'s>,
}

impl Writer<'_> {
    fn positions(&self, range: TextRange) -> [usize; 2] {
        [self.map.chars(range.start()), self.map.chars(range.end())]
    }

    /// Names and amounts that do not overlap one another, in text order.
    fn ents(&self) -> Vec<Value> {
        let (mut ents, mut free) = (Vec::new(), 0);
        for span in &self.standoff.spans {
            let is_ent = matches!(span.kind, Kind::Name(_) | Kind::Amount(_));
            if is_ent && span.range.start() >= free && self.words.inside(span.range).is_some() {
                let [start, end] = self.positions(span.range);
                ents.push(json!({"start": start, "end": end, "label": span.kind.label()}));
                free = span.range.end();
            }
        }
        ents
    }

    fn groups(&self) -> Map<String, Value> {
        let (mut groups, mut seen) = (Map::new(), BTreeSet::new());
        let is_there = |is: fn(Kind) -> bool| self.standoff.spans.iter().any(|span| is(span.kind));
        let names = GROUPS
            .iter()
            .filter(|(name, is)| !PEOPLES.contains(name) || is_there(*is))
            .map(|(name, _)| *name);
        for name in names.chain(GROUPS_BESIDE) {
            groups.insert(name.to_owned(), Value::Array(Vec::new()));
        }
        for (at, span) in self.standoff.spans.iter().enumerate() {
            let Some((name, _)) = GROUPS.iter().find(|(_, is)| is(span.kind)) else { continue };
            self.put(&mut groups, name, span, &span.label(), kb_id(span));
            let Kind::Quote(_) = span.kind else { continue };
            for ((link, kind), name) in BESIDE.into_iter().zip(GROUPS_BESIDE) {
                // Words beside several pieces of one quotation stand there once.
                let to = self.standoff.linked(at, link);
                if let Some(to) = to.filter(|to| seen.insert((name, *to, kb_id(span)))) {
                    self.put(&mut groups, name, &self.standoff.spans[to], kind.label(), kb_id(span));
                }
            }
        }
        groups
    }

    fn put(&self, groups: &mut Map<String, Value>, name: &str, span: &Span, label: &str, kb_id: &str) {
        if self.words.inside(span.range).is_none() {
            return;
        }
        let [start, end] = self.positions(span.range);
        let written = json!({"start": start, "end": end, "label": label, "kb_id": kb_id});
        if let Some(Value::Array(group)) = groups.get_mut(name) {
            group.push(written);
        }
    }
}

/// The groups of spans, and which kinds go into each.
type Group = (&'static str, fn(Kind) -> bool);
const GROUPS: &[Group] = &[
    ("names", |kind| matches!(kind, Kind::Name(_))),
    ("amounts", |kind| matches!(kind, Kind::Amount(_))),
    ("references", |kind| matches!(kind, Kind::Reference(_))),
    ("quotes", |kind| matches!(kind, Kind::Quote(_))),
    ("terms", |kind| kind == Kind::Term),
    ("times", |kind| matches!(kind, Kind::Time(_))),
    ("dateline", |kind| kind.family() == Family::Datelines),
    ("authors", |kind| kind.family() == Family::Authors),
    ("paragraphs", |kind| matches!(kind, Kind::Paragraph(_))),
    (PEOPLES[0], |kind| kind == Kind::Own),
    (PEOPLES[1], |kind| kind == Kind::Comment),
];

/// The groups of what people mark and say, which are there where there is any.
const PEOPLES: [&str; 2] = ["labels", "comments"];

/// The groups that the words beside quotations go into.
const GROUPS_BESIDE: [&str; 3] = ["speakers", "cues", "addressees"];

/// What `kb_id` tells of a span, the first that is known of it.
const KB_ID: [Key; 5] = [Key::Entity, Key::Group, Key::Value, Key::Own, Key::Comment];

fn kb_id(span: &Span) -> &str {
    let told = KB_ID.into_iter().find_map(|key| span.fact(key));
    told.unwrap_or_default()
}

/// The words with the white space between them that spaCy asks to be tokens.
///
/// ```text
/// Ada  said\n      Ada| |said|\n     (the first blank belongs to "Ada", the second is a token)
/// ```
fn tiles(text: &str, words: &[TextRange]) -> Vec<TextRange> {
    let (mut tiles, mut at) = (Vec::with_capacity(words.len()), 0);
    let end = TextRange::new(text.len(), text.len());
    for &word in words.iter().chain([&end]) {
        let gap = TextRange::new(at, word.start());
        let skipped = usize::from(at > 0 && gap.of(text).starts_with(' '));
        if gap.len() > skipped {
            tiles.push(TextRange::new(at + skipped, word.start()));
        }
        tiles.extend((!word.is_empty()).then_some(word));
        at = word.end();
    }
    tiles
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::tokenize;
    use proptest::prelude::*;

    fn check(text: &str, expected: &[&str]) {
        let words: Vec<TextRange> = tokenize(text).iter().map(|token| token.range).collect();
        let read: Vec<&str> = tiles(text, &words).iter().map(|range| range.of(text)).collect();
        assert_eq!(read, expected, "{text:?}");
    }

    #[test]
    fn white_space_beyond_one_blank_is_a_token() {
        check("Ada  said", &["Ada", " ", "said"]);
        check(" Ada\n\nsaid ", &[" ", "Ada", "\n\n", "said"]);
        check("a \n b\u{a0}c\t", &["a", "\n ", "b", "\u{a0}", "c", "\t"]);
        check("", &[]);
        check("  ", &["  "]);
    }

    proptest! {
        #[test]
        fn tokens_tile_the_text(text in "([A-Za-z]{1,4}|[ \n\t\u{a0}\u{200b}]{1,3}|👍|é|[.,“”]){0,30}") {
            let words: Vec<TextRange> = tokenize(&text).iter().map(|token| token.range).collect();
            let mut at = 0;
            for tile in tiles(&text, &words) {
                let gap = &text[at..tile.start()];
                prop_assert!(gap.is_empty() || (gap == " " && at > 0), "{gap:?}");
                at = tile.end();
            }
            prop_assert!(text[at..].is_empty() || &text[at..] == " ");
        }
    }
}

//! Golden articles: what Galley finds in each article of `tests/articles`, layer by layer.
//!
//! `NAME.golden` has a head (`published: 2025-02-09`, and a `known:` line for every result that is
//! wrong and known to be) and one section a layer, so that a change in one layer leaves the others
//! alone. Every golden has every section.
//!
//! `UPDATE_GOLDEN=1 cargo test golden` writes every section anew, `UPDATE_GOLDEN=times,quotes` only
//! those; read the difference before you commit it.

use crate::articles::{CASES, Case};
use crate::brackets::{self, Labelled};
use galley::document::Document;
use galley::document::ids::EntityId;
use galley::document::quotes::{MarkFault, Quote, Source, SourceKind, Utterance};
use galley::text::TextRange;
use std::collections::BTreeMap;
use std::fs;
use std::sync::Mutex;

/// One layer's section: its name, and how a document's layer is written there.
type Section = (&'static str, fn(&Document) -> String);

/// The sections, in the order they stand in a golden.
const SECTIONS: &[Section] = &[
    ("structure", structure),
    ("dateline", dateline),
    ("times", times),
    ("amounts", amounts),
    ("entities", entities),
    ("references", references),
    ("quotes", quotes),
    ("terms", terms),
    ("authors", authors),
    ("unpaired", unpaired),
];

macro_rules! layer_tests {
    ($($test:ident)*) => { $(#[test] fn $test() { check(stringify!($test).trim_start_matches("golden_")); })* };
}

layer_tests! {
    golden_structure golden_dateline golden_times golden_amounts
    golden_entities golden_references golden_quotes golden_terms golden_authors golden_unpaired
}

#[test]
fn there_are_articles() {
    assert!(CASES.len() >= 30, "only {} articles in tests/articles", CASES.len());
}

/// Goldens of several layers share files; one writes at a time.
static WRITING: Mutex<()> = Mutex::new(());

fn check(layer: &str) {
    let &(_, write) = SECTIONS.iter().find(|(name, _)| *name == layer).expect("a section of the table");
    let differing: Vec<String> = CASES.iter().filter_map(|case| compare(case, layer, write)).collect();
    assert!(
        differing.is_empty(),
        "{layer}: {} articles differ from their goldens.\n{}\nWhere the new result is right: UPDATE_GOLDEN={layer} cargo test golden",
        differing.len(),
        differing.join("\n"),
    );
}

/// What differs in one article's layer, first difference only; writes the section where asked to.
fn compare(case: &Case, layer: &str, write: fn(&Document) -> String) -> Option<String> {
    let found = write(&case.document);
    if is_to_update(layer) {
        update(case, layer, &found);
        return None;
    }
    let golden = Golden::read(case);
    let Some(expected) = golden.sections.get(layer) else {
        return Some(format!("{}: its golden has no section “{layer}”", case.name));
    };
    let (mut old, mut new) = (expected.lines(), found.lines());
    loop {
        match (old.next(), new.next()) {
            (None, None) => return None,
            (old, new) if old == new => {}
            (old, new) => {
                let shown = |line: Option<&str>| line.unwrap_or("(nothing more)").to_owned();
                return Some(format!("{}\n-{}\n+{}", case.name, shown(old), shown(new)));
            }
        }
    }
}

#[allow(clippy::disallowed_methods, reason = "tests ask whether to rewrite their goldens")]
fn is_to_update(layer: &str) -> bool {
    std::env::var("UPDATE_GOLDEN")
        .is_ok_and(|asked| asked == "1" || asked.split(',').any(|name| name == layer))
}

fn update(case: &Case, layer: &str, found: &str) {
    let _one_at_a_time = WRITING.lock();
    let mut golden = Golden::read(case);
    golden.sections.insert(layer.to_owned(), found.to_owned());
    fs::write(&case.golden, golden.write()).expect("a golden can be written");
}

/// A golden file: its head and its sections.
struct Golden {
    head: String,
    sections: BTreeMap<String, String>,
}

impl Golden {
    fn read(case: &Case) -> Golden {
        let file = fs::read_to_string(&case.golden).unwrap_or_default();
        let mut golden = Golden { head: String::new(), sections: BTreeMap::new() };
        let mut section: Option<&mut String> = None;
        for line in file.lines() {
            if let Some(name) = line.strip_prefix("== ") {
                section = Some(golden.sections.entry(name.to_owned()).or_default());
                continue;
            }
            let part = section.as_deref_mut().unwrap_or(&mut golden.head);
            *part += line;
            *part += "\n";
        }
        golden
    }

    fn write(&self) -> String {
        let present = SECTIONS.iter().filter_map(|(name, _)| Some((name, self.sections.get(*name)?)));
        let sections: String = present.map(|(name, section)| format!("== {name}\n{section}")).collect();
        self.head.clone() + &sections
    }
}

/// Marks in furniture are left out, as exports leave them out.
fn written(document: &Document, marks: impl Iterator<Item = Labelled>) -> String {
    let kept = marks.filter(|(range, _)| !document.is_furniture(*range)).collect();
    brackets::write(&document.article.text, kept)
}

fn structure(document: &Document) -> String {
    let paragraphs = document.layers.structure.iter();
    paragraphs.map(|p| format!("  {}: {}\n", p.part.name(), opening(document.words(p.range)))).collect()
}

/// The first words of a paragraph, so that a golden's lines stay short.
fn opening(words: &str) -> String {
    let short: String = words.chars().take(60).map(|c| if c.is_control() { ' ' } else { c }).collect();
    if short.len() < words.len() { short + "…" } else { short }
}

fn dateline(document: &Document) -> String {
    let Some(dateline) = &document.layers.dateline else { return String::new() };
    let part = |range: Option<TextRange>, label: String| range.map(|range| (range, label));
    let countries = dateline
        .places
        .iter()
        .map(|place| format!("{} {}", place.name, place.country.as_deref().unwrap_or("?")));
    let countries = countries.collect::<Vec<_>>().join(", ");
    let day = dateline.day.map_or("?".to_owned(), |day| day.to_string());
    let marks = [
        part(Some(dateline.range), "dateline".to_owned()),
        part(dateline.place, format!("place {countries}")),
        part(dateline.date, format!("date {day}")),
        part(dateline.agency, "agency".to_owned()),
    ];
    brackets::write(&document.article.text, marks.into_iter().flatten().collect())
}

fn times(document: &Document) -> String {
    let anchor = document.layers.anchor.map_or("none".to_owned(), |a| format!("{} ({:?})", a.day, a.basis));
    let marks =
        document.layers.times.iter().map(|time| {
            (time.range, format!("{} {}", time.kind.name(), time.value.as_deref().unwrap_or("?")))
        });
    format!("  anchor: {anchor}\n") + &written(document, marks)
}

fn amounts(document: &Document) -> String {
    written(document, document.layers.amounts.iter().map(|a| (a.range, a.kind.name().to_owned())))
}

fn entities(document: &Document) -> String {
    let marks = document.layers.mentions.iter().map(|mention| {
        (mention.range, mention.label.name().to_owned() + &whom(document, mention.entity, mention.range))
    });
    written(document, marks)
}

fn references(document: &Document) -> String {
    let marks = document.layers.references.iter().map(|reference| {
        (
            reference.range,
            reference.kind.name().to_owned() + &whom(document, reference.entity, reference.range),
        )
    });
    written(document, marks)
}

/// The entity's name, where it is not the very words.
fn whom(document: &Document, id: EntityId, range: TextRange) -> String {
    let name = &document.layers.entities[id.0 as usize].name;
    if name == document.words(range) { String::new() } else { format!(" {name}") }
}

/// Whom "they" stand for.
fn several(document: &Document, source: &Source) -> String {
    source.stands_for.map_or_else(String::new, |range| format!(" {}", document.words(range)))
}

fn quotes(document: &Document) -> String {
    let mut marks: Vec<Labelled> = Vec::new();
    for quote in &document.layers.quotes {
        marks.push((quote.range, format!("{} q{}{}", quote.kind.name(), quote.group, manner(quote))));
        if let Some(source) = &quote.source {
            let name = source
                .entity
                .map_or_else(|| several(document, source), |id| whom(document, id, source.range));
            let kind = match source.kind {
                SourceKind::Named => String::new(),
                kind => format!(" ({})", kind.name()),
            };
            marks.push((source.range, format!("source q{}{name}{kind}", quote.group)));
        }
        marks.extend(quote.addressee.map(|whom| (whom, format!("addressee q{}", quote.group))));
        marks.extend(quote.cue.map(|cue| (cue, format!("cue q{}", quote.group))));
    }
    marks.sort();
    marks.dedup();
    written(document, marks.into_iter())
}

/// " question", " denial", " attitude"; nothing for a plain statement.
fn manner(quote: &Quote) -> String {
    let utterance = Some(quote.utterance).filter(|kind| *kind != Utterance::Statement);
    let words = utterance.map(Utterance::name).into_iter().chain(quote.attitude.then_some("attitude"));
    words.map(|word| format!(" {word}")).collect()
}

fn terms(document: &Document) -> String {
    written(document, document.layers.terms.iter().map(|term| (term.range, "term".to_owned())))
}

fn authors(document: &Document) -> String {
    let marks = document.layers.authors.iter().flat_map(|author| {
        let parts = [(Some(author.name), "author"), (author.role, "role"), (author.place, "place")];
        parts.into_iter().filter_map(|(range, label)| Some((range?, label.to_owned())))
    });
    written(document, marks)
}

fn unpaired(document: &Document) -> String {
    let fault = |fault| match fault {
        MarkFault::NeverClosed => "never closed",
        MarkFault::NeverOpened => "never opened",
    };
    let marks = document.layers.unpaired.iter().map(|mark| (mark.range, fault(mark.fault).to_owned()));
    written(document, marks)
}

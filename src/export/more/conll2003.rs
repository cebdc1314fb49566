//! CoNLL-2003: a word a line in four columns, a blank line after a sentence. Nothing is counted in it.
//!
//! ```text
//! -DOCSTART- -X- -X- O
//!
//! Ada -X- -X- B-PER
//! Quist -X- -X- I-PER
//! left -X- -X- O
//! . -X- -X- O
//! ```
//!
//! The labels are the four of the shared task, `PER ORG LOC MISC`, in the IOB2 scheme; Galley tags neither parts of
//! speech nor chunks.

use super::losses::Keeps;
use super::tokens::{Words, iob};
use crate::document::Document;
use crate::document::entities::Label;
use crate::export::wanted::Wanted;
use crate::export::written::{Format, Programs, Write};
use crate::standoff::{Family, Kind, Span, Standoff};

/// CoNLL-2003.
pub const FORMAT: Format = Format {
    id: "conll2003",
    name: "CoNLL-2003",
    about: "A word a line with the four labels of the shared task, to train and to score name taggers.",
    extension: "conll",
    mime: "text/plain",
    write: Write::Text(write),
    programs: Programs { line: None, losses },
};

fn losses(document: &Document, wanted: &Wanted) -> Vec<String> {
    const KEEPS: Keeps = Keeps { name: "CoNLL-2003", families: &[Family::Names], facts: &[], links: &[] };
    let mut losses = KEEPS.losses(document, wanted);
    let other = |label: Label| label_of(label) == "MISC";
    let misc = document.layers.mentions.iter().filter(|mention| other(mention.label)).count();
    if misc > 0 {
        losses.push(format!("CoNLL-2003 calls groups, events, works and products MISC: {misc} here."));
    }
    losses
}

/// The shared task's label.
fn label_of(label: Label) -> &'static str {
    match label {
        Label::Person => "PER",
        Label::Organisation => "ORG",
        Label::Place => "LOC",
        Label::Group | Label::Event | Label::Work | Label::Product => "MISC",
    }
}

fn write(document: &Document, wanted: &Wanted) -> String {
    let standoff = Standoff::of(document, wanted.filter.furniture);
    let name = |span: &&Span| matches!(span.kind, Kind::Name(_));
    let names: Vec<&Span> = standoff.spans.iter().filter(name).collect();
    let words = Words::of(&standoff, &names);
    let labels = words.labelled(names.iter().filter_map(|span| match span.kind {
        Kind::Name(label) => Some((span.range, label_of(label))),
        _ => None,
    }));
    let mut out = String::from("-DOCSTART- -X- -X- O\n\n");
    for sentence in words.kept(&standoff, wanted) {
        for at in sentence {
            out.extend([words.words[at].of(&standoff.text), " -X- -X- ", &iob(labels[at]), "\n"]);
        }
        out.push('\n');
    }
    out
}

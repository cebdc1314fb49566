//! How the command line reads files that are annotated already, and writes any format.

use super::about;
use galley::annotate::annotate_with;
use galley::document::Document;
use galley::document::own_names::OwnNames;
use galley::export::{Format, Wanted};
use galley::import::LARGEST;
use galley::import::annotated::{self, Reader};
use galley::review::{Corrections, carry, reviewed, told};
use galley::standoff::Built;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

/// Reads one format and writes another.
pub fn convert(input: impl Read, from: Option<&'static Reader>, to: &Format, all: bool) -> io::Result<bool> {
    let document = read(input, from)?.document;
    write(&document, to, all)
}

/// Writes a document; what the format cannot carry is told beside it.
pub fn write(document: &Document, format: &Format, all: bool) -> io::Result<bool> {
    let wanted = Wanted::usual(all);
    for loss in (format.programs.losses)(document, &wanted) {
        eprintln!("galley: {loss}");
    }
    io::stdout().write_all(&format.bytes(document, &wanted))?;
    Ok(true)
}

/// Reads a file that is annotated already; what was left out of it is told.
fn read(input: impl Read, from: Option<&'static Reader>) -> io::Result<Built> {
    let mut bytes = Vec::new();
    input.take(LARGEST as u64 + 1).read_to_end(&mut bytes)?;
    let refused = |sentence| io::Error::new(io::ErrorKind::InvalidData, sentence);
    let built = annotated::read(&bytes, from).map_err(refused)?;
    built.losses.iter().for_each(|loss| eprintln!("galley: {loss}"));
    Ok(built)
}

/// The document with what a person decided in a file of the same article, or of an earlier draft of it: what the file
/// has otherwise than Galley. Decisions that hold no longer are told.
pub fn corrected(document: &Document, path: &Path, names: &OwnNames) -> io::Result<Document> {
    let file = File::open(path).and_then(|file| read(file, None)).map_err(|error| about(path, &error))?;
    let own = annotate_with(file.document.article.clone(), names);
    let decided = told(&own, &file.document, file.losses.is_empty());
    let corrections = carried(&own, decided, document);
    let (document, lost) = reviewed(document, &corrections);
    for lost in lost {
        let (words, choice) = (lost.at.words(), lost.choice());
        eprintln!(
            "galley: what was decided of “{words}” ({choice}) is not applied: Galley reads it otherwise here"
        );
    }
    Ok(document)
}

/// The decisions about the text of a file, in the article at hand. Those whose words it does not have are told.
fn carried(own: &Document, decided: Corrections, document: &Document) -> Corrections {
    if own.article.text == document.article.text {
        return decided;
    }
    let (carried, ..) = carry(&own.article, &decided, &mut document.article.clone());
    match decided.iter().count() - carried.iter().count() {
        0 => {}
        1 => eprintln!("galley: 1 decision is not applied: its words are not in this article"),
        lost => eprintln!("galley: {lost} decisions are not applied: their words are not in this article"),
    }
    carried
}

//! How the command line reads files that are annotated already, and writes any format.

use galley::document::Document;
use galley::document::quotes::Quote;
use galley::document::reason::Basis;
use galley::export::{Format, Wanted, html};
use galley::import::annotated::{LARGEST, Reader, guess};
use galley::review::{Correction, Corrections, needs_review, review};
use galley::standoff::Built;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

/// Reads one format and writes another.
pub fn convert(input: impl Read, from: Option<&'static Reader>, to: &Format, all: bool) -> io::Result<bool> {
    let document = read(input, from)?;
    write(&document, to, all)
}

/// Writes a document; what the format cannot carry is told beside it.
pub fn write(document: &Document, format: &Format, all: bool) -> io::Result<bool> {
    let wanted = Wanted { style: html::PROOF_STYLE, ..Wanted::usual(all) };
    for loss in (format.programs.losses)(document, &wanted) {
        eprintln!("galley: {loss}");
    }
    io::stdout().write_all(&format.bytes(document, &wanted))?;
    Ok(true)
}

/// Reads a file that is annotated already; what was left out of it is told.
fn read(input: impl Read, from: Option<&'static Reader>) -> io::Result<Document> {
    let refused = |sentence: String| io::Error::new(io::ErrorKind::InvalidData, sentence);
    let mut bytes = Vec::new();
    input.take(LARGEST as u64 + 1).read_to_end(&mut bytes)?;
    let reader = from.or_else(|| guess(&bytes)).ok_or_else(|| refused(UNKNOWN.to_owned()))?;
    let Built { document, losses } = reader.read(&bytes).map_err(refused)?;
    losses.iter().for_each(|loss| eprintln!("galley: {loss}"));
    Ok(document)
}

const UNKNOWN: &str = "this file is in none of the formats that convert reads; \
    say which with --from, or mark it as an article: galley annotate";

/// The document with the speakers that a person decided in a file of the same article. Those that hold no longer are
/// told.
pub fn corrected(document: &Document, path: &Path) -> io::Result<Document> {
    let about = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", path.display()));
    let decided = File::open(path).and_then(|file| read(file, None)).map_err(about)?;
    let corrections = decisions(&decided);
    for lost in needs_review(document, &corrections) {
        let words = lost.at.words();
        eprintln!(
            "galley: the speaker decided for “{words}” ({}) is not applied: Galley reads it otherwise here",
            lost.choice()
        );
    }
    Ok(review(document, &corrections))
}

/// What a person decided, quotation by quotation.
fn decisions(decided: &Document) -> Corrections {
    let mut corrections = Corrections::default();
    let by_person = |quote: &Quote| quote.why.rule.basis() == Basis::Decided;
    let quotes = decided.layers.quotes.iter().enumerate().filter(|(_, quote)| by_person(quote));
    for (piece, quote) in quotes {
        let speaker = quote.source.as_ref().and_then(|source| source.entity);
        if let Some(correction) = Correction::speaker(decided, piece, speaker) {
            corrections.decide(correction);
        }
    }
    corrections
}

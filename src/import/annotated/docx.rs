//! Word: the text of a document with its comments. Those that name a kind of mark, as Galley writes them, are marks. Nothing is
//! counted in it.
//!
//! Deleted text is never read, inserted text is; so are tabs and breaks. What stands above the article in Galley's own
//! styles is left out. The words of a comment tell the mark, so whoever changes "Person: Ada Quist" changes the mark.

mod comment;
mod words;

use super::marked::{Marked, left_out};
use super::unpack::Zip;
use crate::standoff::Standoff;

/// The part that holds the words.
pub(super) const DOCUMENT: &str = "word/document.xml";

pub(super) fn read(mut zip: Zip<'_>) -> Result<Marked, String> {
    let document =
        zip.text(DOCUMENT)?.ok_or_else(|| format!("this is no .docx file: it lacks {DOCUMENT}"))?;
    let comments = zip.text("word/comments.xml")?.unwrap_or_default();
    let words = words::read(&document)?;
    let texts = words::comments(&comments)?;
    let mut standoff = Standoff { text: words.text, ..Standoff::default() };
    for (id, range) in &words.ranges {
        standoff.spans.extend(texts.get(id).into_iter().flat_map(|text| comment::spans(text, *range)));
    }
    comment::name(&mut standoff);
    let mut losses = Vec::new();
    left_out(&mut losses, words.deleted, ["deleted passage", "deleted passages"]);
    Ok(Marked { standoff, losses })
}

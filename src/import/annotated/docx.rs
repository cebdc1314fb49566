//! Word: the text of a document with those of its comments that name a kind of mark, as Galley writes them. Nothing is
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
    let mut others = 0;
    for (id, range) in &words.ranges {
        let spans = texts.get(id).map(|text| comment::spans(text, *range)).unwrap_or_default();
        others += usize::from(spans.is_empty());
        standoff.spans.extend(spans);
    }
    comment::name(&mut standoff);
    let mut losses = Vec::new();
    left_out(
        &mut losses,
        others,
        ["comment that names no mark of Galley’s", "comments that name no marks of Galley’s"],
    );
    left_out(&mut losses, words.deleted, ["deleted passage", "deleted passages"]);
    Ok(Marked { standoff, losses })
}

//! The words alone, for a mail or a content system. Nothing is counted.

use super::Programs;
use crate::document::Document;
use crate::document::part::Part;
use crate::export::clean::{Words, plain};
use crate::export::{Format, Wanted, Write};
use crate::view::blocks::blocks;
use crate::view::index::part_at;

/// Clean text.
pub const FORMAT: Format = Format {
    id: "text",
    name: "Text",
    about: "The words alone, a blank line between paragraphs, without the page’s furniture.",
    styled: false,
    extension: "txt",
    mime: "text/plain",
    write: Write::Text(write),
    programs: Programs { line: None, losses: |_, _| vec!["Text leaves out every mark.".into()] },
};

fn write(document: &Document, wanted: &Wanted) -> String {
    let mut text = plain(&words(document, wanted.filter.furniture));
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

/// The paragraphs as they are set, without the page's furniture unless it is wanted.
pub(super) fn words(document: &Document, furniture: bool) -> Vec<Words> {
    let blocks = blocks(&document.article).into_iter();
    let parts = blocks.map(|block| (block, part_at(document, block.range.start())));
    let kept = parts.filter(|(_, part)| furniture || *part != Part::Furniture);
    kept.map(|(block, part)| {
        let block = block.read_as(part);
        Words { shape: block.shape, text: document.words(block.range).to_owned() }
    })
    .collect()
}

//! The words alone, for a mail or a content system. Nothing is counted.

use super::article::paragraphs;
use crate::document::Document;
use crate::export::clean::{Words, plain};
use crate::export::wanted::Wanted;
use crate::export::written::{Format, Programs, Write};
use crate::view::blocks::Block;

/// Clean text.
pub const FORMAT: Format = Format {
    id: "text",
    name: "Text",
    about: "The words alone, a blank line between paragraphs, without the page’s furniture.",
    extension: "txt",
    mime: "text/plain",
    write: Write::Text(write),
    programs: Programs { line: None, losses: |_, _| vec!["Text leaves out every mark and comment.".into()] },
};

fn write(document: &Document, wanted: &Wanted) -> String {
    let mut text = plain(&words(document, wanted));
    if !text.is_empty() {
        text.push('\n');
    }
    text
}

/// The words of the paragraphs that are wanted.
pub(super) fn words(document: &Document, wanted: &Wanted) -> Vec<Words> {
    let words = |(block, _): (Block, _)| Words::of(document, &document.article.looks, block);
    paragraphs(document, wanted).into_iter().map(words).collect()
}

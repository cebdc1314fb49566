//! What several formats tell of an article.

use crate::document::Document;
use crate::document::entities::Entity;
use crate::document::part::Part;
use crate::export::wanted::Wanted;
use crate::text::checksum;
use crate::view::blocks::{Block, blocks};
use crate::view::index::part_at;
use std::collections::BTreeSet;

/// The sum that names an article: the same text has the same.
pub(super) fn sum(text: &str) -> String {
    format!("{:016x}", checksum(text.as_bytes()))
}

/// The address of an article where a format wants one.
pub(super) fn address(text: &str) -> String {
    ["urn:galley:", &sum(text)].concat()
}

/// The paragraphs as they are set, without the page's furniture unless it is wanted, each with its part.
pub(super) fn paragraphs(document: &Document, wanted: &Wanted) -> Vec<(Block, Part)> {
    let parts =
        blocks(&document.article).into_iter().map(|block| (block, part_at(document, block.range.start())));
    let kept = parts.filter(|(_, part)| wanted.filter.furniture || *part != Part::Furniture);
    kept.map(|(block, part)| (block.read_as(part), part)).collect()
}

/// Whom the article names outside the page's furniture (or there too, where it is wanted), each once, with the place
/// among the entities.
pub(super) fn named<'d>(document: &'d Document, wanted: &Wanted) -> Vec<(usize, &'d Entity)> {
    let layers = &document.layers;
    let kept = layers.mentions.iter().filter(|m| wanted.filter.furniture || !document.is_furniture(m.range));
    let named: BTreeSet<usize> = kept.map(|mention| mention.entity.0 as usize).collect();
    named.into_iter().map(|at| (at, &layers.entities[at])).collect()
}

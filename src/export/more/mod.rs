//! The formats but Galley's own two: for people, for annotators, for programs, for the desk's other systems.

mod losses;
mod office;
mod table;
mod tokens;
mod xml;
mod zipped;

pub mod brat;
pub mod conll2003;
pub mod conllu;
pub mod csv;
pub mod doccano;
pub mod docx;
pub mod jsonl;
pub mod label_studio;
pub mod markdown;
pub mod ninjs;
pub mod nitf;
pub mod recogito;
pub mod schema_org;
pub mod spacy;
pub mod tei;
pub mod text;
pub mod uima;
pub mod w3c;
pub mod xlsx;

use super::{Programs, Wanted};
use crate::document::Document;
use crate::document::entities::Entity;
use crate::document::part::Part;
use crate::text::checksum;
use crate::view::blocks::{Block, blocks};
use crate::view::index::part_at;
use serde_json::Value;
use std::collections::BTreeSet;

/// JSON for files: indented, with an end of line.
fn pretty(value: &Value) -> String {
    // What is made of strings and numbers always serialises.
    let mut json = serde_json::to_string_pretty(value).unwrap_or_default();
    json.push('\n');
    json
}

/// The sum that names an article: the same text has the same.
fn sum(text: &str) -> String {
    format!("{:016x}", checksum(text.as_bytes()))
}

/// The address of an article where a format wants one.
fn address(text: &str) -> String {
    ["urn:galley:", &sum(text)].concat()
}

/// The paragraphs as they are set, without the page's furniture unless it is wanted, each with its part.
fn paragraphs(document: &Document, wanted: &Wanted) -> Vec<(Block, Part)> {
    let parts =
        blocks(&document.article).into_iter().map(|block| (block, part_at(document, block.range.start())));
    let kept = parts.filter(|(_, part)| wanted.filter.furniture || *part != Part::Furniture);
    kept.map(|(block, part)| (block.read_as(part), part)).collect()
}

/// Whom the article names outside the page's furniture (or there too, where it is wanted), each once, with the place
/// among the entities.
fn named<'d>(document: &'d Document, wanted: &Wanted) -> Vec<(usize, &'d Entity)> {
    let layers = &document.layers;
    let kept = layers.mentions.iter().filter(|m| wanted.filter.furniture || !document.is_furniture(m.range));
    let named: BTreeSet<usize> = kept.map(|mention| mention.entity.0 as usize).collect();
    named.into_iter().map(|at| (at, &layers.entities[at])).collect()
}

/// The first characters, whole ones, that fit into so many UTF-16 units.
fn within(characters: impl Iterator<Item = char>, mut room: usize) -> String {
    let fits = characters.take_while(|c| {
        let left = room.checked_sub(c.len_utf16());
        room = left.unwrap_or(0);
        left.is_some()
    });
    fits.collect()
}

#[cfg(test)]
mod tests;

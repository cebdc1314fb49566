//! The formats beside the page's two: for people, for annotators, for programs, for the desk's other systems.

mod losses;
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

use super::{FORMATS, Format, Wanted, Write};
use crate::document::Document;
use serde_json::Value;

/// What programs ask of a format.
pub struct Programs {
    /// The document as one JSON object, where the format has one a document, so that many documents are as many lines.
    pub line: Option<fn(document: &Document, wanted: &Wanted) -> Value>,
    /// What it will not carry of a document, a sentence each.
    pub losses: fn(document: &Document, wanted: &Wanted) -> Vec<String>,
}

/// The formats that only builds with the feature `formats` have, in the order menus show them.
pub const MORE_FORMATS: &[Format] = &[
    text::FORMAT,
    markdown::FORMAT,
    docx::FORMAT,
    xlsx::FORMAT,
    csv::ENTITIES,
    csv::QUOTES,
    csv::TIMES,
    w3c::FORMAT,
    recogito::FORMAT,
    spacy::FORMAT,
    brat::FORMAT,
    brat::PLAIN,
    conll2003::FORMAT,
    conllu::FORMAT,
    label_studio::FORMAT,
    label_studio::CONFIG,
    doccano::FORMAT,
    uima::FORMAT,
    schema_org::FORMAT,
    tei::FORMAT,
    nitf::FORMAT,
    ninjs::FORMAT,
    ninjs::FORMAT_1,
    jsonl::FORMAT,
];

/// Every format there is.
pub fn every_format() -> impl Iterator<Item = &'static Format> {
    FORMATS.iter().chain(MORE_FORMATS)
}

impl Format {
    /// Writes the format.
    pub fn bytes(&self, document: &Document, wanted: &Wanted) -> Vec<u8> {
        match self.write {
            Write::Text(write) => write(document, wanted).into_bytes(),
            Write::Bytes(write) => write(document, wanted),
        }
    }
}

/// JSON for files: indented, with an end of line.
fn pretty(value: &Value) -> String {
    // What is made of strings and numbers always serialises.
    let mut json = serde_json::to_string_pretty(value).unwrap_or_default();
    json.push('\n');
    json
}

/// The sum that names an article where a format wants an address: the same text has the same.
fn sum(text: &str) -> String {
    let step = |sum: u64, byte: u8| (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    format!("{:016x}", text.bytes().fold(0xcbf2_9ce4_8422_2325, step))
}

#[cfg(test)]
mod tests;

//! A format, and how it is written.

use super::wanted::Wanted;
use crate::document::Document;
use serde_json::Value;

/// A format a document can be written in.
pub struct Format {
    /// The word after `--format` and in menus.
    pub id: &'static str,
    /// Its name for people.
    pub name: &'static str,
    /// What it is for, one sentence.
    pub about: &'static str,
    /// File name extension, without a point.
    pub extension: &'static str,
    /// Media type.
    pub mime: &'static str,
    /// Writes what is wanted of a document.
    pub write: Write,
    /// What programs ask of it.
    pub programs: Programs,
}

/// How a format is written.
#[derive(Clone, Copy)]
pub enum Write {
    /// As text.
    Text(fn(document: &Document, wanted: &Wanted) -> String),
    /// As bytes that are no text.
    Bytes(fn(document: &Document, wanted: &Wanted) -> Vec<u8>),
}

/// What programs ask of a format.
pub struct Programs {
    /// The document as one JSON object, where the format has one a document, so that many documents are as many lines.
    pub line: Option<fn(document: &Document, wanted: &Wanted) -> Value>,
    /// What it will not carry of a document, a sentence each.
    pub losses: fn(document: &Document, wanted: &Wanted) -> Vec<String>,
}

impl Format {
    /// Writes a format of text; one that is none gives no text.
    pub fn text(&self, document: &Document, wanted: &Wanted) -> String {
        match self.write {
            Write::Text(write) => write(document, wanted),
            Write::Bytes(_) => String::new(),
        }
    }

    /// Writes the format.
    pub fn bytes(&self, document: &Document, wanted: &Wanted) -> Vec<u8> {
        match self.write {
            Write::Text(write) => write(document, wanted).into_bytes(),
            Write::Bytes(write) => write(document, wanted),
        }
    }
}

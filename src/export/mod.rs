//! Formats: one file each, listed once in [`FORMATS`].

pub mod html;
pub mod json;

use crate::document::Document;

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
    /// Writes a document.
    pub write: fn(document: &Document, wishes: &Wishes) -> String,
}

/// What a format is told besides the document.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    /// The page's furniture is kept.
    pub all: bool,
    /// The proof's style sheet, `style/proof.css`. The page has fetched it already, and does not carry it twice.
    pub style: String,
}

/// Every format, in the order menus show them.
pub const FORMATS: &[Format] = &[json::FORMAT, html::FORMAT];

/// The format of that id.
pub fn format(id: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.id == id)
}

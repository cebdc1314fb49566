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
    /// Writes a document; `all` keeps the page's furniture.
    pub write: fn(document: &Document, all: bool) -> String,
}

/// Every format, in the order menus show them.
pub const FORMATS: &[Format] = &[json::FORMAT, html::FORMAT];

/// The format of that id.
pub fn format(id: &str) -> Option<&'static Format> {
    FORMATS.iter().find(|format| format.id == id)
}

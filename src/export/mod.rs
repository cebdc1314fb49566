//! Formats: one file each, listed once in [`FORMATS`] and [`MORE_FORMATS`].
//!
//! The page knows the two that it has always had; the rest, which needs more code than a first visit may load, is
//! built with the feature `formats`. Every file says in its head in which unit its format counts.

pub mod clean;
pub mod html;
pub mod json;
pub mod marked;

#[cfg(feature = "formats")]
mod more;

use crate::document::Document;
use crate::view::LayerSet;
use crate::view::index::Filter;
use jiff::civil::DateTime;
#[cfg(feature = "formats")]
pub use more::{MORE_FORMATS, Programs, every_format};

/// A format a document can be written in.
pub struct Format {
    /// The word after `--format` and in menus.
    pub id: &'static str,
    /// Its name for people.
    pub name: &'static str,
    /// What it is for, one sentence.
    pub about: &'static str,
    /// The style sheet of the proof stands in it: [`Wanted::style`].
    pub styled: bool,
    /// File name extension, without a point.
    pub extension: &'static str,
    /// Media type.
    pub mime: &'static str,
    /// Writes what is wanted of a document.
    pub write: Write,
    /// What programs ask of it.
    #[cfg(feature = "formats")]
    pub programs: Programs,
}

/// How a format is written.
#[derive(Clone, Copy)]
pub enum Write {
    /// As text.
    Text(fn(document: &Document, wanted: &Wanted) -> String),
    /// As bytes that are no text.
    #[cfg(feature = "formats")]
    Bytes(fn(document: &Document, wanted: &Wanted) -> Vec<u8>),
}

impl Format {
    /// Writes a format of text; one that is none gives no text.
    pub fn text(&self, document: &Document, wanted: &Wanted) -> String {
        match self.write {
            Write::Text(write) => write(document, wanted),
            #[cfg(feature = "formats")]
            Write::Bytes(_) => String::new(),
        }
    }
}

/// What of a document is wanted in a file. A format for people shows the marks that are wanted; one for programs
/// has all, but for the page's furniture.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// The marks, and whether furniture has any.
    pub filter: Filter,
    /// The layers.
    pub layers: LayerSet,
    /// The moment at which the file is made, by its maker's clock, where there is one: the engine has none.
    pub made: Option<DateTime>,
    /// The proof's style sheet, `style/proof.css`. The page has fetched it already, and does not carry it twice.
    pub style: &'a str,
}

impl Wanted<'_> {
    /// What somebody gets who has chosen nothing; with the marks of the page's furniture where `furniture` says so.
    pub fn usual(furniture: bool) -> Self {
        Wanted { filter: Filter { furniture, least: 0 }, layers: LayerSet::USUAL, made: None, style: "" }
    }
}

/// The formats that the page has, in the order menus show them.
pub const FORMATS: &[Format] = &[json::FORMAT, html::FORMAT];

/// The format of that id.
pub fn format(id: &str) -> Option<&'static Format> {
    #[cfg(feature = "formats")]
    let mut formats = every_format();
    #[cfg(not(feature = "formats"))]
    let mut formats = FORMATS.iter();
    formats.find(|format| format.id == id)
}

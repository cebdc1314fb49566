//! Formats: one file each, listed once in [`FOR_PEOPLE`] and [`FOR_PROGRAMS`].
//!
//! They need more code than a first visit may load, so they are built with the feature `formats`: into the command line,
//! and into a file of their own that the page loads when somebody asks for one. Without it there is what is copied out
//! of the page. Every file says in its head in which unit its format counts.

pub mod attributed;
pub mod clean;
pub mod fragment;
pub mod ledger;
pub mod marked;

#[cfg(feature = "formats")]
mod format;
#[cfg(feature = "formats")]
pub mod html;
#[cfg(feature = "formats")]
pub mod json;
#[cfg(feature = "formats")]
mod more;

use crate::view::LayerSet;
use crate::view::index::Filter;
#[cfg(feature = "formats")]
pub use format::{FOR_PEOPLE, FOR_PROGRAMS, Format, Programs, Write, every_format, format};
use jiff::civil::DateTime;

/// What of a document is wanted in a file. A format for people shows the marks that are wanted; one for programs
/// has all, but for the page's furniture.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// The marks, and whether furniture has any.
    pub filter: Filter,
    /// The layers.
    pub layers: LayerSet,
    /// The moment at which the file is made, by its maker's clock, where there is one: the engine has none.
    pub made: Option<DateTime>,
}

impl Wanted {
    /// What somebody gets who has chosen nothing; with the marks of the page's furniture where `furniture` says so.
    pub fn usual(furniture: bool) -> Self {
        Wanted { filter: Filter { furniture, least: 0 }, layers: LayerSet::USUAL, made: None }
    }
}

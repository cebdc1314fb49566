//! What of a document is wanted in a file.

use crate::view::LayerSet;
use crate::view::index::Filter;
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

//! What to draw: each paragraph as text and nested marks, the notes for its margin, the card of a
//! mark, the ledger of an article. Plain data, so that screen, print and HTML export say the same.

pub mod blocks;
pub mod card;
pub mod changed;
pub mod checked;
pub mod chunks;
pub mod dates;
pub mod decide;
pub mod explain;
pub mod extent;
pub mod findings;
pub mod folds;
pub mod html;
pub mod index;
mod layers;
pub mod ledger;
pub mod links;
mod marks;
pub mod notes;
pub mod origin;
pub mod parts;
mod pieces;
pub mod quoted;
pub mod spans;
pub mod speakers;
pub mod spoken;
pub mod timeline;
pub mod verdict;

#[cfg(test)]
mod contrast;
#[cfg(test)]
pub(crate) mod sample;

pub use layers::{LAYERS, Layer, LayerInfo, LayerSet};
pub use marks::{Mark, MarkId, marks};
pub use pieces::{Marks, Piece, paragraph};

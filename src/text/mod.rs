//! Positions in a text: byte ranges inside, other units only at the edges.

pub mod days;
mod edit;
mod letters;
mod mend;
mod offsets;
pub mod order;
mod range;
mod sum;

pub use edit::Edit;
pub use letters::{capital, last_place, lower, upper};
pub use mend::{is_cut, is_invisible, is_line_end, mend};
pub use offsets::OffsetMap;
pub use range::TextRange;
pub use sum::checksum;

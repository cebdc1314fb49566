//! Positions in a text: byte ranges inside, other units only at the edges.

mod mend;
mod offsets;
pub mod order;
mod range;

pub use mend::{is_cut, mend};
pub use offsets::OffsetMap;
pub use range::TextRange;

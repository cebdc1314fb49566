//! Positions in a text: byte ranges inside, other units only at the edges.

mod offsets;
pub mod order;
mod range;

pub use offsets::OffsetMap;
pub use range::TextRange;

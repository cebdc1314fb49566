//! Positions in a text: byte ranges inside, other units only at the edges.

mod offsets;
mod range;

pub use offsets::OffsetMap;
pub use range::TextRange;

//! What people paste or drop, made into an article: one file per format.

mod blocks;
mod bytes;
mod formats;
pub mod markdown;
pub mod plain;

pub use blocks::{Blocks, Role, tag_role};
pub use bytes::{LIMIT, Refusal, decode};
pub use formats::{FORMATS, Format, Kind, accepted, kind_of};

use crate::article::Article;

/// What a paste, a drop or a file gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The article.
    pub article: Article,
    /// How many control characters were left out.
    pub dropped: usize,
}

//! Word tables, gazetteers and models, packed into the engine. `CARD.md` tells of each.
//!
//! `words` is the one table of words and phrases. It is built from the packed lists
//! (`packed/`, made by `cargo xtask pack`) and the tables people edit (`tables/*.tsv`).

mod classes;

mod fold;

mod places;

mod quick;

mod words;

mod build;

pub use build::kind_in_name;
pub use classes::Classes;
pub use fold::fold;
pub use places::Place;
pub(crate) use quick::quick_hash;
pub use quick::{QuickMap, QuickSet};
pub use words::{Entry, Match, Words};

/// The checksum of a packed table, as its card states it.
pub use crate::text::checksum;
use std::sync::OnceLock;

static WORDS: OnceLock<Words> = OnceLock::new();

/// The table of words and phrases, built at the first call (a few milliseconds).
pub fn words() -> &'static Words {
    WORDS.get_or_init(|| build::build(false))
}

/// Leaves `world.txt` and `regions.txt` out of the table for the whole run, if nobody has asked for it yet:
/// what the word tagger learns with, so that it does not lean on the lists.
pub fn leave_out_world() {
    let _ = WORDS.set(build::build(true));
}

#[cfg(test)]
mod tests;

//! Word tables, gazetteers and models, packed into the engine. `CARD.md` tells of each.
//!
//! `words` is the one table of words and phrases. `cargo xtask words` lays it out (`packed/words.txt`) from the other
//! packed lists (made by `cargo xtask pack`) and the tables people edit (`tables/*`).

mod classes;

mod fold;

mod places;

mod quick;

mod words;

mod layout;

mod read;

#[cfg(any(test, feature = "xtask"))]
mod build;

#[cfg(any(test, feature = "xtask"))]
mod gathered;

pub use classes::Classes;
pub use fold::fold;
pub use places::{Place, kind_in_name};
pub(crate) use quick::quick_hash;
pub use quick::{QuickMap, QuickSet};
pub use words::{Entry, Match, Words};

/// The checksum of a packed table, as its card states it.
pub use crate::text::checksum;
use std::sync::OnceLock;

static WORDS: OnceLock<Words> = OnceLock::new();

/// The table of words and phrases, read at the first call (a few milliseconds).
pub fn words() -> &'static Words {
    WORDS.get_or_init(|| read::read(include_str!("packed/words.txt")))
}

/// What `packed/words.txt` is to hold: all lists and tables in one, as it lies.
#[cfg(any(test, feature = "xtask"))]
pub fn lay_out_words() -> String {
    build::build(false)
}

/// Leaves `world.txt` and `regions.txt` out of the table for the whole run, if nobody has asked for it yet:
/// what the word tagger learns with, so that it does not lean on the lists.
#[cfg(feature = "xtask")]
pub fn leave_out_world() {
    let _ = WORDS.set(read::read(build::build(true).leak()));
}

#[cfg(test)]
mod tests;

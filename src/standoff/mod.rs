//! An annotated article as other programs keep it: the text, spans of it with a label and facts, and links between
//! spans. Formats that mark stretches of a text are written from it and read into it, so each needs to say only how
//! it spells them; [`build()`] makes a document of it again.
//!
//! ```text
//! “We go,” she said.       span DIRECT_QUOTE group=q1      ── spoken_by ──► span PRONOUN entity=e1
//! ^^^^^^^^ ^^^ ^^^^                                         ── reported_by ► span CUE
//! ```
//!
//! Positions are bytes, as everywhere inside. What the facts of [`Key`] do not tell stays behind: the words a rule
//! relied on, the days that relative times could be counted from, what an expression of time says by itself, the
//! gender of a person, and quotation marks without their other half.

mod beside;
mod build;
mod entities;
mod facts;
mod gather;
mod kinds;
mod notes;
mod quotes;
mod spans;

pub use beside::{BESIDE, Beside};
pub use build::{Built, build};
pub use kinds::{Family, KINDS, Key, Kind, LinkKind};
pub use notes::{decoded, encoded};
pub use spans::{Link, Span, Standoff, own_label};

#[cfg(test)]
mod tests;

//! People's decisions, kept as corrections over the machine's result, which stays as it was.
//!
//! ```text
//! Document + Corrections ── review ──► reviewed Document   (what is drawn and exported)
//!                        └─ needs_review ──► corrections whose words are gone
//! ```
//!
//! A correction is tied to its words: by their place, by the words themselves and by a little of
//! what stands around them. Where one of the three differs it is not applied, however like the
//! words elsewhere look, and a person is told.

mod anchor;
mod apply;
mod by_hand;
mod carry;
mod correction;
mod fates;
mod names;
mod passages;
mod quotations;
mod speaker;
mod times;
mod told;
mod touched;

#[cfg(test)]
mod tests;

pub use anchor::Anchor;
pub use apply::{needs_review, review, reviewed};
pub use carry::{Carried, Lost, carry, changes, is_draft_of};
pub use correction::{Change, Correction, Corrections, Reach, Speaker};
pub use fates::{Fate, fates};
pub use names::same_words;
pub use times::is_value;
pub use told::{told, untold};
pub use touched::{Touched, touched};

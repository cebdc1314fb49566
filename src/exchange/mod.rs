//! Messages between the page and the worker that writes and reads formats.
//!
//! ```text
//! page   Ask::Write, a document ─────► worker     a worker of its own for each question,
//!        ◄──── Answer::File, its bytes            so that a file that breaks it breaks nothing else
//! ```
//!
//! A message is postcard bytes and, after them, the bytes of the file that it is about, as they are.

#[cfg(feature = "formats")]
mod answer;
#[cfg(feature = "formats")]
mod link;
#[cfg(feature = "formats")]
mod menu;
mod messages;
#[cfg(feature = "formats")]
mod told;

#[cfg(feature = "formats")]
pub use answer::answer;
pub use messages::{Answer, Ask, At, LINK, Shown, message, read, to_share};

//! Formats: one file each, listed once in [`FOR_PEOPLE`] and [`FOR_PROGRAMS`].
//!
//! They need more code than a first visit may load, so they are built with the feature `formats`: into the command line,
//! and into a file of their own that the page loads when somebody asks for one. Without it there is what is copied out
//! of the page. Every file says in its head in which unit its format counts.

pub mod attributed;
pub mod clean;
pub mod fragment;
pub mod ledger;
pub mod marked;

#[cfg(feature = "formats")]
mod format;
#[cfg(feature = "formats")]
pub mod html;
#[cfg(feature = "formats")]
pub mod json;
#[cfg(feature = "formats")]
pub mod links;
#[cfg(feature = "formats")]
mod more;
mod wanted;
#[cfg(feature = "formats")]
mod written;

#[cfg(feature = "formats")]
pub use format::{FOR_PEOPLE, FOR_PROGRAMS, every_format, format};
pub use wanted::Wanted;
#[cfg(feature = "formats")]
pub use written::{Format, Programs, Write};

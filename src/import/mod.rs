//! What people paste or drop, made into an article: one file per format.

#[cfg(feature = "formats")]
pub mod annotated;
mod bytes;
#[cfg(feature = "formats")]
pub mod drafts;
mod flavours;
mod foreign;
mod formats;
#[cfg(feature = "cli")]
pub mod html;
mod imported;
mod left_out;
pub mod markdown;
pub mod plain;
mod quiet;
pub mod rich;
mod windows;

pub use bytes::{LIMIT, Letters, Refusal, decode, is_foreign};
pub use flavours::fuller;
pub use foreign::Foreign;
pub use formats::{FORMATS, Format, Kind, accepted, kind_of, kind_of_file};
pub use imported::Imported;
pub use left_out::LeftOut;
pub use quiet::{QUIET_STYLE, quiet};

/// The largest file that is annotated already and still read, in bytes: the marks of a long article weigh several times
/// what it does.
pub const LARGEST: usize = 4 * LIMIT;

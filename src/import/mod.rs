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
pub use left_out::LeftOut;
pub use quiet::{QUIET_STYLE, quiet};

use crate::document::article::Article;

/// The largest file that is annotated already and still read, in bytes: the marks of a long article weigh several times
/// what it does.
pub const LARGEST: usize = 4 * LIMIT;

/// What a paste, a drop or a file gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The article.
    pub article: Article,
    /// How many control characters were left out.
    pub dropped: usize,
    /// What its author deleted or hid, or wrote as a comment.
    pub left_out: LeftOut,
    /// How the letters of a file were read.
    pub letters: Letters,
}

impl Imported {
    /// An article of which all was taken.
    pub fn of(article: Article) -> Self {
        Imported { article, dropped: 0, left_out: LeftOut::default(), letters: Letters::Known }
    }

    /// What to tell the person about the way it was read: a sentence each.
    pub fn notes(&self) -> Vec<String> {
        let control = || {
            ["Control characters that cannot be shown were left out: ", &self.dropped.to_string(), "."]
                .concat()
        };
        let letters = self.letters.sentence().map(str::to_owned);
        letters.into_iter().chain(self.left_out.sentence()).chain((self.dropped > 0).then(control)).collect()
    }
}

//! What a paste, a drop or a file gave.

use super::bytes::Letters;
use super::left_out::LeftOut;
use crate::document::article::Article;

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

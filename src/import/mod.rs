//! What people paste or drop, made into an article: one file per format.

mod bytes;
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

pub use bytes::{LIMIT, Letters, Refusal, decode};
pub use flavours::fuller;
pub use foreign::Foreign;
pub use formats::{FORMATS, Format, Kind, accepted, kind_of, kind_of_file};
pub use left_out::LeftOut;
pub use quiet::{QUIET_STYLE, quiet};

use crate::article::Article;

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

/// Whether an article seems to be in English, the one language Galley reads.
///
/// Counts the commonest English words among the first thousand; text too short
/// to tell counts as English.
pub fn looks_english(text: &str) -> bool {
    const COMMON: [&str; 24] = [
        "the", "of", "and", "to", "in", "that", "is", "was", "for", "on", "with", "said", "he", "it", "as",
        "at", "by", "from", "his", "her", "who", "they", "has", "have",
    ];
    let words = text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let (mut all, mut common) = (0usize, 0usize);
    for word in words.filter(|word| word.chars().any(char::is_alphabetic)).take(1000) {
        all += 1;
        common += usize::from(COMMON.iter().any(|known| known.eq_ignore_ascii_case(word)));
    }
    let letters = text.chars().filter(|c| c.is_alphabetic()).take(400).count();
    if all < 25 { letters < 120 || common * 12 >= all } else { common * 12 >= all }
}

#[cfg(test)]
mod tests {
    use super::looks_english;

    #[test]
    fn tells_english_from_other_languages() {
        let english =
            "The council said on Monday that it had agreed to the plan, and the mayor was pleased with it.";
        let german = "Der Stadtrat teilte am Montag mit, dass er dem Plan zugestimmt habe; die Bürgermeisterin \
                      zeigte sich zufrieden und kündigte weitere Schritte für das kommende Jahr an, hieß es am Abend.";
        let japanese = "市議会は月曜日、計画に同意したと発表した。".repeat(8);
        assert!(looks_english(english));
        assert!(looks_english("Port strike ends"));
        assert!(looks_english(""));
        assert!(!looks_english(german));
        assert!(!looks_english(&japanese));
    }
}

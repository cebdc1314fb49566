//! What a check has to say, and of which place.

use crate::text::TextRange;
use serde::{Deserialize, Serialize};

/// A place to look at, and what is the matter there.
///
/// ```text
/// Marlow said: “We won.
///              ^ opening quotation mark without a closing one in this paragraph
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Where to look.
    pub range: TextRange,
    /// What was checked.
    pub check: Check,
    /// The words, names and days that fill the slots of its sentence, in order.
    pub parts: Vec<String>,
}

impl Finding {
    /// A speaker that a person chose for a quotation, where the choice could not be carried out.
    pub fn lost_speaker(range: TextRange, chosen: &str) -> Self {
        Finding { range, check: Check::LostSpeaker, parts: vec![chosen.to_owned()] }
    }

    /// Any other decision of a person that could not be carried out.
    pub fn lost_decision(range: TextRange, decided: &str) -> Self {
        Finding { range, check: Check::LostDecision, parts: vec![decided.to_owned()] }
    }

    /// What somebody has to say of words.
    pub fn comment(range: TextRange, words: &str) -> Self {
        Finding { range, check: Check::Comment, parts: vec![words.to_owned()] }
    }

    /// Words in quotation marks that were edited, and the words that came.
    pub fn altered(range: TextRange, was: &str) -> Self {
        Finding { range, check: Check::Altered, parts: vec![was.to_owned()] }
    }

    /// A decision whose words are gone.
    pub fn waiting(range: TextRange, words: &str, decided: &str) -> Self {
        Finding { range, check: Check::Waiting, parts: vec![words.to_owned(), decided.to_owned()] }
    }

    /// What an editor reads: no capital, no full stop, so that it fits a list or a tooltip.
    pub fn sentence(&self) -> String {
        let mut pieces = self.check.sentence().split("{}");
        let mut sentence = pieces.next().unwrap_or_default().to_owned();
        for (slot, piece) in pieces.enumerate() {
            sentence.push_str(self.parts.get(slot).map_or("…", String::as_str));
            sentence.push_str(piece);
        }
        sentence
    }
}

macro_rules! checks {
    ($($check:ident, $name:literal, $sentence:literal;)*) => {
        /// What can be the matter.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Check { $(#[doc = $sentence] $check,)* }

        impl Check {
            /// Every check, in the table's order.
            pub const ALL: &'static [Check] = &[$(Check::$check,)*];

            /// Its short name, for exports.
            pub fn name(self) -> &'static str {
                match self { $(Check::$check => $name,)* }
            }

            /// Its sentence; each `{}` is filled with the next of a finding's parts.
            pub fn sentence(self) -> &'static str {
                match self { $(Check::$check => $sentence,)* }
            }
        }
    };
}

// Check, short name, sentence.
checks! {
    OpenMark, "open mark", "opening quotation mark without a closing one in this paragraph";
    CloseMark, "close mark", "closing quotation mark without an opening one in this paragraph";
    Apostrophes, "apostrophes", "two apostrophes stand for a quotation mark, {} in this article";
    WrongWeekday, "weekday", "in {} this date falls on a {}, not on a {}";
    DatelineDay, "dateline day", "the dateline is {} days {} the time stamp";
    LostSpeaker, "lost speaker", "your choice of a speaker ({}) is not applied: Galley now reads this quotation, or that name, otherwise";
    LostDecision, "lost decision", "your decision ({}) is not applied: Galley now reads these words otherwise";
    Comment, "comment", "comment: {}";
    Altered, "altered quotation", "changed inside quotation marks, where {} stood: is that from the source?";
    Waiting, "words gone", "your decision about “{}” ({}) waits, because these words are gone; it comes back with them";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sentence_is_filled_whatever_parts_there_are() {
        for &check in Check::ALL {
            for parts in [vec![], vec!["one".to_owned(), "two".to_owned()]] {
                let finding = Finding { range: TextRange::new(0, 1), check, parts };
                let sentence = finding.sentence();
                assert!(!sentence.contains(['{', '}']) && !sentence.ends_with('.'), "{check:?}: {sentence}");
            }
        }
    }
}

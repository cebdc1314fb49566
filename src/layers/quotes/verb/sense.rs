//! What a verb says of the words it reports, beyond that somebody says them.

use super::super::content;
use super::super::words::{self, Sense};
use super::Verb;

impl Verb<'_> {
    /// "asked to leave" and "asked for help" are no questions.
    pub(super) fn sense(self, sense: Sense, content: &[(usize, usize)]) -> Sense {
        let asks = |&(from, _): &(usize, usize)| {
            let clause = self.clause;
            clause.quoted(from).is_some() || clause.is(from, words::WH) || clause.word_is(from, "if")
        };
        // "agreed to end the strike": a deed.
        let to = |&(from, _): &(usize, usize)| {
            self.clause.word_is(from, "to") || self.clause.word_is(from.wrapping_sub(1), "to")
        };
        if self.cue.lemma == "agree" && content.iter().any(to) {
            return Sense::Attitude;
        }
        // "proposed the motion", "rejected the plan": a deed; "rejected the claim": words.
        let thing = |&(from, to): &(usize, usize)| {
            (from..to).all(|at| self.clause.quoted(at).is_none())
                && !content::is_told(self.clause, self.at, from, to)
        };
        if matches!(self.cue.lemma, "propose" | "reject" | "suggest") && content.iter().all(thing) {
            return Sense::Attitude;
        }
        if sense == Sense::Question && !content.iter().any(asks) { Sense::Plain } else { sense }
    }
}

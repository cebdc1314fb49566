//! The run of paragraphs that is the article, and what in it is not.

use super::signs::Signals;
use super::weights::{Weights, Worth};

/// Where on the page a paragraph stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// The page's own words above the article, and the article's head among them.
    Above,
    /// The article.
    Article,
    /// The page's own words within the article.
    Aside,
    /// The page's own words below the article.
    Below,
}

/// The places of all paragraphs: the one run with the greatest worth is the article.
///
/// All are above where no run is worth anything.
pub fn decode(worths: &[Worth]) -> Vec<Place> {
    let (mut sum, mut from) = (0, None);
    let mut best = (0, 0..0);
    for (at, worth) in worths.iter().enumerate() {
        if from.is_none_or(|_| worth.start >= sum) {
            (sum, from) = (worth.start, Some(at));
        }
        sum += worth.inside;
        let end = worths.get(at + 1).map_or(0, |next| next.end);
        if sum + end > best.0 {
            best = (sum + end, from.unwrap_or(at)..at + 1);
        }
    }
    let run = best.1;
    let place = |(at, worth): (usize, &Worth)| match at {
        _ if run.is_empty() || at < run.start => Place::Above,
        _ if at >= run.end => Place::Below,
        _ if worth.aside > 0 => Place::Aside,
        _ => Place::Article,
    };
    worths.iter().enumerate().map(place).collect()
}

/// What the signs of each paragraph are worth.
pub fn worths(signals: &[Signals], weights: &Weights) -> Vec<Worth> {
    signals.iter().map(|signs| weights.of(*signs)).collect()
}

//! Which line of a paste is the article's headline.

use super::core::Core;
use super::signs::{Signal, Signals, Stand};
use crate::document::hints::HintKind;
use crate::layers::structure::look::{Look, Shape};
use crate::layers::structure::phrases::Tells;
use crate::tokens::{Token, TokenKind};
use std::sync::OnceLock;

const TABLE: &str = include_str!("../../../resources/title.tsv");

/// The headline stands at most so many paragraphs above the first sentences.
const FARTHEST: usize = 160;
/// Or so many below: a summary or the lines of a picture may stand above it.
const BELOW: usize = 12;

/// How many features there are.
pub const FEATURES: usize = Signal::ALL.len() + Stand::ALL.len();

/// The name of a feature in the table.
pub fn feature(at: usize) -> &'static str {
    Signal::ALL.get(at).map_or_else(|| Stand::ALL[at - Signal::ALL.len()].name(), |sign| sign.name())
}

/// A line that could be the headline.
pub struct Candidate {
    /// Which paragraph it is.
    pub at: usize,
    /// What it has of the [`FEATURES`].
    pub features: Vec<usize>,
}

/// The line that most speaks like a headline.
///
/// ```text
/// Boats for sale
/// Old ferry pier to close after cracks are found      ← the headline
/// By Mara Quill
/// 4 March 2025
/// The old pier in Harwick will close …
/// ```
///
/// None where no line can be one.
pub(super) fn find(paste: &Paste) -> Option<usize> {
    let weights = shipped(paste.looks.iter().any(|look| look.markup.is_some()));
    let worth = |candidate: &Candidate| candidate.features.iter().map(|&at| weights[at]).sum::<i32>();
    let all = candidates(paste);
    all.iter().max_by_key(|candidate| (worth(candidate), std::cmp::Reverse(candidate.at))).map(|best| best.at)
}

/// What is known of the paste.
pub(super) struct Paste<'p> {
    pub text: &'p str,
    pub tokens: &'p [Token],
    pub looks: &'p [Look],
    pub core: &'p Core,
    pub signals: &'p [Signals],
    /// Where the article begins.
    pub begins: usize,
}

/// The lines that could be the headline, each with what speaks for and against it.
pub(super) fn candidates(paste: &Paste) -> Vec<Candidate> {
    let near = paste.begins.saturating_sub(FARTHEST)..(paste.begins + BELOW).min(paste.looks.len());
    let lines: Vec<usize> = near.filter(|&at| can_be(&paste.looks[at])).collect();
    let words: Vec<String> = lines.iter().map(|&at| letters(paste, at)).collect();
    let share = |at: usize| paste.core.shared[at].filter(|_| paste.looks[at].words >= 4).unwrap_or(0);
    let most = lines.iter().map(|&at| share(at)).max().unwrap_or(0);
    let first_h1 = lines.iter().find(|&&at| paste.looks[at].hint == Some(HintKind::Heading(1)));
    let candidate = |(n, &at): (usize, &usize)| {
        use Stand::*;
        let look = &paste.looks[at];
        let mut features: Vec<usize> = paste.signals[at].each().map(|sign| sign as usize).collect();
        let mut mark = |stand: Stand, holds: bool| {
            if holds {
                features.push(Signal::ALL.len() + stand as usize);
            }
        };
        let above = paste.begins as i64 - at as i64;
        mark(Above0, above == 0);
        mark(Below4, (-4..0).contains(&above));
        mark(Below12, above < -4);
        mark(Above1, above == 1);
        mark(Above2, above == 2);
        mark(Above4, (3..=4).contains(&above));
        mark(Above8, (5..=8).contains(&above));
        mark(Above16, (9..=16).contains(&above));
        mark(Above40, (17..=40).contains(&above));
        mark(AboveFar, above > 40);
        for (shape, names) in [
            (Shape::Byline, [BylineNext, BylineSoon, BylineBelow]),
            (Shape::Stamp, [StampNext, StampSoon, StampBelow]),
        ] {
            let away = paste.looks[at + 1..].iter().take(10).position(|look| look.shape == shape);
            mark(names[0], away == Some(0));
            mark(names[1], matches!(away, Some(1..=2)));
            mark(names[2], matches!(away, Some(3..)));
        }
        let signed = |look: &Look| matches!(look.shape, Shape::Byline | Shape::Stamp);
        mark(SignedAbove, paste.looks[at.saturating_sub(3)..at].iter().any(signed));
        mark(SharesMost, most >= 30 && share(at) == most);
        mark(SharesNearly, most >= 30 && share(at) < most && share(at) + 20 >= most);
        mark(FirstH1, first_h1 == Some(&at));
        let ends = |whole: usize, end: usize| {
            whole != end && words[whole].len() > words[end].len() && words[whole].ends_with(&words[end])
        };
        let long = |n: usize| words[n].len() >= 16;
        mark(Echoed, long(n) && (0..lines.len()).any(|other| ends(other, n)));
        mark(Echoes, (0..lines.len()).any(|other| long(other) && ends(n, other)));
        let next = paste.looks.get(at + 1);
        mark(SummaryNext, next.is_some_and(|next| next.words >= 8 && share(at + 1) >= 40));
        mark(SentenceNext, next.is_some_and(Look::is_prose));
        mark(ShortNext, next.is_some_and(|next| next.shape == Shape::Short && next.words < 4));
        let fits = |line: Option<usize>| {
            line.is_some_and(|line| {
                paste.looks.get(line).is_some_and(|look| (4..=25).contains(&look.words) && can_be(look))
                    && share(line) >= 40
            })
        };
        mark(TitleAbove1, fits(at.checked_sub(1)));
        mark(TitleAbove2, fits(at.checked_sub(2)));
        mark(TitleAbove6, (3..=6).any(|by| fits(at.checked_sub(by))));
        mark(TitleBelow, fits(Some(at + 1)));
        mark(SaidNext, paste.core.keys.get(at + 1) == Some(&paste.core.keys[at]));
        mark(InAll2, look.words <= 2);
        mark(InAll7, (4..=7).contains(&look.words));
        mark(InAll16, (8..=16).contains(&look.words));
        mark(InAll25, (17..=25).contains(&look.words));
        mark(InAllMore, look.words > 25);
        Candidate { at, features }
    };
    lines.iter().enumerate().map(candidate).collect()
}

fn can_be(look: &Look) -> bool {
    matches!(look.shape, Shape::Short | Shape::Prose | Shape::Item | Shape::Row)
        && look.hit.is_none_or(|hit| matches!(hit.tells, Tells::Correction | Tells::Update))
        && !look.contact
        && !look.credited
        && !look.dateline
        && look.words > 0
}

/// The letters and figures of a line, in small letters.
fn letters(paste: &Paste, at: usize) -> String {
    let tokens = &paste.tokens[paste.looks[at].tokens.clone()];
    let told =
        tokens.iter().filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number)).take(40);
    told.map(|token| token.of(paste.text).to_ascii_lowercase()).collect()
}

/// What each feature is worth, for plain or for rich text.
fn shipped(rich: bool) -> &'static [i32] {
    static SHIPPED: OnceLock<[Vec<i32>; 2]> = OnceLock::new();
    &SHIPPED.get_or_init(|| [read("plain"), read("rich")])[usize::from(rich)]
}

fn read(kind: &str) -> Vec<i32> {
    let mut weights = vec![0; FEATURES];
    for row in TABLE.lines() {
        let mut fields = row.split('\t');
        let (Some(of), Some(name), Some(worth)) = (fields.next(), fields.next(), fields.next()) else {
            continue;
        };
        let at = (0..FEATURES).find(|&at| feature(at) == name);
        if let (Some(at), true) = (at, of == kind) {
            weights[at] = worth.parse().unwrap_or(0);
        }
    }
    weights
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_names_one_feature() {
        let rows = TABLE.lines().filter(|row| !row.starts_with('#'));
        for name in rows.filter_map(|row| row.split('\t').nth(1)) {
            assert_eq!((0..FEATURES).filter(|&at| feature(at) == name).count(), 1, "“{name}”");
        }
    }
}

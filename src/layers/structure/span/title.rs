//! Which line of a paste is the article's headline.

use super::core::Core;
use super::signs::{Signal, Signals};
use crate::article::HintKind;
use crate::layers::structure::look::{Look, Shape};
use crate::layers::structure::phrases::Tells;
use crate::tokens::{Token, TokenKind};
use std::sync::OnceLock;

const TABLE: &str = include_str!("../../../resources/title.tsv");

/// The headline stands at most so many paragraphs above the first sentences.
const FARTHEST: usize = 160;
/// Or so many below: a summary or the lines of a picture may stand above it.
const BELOW: usize = 12;

/// What tells a headline besides the signs of its line: where it stands among its neighbours.
const MARKS: [&str; 35] = [
    "at the first sentence",
    "below it",
    "well below it",
    "1 above",
    "2 above",
    "3 to 4 above",
    "5 to 8 above",
    "9 to 16 above",
    "17 to 40 above",
    "more than 40 above",
    "byline next",
    "byline soon",
    "byline well below",
    "stamp next",
    "stamp soon",
    "stamp well below",
    "byline or stamp just above",
    "shares most of all",
    "shares nearly most",
    "first h1",
    "another line ends in it",
    "ends in another line",
    "summary next",
    "sentence next",
    "short line next",
    "title above",
    "title 2 above",
    "title below",
    "title 3 to 6 above",
    "said in the next line",
    "1 to 2 words in all",
    "4 to 7 words in all",
    "8 to 16 words in all",
    "17 to 25 words in all",
    "more than 25 words in all",
];

/// How many features there are.
pub const FEATURES: usize = Signal::ALL.len() + MARKS.len();

/// The name of a feature in the table.
pub fn feature(at: usize) -> &'static str {
    Signal::ALL.get(at).map_or_else(|| MARKS[at - Signal::ALL.len()], |sign| sign.name())
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
        let look = &paste.looks[at];
        let mut features: Vec<usize> = paste.signals[at].each().map(|sign| sign as usize).collect();
        let mut mark = |name: &str, holds: bool| {
            if holds {
                let at = MARKS.iter().position(|mark| *mark == name);
                features.extend(at.map(|at| Signal::ALL.len() + at));
            }
        };
        let above = paste.begins as i64 - at as i64;
        mark("at the first sentence", above == 0);
        mark("below it", (-4..0).contains(&above));
        mark("well below it", above < -4);
        mark("1 above", above == 1);
        mark("2 above", above == 2);
        mark("3 to 4 above", (3..=4).contains(&above));
        mark("5 to 8 above", (5..=8).contains(&above));
        mark("9 to 16 above", (9..=16).contains(&above));
        mark("17 to 40 above", (17..=40).contains(&above));
        mark("more than 40 above", above > 40);
        for (shape, names) in [
            (Shape::Byline, ["byline next", "byline soon", "byline well below"]),
            (Shape::Stamp, ["stamp next", "stamp soon", "stamp well below"]),
        ] {
            let away = paste.looks[at + 1..].iter().take(10).position(|look| look.shape == shape);
            mark(names[0], away == Some(0));
            mark(names[1], matches!(away, Some(1..=2)));
            mark(names[2], matches!(away, Some(3..)));
        }
        let signed = |look: &Look| matches!(look.shape, Shape::Byline | Shape::Stamp);
        mark("byline or stamp just above", paste.looks[at.saturating_sub(3)..at].iter().any(signed));
        mark("shares most of all", most >= 30 && share(at) == most);
        mark("shares nearly most", most >= 30 && share(at) < most && share(at) + 20 >= most);
        mark("first h1", first_h1 == Some(&at));
        let ends = |whole: usize, end: usize| {
            whole != end && words[whole].len() > words[end].len() && words[whole].ends_with(&words[end])
        };
        let long = |n: usize| words[n].len() >= 16;
        mark("another line ends in it", long(n) && (0..lines.len()).any(|other| ends(other, n)));
        mark("ends in another line", (0..lines.len()).any(|other| long(other) && ends(n, other)));
        let next = paste.looks.get(at + 1);
        mark("summary next", next.is_some_and(|next| next.words >= 8 && share(at + 1) >= 40));
        mark("sentence next", next.is_some_and(Look::is_prose));
        mark("short line next", next.is_some_and(|next| next.shape == Shape::Short && next.words < 4));
        let fits = |line: Option<usize>| {
            line.is_some_and(|line| {
                paste.looks.get(line).is_some_and(|look| (4..=25).contains(&look.words) && can_be(look))
                    && share(line) >= 40
            })
        };
        mark("title above", fits(at.checked_sub(1)));
        mark("title 2 above", fits(at.checked_sub(2)));
        mark("title 3 to 6 above", (3..=6).any(|by| fits(at.checked_sub(by))));
        mark("title below", fits(Some(at + 1)));
        mark("said in the next line", paste.core.keys.get(at + 1) == Some(&paste.core.keys[at]));
        mark("1 to 2 words in all", look.words <= 2);
        mark("4 to 7 words in all", (4..=7).contains(&look.words));
        mark("8 to 16 words in all", (8..=16).contains(&look.words));
        mark("17 to 25 words in all", (17..=25).contains(&look.words));
        mark("more than 25 words in all", look.words > 25);
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

//! Which line of a paste is the article's headline.

use super::core::Core;
use super::signs::{Signal, Signals};
use crate::article::HintKind;
use crate::layers::structure::look::{Look, Shape};
use crate::layers::structure::phrases::Tells;

/// The headline stands at most so many paragraphs above the first sentences.
const FARTHEST: usize = 80;
/// Or so many below: a summary or the lines of a picture may stand above it.
const BELOW: usize = 12;

/// A summary follows its headline within so many paragraphs, speaks so much better at most, and both share the
/// words of the article, in hundredths.
const ABOVE_SUMMARY: usize = 2;
const NEARLY: i32 = 60;
const SHARE: u8 = 40;

/// The line that most speaks like a headline: near above the thickest run of sentences and of their words, over a
/// byline or time stamp, said again elsewhere on the page, marked as a heading.
///
/// ```text
/// Boats for sale
/// Old ferry pier to close after cracks are found      ← the headline
/// By Mara Quill
/// 4 March 2025
/// The old pier in Harwick will close …
/// ```
///
/// None where nothing speaks for a line.
pub(super) fn find(looks: &[Look], core: &Core, signals: &[Signals], begins: usize) -> Option<usize> {
    let near = begins.saturating_sub(FARTHEST)..(begins + BELOW).min(looks.len());
    let scored =
        near.filter_map(|at| Some((score(looks, core, at)? + page(signals[at]) - distance(begins, at), at)));
    let scored: Vec<(i32, usize)> = scored.collect();
    let &(best, mut title) = scored.iter().max_by_key(|&&(score, at)| (score, std::cmp::Reverse(at)))?;
    // What is chosen may be the summary: the headline is the line above it that speaks nearly as well.
    let titles = |&&(score, at): &&(i32, usize)| {
        let look = &looks[at];
        let fits = (4..=25).contains(&look.words)
            && !look.is_author()
            && core.shared[at].is_some_and(|share| share >= SHARE);
        at < title && title - at <= ABOVE_SUMMARY && fits && best - score <= NEARLY
    };
    if let Some(&(_, above)) = scored.iter().rev().find(titles) {
        title = above;
    }
    (best > 0).then_some(title)
}

/// How much a line speaks like the headline; none where it can be none.
fn score(looks: &[Look], core: &Core, at: usize) -> Option<i32> {
    let look = &looks[at];
    let can = matches!(look.shape, Shape::Short | Shape::Prose | Shape::Item | Shape::Row)
        && look.hit.is_none_or(|hit| matches!(hit.tells, Tells::Correction | Tells::Update))
        && !look.contact
        && !look.credited
        && !look.dateline;
    if !can {
        return None;
    }
    let marked = match look.hint {
        Some(HintKind::Heading(1)) => 120,
        Some(HintKind::Heading(2)) => 40,
        Some(HintKind::Heading(_)) => 10,
        Some(HintKind::Item | HintKind::Row | HintKind::Caption) => -40,
        None => 0,
    };
    let long = match look.words {
        0..=2 => -40,
        3 => -10,
        4..=20 => 15,
        21..=25 => 0,
        _ => -60,
    };
    let again = if core.seen[at] > 1 { 35 } else { 0 };
    let shares = i32::from(core.shared[at].unwrap_or(0)) * 6 / 10;
    let names = if look.is_author() { -30 } else { 0 };
    let full = if look.is_prose() && look.stops { -40 } else { 0 };
    let picture = if at + 1 < looks.len() && core.keys[at + 1] == core.keys[at] { -10 } else { 0 };
    Some(marked + long + again + shares + names + full + picture + signed(looks, at))
}

/// A byline or a time stamp soon below.
fn signed(looks: &[Look], at: usize) -> i32 {
    let below = looks[at + 1..].iter().take(8);
    let signs = |look: &Look| matches!(look.shape, Shape::Byline | Shape::Stamp);
    below.clone().position(signs).map_or(0, |away| 45 - away as i32)
}

/// Words that pages say to their readers, and strokes between them.
fn page(signs: Signals) -> i32 {
    let words = if signs.has(Signal::PageWords) { -30 } else { 0 };
    words + if signs.has(Signal::Strokes) { -25 } else { 0 }
}

/// Away from where the article begins.
fn distance(begins: usize, at: usize) -> i32 {
    match begins.checked_sub(at) {
        Some(above) => (above as i32 * 2).min(90),
        None => 20 + (at - begins) as i32 * 8,
    }
}

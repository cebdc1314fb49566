//! Which lines of an article's head say who wrote it and when.

use super::look::{Look, Shape};
use super::person::Person;
use super::phrases::Tells;
use super::signed::Signed;
use crate::article::Signs;
use std::ops::Range;

/// Below a summary that reads like the article, the head goes on within so many lines.
pub(super) const LATE: usize = 6;

/// A name and what proves it stand so many lines apart at most.
const NEAR: usize = 3;

/// Whether a line of the head names the author, or says what they do.
///
/// ```text
/// Old ferry pier to close      the headline
/// Mara Quill                   a name: the time stamp below proves it
/// 4 March 2025
/// The old pier will close.     the article
/// ```
///
/// A bare name wants a witness near it: "By" above, a time stamp, a role, a handle, a portrait or its
/// house. Two bare names prove nothing: so do "Real Estate" and "Personal Finance". Only where
/// the article begins right below may a known first name stand by itself.
pub(super) fn is_author_line(looks: &[Look], at: usize, head: Range<usize>) -> bool {
    let look = &looks[at];
    if look.shape == Shape::Byline {
        return true;
    }
    match look.signed {
        // "Facebook X Bluesky"
        _ if look.tells(Tells::Furniture) => false,
        Signed::No => false,
        Signed::Name(_) if at > head.start && look.is_marked(Signs::AUTHOR) => true,
        // Above the headline stand the names of sections and topics.
        Signed::Name(_) if at < head.start => named_at_once(looks, at),
        // Where a line says who wrote it, names away from it are topics.
        Signed::Name(_) if looks[head.clone()].iter().any(|look| look.shape == Shape::Byline) => {
            let above = near_above(looks, at, &head).next();
            let goes_on = above.is_some_and(|above| {
                above.shape == Shape::Byline || matches!(above.signed, Signed::Name(_) | Signed::Opens)
            });
            (goes_on || named_at_once(looks, at)) && has_witness(looks, at, &head)
        }
        Signed::Name(person) => {
            let leads = at + 1 == head.end || (at + 2 == head.end && is_page(&looks[at + 1]));
            has_witness(looks, at, &head) || (leads && person == Person::Surely && at > head.start)
        }
        _ => named_near(looks, at, &head),
    }
}

/// Whether "By" stands right above a bare name, or a role or a handle right below it.
fn named_at_once(looks: &[Look], at: usize) -> bool {
    let above = at.checked_sub(1).is_some_and(|above| looks[above].signed == Signed::Opens);
    let below = |other: &Look| matches!(other.signed, Signed::Role | Signed::Handle);
    above || looks.get(at + 1).is_some_and(below)
}

/// Whether something near a bare name shows that it is the author's.
fn has_witness(looks: &[Look], at: usize, head: &Range<usize>) -> bool {
    let above = near_above(looks, at, head)
        .any(|other| matches!(other.signed, Signed::Opens | Signed::Portrait) || other.shape == Shape::Stamp);
    let below = near_below(looks, at, head).any(|other| {
        matches!(other.signed, Signed::Role | Signed::Handle | Signed::House)
            || matches!(other.shape, Shape::Stamp | Shape::Byline)
    });
    above || below
}

/// A role, a house, a handle, a portrait or "By": the author's where the author stands beside it.
fn named_near(looks: &[Look], at: usize, head: &Range<usize>) -> bool {
    let is_name = |other: &Look| other.shape == Shape::Byline || matches!(other.signed, Signed::Name(_));
    match looks[at].signed {
        Signed::Opens | Signed::Portrait => near_below(looks, at, head).any(is_name),
        _ => near_above(looks, at, head).any(is_name),
    }
}

fn near_above<'a>(looks: &'a [Look], at: usize, head: &Range<usize>) -> impl Iterator<Item = &'a Look> {
    looks[head.start.min(at)..at].iter().rev().filter(|look| !is_page(look)).take(NEAR)
}

fn near_below<'a>(looks: &'a [Look], at: usize, head: &Range<usize>) -> impl Iterator<Item = &'a Look> {
    looks[at + 1..head.end.max(at + 1)].iter().filter(|look| !is_page(look)).take(NEAR)
}

/// A button or the like, which stands between.
fn is_page(look: &Look) -> bool {
    look.tells(Tells::Furniture) && look.shape == Shape::Short
}

/// The time stamp that is the article's own, among all lines of a paste.
///
/// `head` runs from the headline to where the article begins. A date above the menu is today's, one in a
/// list of teasers theirs: the article's stands in its head, nearest to the headline, else right above it,
/// else right below the article. A stamp without its day ("3 hours ago") counts only where no other stands.
pub(super) fn own_stamp(looks: &[Look], head: Range<usize>, end: usize) -> Option<usize> {
    let is_stamp = |at: &usize| looks[*at].shape == Shape::Stamp;
    let full = |at: &usize| is_stamp(at) && looks[*at].dated;
    let above = head.start.saturating_sub(NEAR)..head.start;
    let below = end..(end + NEAR).min(looks.len());
    let places = || head.clone().chain(above.clone().rev()).chain(below.clone());
    places().find(full).or_else(|| head.clone().find(is_stamp))
}

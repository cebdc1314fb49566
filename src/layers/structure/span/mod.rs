//! Where the article begins and ends on a pasted page: one decision, made once for the whole paste.
//!
//! Every paragraph says in signs what it looks like and what stands around it (`signals`); a small table of
//! weights (`resources/span.tsv`) tells how well each sign fits each place on the page; and the best sequence of
//! places over the whole paste is taken (`decode`). No sign wins alone.
//!
//! ```text
//! Harwick Courier              above
//! Boats for sale               above
//! The old pier will close.     article
//! READ MORE                    aside
//! Storm shuts the coast road   aside
//! Cracks were found in May.    article
//! More from Harwick            below
//! Night buses return           below
//! ```

mod around;
mod core;
mod decode;
mod of_pages;
mod signals;
mod signs;
mod title;
mod weights;

pub use decode::{Place, decode, worths};
pub use signs::{Signal, Signals};
use title::Paste;
pub use title::{Candidate, FEATURES, feature};
pub use weights::{Weights, Worth};

use self::core::is_full;
use super::given::is_plain_prose;
use super::look::{Look, Shape};
use super::phrases::Tells;
use crate::document::hints::Signs;
use crate::tokens::Token;
use std::ops::Range;

/// What is known of the paste as a whole.
pub(super) struct Span {
    /// The place of each paragraph.
    pub places: Vec<Place>,
    /// The line that most speaks like the headline.
    pub title: Option<usize>,
    /// The words of each paragraph stand so often as one.
    pub seen: Vec<u16>,
    /// The paste is a page with menus, not an article with a line or two around it.
    pub paged: bool,
}

/// The lines of the article's head, and the headline among them.
pub(super) struct Head {
    /// The headline.
    pub title: Option<usize>,
    /// From the lines right above the headline to the article's first.
    pub lines: Range<usize>,
}

/// A kicker, a byline or a time stamp may stand so many lines above the headline.
const ABOVE_TITLE: usize = 3;

/// A summary stands so many lines below the headline at most.
const SUMMARY: usize = 4;
/// And the day of the article so many below the summary: a picture and the authors stand between.
const SIGNED: usize = 7;

/// Below so many links and their head at most, two sentences take the article up again.
const SHORT_LIST: usize = 4;
/// The title of another story has so many words at least.
const SHORTEST_TITLE: usize = 4;

/// So many lines of the page's own words make a page.
const PAGE: usize = 12;

/// Reads the paste as a whole.
pub(super) fn find(text: &str, tokens: &[Token], looks: &[Look]) -> Span {
    let lines = core::lines(text, tokens, looks);
    let own = looks.iter().zip(&lines.1).filter(|(look, seen)| is_pages_own(look, **seen)).count();
    if own == 0 {
        // Nothing on it is a page's: all of it is the article.
        return Span { places: vec![Place::Article; looks.len()], title: None, seen: lines.1, paged: false };
    }
    let core = core::read(text, tokens, looks, lines);
    let signals = signals::all(text, tokens, looks, &core);
    let rich = looks.iter().any(|look| look.markup.is_some());
    let places = decode(&worths(&signals, weights::shipped(rich)));
    let begins = places.iter().position(|place| *place == Place::Article);
    let title = begins.and_then(|begins| {
        title::find(&Paste { text, tokens, looks, core: &core, signals: &signals, begins })
    });
    let mut span = Span { places, title, seen: core.seen, paged: own >= PAGE };
    span.keep_what_nothing_parts(looks);
    span
}

/// The signs of every paragraph.
pub(super) fn signs_of(text: &str, tokens: &[Token], looks: &[Look]) -> Vec<Signals> {
    let core = core::read(text, tokens, looks, core::lines(text, tokens, looks));
    signals::all(text, tokens, looks, &core)
}

/// The lines that could be the headline: what the trainer learns from.
pub(super) fn titles_of(text: &str, tokens: &[Token], looks: &[Look]) -> Vec<Candidate> {
    let core = core::read(text, tokens, looks, core::lines(text, tokens, looks));
    let signals = signals::all(text, tokens, looks, &core);
    let rich = looks.iter().any(|look| look.markup.is_some());
    let places = decode(&worths(&signals, weights::shipped(rich)));
    let Some(begins) = places.iter().position(|place| *place == Place::Article) else { return Vec::new() };
    title::candidates(&Paste { text, tokens, looks, core: &core, signals: &signals, begins })
}

/// What markup says of the page's own lines.
const OF_PAGE: Signs = Signs::NAV
    .with(Signs::FOOTER)
    .with(Signs::FORM)
    .with(Signs::DIALOG)
    .with(Signs::RELATED)
    .with(Signs::PROMO)
    .with(Signs::SHARE)
    .with(Signs::MENU);

/// The page's own words, by themselves: a button, the head of a list of links, a line that stands twice, nothing
/// but a link.
fn is_pages_own(look: &Look, seen: u16) -> bool {
    let links = look.markup.is_some_and(|hint| hint.linked >= 90) && look.shape != Shape::Prose;
    if links || (look.is_marked(OF_PAGE) && !look.stops) {
        return true;
    }
    let told = look.hit.is_some_and(|hit| matches!(hit.tells, Tells::Furniture | Tells::Section));
    let again = seen > 1 && look.words > 3 && look.shape == Shape::Short && !look.listed;
    (told && !look.is_prose()) || look.contact || again
}

/// A sentence in a list of links: the list goes on below, and the article does not.
fn is_teaser(looks: &[Look], at: usize) -> bool {
    let below = &looks[at + 1..];
    let title =
        |look: &Look| look.shape == Shape::Short && look.words >= SHORTEST_TITLE && look.hit.is_none();
    below.first().is_some_and(title) && !below.iter().any(Look::is_prose)
}

impl Span {
    /// The head of the article on a page.
    pub fn head(&self, looks: &[Look]) -> Head {
        let starts = |from: usize| {
            let first = self.places[from..].iter().position(|place| *place == Place::Article);
            first.map_or(self.places.len(), |first| from + first)
        };
        match self.title {
            Some(title) => {
                let first = starts(title + 1);
                let summed = first <= title + SUMMARY && !looks.get(first).is_none_or(|look| look.dateline);
                let near = first + 1..looks.len().min(first + SIGNED);
                let stamp = near.rev().find(|&at| looks[at].shape == Shape::Stamp && looks[at].dated);
                let told = |at: usize| self.places[at] == Place::Article && is_plain_prose(&looks[at]);
                let alone = |stamp: &usize| !(first + 1..*stamp).any(told);
                let body = stamp.filter(|_| summed).filter(alone).map_or(first, |stamp| starts(stamp + 1));
                Head { title: Some(title), lines: title.saturating_sub(ABOVE_TITLE)..body }
            }
            None => Head { title: None, lines: starts(0)..starts(0) },
        }
    }

    /// Nothing is set aside but with a reason: below the run the article goes on until the page's own words
    /// begin, and where there is no page, only they stand aside.
    fn keep_what_nothing_parts(&mut self, looks: &[Look]) {
        let own: Vec<bool> =
            looks.iter().zip(&self.seen).map(|(look, &seen)| is_pages_own(look, seen)).collect();
        let runs = self.places.contains(&Place::Article);
        self.paged &= runs;
        if self.paged {
            return;
        }
        let (mut ended, mut listed, mut head) = (false, false, 0);
        for (at, place) in self.places.iter_mut().enumerate() {
            let heads = looks[at].tells(Tells::Section) && !looks[at].is_prose();
            listed = heads || (listed && (!looks[at].is_prose() || is_teaser(looks, at)));
            head = if heads { at } else { head };
            let resumes = at <= head + SHORT_LIST
                && is_full(&looks[at], 1)
                && looks.get(at + 1).is_some_and(Look::is_prose);
            ended = *place == Place::Below && (heads || (ended && !resumes));
            let stands = match place {
                Place::Aside => own[at],
                Place::Below => ended,
                Place::Above | Place::Article => false,
            };
            *place = match (stands, listed) {
                (true, _) => *place,
                (false, true) => Place::Aside,
                (false, false) => Place::Article,
            };
        }
    }
}

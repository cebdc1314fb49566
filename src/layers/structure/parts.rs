//! Gives every paragraph its part: what stands above the article, the article, what stands below.
//!
//! One state machine over the looks of the paragraphs, top to bottom.

use super::given::{Given, furniture, is_plain_prose, plain_part};
use super::head;
use super::look::{Look, Shape};
use super::phrases::Tells;
use super::picture::Picture;
use super::span::{Head, Place, Span};
use super::top;
use crate::document::part::Part;
use crate::document::reason::{Reason, Rule};

/// The part of each paragraph and why: of a page, what the span of its article says; of an article pasted by
/// itself, what stands above its first sentences is its head.
pub(super) fn assign(looks: &[Look], span: &Span) -> Vec<(Part, Reason)> {
    let head =
        if span.paged { span.head(looks) } else { Head { title: None, lines: 0..top::body_start(looks) } };
    let body = head.lines.end;
    let above = looks[..head.lines.start].iter().map(furniture);
    let mut given: Vec<Given> = above.collect();
    top::assign(looks, head, span, &mut given);
    let enough = (body..looks.len()).filter(|&at| is_article(&looks[at])).nth(2);
    let headline = given.iter().position(|&(part, ..)| part == Part::Headline).unwrap_or(0);
    let in_head = |shape: Shape| looks[headline..body].iter().any(|look| look.shape == shape);
    let missing = [Shape::Stamp, Shape::Byline].map(|shape| {
        let near = body..looks.len().min(body + head::LATE);
        (!in_head(shape)).then(|| near.into_iter().find(|&at| looks[at].shape == shape)).flatten()
    });
    let article = Parts { looks, body, enough, late: missing, span };
    given.extend((body..looks.len()).map(|at| article.part(at, span.places[at])));
    let own_head = headline..missing[0].map_or(body, |stamp| stamp + 1);
    if let Some(own) = head::own_stamp(looks, own_head, looks.len()) {
        set_aside_stamps(&mut given[..own]);
    }
    given.into_iter().map(|(part, rule, words)| (part, Reason::new(rule, [words]))).collect()
}

/// Dates above the article's own: today's, or those of other stories.
fn set_aside_stamps(given: &mut [Given]) {
    for (part, rule, _) in given.iter_mut().filter(|(part, ..)| *part == Part::Timestamp) {
        (*part, *rule) = (Part::Furniture, Rule::PageFurniture);
    }
}

/// Full sentences that are no note on who wrote them.
fn is_article(look: &Look) -> bool {
    is_plain_prose(look) && !look.note
}

/// So many paragraphs below a note on the author are asked whether the article goes on.
const NOTES_END: usize = 40;

struct Parts<'a> {
    looks: &'a [Look],
    body: usize,
    /// The third paragraph of the article.
    enough: Option<usize>,
    /// The time stamp and the byline that stand below the first sentences, where the head has none.
    late: [Option<usize>; 2],
    span: &'a Span,
}

impl Parts<'_> {
    /// A paragraph of the article, or of the page within or below it.
    fn part(&self, at: usize, place: Place) -> Given {
        let look = &self.looks[at];
        match place {
            Place::Aside | Place::Above if !self.late.contains(&Some(at)) => return furniture(look),
            Place::Below if look.note && self.span.paged && self.ends_article(at) => {
                return (Part::Furniture, Rule::AuthorNote, look.range);
            }
            Place::Below if !self.signs_off(at) => {
                return (Part::Furniture, Rule::BelowFurniture, look.range);
            }
            _ => {}
        }
        plain_part(look).unwrap_or_else(|| self.body_part(at))
    }

    /// A sign-off, a correction or a note on the author right below the article.
    fn signs_off(&self, at: usize) -> bool {
        let tells = self.looks[at].hit.map(|hit| hit.tells);
        matches!(tells, Some(Tells::Signoff | Tells::Correction)) || self.looks[at].note
    }

    fn body_part(&self, at: usize) -> Given {
        let look = &self.looks[at];
        let range = look.range;
        match look.shape {
            Shape::Mark | Shape::Item => (Part::List, Rule::ListMark, range),
            Shape::Rule => (Part::Furniture, Rule::PageFurniture, range),
            Shape::Row => (Part::Table, Rule::TableRow, range),
            Shape::Prose if look.picture == Picture::Surely && at > self.body => {
                (Part::Caption, Rule::PictureLine, range)
            }
            Shape::Prose if look.note && self.ends_article(at) => {
                (if self.span.paged { Part::Furniture } else { Part::Signoff }, Rule::AuthorNote, range)
            }
            Shape::Prose => (Part::Body, Rule::PlainParagraph, range),
            _ if at == self.body => (Part::Body, Rule::PlainParagraph, range),
            _ => self.short_part(at),
        }
    }

    /// Below three paragraphs of the article at least, and none follows but notes of the kind.
    fn ends_article(&self, at: usize) -> bool {
        let above = self.enough.is_some_and(|third| third < at);
        let mut below = at + 1..self.looks.len().min(at + 1 + NOTES_END);
        let goes_on = |at: usize| self.span.places[at] == Place::Article && is_article(&self.looks[at]);
        above && !below.any(goes_on)
    }

    /// A line without a full stop: an item after its mark, a heading, a row, a headline below.
    fn short_part(&self, at: usize) -> Given {
        let look = &self.looks[at];
        let range = look.range;
        let before = at.checked_sub(1).map(|before| &self.looks[before]);
        if before.is_some_and(|before| before.shape == Shape::Mark) {
            return (Part::List, Rule::ListMark, range);
        }
        let next = self.looks.get(at + 1);
        let signs =
            next.is_some_and(|next| next.shape == Shape::Stamp || (next.note && self.ends_article(at + 1)));
        if look.is_author() && look.words <= 4 && signs {
            return (Part::Byline, Rule::BylineWord, range);
        }
        let between_rows = before.is_some_and(|look| look.shape == Shape::Row) && look.words <= 12;
        let leads = next
            .is_some_and(|next| matches!(next.shape, Shape::Prose | Shape::Item | Shape::Mark | Shape::Row));
        let below = next.is_some_and(|next| next.hit.is_some());
        if leads
            && !below
            && !look.leads_on
            && look.words <= 14
            && before.is_some_and(|before| before.shape != Shape::Row)
        {
            return (Part::Subheading, Rule::ShortLineBetween, range);
        }
        if self.is_among_headlines(at) {
            return (Part::Furniture, Rule::BelowFurniture, range);
        }
        if between_rows {
            return (Part::Table, Rule::TableRow, range);
        }
        (Part::Body, Rule::PlainParagraph, range)
    }

    /// Three lines or more in title case, and nothing after them that belongs to the article.
    fn is_among_headlines(&self, at: usize) -> bool {
        let is_headline = |look: &Look| {
            look.shape == Shape::Short
                && look.title_case >= 75
                && (6..=20).contains(&look.words)
                && !look.listed
        };
        let run_before =
            self.looks[self.body..at].iter().rev().take(3).take_while(|look| is_headline(look)).count();
        let run_after = self.looks[at..].iter().take(3).take_while(|look| is_headline(look)).count();
        let article_follows = || self.looks[at..].iter().take(12).any(is_plain_prose);
        is_headline(&self.looks[at]) && run_before + run_after >= 3 && !article_follows()
    }
}

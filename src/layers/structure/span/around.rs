//! What stands around a paragraph: sentences, short lines, sections, stamps.

use super::core::{self, Core};
use super::signs::bucket;
use super::signs::{Signal, Signals};
use crate::document::hints::Signs;
use crate::layers::structure::look::{Look, Shape};
use crate::layers::structure::phrases::{Hit, Tells};

/// What stands around a paragraph, read from top to bottom.
pub(super) struct Around<'a> {
    text: &'a str,
    looks: &'a [Look],
    full: Vec<bool>,
    /// Of the words in full sentences, how many stand above, and all of them.
    above: usize,
    all: usize,
    section: Option<usize>,
    /// The last two of them.
    sections: Option<(usize, usize)>,
    /// The head of readers' comments stands above, below sentences.
    comments: bool,
    dated: Option<usize>,
    signed: Option<usize>,
    /// A section stands above, and no full sentence since.
    under: bool,
    /// So many names of readers stand above, each over the time of a reply.
    replies: usize,
    /// The last line that is one of a row of pictures.
    slide: Option<usize>,
}

impl<'a> Around<'a> {
    pub fn new(text: &'a str, looks: &'a [Look], core: &Core) -> Self {
        let full: Vec<bool> =
            looks.iter().zip(&core.seen).map(|(look, &seen)| core::is_full(look, seen)).collect();
        let all = looks.iter().zip(&full).map(|(look, &full)| if full { look.words } else { 0 }).sum();
        Around {
            text,
            looks,
            full,
            above: 0,
            all,
            section: None,
            sections: None,
            comments: false,
            dated: None,
            signed: None,
            under: false,
            replies: 0,
            slide: None,
        }
    }

    pub fn read(&mut self, signs: &mut Signals, at: usize) {
        use Signal::*;
        let look = &self.looks[at];
        let near = |reach: usize| at.saturating_sub(reach)..(at + reach + 1).min(self.looks.len());
        let others = |reach: usize| near(reach).filter(move |&other| other != at);
        let is_full = |other: Option<usize>| other.is_some_and(|other| self.full.get(other) == Some(&true));
        signs.set(First, at == 0);
        signs.set(FullAbove, is_full(at.checked_sub(1)));
        signs.set(FullBelow, is_full(Some(at + 1)));
        let sentences = others(3).filter(|&other| self.full[other]).count();
        bucket(signs, sentences, &[(0, Full0), (1, Full1), (3, Full3), (6, Full4)]);
        let above = (1..=4).find(|away| is_full(at.checked_sub(*away))).unwrap_or(9);
        let below = (1..=4).find(|away| is_full(Some(at + away))).unwrap_or(9);
        if !self.full[at] {
            bucket(signs, above.max(below), &[(1, Between1), (2, Between2), (4, Between4)]);
        }
        let around = others(10).filter(|&other| self.full[other]).count();
        bucket(signs, around, &[(4, NoneAround), (11, Full10), (20, Full20)]);
        signs.set(NoneBelow, !self.full[at..].iter().take(8).any(|full| *full));
        let shorts =
            others(4).filter(|&other| self.looks[other].words < 8 && !self.looks[other].is_prose()).count();
        bucket(signs, shorts, &[(2, Shorts2), (5, Shorts5), (8, Shorts8)]);
        let since = |last: Option<usize>| last.map_or(usize::MAX, |last| at - last);
        signs.set(SectionAbove, since(self.section) == 1);
        signs.set(SectionNear, (2..=10).contains(&since(self.section)));
        signs.set(SectionFar, (11..=40).contains(&since(self.section)));
        signs.set(Sections2, self.sections.is_some_and(|(_, before)| at - before <= 25));
        signs.set(CommentsAbove, self.comments);
        let shape =
            |other: Option<usize>| other.and_then(|other| self.looks.get(other)).map(|look| look.shape);
        signs.set(StampAbove, shape(at.checked_sub(1)) == Some(Shape::Stamp));
        signs.set(StampBelow, shape(Some(at + 1)) == Some(Shape::Stamp));
        signs.set(DatedAbove3, (1..=3).contains(&since(self.dated)));
        signs.set(DatedAbove12, (4..=12).contains(&since(self.dated)));
        signs.set(SignedAbove3, (1..=3).contains(&since(self.signed)));
        signs.set(SignedAbove12, (4..=12).contains(&since(self.signed)));
        let below = |shape: Shape| self.looks[at + 1..].iter().take(8).any(|look| look.shape == shape);
        signs.set(DatedBelow, below(Shape::Stamp));
        signs.set(SignedBelow, below(Shape::Byline));
        let share = self.above * 100 / self.all.max(1);
        const SHARES: [(usize, Signal); 5] = [
            (0, ProseAbove0),
            (10, ProseAbove10),
            (50, ProseAbove50),
            (90, ProseAbove90),
            (99, ProseAbove99),
        ];
        bucket(signs, share, &SHARES);
        self.told(signs, at);
        signs.set(BelowSlide, (1..=2).contains(&since(self.slide)));
        self.above += if self.full[at] { look.words } else { 0 };
        signs.set(ProseBelow0, self.above == self.all);
        match look.shape {
            Shape::Stamp => self.dated = Some(at),
            Shape::Byline => self.signed = Some(at),
            _ => {}
        }
        if look.tells(Tells::Section) {
            self.sections = self.section.map(|last| (at, last));
            self.section = Some(at);
            self.under = true;
            let words = &self.text[look.range.start()..look.range.end()];
            let speaks = ["omment", "OMMENT", "iscussion", "onversation"];
            self.comments |= self.above > 0 && speaks.iter().any(|word| words.contains(word));
        }
        if signs.has(Slide) {
            self.slide = Some(at);
        }
    }

    /// What its neighbours tell of a line without a full stop: the head of another story, or the text of a picture.
    fn told(&mut self, signs: &mut Signals, at: usize) {
        use Signal::*;
        let look = &self.looks[at];
        let next = self.looks.get(at + 1);
        let inside = self.above > 0;
        let short = look.shape == Shape::Short;
        let title = inside && short && look.words >= 5 && look.hit.is_none();
        let stamped = next.is_some_and(|next| next.shape == Shape::Stamp);
        let is_credit = |hit: Hit| matches!(hit.tells, Tells::Caption | Tells::Credit);
        let credit = next.is_some_and(|next| next.credited || next.hit.is_some_and(is_credit));
        let full_next = self.full.get(at + 1) == Some(&true);
        let last = at.checked_sub(1).and_then(|last| self.looks[last].markup);
        self.under &= !self.full[at];
        self.replies += usize::from(look.leads_on && look.words <= 6 && stamped);
        signs.set(CreditBelow, credit && short);
        signs.set(UnderSection, self.under);
        signs.set(UnderSectionTitle, self.under && title);
        signs.set(DatedTitle, title && stamped);
        signs.set(AltText, inside && signs.has(NextHolds) && short && !full_next);
        signs.set(Replies, self.replies > 1);
        signs.set(
            TeaserBox,
            inside && look.is_marked(Signs::INSET) && last.is_some_and(|last| last.linked >= 90),
        );
        signs.set(AgainAmong, title && signs.has(Again));
    }
}

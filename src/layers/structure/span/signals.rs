//! Reads the signs of every paragraph: what it looks like, what the paste says of it, what stands around it.

use super::core::{self, Core};
use super::of_pages;
use super::signs::{Signal, Signals};
use crate::article::HintKind;
use crate::layers::structure::look::{Look, Shape};
use crate::layers::structure::phrases::Tells;
use crate::layers::structure::picture::Picture;
use crate::layers::word_table::WordTable;
use crate::tokens::{Token, TokenKind};
use std::sync::OnceLock;

const PAGE_WORDS: &str = include_str!("../../../resources/page-words.tsv");

/// The signs of every paragraph.
pub(super) fn all(text: &str, tokens: &[Token], looks: &[Look], core: &Core) -> Vec<Signals> {
    let mut around = Around::new(text, looks, core);
    let one = |(at, look): (usize, &Look)| {
        let mut signs = Signals::default();
        if core::is_full(look, core.seen[at]) {
            signs.words = look.words.min(core::MOST) as u8;
        }
        shape(&mut signs, look);
        phrases(&mut signs, look);
        words(&mut signs, text, &tokens[look.tokens.clone()], look);
        whole(&mut signs, core, at);
        of_pages::alone(&mut signs, text, &tokens[look.tokens.clone()]);
        around.read(&mut signs, at);
        markup(&mut signs, look);
        of_pages::together(&mut signs, look);
        signs
    };
    looks.iter().enumerate().map(one).collect()
}

/// Sets the one sign whose bound is the first that the number does not pass.
fn bucket(signs: &mut Signals, number: usize, bounds: &[(usize, Signal)]) {
    if let Some((_, sign)) = bounds.iter().find(|(bound, _)| number <= *bound) {
        signs.set(*sign, true);
    }
}

fn shape(signs: &mut Signals, look: &Look) {
    use Signal::*;
    const LENGTHS: [(usize, Signal); 7] = [
        (1, Word1),
        (3, Words3),
        (7, Words7),
        (11, Words11),
        (19, Words19),
        (39, Words39),
        (usize::MAX, Words40),
    ];
    bucket(signs, look.words, &LENGTHS);
    let sign = match look.shape {
        Shape::Prose => Prose,
        Shape::Short => Short,
        Shape::Row => Row,
        Shape::Item => Item,
        Shape::Stamp => Stamp,
        Shape::Byline => Byline,
        Shape::Mark | Shape::Rule => RuleOff,
    };
    signs.set(sign, true);
    let prose = look.is_prose();
    signs.set(Full, prose && look.stops && look.words >= core::FULL);
    signs.set(BriefSentence, prose && look.stops && look.words < core::FULL);
    signs.set(LeadsOn, look.leads_on);
    signs.set(Titled, look.words >= 3 && look.title_case >= 75);
    signs.set(Bracketed, look.bracketed);
    signs.set(Contact, look.contact);
    signs.set(Note, look.note);
    signs.set(Credited, look.credited);
    signs.set(Shows, look.picture > Picture::No);
    signs.set(Author, look.is_author());
    signs.set(Dateline, look.dateline);
}

fn phrases(signs: &mut Signals, look: &Look) {
    use Signal::*;
    let Some(hit) = look.hit else { return };
    let sign = match hit.tells {
        Tells::Furniture if hit.whole => FurnitureWhole,
        Tells::Furniture => Furniture,
        Tells::Section => Section,
        Tells::Signoff => Signoff,
        Tells::Correction | Tells::Update => Correction,
        Tells::Caption => CaptionPhrase,
        Tells::Credit => CreditPhrase,
        Tells::Kicker => Kicker,
    };
    signs.set(sign, true);
}

fn words(signs: &mut Signals, text: &str, tokens: &[Token], look: &Look) {
    use Signal::*;
    let (first, last) = (tokens[0], tokens[tokens.len() - 1]);
    let end = last.of(text);
    signs.set(Ellipsis, matches!(end, "..." | "…"));
    signs.set(Asks, end == "?");
    signs.set(Exclaims, end == "!");
    signs.set(Small, first.kind == TokenKind::Word && first.of(text).starts_with(char::is_lowercase));
    signs.set(Quoted, tokens.iter().any(|token| token.kind == TokenKind::Quote));
    signs.set(Figure, tokens.iter().any(|token| token.kind == TokenKind::Number));
    signs
        .set(Strokes, tokens.iter().any(|token| matches!(token.of(text), "|" | "›" | "»" | "•" | "·" | ">")));
    let letters = |token: &&Token| token.kind == TokenKind::Word;
    let shouts = |token: &Token| !token.of(text).contains(char::is_lowercase);
    signs.set(Shouts, look.words >= 2 && tokens.iter().filter(letters).all(shouts));
    let mut page = 0;
    for token in tokens.iter().filter(letters).take(80) {
        let word = token.of(text);
        match word {
            "said" | "says" | "told" | "according" | "added" => signs.set(Said, true),
            "you" | "your" | "You" | "Your" => signs.set(You, true),
            "we" | "our" | "us" | "We" | "Our" => signs.set(We, true),
            _ => page += usize::from(page_words().get(word).is_some()),
        }
    }
    signs.set(PageWord, page == 1);
    signs.set(PageWords, page > 1);
}

fn page_words() -> &'static WordTable<()> {
    static TABLE: OnceLock<WordTable<()>> = OnceLock::new();
    TABLE.get_or_init(|| {
        WordTable::new(PAGE_WORDS.lines().filter(|line| !line.starts_with('#')).map(|word| (word, ())))
    })
}

fn whole(signs: &mut Signals, core: &Core, at: usize) {
    use Signal::*;
    let same = |other: Option<usize>| other.and_then(|other| core.keys.get(other)) == Some(&core.keys[at]);
    signs.set(Again, core.seen[at] > 1);
    signs.set(AgainNext, same(Some(at + 1)));
    signs.set(AgainLast, same(at.checked_sub(1)));
    let run = &core.run;
    signs.set(InRun, run.contains(&at));
    signs.set(RunStarts, at == run.start);
    signs.set(RunEnds, at + 1 == run.end);
    let above = run.start.saturating_sub(at);
    signs.set(AboveRun, (1..=8).contains(&above));
    signs.set(FarAboveRun, above > 8);
    let below = (at + 1).saturating_sub(run.end);
    signs.set(BelowRun, (1..=8).contains(&below));
    signs.set(FarBelowRun, below > 8);
    const SHARES: [(usize, Signal); 5] =
        [(0, Shared0), (20, Shared20), (40, Shared40), (60, Shared60), (100, Shared100)];
    signs.set(NextHolds, core.in_next[at] >= 50);
    signs.set(LastHolds, core.in_last[at] >= 50);
    if let Some(share) = core.shared[at] {
        bucket(signs, share.into(), &SHARES);
    }
}

fn markup(signs: &mut Signals, look: &Look) {
    use Signal::*;
    let Some(hint) = look.markup else { return };
    let sign = match hint.kind {
        Some(HintKind::Heading(1)) => Some(Heading1),
        Some(HintKind::Heading(2)) => Some(Heading2),
        Some(HintKind::Heading(_)) => Some(Heading3),
        Some(HintKind::Item) => Some(HintItem),
        Some(HintKind::Row) => Some(HintRow),
        Some(HintKind::Caption) => Some(HintCaption),
        None => None,
    };
    if let Some(sign) = sign {
        signs.set(sign, true);
    }
    if hint.linked >= 10 {
        bucket(signs, hint.linked.into(), &[(49, Linked10), (89, Linked50), (100, Linked90)]);
    }
    for bit in hint.signs.bits() {
        if let Some(sign) = Signal::ALL.get(InNav as usize + bit) {
            signs.set(*sign, true);
        }
    }
}

/// What stands around a paragraph, read from top to bottom.
struct Around<'a> {
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
    signoff: Option<usize>,
    dated: Option<usize>,
    signed: Option<usize>,
    /// A section stands above, and no full sentence since.
    under: bool,
    /// The last line that is one of a row of pictures.
    slide: Option<usize>,
}

impl<'a> Around<'a> {
    fn new(text: &'a str, looks: &'a [Look], core: &Core) -> Self {
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
            signoff: None,
            dated: None,
            signed: None,
            under: false,
            slide: None,
        }
    }

    fn read(&mut self, signs: &mut Signals, at: usize) {
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
        signs.set(SignoffNear, (1..=6).contains(&since(self.signoff)));
        let shape =
            |other: Option<usize>| other.and_then(|other| self.looks.get(other)).map(|look| look.shape);
        signs.set(StampAbove, shape(at.checked_sub(1)) == Some(Shape::Stamp));
        signs.set(StampBelow, shape(Some(at + 1)) == Some(Shape::Stamp));
        let since = |last: Option<usize>| last.map_or(usize::MAX, |last| at - last);
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
        let title = |other: Option<usize>| {
            let look = other.and_then(|other| self.looks.get(other));
            look.is_some_and(|look| look.shape == Shape::Short && look.words >= 5 && look.hit.is_none())
        };
        let own = |other: Option<usize>| {
            let look = other.and_then(|other| self.looks.get(other));
            look.is_some_and(|look| {
                look.contact
                    || look.hit.is_some_and(|hit| matches!(hit.tells, Tells::Furniture | Tells::Section))
            })
        };
        let credit = self.looks.get(at + 1).is_some_and(|next| {
            next.credited || next.hit.is_some_and(|hit| matches!(hit.tells, Tells::Caption | Tells::Credit))
        });
        let inside = self.above > 0;
        signs.set(CreditBelow, credit && look.shape == Shape::Short);
        self.under &= !self.full[at];
        signs.set(UnderSection, self.under);
        signs.set(UnderSectionTitle, self.under && inside && title(Some(at)));
        signs.set(DatedTitle, inside && title(Some(at)) && shape(Some(at + 1)) == Some(Shape::Stamp));
        signs.set(AgainAmong, inside && signs.has(Again) && title(Some(at)));
        signs.set(OwnAbove, own(at.checked_sub(1)));
        signs.set(OwnBelow, own(Some(at + 1)));
        signs.set(BesideTitle, title(Some(at)) && (title(at.checked_sub(1)) || title(Some(at + 1))));
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
        if look.tells(Tells::Signoff) {
            self.signoff = Some(at);
        }
    }
}

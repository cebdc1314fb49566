//! Reads the signs of every paragraph: what it looks like, what the paste says of it, what stands around it.

use super::around::Around;
use super::core::{self, Core};
use super::of_pages;
use super::signs::{Signal, Signals, bucket};
use crate::document::hints::HintKind;
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
        Tells::Kicker => return,
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

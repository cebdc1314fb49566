//! What a paragraph looks like by itself, before its neighbours are asked.

use super::phrases::{self, Hit, Tells};
use super::picture::{self, Picture};
use super::signed::{self, Signed};
use super::{alternative, byline, timestamp};
use crate::document::hints::{Hint, HintKind, Signs};
use crate::layers::dateline::read::opens;
use crate::text::TextRange;
use crate::tokens::{Token, TokenKind};
use std::ops::Range;

/// One paragraph, measured.
pub(super) struct Look {
    /// Its place in the text.
    pub range: TextRange,
    /// Its place among the tokens.
    pub tokens: Range<usize>,
    /// Its shape.
    pub shape: Shape,
    /// The phrase that tells its part.
    pub hit: Option<Hit>,
    /// What the source said of it.
    pub hint: Option<HintKind>,
    /// All that the source said of it, where it is rich.
    pub markup: Option<Hint>,
    /// Words and numbers.
    pub words: usize,
    /// Of the longer words, so many in a hundred begin with a capital letter.
    pub title_case: usize,
    /// It opens with a dateline.
    pub dateline: bool,
    /// A time stamp that names a day with its year.
    pub dated: bool,
    /// What it has to do with the author.
    pub signed: Signed,
    /// It ends in the credit of a picture: "(PTI Photo)", "(ABC News: Amir Roe)".
    pub credited: bool,
    /// It holds an address, a telephone number, the page's menu or an entry of its ticker, and nothing else.
    pub contact: bool,
    /// It is the alternative text of a picture, or its file's name.
    pub alternative: bool,
    /// It says who somebody is, as a note on the author does.
    pub note: bool,
    /// It reads like the line under a picture.
    pub picture: Picture,
    /// It stands in brackets.
    pub bracketed: bool,
    /// It ends in a colon.
    pub leads_on: bool,
    /// It ends as sentences do.
    pub stops: bool,
    /// It ends in a figure, is all in capitals or holds two commas: a result, not a headline. Of an item, that
    /// it ends in a figure.
    pub listed: bool,
}

/// The shape of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// A list mark and nothing else.
    Mark,
    /// A list mark and words.
    Item,
    /// Signs that part the page: "***", "____".
    Rule,
    /// Nothing but date and time.
    Stamp,
    /// "By Jane Doe"
    Byline,
    /// Columns of figures.
    Row,
    /// Full sentences.
    Prose,
    /// A line without a full stop.
    Short,
}

impl Look {
    pub(super) fn tells(&self, tells: Tells) -> bool {
        self.hit.is_some_and(|hit| hit.tells == tells)
    }

    /// It could be a name alone, or a role.
    pub(super) fn is_author(&self) -> bool {
        matches!(self.signed, Signed::Name(_) | Signed::Role)
    }

    /// Whether its markup says so.
    pub(super) fn is_marked(&self, sign: Signs) -> bool {
        self.markup.is_some_and(|hint| hint.signs.has(sign))
    }

    pub(super) fn is_prose(&self) -> bool {
        self.shape == Shape::Prose
    }
}

/// A line that the source says names a day is a time stamp if it has so many words at most.
const LONGEST_STAMP: usize = 12;

/// Measures a paragraph. `top` says that the article may not have begun yet: only there it asks
/// for a dateline, and for pictures that no date tells.
pub(super) fn look(
    text: &str,
    all: &[Token],
    place: Range<usize>,
    range: TextRange,
    hint: Option<Hint>,
    top: bool,
) -> Look {
    let tokens = &all[place.clone()];
    let dateline = top && opens(text, tokens) && !timestamp::is_placed(text, tokens);
    let words = tokens.iter().filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number)).count();
    let shape = if dateline { Shape::Prose } else { shape(text, tokens, words) };
    let told = hint.and_then(|hint| hint.day).filter(|_| words <= LONGEST_STAMP);
    let shape = if told.is_some() && shape == Shape::Short { Shape::Stamp } else { shape };
    let prose = shape == Shape::Prose;
    Look {
        range,
        tokens: place,
        shape,
        hit: phrases::find(text, tokens, prose).filter(|_| !dateline),
        hint: hint.and_then(|hint| hint.kind),
        markup: hint,
        words,
        title_case: title_case(tokens),
        dateline,
        dated: shape == Shape::Stamp && (told.is_some() || timestamp::day(text, tokens).is_some()),
        signed: if shape == Shape::Short { signed::signed(text, tokens) } else { Signed::No },
        credited: !dateline && words <= 60 && picture::is_credited(text, tokens),
        contact: is_contact(text, tokens)
            || is_menu(text, tokens, words)
            || (shape == Shape::Short && timestamp::opens_with_ago(text, tokens)),
        alternative: !dateline && alternative::is_alternative(text, tokens, ends_in_stop(text, tokens)),
        note: prose && !dateline && byline::note(text, tokens).is_some(),
        bracketed: tokens[0].of(text) == "(" && tokens[tokens.len() - 1].of(text) == ")",
        leads_on: tokens[tokens.len() - 1].of(text) == ":",
        stops: ends_in_stop(text, tokens),
        listed: match shape {
            Shape::Short => is_listed(text, tokens),
            Shape::Item => tokens[tokens.len() - 1].kind == TokenKind::Number && words > 2,
            _ => false,
        },
        picture: if prose && !dateline { picture::read(text, tokens, top) } else { Picture::No },
    }
}

fn shape(text: &str, tokens: &[Token], words: usize) -> Shape {
    if words == 0 {
        return if tokens.len() == 1 && is_list_mark(tokens[0].of(text)) { Shape::Mark } else { Shape::Rule };
    }
    if timestamp::is_timestamp(text, tokens) || timestamp::is_placed(text, tokens) {
        return Shape::Stamp;
    }
    if byline::is_byline(text, tokens) {
        return Shape::Byline;
    }
    if is_item(text, tokens) {
        return Shape::Item;
    }
    if is_row(text, tokens, words) {
        return Shape::Row;
    }
    if is_prose(text, tokens, words) { Shape::Prose } else { Shape::Short }
}

/// "press@acme.example", "+44 20 7946 0000"
fn is_contact(text: &str, tokens: &[Token]) -> bool {
    let figures = |token: &Token| token.of(text).bytes().filter(u8::is_ascii_digit).count();
    let plus = tokens[0].of(text) == "+";
    let number = plus && tokens.len() <= 12 && tokens.iter().all(|token| token.kind != TokenKind::Word);
    let address = tokens.len() <= 9
        && tokens.iter().any(|token| token.of(text).contains('@') && !token.spaced)
        && tokens[1..].iter().all(|token| !token.spaced);
    // "On HarwickCourier.com: Night buses return"
    let elsewhere = matches!(tokens[0].of(text), "On" | "Also")
        && !ends_in_stop(text, tokens)
        && tokens.iter().take(3).any(|token| token.of(text).ends_with(".com"));
    address || elsewhere || (number && tokens.iter().map(figures).sum::<usize>() >= 7)
}

/// "Home | World | Business | Sport"
fn is_menu(text: &str, tokens: &[Token], words: usize) -> bool {
    let strokes = strokes(text, tokens);
    let named = || tokens.iter().all(|token| token.capital || matches!(token.of(text), "|" | "&" | "and"));
    strokes >= 3 && words <= strokes * 3 + 3 && named()
}

fn strokes(text: &str, tokens: &[Token]) -> usize {
    tokens.iter().filter(|token| token.kind == TokenKind::Sign && token.of(text) == "|").count()
}

fn is_list_mark(sign: &str) -> bool {
    matches!(
        sign,
        "-" | "–"
            | "—"
            | "--"
            | "•"
            | "*"
            | "·"
            | "▪"
            | "◦"
            | "●"
            | "■"
            | "‣"
            | "○"
            | "►"
            | "»"
            | "→"
            | "✓"
            | "+"
    )
}

/// `- word`, `• word`, `1. word`, `2) word`, `a) word`
fn is_item(text: &str, tokens: &[Token]) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.of(text));
    let spaced = |at: usize| tokens.get(at).is_some_and(|token| token.spaced);
    let numbered = tokens[0].kind == TokenKind::Number
        && word(0).len() <= 2
        && matches!(word(1), "." | ")")
        && !spaced(1)
        && spaced(2);
    let lettered = word(0).len() == 1 && tokens[0].kind == TokenKind::Word && word(1) == ")" && spaced(2);
    (is_list_mark(word(0)) && (spaced(1) || word(0) == "•" || word(0) == "*")) || numbered || lettered
}

/// Tabs, strokes or wide gaps between cells; or mostly figures; or the wires' "Net 3 mln vs 2 mln".
fn is_row(text: &str, tokens: &[Token], words: usize) -> bool {
    if words > 40 {
        return false;
    }
    let numbers = tokens.iter().filter(|token| token.kind == TokenKind::Number).count();
    let stops = ends_in_stop(text, tokens);
    let has = |any: &[&str]| tokens.iter().any(|token| any.contains(&token.of(text)));
    (words <= 30 && (numbers >= 2 || !stops) && has_gaps(text, tokens))
        || (!stops && numbers >= 2 && numbers * 5 >= words * 2)
        || (!stops
            && has(&["vs", "vs.", "VS"])
            && (numbers >= 1 || has(&["cts", "mln", "dlrs", "pct", "nil"])))
        || (numbers >= 1 && strokes(text, tokens) >= 2)
}

/// A tab or three blanks between two words.
fn has_gaps(text: &str, tokens: &[Token]) -> bool {
    tokens.windows(2).filter(|pair| pair[1].spaced).any(|pair| {
        let gap = &text[pair[0].end()..pair[1].start()];
        gap == "\t"
            || (gap.len() > 1
                && (gap.contains('\t') || gap.chars().filter(|c| c.is_whitespace()).count() > 2))
    })
}

fn ends_in_stop(text: &str, tokens: &[Token]) -> bool {
    let closes = |token: &&Token| matches!(token.of(text), "”" | "\"" | "’" | "'" | "''" | ")" | "]" | "»");
    let last = tokens.iter().rev().find(|token| !closes(token));
    last.is_some_and(|token| matches!(token.of(text), "." | "?" | "!" | "..." | "…"))
}

/// Full sentences: a full stop at the end, or very long, or a line that leads to a list.
fn is_prose(text: &str, tokens: &[Token], words: usize) -> bool {
    let last = tokens.last().map_or("", |token| token.of(text));
    let quoted = tokens[0].kind == TokenKind::Quote;
    let abbreviated = last.len() > 1 && last.ends_with('.') && words >= 8 && title_case(tokens) < 60;
    let asks = matches!(last, "?" | "!") && words <= 9 && !quoted;
    (ends_in_stop(text, tokens) && !asks)
        || abbreviated
        || words >= 30
        || (last == ":" && words >= 4)
        || (matches!(last, "," | ";" | "—" | "–" | "--") && words >= 10)
        || (quoted && words >= 10 && title_case(tokens) < 50 && !titles_a_quotation(text, tokens))
}

/// "‘We built it badly’: an apology to the valley"
fn titles_a_quotation(text: &str, tokens: &[Token]) -> bool {
    tokens.windows(2).any(|pair| pair[0].kind == TokenKind::Quote && pair[1].of(text) == ":")
}

fn is_listed(text: &str, tokens: &[Token]) -> bool {
    let figure = tokens.last().is_some_and(|token| token.kind == TokenKind::Number);
    let commas = tokens.iter().filter(|token| token.of(text) == ",").count();
    let shouts = !tokens.iter().any(|token| token.of(text).contains(char::is_lowercase));
    figure || commas > 1 || shouts
}

/// Of the words of four letters and more, so many in a hundred begin with a capital letter.
fn title_case(tokens: &[Token]) -> usize {
    let long = || tokens.iter().filter(|token| token.kind == TokenKind::Word && token.range.len() > 3);
    let capital = long().filter(|token| token.capital).count();
    (capital * 100).checked_div(long().count()).unwrap_or(0)
}

//! Quotation marks: which open, which close, and which are none.

use crate::document::quotes::{MarkFault, Unpaired};
use crate::document::structure::Paragraph;
use crate::text::TextRange;
use crate::tokens::{Token, TokenKind};
use style::{Role, Style};

mod roles;
mod style;

/// Words between two quotation marks that stand in no other quotation.
///
/// ```text
/// He said: “She told me ‘no’ twice.” And left.
///          ^^^^^^^^^^^^^^^^^^^^^^^^^
/// ```
///
/// Apostrophes, primes ("6'2"), decades ('90s) and contractions are no quotation
/// marks. A mark left open runs to the end of its paragraph, as when a
/// quotation goes on in the next one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quoted {
    /// With its marks.
    pub range: TextRange,
    /// First token: the opening mark, or the first word where the quotation goes on without one.
    pub first: usize,
    /// The token after the last.
    pub last: usize,
    /// No mark closes it in its paragraph.
    pub open: bool,
    /// Goes on from the paragraph before.
    pub carried: bool,
    /// British single marks.
    pub single: bool,
    /// How many words it holds.
    pub words: usize,
}

/// No quotation is nested deeper; a cap keeps a line of nothing but marks linear.
const DEEPEST: usize = 6;

/// The outermost quotations of a text, and the marks without their other half.
#[derive(Debug, Default)]
pub struct Reading {
    /// In text order.
    pub quoted: Vec<Quoted>,
    /// Paragraph by paragraph.
    pub unpaired: Vec<Unpaired>,
}

/// Finds the outermost quotations of every paragraph.
pub fn read(text: &str, tokens: &[Token], structure: &[Paragraph]) -> Reading {
    let mut reading = Reading::default();
    let mut from = 0;
    let mut left_open: Option<(Style, TextRange)> = None;
    for paragraph in structure {
        from += tokens[from..].partition_point(|t| t.start() < paragraph.range.start());
        let to = from + tokens[from..].partition_point(|t| t.start() < paragraph.range.end());
        if from == to {
            continue;
        }
        let scan = Scan { text, tokens, from, to };
        left_open = scan.run(left_open, &mut reading);
        from = to;
    }
    reading.unpaired.extend(left_open.map(|(_, mark)| never_closed(mark)));
    reading
}

fn never_closed(range: TextRange) -> Unpaired {
    Unpaired { range, fault: MarkFault::NeverClosed }
}

/// One paragraph's tokens.
struct Scan<'t> {
    text: &'t str,
    tokens: &'t [Token],
    from: usize,
    to: usize,
}

impl Scan<'_> {
    /// Reads the paragraph's quotations; what it leaves open may go on in the next.
    fn run(&self, before: Option<(Style, TextRange)>, reading: &mut Reading) -> Option<(Style, TextRange)> {
        let reopens = self.mark(self.from).is_some_and(|(sides, _)| sides.opens);
        let carried = before.is_some();
        let mut carry = before.map(|(style, _)| style).filter(|_| !reopens);
        let mut goes_on = reopens;
        let mut open: Vec<(Style, usize)> = Vec::new();
        let mut inner: Vec<(usize, usize)> = Vec::new();
        for at in (self.from..self.to).filter(|&at| self.tokens[at].kind == TokenKind::Quote) {
            match self.role(at, &open, carry) {
                None => {}
                Some((Role::Open, style)) => {
                    carry = None;
                    if open.len() < DEEPEST {
                        open.push((style, at));
                    }
                }
                Some((Role::Close(depth), _)) => {
                    let (style, first) = open[depth];
                    open.truncate(depth);
                    if depth == 0 {
                        let goes_on = carried && first == self.from;
                        reading.quoted.push(self.piece(first, at + 1, style, false, goes_on));
                        inner.clear();
                    } else if depth == 1 && open[0].0 == style {
                        inner.push((first, at + 1));
                    }
                }
                Some((Role::CloseCarried, style)) => {
                    reading.quoted.push(self.piece(self.from, at + 1, style, false, true));
                    (carry, goes_on) = (None, true);
                }
                Some((Role::Stray, _)) => {
                    let range = self.tokens[at].range;
                    reading.unpaired.push(Unpaired { range, fault: MarkFault::NeverOpened });
                }
            }
        }
        reading.unpaired.extend(before.filter(|_| !goes_on).map(|(_, mark)| never_closed(mark)));
        self.recover(&open, &inner, carried, reading)
    }

    /// What to do with a mark that nothing closed: where whole quotations of its kind follow it,
    /// they stand and it does not; else it runs to the end of the paragraph.
    fn recover(
        &self,
        open: &[(Style, usize)],
        inner: &[(usize, usize)],
        carried: bool,
        reading: &mut Reading,
    ) -> Option<(Style, TextRange)> {
        let single = |style: Style| matches!(style, Style::Single | Style::StraightSingle);
        let goes_on = |style: Style, at: usize| !single(style) || self.opens_again(at);
        let &(style, first) = open.iter().find(|&&(style, at)| goes_on(style, at))?;
        let mark = self.tokens[first].range;
        if open[0].1 == first && !inner.is_empty() {
            let pieces = inner.iter().map(|&(first, last)| self.piece(first, last, style, false, false));
            reading.quoted.extend(pieces);
            reading.unpaired.push(never_closed(mark));
            return None;
        }
        let carried = carried && first == self.from;
        (first + 1 < self.to).then(|| {
            reading.quoted.push(self.piece(first, self.to, style, true, carried));
            (style, mark)
        })
    }

    /// A single mark that opens this paragraph, or follows a colon in it, and opens the next one too: a
    /// quotation over several paragraphs.
    ///
    /// ```text
    /// ‘The deal is dead, and nobody says so.
    /// ‘We tried for a year,’ said Marlow.
    /// ```
    fn opens_again(&self, at: usize) -> bool {
        let word = |at: usize| self.tokens.get(at).map_or("", |token| token.of(self.text));
        let leads = at == self.from || matches!(word(at - 1), ":" | ",");
        let next = self.mark(self.to).is_some_and(|(sides, mark)| sides.opens && mark == word(at));
        leads && next && self.tokens[self.to].starts_line
    }

    fn piece(&self, first: usize, last: usize, style: Style, open: bool, carried: bool) -> Quoted {
        let range = self.tokens[first].range.cover(self.tokens[last - 1].range);
        let words = self.tokens[first..last]
            .iter()
            .filter(|t| t.kind == TokenKind::Word || t.kind == TokenKind::Number);
        let single = matches!(style, Style::Single | Style::StraightSingle);
        Quoted { range, first, last, open, carried, single, words: words.count() }
    }
}

//! Quotation marks: which open, which close, and which are none.

use crate::layers::structure::Paragraph;
use crate::text::TextRange;
use crate::tokens::{Token, TokenKind};

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

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Style {
    Curly,
    Low,
    Guillemets,
    Turned,
    Straight,
    Ticks,
    Single,
    StraightSingle,
}

/// No quotation is nested deeper; a cap keeps a line of nothing but marks linear.
const DEEPEST: usize = 6;

/// Finds the outermost quotations of every paragraph.
pub fn find(text: &str, tokens: &[Token], structure: &[Paragraph]) -> Vec<Quoted> {
    let mut found: Vec<Quoted> = Vec::new();
    let mut from = 0;
    let mut left_open = None;
    for paragraph in structure {
        from += tokens[from..].partition_point(|t| t.start() < paragraph.range.start());
        let to = from + tokens[from..].partition_point(|t| t.start() < paragraph.range.end());
        if from == to {
            continue;
        }
        let scan = Scan { text, tokens, from, to };
        let (pieces, open) = scan.run(left_open);
        left_open = open;
        found.extend(pieces);
        from = to;
    }
    found
}

/// One paragraph's tokens.
struct Scan<'t> {
    text: &'t str,
    tokens: &'t [Token],
    from: usize,
    to: usize,
}

impl Scan<'_> {
    /// The paragraph's quotations, and the style left open at its end.
    fn run(&self, carried: Option<Style>) -> (Vec<Quoted>, Option<Style>) {
        let mut found = Vec::new();
        let mut open: Vec<(Style, usize)> = Vec::new();
        let mut first_inner_close = None;
        let mut carry = carried.filter(|_| self.mark(self.from).is_none_or(|m| !m.0.opens));
        for at in self.from..self.to {
            let Some((mark, style)) = self.role(at, &open, carry) else { continue };
            match mark {
                Role::Open if open.len() < DEEPEST => open.push((style, at)),
                Role::Open => {}
                Role::Close(depth) => {
                    let (style, first) = open[depth];
                    open.truncate(depth);
                    if depth == 0 {
                        found.push(self.piece(
                            first,
                            at + 1,
                            style,
                            false,
                            carried.is_some() && first == self.from,
                        ));
                        first_inner_close = None;
                    } else if open[0].0 == style {
                        first_inner_close.get_or_insert(at);
                    }
                }
                Role::CloseCarried => {
                    found.push(self.piece(self.from, at + 1, style, false, true));
                    carry = None;
                }
            }
            if !matches!(mark, Role::CloseCarried) {
                carry = carry.filter(|_| found.is_empty() && open.is_empty());
            }
        }
        let left = self.recover(&mut found, &open, first_inner_close, carried.is_some());
        let still = carry.filter(|_| open.is_empty() && found.is_empty());
        if still.is_some() {
            return (found, None);
        }
        (found, left)
    }

    /// What to do with a mark that nothing closed.
    fn recover(
        &self,
        found: &mut Vec<Quoted>,
        open: &[(Style, usize)],
        inner: Option<usize>,
        carried: bool,
    ) -> Option<Style> {
        let &(style, first) =
            open.iter().find(|(style, _)| !matches!(style, Style::Single | Style::StraightSingle))?;
        let carried = carried && first == self.from;
        match inner {
            Some(close) if open[0].1 == first => {
                found.push(self.piece(first, close + 1, style, false, carried));
                None
            }
            _ if first + 1 < self.to => {
                found.push(self.piece(first, self.to, style, true, carried));
                Some(style)
            }
            _ => None,
        }
    }

    fn piece(&self, first: usize, last: usize, style: Style, open: bool, carried: bool) -> Quoted {
        let range = self.tokens[first].range.cover(self.tokens[last - 1].range);
        let words = self.tokens[first..last]
            .iter()
            .filter(|t| t.kind == TokenKind::Word || t.kind == TokenKind::Number);
        let single = matches!(style, Style::Single | Style::StraightSingle);
        Quoted { range, first, last, open, carried, single, words: words.count() }
    }

    /// A token as a quotation mark.
    fn mark(&self, at: usize) -> Option<(Sides, &str)> {
        let token = self.tokens.get(at).filter(|t| t.kind == TokenKind::Quote)?;
        Some((self.sides(at), token.of(self.text)))
    }

    /// Which sides of a mark touch words.
    fn sides(&self, at: usize) -> Sides {
        let token = &self.tokens[at];
        let before = self.text[..token.start()].chars().next_back().filter(|_| at > self.from);
        let after = self.text[token.end()..].chars().next();
        let opening = |c: char| c.is_whitespace() || "([{—–-―/“‘«\"'„".contains(c);
        let closing = |c: char| c.is_whitespace() || ".,;:?!)]}—–-―/…”’»\"'“".contains(c);
        let free_before = before.is_none_or(opening);
        let free_after = after.is_none_or(closing);
        let touches_after = after.is_some_and(|c| !c.is_whitespace());
        let touches_before = before.is_some_and(|c| !c.is_whitespace());
        Sides {
            opens: free_before && touches_after,
            closes: touches_before && free_after,
            after_digit: before.is_some_and(|c| c.is_ascii_digit()),
            after_space: before.is_none_or(char::is_whitespace),
            before_space: after.is_none_or(char::is_whitespace),
        }
    }

    fn role(&self, at: usize, open: &[(Style, usize)], carry: Option<Style>) -> Option<(Role, Style)> {
        let (sides, word) = self.mark(at)?;
        let close = |styles: &[Style]| {
            let depth = open.iter().rposition(|(style, _)| styles.contains(style))?;
            Some((Role::Close(depth), open[depth].0))
        };
        use Style::*;
        match word {
            "“" => match close(&[Low]) {
                Some(closing) => Some(closing),
                None if sides.closes && !sides.opens && sides.before_space => close(&[Curly, Straight]),
                None => Some((Role::Open, Curly)),
            },
            "„" | "‚" => Some((Role::Open, Low)),
            "‟" => Some((Role::Open, Curly)),
            "``" => Some((Role::Open, Ticks)),
            "''" => close(&[Ticks, Straight]).or_else(|| self.straight(sides, open, carry)),
            "”" => close(&[Curly, Low])
                .or_else(|| close(&[Straight]).filter(|_| sides.closes))
                .or_else(|| carry.map(|style| (Role::CloseCarried, style)))
                .or_else(|| (sides.opens && sides.after_space).then_some((Role::Open, Curly))),
            "«" | "‹" => match close(&[Turned]) {
                Some(closing) => Some(closing),
                None => Some((Role::Open, Guillemets)),
            },
            "»" | "›" => close(&[Guillemets])
                .or_else(|| carry.map(|style| (Role::CloseCarried, style)))
                .or_else(|| {
                    (sides.opens && sides.after_space && !sides.before_space).then_some((Role::Open, Turned))
                }),
            "\"" => self.straight(sides, open, carry),
            "‘" | "‛" => self.opens_single(at, sides).then_some((Role::Open, Single)),
            "’" => close(&[Single]).filter(|_| self.closes_single(at, sides)),
            "'" | "`" => match close(&[StraightSingle, Single]).filter(|_| self.closes_single(at, sides)) {
                Some(closing) => Some(closing),
                None => (sides.after_space && self.opens_single(at, sides))
                    .then_some((Role::Open, StraightSingle)),
            },
            _ => None,
        }
    }

    /// The same sign opens and closes: its sides tell, and where they do not, what stands open.
    fn straight(&self, sides: Sides, open: &[(Style, usize)], carry: Option<Style>) -> Option<(Role, Style)> {
        use Style::*;
        let standing = open.iter().rposition(|(style, _)| matches!(style, Straight | Ticks | Curly));
        match standing {
            // A second opening mark inside: a quotation within, as in `"He asked: "Why?" And left."`
            Some(depth)
                if sides.opens
                    && !sides.closes
                    && sides.after_space
                    && open.len() <= depth + 1
                    && open[depth].0 == Curly =>
            {
                Some((Role::Open, Straight))
            }
            Some(depth) => Some((Role::Close(depth), open[depth].0)),
            None if sides.after_digit && !sides.opens => None,
            None if sides.closes && !sides.opens => carry.map(|style| (Role::CloseCarried, style)),
            None => Some((Role::Open, Straight)),
        }
    }

    /// Not before a decade ('90s), nor where letters were left out ('em, 'til, 'cause).
    fn opens_single(&self, at: usize, sides: Sides) -> bool {
        let Some(next) = self.tokens[..self.to].get(at + 1) else { return false };
        if !sides.opens || next.spaced {
            return false;
        }
        let word = next.of(self.text);
        let left_out = ["em", "til", "tis", "twas", "cause", "n", "round", "bout", "cos", "nuff", "neath"];
        let decade = next.kind == TokenKind::Number && word.len() <= 3;
        !decade && !left_out.iter().any(|short| short.eq_ignore_ascii_case(word))
    }

    /// After a full stop or comma it closes; after a word in s it may be a possessive plural,
    /// unless no other mark follows that could close.
    fn closes_single(&self, at: usize, sides: Sides) -> bool {
        if !sides.closes {
            return false;
        }
        let before = self.tokens[at.max(1) - 1].of(self.text);
        if !before.ends_with('s') || !sides.before_space {
            return true;
        }
        let next_is_small =
            self.tokens[..self.to].get(at + 1).is_some_and(|t| t.kind == TokenKind::Word && !t.capital);
        !next_is_small || !self.another_close(at)
    }

    /// Looks a little way ahead for a mark that closes more surely.
    fn another_close(&self, at: usize) -> bool {
        let ahead = at + 1..self.to.min(at + 40);
        for next in ahead {
            match self.mark(next) {
                Some((_, "‘")) => return false,
                Some((sides, "’" | "'")) if sides.closes => return true,
                _ => {}
            }
        }
        false
    }
}

#[derive(Clone, Copy, Debug)]
struct Sides {
    opens: bool,
    closes: bool,
    after_digit: bool,
    after_space: bool,
    before_space: bool,
}

#[derive(Clone, Copy, Debug)]
enum Role {
    Open,
    Close(usize),
    CloseCarried,
}

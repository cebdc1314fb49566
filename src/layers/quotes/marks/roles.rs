//! Which quotation mark opens, which closes, and which is none.

use super::Scan;
use super::style::{Role, Sides, Style};
use crate::tokens::TokenKind;

impl Scan<'_> {
    /// A token as a quotation mark.
    pub(super) fn mark(&self, at: usize) -> Option<(Sides, &str)> {
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

    /// What a mark does where it stands; nothing where it is an apostrophe, a prime or left alone.
    pub(super) fn role(
        &self,
        at: usize,
        open: &[(Style, usize)],
        carry: Option<Style>,
    ) -> Option<(Role, Style)> {
        let (sides, word) = self.mark(at)?;
        let close = |styles: &[Style]| {
            let depth = open.iter().rposition(|(style, _)| styles.contains(style))?;
            Some((Role::Close(depth), open[depth].0))
        };
        use Style::*;
        let role = match word {
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
                .or_else(|| {
                    // A straight mark left open in the paragraph before is not closed by a curly one.
                    carry.filter(|style| *style != Straight).map(|style| (Role::CloseCarried, style))
                })
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
        };
        role.or_else(|| is_stray(word, sides).then_some((Role::Stray, Straight)))
    }

    /// The same sign opens and closes: its sides tell, and where they do not, what stands open.
    fn straight(&self, sides: Sides, open: &[(Style, usize)], carry: Option<Style>) -> Option<(Role, Style)> {
        use Style::*;
        let standing = open.iter().rposition(|(style, _)| matches!(style, Straight | Ticks | Curly));
        match standing {
            // A second opening mark inside: a quotation within, as in `"He asked: "Why?" And left."`
            Some(depth) if sides.opens && !sides.closes && sides.after_space && open.len() <= depth + 1 => {
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
        if before.ends_with('s') && self.closes_after_stop(at)
            || is_cut_short(before) && self.another_close(at)
        {
            return false;
        }
        if !before.ends_with('s') || !sides.before_space {
            return true;
        }
        let next_is_small =
            self.tokens[..self.to].get(at + 1).is_some_and(|t| t.kind == TokenKind::Word && !t.capital);
        !next_is_small || !self.another_close(at)
    }

    /// "not the girls’.’": the next mark closes, this one is a possessive.
    fn closes_after_stop(&self, at: usize) -> bool {
        let word = |at: usize| self.tokens[..self.to].get(at).map_or("", |token| token.of(self.text));
        let stop = matches!(word(at + 1), "." | "," | "?" | "!");
        stop && matches!(word(at + 2), "’" | "'") && !self.tokens[at + 2].spaced
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

/// "goin’", "an’", "o’": speech as it sounds, with letters left out at the end.
fn is_cut_short(word: &str) -> bool {
    let small = ["an", "o", "th", "wi", "ol"].contains(&word);
    let going = word.len() > 3 && word.ends_with("in") && !word.ends_with("ain");
    small || going && !["begin", "within", "margin", "origin", "ruin", "skin", "join", "coin"].contains(&word)
}

/// A double mark that could only close. After a digit it is a prime.
fn is_stray(word: &str, sides: Sides) -> bool {
    let closes = matches!(word, "”" | "\"" | "''" | "»");
    closes && sides.closes && !sides.opens && !sides.after_digit
}

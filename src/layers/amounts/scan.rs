//! Amounts among the tokens: a number, and what it counts.

use super::is_code;
use super::numbers::{Number, Stretch};
use super::words::Word;
use crate::document::amounts::{Amount, AmountKind};
use crate::document::reason::{Reason, Rule};
use crate::text::TextRange;

/// An amount that was read, by tokens.
struct Read {
    from: usize,
    to: usize,
    kind: AmountKind,
    /// The token of its sign, currency or unit.
    unit: usize,
}

impl Stretch<'_> {
    /// Adds the amounts of the stretch, in order.
    pub fn collect(&self, amounts: &mut Vec<Amount>) {
        let mut at = 0;
        while at < self.tokens.len() {
            at = match self.amount(at) {
                Ok(read) => {
                    amounts.push(self.finish(&read));
                    read.to
                }
                Err(next) => next,
            };
        }
    }

    fn finish(&self, read: &Read) -> Amount {
        let rule = match read.kind {
            AmountKind::Money => Rule::MoneySign,
            AmountKind::Percent => Rule::PercentSign,
            AmountKind::Quantity => Rule::Measure,
        };
        let range = self.range(read.from, read.to);
        Amount { range, kind: read.kind, why: Reason::new(rule, [self.tokens[read.unit].range]) }
    }

    /// The range of some tokens, without the full stop that reads like an initial’s ("30 °C.").
    fn range(&self, from: usize, to: usize) -> TextRange {
        let last = self.tokens[to - 1].range;
        let point = usize::from(matches!(last.of(self.text), "C." | "F."));
        TextRange::new(self.tokens[from].start(), last.end() - point)
    }

    /// The amount that begins at a token, or the token to go on from.
    fn amount(&self, at: usize) -> Result<Read, usize> {
        let found = match self.word(at) {
            Word::Other => return Err(at + 1),
            Word::Sign => self.after_sign(at, at),
            Word::Prefix if self.word(at + 1) == Word::Sign && self.joined(at + 1) => {
                self.after_sign(at, at + 1)
            }
            Word::Code if is_code(self.text, &self.tokens[at]) => self.after_code(at),
            Word::Scales => self.scales(at),
            Word::Pence => self.pence(at),
            Word::Sum => self.sum(at),
            Word::Measured if self.millions(at).is_some() && self.word(at + 1) == Word::Currency => {
                Some(Read { from: at, to: at + 2, kind: AmountKind::Money, unit: at + 1 })
            }
            Word::Measured => Some(Read { from: at, to: at + 1, kind: AmountKind::Quantity, unit: at }),
            Word::Percent if self.figures(at) => {
                Some(Read { from: at, to: at + 1, kind: AmountKind::Percent, unit: at })
            }
            _ => return self.counted(at),
        };
        found.ok_or(at + 1)
    }

    /// "$3.5 million", "US$5", "£5m", "$3-5 billion", "$3-$5".
    fn after_sign(&self, from: usize, sign: usize) -> Option<Read> {
        let millions = || self.millions(sign + 1);
        let mut number = self.number(sign + 1).or_else(millions).filter(|number| number.figures)?;
        if self.dash(number.to) || self.is(number.to, "to") {
            let next = number.to + 1 + usize::from(self.word(number.to + 1) == Word::Sign);
            let signed = next == number.to + 2;
            let tight = self.dash(number.to) && self.joined(number.to) && self.joined(number.to + 1);
            let second =
                self.number(next).filter(|second| second.figures && (tight || signed && !number.scaled));
            number = second.filter(|second| tight || second.scaled).unwrap_or(number);
        }
        let mut to = number.to;
        if matches!(self.word(to), Word::Currency) && !self.is(to, "cents") {
            to += 1;
        }
        Some(Read { from, to, kind: AmountKind::Money, unit: sign })
    }

    /// "4MM", as bankers write millions; without a sign before it these are millimetres.
    fn millions(&self, at: usize) -> Option<Number> {
        let fits = self.word(at) == Word::Measured && self.text(at).ends_with("MM");
        fits.then_some(Number { to: at + 1, figures: true, scaled: true })
    }

    /// "Sh500", "KSh1,200", "R4.5 million": the code is written on to the figures. "R500" alone may be a road.
    fn sum(&self, at: usize) -> Option<Read> {
        let mut to = at + 1;
        while matches!(self.text(to), "," | ".")
            && self.joined(to)
            && self.joined(to + 1)
            && self.figures(to + 1)
        {
            to += 2;
        }
        let scaled = self.word(to) == Word::Scale;
        let road = to == at + 1 && !scaled && self.text(at).starts_with('R') && self.figures_behind(at);
        let to = to + usize::from(scaled);
        (!road).then_some(Read { from: at, to, kind: AmountKind::Money, unit: at })
    }

    /// "R500": a figure is the second letter.
    fn figures_behind(&self, at: usize) -> bool {
        self.text(at).as_bytes().get(1).is_some_and(u8::is_ascii_digit)
    }

    /// "50p"; not the "5p" of "5p.m."
    fn pence(&self, at: usize) -> Option<Read> {
        let clock =
            self.is(at + 1, ".") && self.joined(at + 1) && self.joined(at + 2) && self.is(at + 2, "m");
        (!clock).then_some(Read { from: at, to: at + 1, kind: AmountKind::Money, unit: at })
    }

    /// "Rs 500 crore", "USD 5 million".
    fn after_code(&self, at: usize) -> Option<Read> {
        let number = self.number(at + 1).filter(|number| number.figures)?;
        Some(Read { from: at, to: number.to, kind: AmountKind::Money, unit: at })
    }

    /// "millions of dollars", "hundreds of millions of euros", "thousands of miles".
    fn scales(&self, at: usize) -> Option<Read> {
        let mut next = at;
        while next < at + 6 && self.word(next) == Word::Scales && self.is(next + 1, "of") {
            next += 2;
        }
        (next > at)
            .then(|| self.unit_at(at, next, Number { to: next, figures: false, scaled: true }))
            .flatten()
    }

    /// A number, or a range of two, and what they count.
    fn counted(&self, at: usize) -> Result<Read, usize> {
        let Some(number) = self.number(at) else { return Err(at + 1) };
        let joins = self.dash(number.to) || self.is(number.to, "to");
        let range = self.number(number.to + 1).filter(|_| joins);
        // "a quarter of a million pounds", "a hundred euros"
        let article = matches!(self.word(at), Word::Quarter | Word::Scale);
        let from = if self.is_minus(at) || article { at - 1 } else { at };
        if let Some(read) = range.and_then(|second| self.unit_at(from, second.to, second)) {
            return Ok(read);
        }
        self.unit_at(from, number.to, number).ok_or(number.to)
    }

    /// "-42 degrees", "−5 percent", "minus 5%": a minus, not a hyphen.
    fn is_minus(&self, number: usize) -> bool {
        let Some(sign) = number.checked_sub(1) else { return false };
        if self.is(sign, "minus") {
            return sign == 0 || self.number(sign - 1).is_none();
        }
        matches!(self.text(sign), "-" | "−") && !self.joined(sign) && self.joined(number)
    }

    /// What the number before `at` counts.
    fn unit_at(&self, from: usize, at: usize, number: Number) -> Option<Read> {
        let hyphen = self.dash(at) && self.joined(at) && self.joined(at + 1);
        let unit = at + usize::from(hyphen);
        let read = |to, kind| Some(Read { from, to, kind, unit });
        match self.word(unit) {
            Word::Percent => read(unit + 1, AmountKind::Percent),
            Word::Currency => read(self.after_currency(unit + 1), AmountKind::Money),
            Word::Won if number.scaled => read(unit + 1, AmountKind::Money),
            Word::Code
                if is_code(self.text, &self.tokens[unit]) && matches!(self.text(unit).len(), 3 | 4) =>
            {
                let scaled = !number.scaled && self.word(unit + 1) == Word::Scale;
                read(unit + 1 + usize::from(scaled), AmountKind::Money)
            }
            Word::Sign if !hyphen && number.figures && self.joined(unit) && !self.figures(unit + 1) => {
                read(unit + 1, AmountKind::Money)
            }
            Word::Pounds if self.pounds_are_money(from, unit, number) => {
                read(unit + 1 + usize::from(self.is(unit + 1, "sterling")), AmountKind::Money)
            }
            Word::Unit | Word::Pounds => read(self.after_unit(unit), AmountKind::Quantity),
            Word::Power if self.word(unit + 1) == Word::Unit => read(unit + 2, AmountKind::Quantity),
            Word::Letter if number.figures && !number.scaled && self.is_letter_unit(unit) => {
                read(unit + 1, AmountKind::Quantity)
            }
            _ if self.is(unit, "per") && self.is(unit + 1, "cent") => read(unit + 2, AmountKind::Percent),
            _ if self.is(unit, "percentage") && self.any(unit + 1, &["point", "points"]) => {
                read(unit + 2, AmountKind::Percent)
            }
            _ if self.is(unit, "basis") && self.any(unit + 1, &["point", "points"]) => {
                read(unit + 2, AmountKind::Percent)
            }
            _ if self.is(unit, "nautical") && self.word(unit + 1) == Word::Unit => {
                read(unit + 2, AmountKind::Quantity)
            }
            _ if self.is(unit, "metric") && self.word(unit + 1) == Word::Unit => {
                read(unit + 2, AmountKind::Quantity)
            }
            _ => self.of_a_country(from, unit, number),
        }
    }

    /// "5 million Canadian dollars", "500 Hong Kong dollars".
    fn of_a_country(&self, from: usize, at: usize, number: Number) -> Option<Read> {
        let capitals = (at..at + 2).take_while(|&i| self.capital(i)).count();
        let unit = (at + 1..=at + capitals).find(|&i| {
            matches!(self.word(i), Word::Currency | Word::Pounds)
                || (self.word(i) == Word::Won && number.to == at)
        })?;
        Some(Read { from, to: unit + 1, kind: AmountKind::Money, unit })
    }

    /// "50 cents", "5 mln dlrs": nothing more belongs to it; "10 pence sterling" does.
    fn after_currency(&self, at: usize) -> usize {
        at + usize::from(self.is(at, "sterling"))
    }

    /// "miles per hour", "degrees Celsius", "barrels a day", "20 °C".
    fn after_unit(&self, unit: usize) -> usize {
        let next = unit + 1;
        let rate = self.any(next, &["per", "a", "an"])
            && self.any(
                next + 1,
                &["hour", "second", "day", "minute", "year", "gallon", "litre", "acre", "hectare"],
            );
        if rate {
            return next + 2;
        }
        let degrees = self.any(unit, &["degree", "degrees", "°", "º"]);
        if degrees && self.any(next, &["celsius", "fahrenheit", "centigrade", "c", "f", "c.", "f."]) {
            return next + 1;
        }
        let slashed =
            self.is(next, "/") && self.joined(next) && self.any(next + 1, &["h", "hr", "s", "d", "day"]);
        if slashed { next + 2 } else { next }
    }

    /// "m" for metres and the letters of the scales of heat.
    fn is_letter_unit(&self, at: usize) -> bool {
        matches!(self.text(at), "m" | "C" | "F" | "C." | "F.")
    }

    /// Pounds are money after "million", before "sterling" or a sum in brackets, or near "paid".
    fn pounds_are_money(&self, from: usize, unit: usize, number: Number) -> bool {
        const SPENT: &[&str] = &[
            "cost", "costs", "paid", "pay", "worth", "fined", "fine", "price", "spent", "spend", "earned",
            "earn", "salary", "owed", "raised", "won", "prize",
        ];
        if self.is(unit + 1, "of") {
            return false;
        }
        let sum_follows = self.is(unit + 1, "(") && self.word(unit + 2) == Word::Sign;
        let spent = (from.saturating_sub(5)..from).any(|at| self.any(at, SPENT));
        number.scaled || self.is(unit + 1, "sterling") || sum_follows || spent
    }
}

//! What each sign is worth: the table `resources/span.tsv`.

use super::signs::{Signal, Signals};
use std::sync::OnceLock;

const TABLE: &str = include_str!("../../../resources/span.tsv");

/// What the signs of one paragraph say, in words: a full sentence of ten words is worth ten.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Worth {
    /// Of having it in the article's run.
    pub inside: i32,
    /// Of the run beginning with it.
    pub start: i32,
    /// Of the run having ended right above it.
    pub end: i32,
    /// Above zero, it is the page's though it stands in the run.
    pub aside: i32,
}

/// What each sign is worth, in the order of [`Signal::ALL`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Weights(pub Vec<Worth>);

impl Weights {
    /// Weights that say nothing.
    pub fn none() -> Self {
        Weights(vec![Worth::default(); Signal::ALL.len()])
    }

    /// The sum over a paragraph's signs, and the words of its sentences.
    pub fn of(&self, signs: Signals) -> Worth {
        let mut sum = Worth { inside: i32::from(signs.words()), ..Worth::default() };
        for sign in signs.each() {
            let worth = self.0[sign as usize];
            sum.inside += worth.inside;
            sum.start += worth.start;
            sum.end += worth.end;
            sum.aside += worth.aside;
        }
        sum
    }
}

/// The shipped weights, for plain or for rich text.
pub(super) fn shipped(rich: bool) -> &'static Weights {
    static SHIPPED: OnceLock<[Weights; 2]> = OnceLock::new();
    &SHIPPED.get_or_init(|| [read("plain"), read("rich")])[usize::from(rich)]
}

/// Reads the rows of one kind of text: kind, sign, and what it is worth inside, at the start, at the end, aside.
fn read(kind: &str) -> Weights {
    let mut weights = Weights::none();
    for row in TABLE.lines() {
        let fields: Vec<&str> = row.split('\t').collect();
        let [of, name, numbers @ ..] = &fields[..] else { continue };
        let sign = Signal::ALL.iter().position(|sign| sign.name() == *name);
        let (Some(sign), true) = (sign, *of == kind) else { continue };
        let number = |at: usize| numbers.get(at).and_then(|field| field.parse().ok()).unwrap_or(0);
        weights.0[sign] = Worth { inside: number(0), start: number(1), end: number(2), aside: number(3) };
    }
    weights
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_names_one_sign() {
        let rows = TABLE.lines().filter(|row| !row.starts_with('#'));
        for name in rows.filter_map(|row| row.split('\t').nth(1)) {
            let named = Signal::ALL.iter().filter(|sign| sign.name() == name).count();
            assert_eq!(named, 1, "“{name}”");
        }
    }
}

//! Surnames that are months, days or seasons: "Mrs May", "Mr Winter", and "May" wherever it is her.

use crate::resources::{Classes, fold, words};
use crate::text::TextRange;
use crate::tokens::{Token, TokenKind};

/// Titles after which any word with a capital is somebody’s name.
const COURTESY: [&str; 16] = [
    "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Miss", "Mx", "Dr", "Dr.", "Sir", "Dame", "Lady", "Lord",
    "Messrs", "Messrs.",
];

/// Months, days and seasons that are surnames too.
const DAYS: [&str; 16] = [
    "January",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "Friday",
    "Sunday",
    "Monday",
    "Winter",
    "Summer",
    "Spring",
];

/// What stands before a time and not before a person.
const BEFORE_TIMES: [&str; 24] = [
    "in", "In", "since", "Since", "until", "Until", "till", "last", "next", "this", "early", "late", "mid",
    "every", "each", "during", "During", "on", "On", "through", "between", "Last", "Next", "of",
];

/// A courtesy title, which leaves no doubt about the word behind it.
pub fn is_courtesy(word: &str) -> bool {
    COURTESY.contains(&word)
}

/// Where such surnames stand, in text order: after a title or a first name, and where no time can be meant once one
/// has been.
///
/// ```text
/// Mrs May praised the plan. May said it would start in May.
///     ^^^                   ^^^
/// ```
pub fn surnames(text: &str, tokens: &[Token]) -> Vec<TextRange> {
    let of = |at: usize| tokens.get(at).map_or("", |token| token.of(text));
    let is_day = |at: &usize| tokens[*at].capital && DAYS.contains(&of(*at));
    let days: Vec<usize> = (0..tokens.len()).filter(is_day).collect();
    let led = |at: usize| {
        let before = at.checked_sub(1).filter(|_| !tokens[at].starts_line);
        before.is_some_and(|before| is_courtesy(of(before)) || is_first_name(text, &tokens[before]))
    };
    let figure = |at: usize| tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number);
    let dated = |at: usize| {
        let after = if of(at + 1) == "," { at + 2 } else { at + 1 };
        figure(after)
            || at.checked_sub(1).is_some_and(|before| figure(before) || BEFORE_TIMES.contains(&of(before)))
    };
    let named: Vec<&str> = days.iter().filter(|&&at| led(at) && !figure(at + 1)).map(|&at| of(at)).collect();
    if named.is_empty() {
        return Vec::new();
    }
    let is_name = |at: &&usize| named.contains(&of(**at)) && (led(**at) && !figure(**at + 1) || !dated(**at));
    days.iter().filter(is_name).map(|&at| tokens[at].range).collect()
}

/// A first name and nothing else: "Theresa", not "Early" or "April".
fn is_first_name(text: &str, token: &Token) -> bool {
    if !token.capital || token.kind != TokenKind::Word || token.range.len() < 4 {
        return false;
    }
    let mut key = String::new();
    fold(&mut key, token.of(text));
    let classes = words().classes(&key);
    let names = Classes::FIRST.and(Classes::SURNAME);
    classes.has(Classes::FIRST) && classes.without(names).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::tokenize;

    fn check(text: &str, expected: &[usize]) {
        let found: Vec<usize> = surnames(text, &tokenize(text)).iter().map(|range| range.start()).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_month_behind_a_title_is_a_surname_wherever_it_is_no_time() {
        check("Mrs May left. May said so in May.", &[4, 14]);
        check("Mr August wept. On August 3, August laughed.", &[3, 29]);
        check("Theresa May spoke, and May left.", &[8, 23]);
        check("Ms. Friday came on Friday.", &[4]);
        check("Dr Winter came last winter.", &[3]);
        check("Lord Sunday sat.", &[5]);
    }

    #[test]
    fn months_stay_months() {
        check("He left in May. May was wet.", &[]);
        check("Early May was wet. April March is a month too many.", &[]);
        check("Mary May 5, 2020.", &[]);
    }
}

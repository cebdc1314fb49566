//! Numbers in front of a unit of time: "three", "twenty-five", "5 1/2", "a couple of".

use super::reader::Reader;
use super::word::Word;

/// How many, in thousandths; none for "several".
pub type Count = Option<u32>;

/// Reads a number: "three", "twenty-five", "5 1/2", "two and a half", "several", "a couple of".
pub fn count(r: &Reader, at: usize) -> Option<(Count, usize)> {
    let (whole, next) = match r.word(at) {
        Word::Digits { value, length: 1..=6 } => (value, at + 1),
        Word::Count(tens @ (20 | 30 | 40 | 50 | 60 | 70 | 80 | 90)) => tens_and_ones(r, at, tens),
        Word::Count(n) => hundreds(r, at, n),
        Word::Decimal(thousandths) => return Some((Some(thousandths), at + 1)),
        Word::Some => return some(r, at),
        _ => return None,
    };
    let (thousandths, next) = and_a_half(r, next);
    let whole = whole.min(1_000_000).saturating_mul(1000);
    Some((Some(whole.saturating_add(thousandths)), next))
}

fn tens_and_ones(r: &Reader, at: usize, tens: u32) -> (u32, usize) {
    match r.word(at + 2) {
        Word::Count(ones @ 1..=9) if r.dash(at + 1) => (tens + ones, at + 3),
        _ => (tens, at + 1),
    }
}

/// "two hundred", "two dozen".
fn hundreds(r: &Reader, at: usize, n: u32) -> (u32, usize) {
    match r.word(at + 1) {
        Word::Count(times @ (100 | 12)) if n < 100 => (n * times, at + 2),
        _ => (n, at + 1),
    }
}

/// "1/2", "½" or "and a half" after a number.
pub fn and_a_half(r: &Reader, at: usize) -> (u32, usize) {
    let at_fraction = at + usize::from(r.dash(at));
    if r.is(at_fraction, "1") && r.is(at_fraction + 1, "/") && r.is(at_fraction + 2, "2") {
        return (500, at_fraction + 3);
    }
    if r.hyphen(at) && r.is(at + 1, "and") && r.is(at + 3, "a") && r.is(at + 5, "half") {
        return (500, at + 6);
    }
    if r.is(at, "½") {
        return (500, at + 1);
    }
    if r.is(at, "and") && r.is(at + 1, "a") && r.is(at + 2, "half") {
        return (500, at + 3);
    }
    (0, at)
}

fn some(r: &Reader, at: usize) -> Option<(Count, usize)> {
    if r.is(at, "half") {
        let joined = r.any(at + 1, &["a", "an"]) || r.hyphen(at + 1);
        return joined.then_some((Some(500), at + 2));
    }
    if r.is(at, "many") && r.is(r.back(at, 1), "as") {
        return None;
    }
    let next = at + 1;
    if r.is(at, "couple") {
        return Some((Some(2000), next + usize::from(r.is(next, "of"))));
    }
    Some((None, next))
}

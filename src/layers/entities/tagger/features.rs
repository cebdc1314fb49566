//! What speaks for a tag at a word: its form and neighbours, the run it stands in, the rest of the article.
//!
//! Each feature is a number: the hash of what is seen, mixed with the place of the rule in
//! the list below. The trainer and the page use this very function, so they cannot differ.

use super::model::ADDRESS_BITS;
use super::page::{Manner, Page};
use super::words::Word;
use crate::resources::Classes;
use std::ops::Range;

/// Where a feature of rule `rule` that saw `seen` keeps its weights.
const fn address(rule: u32, seen: u32) -> u32 {
    let mut hash = seen ^ rule.wrapping_mul(0x9e37_79b1);
    hash = (hash ^ (hash >> 16)).wrapping_mul(0x7feb_352d);
    hash = (hash ^ (hash >> 15)).wrapping_mul(0x846c_a68b);
    hash >> (32 - ADDRESS_BITS)
}

const fn both(one: u32, other: u32) -> u32 {
    one.rotate_left(11).wrapping_mul(0x85eb_ca6b) ^ other.wrapping_mul(0xc2b2_ae35)
}

/// Calls `emit` with the rule and the address of every feature of the word at `at`.
pub fn each(
    page: &Page,
    sentence: &Range<usize>,
    manner: Manner,
    at: usize,
    emit: &mut impl FnMut(u32, u32),
) {
    let mut rule = 0;
    each_seen(page, sentence, manner, at, &mut |seen| {
        rule += 1;
        emit(rule, address(rule, seen));
    });
}

/// What [`each_seen`] saw becomes addresses, all at once: four at a time where a processor can.
pub fn addresses(seen: &mut [u32]) {
    for (rule, seen) in (1..).zip(seen) {
        *seen = address(rule, *seen);
    }
}

/// Calls `add` with what each rule sees of the word at `at`, in the order of the rules.
pub fn each_seen(page: &Page, sentence: &Range<usize>, manner: Manner, at: usize, add: &mut impl FnMut(u32)) {
    let word = &page.words[at];
    let near = |distance: isize| neighbour(page, sentence, at, distance);
    let (before, after, before2, after2) = (near(-1), near(1), near(-2), near(2));
    let first = u32::from(at == sentence.start);
    let look = word.shape ^ (manner as u32) << 3 ^ first << 8;
    add(look);
    // The word itself.
    add(word.lower);
    add(word.exact);
    add(word.starts[1]);
    add(word.starts[2]);
    add(word.ends[1]);
    add(word.ends[2]);
    add(word.ends[3]);
    add(both(word.ends[2], look));
    add(both(u32::from(word.class), look));
    add(u32::from(word.class));
    // Its neighbours.
    add(before.lower);
    add(after.lower);
    add(before2.lower);
    add(after2.lower);
    add(both(before.lower, word.lower));
    add(both(word.lower, after.lower));
    add(both(before.lower, look));
    add(both(look, after.lower));
    add(both(before2.lower, before.lower));
    add(both(after.lower, after2.lower));
    add(both(before.shape, look));
    add(both(look, after.shape));
    add(both(both(before.shape, look), after.shape));
    add(both(both(before2.shape, before.shape), look));
    add(both(both(look, after.shape), after2.shape));
    // Their classes.
    let class = |w: &Word| u32::from(w.class) + 1;
    add(class(&before));
    add(class(&after));
    add(both(class(&before), class(word)));
    add(both(class(word), class(&after)));
    add(both(both(class(&before), look), class(&after)));
    add(both(both(class(&before2), class(&before)), look));
    add(both(both(look, class(&after)), class(&after2)));
    add(both(both(class(&before), class(word)), class(&after)));
    // The run of capitals.
    run_features(page, sentence, at, look, add);
    // The word tables.
    table_features(page, sentence, at, look, add);
    // The rest of the article.
    let evidence = &page.evidence[page.slots[at] as usize];
    let marks = u32::from(evidence.marks);
    add(both(marks, look));
    add(both(marks & 0x3, both(first, manner as u32)));
    add(both(marks & 0xfc, u32::from(word.class)));
}

fn neighbour(page: &Page, sentence: &Range<usize>, at: usize, distance: isize) -> Word {
    match at.checked_add_signed(distance) {
        Some(place) if sentence.contains(&place) => page.words[place],
        Some(_) => Word { lower: 2, shape: 2, ..Word::default() },
        None => Word { lower: 1, shape: 1, ..Word::default() },
    }
}

/// What stands before and after the run, its first and last word, and the place in it.
fn run_features(page: &Page, sentence: &Range<usize>, at: usize, look: u32, add: &mut impl FnMut(u32)) {
    let run = page.runs[at];
    let (start, end) = (run.start as usize, run.end as usize);
    let before = neighbour(page, sentence, start, -1);
    let after = neighbour(page, sentence, end - 1, 1);
    let (opening, closing) = (&page.words[start], &page.words[end - 1]);
    let inside = ((at - start).min(3) as u32) << 4 | (end - 1 - at).min(3) as u32;
    let long = inside | ((end - start).min(5) as u32) << 8;
    add(both(long, look));
    add(both(opening.lower, inside & 0xf0));
    add(both(closing.lower, inside & 0x0f));
    add(both(u32::from(opening.class) + 7, inside));
    add(both(u32::from(closing.class) + 7, inside));
    add(both(before.lower, inside));
    add(both(after.lower, inside));
    add(both(u32::from(before.class), both(u32::from(after.class), inside)));
    add(both(both(u32::from(opening.class), u32::from(closing.class)), long));
}

const PEOPLE: u32 =
    Classes::FIRST.and(Classes::SURNAME).and(Classes::PARTICLE).and(Classes::NAME_SUFFIX).bits();
const PLACES: u32 = Classes::PLACE.and(Classes::BIG_CITY).and(Classes::PLACE_WORD).bits();
const BODIES: u32 = Classes::ORGANISATION
    .and(Classes::MEDIA)
    .and(Classes::TEAM)
    .and(Classes::SEAT)
    .and(Classes::ORGANISATION_WORD)
    .and(Classes::TEAM_WORD)
    .bits();
const REST: u32 = !(PEOPLE | PLACES | BODIES | COMMON | Classes::CAPITALS_ONLY.bits());
const COMMON: u32 = Classes::COMMON.bits();

/// What the word tables know of the word, the phrase it stands in, and its neighbours.
fn table_features(page: &Page, sentence: &Range<usize>, at: usize, look: u32, add: &mut impl FnMut(u32)) {
    let near = |distance: isize| {
        let place = at.checked_add_signed(distance).filter(|place| sentence.contains(place));
        place.map_or(1 << 31, |place| page.known[place].own.bits())
    };
    let known = page.known[at];
    let own = known.own.bits();
    let phrase = known.phrase.bits();
    let place = u32::from(known.place);
    let (before, after) = (near(-1), near(1));
    add(both(own & (PEOPLE | COMMON), look));
    add(both(own & (PLACES | COMMON), look));
    add(both(own & (BODIES | COMMON), look));
    add(both(own & (REST | COMMON), look));
    add(both(phrase & (PLACES | PEOPLE), place));
    add(both(phrase & (BODIES | PLACES), place));
    add(both(phrase & (REST | BODIES), place));
    add(both(both(before, own), look));
    add(both(both(own, after), look));
    add(both(before & (PEOPLE | REST), 5));
    add(both(after & (PEOPLE | PLACES | COMMON), 6));
    add(both(after & (BODIES | REST), 7));
    let run = page.runs[at];
    let closing = page.known[run.end as usize - 1].own.bits();
    let opening = page.known[run.start as usize].own.bits();
    let inside = (at as u32 - run.start).min(3) << 4 | (run.end - 1 - at as u32).min(3);
    add(both(closing & (BODIES | PLACES | COMMON), inside));
    add(both(opening & (PEOPLE | PLACES | COMMON), inside));
    add(both(both(opening, closing), inside));
}

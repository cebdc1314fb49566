//! Names of the article that its Headlines in Title Case hide among other capitals.
//!
//! ```text
//! Lytton University Lecturers Strike       … lecturers of Lytton University said …
//! ^^^^^^^^^^^^^^^^^                                       ^^^^^^^^^^^^^^^^^
//! ```

use super::lines::LineKind;
use super::name::Name;
use super::reading::Reading;
use crate::document::entities::Label;
use crate::document::reason::{Reason, Rule};
use crate::resources::{Classes, QuickMap};
use crate::text::TextRange;
use std::ops::Range;

/// A name of a headline that is less sure than this gives way to a name of the article, in thousandths.
const DOUBTFUL: u16 = 400;

/// So many different names are looked for that begin with one word.
const MOST: usize = 64;

/// Words that end a company's name where every word has a capital.
const COMPANIES: [&str; 26] = [
    "Motors",
    "Airlines",
    "Airways",
    "Holdings",
    "Industries",
    "Pharmaceuticals",
    "Pharma",
    "Technologies",
    "Foods",
    "Records",
    "Studios",
    "Pictures",
    "Stores",
    "Inc",
    "Inc.",
    "Ltd",
    "Ltd.",
    "Corp",
    "Corp.",
    "Plc",
    "Health",
    "Energy",
    "Capital",
    "Telecom",
    "Petroleum",
    "Biosciences",
];

/// Words before them that make an ordinary phrase: "Public Health", "Clean Energy".
const ORDINARY: [&str; 48] = [
    "Public",
    "Mental",
    "Global",
    "Women",
    "Men",
    "Child",
    "Maternal",
    "Renewable",
    "Green",
    "Clean",
    "Solar",
    "Wind",
    "Nuclear",
    "Local",
    "Frozen",
    "Healthy",
    "Processed",
    "Human",
    "Working",
    "Digital",
    "Criminal",
    "Medical",
    "Court",
    "New",
    "Big",
    "World",
    "Venture",
    "Private",
    "Foreign",
    "State",
    "National",
    "Federal",
    "Tax",
    "Police",
    "Police",
    "Grocery",
    "Department",
    "Chain",
    "Budget",
    "Major",
    "Low-Cost",
    "Cheap",
    "Rival",
    "Good",
    "Bad",
    "Poor",
    "Animal",
    "Reproductive",
];

/// "Cedar" of "Drivers Sue Cedar Motors Over Brakes": the word before such an end belongs to the name.
pub(super) fn is_company(reading: &Reading, at: usize) -> bool {
    let ends = |at: usize| {
        COMPANIES.contains(&reading.of(at)) && reading.tokens.get(at).is_some_and(|token| !token.starts_line)
    };
    let plain = Classes::SMALL.and(Classes::ROLE).and(Classes::DEMONYM);
    (ends(at + 1) && !ORDINARY.contains(&reading.of(at)) && !reading.classes(at).has(plain))
        || (ends(at) && at > 0 && !reading.tokens[at].starts_line && is_company(reading, at - 1))
}

/// Full names and surnames of the article's sentences, by the number of their first word.
type Known<'n> = QuickMap<u64, Vec<(Range<usize>, &'n Name)>>;

/// Adds the names that sentences of the article hold wherever a headline has the very same words and no
/// better name there. A first name alone is left out, and so is a single ordinary word ("Rice").
pub(super) fn put(reading: &Reading, names: Vec<Name>) -> Vec<Name> {
    let titles: Vec<Range<usize>> = reading
        .lines
        .iter()
        .filter(|line| line.kind == LineKind::Title)
        .map(|line| line.tokens.clone())
        .collect();
    if titles.is_empty() || names.is_empty() {
        return names;
    }
    let is_sure = |name: &&Name| name.score >= DOUBTFUL;
    let sure: Vec<TextRange> = names.iter().filter(is_sure).map(|name| name.range).collect();
    let mut found = find(reading, &known(reading, &names), titles);
    found.retain(|name| !overlaps(&sure, name.range));
    if found.is_empty() {
        return names;
    }
    let better: Vec<TextRange> = found.iter().map(|name| name.range).collect();
    let mut all = names;
    all.retain(|name| is_sure(&name) || !overlaps(&better, name.range));
    all.extend(found);
    all.sort_by_key(|name| name.range.start());
    all
}

/// Whether one of the ranges, in order and disjoint, overlaps another one.
fn overlaps(ranges: &[TextRange], range: TextRange) -> bool {
    let at = ranges.partition_point(|other| other.end() <= range.start());
    ranges.get(at).is_some_and(|other| other.overlaps(range))
}

fn known<'n>(reading: &Reading, names: &'n [Name]) -> Known<'n> {
    let mut known = Known::default();
    for name in names {
        let first = reading.tokens.partition_point(|token| token.end() <= name.range.start());
        let rest = reading.tokens.get(first..).unwrap_or_default();
        let end = first + rest.partition_point(|token| token.start() < name.range.end());
        if first >= end || reading.line_of(first) != LineKind::Sentences {
            continue;
        }
        let mut note = |words: Range<usize>| {
            let named = known.entry(reading.marks[words.start].word).or_default();
            let same = |(other, of): &(Range<usize>, &Name)| {
                of.label == name.label && is_same(reading, other.clone(), words.clone())
            };
            match named.iter().position(same) {
                Some(known) if named[known].1.score < name.score => named[known] = (words, name),
                None if named.len() < MOST => named.push((words, name)),
                _ => {}
            }
        };
        note(first..end);
        if name.label == Label::Person && end > first + 1 {
            note(end - 1..end);
        }
    }
    known
}

fn find(reading: &Reading, known: &Known, titles: Vec<Range<usize>>) -> Vec<Name> {
    let mut found = Vec::new();
    for title in titles {
        let mut at = title.start;
        while at < title.end {
            let candidates = known.get(&reading.marks[at].word).into_iter().flatten();
            let fitting = candidates.filter(|(words, _)| stands_at(reading, at..title.end, words));
            match fitting.max_by_key(|(words, name)| (words.len(), name.score)) {
                Some((words, name)) => {
                    found.push(again(reading, at..at + words.len(), name));
                    at += words.len();
                }
                None => at += 1,
            }
        }
    }
    found
}

/// Whether the words stand where a part of a headline begins, capitals and all.
fn stands_at(reading: &Reading, there: Range<usize>, words: &Range<usize>) -> bool {
    let plain = Classes::COMMON.and(Classes::SMALL).and(Classes::CALENDAR);
    let telling =
        words.len() > 1 || !reading.classes(there.start).has(plain) && reading.of(there.start).len() > 2;
    let here = there.start..there.start + words.len();
    telling
        && here.end <= there.end
        && here.clone().all(|at| !reading.marks[at].taken)
        && is_same(reading, here, words.clone())
}

/// Whether the very same words stand at two places.
fn is_same(reading: &Reading, one: Range<usize>, two: Range<usize>) -> bool {
    one.len() == two.len() && one.zip(two).all(|(one, two)| reading.of(one) == reading.of(two))
}

fn again(reading: &Reading, tokens: Range<usize>, name: &Name) -> Name {
    let range = reading.range(tokens);
    Name { range, why: Reason::new(Rule::SameName, [name.range]), role: None, ..name.clone() }
}

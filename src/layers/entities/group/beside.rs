//! Names that stand beside the one they are another name of.
//!
//! ```text
//! Committee to Defend Observers (CDO)      Edda Arantes, known as Pim
//! ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^  ^^^        ^^^^^^^^^^^^           ^^^
//! ```
//!
//! The letters in brackets need not be initials: "Republican People's Party (CHP)". A place, an agency or
//! what a person has listed is no short name: "Sky Sports (UK)".

use super::super::name::Name;
use super::super::reading::Reading;
use crate::document::entities::Label;
use crate::document::reason::Rule;
use crate::resources::{Classes, QuickMap};

/// What stands between a person's name and the one people use.
const KNOWN_AS: [&str; 12] = [
    "known as",
    ", known as",
    ", also known as",
    ", better known as",
    ", best known as",
    ", widely known as",
    ", popularly known as",
    ", who is known as",
    ", nicknamed",
    ", who is better known as",
    "is known as",
    ", otherwise known as",
];

/// The longest of them, with blanks, quotation marks and "the".
const LONGEST: usize = 40;

/// A full name and the other name beside it, by their places; the other one, wherever it stands, gets
/// the label of the full one.
pub(super) fn pairs(reading: &Reading, names: &mut [Name]) -> Vec<(usize, usize)> {
    let found: Vec<(usize, usize)> = (1..names.len())
        .filter(|&at| is_pair(reading, &names[at - 1], &names[at]))
        .map(|at| (at - 1, at))
        .collect();
    let mut labels: QuickMap<&str, Label> = QuickMap::default();
    for &(full, other) in &found {
        labels.insert(names[other].range.of(reading.text), names[full].label);
    }
    if !labels.is_empty() {
        for name in names.iter_mut().filter(|name| name.why.rule != Rule::UserList) {
            name.label = labels.get(name.range.of(reading.text)).copied().unwrap_or(name.label);
        }
    }
    found
}

fn is_pair(reading: &Reading, full: &Name, other: &Name) -> bool {
    let range = full.range.end()..other.range.start();
    if range.len() > LONGEST || (other.why.rule == Rule::UserList && other.label != full.label) {
        return false;
    }
    let Some(between) = reading.gap(range.start, range.end) else { return false };
    let written = full.range.of(reading.text);
    match full.label {
        Label::Organisation if matches!(&*between, " (" | " (the ") => {
            let after = &reading.text[other.range.end()..];
            // "UNITED NATIONS (Northwire) -" has an agency.
            let closes = after.starts_with(')') && !after[1..].trim_start().starts_with(['-', '–', '—']);
            let longer = written.contains(' ') && written.len() > other.range.len();
            let short = other.range.of(reading.text);
            // "Observatory of Volcanoes and Quakes (Ovsik)": a word that no table knows.
            let coined = !reading.sport
                && other.classes.is_empty()
                && written.split_whitespace().count() > 2
                && !short.contains(char::is_whitespace);
            closes && longer && is_free(other) && (is_acronym(short) || coined)
        }
        Label::Person if is_free(other) => {
            let between = between.trim_end_matches(['"', '“', '‘', '\'', ' ']).trim_start();
            let between = between.strip_suffix(" the").unwrap_or(between);
            KNOWN_AS.contains(&between)
        }
        _ => false,
    }
}

/// Two to six letters, at least half of them capitals: "CPJ", "BoU".
fn is_acronym(word: &str) -> bool {
    let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
    let capitals = word.chars().filter(|letter| letter.is_uppercase()).count();
    (2..=6).contains(&letters)
        && capitals >= 2
        && capitals * 2 >= letters
        && word.chars().all(|letter| letter.is_alphanumeric() || matches!(letter, '.' | '-' | '&'))
}

/// Not the name of something else.
fn is_free(other: &Name) -> bool {
    let known =
        Classes::PLACE.and(Classes::AGENCY).and(Classes::DEMONYM).and(Classes::GROUP).and(Classes::EVENT);
    !other.classes.has(known)
}

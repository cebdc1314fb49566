//! Towns that are not the gazetteer's: a state or country behind the name says which one is meant.
//!
//! ```text
//! He died in Paris, Texas.      moved to Cordoba, Spain      Paris was his home.
//!            ^^^^^  ^^^^^ US               ^^^^^^^  ^^^^^ ES   ^^^^^ the one told last
//! ```
//!
//! A state decides wherever it stands; a country only where the town is somewhere ("in", "from") and no list goes
//! on ("between London, France and Spain"). What the gazetteer knows of its own town is not said of the other.

use super::super::name::{Elsewhere, Name};
use super::super::places::known;
use super::super::reading::{Reading, key_of};
use crate::document::entities::{Label, PlaceKind};
use crate::layers::dateline::places as datelines;
use crate::resources::{Place, QuickMap, fold};
use crate::text::TextRange;

/// Further than a state reaches, in ten-thousandths of a degree.
const FAR: i32 = 70_000;

/// Notes with each town where the text has it; a town named alone is the one told last, or the first told later.
pub(super) fn tell(reading: &Reading, names: &mut [Name]) {
    let told: Vec<Option<(u64, Option<Elsewhere>)>> = names.iter().map(|name| told(reading, name)).collect();
    let mut latest: QuickMap<u64, Option<Elsewhere>> = QuickMap::default();
    for (key, place) in told.iter().flatten().rev() {
        latest.insert(*key, *place);
    }
    if latest.values().all(Option::is_none) && told.iter().flatten().all(|(_, place)| place.is_none()) {
        return;
    }
    for (name, told) in names.iter_mut().zip(told) {
        match told {
            Some((key, place)) => {
                latest.insert(key, place);
                name.elsewhere = place;
            }
            None if name.label == Label::Place => {
                name.elsewhere = latest.get(&key_of(name.range.of(reading.text))).copied().flatten();
            }
            None => {}
        }
    }
}

/// A town's number and where the text has it; none where the text does not say.
fn told(reading: &Reading, name: &Name) -> Option<(u64, Option<Elsewhere>)> {
    let place =
        known(reading, name).filter(|place| place.kind == PlaceKind::City && name.label == Label::Place)?;
    let region = region_after(reading, name.range)?;
    Some((
        key_of(name.range.of(reading.text)),
        Some(region).filter(|region| is_elsewhere(reading, &place, region)),
    ))
}

fn is_elsewhere(reading: &Reading, town: &Place, told: &Elsewhere) -> bool {
    let country = datelines::country(told.region).map(|known| known.country);
    if town.country != told.country {
        return country != Some(town.country);
    }
    let mut key = String::new();
    fold(&mut key, told.region);
    let state = reading.words.get(&key).and_then(|entry| reading.words.place(entry));
    let (Some(town), Some(state)) = (town.position, state.and_then(|state| state.position)) else {
        return false;
    };
    (town.0 - state.0).abs() > FAR || (town.1 - state.1).abs() > FAR
}

/// "Texas" of ", Texas", "Ont." of ", Ont.", "Spain" of "in Cordoba, Spain,".
fn region_after(reading: &Reading, town: TextRange) -> Option<Elsewhere> {
    let at = reading.tokens.partition_point(|token| token.start() < town.end());
    let from = at + 1;
    if reading.of(at) != "," || !reading.is_capital(from) {
        return None;
    }
    let words = |end: usize| reading.range(from..end).of(reading.text);
    let named = |&end: &usize| (from..end).all(|at| reading.is_capital(at));
    let ends = || (from + 1..=(from + 3).min(reading.tokens.len())).rev().filter(named);
    let state = ends().find_map(|end| datelines::state(words(end)));
    let country = || {
        let (end, known) = ends().find_map(|end| Some((end, datelines::country(words(end))?)))?;
        (is_somewhere(reading, town) && !goes_on(reading, end)).then_some(known)
    };
    let known = state.or_else(country)?;
    Some(Elsewhere { country: known.country, region: known.name })
}

/// "in", "from" before a town, or it stands in the dateline.
fn is_somewhere(reading: &Reading, town: TextRange) -> bool {
    let at = reading.tokens.partition_point(|token| token.end() <= town.start());
    let before = at.checked_sub(1).map_or("", |before| reading.of(before));
    let leads = [
        "in", "In", "from", "From", "to", "near", "Near", "at", "outside", "of", "around", "into", "through",
        "via", "left", "reached", "visited", "leaving", "toward", "towards", "over",
    ];
    leads.contains(&before) || reading.dateline.is_some_and(|place| place.contains(town))
}

/// A list goes on after a country: "Cuba and Chile", "Cuba, Chile and Peru".
fn goes_on(reading: &Reading, end: usize) -> bool {
    match reading.of(end) {
        "and" | "or" | "&" | "/" => true,
        "," => {
            reading.is_capital(end + 1)
                || (matches!(reading.of(end + 1), "and" | "or") && reading.is_capital(end + 2))
        }
        _ => false,
    }
}

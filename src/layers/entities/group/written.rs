//! Writes the drafts down as entities, in the order of their first mention.

use super::super::name::Name;
use super::super::places::{facts, known, told};
use super::super::reading::Reading;
use super::super::roles::ranks;
use super::drafts::Draft;
use super::form::first_name_male;
use crate::document::entities::{Entity, Gender, Label, Mention, PlaceKind};
use crate::document::ids::EntityId;
use crate::layers::titled;
use crate::resources::{Classes, Place, QuickMap};
use crate::text::{TextRange, mend};

/// Writes the drafts down, in the order of their first mention.
pub(super) fn finish(
    reading: &Reading,
    names: Vec<Name>,
    homes: Vec<usize>,
    drafts: Vec<Draft>,
) -> (Vec<Entity>, Vec<Mention>) {
    let mut number: QuickMap<usize, EntityId> = QuickMap::default();
    let mut entities = Vec::new();
    let mut mentions = Vec::with_capacity(names.len());
    for (at, name) in names.iter().enumerate() {
        let draft = homes[at];
        let entity = *number.entry(draft).or_insert_with(|| {
            entities.push(entity(reading, &names, &drafts[draft]));
            EntityId(entities.len() as u32 - 1)
        });
        let Name { range, label, score, ref why, .. } = *name;
        mentions.push(Mention { range, label, entity, score, why: why.clone() });
    }
    (entities, mentions)
}

fn entity(reading: &Reading, names: &[Name], draft: &Draft) -> Entity {
    let mentions = || draft.names.iter().map(|&at| &names[at]);
    let label = mentions().next().map_or(draft.label, |name| name.label);
    let label =
        match mentions().any(|name| name.classes.has(Classes::SEAT) && name.label == Label::Organisation) {
            true => Label::Organisation,
            false => label,
        };
    let known = mentions().find_map(|name| known(reading, name)).filter(|_| label == Label::Place);
    Entity {
        name: full_name(reading, mentions().map(|name| name.range), known),
        label,
        roles: if label == Label::Person { roles(reading, names, draft) } else { Vec::new() },
        gender: gender(reading, draft),
        place: known
            .map(|place| facts(place, mentions().find_map(|name| name.elsewhere)))
            .or_else(|| told(label, mentions().next()?.range.of(reading.text))),
    }
}

/// The longest name, in ordinary case where the article has it; a country's from the gazetteer.
fn full_name(reading: &Reading, ranges: impl Iterator<Item = TextRange>, known: Option<Place>) -> String {
    let mut best: Option<(bool, usize, &str)> = None;
    for range in ranges {
        let words = range.of(reading.text);
        let mixed = words.chars().any(char::is_lowercase);
        let better = best.is_none_or(|(other, length, _)| (mixed, words.len()) > (other, length));
        if better {
            best = Some((mixed, words.len(), words));
        }
    }
    let (mixed, words) = best.map_or((true, ""), |(mixed, _, words)| (mixed, words));
    match known {
        Some(place) if matches!(place.kind, PlaceKind::Country | PlaceKind::Region) || !mixed => {
            place.name.to_owned()
        }
        _ => mend(words).split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

/// An article that gives somebody more titles and roles than these is a list of names.
const MOST_ROLES: usize = 12;

/// The titles and roles given to somebody, each where it is first written: "Mr" once, and once "President" and
/// "president".
fn roles(reading: &Reading, names: &[Name], draft: &Draft) -> Vec<TextRange> {
    let text = reading.text;
    let mut roles: Vec<TextRange> = Vec::new();
    for role in draft.names.iter().filter_map(|&at| role(reading, names, at)) {
        let is_told = roles.iter().any(|told| told.of(text).eq_ignore_ascii_case(role.of(text)));
        if !is_told && roles.len() < MOST_ROLES {
            roles.push(role);
        }
    }
    roles
}

/// Words before a role that say whether it is held.
const STANDING: [&str; 7] = ["Former", "former", "Acting", "acting", "Interim", "interim", "then"];

/// A role with the name that stands right before it, and with what says whether it is held: "Kremlin
/// spokesperson", "Former Corvanian President".
fn role(reading: &Reading, names: &[Name], at: usize) -> Option<TextRange> {
    let role = names[at].role?;
    if titled::is_courtesy(role.of(reading.text)) {
        return Some(role);
    }
    let first = reading.tokens.partition_point(|token| token.end() <= role.start());
    let role = reading.tokens[ranks(reading, first)].range.cover(role);
    let before = at.checked_sub(1).map(|before| &names[before]).filter(|name| name.label != Label::Person);
    let close = |name: &&Name| reading.gap(name.range.end(), role.start()).as_deref() == Some(" ");
    let role = before.filter(close).map_or(role, |name| name.range.cover(role));
    Some(TextRange::new(held_from(reading, role.start()), role.end()))
}

/// Where the words begin that say whether a role is held. "Then" and "and then" say when something happened.
fn held_from(reading: &Reading, start: usize) -> usize {
    let Some(at) = reading.tokens.partition_point(|token| token.start() < start).checked_sub(1) else {
        return start;
    };
    let word = reading.tokens[at].range;
    let follows = || at > 0 && matches!(reading.of(at - 1), "and" | "," | ";");
    let adverb = || word.of(reading.text) == "then" && follows();
    let beside = || reading.gap(word.end(), start).as_deref() == Some(" ");
    if STANDING.contains(&word.of(reading.text)) && !adverb() && beside() { word.start() } else { start }
}

/// He or she, by a title, or by a first name, be it all that the article tells of the name.
fn gender(reading: &Reading, draft: &Draft) -> Option<Gender> {
    let named = || first_name_male(reading, draft.person.words.first()?);
    let male = draft.male.or_else(named).filter(|_| draft.label == Label::Person)?;
    Some(if male { Gender::Male } else { Gender::Female })
}

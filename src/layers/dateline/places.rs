//! Towns, states and countries as datelines write them.

use crate::document::entities::PlaceKind;
use crate::resources::{self, Classes, Place};
use std::sync::OnceLock;

const PLACES: &str = include_str!("../../resources/datelines.tsv");
const STATES: &str = include_str!("../../resources/states.tsv");
const LABELS: &str = include_str!("../../resources/labels.tsv");

/// A place of the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// Its name in ordinary case.
    pub name: &'static str,
    /// ISO 3166-1 code of its country.
    pub country: &'static str,
}

type Table = Vec<(String, Known)>;

/// A city of the gazetteer, which knows far more of them.
pub fn gazetteer_city(name: &str) -> Option<Place> {
    let mut key = String::new();
    resources::fold(&mut key, name.trim());
    let words = resources::words();
    words.place(words.get(&key)?).filter(|place| place.kind == PlaceKind::City)
}

/// A city whose name is no person's as well: "LINCOLN: We met" is a speaker.
pub fn is_only_a_town(name: &str) -> bool {
    let mut key = String::new();
    resources::fold(&mut key, name);
    let personal = Classes::SURNAME.and(Classes::MALE).and(Classes::FEMALE);
    gazetteer_city(name).is_some() && !resources::words().classes(&key).has(personal)
}

/// Whether a word ends the names of organisations or events: "SINGAPORE AIRLINES – …".
pub fn ends_no_town(word: &str) -> bool {
    let mut key = String::new();
    resources::fold(&mut key, word);
    resources::words().classes(&key).has(Classes::ORGANISATION_WORD.and(Classes::EVENT_WORD))
}

/// A city that datelines leave without state or country.
pub fn city(name: &str) -> Option<Known> {
    static TABLE: OnceLock<Table> = OnceLock::new();
    look_up(TABLE.get_or_init(|| places("city")), name)
}

/// A country by name ("Ukraine", "U.K.").
pub fn country(name: &str) -> Option<Known> {
    static TABLE: OnceLock<Table> = OnceLock::new();
    look_up(TABLE.get_or_init(|| places("country")), name)
}

/// A state or province by name or abbreviation ("Ill.", "IL", "British Columbia").
pub fn state(name: &str) -> Option<Known> {
    static TABLE: OnceLock<Table> = OnceLock::new();
    look_up(TABLE.get_or_init(states), name)
}

/// Whether a word labels a story ("EXCLUSIVE") and so names no town.
pub fn is_label(word: &str) -> bool {
    static TABLE: OnceLock<Vec<&'static str>> = OnceLock::new();
    let words = TABLE.get_or_init(|| {
        let mut words: Vec<_> = rows(LABELS).collect();
        words.sort_unstable();
        words
    });
    words.binary_search(&key(word).as_str()).is_ok()
}

/// The name in ordinary case: "PORT-AU-PRINCE" is "Port-au-Prince", "McALLEN" is "McAllen".
pub fn ordinary_case(name: &str) -> String {
    if let Some(known) = city(name).or_else(|| country(name)) {
        return known.name.to_owned();
    }
    if let Some(place) = gazetteer_city(name).filter(|place| key(place.name) == key(name)) {
        return place.name.to_owned();
    }
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(name.len());
    for (i, piece) in name.split_inclusive([' ', '-', '/']).enumerate() {
        out.push_str(&ordinary_word(piece, i == 0));
    }
    out
}

/// What stands before the names of ships and keeps its capitals.
const SHIPS: [&str; 9] = ["USS", "HMS", "HMCS", "HMAS", "INS", "USNS", "USCGC", "MV", "SS"];

fn ordinary_word(word: &str, first: bool) -> String {
    if first && SHIPS.contains(&word.trim_end()) {
        return word.to_owned();
    }
    const SMALL: [&str; 16] = [
        "de", "la", "le", "les", "en", "upon", "sur", "of", "au", "aux", "du", "del", "do", "da", "the", "es",
    ];
    let lower = word.to_lowercase();
    if !first && SMALL.contains(&lower.trim_end_matches([' ', '-'])) {
        return lower;
    }
    if word.chars().any(char::is_lowercase) && !word.starts_with("Mc") && !word.starts_with("Mac") {
        return capitalised(word);
    }
    let cut = ["Mc", "Mac", "O'", "O’", "D'", "D’", "L'", "L’", "N'", "N’"]
        .iter()
        .find(|prefix| word.starts_with(**prefix))
        .map_or(0, |prefix| prefix.len());
    word[..cut].to_owned() + &capitalised(&word[cut..].to_lowercase())
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    let first = chars.next().map(|c| c.to_uppercase().collect::<String>());
    first.unwrap_or_default() + chars.as_str()
}

fn places(kind: &str) -> Table {
    let fields = rows(PLACES).map(|row| row.split('\t').collect::<Vec<_>>());
    let of_kind = fields.filter_map(|fields| match fields[..] {
        [name, country, of] if of == kind => Some((key(name), Known { name, country })),
        _ => None,
    });
    sorted(of_kind.collect())
}

fn states() -> Table {
    let mut table = Table::new();
    for row in rows(STATES) {
        let mut fields = row.split('\t');
        let (Some(name), Some(country)) = (fields.next(), fields.next()) else { continue };
        let known = Known { name, country };
        let short = fields.next().unwrap_or_default().split(' ').filter(|word| !word.is_empty());
        table.extend([name].into_iter().chain(short).map(|name| (key(name), known)));
    }
    sorted(table)
}

fn sorted(mut table: Table) -> Table {
    table.sort_by(|a, b| a.0.cmp(&b.0));
    table
}

fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.starts_with('#') && !line.is_empty())
}

fn look_up(table: &Table, name: &str) -> Option<Known> {
    let key = key(name);
    table.binary_search_by(|(known, _)| known.as_str().cmp(&key)).ok().map(|at| table[at].1)
}

/// Letters alone, small: "N. Y." and "NY" are one, "SANA’A" and "Sanaa" too.
fn key(name: &str) -> String {
    name.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect()
}

/// Whether the words name a city, state or country of the tables.
pub fn is_place(words: &str) -> bool {
    city(words).is_some() || country(words).is_some() || state(words).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_in_every_spelling() {
        for name in ["Ill.", "IL", "ILLINOIS", "N.Y.", "NY", "W. Va.", "British Columbia"] {
            assert!(state(name).is_some(), "{name}");
        }
        assert_eq!(state("Bavaria").map(|s| s.country), Some("DE"));
        assert_eq!(state("Illness"), None);
    }

    #[test]
    fn names_in_ordinary_case() {
        for (name, expected) in [
            ("LONDON", "London"),
            ("PORT-AU-PRINCE", "Port-au-Prince"),
            ("ST. PAUL", "St. Paul"),
            ("McALLEN", "McAllen"),
            ("O'FALLON", "O'Fallon"),
            ("STRATFORD-upon-AVON", "Stratford-upon-Avon"),
            ("SÃO PAULO", "São Paulo"),
            ("omaha", "Omaha"),
            ("WINSTON-SALEM", "Winston-Salem"),
            ("USS HALVERSON", "USS Halverson"),
        ] {
            assert_eq!(ordinary_case(name), expected);
        }
    }
}

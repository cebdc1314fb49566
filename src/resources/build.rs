//! Makes the table of words from the packed lists and the tables written by hand, see [`super::layout`].

use super::classes::Classes;
use super::gathered::Gathered;
use super::places::{Place, kind_of, position};
use crate::document::entities::PlaceKind;
use std::collections::HashMap;

const PEOPLE: &str = include_str!("packed/people.txt");
const CITIES: &str = include_str!("packed/cities.txt");
const COUNTRIES: &str = include_str!("packed/countries.txt");
const STATES: &str = include_str!("packed/states.txt");
const REGIONS: &str = include_str!("packed/regions.txt");
const COMMON: &str = include_str!("packed/common.txt");
const TABLES: [&str; 6] = [
    include_str!("tables/titles.tsv"),
    include_str!("tables/kinds.tsv"),
    include_str!("tables/place-words.tsv"),
    include_str!("tables/organisations.tsv"),
    include_str!("tables/others.tsv"),
    include_str!("tables/people.tsv"),
];
const WORLD: &str = include_str!("tables/world.txt");
const PLACES: &str = include_str!("tables/places.tsv");
const DEMONYMS: &str = include_str!("tables/demonyms.tsv");

/// Reads every table, or all that the word tagger learns with. Where a name has several places, the first
/// wins: countries, great cities, states, places written by hand, then the other cities.
pub(super) fn build(learning: bool) -> String {
    let mut words = Gathered::default();
    for word in lines(COMMON) {
        words.add(word, Classes::COMMON, 0);
    }
    let countries = add_countries(&mut words);
    add_cities(&mut words, true);
    add_states(&mut words);
    add_hand_places(&mut words, &countries);
    add_cities(&mut words, false);
    add_other_names(&mut words);
    for line in lines(DEMONYMS) {
        let mut columns = line.split('\t');
        if let (Some(word), _, Some(code)) = (columns.next(), columns.next(), columns.next()) {
            words.add(word, Classes::DEMONYM, countries.get(code).copied().unwrap_or(0));
        }
    }
    for line in TABLES.iter().flat_map(|table| lines(table)) {
        add_hand_word(&mut words, line);
    }
    add_blocks(&mut words, PEOPLE);
    if !learning {
        add_world(&mut words);
        add_regions(&mut words);
    }
    words.lay_out()
}

fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.is_empty() && !line.starts_with("# "))
}

/// `code, name, latitude, longitude, other names…`
fn add_countries(words: &mut Gathered) -> HashMap<&'static str, u32> {
    let mut codes = HashMap::new();
    for line in lines(COUNTRIES) {
        let mut columns = line.split('\t');
        let (Some(country), Some(name)) = (columns.next(), columns.next()) else { continue };
        let position = position(columns.by_ref());
        let place = words.add_place(Place { name, kind: PlaceKind::Country, country, position });
        codes.insert(country, place);
        for name in std::iter::once(name).chain(columns) {
            words.add(name, Classes::COUNTRY, place);
        }
    }
    codes
}

/// Blocks headed `#country size` with `name` or `name, latitude, longitude` a line; size 3 is a
/// capital or a city of a million, 2 one of 250,000.
fn add_cities(words: &mut Gathered, great: bool) {
    let (mut country, mut size) = ("", '1');
    for line in lines(CITIES) {
        if let Some(head) = line.strip_prefix('#') {
            country = head.get(..2).unwrap_or_default();
            size = head.chars().last().unwrap_or('1');
            continue;
        }
        if (size == '3') != great {
            continue;
        }
        let mut columns = line.split('\t');
        let name = columns.next().unwrap_or_default();
        let position = position(columns);
        let place = words.add_place(Place { name, kind: PlaceKind::City, country, position });
        let big = if size > '1' { Classes::BIG_CITY } else { Classes::default() };
        words.add(name, Classes::CITY.and(big), place);
    }
}

fn add_states(words: &mut Gathered) {
    for line in lines(STATES) {
        let mut columns = line.split('\t');
        let name = columns.next().unwrap_or_default();
        let position = position(columns);
        let place = words.add_place(Place { name, kind: PlaceKind::Region, country: "US", position });
        words.add(name, Classes::REGION, place);
    }
}

/// Blocks headed `#kind` with a name a line.
fn add_world(words: &mut Gathered) {
    let mut kind = "";
    for line in lines(WORLD) {
        if let Some(head) = line.strip_prefix('#') {
            kind = head;
            continue;
        }
        let place = match kind {
            "facility" | "water" | "mountain" | "region" if words.place_of(line) == 0 => {
                words.add_place(Place { name: line, kind: kind_of(kind), country: "", position: None })
            }
            _ => 0,
        };
        words.add(line, Classes::of_kind(kind), place);
    }
}

/// Blocks headed `#country` with a name a line: a division of the country, where nothing else has the name.
fn add_regions(words: &mut Gathered) {
    let mut country = "";
    for line in lines(REGIONS) {
        if let Some(code) = line.strip_prefix('#') {
            country = code;
        } else if !words.knows(line) {
            let place =
                words.add_place(Place { name: line, kind: PlaceKind::Region, country, position: None });
            words.add(line, Classes::REGION, place);
        }
    }
}

/// `name, kind`, then a country's code or the place that the name is another name of. A `land` or
/// `territory` has its country's code and is a place of its own: Scotland, the West Bank.
fn add_hand_places(words: &mut Gathered, countries: &HashMap<&'static str, u32>) {
    for (name, kind, extra) in hand_places().filter(|(_, kind, _)| !is_other_name(kind)) {
        let code = if extra.len() == 2 { extra } else { "" };
        let add = |words: &mut Gathered| {
            words.add_place(Place { name, kind: kind_of(kind), country: code, position: None })
        };
        let known = words.place_of(name);
        let place = match kind {
            "country" => countries.get(extra).copied().unwrap_or(0),
            _ if extra.len() > 2 => words.place_named(extra),
            "land" | "territory" => add(words),
            _ if known > 0 => known,
            // A city that later blocks bring with its country keeps that country.
            "city" if code.is_empty() => 0,
            _ => add(words),
        };
        words.add(name, Classes::of_kind(kind), place);
    }
}

/// `Kiev, alias, Kyiv`: another name for a place. `Cologne, english, Köln`: its English one.
fn add_other_names(words: &mut Gathered) {
    for (name, kind, other) in hand_places().filter(|(_, kind, _)| is_other_name(kind)) {
        let place = words.place_of(other);
        words.replace_place(name, place);
        if kind == "english" {
            words.rename_place(place, name);
        }
    }
}

fn is_other_name(kind: &str) -> bool {
    matches!(kind, "alias" | "english")
}

fn hand_places() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    lines(PLACES).filter_map(|line| {
        let mut columns = line.split('\t');
        Some((columns.next()?, columns.next()?, columns.next().unwrap_or_default()))
    })
}

fn add_hand_word(words: &mut Gathered, line: &str) {
    let mut columns = line.split('\t');
    let (Some(word), Some(kind)) = (columns.next(), columns.next()) else { return };
    words.add(word, Classes::of_kind(kind), 0);
    if kind.ends_with("-m") || kind.ends_with("-f") {
        words.set_gender(word, kind.ends_with("-m"));
    }
}

/// Blocks headed `#` and letters: m and f for first names, s for surnames; M and F say to whom a name for
/// both leans.
fn add_blocks(words: &mut Gathered, table: &'static str) {
    let (mut classes, mut leans) = (Classes::default(), None);
    for line in lines(table) {
        let Some(head) = line.strip_prefix('#') else {
            words.add(line, classes, 0);
            if let Some(male) = leans {
                words.lean(line, male);
            }
            continue;
        };
        leans = (head.contains(['M', 'F'])).then(|| head.contains('M'));
        classes = head.chars().fold(Classes::default(), |classes, letter| match letter {
            'm' => classes.and(Classes::MALE),
            'f' => classes.and(Classes::FEMALE),
            's' => classes.and(Classes::SURNAME),
            _ => classes,
        });
    }
}

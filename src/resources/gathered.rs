//! Words and phrases as they are gathered from the lists, before they are laid out.

use super::classes::Classes;
use super::fold::fold;
use super::layout::KINDS;
use super::places::Place;
use super::words::first_word;
use std::collections::{BTreeMap, BTreeSet};

/// What is known of one phrase.
#[derive(Clone, Copy, Default)]
struct Known {
    classes: Classes,
    /// 1 for men, 2 for women.
    gender: u8,
    /// Its place's number, from 1 on.
    place: u32,
}

/// All words and phrases, by key.
#[derive(Default)]
pub(super) struct Gathered {
    known: BTreeMap<String, Known>,
    places: Vec<Place>,
}

impl Gathered {
    pub(super) fn add_place(&mut self, place: Place) -> u32 {
        self.places.push(place);
        self.places.len() as u32
    }

    /// Adds a phrase; what was known of it stays, and the first place given wins.
    pub(super) fn add(&mut self, phrase: &str, classes: Classes, place: u32) {
        let key = key(phrase);
        let capitals = phrase.len() > 1 && !phrase.bytes().any(|b| b.is_ascii_lowercase());
        let mut classes = classes;
        let known = self.known.entry(key.clone()).or_default();
        if capitals && classes.has(Classes::ORGANISATION) && !known.classes.has(Classes::ORGANISATION) {
            classes = classes.and(Classes::CAPITALS_ONLY);
        }
        if !capitals && classes.has(Classes::ORGANISATION) {
            known.classes = known.classes.without(Classes::CAPITALS_ONLY);
        }
        known.classes = known.classes.and(classes);
        if known.place == 0 {
            known.place = place;
        }
        if let Some(first) = first_word(&key) {
            self.known.entry(first.to_owned()).or_default();
        }
        if let Some(rest) = key.strip_prefix("st. ") {
            self.add(&format!("St {rest}"), classes, place);
        }
    }

    /// Whether a phrase is known, or begins one that is.
    pub(super) fn knows(&self, phrase: &str) -> bool {
        self.known.contains_key(&key(phrase))
    }

    /// The number of a phrase's place, 0 where it has none.
    pub(super) fn place_of(&self, phrase: &str) -> u32 {
        self.known.get(&key(phrase)).map_or(0, |known| known.place)
    }

    /// The place that was last given this name: of two Georgias the state, for states follow countries.
    pub(super) fn place_named(&self, name: &str) -> u32 {
        self.places.iter().rposition(|place| place.name == name).map_or(0, |place| place as u32 + 1)
    }

    /// Gives a place the name that English has for it.
    pub(super) fn rename_place(&mut self, place: u32, name: &'static str) {
        if let Some(place) = (place as usize).checked_sub(1).and_then(|at| self.places.get_mut(at)) {
            place.name = name;
        }
    }

    /// Another name for a place: it wins over what was known.
    pub(super) fn replace_place(&mut self, phrase: &str, place: u32) {
        self.add(phrase, Classes::CITY.and(Classes::BIG_CITY), place);
        self.known.entry(key(phrase)).or_default().place = place;
    }

    pub(super) fn set_gender(&mut self, phrase: &str, male: bool) {
        self.known.entry(key(phrase)).or_default().gender = if male { 1 } else { 2 };
    }

    /// Says whom a first name is mostly given to, where no table written by hand says so; a title has its own.
    pub(super) fn lean(&mut self, name: &str, male: bool) {
        let known = self.known.entry(key(name)).or_default();
        let titled = known.classes.has(Classes::ROLE.and(Classes::HONORIFIC));
        if known.gender == 0 && !titled {
            known.gender = if male { 1 } else { 2 };
        }
    }

    /// Lines in blocks, see [`super::layout`].
    pub(super) fn lay_out(&self) -> String {
        let mut lines: Vec<Line> =
            self.known.iter().filter_map(|(key, known)| self.line(key, *known)).collect();
        let own: BTreeSet<u32> =
            lines.iter().filter(|line| line.rank < OTHER_NAMES).map(|l| l.place).collect();
        let named: BTreeSet<u32> = lines.iter().map(|line| line.place).collect();
        lines.extend(named.difference(&own).filter_map(|&place| self.nameless(place)));
        lines.sort();
        let places = lines.iter().filter(|line| line.place > 0 && line.rank < OTHER_NAMES);
        let numbers: BTreeMap<u32, usize> =
            places.zip(1..).map(|(line, number)| (line.place, number)).collect();
        let mut table = String::new();
        for block in lines.chunk_by(|one, next| (one.rank, &one.head) == (next.rank, &next.head)) {
            table += &format!("#{}\n", block[0].head);
            for line in block {
                match numbers.get(&line.place).filter(|_| line.rank == OTHER_NAMES) {
                    Some(number) => table += &format!("{}\t{number}\n", line.text),
                    None => table += &format!("{}\n", line.text),
                }
            }
        }
        table
    }

    fn line(&self, key: &str, known: Known) -> Option<Line> {
        let rank = if known.classes.has(Classes::COMMON) { COMMON } else { RARE };
        let gender = ["", " male", " female"][usize::from(known.gender)];
        let phrase = if first_word(key).is_some() { " +" } else { "" };
        let head = format!("{:x}{gender}{phrase}", known.classes.bits());
        Some(match self.place(known.place) {
            // What only begins a phrase is found with that phrase.
            None if known.classes.is_empty() && known.gender == 0 => return None,
            None => Line { rank, head, text: key.to_owned(), place: 0 },
            Some(place) if self::key(place.name) == key => {
                Line { rank, head: head + &about(place), text: written(place), place: known.place }
            }
            Some(_) => {
                Line { rank: OTHER_NAMES, head: head + " =", text: key.to_owned(), place: known.place }
            }
        })
    }

    fn nameless(&self, number: u32) -> Option<Line> {
        let place = self.place(number)?;
        Some(Line { rank: NAMELESS, head: format!("-{}", about(place)), text: written(place), place: number })
    }

    fn place(&self, number: u32) -> Option<&Place> {
        self.places.get((number as usize).checked_sub(1)?)
    }
}

/// Words that texts ask for most come first, to lie side by side in memory; places before their other names.
const COMMON: u8 = 0;
const RARE: u8 = 1;
const NAMELESS: u8 = 2;
const OTHER_NAMES: u8 = 3;

/// A line of a block, in the order of lines.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Line {
    rank: u8,
    head: String,
    text: String,
    place: u32,
}

/// The kind and country of a place, for the head of its block.
fn about(place: &Place) -> String {
    let letter = KINDS.iter().find(|(_, kind)| *kind == place.kind).map_or('o', |(letter, _)| *letter);
    let country = if place.country.is_empty() { String::new() } else { format!(" {}", place.country) };
    format!(" {letter}{country}")
}

/// A place as it is shown, and where it lies.
fn written(place: &Place) -> String {
    match place.position {
        Some((latitude, longitude)) => format!("{}\t{}\t{}", place.name, latitude / 100, longitude / 100),
        None => place.name.to_owned(),
    }
}

/// The key of a phrase.
fn key(phrase: &str) -> String {
    let mut key = String::new();
    fold(&mut key, phrase);
    key
}

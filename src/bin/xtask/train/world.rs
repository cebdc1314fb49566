//! Copies of labelled pages set in another region of the world.
//!
//! ```text
//! Mary Carter of Ohio State said … Carter moved to Boston
//! Akosua Mensah of Ohio State said … Mensah moved to Tamale
//! ```
//!
//! The sources are mostly about America and Europe. In the copies persons have names of one region
//! (`world.tsv`), towns and countries are its own (the gazetteer), and the same name stays the same
//! all over the page: the surname alone is the full name's. One person in four comes from elsewhere.
//! Nationalities, waters and the other words of organisations stay; the tagger does not ask whether
//! a Ghanaian plays for Ohio State.

use super::augment::Chance;
use super::copy::{Rewriting, append, trusted_parts};
use super::read::Labelled;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

const PERSON: usize = 0;
const ORGANISATION: usize = 1;
const PLACE: usize = 2;

/// How full names are made of a first name and a surname, and what stands alone.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Way {
    #[default]
    Given,
    Family,
    Double,
    LastGiven,
    Single,
}

#[derive(Default)]
struct Region {
    way: Way,
    firsts: Vec<String>,
    lasts: Vec<String>,
    towns: Vec<String>,
    countries: Vec<String>,
}

/// All regions, and the places that are swapped for theirs.
pub struct World {
    regions: Vec<Region>,
    towns: BTreeSet<String>,
    countries: BTreeSet<String>,
}

impl World {
    /// Reads names and gazetteer.
    pub fn read(folder: &Path) -> Result<World, String> {
        let read = |path: &Path| {
            std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))
        };
        let packed = folder.with_file_name("packed");
        let towns = towns(&read(&packed.join("cities.txt"))?);
        let countries = read(&packed.join("countries.txt"))?;
        let countries: BTreeMap<&str, &str> = countries
            .lines()
            .filter_map(|line| Some((line.get(..2)?, line.get(3..)?.split('\t').next()?)))
            .collect();
        let path = folder.join("world.tsv");
        let mut regions: BTreeMap<String, Region> = BTreeMap::new();
        for line in read(&path)?.lines().filter(|line| !line.starts_with('#')) {
            let columns: Vec<&str> = line.split('\t').collect();
            let [region, way, what, names] = columns[..] else {
                return Err(format!("{}: “{line}” is not region, how, what, names", path.display()));
            };
            let region = regions.entry(region.to_owned()).or_default();
            region.way = match way {
                "family" => Way::Family,
                "double" => Way::Double,
                "last-given" => Way::LastGiven,
                "single" => Way::Single,
                _ => Way::Given,
            };
            let list = || names.split(", ").map(str::to_owned);
            match what {
                "first" => region.firsts.extend(list()),
                "last" => region.lasts.extend(list()),
                _ => {
                    for code in names.split(' ') {
                        region.towns.extend(towns.get(code).into_iter().flatten().cloned());
                        region.countries.extend(countries.get(code).map(|name| (*name).to_owned()));
                    }
                }
            }
        }
        Ok(World {
            regions: regions.into_values().collect(),
            towns: towns.into_values().flatten().collect(),
            countries: countries.into_values().map(str::to_owned).collect(),
        })
    }

    /// A copy of a page, if it has names to swap; of silver pages only what was decided.
    pub fn copy(&self, page: &Labelled, silver: bool, seed: usize) -> Option<Labelled> {
        let mut chance = Chance::new(seed as u64 + 3_000_000);
        let home = chance.below(self.regions.len());
        let mut cast = Cast { world: self, home, chance, places: BTreeMap::new(), people: BTreeMap::new() };
        let parts = trusted_parts(page, silver);
        let inside = |at: usize| parts.iter().any(|&(start, end)| (start..end).contains(&at));
        for name in page.names.iter().filter(|name| name.kind == PERSON && inside(name.start)) {
            cast.meet(&page.text[name.start..name.end]);
        }
        let mut copy = Labelled { id: page.id.clone(), ..Labelled::default() };
        for part in parts {
            let mut name = |name: &str, kind: usize| cast.swapped(name, kind);
            append(&mut copy, page, part, Rewriting { plain: &mut str::to_owned, name: &mut name });
        }
        (!cast.people.is_empty() || !cast.places.is_empty()).then_some(copy)
    }
}

/// Towns by country whose names are written like names: a word or two, letters only.
fn towns(table: &str) -> BTreeMap<String, Vec<String>> {
    let (mut towns, mut country) = (BTreeMap::<String, Vec<String>>::new(), "");
    for line in table.lines() {
        if let Some(head) = line.strip_prefix('#') {
            country = head.get(..2).unwrap_or("");
            continue;
        }
        let name = line.split('\t').next().unwrap_or("");
        let letters = name.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\''));
        if letters && name.chars().count() < 16 && name.split(' ').count() <= 2 {
            towns.entry(country.to_owned()).or_default().push(name.to_owned());
        }
    }
    towns
}

/// A person's new name, in full and alone.
#[derive(Clone)]
struct NewName {
    first: String,
    full: String,
    alone: String,
}

/// Who and what has become whom and what on one page.
struct Cast<'w> {
    world: &'w World,
    home: usize,
    chance: Chance,
    places: BTreeMap<String, String>,
    /// By old full name, surname or first name.
    people: BTreeMap<String, NewName>,
}

impl Cast<'_> {
    /// Gives a person with a full name a new one, which the surname and the first name alone share.
    fn meet(&mut self, name: &str) {
        let Some((first, last)) = name.split_once(' ') else { return };
        let last = last.rsplit(' ').next().unwrap_or(last);
        if !is_name(first) || !is_name(last) || self.people.contains_key(name) {
            return;
        }
        // "George H. Lee" after "George Lee" is most often he.
        let short = format!("{first} {last}");
        let new = self.people.get(&short).cloned().unwrap_or_else(|| self.invent());
        for old in [name, &short, last, first] {
            self.people.entry(old.to_owned()).or_insert_with(|| new.clone());
        }
    }

    fn invent(&mut self) -> NewName {
        let regions = &self.world.regions;
        let region = if self.chance.below(4) == 0 { self.chance.below(regions.len()) } else { self.home };
        let region = &regions[region];
        let mut one = |of: &[String]| self.chance.one(of).cloned().unwrap_or_default();
        let (first, last, second) = (one(&region.firsts), one(&region.lasts), one(&region.lasts));
        let (full, alone) = match region.way {
            Way::Given => (format!("{first} {last}"), last),
            Way::Family => (format!("{last} {first}"), last),
            Way::Double if self.chance.below(3) == 0 => {
                (format!("{first} {last} {second}"), format!("{last} {second}"))
            }
            Way::Double => (format!("{first} {last} {second}"), last),
            Way::LastGiven => {
                (format!("{last} {first}"), first.rsplit(' ').next().unwrap_or(&first).to_owned())
            }
            Way::Single if self.chance.below(2) == 0 => (last.clone(), last),
            Way::Single => (format!("{first} {last}"), last),
        };
        NewName { first, full, alone }
    }

    fn swapped(&mut self, name: &str, kind: usize) -> String {
        match kind {
            PERSON => self.person(name),
            PLACE => self.place(name).unwrap_or_else(|| name.to_owned()),
            ORGANISATION => self.organisation(name),
            _ => name.to_owned(),
        }
    }

    fn person(&mut self, name: &str) -> String {
        if name.contains(' ') {
            return self.people.get(name).map_or(name, |new| &new.full).to_owned();
        }
        if !is_name(name) {
            return name.to_owned();
        }
        if !self.people.contains_key(name) {
            let new = self.invent();
            self.people.insert(name.to_owned(), new);
        }
        let new = &self.people[name];
        let by_first = self.people.iter().any(|(old, other)| {
            other.full == new.full && old.strip_prefix(name).is_some_and(|rest| rest.starts_with(' '))
        });
        if by_first { new.first.clone() } else { new.alone.clone() }
    }

    /// A town for a town, a country for a country; nothing for other places.
    fn place(&mut self, name: &str) -> Option<String> {
        if let Some(new) = self.places.get(name) {
            return Some(new.clone());
        }
        let region = &self.world.regions[self.home];
        let pool = if self.world.countries.contains(name) {
            &region.countries
        } else if self.world.towns.contains(name) {
            &region.towns
        } else {
            return None;
        };
        let new = self.chance.one(pool)?.clone();
        self.places.insert(name.to_owned(), new.clone());
        Some(new)
    }

    /// A team named by its town; "Bank of Canada" and what else holds a place that is swapped.
    fn organisation(&mut self, name: &str) -> String {
        if let Some(new) = self.place(name) {
            return new;
        }
        let words: Vec<&str> = name.split(' ').collect();
        for (at, word) in words.iter().enumerate() {
            let known = self.places.contains_key(*word) || self.world.countries.contains(*word);
            if let Some(new) = known.then(|| self.place(word)).flatten() {
                return [&words[..at], &[new.as_str()], &words[at + 1..]].concat().join(" ");
            }
        }
        name.to_owned()
    }
}

/// A capital, then at least two small letters; hyphens and apostrophes may part it.
fn is_name(word: &str) -> bool {
    let small = word.chars().filter(|c| c.is_lowercase()).count();
    let letters = word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'));
    word.starts_with(char::is_uppercase) && small >= 2 && letters
}

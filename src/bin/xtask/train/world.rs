//! Copies of labelled pages whose people are from another region of the world.
//!
//! ```text
//! Mary Carter of Ohio State said … Carter moved to Boston
//! Akosua Mensah of Ohio State said … Mensah moved to Boston
//! ```
//!
//! The sources are mostly about America and Europe. In the copies persons have names of one region
//! (`world.tsv`), and the same name stays the same all over the page: the surname alone is the full
//! name's. One person in four comes from elsewhere. Places and organisations stay: towns and countries
//! of the same region in their place, from the gazetteer, were tried and cost more than they brought.

use super::augment::Chance;
use super::copy::{Rewriting, append, trusted_parts};
use super::read::Labelled;
use std::collections::BTreeMap;
use std::path::Path;

const PERSON: usize = 0;

/// One page in so many is copied.
const ONE_IN: usize = 3;

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
}

/// All regions.
pub struct World {
    regions: Vec<Region>,
}

impl World {
    /// Reads the names.
    pub fn read(folder: &Path) -> Result<World, String> {
        let path = folder.join("world.tsv");
        let table = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let mut regions: BTreeMap<String, Region> = BTreeMap::new();
        for line in table.lines().filter(|line| !line.starts_with('#')) {
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
            let names = names.split(", ").map(str::to_owned);
            match what {
                "first" => region.firsts.extend(names),
                _ => region.lasts.extend(names),
            }
        }
        Ok(World { regions: regions.into_values().collect() })
    }

    /// A copy of a page, if it is its turn and it names people; of silver pages only what was decided.
    pub fn copy(&self, page: &Labelled, silver: bool, seed: usize) -> Option<Labelled> {
        let mut chance = Chance::new(seed as u64 + 3_000_000);
        if chance.below(ONE_IN) > 0 {
            return None;
        }
        let home = chance.below(self.regions.len());
        let mut cast = Cast { world: self, home, chance, people: BTreeMap::new() };
        let parts = trusted_parts(page, silver);
        let inside = |at: usize| parts.iter().any(|&(start, end)| (start..end).contains(&at));
        for name in page.names.iter().filter(|name| name.kind == PERSON && inside(name.start)) {
            cast.meet(&page.text[name.start..name.end]);
        }
        let mut copy = Labelled { id: page.id.clone(), ..Labelled::default() };
        for part in parts {
            let mut name =
                |name: &str, kind| if kind == PERSON { cast.person(name) } else { name.to_owned() };
            append(&mut copy, page, part, Rewriting { plain: &mut str::to_owned, name: &mut name });
        }
        (!cast.people.is_empty()).then_some(copy)
    }
}

/// A person's new name, in full and alone.
#[derive(Clone)]
struct NewName {
    first: String,
    full: String,
    alone: String,
}

/// Who has become whom on one page.
struct Cast<'w> {
    world: &'w World,
    home: usize,
    chance: Chance,
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
}

/// A capital, then at least two small letters; hyphens and apostrophes may part it.
fn is_name(word: &str) -> bool {
    let small = word.chars().filter(|c| c.is_lowercase()).count();
    let letters = word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'));
    word.starts_with(char::is_uppercase) && small >= 2 && letters
}

#[cfg(test)]
mod tests {
    use super::super::read::Name;
    use super::*;

    #[test]
    fn a_surname_alone_is_that_of_the_full_name() {
        let world = World::read(Path::new("src/resources/train")).expect("the names are there");
        let text = "Mary Carter left Boston. Carter said so.".to_owned();
        let name = |start, end, kind| Name { start, end, kind };
        let names = vec![name(0, 11, PERSON), name(17, 23, 2), name(25, 31, PERSON)];
        let page = Labelled { text, names, ..Labelled::default() };
        let copies: Vec<Labelled> = (0..60).filter_map(|seed| world.copy(&page, false, seed)).collect();
        assert!((10..40).contains(&copies.len()), "{} copies", copies.len());
        for copy in copies {
            let words = |at: usize| &copy.text[copy.names[at].start..copy.names[at].end];
            assert!(words(0).contains(words(2)) && words(0) != "Mary Carter", "{}", copy.text);
            assert_eq!(words(1), "Boston");
        }
    }
}

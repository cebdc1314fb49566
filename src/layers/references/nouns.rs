//! Nouns that say what somebody is, and which of them mean the same.

use crate::layers::quotes::words;
use crate::resources::{Classes, QuickMap, QuickSet, checksum, fold};
use std::sync::OnceLock;

/// Nouns as numbers: those that mean the same have one, and some stand for others too.
#[derive(Default)]
pub(super) struct Nouns {
    same: QuickMap<u64, u64>,
    wider: QuickMap<u64, Vec<u64>>,
    people: QuickSet<u64>,
    bodies: QuickSet<u64>,
}

/// The table of `same-role.tsv`.
pub(super) fn nouns() -> &'static Nouns {
    static NOUNS: OnceLock<Nouns> = OnceLock::new();
    NOUNS.get_or_init(Nouns::read)
}

/// A word's number, whatever its case.
pub(super) fn number(word: &str) -> u64 {
    let mut key = String::new();
    fold(&mut key, word);
    checksum(key.as_bytes())
}

impl Nouns {
    fn read() -> Self {
        let mut nouns = Nouns::default();
        let lines =
            include_str!("../../resources/same-role.tsv").lines().filter(|line| !line.starts_with('#'));
        for line in lines {
            let mut columns = line.split('\t');
            match (columns.next(), columns.next(), columns.next()) {
                (Some("same"), Some(list), _) => {
                    let first = number(list.split(", ").next().unwrap_or(list));
                    nouns.same.extend(list.split(", ").map(|word| (number(word), first)));
                }
                (Some("wider"), Some(word), Some(list)) => {
                    let narrower = list.split(", ").map(|word| nouns.one(number(word))).collect();
                    nouns.wider.insert(nouns.one(number(word)), narrower);
                }
                (Some("person"), Some(list), _) => nouns.people.extend(list.split(", ").map(number)),
                (Some("body"), Some(list), _) => nouns.bodies.extend(list.split(", ").map(number)),
                _ => {}
            }
        }
        nouns
    }

    fn one(&self, number: u64) -> u64 {
        self.same.get(&number).copied().unwrap_or(number)
    }

    /// The number that a noun shares with all that mean the same.
    pub(super) fn of(&self, noun: &str) -> u64 {
        self.one(number(noun))
    }

    /// Whether the table has the words as a role.
    pub(super) fn knows(&self, words: &str) -> bool {
        let number = number(words);
        self.same.contains_key(&number) || self.wider.contains_key(&number)
    }

    /// The nouns that a wider one stands for as well.
    pub(super) fn narrower(&self, noun: u64) -> &[u64] {
        self.wider.get(&noun).map_or(&[], Vec::as_slice)
    }
}

/// A noun for one person: "mayor", "cyclist", "mother".
pub(super) fn is_person(word: &str) -> bool {
    if word.ends_with('s') && !word.ends_with("ss") {
        return false;
    }
    let entry = words::look_up(word);
    let other = is_body(word) || entry.class & words::DOCUMENT != 0;
    let agent = is_agent(word) && entry.class & !(words::ROLE | words::TITLE) == 0;
    !other && (classes(word).has(Classes::ROLE) || agent || nouns().people.contains(&number(word)))
}

/// A noun for a body: "bank", "ministry", "carmaker".
pub(super) fn is_body(word: &str) -> bool {
    words::look_up(word).class & words::ORGANISATION != 0 && !word.ends_with("ies")
        || nouns().bodies.contains(&number(word))
        || word.ends_with("maker") && word.len() > 6
}

fn classes(word: &str) -> Classes {
    let mut key = String::new();
    fold(&mut key, word);
    crate::resources::words().classes(&key)
}

/// "cyclist", "bricklayer": somebody by what they do.
fn is_agent(word: &str) -> bool {
    const NONE: [&str; 16] = [
        "other", "later", "never", "however", "rather", "either", "after", "under", "summer", "winter",
        "paper", "water", "weather", "together", "further", "matter",
    ];
    let ends = ["er", "or", "ist", "man", "woman", "ian", "eer", "ress"];
    word.len() > 5 && ends.iter().any(|end| word.ends_with(end)) && !NONE.contains(&word)
}

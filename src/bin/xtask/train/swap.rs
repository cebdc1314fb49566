//! Copies of labelled pages with names that nobody has heard of.
//!
//! ```text
//! Iraq's oil ministry said on Monday … talks between Iraq and Kuwait
//! Corvenia's oil ministry said on Monday … talks between Corvenia and Kuwait
//! ```
//!
//! In the sources most unknown names are persons, and a tagger that has read nothing else takes
//! every unknown country and company for one. In the copies what is unknown says nothing: places,
//! organisations and persons get names of the same make, and the words around them decide.
//! Half of a page's names keep theirs. Silver pages give only sentences that were decided by hand.

use super::augment::Chance;
use super::copy::{Rewriting, append, is_plain, trusted_parts};
use super::read::Labelled;
use galley::resources::{Classes, fold, words};
use std::collections::BTreeMap;
use std::path::Path;

const PERSON: usize = 0;
const ORGANISATION: usize = 1;
const PLACE: usize = 2;

/// What many countries end in.
const LANDS: [&str; 8] = ["ia", "ia", "a", "stan", "land", "nia", "esia", "ovia"];

/// Makes names, and swaps them in.
pub struct Swap {
    stems: Vec<String>,
}

impl Swap {
    /// Takes the towns and surnames of the pools to make names from.
    pub fn read(folder: &Path) -> Result<Swap, String> {
        let path = folder.join("pools.tsv");
        let table = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let stems = table.lines().filter_map(|line| {
            line.strip_prefix("city\t").or_else(|| line.strip_prefix("last\t")).filter(|name| is_plain(name))
        });
        Ok(Swap { stems: stems.map(str::to_owned).collect() })
    }

    /// A copy of a page, if it has names to swap; of silver pages only what was decided.
    pub fn copy(&self, page: &Labelled, silver: bool, seed: usize) -> Option<Labelled> {
        let mut chance = Chance::new(seed as u64);
        let mut names = BTreeMap::new();
        let mut copy = Labelled { id: page.id.clone(), ..Labelled::default() };
        for part in trusted_parts(page, silver) {
            let mut name = |name: &str, kind: usize| self.swapped(name, kind, &mut names, &mut chance);
            append(&mut copy, page, part, Rewriting { plain: &mut str::to_owned, name: &mut name });
        }
        names.values().any(Option::is_some).then_some(copy)
    }

    /// The name with its telling word swapped: the only word of a place, the first of an
    /// organisation, the last of a person. The same word is swapped alike all over the page.
    fn swapped(&self, name: &str, kind: usize, names: &mut Names, chance: &mut Chance) -> String {
        let word = match kind {
            PERSON => name.rsplit(' ').next(),
            ORGANISATION => name.split(' ').next().filter(|word| *word == name || !is_ordinary(word)),
            PLACE => Some(name),
            _ => None,
        };
        let Some(word) = word.filter(|word| is_plain(word)) else { return name.to_owned() };
        let new = names
            .entry((kind, word.to_owned()))
            .or_insert_with(|| (chance.below(2) == 0).then(|| self.invent(kind, chance)));
        let new = new.as_deref().unwrap_or(word);
        let at = if kind == PERSON { name.len() - word.len() } else { 0 };
        format!("{}{new}{}", &name[..at], &name[at + word.len()..])
    }

    /// The head of one name and the tail of another, which together no table knows.
    fn invent(&self, kind: usize, chance: &mut Chance) -> String {
        loop {
            let mut half = |is_head: bool| {
                let stem: Vec<char> =
                    chance.one(&self.stems).map_or("Orvel", String::as_str).chars().collect();
                let cut = stem.len() / 2 + chance.below(2);
                if is_head { stem[..cut].iter().collect::<String>() } else { stem[cut..].iter().collect() }
            };
            let (mut word, tail) = (half(true), half(false));
            let land = kind == PLACE && chance.below(3) == 0;
            word.push_str(if land { chance.one(&LANDS).copied().unwrap_or("ia") } else { &tail });
            if word.chars().count() > 3 && classes(&word).is_empty() {
                return word;
            }
        }
    }
}

/// What each word of a kind has become; nothing where it stays.
type Names = BTreeMap<(usize, String), Option<String>>;

/// "National", "Iraqi", "University": such words say what an organisation is.
fn is_ordinary(word: &str) -> bool {
    let says = Classes::COMMON.and(Classes::DEMONYM).and(Classes::ORGANISATION_WORD).and(Classes::SMALL);
    classes(word).has(says)
}

fn classes(word: &str) -> Classes {
    let mut key = String::new();
    fold(&mut key, word);
    words().classes(&key)
}

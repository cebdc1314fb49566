//! `classes.tsv`: the words the tagger knows by the company they keep.

use super::cluster::cluster;
use super::common::each_text;
use super::sources::Sources;
use super::vectors::{Row, Vectors};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// How many clusters.
const CLUSTERS: usize = 512;
/// How many words get their cluster written down: those of the training texts first.
const WORDS: usize = 40_000;
/// Longer ones are addresses and the like.
const LONGEST: usize = 24;

/// `word, cluster` a line, sorted by word; a word written in several ways has the row of the spelling
/// that the training texts use most.
pub fn pack(sources: &Sources, data: &Path) -> Result<String, String> {
    let vectors = Vectors::read(sources)?;
    let uses = count(data)?;
    let mut spelled: BTreeMap<String, Spelling> = BTreeMap::new();
    for (word, row) in vectors.words.iter().filter(|(word, _)| is_word(word)) {
        let spelling = Spelling { uses: uses.get(word).copied().unwrap_or(0), row: *row, all: 0 };
        let best = spelled.entry(word.to_lowercase()).or_insert(spelling);
        if (spelling.uses, best.row) > (best.uses, spelling.row) {
            *best = spelling;
        }
    }
    for (word, count) in &uses {
        if let Some(spelling) = spelled.get_mut(&word.to_lowercase()) {
            spelling.all += count;
        }
    }
    let words = chosen(spelled);
    let used: BTreeSet<usize> = words.values().copied().collect();
    let rows: Vec<Row> = used.iter().map(|&row| vectors.rows[row]).collect();
    let homes: BTreeMap<usize, usize> = used.into_iter().zip(cluster(&rows, CLUSTERS)).collect();
    let mut table = String::from("# word\tclass\n");
    words.iter().for_each(|(word, row)| table += &format!("{word}\t{}\n", homes[row]));
    Ok(table)
}

/// How a word is written most often in the training texts.
#[derive(Clone, Copy)]
struct Spelling {
    uses: u32,
    row: usize,
    /// Uses in all spellings.
    all: u32,
}

/// The words met at least twice, most frequent first, then those of the lowest rows; sorted again.
fn chosen(spelled: BTreeMap<String, Spelling>) -> BTreeMap<String, usize> {
    let mut words: Vec<(String, Spelling)> = spelled.into_iter().collect();
    let met = |spelling: &Spelling| if spelling.all < 2 { 0 } else { spelling.all.min(1000) };
    words.sort_by_key(|(_, spelling)| (std::cmp::Reverse(met(spelling)), spelling.row));
    words.into_iter().take(WORDS).map(|(word, spelling)| (word, spelling.row)).collect()
}

/// Counts the words of the training texts as they are written.
fn count(data: &Path) -> Result<BTreeMap<String, u32>, String> {
    let mut uses: BTreeMap<String, u32> = BTreeMap::new();
    each_text(data, |text| {
        for word in text.split(|c: char| !c.is_alphabetic() && c != '.').map(|word| word.trim_matches('.')) {
            match uses.get_mut(word) {
                Some(count) => *count += 1,
                None => _ = uses.insert(word.to_owned(), 1),
            }
        }
    })?;
    Ok(uses)
}

fn is_word(word: &str) -> bool {
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '_' | '\'' | '’' | '.' | '-');
    word.starts_with(char::is_alphabetic) && word.chars().all(inside) && word.chars().count() <= LONGEST
}

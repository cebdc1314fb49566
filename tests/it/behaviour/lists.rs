//! The words that fill the templates: `tests/behaviour/lists.tsv`.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A word of a list, with what is told of it: "Leeds", `country` GB.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// The word or words.
    pub word: String,
    /// Its fields by name.
    pub fields: BTreeMap<String, String>,
}

impl Entry {
    /// A word of which nothing is told.
    pub fn plain(word: &str) -> Entry {
        Entry { word: word.to_owned(), fields: BTreeMap::new() }
    }

    /// What a template asks of it: the word itself, a field of the table, or a part of the word.
    pub fn field(&self, name: &str) -> Option<String> {
        let told = || self.fields.get(name).cloned();
        Some(match name {
            "" => self.word.clone(),
            "first" => self.word.split(' ').next()?.to_owned(),
            "last" => self.word.rsplit(' ').next()?.to_owned(),
            "capitals" => self.word.to_uppercase(),
            "start" => {
                let mut letters = self.word.chars();
                letters.next()?.to_uppercase().chain(letters).collect()
            }
            _ => told()?,
        })
    }
}

/// All lists by name.
pub struct Lists(BTreeMap<String, Vec<Entry>>);

impl Lists {
    /// Reads the table: list, word, `field=value` …
    pub fn read(path: &Path) -> Lists {
        let file = fs::read_to_string(path).expect("lists.tsv is there");
        let mut lists: BTreeMap<String, Vec<Entry>> = BTreeMap::new();
        for line in file.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            let mut cells = line.split('\t');
            let (list, word) = (cells.next().unwrap_or(""), cells.next().expect("a list and a word"));
            let fields = cells.map(|cell| cell.split_once('=').expect("field=value"));
            let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
            lists.entry(list.to_owned()).or_default().push(Entry { word: word.to_owned(), fields });
        }
        Lists(lists)
    }

    /// The words of a list.
    pub fn get(&self, list: &str) -> Option<&[Entry]> {
        self.0.get(list).map(Vec::as_slice)
    }
}

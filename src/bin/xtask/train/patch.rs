//! Decisions of people about silver labels: `src/resources/train/gmb_patch.tsv`.
//!
//! ```text
//! gmb/2112    66    78    LOC
//! gmb/2111    -     -     NONE
//! # Drawn at random from the rest:
//! gmb/2117    0     6     LOC
//! ```
//!
//! Sentence, start, end (code points, end exclusive), label (PER ORG LOC MISC); no text. All names
//! of a decided sentence are listed; NONE says that it has none. What is listed replaces the
//! sentence's own labels and is trusted.

use super::read::{Labelled, Name, kind_of};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Decided sentences with their names, in code points.
#[derive(Default)]
pub struct Patch {
    sentences: BTreeMap<String, Vec<(usize, usize, usize)>>,
    /// Those that were drawn at random, not for being disputed.
    random: BTreeSet<String>,
}

/// The line that heads the sentences drawn at random.
const RANDOM: &str = "# Drawn at random";

impl Patch {
    /// Reads the file; no file is an empty patch.
    pub fn read(path: &Path) -> Result<Patch, String> {
        let mut patch = Patch::default();
        let Ok(table) = std::fs::read_to_string(path) else { return Ok(patch) };
        let mut random = false;
        for line in table.lines().filter(|line| !line.is_empty()) {
            random |= line.starts_with(RANDOM);
            if line.starts_with('#') {
                continue;
            }
            let bad = || format!("{}: “{line}” is not sentence, start, end, label", path.display());
            let columns: Vec<&str> = line.split('\t').collect();
            let [sentence, start, end, label] = columns[..] else { return Err(bad()) };
            let names = patch.sentences.entry(sentence.to_owned()).or_default();
            if random {
                patch.random.insert(sentence.to_owned());
            }
            if label != "NONE" {
                let place = |column: &str| column.parse().map_err(|_| bad());
                names.push((place(start)?, place(end)?, kind_of(label).ok_or_else(bad)?));
            }
        }
        Ok(patch)
    }

    /// How many sentences are decided.
    pub fn len(&self) -> usize {
        self.sentences.len()
    }

    /// Whether the labels at a byte of a text say how often a tagger is right: those of a page do
    /// not whose sentences were decided because they are hard, or not decided at all.
    pub fn tells(&self, article: &Labelled, at: usize) -> bool {
        let part = article.parts.iter().rfind(|(_, start)| *start <= at);
        part.is_none_or(|(sentence, _)| self.random.contains(sentence))
    }

    /// Puts what is decided in the place of an article's labels.
    pub fn apply(&self, article: &mut Labelled) {
        let Some(names) = self.sentences.get(&article.id) else { return };
        let bytes: Vec<usize> =
            article.text.char_indices().map(|(at, _)| at).chain([article.text.len()]).collect();
        let place = |at: usize| bytes[at.min(bytes.len() - 1)];
        article.names = names
            .iter()
            .map(|&(start, end, kind)| Name { start: place(start), end: place(end), kind })
            .collect();
        article.names.sort_by_key(|name| name.start);
        article.decided = vec![(0, article.text.len())];
    }
}

//! How many names were found, and whether those of one entity were brought together.

use super::Tally;
use super::labels::Labelled;
use galley::document::Document;
use galley::document::entities::Label;
use galley::text::TextRange;

/// Counts over all articles.
#[derive(Default)]
pub struct Scores {
    /// Names with their exact words and label.
    pub names: Tally,
    precision: Mean,
    recall: Mean,
}

/// A name that was found: its key in the labels, the entity it was given, its words.
type Grouped<'a> = (&'a str, u32, &'a str);

/// A mean in whole numbers: millionths summed over mentions.
#[derive(Default)]
struct Mean {
    sum: usize,
    count: usize,
}

impl Mean {
    fn add(&mut self, part: usize, whole: usize) {
        self.sum += 1_000_000 * part / whole.max(1);
        self.count += 1;
    }

    fn value(&self) -> usize {
        self.sum / self.count.max(1)
    }
}

impl Scores {
    /// B³ F1 over the mentions that were found, in tenths of a per cent: for each, which of its
    /// companions belong (precision) and which of those that belong are its companions (recall).
    pub fn grouped(&self) -> u32 {
        let (precision, recall) = (self.precision.value(), self.recall.value());
        (2 * precision * recall / (precision + recall).max(1) / 1000) as u32
    }

    /// Adds one article's counts, and its misses to `wrong`.
    pub fn compare(&mut self, gold: &Labelled, document: &Document, wrong: &mut Vec<String>) {
        let named = [Label::Person, Label::Organisation, Label::Place, Label::Group];
        let found: Vec<(TextRange, &str, u32)> = document
            .layers
            .mentions
            .iter()
            .filter(|mention| named.contains(&mention.label))
            .map(|mention| (mention.range, mention.label.name(), mention.entity.0))
            .collect();
        self.names.wanted += gold.names.len();
        self.names.found += found.len();
        let mut both: Vec<Grouped> = Vec::new();
        for (range, label, key) in &gold.names {
            match found.iter().find(|(have, ..)| have == range) {
                Some((_, have, entity)) => {
                    both.push((key, *entity, range.of(&gold.text)));
                    self.names.right += usize::from(have == label);
                    if have != label {
                        wrong.push(format!("{label}, not {have}: {}", range.of(&gold.text)));
                    }
                }
                None => wrong.push(format!("no {label}: {}", range.of(&gold.text))),
            }
        }
        for (range, label, _) in &found {
            if !gold.names.iter().any(|(want, ..)| want == range) {
                wrong.push(format!("{label} that is not there: {}", range.of(&gold.text)));
            }
        }
        self.group(&both, wrong);
    }

    fn group(&mut self, both: &[Grouped], wrong: &mut Vec<String>) {
        for (key, entity, words) in both {
            let with = |same: &dyn Fn(&Grouped) -> bool| both.iter().filter(|one| same(one)).count();
            let correct = with(&|one| one.0 == *key && one.1 == *entity);
            let (together, wanted) = (with(&|one| one.1 == *entity), with(&|one| one.0 == *key));
            self.precision.add(correct, together);
            self.recall.add(correct, wanted);
            if correct < together || correct < wanted {
                wrong.push(format!("{words} ({key}): with {correct} of its {wanted}, {together} in all"));
            }
        }
    }
}

//! What a format will not carry of a document, told before it is written.

use crate::document::Document;
use crate::export::wanted::Wanted;
use crate::standoff::{BESIDE, Family, Key, LinkKind, Standoff};

/// What a format has a place for.
pub struct Keeps<'a> {
    /// The format's name.
    pub name: &'static str,
    /// Marks.
    pub families: &'a [Family],
    /// What is told of them.
    pub facts: &'a [Key],
    /// How they belong together.
    pub links: &'a [LinkKind],
}

impl Keeps<'_> {
    /// Sentences about what it has no place for, where the document has it.
    ///
    /// ```text
    /// CoNLL-2003 leaves out 3 pieces of quotations, 2 times.
    /// CoNLL-2003 has no place for full names, scores.
    /// ```
    pub fn losses(&self, document: &Document, wanted: &Wanted) -> Vec<String> {
        let standoff = Standoff::of(document, wanted.filter.furniture);
        self.of(&standoff)
    }

    /// The same of spans.
    pub fn of(&self, standoff: &Standoff) -> Vec<String> {
        let sentence = |verb: &str, what: Vec<String>| {
            (!what.is_empty()).then(|| [self.name, " ", verb, " ", &what.join(", "), "."].concat())
        };
        [sentence("leaves out", self.marks(standoff)), sentence("has no place for", self.facts(standoff))]
            .into_iter()
            .flatten()
            .collect()
    }

    fn marks(&self, standoff: &Standoff) -> Vec<String> {
        let lost = Family::ALL.into_iter().filter(|family| !self.families.contains(family));
        let counted = lost.map(|family| {
            let count = standoff.spans.iter().filter(|span| span.kind.family() == family).count();
            (count, family.words()[usize::from(count != 1)])
        });
        let told = counted.filter(|(count, _)| *count > 0);
        told.map(|(count, words)| [&count.to_string(), " ", words].concat()).collect()
    }

    fn facts(&self, standoff: &Standoff) -> Vec<String> {
        let kept = || standoff.spans.iter().filter(|span| self.families.contains(&span.kind.family()));
        let told = |key: &Key| kept().any(|span| span.fact(*key).is_some());
        let lost = Key::ALL.iter().filter(|key| !self.facts.contains(key)).filter(|key| told(key));
        let mut words: Vec<String> = lost.map(|key| key.words().to_owned()).collect();
        words.dedup();
        let linked = |kinds: &[LinkKind]| {
            standoff.links.iter().any(|link| kinds.contains(&link.kind) && !self.links.contains(&link.kind))
        };
        if self.families.contains(&Family::Quotations) {
            let beside = BESIDE.map(|(link, _)| link);
            words.extend(linked(&beside).then(|| "which words beside a quotation belong to it".to_owned()));
        }
        words
    }
}

//! The syntax of sentences: parts of speech, noun phrases with their heads, and for each verb who does it,
//! what it takes, and which clause.
//!
//! Nothing here is shown: the layers that follow ask it. A sentence's words get their parts of speech when one of
//! them first asks, and its tree is built when somebody asks for more than that, as few do. It is a small trained reader (see `resources/CARD.md`): about one branch in six is
//! wrong, so who asks keeps to what it can also see.

pub mod atoms;
pub mod model;
pub mod parser;
pub mod relations;
pub mod seen;
pub mod table;
pub mod tagger;
pub mod tags;
mod tree;

use crate::layers::entities::tagger::model::Model as Words;
use crate::sentences::Sentence;
use crate::text::TextRange;
use crate::tokens::Token;
use atoms::{Atom, Run};
use model::Model;
use parser::ROOT;
use seen::Seen;
use std::cell::{OnceCell, RefCell};
use std::ops::Range;
use std::sync::OnceLock;
use tags::Tag;
use tree::Leaf;
pub use tree::Tree;

/// An article's sentences, each read when it is first asked for.
pub struct Syntax<'t> {
    text: &'t str,
    /// Words, signs and whole quotations, in order.
    pub atoms: Vec<Atom>,
    /// The sentences as ranges of atoms; a quotation lies in one.
    pub sentences: Vec<Range<usize>>,
    tags: Vec<OnceCell<Vec<Tag>>>,
    trees: Vec<OnceCell<Tree>>,
}

impl<'t> Syntax<'t> {
    /// Nothing is read yet. `quoted` are the quotations with their ranges and tokens; a sentence begins also at
    /// each of `starts`, as behind a dateline.
    pub fn new(
        text: &'t str,
        tokens: &[Token],
        sentences: &[Sentence],
        quoted: &[(TextRange, Run)],
        starts: &[usize],
    ) -> Self {
        let atoms = atoms::atoms(tokens, sentences, quoted, starts);
        let sentences = atoms::sentences(&atoms);
        let (tags, trees) = (vec![OnceCell::new(); sentences.len()], vec![OnceCell::new(); sentences.len()]);
        Syntax { text, atoms, sentences, tags, trees }
    }

    /// The atom that a byte lies in, or the next one.
    pub fn atom_at(&self, byte: usize) -> usize {
        self.atoms.partition_point(|atom| atom.range.end() <= byte)
    }

    /// The sentence that an atom lies in.
    pub fn sentence_of(&self, atom: usize) -> Option<usize> {
        let sentence = self.sentences.partition_point(|range| range.end <= atom);
        (sentence < self.sentences.len()).then_some(sentence)
    }

    /// What an atom of a sentence is; outside it a sign. Cheaper than its whole tree.
    pub fn tag(&self, sentence: usize, at: usize) -> Tag {
        let place = self.sentences.get(sentence).and_then(|range| at.checked_sub(range.start));
        place.and_then(|place| self.tags(sentence).get(place)).copied().unwrap_or(Tag::Sign)
    }

    /// What is seen of a sentence before its words have their tags.
    fn seen(&self, sentence: usize) -> Vec<Seen> {
        let shipped = Words::shipped();
        let atoms = &self.atoms[self.sentences[sentence].clone()];
        seen::look(self.text, atoms, &|hash| shipped.class(hash))
    }

    /// The tags alone are kept: what is seen takes much room, and only a tree asks for it again.
    fn tags(&self, sentence: usize) -> &[Tag] {
        self.tags[sentence].get_or_init(|| {
            let mut seen = self.seen(sentence);
            MEMORY.with_borrow_mut(|memory| tagger::tag(&model().tags, memory, &mut seen));
            seen.iter().map(|seen| seen.tag).collect()
        })
    }

    /// A sentence, read.
    pub fn tree(&self, sentence: usize) -> &Tree {
        self.trees[sentence].get_or_init(|| self.read(sentence))
    }

    /// The tree of the sentence that a byte lies in, and the atom there.
    pub fn at(&self, byte: usize) -> Option<(&Tree, usize)> {
        let atom = self.atom_at(byte);
        Some((self.tree(self.sentence_of(atom)?), atom))
    }

    fn read(&self, sentence: usize) -> Tree {
        let mut seen = self.seen(sentence);
        seen.iter_mut().zip(self.tags(sentence)).for_each(|(seen, tag)| seen.tag = *tag);
        let (model, sentence) = (model(), &self.sentences[sentence]);
        let (places, nodes) = model::nodes(self.text, &self.atoms[sentence.clone()], &seen);
        let heads = model::heads(model, &nodes);
        let relations = model::relations(model, &nodes, &heads);
        let mut leaves: Vec<Leaf> =
            seen.iter().map(|seen| Leaf { tag: seen.tag, ..Leaf::default() }).collect();
        for (node, &place) in places.iter().enumerate() {
            let head = Some(heads[node]).filter(|&head| head != ROOT);
            leaves[place].head = head.map(|head| sentence.start + places[head]);
            leaves[place].relation = relations[node];
        }
        Tree::new(sentence.start, leaves)
    }
}

thread_local! {
    static MEMORY: RefCell<tagger::Memory> = RefCell::default();
}

/// The tables shipped with Galley.
fn model() -> &'static Model {
    static MODEL: OnceLock<Model> = OnceLock::new();
    MODEL.get_or_init(|| Model::read(include_bytes!("../../resources/syntax.bin")).unwrap_or_default())
}

#[cfg(test)]
mod tests;

//! The three trained tables, and a sentence read with them.

use super::atoms::Atom;
use super::parser::{Node, STEPS, parse};
use super::relations::Branches;
use super::seen::{self, Seen};
use super::table::{Table, unpack};
use super::tags::{CHOICES, RELATIONS, Relation, Tag};

/// The trained tables.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Model {
    /// Which tag a word has.
    pub tags: Table<CHOICES>,
    /// Which step a reader takes next.
    pub steps: Table<STEPS>,
    /// What a word is to its head.
    pub relations: Table<RELATIONS>,
}

/// What a model's file begins with.
pub const MAGIC: &[u8; 4] = b"GSY1";

impl Model {
    /// Reads a model's file; nothing where it is not one.
    pub fn read(bytes: &[u8]) -> Option<Model> {
        let mut rest = bytes.strip_prefix(MAGIC)?;
        Some(Model { tags: unpack(&mut rest)?, steps: unpack(&mut rest)?, relations: unpack(&mut rest)? })
    }
}

/// The words of a sentence, without its signs: which atoms they are, and what is seen of them.
pub fn nodes(text: &str, atoms: &[Atom], seen: &[Seen]) -> (Vec<usize>, Vec<Node>) {
    let (mut places, mut nodes) = (Vec::new(), Vec::new());
    let mut signs = 0;
    for (at, (atom, &seen)) in atoms.iter().zip(seen).enumerate() {
        if seen.tag == Tag::Sign {
            signs |= seen::sign_bits(text, atom.range, atom.spaced);
        } else {
            places.push(at);
            nodes.push(Node { seen, signs });
            signs = 0;
        }
    }
    (places, nodes)
}

/// Relations of a tree.
pub fn relations(model: &Model, nodes: &[Node], heads: &[usize]) -> Vec<Relation> {
    Branches::new(nodes, heads).relations(&model.relations)
}

/// Heads of a tree.
pub fn heads(model: &Model, nodes: &[Node]) -> Vec<usize> {
    parse(&model.steps, nodes)
}

//! What each word is to the word that it hangs on.

use super::parser::{Node, ROOT};
use super::seen::Rules;
use super::table::Table;
use super::tagger::best;
use super::tags::{RELATIONS, Relation, Tag};

/// A whole tree, and the words that hang on each.
pub struct Branches<'n> {
    nodes: &'n [Node],
    heads: &'n [usize],
    children: Vec<Vec<usize>>,
}

impl<'n> Branches<'n> {
    /// Gathers who hangs on whom.
    pub fn new(nodes: &'n [Node], heads: &'n [usize]) -> Self {
        let mut children = vec![Vec::new(); nodes.len()];
        for (word, &head) in heads.iter().enumerate() {
            if head != ROOT {
                children[head].push(word);
            }
        }
        Branches { nodes, heads, children }
    }

    /// The features of one word's relation.
    pub fn features(&self, word: usize, each: impl FnMut(u32)) {
        let head = self.heads[word];
        let w = |at: usize| self.nodes.get(at).map_or(1, |node| node.seen.word.lower);
        let c = |at: usize| self.nodes.get(at).map_or(0, |node| u32::from(node.seen.word.class));
        let t = |at: usize| self.nodes.get(at).map_or(99, |node| node.seen.tag as u32);
        let end = |at: usize| self.nodes.get(at).map_or(0, |node| node.seen.word.ends[1]);
        let none: &[usize] = &[];
        let kin = |at: usize| self.children.get(at).map_or(none, |kin| kin.as_slice());
        let side = u32::from(head != ROOT && head < word);
        let own = kin(word);
        let (first, second) = (own.first().copied().unwrap_or(ROOT), own.get(1).copied().unwrap_or(ROOT));
        let lead = if first < word { first } else { ROOT };
        let kin_of_head = kin(head);
        let place = kin_of_head.iter().position(|&at| at == word).unwrap_or(0);
        let last = place.checked_sub(1).map_or(ROOT, |at| kin_of_head[at]);
        let after = kin_of_head.get(place + 1).copied().unwrap_or(ROOT);
        let is = |at: &&usize, wanted: fn(Tag) -> bool| wanted(self.nodes[**at].seen.tag);
        let helper = kin_of_head.iter().rev().find(|at| **at < head && is(at, |tag| tag == Tag::Auxiliary));
        let helper = helper.copied().unwrap_or(ROOT);
        let nouns = |from: usize, to: usize| {
            kin_of_head.iter().filter(|at| from < **at && **at < to && is(at, Tag::is_noun)).count().min(3)
                as u32
        };
        let between = if side == 0 { nouns(word, head) } else { nouns(head, word) };
        let verbs =
            own.iter().filter(|at| is(at, |tag| tag.is_verb() || tag == Tag::Auxiliary)).count().min(2)
                as u32;
        let (low, high) = (word.min(head), word.max(head));
        let spread = if head == ROOT { &[] } else { &self.nodes[low + 1..=high] };
        let signs = u32::from(spread.iter().fold(0, |signs, node| signs | node.signs));
        let far = spread.len().min(4) as u32;
        let above = self.heads.get(head).copied().unwrap_or(ROOT);
        let mut rules = Rules::new(each);
        rules.see([t(head), t(word), side]);
        rules.see([c(head), c(word), side]);
        rules.see([c(head), t(word), side]);
        rules.see([t(head), c(word), side]);
        rules.see([t(head), t(word), side, far]);
        rules.see([t(head), t(word), side, signs]);
        rules.see([t(head), t(word), side, w(lead)]);
        rules.see([t(head), t(word), t(first), t(second)]);
        rules.see([t(word), side, w(lead), w(second)]);
        rules.see([t(head), t(word), side, w(helper)]);
        rules.see([t(head), t(word), side, between]);
        rules.see([t(head), t(word), between, verbs, side]);
        rules.see([t(head), t(word), side, t(last)]);
        rules.see([t(head), t(word), side, t(after)]);
        rules.see([t(head), end(head), t(word), side]);
        rules.see([t(head), t(word), end(word), side]);
        rules.see([t(above), t(head), t(word), side]);
        rules.see([w(word)]);
        rules.see([t(head), t(word), side, w(last)]);
    }

    /// What each word is to its head.
    pub fn relations(&self, table: &Table<RELATIONS>) -> Vec<Relation> {
        let relation = |word: usize| {
            if self.heads[word] == ROOT {
                return Relation::Root;
            }
            let scores = table.scores(|seen| self.features(word, |address| seen.push(address)));
            // The root is no choice.
            Relation::ALL[1 + best(&scores[1..])]
        };
        (0..self.nodes.len()).map(relation).collect()
    }
}

//! Which word hangs on which: a stack of words that still want something, and the words to come.
//!
//! ```text
//! Orr | told | the council it … : “Orr” hangs on “told”, “the” on “council”, “council” on “told”
//! ```
//!
//! Each step either takes the next word up, hangs the last one taken on the next word, or hangs it on the one
//! taken before it. Crossing branches, which English has few of, are not found.

use super::seen::{Rules, Seen};
use super::table::Table;
use super::tagger::best;

/// Take the next word up; hang the last one on the next word; hang it on the one below.
pub const STEPS: usize = 3;

/// One of them.
pub const SHIFT: usize = 0;
/// The last word taken hangs on the next one.
pub const LEFT: usize = 1;
/// The last word taken hangs on the one taken before it.
pub const RIGHT: usize = 2;

/// A word of the tree: what is seen of it and the signs between it and the word before.
#[derive(Clone, Copy, Debug, Default)]
pub struct Node {
    /// What is seen.
    pub seen: Seen,
    /// See [`sign_bits`](super::seen::sign_bits).
    pub signs: u8,
}

/// The head of the word that hangs on nothing.
pub const ROOT: usize = usize::MAX;

/// A tree half built. The root stands after the last word.
pub struct State<'n> {
    nodes: &'n [Node],
    /// Words taken up.
    pub stack: Vec<usize>,
    /// The next word; `nodes.len()` is the root.
    pub next: usize,
    /// What each word hangs on so far.
    pub heads: Vec<Option<usize>>,
    /// The words hanging on each, left and right of it: the outermost two, and how many.
    left: Vec<[usize; 3]>,
    right: Vec<[usize; 3]>,
}

const NONE: usize = usize::MAX;

impl<'n> State<'n> {
    /// Nothing taken up yet.
    pub fn new(nodes: &'n [Node]) -> Self {
        let free = vec![[NONE, NONE, 0]; nodes.len() + 1];
        State {
            nodes,
            stack: Vec::new(),
            next: 0,
            heads: vec![None; nodes.len()],
            left: free.clone(),
            right: free,
        }
    }

    /// Whether only the root is left.
    pub fn is_done(&self) -> bool {
        self.next == self.nodes.len() && self.stack.is_empty()
    }

    /// Which steps can be taken.
    pub fn allowed(&self) -> [bool; STEPS] {
        let at_root = self.next == self.nodes.len();
        // Only one word hangs on nothing.
        [!at_root, !self.stack.is_empty() && (!at_root || self.stack.len() == 1), self.stack.len() > 1]
    }

    /// Takes a step.
    pub fn take(&mut self, step: usize) {
        if step == SHIFT {
            self.stack.push(self.next);
            self.next += 1;
            return;
        }
        let Some(word) = self.stack.pop() else { return };
        let head = if step == LEFT { self.next } else { self.stack.last().copied().unwrap_or(self.next) };
        self.heads[word] = Some(head);
        let side = if word < head { &mut self.left[head] } else { &mut self.right[head] };
        *side = [word, side[0], side[2] + 1];
    }

    /// The features of this state.
    pub fn features(&self, each: impl FnMut(u32)) {
        let taken = |depth: usize| self.stack.len().checked_sub(depth + 1).map_or(NONE, |at| self.stack[at]);
        let (s0, s1, s2) = (taken(0), taken(1), taken(2));
        let (n0, n1, n2) = (self.next, self.next + 1, self.next + 2);
        let w =
            |at: usize| self.nodes.get(at).map_or(at.wrapping_add(2) as u32 & 1, |node| node.seen.word.lower);
        let c = |at: usize| self.nodes.get(at).map_or(0, |node| u32::from(node.seen.word.class));
        let t = |at: usize| match self.nodes.get(at) {
            Some(node) => node.seen.tag as u32,
            None => 98 + u32::from(at == self.nodes.len()),
        };
        let left = |at: usize, place: usize| self.left.get(at).map_or(NONE, |side| side[place]);
        let right = |at: usize, place: usize| self.right.get(at).map_or(NONE, |side| side[place]);
        let count = |side: &[[usize; 3]], at: usize| side.get(at).map_or(0, |side| side[2].min(3) as u32);
        let signs = |from: usize, to: usize| self.signs(from, to);
        let apart = |from: usize, to: usize| distance(from, to);
        let mut rules = Rules::new(each);
        rules.see([w(s0), t(s0)]);
        rules.see([t(s0), c(s0)]);
        rules.see([w(n0), t(n0)]);
        rules.see([t(n0), c(n0)]);
        rules.see([w(n1), t(n0)]);
        rules.see([t(n1), c(n1), t(n0)]);
        rules.see([t(s0), t(n0)]);
        rules.see([w(s0), t(n0)]);
        rules.see([c(s0), c(n0)]);
        rules.see([c(s0), t(n0), t(s0)]);
        rules.see([t(s0), c(n0), t(n0)]);
        rules.see([t(s0), t(n0), t(n1)]);
        rules.see([t(s1), t(s0), t(n0)]);
        rules.see([t(s2), t(s1), t(s0)]);
        rules.see([t(s0), t(left(s0, 0)), t(n0)]);
        rules.see([t(s0), t(right(s0, 0)), t(n0)]);
        rules.see([t(s0), t(n0), t(left(n0, 0))]);
        rules.see([t(s1), t(s0)]);
        rules.see([w(s1), t(s0)]);
        rules.see([c(s1), c(s0)]);
        rules.see([t(s1), t(right(s1, 0)), t(s0)]);
        rules.see([t(s1), t(right(s1, 0)), t(right(s1, 1)), t(s0)]);
        rules.see([t(s1), t(left(s1, 0)), t(s0)]);
        rules.see([t(s1), t(s0), w(left(s0, 0))]);
        rules.see([t(s1), t(s0), t(left(s0, 0)), t(left(s0, 1))]);
        rules.see([t(s0), t(right(s0, 0)), t(right(s0, 1))]);
        rules.see([t(n0), t(n1), t(n2)]);
        rules.see([t(s0), t(n0), signs(s0, n0), apart(s0, n0)]);
        rules.see([t(s1), t(s0), signs(s1, s0), apart(s1, s0)]);
        rules.see([t(s0), t(n0), signs(n0 - usize::from(n0 > 0), n0)]);
        rules.see([t(s0), t(n0), t(n1), signs(n0, n1), signs(s0, n0)]);
        rules.see([t(s0), count(&self.left, s0), count(&self.right, s0), t(n0)]);
        rules.see([w(s0), count(&self.left, s0), count(&self.right, s0)]);
        rules.see([t(n0), count(&self.left, n0), t(s0)]);
        rules.see([t(s0), w(right(s0, 0)), t(n0)]);
    }

    /// All signs between two words.
    fn signs(&self, from: usize, to: usize) -> u32 {
        if from == NONE || to > self.nodes.len() || from >= to {
            return 0;
        }
        let low = (from + 1).max(to.saturating_sub(20));
        let between = self.nodes.get(low..(to + 1).min(self.nodes.len())).unwrap_or(&[]);
        u32::from(between.iter().fold(0, |signs, node| signs | node.signs))
    }
}

fn distance(from: usize, to: usize) -> u32 {
    match to.wrapping_sub(from) {
        near @ 0..=4 => near as u32,
        5..=8 => 5,
        9..=15 => 6,
        _ => 7,
    }
}

/// What each word hangs on; [`ROOT`] for the word that hangs on nothing.
pub fn parse(table: &Table<STEPS>, nodes: &[Node]) -> Vec<usize> {
    let mut state = State::new(nodes);
    while !state.is_done() {
        let mut scores = table.scores(|seen| state.features(|address| seen.push(address)));
        let allowed = state.allowed();
        for step in 0..STEPS {
            scores[step] = if allowed[step] { scores[step] } else { i16::MIN };
        }
        state.take(best(&scores));
    }
    let head = |head: &Option<usize>| head.filter(|&head| head < nodes.len()).unwrap_or(ROOT);
    state.heads.iter().map(head).collect()
}

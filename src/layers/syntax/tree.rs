//! One sentence read: what each atom is, what it hangs on, and what follows from that.

use super::tags::{Relation, Tag};
use std::ops::Range;

/// How a sentence hangs together. Atoms are told by their place in the article; signs hang on nothing.
///
/// ```text
/// Police in Leeds said that two men were held.
/// ‾‾‾‾‾‾    ‾‾‾‾‾ ‾‾‾‾              ‾‾‾‾‾‾‾‾‾
/// subject   on police               clause of “said”
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    /// The sentence's first atom.
    from: usize,
    leaves: Vec<Leaf>,
    /// The atoms that hang on one, those of each side by side and in order, and where those of each begin.
    kin: Vec<usize>,
    starts: Vec<usize>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Leaf {
    pub tag: Tag,
    pub head: Option<usize>,
    pub relation: Relation,
}

/// No chain of verbs is followed further.
const DEEPEST: usize = 12;

impl Tree {
    pub(super) fn new(from: usize, leaves: Vec<Leaf>) -> Self {
        let hanging = |at: usize| Some((leaves.get(at)?.head?.checked_sub(from)?, from + at));
        let mut hung: Vec<(usize, usize)> = (0..leaves.len()).filter_map(hanging).collect();
        hung.sort_unstable();
        let starts =
            (0..=leaves.len()).map(|head| hung.partition_point(|(other, _)| *other < head)).collect();
        Tree { from, leaves, kin: hung.into_iter().map(|(_, child)| child).collect(), starts }
    }

    fn leaf(&self, at: usize) -> Leaf {
        let leaf = at.checked_sub(self.from).and_then(|place| self.leaves.get(place));
        leaf.copied().unwrap_or(Leaf { tag: Tag::Sign, head: None, relation: Relation::Other })
    }

    /// The sentence's atoms.
    pub fn atoms(&self) -> Range<usize> {
        self.from..self.from + self.leaves.len()
    }

    /// What an atom is; outside the sentence a sign.
    pub fn tag(&self, at: usize) -> Tag {
        self.leaf(at).tag
    }

    /// What it hangs on.
    pub fn head(&self, at: usize) -> Option<usize> {
        self.leaf(at).head
    }

    /// What it is to its head.
    pub fn relation(&self, at: usize) -> Relation {
        self.leaf(at).relation
    }

    /// The atoms that hang on one, in order.
    pub fn children(&self, at: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        let place = at.checked_sub(self.from).filter(|&place| place < self.leaves.len());
        let range = place.map_or(0..0, |place| self.starts[place]..self.starts[place + 1]);
        self.kin[range].iter().copied()
    }

    /// The first atom that hangs on one in this way.
    pub fn child(&self, at: usize, relation: Relation) -> Option<usize> {
        self.children(at).find(|&child| self.relation(child) == relation)
    }

    /// Whether one atom hangs on another, straight or by others.
    pub fn is_under(&self, at: usize, above: usize) -> bool {
        let mut next = self.head(at);
        for _ in 0..self.leaves.len() {
            match next {
                Some(head) if head == above => return true,
                Some(head) => next = self.head(head),
                None => return false,
            }
        }
        false
    }

    /// The verb that a helping verb stands beside: "will" of "will say" gives "say".
    pub fn main_verb(&self, at: usize) -> usize {
        let helps = self.relation(at) == Relation::Helper;
        self.head(at).filter(|_| helps).unwrap_or(at)
    }

    /// Who does it, the noun alone. A verb after "and", "to" or beside another verb shares that one's subject;
    /// one in a relative clause has the noun before it.
    ///
    /// ```text
    /// Lund stood and said so.     the people who take it said so     Lund wants to say so
    /// ‾‾‾‾                            ‾‾‾‾‾‾                         ‾‾‾‾
    /// ```
    pub fn subject(&self, verb: usize) -> Option<usize> {
        let mut at = self.main_verb(verb);
        for _ in 0..DEEPEST {
            let own = |relation| self.child(at, relation);
            if let Some(subject) = own(Relation::Subject).or_else(|| own(Relation::PassiveSubject)) {
                let relative = matches!(self.tag(subject), Tag::Wh | Tag::Subordinator);
                let noun = || self.clause_head(at).filter(|&(_, relation)| relation == Relation::Relative);
                return Some(if relative { noun().map_or(subject, |(noun, _)| noun) } else { subject });
            }
            let (head, relation) = (self.head(at)?, self.relation(at));
            match relation {
                Relation::Relative | Relation::Reduced if self.tag(head).is_noun() => return Some(head),
                Relation::Joined | Relation::OpenClause | Relation::Adverbial | Relation::Reduced => {
                    at = head
                }
                _ => return None,
            }
        }
        None
    }

    /// What a clause hangs on, and how, past verbs that it is joined to.
    fn clause_head(&self, mut at: usize) -> Option<(usize, Relation)> {
        for _ in 0..DEEPEST {
            match (self.head(at)?, self.relation(at)) {
                (head, Relation::Joined | Relation::OpenClause) => at = head,
                (head, relation) => return Some((head, relation)),
            }
        }
        None
    }

    /// Whether the subject suffers it: "was told", "a man accused of".
    pub fn is_passive(&self, verb: usize) -> bool {
        let reduced = self.tag(verb) == Tag::Participle && self.relation(verb) == Relation::Reduced;
        reduced || self.child(verb, Relation::PassiveSubject).is_some()
    }

    /// What is acted on, the noun alone.
    pub fn object(&self, verb: usize) -> Option<usize> {
        self.child(verb, Relation::Object)
    }

    /// The verb, or what stands for it, of the clause that a verb takes: "said it *rained*".
    pub fn clause(&self, verb: usize) -> Option<usize> {
        self.child(verb, Relation::Clause)
    }

    /// All atoms that hang on one, from the first to the last, itself among them.
    pub fn whole(&self, at: usize) -> Range<usize> {
        let under = |&other: &usize| other == at || self.is_under(other, at);
        let first = self.atoms().find(under).unwrap_or(at);
        let last = self.atoms().rev().find(under).unwrap_or(at);
        first..last + 1
    }

    /// A noun with all that names it: articles, adjectives, "of Leeds", "and Lund"; without what is told of it
    /// beside that: appositions, relative clauses, asides.
    ///
    /// ```text
    /// Police in Leeds , who came late , said     the mayor of Leeds , Ann Orr , said
    /// ‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾                            ‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾‾
    /// ```
    pub fn phrase(&self, noun: usize) -> Range<usize> {
        let (mut first, mut last) = (noun, noun);
        for child in self.children(noun) {
            let range = match self.relation(child) {
                Relation::Describing | Relation::NamePart | Relation::Owner | Relation::Joined => {
                    self.whole(child)
                }
                Relation::Modifier => self.whole(child),
                _ => continue,
            };
            (first, last) = (first.min(range.start), last.max(range.end - 1));
        }
        first..last + 1
    }

    /// The word of a range that hangs on something outside it: its head.
    pub fn head_of(&self, range: Range<usize>) -> Option<usize> {
        let outside = |&at: &usize| {
            self.tag(at) != Tag::Sign && self.head(at).is_none_or(|head| !range.contains(&head))
        };
        range.clone().find(outside)
    }
}

//! A paragraph cut into words and the marks around them, which nest and never cross.

use super::layers::LayerSet;
use super::marks::Mark;
use crate::text::{Edit, TextRange};
use std::ops::Deref;

/// Marks in text order, outermost first, among which those that touch a range are found quickly.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    list: Vec<Mark>,
    /// For each mark how far it or one before it reaches.
    reach: Vec<u32>,
}

impl From<Vec<Mark>> for Marks {
    fn from(list: Vec<Mark>) -> Self {
        let furthest = |reach: &mut u32, mark: &Mark| {
            *reach = (*reach).max(mark.range.end() as u32);
            Some(*reach)
        };
        let reach = list.iter().scan(0, furthest).collect();
        Marks { list, reach }
    }
}

impl Deref for Marks {
    type Target = [Mark];

    fn deref(&self) -> &[Mark] {
        &self.list
    }
}

impl Marks {
    /// The same after an edit of the text: each mark on its words, without those whose words are gone.
    pub fn follow(&mut self, edit: &Edit) {
        let mut list = std::mem::take(&mut self.list);
        list.retain_mut(|mark| match edit.place(mark.range) {
            Some(range) => {
                mark.range = range;
                true
            }
            None => false,
        });
        *self = Marks::from(list);
    }

    /// Leaves out the marks that are not wanted.
    pub fn retain(&mut self, wanted: impl FnMut(&Mark) -> bool) {
        let mut list = std::mem::take(&mut self.list);
        list.retain(wanted);
        *self = Marks::from(list);
    }

    /// The marks that touch a range, also those that begin before it.
    pub fn over(&self, range: TextRange) -> impl Iterator<Item = Mark> + '_ {
        let from = self.reach.partition_point(|&reach| reach as usize <= range.start());
        let to = self.list.partition_point(|mark| mark.range.start() < range.end());
        let touching = self.list.get(from..to).unwrap_or_default().iter();
        touching.copied().filter(move |mark| mark.range.end() > range.start())
    }
}

/// A piece of a paragraph: words, or a mark around further pieces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Plain words.
    Words(TextRange),
    /// A mark and what it holds. A mark that another one cuts is drawn in parts; `first` says
    /// which part carries its badge and takes the focus.
    Mark {
        /// The mark.
        mark: Mark,
        /// Whether this is its first part.
        first: bool,
        /// What lies inside, in order.
        inside: Vec<Piece>,
    },
}

/// Cuts a paragraph, or a part of one, into words and the visible ones of its marks. A mark that began
/// before goes on here; crossing marks are cut where the outer one ends.
///
/// ```text
/// Mayor Priya            a line of verse
///       [^^^^^ first]
/// Nandakumar said no.    and the next
/// [^^^^^^^^^ rest]
/// ```
pub fn paragraph(range: TextRange, marks: &Marks, visible: LayerSet) -> Vec<Piece> {
    let inside = marks.over(range).filter(|mark| visible.has(mark.layer));
    let mut todo: Vec<(Mark, bool)> =
        inside.map(|mark| (mark, mark.range.start() >= range.start())).collect();
    todo.reverse();
    fill(range, &mut todo)
}

/// Takes from `todo` (next mark last) what begins inside `range`.
fn fill(range: TextRange, todo: &mut Vec<(Mark, bool)>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = range.start();
    while let Some(&(mark, first)) = todo.last() {
        if mark.range.start() >= range.end() {
            break;
        }
        todo.pop();
        let Some(shown) = mark.range.intersect(TextRange::new(at, range.end())) else { continue };
        if shown.end() < mark.range.end() {
            let rest = Mark { range: TextRange::new(shown.end(), mark.range.end()), ..mark };
            put_back(todo, rest);
        }
        if at < shown.start() {
            pieces.push(Piece::Words(TextRange::new(at, shown.start())));
        }
        let inside = fill(shown, todo);
        pieces.push(Piece::Mark { mark, first, inside });
        at = shown.end();
    }
    if at < range.end() {
        pieces.push(Piece::Words(TextRange::new(at, range.end())));
    }
    pieces
}

/// Keeps `todo` sorted, next mark last, outermost first at one place.
fn put_back(todo: &mut Vec<(Mark, bool)>, rest: Mark) {
    let key = |mark: &Mark| (mark.range.start(), usize::MAX - mark.range.end());
    let at = todo.partition_point(|(mark, _)| key(mark) > key(&rest));
    todo.insert(at, (rest, false));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{Layer, MarkId};

    /// Draws the marks at `ranges` in a paragraph: `(` and `)` around first parts, `<` and `>` around others.
    fn check(range: (usize, usize), ranges: &[(usize, usize)], expected: &str) {
        const TEXT: &str = "0123456789";
        let mark = |(nth, &(start, end)): (usize, &(usize, usize))| Mark {
            id: MarkId::Mention(nth as u32),
            range: TextRange::new(start, end),
            layer: Layer::People,
        };
        let marks = Marks::from(ranges.iter().enumerate().map(mark).collect::<Vec<_>>());
        fn write(pieces: &[Piece]) -> String {
            let piece = |piece: &Piece| match piece {
                Piece::Words(range) => range.of(TEXT).to_owned(),
                Piece::Mark { first: true, inside, .. } => format!("({})", write(inside)),
                Piece::Mark { first: false, inside, .. } => format!("<{}>", write(inside)),
            };
            pieces.iter().map(piece).collect()
        }
        let range = TextRange::new(range.0, range.1);
        assert_eq!(write(&paragraph(range, &marks, LayerSet::ALL)), expected);
    }

    #[test]
    fn marks_nest_and_are_cut_where_they_cross() {
        check((0, 10), &[(0, 8), (2, 4)], "(01(23)4567)89");
        check((0, 10), &[(0, 5), (3, 8)], "(012(34))<567>89");
    }

    #[test]
    fn a_mark_that_began_before_goes_on() {
        check((4, 10), &[(0, 6), (1, 3), (5, 8)], "<4(5)><67>89");
        check((4, 8), &[(0, 10), (2, 6)], "<<45>67>");
        check((4, 8), &[(0, 4), (8, 10)], "4567");
        check((4, 8), &[(0, 9), (0, 2), (1, 2), (6, 10)], "<45(67)>");
    }
}

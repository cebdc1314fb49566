//! A paragraph cut into words and the marks around them, which nest and never cross.

use super::{LayerSet, Mark};
use crate::text::TextRange;

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

/// Cuts one paragraph into words and the visible ones of `marks`, which are those of [`super::marks`].
pub fn paragraph(range: TextRange, marks: &[Mark], visible: LayerSet) -> Vec<Piece> {
    let from = marks.partition_point(|mark| mark.range.start() < range.start());
    let to = marks.partition_point(|mark| mark.range.start() < range.end());
    let inside: Vec<Mark> = marks[from..to].iter().copied().filter(|mark| visible.has(mark.layer)).collect();
    pieces(range, &inside)
}

/// Cuts a range into words and nested marks; crossing marks are cut where the outer one ends.
fn pieces(range: TextRange, marks: &[Mark]) -> Vec<Piece> {
    let mut todo: Vec<(Mark, bool)> = marks.iter().rev().map(|&mark| (mark, true)).collect();
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

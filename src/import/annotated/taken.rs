//! What is taken of a file: marks by the names that it gives them, links between these, and how many of others.

use super::marked::{Marked, left_out};
use super::positions::{Positions, Unit};
use crate::standoff::{Beside, Key, Kind, Link, LinkKind, Span, Standoff};
use crate::text::TextRange;
use std::collections::BTreeMap;

/// What is taken so far; `Name` is what a file calls its marks by.
pub struct Taken<'t, Name = &'t str> {
    /// Where the file's positions are in the text.
    pub positions: Positions<'t>,
    /// The text, the marks and the links.
    pub out: Standoff,
    /// What else was left out, a sentence each.
    pub losses: Vec<String>,
    places: BTreeMap<Name, usize>,
    beside: Beside,
    foreign: usize,
    outside: usize,
}

impl<'t, Name: Ord> Taken<'t, Name> {
    /// Nothing yet of a text.
    pub fn new(text: &'t str, unit: Unit) -> Self {
        Taken {
            positions: Positions::new(text, unit),
            out: Standoff { text: text.to_owned(), ..Standoff::default() },
            losses: Vec::new(),
            places: BTreeMap::new(),
            beside: Beside::default(),
            foreign: 0,
            outside: 0,
        }
    }

    /// Takes a mark, unless it is of no kind that Galley has or lies outside the text.
    pub fn mark(
        &mut self,
        kind: Option<Kind>,
        range: Option<TextRange>,
        name: Option<Name>,
    ) -> Option<&mut Span> {
        let Some(kind) = kind else {
            self.foreign += 1;
            return None;
        };
        let range = self.inside(range)?;
        let at = self.out.spans.len();
        self.out.spans.push(Span::new(range, kind));
        self.beside.stands(&self.out.spans[at], at);
        self.places.extend(name.map(|name| (name, at)));
        self.out.spans.last_mut()
    }

    /// A range that lies in the text; of others it is told how many there are.
    pub fn inside(&mut self, range: Option<TextRange>) -> Option<TextRange> {
        self.outside += usize::from(range.is_none());
        range
    }

    /// The mark of this name.
    pub fn named(&mut self, name: &Name) -> Option<&mut Span> {
        self.places.get(name).map(|&at| &mut self.out.spans[at])
    }

    /// Takes what a person says of the mark of this name; false where there is none.
    pub fn comment(&mut self, name: Name, words: &str) -> bool {
        let range = self.named(&name).map(|span| span.range);
        let said = range.map(|range| {
            let mut span = Span::new(range, Kind::Comment);
            span.tell(Key::Comment, words);
            self.out.spans.push(span);
        });
        said.is_some()
    }

    /// Links two marks by their names; false where there are no such or no such link.
    pub fn link(&mut self, kind: Option<LinkKind>, from: Option<&Name>, to: Option<&Name>) -> bool {
        let place = |name: Option<&Name>| self.places.get(name?).copied();
        let link = kind.zip(place(from)).zip(place(to)).map(|((kind, from), to)| Link { kind, from, to });
        self.out.links.extend(link);
        link.is_some()
    }

    /// Links the mark at a place to words that have none of their own.
    pub fn link_to_words(&mut self, kind: LinkKind, from: usize, range: TextRange, words: Kind) {
        let to = self.beside.at(&mut self.out.spans, range, words);
        self.out.links.push(Link { kind, from, to });
    }

    /// All that was taken, and what was not.
    pub fn done(mut self) -> Marked {
        left_out(
            &mut self.losses,
            self.foreign,
            ["mark of a kind that Galley does not have", "marks of kinds that Galley does not have"],
        );
        left_out(
            &mut self.losses,
            self.outside,
            ["mark that lies outside the text", "marks that lie outside the text"],
        );
        Marked { standoff: self.out, losses: self.losses }
    }
}

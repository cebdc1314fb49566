//! The entities of an article from what is told of its names.

use super::kinds::{Key, Kind, LinkKind};
use super::spans::{Span, Standoff};
use crate::document::entities::{Entity, Label, PlaceFacts, PlaceKind};
use crate::document::ids::EntityId;
use crate::text::TextRange;
use std::collections::BTreeMap;

/// Entities with the ways to find them.
pub(super) struct Entities<'s> {
    standoff: &'s Standoff,
    /// The entities, numbered as their ids say.
    pub list: Vec<Entity>,
    by_id: BTreeMap<&'s str, EntityId>,
    by_name: BTreeMap<String, EntityId>,
    /// Whom each name names that has been read.
    by_span: BTreeMap<usize, EntityId>,
    /// Where words stand first: roles are many times the same.
    found: BTreeMap<&'s str, Option<TextRange>>,
}

impl<'s> Entities<'s> {
    /// Numbers every id that is told. Galley's own ids keep their numbers; where some are missing, because their
    /// names stand in the page's furniture, an entity without a name holds the place.
    pub fn new(standoff: &'s Standoff) -> Self {
        let mut entities = Entities {
            standoff,
            list: Vec::new(),
            by_id: BTreeMap::new(),
            by_name: BTreeMap::new(),
            by_span: BTreeMap::new(),
            found: BTreeMap::new(),
        };
        let told: Vec<&str> = standoff.spans.iter().filter_map(|span| span.fact(Key::Entity)).collect();
        let most = 2 * standoff.spans.len() + 1000;
        let numbers: Option<Vec<usize>> = told.iter().map(|id| own_number(id, most)).collect();
        for (at, &id) in told.iter().enumerate() {
            let number = numbers.as_ref().map(|numbers| numbers[at]);
            entities.number(id, number);
        }
        entities
    }

    fn number(&mut self, id: &'s str, number: Option<usize>) {
        if self.by_id.contains_key(id) {
            return;
        }
        let place = number.unwrap_or(self.list.len());
        while self.list.len() <= place {
            self.list.push(unknown());
        }
        self.by_id.insert(id, EntityId(place as u32));
    }

    /// Whom a name names: who its id says, or the name that it is linked to, or whoever bears the same name.
    pub fn named(&mut self, at: usize, label: Label) -> EntityId {
        let span = &self.standoff.spans[at];
        let name = span.fact(Key::Name).unwrap_or_else(|| self.standoff.words(span)).to_owned();
        let first = self.standoff.linked(at, LinkKind::SameAs);
        let first = first.and_then(|first| self.by_span.get(&first)).copied();
        let id = self.known(span).or(first).or_else(|| self.by_name.get(&key(label, &name)).copied());
        let id = id.unwrap_or_else(|| {
            self.list.push(unknown());
            EntityId(self.list.len() as u32 - 1)
        });
        if self.list[id.0 as usize].name.is_empty() {
            self.list[id.0 as usize] = self.read(span, &name, label);
            self.by_name.entry(name.clone()).or_insert(id);
            self.by_name.entry(key(label, &name)).or_insert(id);
        }
        self.by_span.insert(at, id);
        id
    }

    /// Whom a span names or stands for: by its id, as a name that has been read, or by the link to one.
    pub fn meant(&self, at: usize) -> Option<EntityId> {
        let named = |at: usize| self.known(&self.standoff.spans[at]).or(self.by_span.get(&at).copied());
        named(at).or_else(|| named(self.standoff.linked(at, LinkKind::RefersTo)?))
    }

    /// The entity of a name.
    pub fn by_name(&self, name: &str) -> Option<EntityId> {
        self.by_name.get(name).copied()
    }

    /// A name for one that has none in the text that was kept.
    pub fn call(&mut self, id: EntityId, name: &str) {
        let entity = &mut self.list[id.0 as usize];
        if entity.name.is_empty() {
            name.clone_into(&mut entity.name);
            self.by_name.entry(name.to_owned()).or_insert(id);
        }
    }

    /// Where words stand first.
    pub fn find(&mut self, words: &'s str) -> Option<TextRange> {
        let text = &self.standoff.text;
        let place = || text.find(words).map(|at| TextRange::new(at, at + words.len()));
        *self.found.entry(words).or_insert_with(|| place().filter(|range| !range.is_empty()))
    }

    fn known(&self, span: &Span) -> Option<EntityId> {
        self.by_id.get(span.fact(Key::Entity)?).copied()
    }

    fn read(&mut self, span: &'s Span, name: &str, label: Label) -> Entity {
        let mut roles: Vec<TextRange> = Vec::new();
        for role in span.all(Key::Role) {
            roles.extend(self.find(role));
        }
        let place = (label == Label::Place).then(|| place(span)).flatten();
        Entity { name: name.to_owned(), label, roles, gender: None, place }
    }
}

fn key(label: Label, name: &str) -> String {
    [label.name(), "\u{0}", name].concat()
}

fn unknown() -> Entity {
    Entity { name: String::new(), label: Label::Person, roles: Vec::new(), gender: None, place: None }
}

/// `e12` is the entity at 11, unless the number is out of all proportion.
fn own_number(id: &str, most: usize) -> Option<usize> {
    id.strip_prefix('e')?
        .parse()
        .ok()
        .filter(|number| (1..=most).contains(number))
        .map(|number: usize| number - 1)
}

fn place(span: &Span) -> Option<PlaceFacts> {
    let kinds =
        [PlaceKind::Country, PlaceKind::Region, PlaceKind::City, PlaceKind::Facility, PlaceKind::Water];
    let kind = kinds.into_iter().find(|kind| kind.name() == span.fact(Key::PlaceKind));
    let degrees = |key| {
        let degrees: f64 = span.fact(key)?.parse().ok()?;
        (degrees.abs() <= 180.0).then_some((degrees * 1e4).round() as i32)
    };
    let (latitude, longitude) = (degrees(Key::Latitude), degrees(Key::Longitude));
    let country = span.fact(Key::Country).map(str::to_owned);
    let known = kind.is_some() || country.is_some() || latitude.is_some();
    known.then_some(PlaceFacts { kind: kind.unwrap_or(PlaceKind::Other), country, latitude, longitude })
}

/// The span is a name.
pub(super) fn is_name(span: &Span) -> bool {
    matches!(span.kind, Kind::Name(_))
}

//! A document as spans, facts and links.

use super::beside::{BESIDE, Beside};
use super::kinds::{Family, Key, Kind, LinkKind};
use super::spans::{Link, Span, Standoff};
use crate::document::Document;
use crate::document::day::iso;
use crate::document::entities::{Entity, Label, PlaceFacts};
use crate::document::quotes::Quote;
use crate::document::reason::Reason;
use crate::text::TextRange;
use std::collections::BTreeMap;

impl Standoff {
    /// All of a document but, unless it is wanted, what stands in the page's furniture.
    pub fn of(document: &Document, furniture: bool) -> Standoff {
        gather(document, furniture)
    }

    /// The same with the spans of some families alone; links to others go with them.
    pub fn of_families(document: &Document, furniture: bool, families: &[Family]) -> Standoff {
        let mut standoff = Standoff::of(document, furniture);
        standoff.retain(|span| families.contains(&span.kind.family()));
        standoff
    }
}

/// Reads a document once.
fn gather(document: &Document, furniture: bool) -> Standoff {
    let mut gather = Gather { document, furniture, out: Standoff::default(), beside: Beside::default() };
    gather.out.text.clone_from(&document.article.text);
    gather.out.published = document.article.published;
    gather.names();
    gather.amounts();
    gather.references();
    gather.quotes();
    gather.times();
    gather.dateline();
    gather.authors();
    gather.passages();
    gather.comments();
    gather.paragraphs();
    gather.out.put_in_order();
    gather.out
}

struct Gather<'d> {
    document: &'d Document,
    furniture: bool,
    out: Standoff,
    /// Words that may stand beside a quotation: one span each.
    beside: Beside,
}

impl Gather<'_> {
    fn keeps(&self, range: TextRange) -> bool {
        self.furniture || !self.document.is_furniture(range)
    }

    fn push(&mut self, span: Span) -> usize {
        let at = self.out.spans.len();
        self.beside.stands(&span, at);
        self.out.spans.push(span);
        at
    }

    fn link(&mut self, kind: LinkKind, from: usize, to: usize) {
        self.out.links.push(Link { kind, from, to });
    }

    fn names(&mut self) {
        let mut first: BTreeMap<u32, usize> = BTreeMap::new();
        for mention in &self.document.layers.mentions {
            if !self.keeps(mention.range) {
                continue;
            }
            let entity = &self.document.layers.entities[mention.entity.0 as usize];
            let mut span = Span::new(mention.range, Kind::Name(mention.label));
            span.tell(Key::Entity, id("e", mention.entity.0 + 1));
            span.tell(Key::Name, &*entity.name);
            span.tell(Key::Score, mention.score.to_string());
            tell_reason(&mut span, &mention.why);
            self.tell_entity(&mut span, entity, mention.label);
            let at = self.push(span);
            match first.get(&mention.entity.0) {
                Some(&named) => self.link(LinkKind::SameAs, at, named),
                None => drop(first.insert(mention.entity.0, at)),
            }
        }
    }

    fn tell_entity(&self, span: &mut Span, entity: &Entity, label: Label) {
        for &role in &entity.roles {
            span.tell(Key::Role, self.document.words(role));
        }
        if let Some(place) = entity.place.as_ref().filter(|_| label == Label::Place) {
            tell_place(span, place);
        }
    }

    fn amounts(&mut self) {
        for amount in &self.document.layers.amounts {
            if self.keeps(amount.range) {
                let mut span = Span::new(amount.range, Kind::Amount(amount.kind));
                tell_reason(&mut span, &amount.why);
                self.push(span);
            }
        }
    }

    fn references(&mut self) {
        let mut first: BTreeMap<String, usize> = BTreeMap::new();
        for (at, span) in self.out.spans.iter().enumerate() {
            if let Some(entity) = span.fact(Key::Entity) {
                first.entry(entity.to_owned()).or_insert(at);
            }
        }
        for reference in &self.document.layers.references {
            if !self.keeps(reference.range) {
                continue;
            }
            let mut span = Span::new(reference.range, Kind::Reference(reference.kind));
            let entity = id("e", reference.entity.0 + 1);
            span.tell(Key::Entity, &*entity);
            span.tell(Key::Score, reference.score.to_string());
            tell_reason(&mut span, &reference.why);
            let at = self.push(span);
            if let Some(&named) = first.get(&entity) {
                self.link(LinkKind::RefersTo, at, named);
            }
        }
    }

    fn quotes(&mut self) {
        let mut last: BTreeMap<u32, usize> = BTreeMap::new();
        for quote in &self.document.layers.quotes {
            if !self.keeps(quote.range) {
                continue;
            }
            let mut span = Span::new(quote.range, Kind::Quote(quote.kind));
            self.tell_quote(&mut span, quote);
            let at = self.push(span);
            let ranges = [quote.source.as_ref().map(|source| source.range), quote.cue, quote.addressee];
            for ((link, kind), range) in BESIDE.into_iter().zip(ranges) {
                let Some(range) = range else { continue };
                let to = self.beside.at(&mut self.out.spans, range, kind);
                self.link(link, at, to);
            }
            if let Some(before) = last.insert(quote.group, at) {
                self.link(LinkKind::GoesOn, before, at);
            }
        }
        for term in &self.document.layers.terms {
            if self.keeps(term.range) {
                self.push(Span::new(term.range, Kind::Term));
            }
        }
    }

    fn tell_quote(&self, span: &mut Span, quote: &Quote) {
        let layers = &self.document.layers;
        span.tell(Key::Group, id("q", quote.group));
        if let Some(source) = &quote.source {
            span.tell(
                Key::Speaker,
                match source.entity {
                    Some(id) => &layers.entities[id.0 as usize].name,
                    None => self.document.words(source.words()),
                },
            );
            span.tell(Key::Source, source.kind.name());
        }
        span.tell(Key::Utterance, quote.utterance.name());
        if quote.attitude {
            span.tell(Key::Attitude, "true");
        }
        if quote.source.as_ref().is_none_or(|source| source.entity.is_none()) {
            for id in &quote.why.passed_over {
                span.tell(Key::Candidate, &*layers.entities[id.0 as usize].name);
            }
        }
        span.tell(Key::Score, quote.score.to_string());
        tell_reason(span, &quote.why);
    }

    fn times(&mut self) {
        for time in &self.document.layers.times {
            if self.keeps(time.range) {
                let mut span = Span::new(time.range, Kind::Time(time.kind));
                if let Some(value) = &time.value {
                    span.tell(Key::Value, &**value);
                }
                self.push(span);
            }
        }
    }

    fn dateline(&mut self) {
        let Some(dateline) = &self.document.layers.dateline else { return };
        let mut span = Span::new(dateline.range, Kind::Dateline);
        for place in &dateline.places {
            let country = place.country.as_ref().map(|country| [" (", country, ")"].concat());
            span.tell(Key::Place, [&*place.name, &country.unwrap_or_default()].concat());
        }
        if let Some(day) = dateline.day {
            span.tell(Key::Day, iso(day));
        }
        self.push(span);
        let parts = [
            (dateline.place, Kind::DatelinePlace),
            (dateline.date, Kind::DatelineDate),
            (dateline.agency, Kind::Agency),
        ];
        for (range, kind) in parts {
            if let Some(range) = range {
                self.push(Span::new(range, kind));
            }
        }
    }

    fn authors(&mut self) {
        for author in &self.document.layers.authors {
            if !self.keeps(author.name) {
                continue;
            }
            let at = self.push(Span::new(author.name, Kind::Author));
            for (range, kind, link) in [
                (author.role, Kind::AuthorRole, LinkKind::HasRole),
                (author.place, Kind::AuthorPlace, LinkKind::ReportsFrom),
            ] {
                let Some(range) = range else { continue };
                let known = self.out.spans.iter().rposition(|span| span.range == range && span.kind == kind);
                let to = known.unwrap_or_else(|| self.push(Span::new(range, kind)));
                self.link(link, at, to);
            }
        }
    }

    fn passages(&mut self) {
        for passage in &self.document.layers.passages {
            if self.keeps(passage.range) {
                let mut span = Span::new(passage.range, Kind::Own);
                span.tell(Key::Own, passage.label.line());
                self.push(span);
            }
        }
    }

    fn comments(&mut self) {
        for comment in &self.document.layers.comments {
            if self.keeps(comment.range) {
                let mut span = Span::new(comment.range, Kind::Comment);
                span.tell(Key::Comment, &*comment.words);
                self.push(span);
            }
        }
    }

    fn paragraphs(&mut self) {
        for paragraph in &self.document.layers.structure {
            self.push(Span::new(paragraph.range, Kind::Paragraph(paragraph.part)));
        }
    }
}

fn id(letter: &str, number: u32) -> String {
    [letter, &number.to_string()].concat()
}

fn tell_reason(span: &mut Span, why: &Reason) {
    span.tell(Key::Why, why.rule.name());
}

fn tell_place(span: &mut Span, place: &PlaceFacts) {
    if let Some(kind) = place.kind.name() {
        span.tell(Key::PlaceKind, kind);
    }
    if let Some(country) = &place.country {
        span.tell(Key::Country, &**country);
    }
    for (key, degrees) in [(Key::Latitude, place.latitude), (Key::Longitude, place.longitude)] {
        if let Some(degrees) = degrees {
            span.tell(key, (f64::from(degrees) / 1e4).to_string());
        }
    }
}

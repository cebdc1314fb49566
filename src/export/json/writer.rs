//! A document in the types of Galley’s JSON.

use super::place;
use super::shape::{
    Annotations, Author, Comment, Dateline, Entity, Label, Named, Paragraph, Quotation, Reference, Span,
    Term, Time, VERSION, Whole,
};
use crate::document::Document;
use crate::document::day::iso;
use crate::document::entities;
use crate::document::ids::EntityId;
use crate::document::quotes::Quote;
use crate::text::order::put_in_order;
use crate::text::{OffsetMap, TextRange};

/// A document as Galley's JSON has it; `all` keeps the page's furniture.
pub fn whole(document: &Document, all: bool) -> Whole<'_> {
    Whole {
        galley: VERSION,
        text: &document.article.text,
        published: document.article.published.map(iso),
        annotations: annotations(document, all),
    }
}

/// The layers with their positions in code points; `all` keeps the page's furniture.
pub fn annotations(document: &Document, all: bool) -> Annotations<'_> {
    let writer = Writer { document, all, map: OffsetMap::new(&document.article.text) };
    Annotations {
        entities: writer.entities(),
        references: writer.references(),
        quotes: writer.quotes(),
        terms: writer.terms(),
        authors: writer.authors(),
        dateline: writer.dateline(),
        times: writer.times(),
        structure: writer.structure(),
        labels: writer.labels(),
        comments: writer.comments(),
    }
}

struct Writer<'d> {
    document: &'d Document,
    all: bool,
    map: OffsetMap<'d>,
}

impl<'d> Writer<'d> {
    fn span(&self, range: TextRange) -> Span {
        [self.map.chars(range.start()), self.map.chars(range.end())]
    }

    fn keeps(&self, range: TextRange) -> bool {
        self.all || !self.document.is_furniture(range)
    }

    /// Names and amounts together, in text order.
    fn entities(&self) -> Vec<Entity<'d>> {
        let layers = &self.document.layers;
        let names = layers.mentions.iter().filter(|m| self.keeps(m.range)).map(|m| {
            let [start, end] = self.span(m.range);
            let entity = &layers.entities[m.entity.0 as usize];
            let (label, why) = (m.label.name(), m.why.rule.name());
            Entity {
                start,
                end,
                label,
                entity: Some(entity_id(m.entity.0)),
                name: &entity.name,
                score: m.score,
                why,
                roles: entity.roles.iter().map(|&role| self.document.words(role)).collect(),
                place: entity.place.as_ref().filter(|_| m.label == entities::Label::Place).map(place::facts),
            }
        });
        let amounts = layers.amounts.iter().filter(|a| self.keeps(a.range)).map(|a| {
            let [start, end] = self.span(a.range);
            let (label, why, name) = (a.kind.name(), a.why.rule.name(), self.document.words(a.range));
            let (roles, place) = (Vec::new(), None);
            Entity { start, end, label, entity: None, name, score: 1000, why, roles, place }
        });
        let mut entities: Vec<_> = names.chain(amounts).collect();
        put_in_order(&mut entities, |entity| (entity.start as u32, entity.end as u32, 0));
        entities
    }

    fn references(&self) -> Vec<Reference> {
        let kept = self.document.layers.references.iter().filter(|r| self.keeps(r.range));
        kept.map(|r| {
            let [start, end] = self.span(r.range);
            let (kind, why) = (r.kind.name(), r.why.rule.name());
            Reference { start, end, entity: entity_id(r.entity.0), kind, score: r.score, why }
        })
        .collect()
    }

    fn quotes(&self) -> Vec<Quotation<'d>> {
        let layers = &self.document.layers;
        let kept = layers.quotes.iter().filter(|q| self.keeps(q.range));
        kept.map(|q| {
            let [start, end] = self.span(q.range);
            let speaker_text = q.source.as_ref().map(|source| match source.entity {
                Some(id) => layers.entities[id.0 as usize].name.as_str(),
                None => self.document.words(source.words()),
            });
            Quotation {
                start,
                end,
                kind: q.kind.name(),
                group: format!("q{}", q.group),
                speaker: q.source.as_ref().map(|source| self.span(source.range)),
                speaker_text,
                cue: q.cue.map(|cue| self.span(cue)),
                source: q.source.as_ref().map(|source| source.kind.name()),
                utterance: q.utterance.name(),
                addressee: q.addressee.map(|range| self.span(range)),
                attitude: q.attitude,
                candidates: self.candidates(q),
                score: q.score,
                why: q.why.rule.name(),
            }
        })
        .collect()
    }

    /// The names that an unknown speaker might bear, nearest first.
    fn candidates(&self, quote: &Quote) -> Vec<&'d str> {
        if quote.source.as_ref().is_some_and(|source| source.entity.is_some()) {
            return Vec::new();
        }
        let name = |id: &EntityId| self.document.layers.entities[id.0 as usize].name.as_str();
        quote.why.passed_over.iter().map(name).collect()
    }

    fn terms(&self) -> Vec<Term> {
        let kept = self.document.layers.terms.iter().filter(|t| self.keeps(t.range));
        kept.map(|t| {
            let [start, end] = self.span(t.range);
            Term { start, end }
        })
        .collect()
    }

    fn authors(&self) -> Vec<Author<'d>> {
        let kept = self.document.layers.authors.iter().filter(|author| self.keeps(author.name));
        kept.map(|author| {
            let [start, end] = self.span(author.name);
            let (span, words) = (|range| self.span(range), |range| self.document.words(range));
            Author {
                start,
                end,
                name: words(author.name),
                role: author.role.map(span),
                role_text: author.role.map(words),
                place: author.place.map(span),
                place_text: author.place.map(words),
            }
        })
        .collect()
    }

    fn dateline(&self) -> Option<Dateline<'d>> {
        let dateline = self.document.layers.dateline.as_ref()?;
        let [start, end] = self.span(dateline.range);
        let places = dateline.places.iter();
        Some(Dateline {
            start,
            end,
            place: dateline.place.map(|place| self.span(place)),
            place_text: dateline.place.map(|place| self.document.words(place)),
            places: places.map(|p| Named { name: &p.name, country: p.country.as_deref() }).collect(),
            date: dateline.date.map(|date| self.span(date)),
            date_iso: dateline.day.map(iso),
            agency: dateline.agency.map(|agency| self.document.words(agency)),
        })
    }

    fn times(&self) -> Vec<Time<'d>> {
        let kept = self.document.layers.times.iter().filter(|t| self.keeps(t.range));
        kept.map(|t| {
            let [start, end] = self.span(t.range);
            Time { start, end, kind: t.kind.name(), value: t.value.as_deref() }
        })
        .collect()
    }

    fn structure(&self) -> Vec<Paragraph> {
        let paragraphs = self.document.layers.structure.iter();
        paragraphs
            .map(|p| {
                let [start, end] = self.span(p.range);
                Paragraph { start, end, part: p.part.name() }
            })
            .collect()
    }

    /// Words with a label of their editor's.
    fn labels(&self) -> Vec<Label<'d>> {
        let kept = self.document.layers.passages.iter().filter(|passage| self.keeps(passage.range));
        let labels = kept.map(|passage| {
            let ([start, end], own) = (self.span(passage.range), &passage.label);
            Label { start, end, label: &own.name, letter: &own.letter, colour: own.colour.name() }
        });
        labels.collect()
    }

    /// What people say of words.
    fn comments(&self) -> Vec<Comment<'d>> {
        let kept = self.document.layers.comments.iter().filter(|comment| self.keeps(comment.range));
        let comments = kept.map(|comment| {
            let [start, end] = self.span(comment.range);
            Comment { start, end, comment: &comment.words }
        });
        comments.collect()
    }
}

fn entity_id(index: u32) -> String {
    format!("e{}", index + 1)
}

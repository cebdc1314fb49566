//! Galley's own JSON, version 1. Positions are Unicode code points into `text`, end exclusive.
//!
//! | key | what stands there |
//! | --- | --- |
//! | `galley` | the version of the format; a change of meaning raises it, new keys do not |
//! | `text`, `published` | the article as it was read, and its day where one was given |
//! | `entities` | names and amounts in text order: `label` (`PERSON ORG PLACE GROUP EVENT WORK PRODUCT`, `MONEY PERCENT QUANTITY`), `entity` and `name` (whom it names; mentions of one entity share `entity`; null for amounts), `score` in thousandths, `why` (a rule's short name, see [`crate::document::reason`]); where they are known also `roles` (titles and roles of whom it names, each once, as first written) and, of places, `kind` (`country region city facility water`), `country` (ISO 3166-1), `latitude` and `longitude` (degrees) |
//! | `references` | pronouns and descriptions: the `entity` meant, `kind` (`pronoun description`), `score`, `why` |
//! | `quotes` | `kind` (`direct indirect mixed`), `group` (pieces of one quotation share it), `speaker` (the mention beside it, "he" included) and `speaker_text` (the name), both null when unknown, `cue` or null, `source` (`named unnamed organisation document`, null when unknown), `utterance` (`statement question denial`), `addressee` (whom it was told) or null, `attitude` (true where it tells what somebody thinks, wants or sides with rather than says), `candidates` (names an unknown speaker might bear, nearest first), `score`, `why` |
//! | `terms` | words in quotation marks that nobody said |
//! | `dateline` | null, or the range with `place` and `date` as ranges, `place_text`, `places` (`name`, ISO `country`), `date_iso`, `agency` |
//! | `authors` | who the bylines name: the range of the name, `name`, `role` and `place` as ranges or null, `role_text` and `place_text` |
//! | `times` | TimeML: `type` (`DATE TIME DURATION SET`) and `value`, null when nothing resolves it |
//! | `structure` | every paragraph with its `part` |
//! | `labels` | words that an editor marked with a label of their own: its name as `label`, its `letter`, its `colour` (`blue red green orange violet teal pink brown`); the key is there where there are any |
//! | `comments` | words that a person says something of: what, as `comment`; the key is there where there are any |
//!
//! The stream of `galley annotate --jsonl` has the same keys without `galley`, `text` and `published`,
//! and the line's own `id` first. Annotations of furniture are left out unless all are asked for.

mod comment;
mod label;
mod line;
mod place;
#[cfg(feature = "schema")]
pub mod schema;
mod shape;

use crate::document::Document;
use crate::document::day::iso;
use crate::document::entities::Label;
use crate::document::ids::EntityId;
use crate::document::quotes::Quote;
use crate::export::{Format, Write};
use crate::text::order::put_in_order;
use crate::text::{OffsetMap, TextRange};
pub use shape::{Annotations, Whole};
use shape::{Author, Dateline, Entity, Named, Paragraph, Quotation, Reference, Span, Term, Time};

/// The version of the format; readers refuse a greater one.
pub const VERSION: u32 = 1;

/// Galley's own JSON.
pub const FORMAT: Format = Format {
    id: "json",
    name: "Galley JSON",
    about: "Everything Galley found, with the text; for other programs.",
    extension: "json",
    mime: "application/json",
    write: Write::Text(|document, wanted| {
        let whole = whole(document, wanted.filter.furniture);
        // These types always serialise.
        let mut json = serde_json::to_string_pretty(&whole).unwrap_or_default();
        json.push('\n');
        json
    }),
    programs: line::PROGRAMS,
};

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
        labels: label::labels(&writer),
        comments: comment::comments(&writer),
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
                place: entity.place.as_ref().filter(|_| m.label == Label::Place).map(place::facts),
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
}

fn entity_id(index: u32) -> String {
    format!("e{}", index + 1)
}

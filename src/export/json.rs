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
//!
//! The stream of `galley annotate --jsonl` has the same keys without `galley`, `text` and `published`,
//! and the line's own `id` first. Annotations of furniture are left out unless all are asked for.

mod label;
mod line;
mod place;

use crate::document::Document;
use crate::document::day::iso;
use crate::document::entities::Label;
use crate::document::ids::{EntityId, Score};
use crate::document::quotes::Quote;
use crate::export::{Format, Write};
use crate::text::order::put_in_order;
use crate::text::{OffsetMap, TextRange};
use serde::Serialize;

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
        let mut json = serde_json::to_string_pretty(&Whole {
            galley: VERSION,
            text: &document.article.text,
            published: document.article.published.map(iso),
            annotations: annotations(document, wanted.filter.furniture),
        })
        // These types always serialise.
        .unwrap_or_default();
        json.push('\n');
        json
    }),
    programs: line::PROGRAMS,
};

#[derive(Serialize)]
struct Whole<'d> {
    galley: u32,
    text: &'d str,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<String>,
    #[serde(flatten)]
    annotations: Annotations<'d>,
}

type Span = [usize; 2];

/// The layers of one document, as the command line writes them.
#[derive(Serialize)]
pub struct Annotations<'d> {
    entities: Vec<EntityJson<'d>>,
    references: Vec<ReferenceJson>,
    quotes: Vec<QuoteJson<'d>>,
    terms: Vec<TermJson>,
    authors: Vec<AuthorJson<'d>>,
    dateline: Option<DatelineJson<'d>>,
    times: Vec<TimeJson<'d>>,
    structure: Vec<ParagraphJson>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    labels: Vec<label::Label<'d>>,
}

#[derive(Serialize)]
struct EntityJson<'d> {
    start: usize,
    end: usize,
    label: &'static str,
    entity: Option<String>,
    name: &'d str,
    score: Score,
    why: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    roles: Vec<&'d str>,
    #[serde(flatten)]
    place: Option<place::Facts<'d>>,
}

#[derive(Serialize)]
struct ReferenceJson {
    start: usize,
    end: usize,
    entity: String,
    kind: &'static str,
    score: Score,
    why: &'static str,
}

#[derive(Serialize)]
struct QuoteJson<'d> {
    start: usize,
    end: usize,
    kind: &'static str,
    group: String,
    speaker: Option<Span>,
    speaker_text: Option<&'d str>,
    cue: Option<Span>,
    source: Option<&'static str>,
    utterance: &'static str,
    addressee: Option<Span>,
    attitude: bool,
    candidates: Vec<&'d str>,
    score: Score,
    why: &'static str,
}

#[derive(Serialize)]
struct TermJson {
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct AuthorJson<'d> {
    start: usize,
    end: usize,
    name: &'d str,
    role: Option<Span>,
    role_text: Option<&'d str>,
    place: Option<Span>,
    place_text: Option<&'d str>,
}

#[derive(Serialize)]
struct DatelineJson<'d> {
    start: usize,
    end: usize,
    place: Option<Span>,
    place_text: Option<&'d str>,
    places: Vec<PlaceJson<'d>>,
    date: Option<Span>,
    date_iso: Option<String>,
    agency: Option<&'d str>,
}

#[derive(Serialize)]
struct PlaceJson<'d> {
    name: &'d str,
    country: Option<&'d str>,
}

#[derive(Serialize)]
struct TimeJson<'d> {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: &'static str,
    value: Option<&'d str>,
}

#[derive(Serialize)]
struct ParagraphJson {
    start: usize,
    end: usize,
    part: &'static str,
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
    fn entities(&self) -> Vec<EntityJson<'d>> {
        let layers = &self.document.layers;
        let names = layers.mentions.iter().filter(|m| self.keeps(m.range)).map(|m| {
            let [start, end] = self.span(m.range);
            let entity = &layers.entities[m.entity.0 as usize];
            let (label, why) = (m.label.name(), m.why.rule.name());
            EntityJson {
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
            EntityJson { start, end, label, entity: None, name, score: 1000, why, roles, place }
        });
        let mut entities: Vec<_> = names.chain(amounts).collect();
        put_in_order(&mut entities, |entity| (entity.start as u32, entity.end as u32, 0));
        entities
    }

    fn references(&self) -> Vec<ReferenceJson> {
        let kept = self.document.layers.references.iter().filter(|r| self.keeps(r.range));
        kept.map(|r| {
            let [start, end] = self.span(r.range);
            let (kind, why) = (r.kind.name(), r.why.rule.name());
            ReferenceJson { start, end, entity: entity_id(r.entity.0), kind, score: r.score, why }
        })
        .collect()
    }

    fn quotes(&self) -> Vec<QuoteJson<'d>> {
        let layers = &self.document.layers;
        let kept = layers.quotes.iter().filter(|q| self.keeps(q.range));
        kept.map(|q| {
            let [start, end] = self.span(q.range);
            let speaker_text = q.source.as_ref().map(|source| match source.entity {
                Some(id) => layers.entities[id.0 as usize].name.as_str(),
                None => self.document.words(source.words()),
            });
            QuoteJson {
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

    fn terms(&self) -> Vec<TermJson> {
        let kept = self.document.layers.terms.iter().filter(|t| self.keeps(t.range));
        kept.map(|t| {
            let [start, end] = self.span(t.range);
            TermJson { start, end }
        })
        .collect()
    }

    fn authors(&self) -> Vec<AuthorJson<'d>> {
        let kept = self.document.layers.authors.iter().filter(|author| self.keeps(author.name));
        kept.map(|author| {
            let [start, end] = self.span(author.name);
            let (span, words) = (|range| self.span(range), |range| self.document.words(range));
            AuthorJson {
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

    fn dateline(&self) -> Option<DatelineJson<'d>> {
        let dateline = self.document.layers.dateline.as_ref()?;
        let [start, end] = self.span(dateline.range);
        let places = dateline.places.iter();
        Some(DatelineJson {
            start,
            end,
            place: dateline.place.map(|place| self.span(place)),
            place_text: dateline.place.map(|place| self.document.words(place)),
            places: places.map(|p| PlaceJson { name: &p.name, country: p.country.as_deref() }).collect(),
            date: dateline.date.map(|date| self.span(date)),
            date_iso: dateline.day.map(iso),
            agency: dateline.agency.map(|agency| self.document.words(agency)),
        })
    }

    fn times(&self) -> Vec<TimeJson<'d>> {
        let kept = self.document.layers.times.iter().filter(|t| self.keeps(t.range));
        kept.map(|t| {
            let [start, end] = self.span(t.range);
            TimeJson { start, end, kind: t.kind.name(), value: t.value.as_deref() }
        })
        .collect()
    }

    fn structure(&self) -> Vec<ParagraphJson> {
        let paragraphs = self.document.layers.structure.iter();
        paragraphs
            .map(|p| {
                let [start, end] = self.span(p.range);
                ParagraphJson { start, end, part: p.part.name() }
            })
            .collect()
    }
}

fn entity_id(index: u32) -> String {
    format!("e{}", index + 1)
}

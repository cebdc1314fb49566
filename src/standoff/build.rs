//! Spans, facts and links as a document.
//!
//! A document promises more than a file of marks does: names do not overlap one another, quotations nest, every mark
//! holds words. What breaks such a promise is left out, and told.

use super::entities::{Entities, is_name};
use super::facts::{reason, score};
use super::kinds::{Key, Kind, LinkKind};
use super::quotes::quotes;
use super::spans::{Span, Standoff};
use crate::document::amounts::Amount;
use crate::document::article::Article;
use crate::document::comments::Comment;
use crate::document::dateline::{Dateline, DatelinePlace};
use crate::document::day::read_day;
use crate::document::entities::Mention;
use crate::document::meaning::{Meaning, Vague};
use crate::document::part::Part;
use crate::document::passages::Passage;
use crate::document::quotes::Term;
use crate::document::reason::{Reason, Rule};
use crate::document::references::Reference;
use crate::document::structure::{Author, Paragraph};
use crate::document::times::Time;
use crate::document::{Document, Layers};
use crate::text::{TextRange, is_invisible};

/// A document, and what did not come along, a sentence each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Built {
    /// The document.
    pub document: Document,
    /// What was left out.
    pub losses: Vec<String>,
}

/// Makes a document. The spans may stand in any order; ranges that are empty or cut a character are left out.
pub fn build(mut standoff: Standoff) -> Built {
    let before = standoff.spans.len();
    let text = std::mem::take(&mut standoff.text);
    standoff
        .retain(|span| !span.range.is_empty() && text.get(span.range.start()..span.range.end()).is_some());
    standoff.text = text;
    let mut out = Builder { losses: Vec::new(), standoff: &mut standoff };
    out.count(
        before - out.standoff.spans.len(),
        ["mark that holds no words was", "marks that hold no words were"],
    );
    out.standoff.put_in_order();
    out.without_overlaps();
    let layers = out.layers();
    let losses = out.losses;
    let article = Article { published: standoff.published, ..Article::plain(standoff.text) };
    let document = Document { article, layers };
    debug_assert_eq!(document.check_invariants(), Ok(()));
    Built { document, losses }
}

struct Builder<'s> {
    standoff: &'s mut Standoff,
    losses: Vec<String>,
}

impl Builder<'_> {
    fn count(&mut self, number: usize, [one, many]: [&str; 2]) {
        match number {
            0 => {}
            1 => self.losses.push(["1 ", one, " left out."].concat()),
            _ => self.losses.push([&number.to_string(), " ", many, " left out."].concat()),
        }
    }

    /// Of the names, references, times, amounts, terms, own labels and paragraphs that overlap others of their kind the
    /// first stays.
    fn without_overlaps(&mut self) {
        let mut ends = [0; 7];
        let mut keep = Vec::with_capacity(self.standoff.spans.len());
        for span in &self.standoff.spans {
            let layer = match span.kind {
                Kind::Name(_) => 0,
                Kind::Reference(_) => 1,
                Kind::Time(_) => 2,
                Kind::Amount(_) => 3,
                Kind::Term => 4,
                Kind::Paragraph(_) => 5,
                Kind::Own => 6,
                _ => {
                    keep.push(true);
                    continue;
                }
            };
            keep.push(span.range.start() >= ends[layer]);
            ends[layer] = ends[layer].max(if keep[keep.len() - 1] { span.range.end() } else { 0 });
        }
        let lost = keep.iter().filter(|keep| !**keep).count();
        let kept: Vec<usize> = (0..keep.len()).filter(|&at| keep[at]).collect();
        self.standoff.move_to(&kept);
        self.count(
            lost,
            ["mark that overlaps another of its kind was", "marks that overlap others of their kind were"],
        );
    }

    fn layers(&mut self) -> Layers {
        let standoff: &Standoff = self.standoff;
        let mut layers = Layers { structure: paragraphs(standoff), ..Layers::default() };
        let mut entities = Entities::new(standoff);
        for (at, span) in standoff.spans.iter().enumerate().filter(|(_, span)| is_name(span)) {
            let Kind::Name(label) = span.kind else { continue };
            let entity = entities.named(at, label);
            let (range, score, why) = (span.range, score(span), reason(span));
            layers.mentions.push(Mention { range, label, entity, score, why });
        }
        let nobody = references(standoff, &mut entities, &mut layers);
        for span in &standoff.spans {
            match span.kind {
                Kind::Amount(kind) => {
                    layers.amounts.push(Amount { range: span.range, kind, why: reason(span) })
                }
                Kind::Term => layers.terms.push(Term { range: span.range, why: reason(span) }),
                Kind::Own => {
                    layers.passages.extend(span.own_label().map(|label| Passage { range: span.range, label }))
                }
                Kind::Comment => comment(&mut layers.comments, span),
                Kind::Time(kind) => layers.times.push(Time {
                    range: span.range,
                    kind,
                    value: span.fact(Key::Value).map(str::to_owned),
                    meaning: Meaning::Vague(Vague::Open),
                    why: reason(span),
                }),
                _ => {}
            }
        }
        let (quotes, crossing) = quotes(standoff, &mut entities);
        layers.quotes = quotes;
        layers.authors = authors(standoff);
        layers.dateline = dateline(standoff);
        layers.entities = entities.list;
        self.count(
            nobody,
            ["reference to nobody who is named was", "references to nobody who is named were"],
        );
        self.count(crossing, ["quotation that crosses another was", "quotations that cross others were"]);
        layers
    }
}

/// Takes what is said of words; of the same words it is one comment.
fn comment(comments: &mut Vec<Comment>, span: &Span) {
    let words = span.all(Key::Comment).map(str::trim).filter(|words| !words.is_empty()).collect::<Vec<_>>();
    if words.is_empty() {
        return;
    }
    match comments.last_mut().filter(|before| before.range == span.range) {
        Some(before) => before.words.extend(["\n", &words.join("\n")]),
        None => comments.push(Comment { range: span.range, words: words.join("\n") }),
    }
}

/// Reads references; how many mean nobody is told.
fn references(standoff: &Standoff, entities: &mut Entities<'_>, layers: &mut Layers) -> usize {
    let mut nobody = 0;
    for (at, span) in standoff.spans.iter().enumerate() {
        let Kind::Reference(kind) = span.kind else { continue };
        let Some(entity) = entities.meant(at) else {
            nobody += 1;
            continue;
        };
        entities.call(entity, standoff.words(span));
        let (range, score, why) = (span.range, score(span), reason(span));
        layers.references.push(Reference { range, entity, kind, score, why });
    }
    nobody
}

/// The paragraphs that are told, or else every line in which something is to be seen.
fn paragraphs(standoff: &Standoff) -> Vec<Paragraph> {
    let told = standoff.spans.iter().filter_map(|span| match span.kind {
        Kind::Paragraph(part) => Some(Paragraph { range: span.range, part, why: reason(span) }),
        _ => None,
    });
    let told: Vec<Paragraph> = told.collect();
    if !told.is_empty() {
        return told;
    }
    let (text, mut at) = (&standoff.text, 0);
    let lines = text.split_inclusive('\n').map(|line| {
        at += line.len();
        TextRange::new(at - line.len(), at).trim(text)
    });
    let of_line = |range| Paragraph { range, part: Part::Body, why: Reason::new(Rule::Imported, []) };
    let is_seen = |c: char| !c.is_whitespace() && !is_invisible(c);
    lines.filter(|range| range.of(text).contains(is_seen)).map(of_line).collect()
}

/// How far behind an author's name a role or a place belongs to it, in bytes, where no link says so.
const NEAR: usize = 200;

fn authors(standoff: &Standoff) -> Vec<Author> {
    let links = [LinkKind::HasRole, LinkKind::ReportsFrom];
    let linked = standoff.links.iter().any(|link| links.contains(&link.kind));
    let range_of = |at: usize, link, kind| {
        let behind = standoff.spans[at + 1..].iter().take_while(|span| {
            !linked && span.kind != Kind::Author && span.range.start() < standoff.spans[at].range.end() + NEAR
        });
        let to = standoff.linked(at, link).map(|to| &standoff.spans[to]);
        to.or_else(|| behind.into_iter().find(|span| span.kind == kind)).map(|span| span.range)
    };
    let authors = standoff.spans.iter().enumerate().filter(|(_, span)| span.kind == Kind::Author);
    let read = |(at, span): (usize, &Span)| Author {
        name: span.range,
        role: range_of(at, LinkKind::HasRole, Kind::AuthorRole),
        place: range_of(at, LinkKind::ReportsFrom, Kind::AuthorPlace),
    };
    authors.map(read).collect()
}

fn dateline(standoff: &Standoff) -> Option<Dateline> {
    let span = standoff.spans.iter().find(|span| span.kind == Kind::Dateline)?;
    let part = |kind| {
        let is_part = |part: &&Span| part.kind == kind && span.range.contains(part.range);
        standoff.spans.iter().find(is_part).map(|part| part.range)
    };
    let place = part(Kind::DatelinePlace);
    let places = span.all(Key::Place).map(|told| dateline_place(standoff, place.unwrap_or(span.range), told));
    Some(Dateline {
        range: span.range,
        place,
        places: places.collect(),
        date: part(Kind::DatelineDate),
        day: span.fact(Key::Day).and_then(read_day),
        agency: part(Kind::Agency),
        why: reason(span),
    })
}

/// `London (GB)`, at its words among those of the places.
fn dateline_place(standoff: &Standoff, places: TextRange, told: &str) -> DatelinePlace {
    let (name, country) = match told.strip_suffix(')').and_then(|told| told.rsplit_once(" (")) {
        Some((name, country)) if country.len() == 2 => (name, Some(country.to_owned())),
        _ => (told, None),
    };
    let words = places.of(&standoff.text);
    let at = words.to_ascii_lowercase().find(&name.to_ascii_lowercase());
    let range = at.map_or(places, |at| {
        let from = places.start() + at;
        TextRange::new(from, from + name.len())
    });
    DatelinePlace { range, name: name.to_owned(), country }
}

//! The quotations of an article from spans and links.

use super::entities::Entities;
use super::facts::{reason, score};
use super::kinds::{Key, Kind, LinkKind};
use super::spans::{Span, Standoff};
use crate::document::ids::EntityId;
use crate::document::quotes::{Quote, Source, SourceKind, Utterance};
use crate::document::reason::Reason;
use crate::text::TextRange;
use std::collections::BTreeMap;

/// Reads every quotation that nests with those before it; of the others it says how many there are.
pub(super) fn quotes<'s>(standoff: &'s Standoff, entities: &mut Entities<'s>) -> (Vec<Quote>, usize) {
    let groups = groups(standoff);
    let voices = Voices::new(standoff, entities);
    let (mut quotes, mut crossing) = (Vec::new(), 0);
    let mut open: Vec<TextRange> = Vec::new();
    for (at, span) in standoff.spans.iter().enumerate() {
        let Kind::Quote(kind) = span.kind else { continue };
        open.retain(|outer| outer.end() > span.range.start());
        if open.iter().any(|outer| !outer.contains(span.range)) {
            crossing += 1;
            continue;
        }
        open.push(span.range);
        let range_of = |link| standoff.linked(at, link).map(|to| standoff.spans[to].range);
        let source = source(standoff, entities, &voices, at);
        let utterances = [Utterance::Statement, Utterance::Question, Utterance::Denial];
        let utterance = utterances.into_iter().find(|known| Some(known.name()) == span.fact(Key::Utterance));
        let passed_over = span.all(Key::Candidate).filter_map(|name| entities.by_name(name)).collect();
        quotes.push(Quote {
            range: span.range,
            kind,
            group: groups.get(&at).copied().unwrap_or(1),
            source,
            addressee: range_of(LinkKind::ToldTo),
            cue: range_of(LinkKind::ReportedBy),
            utterance: utterance.unwrap_or(Utterance::Statement),
            attitude: span.fact(Key::Attitude) == Some("true"),
            score: score(span),
            why: Reason { passed_over, ..reason(span) },
        });
    }
    (quotes, crossing)
}

/// The number of each piece's quotation: Galley's own where all have one, or else counted anew in text order,
/// where pieces that go on in one another are one.
fn groups(standoff: &Standoff) -> BTreeMap<usize, u32> {
    let pieces = || standoff.spans.iter().enumerate().filter(|(_, span)| matches!(span.kind, Kind::Quote(_)));
    let own =
        |span: &Span| span.fact(Key::Group)?.strip_prefix('q')?.parse().ok().filter(|&number| number > 0);
    if pieces().all(|(_, span)| own(span).is_some()) {
        return pieces().filter_map(|(at, span)| Some((at, own(span)?))).collect();
    }
    let mut numbers: BTreeMap<usize, u32> = BTreeMap::new();
    let mut by_name: BTreeMap<&str, u32> = BTreeMap::new();
    let mut next = 0;
    for (at, span) in pieces() {
        let told = span.fact(Key::Group).and_then(|group| by_name.get(group)).copied();
        let number = numbers.get(&at).copied().or(told).unwrap_or_else(|| {
            next += 1;
            next
        });
        numbers.insert(at, number);
        by_name.extend(span.fact(Key::Group).map(|group| (group, number)));
        for further in standoff.all_linked(at, LinkKind::GoesOn) {
            numbers.entry(further).or_insert(number);
        }
    }
    numbers
}

/// The words that name or stand for each entity, in text order.
struct Voices(BTreeMap<EntityId, Vec<TextRange>>);

impl Voices {
    fn new(standoff: &Standoff, entities: &Entities<'_>) -> Self {
        let mut voices: BTreeMap<EntityId, Vec<TextRange>> = BTreeMap::new();
        for (at, span) in standoff.spans.iter().enumerate() {
            let (Kind::Name(_) | Kind::Reference(_)) = span.kind else { continue };
            if let Some(id) = entities.meant(at) {
                voices.entry(id).or_default().push(span.range);
            }
        }
        Voices(voices)
    }

    /// The words of an entity that stand nearest to a quotation.
    fn nearest(&self, id: EntityId, quote: TextRange) -> Option<TextRange> {
        let ranges = self.0.get(&id)?;
        let next = ranges.partition_point(|range| range.start() < quote.start());
        let near = ranges[next.saturating_sub(8)..(next + 8).min(ranges.len())].iter().copied();
        let distance = |range: TextRange| {
            range.start().saturating_sub(quote.end()).max(quote.start().saturating_sub(range.end()))
        };
        near.min_by_key(|&range| (quote.contains(range), distance(range)))
    }
}

/// Who speaks: the words linked to, or else those nearest that name whoever is told to speak.
fn source<'s>(
    standoff: &'s Standoff,
    entities: &mut Entities<'s>,
    voices: &Voices,
    at: usize,
) -> Option<Source> {
    let span = &standoff.spans[at];
    let told = span.fact(Key::Speaker);
    let beside = standoff.linked(at, LinkKind::SpokenBy);
    let by_link = beside.and_then(|to| entities.meant(to));
    let is_told = |id: &EntityId| told.is_none_or(|name| entities.list[id.0 as usize].name == name);
    let entity = by_link.filter(is_told).or_else(|| entities.by_name(told?));
    let range = match beside {
        Some(to) => standoff.spans[to].range,
        None => voices.nearest(entity?, span.range)?,
    };
    let other = told.filter(|words| entity.is_none() && *words != range.of(&standoff.text));
    let stands_for = other.and_then(|words| entities.find(words));
    let kinds = [SourceKind::Named, SourceKind::Unnamed, SourceKind::Organisation, SourceKind::Document];
    let kind = kinds.into_iter().find(|kind| Some(kind.name()) == span.fact(Key::Source));
    let of_entity = entity.map(|id| SourceKind::of(entities.list[id.0 as usize].label));
    Some(Source { range, entity, stands_for, kind: kind.or(of_entity).unwrap_or(SourceKind::Unnamed) })
}

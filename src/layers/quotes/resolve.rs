//! Who the words of a source mean, what kind of source that is, and what it does with its words.

use super::attribute::Draft;
use super::words::{self, Sense};
use super::{Quote, QuoteKind, Source, SourceKind, Utterance};
use crate::layers::EntityId;
use crate::layers::entities::{Entity, Label, Mention};
use crate::layers::references::{Reference, ReferenceKind};
use crate::reason::Reason;
use crate::text::TextRange;

/// Finds the entity behind the words of a source.
pub(super) struct Resolver<'a> {
    pub(super) text: &'a str,
    pub(super) entities: &'a [Entity],
    pub(super) mentions: &'a [Mention],
    pub(super) references: &'a [Reference],
}

impl Resolver<'_> {
    /// A quotation with its source resolved.
    pub(super) fn quote(&self, draft: &Draft, range: TextRange, group: u32) -> Quote {
        let source = draft.source.map(|words| self.source(words));
        let mut why = Reason::new(draft.rule, draft.evidence.clone());
        why.passed_over = self.passed_over(source.as_ref(), range);
        let (kind, cue, score) = (draft.kind, draft.cue, draft.score);
        let attitude = draft.sense == Sense::Attitude && kind == QuoteKind::Indirect;
        let utterance = utterance(range.of(self.text), draft.sense);
        let addressee = draft.addressee;
        Quote { range, kind, group, source, addressee, cue, utterance, attitude, score, why }
    }

    fn source(&self, words: TextRange) -> Source {
        let (range, entity) = self.meant(words);
        Source { range, entity, kind: self.kind(words, entity) }
    }

    /// The words of a source and whom they name: a person's name alone without title or role,
    /// the rest as it stands. "a fisherman from Doolin" names nobody.
    fn meant(&self, words: TextRange) -> (TextRange, Option<EntityId>) {
        let after = self.mentions.partition_point(|m| m.range.start() < words.end());
        let last = self.mentions[..after].last().filter(|m| m.range.overlaps(words));
        if let Some(mention) = last.filter(|m| m.range.end() >= words.end()) {
            let lead =
                TextRange::new(words.start().min(mention.range.start()), mention.range.start()).of(self.text);
            let bare = lead.is_empty() || lead.trim_end().eq_ignore_ascii_case("the");
            let titled =
                mention.label == Label::Person && lead.split_whitespace().all(|word| !is_linking(word));
            if bare || titled {
                return (mention.range, Some(mention.entity));
            }
        }
        let from = self.references.partition_point(|r| r.range.end() <= words.start());
        let reference =
            self.references.get(from).filter(|r| r.range.start() <= words.start() && r.range.overlaps(words));
        let whole = reference.filter(|r| r.range.contains(words) || r.kind == ReferenceKind::Description);
        (words, whole.map(|r| r.entity))
    }

    /// A document by its noun, else by what the entity is, else by the noun or the capital.
    fn kind(&self, source: TextRange, entity: Option<EntityId>) -> SourceKind {
        let head = head_noun(source.of(self.text));
        let noun = words::look_up(head).class;
        let label = entity.and_then(|id| self.entities.get(id.0 as usize)).map(|entity| entity.label);
        match label {
            Some(Label::Person) => SourceKind::Named,
            _ if noun & words::DOCUMENT != 0 => SourceKind::Document,
            Some(label) => SourceKind::of(label),
            None if noun & words::ORGANISATION != 0 => SourceKind::Organisation,
            None if is_named(source.of(self.text), head, noun) => SourceKind::Named,
            None => SourceKind::Unnamed,
        }
    }

    /// Whom else the source might have meant: those a pronoun passed over, or, where it stays
    /// open, the two people named last before it.
    fn passed_over(&self, source: Option<&Source>, quote: TextRange) -> Vec<EntityId> {
        let Some(source) = source else { return self.nearest_people(quote.start()) };
        let from = self.references.partition_point(|r| r.range.end() <= source.range.start());
        if let Some(reference) = self.references.get(from).filter(|r| r.range.overlaps(source.range)) {
            return reference.why.passed_over.clone();
        }
        let open = source.entity.is_none() && is_singular_pronoun(source.range.of(self.text));
        if open { self.nearest_people(source.range.start()) } else { Vec::new() }
    }

    /// The two people named last before a position.
    fn nearest_people(&self, position: usize) -> Vec<EntityId> {
        let before = self.mentions.partition_point(|m| m.range.start() < position);
        let people = self.mentions[..before].iter().rev().take(20).filter(|m| m.label == Label::Person);
        let mut nearest: Vec<EntityId> = Vec::new();
        for mention in people {
            if nearest.len() < 2 && !nearest.contains(&mention.entity) {
                nearest.push(mention.entity);
            }
        }
        nearest
    }
}

/// A cue that asks or denies, or a question mark at the end of the words.
fn utterance(content: &str, sense: Sense) -> Utterance {
    let end = content.trim_end_matches(|c: char| crate::tokens::is_quote_mark(c) || matches!(c, ',' | '!'));
    match sense {
        _ if end.ends_with('?') => Utterance::Question,
        Sense::Question => Utterance::Question,
        Sense::Denial => Utterance::Denial,
        Sense::Plain | Sense::Attitude => Utterance::Statement,
    }
}

/// The noun that a source turns on: "a spokesman for the bank" is a spokesman, "a group of
/// doctors" are doctors.
fn head_noun(source: &str) -> &str {
    let mut head = "";
    for word in source.split_whitespace() {
        let class = words::look_up(word).class;
        if matches!(head, "group" | "groups" | "number" | "set") && word == "of" {
            continue;
        }
        if !head.is_empty() && class & (words::PREPOSITION | words::RELATIVE) != 0 {
            break;
        }
        head = word;
    }
    head.trim_matches(|c: char| !c.is_alphanumeric())
}

/// A name by its capital, or a pronoun for one person; who "they" are is told nowhere.
fn is_named(source: &str, head: &str, noun: words::Class) -> bool {
    let small = words::ROLE | words::SUBJECT | words::DET;
    head.starts_with(char::is_uppercase) && noun & small == 0 || is_singular_pronoun(source)
}

fn is_singular_pronoun(word: &str) -> bool {
    ["he", "she"].iter().any(|pronoun| pronoun.eq_ignore_ascii_case(word))
}

/// Words that put a name inside a longer description.
fn is_linking(word: &str) -> bool {
    const LINKS: [&str; 12] =
        ["of", "for", "from", "in", "at", "with", "on", "by", "and", "to", "near", "about"];
    LINKS.iter().any(|link| link.eq_ignore_ascii_case(word)) || word.ends_with("’s") || word.ends_with("'s")
}

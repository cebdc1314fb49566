//! Names, decided by a person: what is one, what it names, and whose it is.

use super::anchor::Anchor;
use super::by_hand::{CERTAIN, marked};
use super::correction::Reach;
use crate::document::Document;
use crate::document::entities::{Entity, Label, Mention};
use crate::document::ids::EntityId;
use crate::document::quotes::SourceKind;
use crate::document::reason::{Reason, Rule};
use crate::document::references::{Reference, ReferenceKind};
use crate::text::TextRange;
use crate::text::order::{by_place, put_in_order};

/// Gives a name another label: all names of the same, or this one alone, which then is another's.
pub(super) fn relabel(document: &mut Document, at: &Anchor, label: Label, reach: Reach) -> Option<()> {
    let found = mention_at(document, at.place(&document.article.text)?)?;
    let entity = match reach {
        Reach::All => document.layers.mentions[found].entity,
        Reach::Here => split(document, found)?,
    };
    let known = document.layers.entities.get_mut(entity.0 as usize)?;
    if known.label != label {
        (known.label, known.place, known.gender) = (label, None, None);
    }
    for mention in document.layers.mentions.iter_mut().filter(|mention| mention.entity == entity) {
        (mention.label, mention.score, mention.why) = (label, CERTAIN, marked());
    }
    let sources = document.layers.quotes.iter_mut().filter_map(|quote| quote.source.as_mut());
    for source in sources.filter(|source| source.entity == Some(entity)) {
        source.kind = SourceKind::of(label);
    }
    Some(())
}

/// Makes words a name: these alone, or wherever the same words stand. A name that lies across them goes.
pub(super) fn add(document: &mut Document, at: &Anchor, label: Label, reach: Reach) -> Option<()> {
    let range = at.place(&document.article.text).filter(|range| !range.is_empty())?;
    let ranges = match reach {
        Reach::Here => vec![range],
        Reach::All => same_words(&document.article.text, range),
    };
    let across = |mention: &&Mention| mention.range.overlaps(range) && mention.label == label;
    let across = document.layers.mentions.iter().find(across).map(|mention| mention.entity);
    let entity = across.unwrap_or_else(|| namesake(document, range, label));
    let mentions = &mut document.layers.mentions;
    mentions.retain(|mention| !ranges.iter().any(|range| range.overlaps(mention.range)));
    let name = |&range| Mention { range, label, entity, score: CERTAIN, why: marked() };
    mentions.extend(ranges.iter().map(name));
    put_in_order(mentions, |mention| by_place(mention.range));
    document
        .layers
        .references
        .retain(|reference| !ranges.iter().any(|range| range.overlaps(reference.range)));
    forget_unnamed(document);
    Some(())
}

/// Takes the mark off a name: this one, or all that name the same. What stood for one that is named nowhere now
/// stands for nobody.
pub(super) fn remove(document: &mut Document, at: &Anchor, reach: Reach) -> Option<()> {
    let range = at.place(&document.article.text)?;
    let entity = document.layers.mentions[mention_at(document, range)?].entity;
    let goes =
        |mention: &Mention| mention.entity == entity && (reach == Reach::All || mention.range == range);
    document.layers.mentions.retain(|mention| !goes(mention));
    forget_unnamed(document);
    Some(())
}

/// What stands for somebody who is named nowhere now stands for nobody.
fn forget_unnamed(document: &mut Document) {
    let layers = &mut document.layers;
    let mut named = vec![false; layers.entities.len()];
    layers.mentions.iter().for_each(|mention| named[mention.entity.0 as usize] = true);
    layers.references.retain(|reference| named[reference.entity.0 as usize]);
    for source in layers.quotes.iter_mut().filter_map(|quote| quote.source.as_mut()) {
        source.entity = source.entity.filter(|entity| named[entity.0 as usize]);
    }
}

/// Sets a name to other words: longer or shorter. Names that lie across the new words go.
pub(super) fn resize(document: &mut Document, at: &Anchor, words: &Anchor) -> Option<()> {
    let (old, new) = (at.place(&document.article.text)?, words.place(&document.article.text)?);
    let found = mention_at(document, old).filter(|_| old.overlaps(new) && !new.is_empty())?;
    let mention =
        Mention { range: new, score: CERTAIN, why: marked(), ..document.layers.mentions[found].clone() };
    let mentions = &mut document.layers.mentions;
    mentions.retain(|other| !other.range.overlaps(new) && other.range != old);
    let entity = mention.entity;
    mentions.push(mention);
    put_in_order(mentions, |mention| by_place(mention.range));
    let fullest =
        mentions.iter().filter(|m| m.entity == entity).map(|m| m.range).max_by_key(|range| range.len())?;
    let name = one_line(fullest.of(&document.article.text));
    document.layers.entities.get_mut(entity.0 as usize)?.name = name;
    Some(())
}

/// All names of the one at `at` become those of the one at `whose`.
pub(super) fn merge(document: &mut Document, at: &Anchor, whose: &Anchor) -> Option<()> {
    let from = entity_at(document, at)?;
    let to = entity_at(document, whose).filter(|to| *to != from)?;
    let label = document.layers.entities.get(to.0 as usize)?.label;
    let roles = std::mem::take(&mut document.layers.entities.get_mut(from.0 as usize)?.roles);
    let kept = &mut document.layers.entities.get_mut(to.0 as usize)?.roles;
    kept.extend(roles);
    put_in_order(kept, |role| by_place(*role));
    let layers = &mut document.layers;
    for mention in layers.mentions.iter_mut().filter(|mention| mention.entity == from) {
        (mention.entity, mention.label, mention.why) = (to, label, Reason::new(Rule::Meant, []));
    }
    let references = layers.references.iter_mut().map(|reference| &mut reference.entity);
    let sources = layers.quotes.iter_mut().filter_map(|quote| quote.source.as_mut()?.entity.as_mut());
    references.chain(sources).filter(|entity| **entity == from).for_each(|entity| *entity = to);
    Some(())
}

/// This name alone is somebody else's than the others.
pub(super) fn part(document: &mut Document, at: &Anchor) -> Option<()> {
    let found = mention_at(document, at.place(&document.article.text)?)?;
    split(document, found).map(|_| ())
}

/// Calls the one named something else.
pub(super) fn rename(document: &mut Document, at: &Anchor, name: &str) -> Option<()> {
    let entity = entity_at(document, at).filter(|_| !name.trim().is_empty())?;
    document.layers.entities.get_mut(entity.0 as usize)?.name = one_line(name);
    Some(())
}

/// Words that name nobody, "she", stand for the one named at `whose`; quotations beside them are that one's.
pub(super) fn mean(document: &mut Document, at: &Anchor, whose: &Anchor) -> Option<()> {
    let range = at.place(&document.article.text)?;
    let entity = entity_at(document, whose)?;
    let layers = &mut document.layers;
    let kind =
        layers.references.iter().find(|reference| reference.range == range).map(|reference| reference.kind);
    layers.references.retain(|reference| !reference.range.overlaps(range));
    let kind = kind.unwrap_or(ReferenceKind::Pronoun);
    layers.references.push(Reference {
        range,
        entity,
        kind,
        score: CERTAIN,
        why: Reason::new(Rule::Meant, []),
    });
    put_in_order(&mut layers.references, |reference| by_place(reference.range));
    let kind = SourceKind::of(layers.entities.get(entity.0 as usize)?.label);
    let sources = layers.quotes.iter_mut().filter_map(|quote| quote.source.as_mut());
    for source in sources.filter(|source| source.range == range) {
        (source.entity, source.stands_for, source.kind) = (Some(entity), None, kind);
    }
    Some(())
}

/// Words that stand for somebody stand for nobody.
pub(super) fn mean_nobody(document: &mut Document, at: &Anchor) -> Option<()> {
    let range = at.place(&document.article.text)?;
    let layers = &mut document.layers;
    let before = layers.references.len();
    layers.references.retain(|reference| reference.range != range);
    let sources = layers.quotes.iter_mut().filter_map(|quote| quote.source.as_mut());
    sources.filter(|source| source.range == range).for_each(|source| source.entity = None);
    (layers.references.len() < before).then_some(())
}

/// Every place where the same words stand as whole words, in text order.
pub fn same_words(text: &str, range: TextRange) -> Vec<TextRange> {
    let words = range.of(text);
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let whole = |&(at, _): &(usize, &str)| {
        let before = is_word(text[..at].chars().next_back()) && is_word(words.chars().next());
        let after = is_word(text[at + words.len()..].chars().next()) && is_word(words.chars().next_back());
        !before && !after
    };
    text.match_indices(words).filter(whole).map(|(at, words)| TextRange::new(at, at + words.len())).collect()
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn mention_at(document: &Document, range: TextRange) -> Option<usize> {
    document.layers.mentions.iter().position(|mention| mention.range == range)
}

fn entity_at(document: &Document, at: &Anchor) -> Option<EntityId> {
    let found = mention_at(document, at.place(&document.article.text)?)?;
    Some(document.layers.mentions[found].entity)
}

/// The one whom these words name with this label elsewhere in the article, or else somebody new.
fn namesake(document: &mut Document, range: TextRange, label: Label) -> EntityId {
    let name = one_line(document.words(range));
    let same = |mention: &&Mention| mention.label == label && one_line(document.words(mention.range)) == name;
    let known = document.layers.mentions.iter().find(same).map(|mention| mention.entity);
    known.unwrap_or_else(|| newcomer(document, name, label))
}

fn newcomer(document: &mut Document, name: String, label: Label) -> EntityId {
    let entities = &mut document.layers.entities;
    entities.push(Entity { name, label, roles: Vec::new(), gender: None, place: None });
    EntityId(entities.len() as u32 - 1)
}

/// Whose a name is, once it is nobody else's: a newcomer, unless it is the only name there is.
fn split(document: &mut Document, found: usize) -> Option<EntityId> {
    let mention = document.layers.mentions.get(found)?.clone();
    let named = document.layers.mentions.iter().filter(|other| other.entity == mention.entity);
    if named.count() == 1 {
        return Some(mention.entity);
    }
    let entity = newcomer(document, one_line(document.words(mention.range)), mention.label);
    let layers = &mut document.layers;
    (layers.mentions[found].entity, layers.mentions[found].why) = (entity, Reason::new(Rule::Meant, []));
    let sources = layers.quotes.iter_mut().filter_map(|quote| quote.source.as_mut());
    sources.filter(|source| source.range == mention.range).for_each(|source| source.entity = Some(entity));
    Some(entity)
}

//! Who may have said it: the entities of the article in the order an editor would try them.

use super::MarkId;
use super::card::label_name;
use super::explain::words;
use super::index::{Index, range_of};
use crate::document::Document;
use crate::document::entities::Label;
use crate::document::ids::EntityId;
use crate::document::quotes::Quote;
use crate::document::structure::is_credit;
use crate::text::order::{most_first, put_in_order};

/// Somebody who may be the speaker.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Who.
    pub entity: EntityId,
    /// The name.
    pub name: String,
    /// "Person, chairman"
    pub about: String,
    /// Whether Galley had this one in mind.
    pub likely: bool,
}

/// Everyone who may speak the quotation of a piece, but for whom it has: first those that were
/// passed over, nearest first; then people, organisations and the rest, those who are quoted before
/// others, most mentioned first.
pub fn choices(document: &Document, index: &Index, piece: usize) -> Vec<Choice> {
    let Some(quote) = document.layers.quotes.get(piece) else { return Vec::new() };
    let likely = likely(quote);
    let now = quote.source.as_ref().and_then(|source| source.entity);
    let named = |id: &EntityId| index.occurrences.get(id.0 as usize).is_some_and(|marks| !marks.is_empty());
    let every = (0..document.layers.entities.len() as u32).map(EntityId);
    let mut ids: Vec<EntityId> =
        every.filter(|id| Some(*id) != now).filter(|id| named(id) || likely.contains(id)).collect();
    let in_text = in_text(document);
    ids.retain(|id| in_text[id.0 as usize] || likely.contains(id));
    put_likely_first(document, index, &likely, &mut ids);
    ids.into_iter().map(|id| choice(document, id, likely.contains(&id))).collect()
}

/// Puts people before organisations and the rest, those who are quoted before others, most mentioned first.
pub fn ranked(document: &Document, index: &Index, ids: &mut Vec<EntityId>) {
    put_likely_first(document, index, &[], ids);
}

fn put_likely_first(document: &Document, index: &Index, likely: &[EntityId], ids: &mut Vec<EntityId>) {
    let quoted = quoted(document);
    put_in_order(ids, |id| {
        let place = likely.iter().position(|other| other == id).map_or(u32::MAX, |place| place as u32);
        let label = document.layers.entities[id.0 as usize].label;
        let silent = !quoted[id.0 as usize];
        (place, 2 * rank(label) + u32::from(silent), most_first(index.occurrences[id.0 as usize].len()))
    });
}

/// Which entities the article itself names: those of bylines, credits and sign-offs alone wrote it,
/// and say nothing in it.
fn in_text(document: &Document) -> Vec<bool> {
    let layers = &document.layers;
    let mut named = vec![false; layers.entities.len()];
    for mention in &layers.mentions {
        named[mention.entity.0 as usize] |= !is_credit(&layers.structure, mention.range);
    }
    named
}

/// Which entities say something in the article.
fn quoted(document: &Document) -> Vec<bool> {
    let mut quoted = vec![false; document.layers.entities.len()];
    for quote in document.layers.quotes.iter().filter(|quote| !quote.attitude) {
        if let Some(speaker) = quote.source.as_ref().and_then(|source| source.entity) {
            quoted[speaker.0 as usize] = true;
        }
    }
    quoted
}

/// Whom Galley had in mind, nearest first.
fn likely(quote: &Quote) -> Vec<EntityId> {
    quote.why.passed_over.clone()
}

/// Who speaks most: people, then organisations.
fn rank(label: Label) -> u32 {
    match label {
        Label::Person => 0,
        Label::Organisation => 1,
        Label::Group => 2,
        Label::Place => 3,
        Label::Event | Label::Work | Label::Product => 4,
    }
}

fn choice(document: &Document, id: EntityId, likely: bool) -> Choice {
    let entity = &document.layers.entities[id.0 as usize];
    let kind = label_name(entity.label);
    let role = entity.roles.first().map(|&role| words(document, role));
    let about = role.map_or_else(|| kind.to_owned(), |role| [kind, ", ", &role].concat());
    Choice { entity: id, name: entity.name.clone(), about, likely }
}

/// The quotation that a mark is of: its own, the one it reports or names the speaker of, or the
/// innermost it stands in.
pub fn quotation_of(document: &Document, id: MarkId) -> Option<usize> {
    if let MarkId::Quote(piece) | MarkId::Cue(piece) = id {
        return Some(piece as usize);
    }
    let range = range_of(document, id)?;
    let quotes = &document.layers.quotes;
    let names_speaker = |quote: &Quote| quote.source.as_ref().is_some_and(|s| s.range.overlaps(range));
    let around = quotes.iter().rposition(|quote| quote.range.contains(range));
    around.or_else(|| quotes.iter().position(names_speaker))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::entities::Mention;
    use crate::view::sample;

    /// The names offered for a piece, likely ones with a star.
    fn check(piece: usize, expected: &[&str]) {
        let mut document = sample::document();
        document.layers.quotes[3].why.passed_over = vec![EntityId(1)];
        let choices = choices(&document, &Index::new(&document), piece);
        let line = |choice: &Choice| [choice.name.as_str(), if choice.likely { " *" } else { "" }].concat();
        assert_eq!(choices.iter().map(line).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn those_passed_over_come_first_then_people_then_organisations() {
        check(3, &["Kofi Lindqvist *", "Amina Osei", "Osei Group", "Tema"]);
        check(2, &["Amina Osei", "Osei Group", "Tema"]);
        check(0, &["Kofi Lindqvist", "Osei Group", "Tema"]);
        check(99, &[]);
    }

    #[test]
    fn many_names_and_many_quotations_are_weighed_in_linear_time() {
        const MANY: u32 = 150_000;
        let mut document = sample::document();
        let layers = &mut document.layers;
        let (entity, mention, quote) =
            (layers.entities[0].clone(), layers.mentions[1].clone(), layers.quotes[0].clone());
        for id in layers.entities.len() as u32..MANY {
            layers.entities.push(entity.clone());
            layers.mentions.push(Mention { entity: EntityId(id), ..mention.clone() });
            layers.quotes.push(quote.clone());
        }
        assert_eq!(choices(&document, &Index::new(&document), 3).len(), MANY as usize);
    }

    #[test]
    fn a_mark_leads_to_its_quotation() {
        let document = sample::document();
        for (id, piece) in [
            (MarkId::Quote(3), Some(3)),
            (MarkId::Cue(2), Some(2)),
            (MarkId::Reference(0), Some(2)),
            (MarkId::Mention(2), Some(1)),
            (MarkId::Mention(3), None),
        ] {
            assert_eq!(quotation_of(&document, id), piece, "{id:?}");
        }
    }
}

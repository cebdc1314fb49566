//! The card of a mark: what it is, what it resolves to, where else it stands, and why.

use super::dates::{self, Length};
use super::explain::{Explanation, explain, name, words};
use super::findings::{around, sentence};
use super::index::Index;
use super::ledger;
use super::notes::speaker;
use super::{Layer, MarkId};
use crate::checks::Check;
use crate::document::Document;
use crate::document::amounts::AmountKind;
use crate::document::entities::{Label, Mention, PlaceKind};
use crate::document::ids::{EntityId, Score};
use crate::document::passages::Passage;
use crate::document::quotes::{Quote, QuoteKind, Source, SourceKind};
use crate::document::reason::{Basis, Reason, Rule};
use crate::document::times::TimeKind;

/// What a card says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// What it is: "Person", "Direct quotation".
    pub kind: String,
    /// What it resolves to: the full name, the speaker, the day.
    pub title: String,
    /// Further facts, label and value.
    pub facts: Vec<(&'static str, String)>,
    /// How sure, in a word; none where the text says so itself.
    pub doubt: Option<&'static str>,
    /// Why.
    pub why: Explanation,
    /// Every mark of the same entity or quotation, itself among them, in text order.
    pub others: Vec<MarkId>,
}

/// The card of a mark.
pub fn card(document: &Document, index: &Index, id: MarkId) -> Option<Card> {
    match id {
        MarkId::Mention(i) => of_mention(document, index, i as usize),
        MarkId::Reference(i) => of_reference(document, index, i as usize),
        MarkId::Quote(i) | MarkId::Cue(i) => of_quote(document, index, i as usize),
        MarkId::Term(i) => of_term(document, i as usize),
        MarkId::Time(i) => of_time(document, i as usize),
        MarkId::Amount(i) => of_amount(document, i as usize),
        MarkId::Dateline => of_dateline(document),
        MarkId::Passage(i) => of_passage(document, i as usize),
        MarkId::Finding(i) => of_finding(document, index, i as usize),
    }
}

/// What a label is called for people.
pub fn label_name(label: Label) -> &'static str {
    match label {
        Label::Person => "Person",
        Label::Organisation => "Organisation",
        Label::Place => "Place",
        Label::Group => "Group",
        Label::Event => "Event",
        Label::Work => "Work",
        Label::Product => "Product",
    }
}

fn of_mention(document: &Document, index: &Index, i: usize) -> Option<Card> {
    let mention = document.layers.mentions.get(i)?;
    let facts = entity_facts(document, mention.entity);
    let why = explain(document, &mention.why, Some(mention.entity), mention.range);
    Some(Card {
        kind: kind_of(document, mention),
        title: name(document, mention.entity)?.to_owned(),
        facts,
        doubt: doubt(mention.score),
        why,
        others: index.occurrences.get(mention.entity.0 as usize)?.clone(),
    })
}

/// A country is told from a town where the gazetteer knows.
fn kind_of(document: &Document, mention: &Mention) -> String {
    let facts =
        document.layers.entities.get(mention.entity.0 as usize).and_then(|entity| entity.place.as_ref());
    let kind = match facts.map(|facts| facts.kind).filter(|_| mention.label == Label::Place) {
        Some(PlaceKind::Country) => "Country",
        Some(PlaceKind::Region) => "Region",
        Some(PlaceKind::City) => "Town or city",
        Some(PlaceKind::Facility) => "Building or site",
        Some(PlaceKind::Water) => "Water",
        Some(PlaceKind::Other) | None => label_name(mention.label),
    };
    kind.to_owned()
}

fn entity_facts(document: &Document, id: EntityId) -> Vec<(&'static str, String)> {
    let mut facts = Vec::new();
    let Some(entity) = document.layers.entities.get(id.0 as usize) else { return facts };
    let roles: Vec<String> = entity.roles.iter().map(|&role| words(document, role)).collect();
    if !roles.is_empty() {
        facts.push(("Role", roles.join("; ")));
    }
    let place = entity.place.as_ref().filter(|place| place.kind != PlaceKind::Country);
    if let Some(country) = place.and_then(|place| place.country.as_deref()) {
        facts.push((ledger::COUNTRY, country.to_owned()));
    }
    if let Some((latitude, longitude)) = entity.place.as_ref().and_then(|p| p.latitude.zip(p.longitude)) {
        let lies = [degrees(latitude, "N", "S"), degrees(longitude, "E", "W")].join(", ");
        facts.push(("Lies at", lies));
    }
    let spellings = spellings(document, id);
    if spellings.len() > 1 {
        facts.push(("Written", spellings.join(" · ")));
    }
    let spoken = ledger::groups_spoken(document, id);
    if spoken > 0 {
        facts.push(("Quoted", ledger::count(spoken, "time", "times")));
    }
    facts
}

/// Ten-thousandths of a degree for people, to a tenth: "51.5° N".
fn degrees(ten_thousandths: i32, ahead: &str, behind: &str) -> String {
    let tenths = (ten_thousandths.unsigned_abs() + 500) / 1000;
    let side = if ten_thousandths < 0 { behind } else { ahead };
    [&(tenths / 10).to_string(), ".", &(tenths % 10).to_string(), "° ", side].concat()
}

/// How the article writes a name, each way once, in text order; the first few.
fn spellings(document: &Document, id: EntityId) -> Vec<String> {
    const SHOWN: usize = 6;
    let mut spellings: Vec<String> = Vec::new();
    for mention in document.layers.mentions.iter().filter(|mention| mention.entity == id) {
        let written = words(document, mention.range);
        if spellings.len() < SHOWN && !spellings.contains(&written) {
            spellings.push(written);
        }
    }
    spellings
}

fn of_reference(document: &Document, index: &Index, i: usize) -> Option<Card> {
    let reference = document.layers.references.get(i)?;
    let mut facts = vec![("Stands here as", words(document, reference.range))];
    facts.extend(entity_facts(document, reference.entity));
    Some(Card {
        kind: "Stands for".into(),
        title: name(document, reference.entity)?.to_owned(),
        facts,
        doubt: doubt(reference.score),
        why: explain(document, &reference.why, Some(reference.entity), reference.range),
        others: index.occurrences.get(reference.entity.0 as usize)?.clone(),
    })
}

fn of_quote(document: &Document, index: &Index, i: usize) -> Option<Card> {
    let quotes = &document.layers.quotes;
    let quote = quotes.get(i)?;
    let entity = quote.source.as_ref().and_then(|source| source.entity);
    let title = speaker(document, quote).unwrap_or_else(|| "Nobody is named as the speaker".into());
    let named = quote.source.as_ref().map(|source| words(document, source.range));
    let mut facts = Vec::new();
    facts.extend(named.filter(|named| *named != title).map(|named| ("Named here as", named)));
    facts.extend(quote.source.as_ref().map(|source| ("Source", source_kind(source).to_owned())));
    facts.extend(quote.cue.map(|cue| ("Reported with", words(document, cue))));
    facts.extend(quote.addressee.map(|addressee| ("Told to", words(document, addressee))));
    if let Some(role) = entity.and_then(|id| document.layers.entities.get(id.0 as usize)?.roles.first()) {
        facts.push(("Role", words(document, *role)));
    }
    let pieces = index.marks.iter().map(|mark| mark.id);
    let same = |id: &MarkId| matches!(id, MarkId::Quote(j) if quotes[*j as usize].group == quote.group);
    Some(Card {
        kind: whole_kind(quote),
        title,
        facts,
        doubt: doubt(quote.score),
        why: explain(document, &quote.why, entity, quote.range),
        others: pieces.filter(same).collect(),
    })
}

/// "Direct quotation, question"
pub(super) fn whole_kind(quote: &Quote) -> String {
    let kind = if quote.attitude { "Attitude" } else { quote_kind(quote.kind) };
    match super::quoted::utterance(quote) {
        "" => kind.to_owned(),
        utterance => [kind, ", ", utterance].concat(),
    }
}

/// What kind of source it is.
fn source_kind(source: &Source) -> &'static str {
    match (source.kind, source.entity) {
        (SourceKind::Named, Some(_)) => "named",
        (SourceKind::Named, None) => "unclear who is meant",
        (SourceKind::Unnamed, _) => "not named",
        (SourceKind::Organisation, _) => "an organisation",
        (SourceKind::Document, _) => "a document",
    }
}

/// What a kind of quotation is called for people.
pub fn quote_kind(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "Direct quotation",
        QuoteKind::Indirect => "Indirect quotation",
        QuoteKind::Mixed => "Reported, with quoted words",
    }
}

fn of_term(document: &Document, i: usize) -> Option<Card> {
    let term = document.layers.terms.get(i)?;
    let why = explain(document, &term.why, None, term.range);
    let title = words(document, term.range);
    Some(Card {
        kind: "Words in quotation marks".into(),
        title,
        facts: vec![],
        doubt: None,
        why,
        others: vec![],
    })
}

fn of_time(document: &Document, i: usize) -> Option<Card> {
    let time = document.layers.times.get(i)?;
    let kind = match time.kind {
        TimeKind::Date => "Date",
        TimeKind::Time => "Time of day",
        TimeKind::Duration => "Length of time",
        TimeKind::Set => "Repeated time",
    };
    let title = match &time.value {
        Some(value) => dates::value(value, Length::Full),
        None => "Not resolved".into(),
    };
    let mut facts = vec![("Written", words(document, time.range))];
    facts.extend(time.value.clone().map(|value| ("TimeML", value)));
    let why = explain(document, &time.why, None, time.range);
    Some(Card { kind: kind.into(), title, facts, doubt: None, why, others: vec![] })
}

fn of_amount(document: &Document, i: usize) -> Option<Card> {
    let amount = document.layers.amounts.get(i)?;
    let kind = match amount.kind {
        AmountKind::Money => "Money",
        AmountKind::Percent => "Percentage",
        AmountKind::Quantity => "Quantity",
    };
    let why = explain(document, &amount.why, None, amount.range);
    let title = words(document, amount.range);
    Some(Card { kind: kind.into(), title, facts: vec![], doubt: None, why, others: vec![] })
}

fn of_dateline(document: &Document) -> Option<Card> {
    let dateline = document.layers.dateline.as_ref()?;
    let facts = ledger::dateline_parts(document);
    let title = words(document, dateline.range);
    let why = explain(document, &dateline.why, None, dateline.range);
    Some(Card { kind: "Dateline".into(), title, facts, doubt: None, why, others: vec![] })
}

/// Every place of a label is one of its others.
fn of_passage(document: &Document, i: usize) -> Option<Card> {
    let passages = &document.layers.passages;
    let passage = passages.get(i)?;
    let same =
        |(at, one): (u32, &Passage)| (one.label.name == passage.label.name).then_some(MarkId::Passage(at));
    Some(Card {
        kind: "Your label".into(),
        title: passage.label.name.clone(),
        facts: vec![("Words", words(document, passage.range))],
        doubt: None,
        why: explain(document, &Reason::new(Rule::Marked, []), None, passage.range),
        others: (0..).zip(passages).filter_map(same).collect(),
    })
}

fn of_finding(document: &Document, index: &Index, i: usize) -> Option<Card> {
    let finding = index.findings.get(i)?;
    let (basis, what_now) = match finding.check {
        Check::LostSpeaker | Check::LostDecision => (
            Basis::Decided,
            "It is kept, and holds again once the words are read as they were. Or decide anew.",
        ),
        Check::Altered => (
            Basis::Decided,
            "The words as they came are kept. In the list of i, y says that the source says it so; Undo, or typing, puts them back.",
        ),
        Check::Waiting => {
            (Basis::Decided, "It comes back by itself if just these words come back here. Delete drops it.")
        }
        Check::Comment => (
            Basis::Decided,
            "A person said so; it is kept with the article and taken back by Backspace in its list.",
        ),
        _ => (Basis::Read, "Galley points at it and changes nothing."),
    };
    Some(Card {
        kind: Layer::Findings.info().name.into(),
        title: [&sentence(finding), "."].concat(),
        facts: vec![("Where", around(document, finding.range))],
        doubt: None,
        why: Explanation { sentence: what_now.into(), basis, passed_over: Vec::new() },
        others: (0..index.findings.len() as u32).map(MarkId::Finding).collect(),
    })
}

/// A word for the score: a figure would promise more than it can keep.
fn doubt(score: Score) -> Option<&'static str> {
    match score {
        900.. => None,
        700..900 => Some("Likely"),
        _ => Some("Doubtful: please check"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::quotes::Utterance;
    use crate::view::sample;

    fn check(id: MarkId) -> Card {
        let document = sample::document();
        card(&document, &Index::new(&document), id).expect("the mark exists")
    }

    #[test]
    fn a_name_shows_its_entity_and_where_else_it_stands() {
        let card = check(MarkId::Mention(3));
        assert_eq!((card.kind.as_str(), card.title.as_str()), ("Person", "Kofi Lindqvist"));
        assert_eq!(card.facts, [("Role", "chairman".into()), ("Quoted", "1 time".into())]);
        assert_eq!(card.others, [MarkId::Mention(3), MarkId::Reference(0)]);
    }

    #[test]
    fn a_place_says_where_it_lies_and_a_name_how_it_is_written() {
        let text = "Oleh Zelenskyy met Oleh Zelenskiy in Buenos Aires, and again in Buenos Aires.";
        let document = crate::annotate::annotate(crate::document::article::Article::plain(text));
        let facts = |at: u32| card(&document, &Index::new(&document), MarkId::Mention(at)).map(|c| c.facts);
        let written = ("Written", "Oleh Zelenskyy · Oleh Zelenskiy".to_owned());
        assert!(facts(0).is_some_and(|facts| facts.contains(&written)));
        let lies = ("Lies at", "34.6° S, 58.4° W".to_owned());
        assert!(
            facts(2).is_some_and(|facts| facts.contains(&lies) && facts.iter().all(|f| f.0 != "Written"))
        );
    }

    #[test]
    fn furniture_is_no_other_mention() {
        assert_eq!(check(MarkId::Mention(1)).others, [MarkId::Mention(1)]);
    }

    #[test]
    fn a_quotation_in_parts_shows_all_parts() {
        let card = check(MarkId::Quote(1));
        assert_eq!(card.title, "Amina Osei");
        assert_eq!(card.others, [MarkId::Quote(0), MarkId::Quote(1)]);
        assert_eq!(check(MarkId::Quote(3)).title, "Nobody is named as the speaker");
    }

    #[test]
    fn a_quotation_says_what_it_does_and_whom_it_was_told() {
        let mut document = sample::document();
        let quote = &mut document.layers.quotes[0];
        (quote.utterance, quote.addressee) = (Utterance::Denial, quote.cue);
        let card = card(&document, &Index::new(&document), MarkId::Quote(0)).expect("the mark exists");
        assert_eq!(card.kind, "Direct quotation, denial");
        assert!(card.facts.contains(&("Told to", "told".into())));
        assert!(card.facts.contains(&("Source", "named".into())));
    }

    #[test]
    fn a_mark_that_is_not_there_has_no_card() {
        let document = sample::document();
        assert_eq!(card(&document, &Index::new(&document), MarkId::Quote(99)), None);
    }
}

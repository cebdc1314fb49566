//! What a person can decide about a mark, or about selected words: the lines of one list, each with its key, with what
//! it does and how far that reaches.

use super::MarkId;
use super::card::quote_kind;
use super::explain::{name, shorten, words};
use super::html::{attribute, escape};
use super::index::Index;
use super::ledger::count;
use super::speakers::ranked;
use crate::checks::{Check, Finding};
use crate::document::Document;
use crate::document::entities::Label;
use crate::document::ids::EntityId;
use crate::document::own_labels;
use crate::document::own_names::LABELS;
use crate::document::passages::OwnLabel;
use crate::document::quotes::{Quote, QuoteKind};
use crate::review::{Anchor, Change, Correction, Reach, Touched, is_value, same_words, touched};
use crate::text::TextRange;

/// What is decided about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A mark.
    Mark(MarkId),
    /// Words that are selected, marked or not.
    Words(TextRange),
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The key that takes it; empty for a line that has none.
    pub key: String,
    /// "Organisation"
    pub name: String,
    /// How far it reaches: "2 names, 1 quotation".
    pub reach: String,
    /// What is decided.
    pub decision: Correction,
}

/// What a field of the list holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// "Called"
    pub name: &'static str,
    /// What it holds now.
    pub now: String,
}

/// The list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The words it is about.
    pub words: String,
    /// Where they stand.
    pub range: TextRange,
    /// How many names, or places with the same words, there are: with more than one the reach can be chosen.
    pub several: usize,
    /// The lines.
    pub offers: Vec<Offer>,
    /// What can be typed: a name's other name, a date's value.
    pub field: Option<Field>,
}

/// How many others a name can be said to be, and a pronoun to mean.
const MOST: usize = 9;

/// What can be decided about a subject, with a person's own labels. None where it is gone.
pub fn ask(
    document: &Document,
    index: &Index,
    subject: Subject,
    reach: Reach,
    own: &[OwnLabel],
) -> Option<Asked> {
    let range = match subject {
        Subject::Mark(id) => index.range_of(document, id)?,
        // The text may have changed since they were selected.
        Subject::Words(range) => {
            document.article.text.get(range.start()..range.end())?;
            range
        }
    };
    let mut list = List { document, index, range, offers: Vec::new() };
    let (mut several, mut field) = (1, None);
    match subject {
        Subject::Mark(MarkId::Mention(i)) => {
            let mention = document.layers.mentions.get(i as usize)?;
            several = document.layers.mentions.iter().filter(|other| other.entity == mention.entity).count();
            list.name(mention.label, mention.entity, reach, several > 1);
            field = Some(Field { name: "Called", now: name(document, mention.entity)?.to_owned() });
        }
        Subject::Mark(MarkId::Reference(_)) => list.reference(),
        Subject::Mark(MarkId::Quote(i) | MarkId::Cue(i)) => {
            let quote = document.layers.quotes.get(i as usize)?;
            list.range = quote.range;
            list.quotation(quote.kind);
        }
        Subject::Mark(MarkId::Term(_)) => {
            list.put("1", "A quotation", Change::Quotation(QuoteKind::Direct));
            list.put("0", "Not a term", Change::NoMark);
        }
        Subject::Mark(MarkId::Amount(_)) => list.put("0", "Not an amount", Change::NoMark),
        Subject::Mark(MarkId::Time(i)) => {
            list.put("o", "Leave it open", Change::Value(None));
            list.put("0", "Not a date", Change::NoMark);
            let now = document.layers.times.get(i as usize)?.value.clone().unwrap_or_default();
            field = Some(Field { name: "In TimeML", now });
        }
        Subject::Mark(MarkId::Finding(i)) => list.altered(index.findings.get(i as usize)?),
        Subject::Mark(MarkId::Passage(i)) => {
            let label = &document.layers.passages.get(i as usize)?.label;
            several = same_words(&document.article.text, range).len();
            list.put("0", &["Not “", &label.name, "”"].concat(), Change::Own(None, reach));
        }
        Subject::Mark(_) => {}
        Subject::Words(_) => {
            several = same_words(&document.article.text, range).len();
            list.words(reach);
        }
    }
    list.own(own, if several > 1 { reach } else { Reach::Here });
    if matches!(subject, Subject::Mark(_)) && list.offers.iter().all(|offer| offer.key != "y") {
        list.put("y", "It is right", Change::Checked);
    }
    Some(Asked { words: words(document, list.range), range: list.range, several, offers: list.offers, field })
}

/// What is decided once a field is left with these words; or in a sentence why they will not do.
pub fn typed(
    document: &Document,
    subject: Subject,
    asked: &Asked,
    words: &str,
) -> Result<Correction, &'static str> {
    let words = words.trim();
    let change = match subject {
        Subject::Mark(MarkId::Time(_)) if is_value(words) => Change::Value(Some(words.to_owned())),
        Subject::Mark(MarkId::Time(_)) => {
            return Err("A date is written as TimeML writes it: 2025-03-10, 2025-W11, 2025-03 or P3D.");
        }
        _ if words.is_empty() => return Err("A name has at least a letter."),
        _ => Change::Rename(words.to_owned()),
    };
    Ok(Correction::new(document, asked.range, change))
}

struct List<'d> {
    document: &'d Document,
    index: &'d Index,
    range: TextRange,
    offers: Vec<Offer>,
}

impl List<'_> {
    fn put(&mut self, key: &str, name: &str, change: Change) {
        let decision = Correction::new(self.document, self.range, change);
        let reach = told(touched(self.document, &decision));
        self.offer(key, name, reach, decision);
    }

    fn offer(&mut self, key: &str, name: &str, reach: String, decision: Correction) {
        self.offers.push(Offer { key: key.to_owned(), name: name.to_owned(), reach, decision });
    }

    /// A line for every label but the one it has. Any other reaches as far, so that is found out once; it is the
    /// label that words across a name have which may reach less far.
    fn labels(&mut self, now: Option<Label>, change: &dyn Fn(Label) -> Change) {
        let across = self.document.layers.mentions.iter().find(|mention| mention.range.overlaps(self.range));
        let across = across.map(|mention| mention.label);
        let mut far: Option<String> = None;
        for (at, (label, name)) in
            LABELS.into_iter().enumerate().filter(|(_, (label, _))| Some(*label) != now)
        {
            let key = (at + 1).to_string();
            match far.clone().filter(|_| Some(label) != across) {
                Some(reach) => {
                    let decision = Correction::new(self.document, self.range, change(label));
                    self.offer(&key, name, reach, decision);
                }
                None => {
                    self.put(&key, name, change(label));
                    if Some(label) != across {
                        far = self.offers.last().map(|offer| offer.reach.clone());
                    }
                }
            }
        }
    }

    fn name(&mut self, label: Label, entity: EntityId, reach: Reach, several: bool) {
        self.labels(Some(label), &|label| Change::Relabel(label, reach));
        self.put("0", "Not a name", Change::NoName(reach));
        if several {
            self.put("w", "Somebody else of the same name", Change::Split);
        }
        for id in self.others(entity, Some(label)) {
            let there = self.anchor_of(id);
            let text = ["The same as ", name(self.document, id).unwrap_or_default()].concat();
            there.into_iter().for_each(|there| self.put("", &text, Change::Merge(there)));
        }
    }

    /// Words in quotation marks that were edited may be the source's all the same.
    fn altered(&mut self, finding: &Finding) {
        if finding.check == Check::Altered {
            let was = finding.parts.first().cloned().unwrap_or_default();
            self.put("y", "From the source", Change::Altered { was, from_source: true });
        }
    }

    fn reference(&mut self) {
        let now = self.document.layers.references.iter().find(|reference| reference.range == self.range);
        let now = now.map_or(EntityId(u32::MAX), |reference| reference.entity);
        for (at, id) in self.others(now, None).into_iter().enumerate() {
            let (there, text) = (self.anchor_of(id), name(self.document, id).unwrap_or_default());
            there.into_iter().for_each(|there| self.put(&(at + 1).to_string(), text, Change::Means(there)));
        }
        self.put("0", "Stands for nobody", Change::NoName(Reach::Here));
    }

    fn quotation(&mut self, now: QuoteKind) {
        let kinds = [QuoteKind::Direct, QuoteKind::Indirect, QuoteKind::Mixed].into_iter().enumerate();
        for (at, kind) in kinds.filter(|(_, kind)| *kind != now) {
            self.put(&(at + 1).to_string(), quote_kind(kind), Change::Kind(kind));
        }
        self.put("0", "Not a quotation", Change::NoQuotation);
    }

    /// A person's own labels, but for one that the words have wherever it would reach.
    fn own(&mut self, own: &[OwnLabel], reach: Reach) {
        for label in own {
            let change = Change::Own(Some(label.clone()), reach);
            let decision = Correction::new(self.document, self.range, change);
            let reach = told(touched(self.document, &decision));
            if !reach.is_empty() {
                self.offer(own_labels::key(own, label), &label.name, reach, decision);
            }
        }
    }

    /// Selected words: a name, a quotation, or the new extent of a mark that they overlap.
    fn words(&mut self, reach: Reach) {
        self.labels(None, &|label| Change::Name(label, reach));
        self.put("q", "A quotation", Change::Quotation(QuoteKind::Direct));
        let (document, range) = (self.document, self.range);
        let here = Anchor::new(&document.article.text, range);
        let layers = &document.layers;
        let names = layers.mentions.iter().map(|mention| (mention.range, "name"));
        let overlap = |(old, _): &(TextRange, &str)| old.overlaps(range) && *old != range;
        let pieces = layers.quotes.iter().map(|quote| (quote.range, "quotation"));
        let found: Vec<_> = names.filter(overlap).take(1).chain(pieces.filter(overlap).take(2)).collect();
        for ((old, kind), key) in found.into_iter().zip(["w", "e", ""]) {
            self.range = old;
            let text = ["These words are the whole ", kind, ": ", &shorten(document.words(old), 32)].concat();
            self.put(key, &text, Change::Extent(here.clone()));
        }
        let apart = |quote: &&Quote| {
            !quote.attitude && !quote.range.overlaps(range) && distance(quote.range, range) < NEAR
        };
        let nearest = layers.quotes.iter().filter(apart).min_by_key(|quote| distance(quote.range, range));
        if let Some(quote) = nearest {
            self.range = quote.range;
            let text = ["Reports: ", &shorten(document.words(quote.range), 32)].concat();
            self.put("c", &text, Change::Cue(here));
        }
        self.range = range;
    }

    /// Others who are named in the article, of this label, most often named first.
    fn others(&self, now: EntityId, label: Option<Label>) -> Vec<EntityId> {
        let every = (0..self.document.layers.entities.len() as u32).map(EntityId);
        let entities = &self.document.layers.entities;
        let fits =
            |id: &EntityId| *id != now && label.is_none_or(|label| entities[id.0 as usize].label == label);
        let mut ids: Vec<EntityId> = every.filter(fits).filter(|id| self.anchor_of(*id).is_some()).collect();
        ranked(self.document, self.index, &mut ids);
        ids.truncate(MOST);
        ids
    }

    fn anchor_of(&self, id: EntityId) -> Option<Anchor> {
        let named = self.document.layers.mentions.iter().find(|mention| mention.entity == id)?;
        Some(Anchor::new(&self.document.article.text, named.range))
    }
}

/// A word that reports a quotation stands no further from it, in bytes.
const NEAR: usize = 120;

fn distance(one: TextRange, other: TextRange) -> usize {
    other.start().saturating_sub(one.end()).max(one.start().saturating_sub(other.end()))
}

/// "2 names, 1 quotation"
fn told(touched: Touched) -> String {
    let Touched { names, references, quotations, labels } = touched;
    let kinds = [
        (names, "name", "names"),
        (references, "reference", "references"),
        (quotations, "quotation", "quotations"),
        (labels, "label", "labels"),
    ];
    let told = kinds.into_iter().filter(|(many, ..)| *many > 0);
    told.map(|(many, one, more)| count(many, one, more)).collect::<Vec<_>>().join(", ")
}

/// The lines as HTML: each a button that says by its number which line it is.
pub fn html(asked: &Asked) -> String {
    let mut out = String::new();
    for (at, offer) in asked.offers.iter().enumerate() {
        out.push_str("<li><button type=\"button\"");
        attribute(&mut out, "data-offer", &at.to_string());
        out.push('>');
        if !offer.key.is_empty() {
            out.extend(["<kbd>", &offer.key, "</kbd>"]);
        }
        out.push_str("<span class=\"name\" dir=\"auto\">");
        escape(&mut out, &offer.name);
        out.push_str("</span><span class=\"detail\">");
        escape(&mut out, &offer.reach);
        out.push_str("</span></button></li>");
    }
    out
}

/// What is said of a decision that was made: “Leeds”: Organisation (2 names).
pub fn said(asked: &Asked, offer: &Offer) -> String {
    let reach = if offer.reach.is_empty() { String::new() } else { [" (", &offer.reach, ")"].concat() };
    ["“", &shorten(&asked.words, 40), "”: ", &offer.name, &reach, "."].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::review::{Corrections, review};
    use crate::view::sample;

    /// The lines offered for a subject: key, name and reach.
    fn lines(subject: Subject, reach: Reach) -> Vec<String> {
        let document = sample::document();
        let asked = ask(&document, &Index::new(&document), subject, reach, &[]).expect("it is there");
        let line = |offer: &Offer| [&offer.key, " ", &offer.name, " (", &offer.reach, ")"].concat();
        asked.offers.iter().map(line).collect()
    }

    #[test]
    fn a_name_can_be_another_kind_none_or_somebody_elses() {
        assert_eq!(
            lines(Subject::Mark(MarkId::Mention(1)), Reach::All),
            [
                "2 Organisation (2 names)",
                "3 Place (2 names)",
                "4 Group (2 names)",
                "5 Event (2 names)",
                "6 Work (2 names)",
                "7 Product (2 names)",
                "0 Not a name (2 names, 2 quotations)",
                "w Somebody else of the same name (1 name)",
                " The same as Kofi Lindqvist (2 names, 2 quotations)",
                "y It is right ()",
            ]
        );
        assert_eq!(lines(Subject::Mark(MarkId::Mention(1)), Reach::Here)[0], "2 Organisation (1 name)");
    }

    #[test]
    fn a_pronoun_means_somebody_else_or_nobody() {
        let lines = lines(Subject::Mark(MarkId::Reference(0)), Reach::All);
        assert_eq!(lines[0], "1 Amina Osei (1 reference, 1 quotation)");
        assert!(lines.contains(&"0 Stands for nobody (1 reference, 1 quotation)".to_owned()));
    }

    #[test]
    fn a_quotation_is_of_another_kind_or_none() {
        assert_eq!(
            lines(Subject::Mark(MarkId::Cue(2)), Reach::All),
            [
                "2 Indirect quotation (1 quotation)",
                "3 Reported, with quoted words (1 quotation)",
                "0 Not a quotation (1 quotation)",
                "y It is right ()",
            ]
        );
    }

    #[test]
    fn selected_words_are_a_name_a_quotation_or_the_new_end_of_a_mark() {
        let start = sample::TEXT.find("Lindqvist").expect("it stands there");
        let lines = lines(Subject::Words(TextRange::new(start, start + 9)), Reach::Here);
        assert_eq!(lines[0], "1 Person (1 name)");
        assert!(
            lines.contains(
                &"w These words are the whole name: Kofi Lindqvist (1 name, 1 reference, 1 quotation)"
                    .to_owned()
            ),
            "{lines:?}"
        );
    }

    #[test]
    fn words_that_are_gone_are_not_asked_about() {
        let document = sample::document();
        let end = document.article.text.len();
        let asked = ask(
            &document,
            &Index::new(&document),
            Subject::Words(TextRange::new(end - 4, end + 1)),
            Reach::Here,
            &[],
        );
        assert_eq!(asked, None);
    }

    #[test]
    fn any_words_get_a_label_of_their_editors_and_lose_it() {
        let (own, _) = own_labels::parse("Claim = k, red\nSource = s\nColour = c");
        let start = sample::TEXT.find("Amina Osei").expect("it stands there");
        let subject = Subject::Words(TextRange::new(start, start + 10));
        let own_of = |document: &Document, subject, reach| {
            let asked = ask(document, &Index::new(document), subject, reach, &own).expect("it is there");
            let own =
                asked.offers.into_iter().filter(|offer| matches!(offer.decision.change, Change::Own(..)));
            own.map(|offer| {
                ([&offer.key, " ", &offer.name, " (", &offer.reach, ")"].concat(), offer.decision)
            })
            .unzip::<_, _, Vec<String>, Vec<Correction>>()
        };
        let document = sample::document();
        let (here, _) = own_of(&document, subject, Reach::Here);
        assert_eq!(here, ["k Claim (1 label)", "s Source (1 label)", " Colour (1 label)"]);
        let (all, decisions) = own_of(&document, subject, Reach::All);
        assert_eq!(all[0], "k Claim (2 labels)");
        let mut corrections = Corrections::default();
        corrections.decide(decisions[0].clone());
        let marked = review(&document, &corrections);
        let (again, decisions) = own_of(&marked, Subject::Mark(MarkId::Passage(0)), Reach::Here);
        assert_eq!(again, ["0 Not “Claim” (1 label)", "s Source (1 label)", " Colour (1 label)"]);
        corrections.decide(decisions[0].clone());
        let left = review(&document, &corrections).layers.passages;
        assert_eq!(left.len(), 1, "the other place keeps its label");
    }

    #[test]
    fn every_line_can_be_taken_and_leaves_a_whole_document() {
        let (mut document, (own, _)) = (sample::document(), own_labels::parse("Claim = k, red\nSource = s"));
        let range = document.layers.mentions[1].range;
        document.layers.passages.push(crate::document::passages::Passage { range, label: own[0].clone() });
        let index = Index::new(&document);
        for mark in index.marks.iter() {
            let asked =
                ask(&document, &index, Subject::Mark(mark.id), Reach::All, &own).expect("it is there");
            let keys: Vec<_> =
                asked.offers.iter().map(|offer| &offer.key).filter(|key| !key.is_empty()).collect();
            assert!(keys.iter().enumerate().all(|(at, key)| !keys[..at].contains(key)), "{keys:?}");
            let is_own = |key: &str| own.iter().any(|label| label.letter == key);
            let known = |key: &&&String| {
                !key.starts_with(char::is_alphabetic) || is_own(key) || own_labels::KEYS.contains(&***key)
            };
            assert!(keys.iter().all(|key| known(&key)), "{keys:?} are kept from labels");
            for offer in &asked.offers {
                let mut corrections = Corrections::default();
                corrections.decide(offer.decision.clone());
                let reviewed = review(&document, &corrections);
                assert_eq!(reviewed.check_invariants(), Ok(()));
                // Only what a person is sure of may change nothing but the doubt.
                let (was, is) = (&document.layers, &reviewed.layers);
                let silent = offer.key == "y" || is.times != was.times || is.amounts != was.amounts;
                let silent = silent || is.terms.len() < was.terms.len() && offer.key == "0";
                assert_eq!(offer.reach.is_empty(), silent, "{offer:?}");
            }
            assert_eq!(html(&asked).matches("<button").count(), asked.offers.len());
        }
    }

    #[test]
    fn what_is_typed_renames_a_name_and_dates_a_date() {
        let document = sample::document();
        let index = Index::new(&document);
        let typed = |mark, words| {
            let subject = Subject::Mark(mark);
            let asked = ask(&document, &index, subject, Reach::All, &[]).expect("it is there");
            typed(&document, subject, &asked, words).map(|correction| correction.change)
        };
        for value in ["2026-03-12", "2026-W11", "P3D", "PAST_REF"] {
            assert_eq!(typed(MarkId::Time(0), value), Ok(Change::Value(Some(value.into()))));
        }
        for no_value in ["", "next week", "Monday", "<b>", "12 March"] {
            assert!(typed(MarkId::Time(0), no_value).is_err(), "{no_value}");
        }
        assert_eq!(typed(MarkId::Mention(0), " Tema, Ghana "), Ok(Change::Rename("Tema, Ghana".into())));
        assert!(typed(MarkId::Mention(0), "  ").is_err());
    }
}

//! A small document made by hand, so that what is drawn is tested without the engine.

use crate::document::amounts::{Amount, AmountKind};
use crate::document::article::Article;
use crate::document::dateline::Dateline;
use crate::document::entities::{Entity, Label, Mention};
use crate::document::ids::EntityId;
use crate::document::meaning::{Meaning, Vague};
use crate::document::part::Part;
use crate::document::quotes::{Quote, QuoteKind, Source, SourceKind, Term, Utterance};
use crate::document::reason::{Reason, Rule};
use crate::document::references::{Reference, ReferenceKind};
use crate::document::structure::Paragraph;
use crate::document::times::{Anchor, AnchorBasis, Time, TimeKind};
use crate::document::{Document, Layers};
use crate::text::TextRange;
use jiff::civil::date;

pub const TEXT: &str = "\
Port talks resume & stall

TEMA, March 6 (Coast Wire) — “We moved twice,” Amina Osei told reporters on Thursday. “Osei Group <moved>.”
The chairman, Kofi Lindqvist, offered $5.
“The money is there,” he added. “Enough,” it was heard at the “Fair Deal” rally.
Most read: Amina Osei in pictures
";

fn nth(words: &str, nth: usize) -> TextRange {
    let (start, _) = TEXT.match_indices(words).nth(nth).expect("the words stand in the sample");
    TextRange::new(start, start + words.len())
}

fn why(rule: Rule, evidence: &[TextRange]) -> Reason {
    Reason::new(rule, evidence)
}

fn quote(range: TextRange, group: u32, source: Option<(TextRange, u32)>, cue: Option<TextRange>) -> Quote {
    let source = source.map(|(range, id)| Source {
        range,
        entity: Some(EntityId(id)),
        stands_for: None,
        kind: SourceKind::Named,
    });
    let rule = if source.is_some() { Rule::CueAfter } else { Rule::NoSpeaker };
    let evidence: Vec<TextRange> = cue.into_iter().collect();
    let (addressee, attitude, utterance) = (None, false, Utterance::Statement);
    let (kind, why) = (QuoteKind::Direct, why(rule, &evidence));
    Quote { range, kind, group, source, addressee, cue, utterance, attitude, score: 950, why }
}

fn mention(range: TextRange, label: Label, entity: u32, rule: Rule) -> Mention {
    Mention { range, label, entity: EntityId(entity), score: 900, why: why(rule, &[range]) }
}

fn entity(name: &str, label: Label, roles: Vec<TextRange>) -> Entity {
    Entity { name: name.into(), label, roles, gender: None, place: None }
}

fn structure() -> Vec<Paragraph> {
    let lines = TEXT.lines().filter(|line| !line.is_empty());
    let parts = [Part::Headline, Part::Body, Part::Body, Part::Body, Part::Furniture];
    let paragraph =
        |(line, part)| Paragraph { range: nth(line, 0), part, why: why(Rule::PlainParagraph, &[]) };
    lines.zip(parts).map(paragraph).collect()
}

/// The document.
pub fn document() -> Document {
    let he = nth("he added", 0);
    let he = TextRange::new(he.start(), he.start() + 2);
    let nearest = Reason { passed_over: vec![EntityId(0)], ..why(Rule::NearestPerson, &[he]) };
    let osei = (nth("Amina Osei", 0), 0);
    let anchor = Anchor { day: date(2026, 3, 6), basis: AnchorBasis::Dateline, range: None };
    let layers = Layers {
        structure: structure(),
        authors: Vec::new(),
        passages: Vec::new(),
        comments: Vec::new(),
        dateline: Some(Dateline {
            range: nth("TEMA, March 6 (Coast Wire) —", 0),
            place: Some(nth("TEMA", 0)),
            places: Vec::new(),
            date: Some(nth("March 6", 0)),
            day: Some(date(2026, 3, 6)),
            agency: Some(nth("Coast Wire", 0)),
            why: why(Rule::AgencyDateline, &[nth("Coast Wire", 0)]),
        }),
        anchors: vec![anchor],
        anchor: Some(anchor),
        times: vec![Time {
            range: nth("on Thursday", 0),
            kind: TimeKind::Date,
            value: Some("2026-03-05".into()),
            meaning: Meaning::Vague(Vague::Present),
            why: why(Rule::WeekdayBefore, &[nth("Thursday", 0)]),
        }],
        amounts: vec![Amount {
            range: nth("$5", 0),
            kind: AmountKind::Money,
            why: why(Rule::MoneySign, &[]),
        }],
        entities: vec![
            entity("Amina Osei", Label::Person, vec![]),
            entity("Kofi Lindqvist", Label::Person, vec![nth("chairman", 0)]),
            entity("Tema", Label::Place, vec![]),
            entity("Osei Group", Label::Organisation, vec![]),
        ],
        mentions: vec![
            mention(nth("TEMA", 0), Label::Place, 2, Rule::KnownPlace),
            mention(nth("Amina Osei", 0), Label::Person, 0, Rule::FirstName),
            mention(nth("Osei Group", 0), Label::Organisation, 3, Rule::OrganisationWord),
            mention(nth("Kofi Lindqvist", 0), Label::Person, 1, Rule::Role),
            mention(nth("Amina Osei", 1), Label::Person, 0, Rule::SameName),
        ],
        references: vec![Reference {
            range: he,
            entity: EntityId(1),
            kind: ReferenceKind::Pronoun,
            score: 800,
            why: nearest,
        }],
        quotes: vec![
            quote(nth("“We moved twice,”", 0), 1, Some(osei), Some(nth("told", 0))),
            quote(nth("“Osei Group <moved>.”", 0), 1, Some(osei), Some(nth("told", 0))),
            quote(nth("“The money is there,”", 0), 2, Some((he, 1)), Some(nth("added", 0))),
            quote(nth("“Enough,”", 0), 3, None, None),
        ],
        terms: vec![Term { range: nth("“Fair Deal”", 0), why: why(Rule::TermInQuotes, &[]) }],
        unpaired: Vec::new(),
    };
    let document = Document { article: Article::plain(TEXT), layers };
    assert_eq!(document.check_invariants(), Ok(()));
    document
}

//! Each line: a decision about words of the sample, and what the document then says.

use super::*;
use crate::document::Document;
use crate::document::entities::Label;
use crate::document::quotes::QuoteKind;
use crate::text::TextRange;
use crate::view::sample;

/// The `nth` place of these words in the sample.
fn at(words: &str, nth: usize) -> TextRange {
    let (start, _) = sample::TEXT.match_indices(words).nth(nth).expect("the words stand in the sample");
    TextRange::new(start, start + words.len())
}

fn anchor(words: &str, nth: usize) -> Anchor {
    Anchor::new(sample::TEXT, at(words, nth))
}

fn decided(changes: &[(&str, usize, Change)]) -> Document {
    let document = sample::document();
    let mut corrections = Corrections::default();
    for (words, nth, change) in changes {
        corrections.decide(Correction::new(&document, at(words, *nth), change.clone()));
    }
    assert_eq!(needs_review(&document, &corrections), [], "{changes:?}");
    let reviewed = review(&document, &corrections);
    assert_eq!(reviewed.check_invariants(), Ok(()));
    reviewed
}

/// Every name after these decisions, with its label and whose it is.
fn check(changes: &[(&str, usize, Change)], expected: &[&str]) {
    let reviewed = decided(changes);
    let line = |m: &crate::document::entities::Mention| {
        let name = &reviewed.layers.entities[m.entity.0 as usize].name;
        [reviewed.words(m.range), " ", m.label.name(), " ", name].concat()
    };
    assert_eq!(reviewed.layers.mentions.iter().map(line).collect::<Vec<_>>(), expected, "{changes:?}");
}

const TEMA: &str = "TEMA PLACE Tema";
const OSEI: &str = "Amina Osei PERSON Amina Osei";
const GROUP: &str = "Osei Group ORG Osei Group";
const KOFI: &str = "Kofi Lindqvist PERSON Kofi Lindqvist";

#[test]
fn a_name_gets_another_label_with_all_of_the_same_or_alone() {
    let change = |reach| Change::Relabel(Label::Work, reach);
    let work = "Amina Osei WORK Amina Osei";
    check(&[("Amina Osei", 0, change(Reach::All))], &[TEMA, work, GROUP, KOFI, work]);
    check(&[("Amina Osei", 1, change(Reach::Here))], &[TEMA, OSEI, GROUP, KOFI, work]);
}

#[test]
fn words_become_a_name_and_one_across_them_goes() {
    let name = |label| Change::Name(label, Reach::Here);
    let talks = "Port ORG Port";
    check(&[("Port", 0, name(Label::Organisation))], &[talks, TEMA, OSEI, GROUP, KOFI, OSEI]);
    let osei = "Osei PERSON Osei";
    check(&[("Osei", 1, Change::Name(Label::Person, Reach::Here))], &[TEMA, OSEI, osei, KOFI, OSEI]);
    let everywhere = Change::Name(Label::Work, Reach::All);
    let work = "Osei WORK Osei";
    check(&[("Osei", 0, everywhere)], &[TEMA, work, work, KOFI, work]);
    let known = "Amina Osei PERSON Amina Osei";
    check(
        &[("Amina Osei", 0, Change::NoName(Reach::Here)), ("Amina Osei", 0, name(Label::Person))],
        &[TEMA, known, GROUP, KOFI, OSEI],
    );
}

#[test]
fn a_name_that_is_none_goes_alone_or_with_all_of_the_same() {
    check(&[("Amina Osei", 1, Change::NoName(Reach::Here))], &[TEMA, OSEI, GROUP, KOFI]);
    check(&[("Amina Osei", 1, Change::NoName(Reach::All))], &[TEMA, GROUP, KOFI]);
}

#[test]
fn who_is_named_nowhere_now_speaks_and_is_meant_nowhere() {
    let reviewed = decided(&[("Kofi Lindqvist", 0, Change::NoName(Reach::All))]);
    assert_eq!(reviewed.layers.references, []);
    let source = reviewed.layers.quotes[2].source.as_ref().expect("the words beside it stay");
    assert_eq!((reviewed.words(source.range), source.entity), ("he", None));
}

#[test]
fn a_name_is_made_longer_or_shorter() {
    check(
        &[("Kofi Lindqvist", 0, Change::Extent(anchor("Lindqvist", 0)))],
        &[TEMA, OSEI, GROUP, "Lindqvist PERSON Lindqvist", OSEI],
    );
    check(
        &[("Kofi Lindqvist", 0, Change::Extent(anchor("chairman, Kofi Lindqvist", 0)))],
        &[TEMA, OSEI, GROUP, "chairman, Kofi Lindqvist PERSON chairman, Kofi Lindqvist", OSEI],
    );
}

#[test]
fn two_are_one_and_one_is_two() {
    let theirs = "Osei Group PERSON Amina Osei";
    check(&[("Osei Group", 0, Change::Merge(anchor("Amina Osei", 0)))], &[TEMA, OSEI, theirs, KOFI, OSEI]);
    let other = Change::Rename("Amina Osei the younger".into());
    let renamed = "Amina Osei PERSON Amina Osei the younger";
    check(&[("Amina Osei", 1, Change::Split), ("Amina Osei", 1, other)], &[TEMA, OSEI, GROUP, KOFI, renamed]);
}

#[test]
fn a_pronoun_means_whom_a_person_says_and_the_quotation_beside_it_follows() {
    let document = sample::document();
    let he = document.layers.references[0].range;
    let mut corrections = Corrections::default();
    corrections.decide(Correction::new(&document, he, Change::Means(anchor("Amina Osei", 0))));
    let reviewed = review(&document, &corrections);
    assert_eq!(reviewed.layers.references[0].entity.0, 0);
    let source = reviewed.layers.quotes[2].source.as_ref().expect("it has one");
    assert_eq!((source.range, source.entity.map(|id| id.0)), (he, Some(0)));
}

#[test]
fn a_comment_and_a_check_change_no_mark() {
    let comment = ("he added", 0, Change::Comment("sure?".into()));
    let mut reviewed = decided(&[comment, ("on Thursday", 0, Change::Checked)]);
    let comments = std::mem::take(&mut reviewed.layers.comments);
    assert_eq!(comments.iter().map(|one| &*one.words).collect::<Vec<_>>(), ["sure?"]);
    assert_eq!(reviewed, sample::document());
}

#[test]
fn what_nobody_said_is_a_term_in_all_its_pieces() {
    let reviewed = decided(&[("“We moved twice,”", 0, Change::NoQuotation)]);
    let left: Vec<_> = reviewed.layers.quotes.iter().map(|quote| reviewed.words(quote.range)).collect();
    assert_eq!(left, ["“The money is there,”", "“Enough,”"]);
    let terms: Vec<_> = reviewed.layers.terms.iter().map(|term| reviewed.words(term.range)).collect();
    assert_eq!(terms, ["“We moved twice,”", "“Osei Group <moved>.”", "“Fair Deal”"]);
}

#[test]
fn a_quotation_is_of_another_kind_goes_further_and_has_another_cue() {
    let quote = ("“Enough,”", 0);
    let reviewed = decided(&[
        (quote.0, quote.1, Change::Kind(QuoteKind::Mixed)),
        (quote.0, quote.1, Change::Cue(anchor("heard", 0))),
        (quote.0, quote.1, Change::Extent(anchor("“Enough,” it", 0))),
    ]);
    let last = reviewed.layers.quotes.last().expect("it is there");
    assert_eq!((last.kind, last.cue.map(|cue| reviewed.words(cue))), (QuoteKind::Mixed, Some("heard")));
    assert_eq!(reviewed.words(last.range), "“Enough,” it");
}

#[test]
fn a_date_resolves_to_what_a_person_says() {
    for value in [Some("2026-03-12".to_owned()), None] {
        let reviewed = decided(&[("on Thursday", 0, Change::Value(value.clone()))]);
        assert_eq!(reviewed.layers.times[0].value, value);
    }
}

#[test]
fn a_decision_that_would_cross_a_quotation_is_not_applied_and_is_told() {
    let document = sample::document();
    let mut corrections = Corrections::default();
    let across = Change::Extent(anchor("“We moved twice,” Amina Osei told reporters on Thursday. “Osei", 0));
    corrections.decide(Correction::new(&document, at("“We moved twice,”", 0), across));
    assert_eq!(review(&document, &corrections), document);
    assert_eq!(needs_review(&document, &corrections).len(), 1);
}

#[test]
fn how_far_a_decision_reaches_is_known_before() {
    let document = sample::document();
    let reach = |words: &str, change| {
        let Touched { names, references, quotations, .. } =
            touched(&document, &Correction::new(&document, at(words, 0), change));
        (names, references, quotations)
    };
    assert_eq!(reach("Amina Osei", Change::Relabel(Label::Work, Reach::All)), (2, 0, 0));
    assert_eq!(reach("Amina Osei", Change::Relabel(Label::Work, Reach::Here)), (1, 0, 0));
    assert_eq!(reach("Kofi Lindqvist", Change::NoName(Reach::All)), (1, 1, 1));
    assert_eq!(reach("Amina Osei", Change::Rename("A. Osei".into())), (2, 0, 2));
    assert_eq!(reach("“Enough,”", Change::NoQuotation), (0, 0, 1));
    assert_eq!(reach("on Thursday", Change::Checked), (0, 0, 0));
}

#[test]
fn the_same_words_are_whole_words() {
    let places = |text: &str, words: &str| {
        let start = text.find(words).expect("it stands there");
        same_words(text, TextRange::new(start, start + words.len())).len()
    };
    assert_eq!(places("Ann met Anna; Ann left Joann.", "Ann"), 2);
    assert_eq!(places("£5 and £50 and £5.", "£5"), 2);
}

#[test]
fn pieces_that_lie_in_one_another_become_one_term() {
    // The second piece of what Osei says is set to words around the first.
    let whole = "“We moved twice,” Amina Osei told reporters on Thursday. “Osei Group <moved>.”";
    let reviewed = decided(&[
        ("“Osei Group <moved>.”", 0, Change::Extent(anchor(whole, 0))),
        ("“We moved twice,”", 0, Change::NoQuotation),
    ]);
    // The one beside “Fair Deal”.
    assert_eq!(reviewed.layers.terms.len(), 2);
}

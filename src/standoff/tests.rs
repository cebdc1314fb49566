//! A document made of spans says what the spans say.

use super::*;
use crate::annotate::annotate;
use crate::document::Document;
use crate::document::article::Article;
use crate::document::entities::Label;
use crate::document::quotes::QuoteKind;
use crate::document::references::ReferenceKind;
use crate::text::TextRange;
use crate::view::sample;

/// A document's spans make a document with the same spans.
fn check(document: &Document) {
    let standoff = Standoff::of(document, true);
    let built = build(standoff.clone());
    assert_eq!(built.losses, Vec::<String>::new());
    assert_eq!(Standoff::of(&built.document, true), standoff);
}

#[test]
fn what_is_written_is_built_again() {
    check(&sample::document());
    for text in
        ["", " \n", "“We go,” Ada Quist told Bob Roe in Oslo on Friday. “Now.” She left. He said he would."]
    {
        check(&annotate(Article::plain(text)));
    }
    check(&annotate(Article::plain(crate::sample::TEXT)));
}

#[test]
fn furniture_is_left_out_and_what_is_left_builds() {
    let standoff = Standoff::of(&sample::document(), false);
    assert_eq!(standoff.spans.iter().filter(|span| span.kind == Kind::Name(Label::Person)).count(), 2);
    assert_eq!(Standoff::of(&build(standoff.clone()).document, false), standoff);
}

/// The sentences about what a list of spans loses: labels with their ranges.
fn check_losses(text: &str, spans: &[(Kind, usize, usize)], expected: &[&str]) {
    let spans = spans.iter().map(|&(kind, start, end)| Span::new(TextRange::new(start, end), kind)).collect();
    let built = build(Standoff { text: text.into(), spans, ..Standoff::default() });
    assert_eq!(built.document.check_invariants(), Ok(()));
    assert_eq!(built.losses, expected);
}

#[test]
fn marks_that_break_a_promise_are_left_out_and_told() {
    let person = Kind::Name(Label::Person);
    let direct = Kind::Quote(QuoteKind::Direct);
    let overlap = "1 mark that overlaps another of its kind was left out.";
    check_losses("Ada Quist", &[(person, 0, 9), (person, 4, 9)], &[overlap]);
    check_losses(
        "Ada Quist",
        &[(person, 4, 9), (Kind::Time(crate::document::times::TimeKind::Date), 0, 9)],
        &[],
    );
    check_losses("é", &[(person, 0, 1), (person, 2, 2)], &["2 marks that hold no words were left out."]);
    check_losses(
        "one two three",
        &[(direct, 0, 7), (direct, 4, 13)],
        &["1 quotation that crosses another was left out."],
    );
    check_losses(
        "he",
        &[(Kind::Reference(ReferenceKind::Pronoun), 0, 2)],
        &["1 reference to nobody who is named was left out."],
    );
    check_losses("Ada", &[(person, 0, 30)], &["1 mark that holds no words was left out."]);
}

#[test]
fn names_without_ids_are_brought_together_by_their_words() {
    let text = "Ada met Bob. Ada left.";
    let spans = [(0, 3), (8, 11), (13, 16)];
    let spans = spans.map(|(start, end)| Span::new(TextRange::new(start, end), Kind::Name(Label::Person)));
    let built = build(Standoff { text: text.into(), spans: spans.into(), ..Standoff::default() });
    let ids: Vec<u32> = built.document.layers.mentions.iter().map(|mention| mention.entity.0).collect();
    assert_eq!(ids, [0, 1, 0]);
    assert_eq!(built.document.layers.structure.len(), 1);
}

#[test]
fn ids_out_of_all_proportion_are_numbered_anew() {
    let mut span = Span::new(TextRange::new(0, 3), Kind::Name(Label::Person));
    span.tell(Key::Entity, "e4000000000");
    let built = build(Standoff { text: "Ada".into(), spans: vec![span], ..Standoff::default() });
    assert_eq!(built.document.layers.entities.len(), 1);
}

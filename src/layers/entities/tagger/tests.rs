//! What the tagger proposes, and laws of its file and tags.

use super::model::Model;
use super::packed::{Tables, pack, unpack};
use super::tags::{KINDS, TAGS, may_follow, tag};
use super::*;
use crate::sentences;
use crate::tokens::tokenize;

fn proposals(text: &str) -> Vec<Proposal> {
    let tokens = tokenize(text);
    let (forms, sentences) = (Forms::read(text, &tokens), sentences::split(text, &tokens));
    propose_with(Model::shipped(), text, &tokens, &forms, &sentences)
}

/// The names of a text as the tagger alone sees them: "[Ann Dow|PERSON]".
fn check(text: &str, expected: &[(&str, &str)]) {
    let found = proposals(text);
    let found: Vec<_> = found.iter().map(|p| (p.range.of(text), p.label.name())).collect();
    assert_eq!(found, expected, "in “{text}”");
}

#[test]
fn names_that_no_list_holds() {
    check(
        "Minister Oyelaran Tabuteau met Brenwick Corp executives in Zanderville on Monday.",
        &[("Oyelaran Tabuteau", "PERSON"), ("Brenwick Corp", "ORG"), ("Zanderville", "PLACE")],
    );
}

#[test]
fn a_town_in_a_row_of_results_is_its_team() {
    check("Leipzig 3 Cologne 1", &[("Leipzig", "ORG"), ("Cologne", "ORG")]);
}

#[test]
fn sure_names_score_higher_than_doubtful_ones() {
    let sure = proposals("He flew from Paris to France's second city.");
    assert!(sure.iter().any(|proposal| proposal.score >= 850), "{sure:?}");
}

#[test]
fn the_shipped_model_is_whole_and_on_its_card() {
    assert_eq!(Model::shipped().transitions.len(), TAGS);
    let bytes = include_bytes!("../../../resources/tagger.bin");
    let line = format!("checksum of `tagger.bin`: {:016x}", crate::resources::checksum(bytes));
    let card = include_str!("../../../resources/CARD.md");
    assert!(card.lines().any(|other| other == line), "CARD.md lacks “{line}”: run cargo xtask train");
}

#[test]
fn a_model_survives_its_file() {
    let mut row = [0i8; TAGS];
    (row[0], row[16]) = (-7, 127);
    let rows = [(3, row), (4_000_000, row)];
    let confidence = [200; KINDS * model::STEPS];
    let tables = Tables {
        shift: 3,
        transitions: &[row; TAGS],
        confidence: &confidence,
        classes: &[(9, 500)],
        rows: &rows,
    };
    let model = unpack(&pack(&tables)).expect("just packed");
    let mut seen = [4, 4_000_000];
    assert_eq!(model.rows.sift(&mut seen), 1);
    assert_eq!(model.rows.lead(seen[0]).map(|lead| (lead[0], lead[15])), Some((7, 127)));
    assert_eq!((model.classes.get(9), model.classes.get(10)), (500, 0));
}

#[test]
fn every_row_is_found_where_it_is_and_nowhere_else() {
    // One bucket of 256 addresses is full and overflows, others have few rows or none.
    let addresses: Vec<u32> = (0..20).chain([255, 256, 700, 4_194_303]).collect();
    let row = |place: usize| std::array::from_fn(|tag| if tag == 1 { place as i8 } else { 0 });
    let rows: Vec<tags::Row> = (0..addresses.len()).map(row).collect();
    let table = model::Rows::new(addresses.iter().copied().zip(rows));
    let asked = || (0..1000).chain(4_194_000..4_194_304);
    let mut seen: Vec<u32> = asked().collect();
    let known = table.sift(&mut seen);
    let found = seen[..known].iter().filter_map(|&place| table.lead(place)).map(|lead| lead[0] as usize);
    let expected = asked().filter_map(|address| addresses.iter().position(|&known| known == address));
    assert!(found.eq(expected));
}

#[test]
fn a_broken_file_is_no_model() {
    assert_eq!(unpack(b""), None);
    assert_eq!(unpack(b"GTG2\x03short"), None);
}

#[test]
fn names_open_go_on_and_end() {
    let (begin, inside, last, unit) = (tag(0, 0), tag(0, 1), tag(0, 2), tag(0, 3));
    assert!(may_follow(begin, inside) && may_follow(inside, last) && may_follow(last, unit));
    assert!(!may_follow(begin, 0) && !may_follow(0, last) && !may_follow(begin, tag(1, 2)));
}

#[test]
fn odd_texts_do_no_harm() {
    for text in ["", " ", "\u{feff}", "A", "’s", "((((", "İIİ ßẞ 大阪 🏳️‍🌈 U.S.", "\n\n-\n-", "“”"]
    {
        proposals(text);
    }
    let long = "Ada Bo ".repeat(5000);
    assert!(proposals(&long).iter().all(|proposal| proposal.range.end() <= long.len()));
}

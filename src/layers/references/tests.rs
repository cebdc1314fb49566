use super::*;
use crate::annotate::annotate;
use crate::document::article::Article;

fn check(text: &str, expected: &[&str]) {
    let document = annotate(Article::plain(text));
    let layers = &document.layers;
    let name = |id: EntityId| layers.entities[id.0 as usize].name.clone();
    let found: Vec<_> =
        layers.references.iter().map(|r| format!("{}={}", r.range.of(text), name(r.entity))).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_pronoun_goes_to_the_person_who_fits() {
    check("Mrs. Ann Marlow met Mr. Tom Reed in May. She thanked him.", &["She=Ann Marlow", "him=Tom Reed"]);
}

#[test]
fn two_who_fit_alike_leave_it_open() {
    check("Mr. Tom Reed and Mr. Ian Quist met. It rained. He left.", &[]);
}

#[test]
fn a_bracket_says_who_is_meant_in_a_quotation() {
    check("“She (Marlow) was right,” Mr. Tom Reed told Mrs. Ann Marlow.", &["She=Ann Marlow"]);
}

#[test]
fn a_role_goes_to_the_one_who_was_given_it() {
    check(
        "Ann Marlow, chief executive of Orsk Foods, met Tom Reed, the finance director. The CEO left.",
        &["The CEO=Ann Marlow"],
    );
    check("Orsk CEO Ann Marlow met Tom Reed, mayor of Halden. The mayor left.", &["The mayor=Tom Reed"]);
    check("Former diver Ann Marlow met Tom Reed. The former diver left.", &["The former diver=Ann Marlow"]);
    check("Defender Ola Lund met Tom Reed. The player left.", &["The player=Ola Lund"]);
    check("Tom Reed, a farmer and father of two, met Ola Lund. The farmer left.", &["The farmer=Tom Reed"]);
}

#[test]
fn another_rank_is_another_role() {
    check(
        "President Quist met Prime Minister Reed. The president left. The prime minister stayed.",
        &["The president=Quist", "The prime minister=Reed"],
    );
    check("Vice President Tom Reed spoke. The president left.", &[]);
    check("Finance Minister Tom Reed spoke. The foreign minister left.", &[]);
}

#[test]
fn an_age_and_a_nation_tell_who_is_meant() {
    check("Ola Lund, 34, beat Tom Reed, 29. The 29-year-old left.", &["The 29-year-old=Tom Reed"]);
    check("Ola Lund is 34. The 34-year-old defender left.", &["The 34-year-old defender=Ola Lund"]);
    check("British cyclist Tom Reed beat Ola Lund. The Briton left.", &["The Briton=Tom Reed"]);
}

#[test]
fn two_of_one_role_leave_it_open() {
    check("Spokesman Tom Reed met spokesman Ian Quist. The spokesman left.", &[]);
}

#[test]
fn a_body_is_known_by_its_name_or_its_kind() {
    check("Velm Savings Bank raised its rates. The bank left.", &["The bank=Velm Savings Bank"]);
    check("Velm Airways cut flights. The airline left.", &["The airline=Velm Airways"]);
    check("Shares in Velm Steel fell. The steelmaker left.", &["The steelmaker=Velm Steel"]);
    check("Orsk Foods sold a dairy to Velm Steel. The company left.", &["The company=Orsk Foods"]);
    check("Halden United lost. The club left.", &["The club=Halden United"]);
    check("The Ministry of Health met. The company left.", &[]);
}

#[test]
fn a_noun_before_another_or_before_a_name_stands_for_nobody() {
    check("Velm Savings Bank raised its rates. The bank robber left.", &[]);
    check("Tom Reed, the mayor, left. The mayor, Ian Quist, stayed.", &[]);
}

#[test]
fn a_text_may_end_anywhere() {
    check("Ola Lund, 34", &[]);
    check("He met Tom Reed of", &[]);
    check("Tom Reed (", &[]);
    check("The 34-year", &[]);
}

#[test]
fn a_line_of_pronouns_is_read_in_linear_time() {
    for pronoun in ["he ", "the mayor "] {
        annotate(Article::plain("Tom Reed, the mayor, left ".to_owned() + &pronoun.repeat(100_000)));
    }
}

#[test]
fn a_first_name_for_both_goes_to_those_who_mostly_bear_it() {
    check("John Hale met Mary Moss. She was glad.", &["She=Mary Moss"]);
    check("Mary Moss met John Hale. He was glad.", &["He=John Hale"]);
    check("Peter Lang was jailed after Julia Stern gave evidence. She wept.", &["She=Julia Stern"]);
    check("Laura Kidd was pulled out by Robert Shaw, who was walking his dog.", &["his=Robert Shaw"]);
    check("Betty Crane, between Adam Lowe and Peter Finch, waved. She wept.", &["She=Betty Crane"]);
    check("Daniel Price was treated by Dr Maria Keller. She wept.", &["She=Maria Keller"]);
    check("Jordan Pike lost to Alice Moor. She was glad.", &["She=Alice Moor"]);
}

#[test]
fn nobody_is_a_he_whose_name_is_hers() {
    check("Maria Lopez sued the firm. Its lawyer wept. He left.", &[]);
    check("Anna Birch asked. He left.", &[]);
    // Names that are his in one land and hers in another.
    check("Andrea Rossi won. He wept.", &["He=Andrea Rossi"]);
    check("Kim Jong Un met the press. He smiled.", &["He=Kim Jong Un"]);
}

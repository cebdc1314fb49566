//! The table of formats, from which the page's menu, the command line and the tests are made.

use super::more::{
    brat, conll2003, conllu, csv, doccano, docx, jsonl, label_studio, markdown, ninjs, nitf, recogito,
    schema_org, spacy, tei, text, uima, w3c, xlsx,
};
use super::written::Format;
use super::{html, json};

/// What people open and read, in the order menus show it.
pub const FOR_PEOPLE: &[Format] = &[
    html::FORMAT,
    docx::FORMAT,
    markdown::FORMAT,
    text::FORMAT,
    xlsx::FORMAT,
    csv::ENTITIES,
    csv::QUOTES,
    csv::TIMES,
];

/// What other programs take in.
pub const FOR_PROGRAMS: &[Format] = &[
    json::FORMAT,
    w3c::FORMAT,
    recogito::FORMAT,
    spacy::FORMAT,
    brat::FORMAT,
    brat::PLAIN,
    conll2003::FORMAT,
    conllu::FORMAT,
    label_studio::FORMAT,
    label_studio::CONFIG,
    doccano::FORMAT,
    uima::FORMAT,
    schema_org::FORMAT,
    tei::FORMAT,
    nitf::FORMAT,
    ninjs::FORMAT,
    ninjs::FORMAT_1,
    jsonl::FORMAT,
];

/// Every format there is.
pub fn every_format() -> impl Iterator<Item = &'static Format> {
    FOR_PEOPLE.iter().chain(FOR_PROGRAMS)
}

/// The format of that id.
pub fn format(id: &str) -> Option<&'static Format> {
    every_format().find(|format| format.id == id)
}

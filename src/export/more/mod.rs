//! The formats but Galley's own two: for people, for annotators, for programs, for the desk's other systems.

mod article;
mod losses;
mod office;
mod pretty;
mod table;
mod tokens;
mod within;
mod xml;
mod zipped;

pub mod brat;
pub mod conll2003;
pub mod conllu;
pub mod csv;
pub mod doccano;
pub mod docx;
pub mod jsonl;
pub mod label_studio;
pub mod markdown;
pub mod ninjs;
pub mod nitf;
pub mod recogito;
pub mod schema_org;
pub mod spacy;
pub mod tei;
pub mod text;
pub mod uima;
pub mod w3c;
pub mod xlsx;

#[cfg(test)]
mod tests;

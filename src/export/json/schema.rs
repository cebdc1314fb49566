//! The JSON Schema of Galley's JSON, made from its types: `schema.json` is what it was when it was last read.
//!
//! Words that stand for a kind are listed from the tables that write them.

use super::shape::Whole;
use crate::document::entities::PlaceKind;
use crate::document::passages::Colour;
use crate::document::quotes::{SourceKind, Utterance};
use crate::standoff::{KINDS, Kind};
pub use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

/// A day.
pub(super) const DAY: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
/// A country's code.
pub(super) const COUNTRY: &str = "^[A-Z]{2}$";

/// The schema of the document.
pub fn schema() -> Value {
    let mut schema = of::<Whole>();
    schema["$id"] = "urn:galley:json:1".into();
    schema
}

/// The schema of what is written from a type.
pub fn of<T: JsonSchema>() -> Value {
    made::<T>(SchemaSettings::draft2020_12().for_serialize())
}

/// The schema of what is read into a type.
pub fn of_given<T: JsonSchema>() -> Value {
    made::<T>(SchemaSettings::draft2020_12().for_deserialize())
}

fn made<T: JsonSchema>(settings: SchemaSettings) -> Value {
    settings.into_generator().into_root_schema_for::<T>().to_value()
}

fn kinds(name: fn(Kind) -> Option<&'static str>) -> Value {
    KINDS.iter().filter_map(|&(kind, ..)| name(kind)).collect()
}

pub(super) fn labels() -> Value {
    kinds(|kind| match kind {
        Kind::Name(label) => Some(label.name()),
        Kind::Amount(amount) => Some(amount.name()),
        _ => None,
    })
}

pub(super) fn references() -> Value {
    kinds(|kind| if let Kind::Reference(kind) = kind { Some(kind.name()) } else { None })
}

pub(super) fn quotes() -> Value {
    kinds(|kind| if let Kind::Quote(kind) = kind { Some(kind.name()) } else { None })
}

pub(super) fn times() -> Value {
    kinds(|kind| if let Kind::Time(kind) = kind { Some(kind.name()) } else { None })
}

pub(super) fn parts() -> Value {
    kinds(|kind| if let Kind::Paragraph(part) = kind { Some(part.name()) } else { None })
}

pub(super) fn sources() -> Value {
    SourceKind::ALL.iter().map(|kind| json!(kind.name())).chain([Value::Null]).collect()
}

pub(super) fn utterances() -> Value {
    Utterance::ALL.iter().map(|utterance| utterance.name()).collect()
}

pub(super) fn places() -> Value {
    PlaceKind::ALL.iter().filter_map(|kind| kind.name()).collect()
}

pub(super) fn colours() -> Value {
    Colour::ALL.iter().map(|(colour, _)| colour.name()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::{env, fs, path::Path};

    #[test]
    #[allow(clippy::disallowed_methods)]
    fn the_schema_in_the_repository_is_that_of_the_types() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/export/json/schema.json");
        let made = serde_json::to_string_pretty(&schema()).expect("it is JSON") + "\n";
        if env::var("UPDATE_GOLDEN").is_ok() {
            fs::write(&file, &made).expect("it can be written");
        }
        let kept = fs::read_to_string(&file).expect("it is there");
        assert!(kept == made, "the types have changed: UPDATE_GOLDEN=1 cargo test --features xtask schema");
    }
}

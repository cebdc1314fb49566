//! The kinds that the schema lists, from the tables that write them.

use crate::document::entities::PlaceKind;
use crate::document::passages::Colour;
use crate::document::quotes::{SourceKind, Utterance};
use crate::standoff::{KINDS, Kind};
use serde_json::{Value, json};

/// A day.
pub(super) const DAY: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

/// A country's code.
pub(super) const COUNTRY: &str = "^[A-Z]{2}$";

pub(super) fn kinds(name: fn(Kind) -> Option<&'static str>) -> Value {
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

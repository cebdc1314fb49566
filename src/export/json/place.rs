//! A place among the names of Galley's JSON.

use crate::document::entities::PlaceFacts;
use serde::Serialize;

/// What the gazetteer knows of a place; each key stands only where it is known.
#[derive(Serialize)]
pub(super) struct Facts<'d> {
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    country: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    latitude: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    longitude: Option<f64>,
}

/// Writes them.
pub(super) fn facts(facts: &PlaceFacts) -> Facts<'_> {
    let degrees = |ten_thousandths: i32| f64::from(ten_thousandths) / 1e4;
    Facts {
        kind: facts.kind.name(),
        country: facts.country.as_deref(),
        latitude: facts.latitude.map(degrees),
        longitude: facts.longitude.map(degrees),
    }
}

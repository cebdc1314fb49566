//! A place among the names of Galley's JSON.

#[cfg(feature = "schema")]
use super::kinds;
use crate::document::entities::PlaceFacts;
#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::Serialize;

/// What the gazetteer knows of a place; each key stands only where it is known.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(super) struct Facts<'d> {
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("enum" = kinds::places())))]
    kind: Option<&'static str>,
    /// ISO 3166-1.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("pattern" = kinds::COUNTRY)))]
    country: Option<&'d str>,
    /// Degrees.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "f64", range(min = -90.0, max = 90.0)))]
    latitude: Option<f64>,
    /// Degrees.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "f64", range(min = -180.0, max = 180.0)))]
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

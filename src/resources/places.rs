//! Places with their countries and where they lie.

use crate::document::entities::PlaceKind;
use std::collections::HashMap;
use std::sync::OnceLock;

const PLACE_WORDS: &str = include_str!("tables/place-words.tsv");

/// One place of the gazetteer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its usual English name.
    pub name: &'static str,
    /// What kind of place.
    pub kind: PlaceKind,
    /// ISO 3166-1 alpha-2 code of its country, or empty.
    pub country: &'static str,
    /// Latitude and longitude in ten-thousandths of a degree, for countries, capitals,
    /// US states and large cities.
    pub position: Option<(i32, i32)>,
}

/// Reads `lat` and `lon` in hundredths of a degree.
pub(super) fn position<'a>(mut columns: impl Iterator<Item = &'a str>) -> Option<(i32, i32)> {
    let latitude: i32 = columns.next()?.parse().ok()?;
    let longitude: i32 = columns.next()?.parse().ok()?;
    Some((latitude.checked_mul(100)?, longitude.checked_mul(100)?))
}

/// What kind of place a word of its name tells: "River", "Airport"; nothing where none does.
pub fn kind_in_name(word: &str) -> Option<PlaceKind> {
    static WORDS: OnceLock<HashMap<&str, PlaceKind>> = OnceLock::new();
    let read = |line: &'static str| {
        let mut columns = line.split('\t');
        Some((columns.next()?, kind_of(columns.nth(1)?)))
    };
    WORDS.get_or_init(|| PLACE_WORDS.lines().filter_map(read).collect()).get(word).copied()
}

/// The kind of place that a table names so.
pub(super) fn kind_of(kind: &str) -> PlaceKind {
    match kind {
        "country" | "land" => PlaceKind::Country,
        "region" | "territory" => PlaceKind::Region,
        "city" => PlaceKind::City,
        "facility" => PlaceKind::Facility,
        "water" => PlaceKind::Water,
        _ => PlaceKind::Other,
    }
}

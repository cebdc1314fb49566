//! Places with their countries and where they lie.

use crate::document::entities::PlaceKind;

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

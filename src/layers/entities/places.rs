//! What is known of a place: from the gazetteer, or from the words of its name.

use super::name::{Elsewhere, Name};
use super::reading::Reading;
use crate::document::entities::{Label, PlaceFacts, PlaceKind};
use crate::resources::{Classes, Place, kind_in_name};

/// The gazetteer's place of a name.
pub(super) fn known(reading: &Reading, name: &Name) -> Option<Place> {
    let entry = name.entry.filter(|entry| entry.classes.has(Classes::PLACE))?;
    reading.words.place(entry)
}

/// What the gazetteer knows, or the text of another town of the name.
pub(super) fn facts(place: Place, elsewhere: Option<Elsewhere>) -> PlaceFacts {
    if let Some(elsewhere) = elsewhere {
        let country = Some(elsewhere.country.to_owned());
        return PlaceFacts { kind: PlaceKind::City, country, latitude: None, longitude: None };
    }
    PlaceFacts {
        kind: place.kind,
        country: (!place.country.is_empty()).then(|| place.country.to_owned()),
        latitude: place.position.map(|(latitude, _)| latitude),
        longitude: place.position.map(|(_, longitude)| longitude),
    }
}

/// What the words of a name tell that no gazetteer has.
///
/// ```text
/// Velm River   Lake Orsk   Halden Airport
///      ^^^^^   ^^^^               ^^^^^^^
/// ```
///
/// Only waters may tell it by the first word: "Park Lane" is no park.
pub(super) fn told(label: Label, name: &str) -> Option<PlaceFacts> {
    let ((first, _), (_, last)) = (name.split_once(' ')?, name.rsplit_once(' ')?);
    let opening = || kind_in_name(first).filter(|&kind| kind == PlaceKind::Water);
    let kind = kind_in_name(last).or_else(opening).filter(|_| label == Label::Place)?;
    Some(PlaceFacts { kind, country: None, latitude: None, longitude: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_of_the_name_tells_the_kind() {
        let kind = |name| told(Label::Place, name).map(|facts| facts.kind);
        assert_eq!(kind("Velm River"), Some(PlaceKind::Water));
        assert_eq!(kind("Lake Orsk"), Some(PlaceKind::Water));
        assert_eq!(kind("Halden Airport"), Some(PlaceKind::Facility));
        assert_eq!(kind("Orsk Province"), Some(PlaceKind::Region));
        assert_eq!(kind("Park Orsk"), None);
        assert_eq!(kind("River"), None);
        assert_eq!(told(Label::Organisation, "Halden Airport"), None);
    }
}

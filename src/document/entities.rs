//! People, organisations, places…, and their names in the text.

use super::ids::{EntityId, Score};
use super::reason::Reason;
use crate::text::TextRange;
use serde::{Deserialize, Serialize};

/// One name in the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// The name, without "the", titles, roles or possessive.
    pub range: TextRange,
    /// What it names here.
    pub label: Label,
    /// Whom it names.
    pub entity: EntityId,
    /// How sure.
    pub score: Score,
    /// Why.
    pub why: Reason,
}

/// A person, organisation, place… of the article, with all that it says of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// The fullest name; for a place the gazetteer's.
    pub name: String,
    /// What it is.
    pub label: Label,
    /// Titles and roles given to it, as written ("Kremlin spokesperson"), in text order.
    pub roles: Vec<TextRange>,
    /// He, she or they, where the text or a first name tells.
    pub gender: Option<Gender>,
    /// What the gazetteer knows of a place.
    pub place: Option<PlaceFacts>,
}

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Label {
    /// A person.
    Person,
    /// An organisation: companies, governments' bodies, teams, parties, media.
    Organisation,
    /// A place: countries, cities, waters, buildings.
    Place,
    /// Nationalities, religions, movements, and their members.
    Group,
    /// A named event.
    Event,
    /// A title of a work.
    Work,
    /// A named product or vehicle.
    Product,
}

impl Label {
    /// Its name in exports.
    pub fn name(self) -> &'static str {
        match self {
            Label::Person => "PERSON",
            Label::Organisation => "ORG",
            Label::Place => "PLACE",
            Label::Group => "GROUP",
            Label::Event => "EVENT",
            Label::Work => "WORK",
            Label::Product => "PRODUCT",
        }
    }
}

/// Grammatical gender, as told by courtesy titles, pronouns or first names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Gender {
    /// he
    Male,
    /// she
    Female,
}

/// What the gazetteer knows of a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlaceFacts {
    /// What kind of place.
    pub kind: PlaceKind,
    /// ISO 3166-1 alpha-2 code of its country.
    pub country: Option<String>,
    /// Latitude in ten-thousandths of a degree.
    pub latitude: Option<i32>,
    /// Longitude in ten-thousandths of a degree.
    pub longitude: Option<i32>,
}

/// Kinds of place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PlaceKind {
    /// A country.
    Country,
    /// A state, province or other region.
    Region,
    /// A city, town or village.
    City,
    /// A building, airport, bridge.
    Facility,
    /// A sea, lake or river.
    Water,
    /// Any other.
    Other,
}

impl PlaceKind {
    /// Every kind.
    pub const ALL: [PlaceKind; 6] = [
        PlaceKind::Country,
        PlaceKind::Region,
        PlaceKind::City,
        PlaceKind::Facility,
        PlaceKind::Water,
        PlaceKind::Other,
    ];

    /// Its name in exports, where it is more than a place.
    pub fn name(self) -> Option<&'static str> {
        match self {
            PlaceKind::Country => Some("country"),
            PlaceKind::Region => Some("region"),
            PlaceKind::City => Some("city"),
            PlaceKind::Facility => Some("facility"),
            PlaceKind::Water => Some("water"),
            PlaceKind::Other => None,
        }
    }
}

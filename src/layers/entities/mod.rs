//! People, organisations, places and groups: their names in the text, and who is meant.

pub mod tagger;

pub mod forms;

mod lines;

mod reading;

mod roles;

mod rows;

mod handles;

mod initials;

pub(in crate::layers) mod letters;

mod looks;

mod offices;

mod loud;

mod sport;

mod pieces;

mod joints;

mod cut;

mod company;

mod evidence;

mod merge;

mod together;

mod label;

pub mod confidence;

mod group;

pub use group::leaning;

mod headlines;

mod places;

pub mod own;

#[cfg(test)]
mod tests;

use crate::article::Article;
use crate::layers::dateline::Dateline;
use crate::layers::times::Time;
use crate::layers::{EntityId, Score};
use crate::reason::Reason;
use crate::sentences::Sentence;
use crate::text::TextRange;
use crate::tokens::Token;
use confidence::Grounds;
use forms::Forms;
use own::OwnNames;
use pieces::Piece;
use reading::Reading;
use serde::{Deserialize, Serialize};
use tagger::model::Model;

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

/// Finds all names of an article and the entities they name.
///
/// ```text
/// Reading (what each token is) → pieces (runs of capitals, cut) → evidence, the tagger’s too → labels
/// → a person’s own names → entities
/// ```
pub fn find(
    article: &Article,
    tokens: &[Token],
    sentences: &[Sentence],
    dateline: Option<&Dateline>,
    times: &[Time],
    own: &OwnNames,
) -> (Vec<Entity>, Vec<Mention>) {
    let forms = Forms::read(&article.text, tokens);
    let reading = Reading::new(&article.text, tokens, &forms, sentences, dateline, times);
    let names = label::choose(&reading, &weighed(&reading, sentences, Model::shipped()), dateline);
    let names = headlines::put(&reading, names);
    let names = own::put(&reading, own, names);
    group::group(&reading, names)
}

/// Every name an article may hold, with all that speaks for its labels.
fn weighed(reading: &Reading, sentences: &[Sentence], model: &Model) -> Vec<Piece> {
    let mut pieces = pieces::find(reading);
    evidence::weigh(reading, &mut pieces);
    let proposals = tagger::propose_with(model, reading.text, reading.tokens, reading.forms, sentences);
    let pieces = merge::merge(reading, pieces, &proposals);
    let pieces = initials::put(reading, pieces);
    let mut pieces = rows::put(reading, pieces);
    together::weigh(reading, &mut pieces);
    pieces
}

/// The names of an article that has neither dateline nor times, as a given tagger sees them, with
/// the grounds of each: what the table of [`confidence`] is fitted on.
pub fn grounds_with(
    model: &Model,
    text: &str,
    tokens: &[Token],
    sentences: &[Sentence],
) -> Vec<(TextRange, Grounds)> {
    let forms = Forms::read(text, tokens);
    let reading = Reading::new(text, tokens, &forms, sentences, None, &[]);
    let pieces = weighed(&reading, sentences, model);
    pieces.iter().map(|piece| (reading.range(piece.tokens.clone()), Grounds::of(piece))).collect()
}

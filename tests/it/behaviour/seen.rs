//! What Galley found in a sentence, as its JSON tells it, with positions in bytes.

use galley::document::Document;
use galley::export::json;
use galley::text::OffsetMap;
use serde::Deserialize;
use std::ops::Range;

/// A range of the text in bytes.
pub type Span = Range<usize>;

/// The layers of one sentence.
#[derive(Deserialize)]
pub struct Seen {
    /// The text itself.
    #[serde(skip)]
    pub text: String,
    pub entities: Vec<Entity>,
    pub references: Vec<Reference>,
    pub quotes: Vec<Quote>,
    pub terms: Vec<Bare>,
    pub authors: Vec<Author>,
    pub dateline: Option<Dateline>,
    pub times: Vec<Time>,
    pub structure: Vec<Paragraph>,
}

#[derive(Deserialize)]
pub struct Entity {
    start: usize,
    end: usize,
    pub label: String,
    pub entity: Option<String>,
    pub name: String,
    #[serde(default)]
    pub roles: Vec<String>,
    pub country: Option<String>,
    pub kind: Option<String>,
}

#[derive(Deserialize)]
pub struct Reference {
    start: usize,
    end: usize,
    pub entity: String,
}

#[derive(Deserialize)]
pub struct Quote {
    start: usize,
    end: usize,
    pub kind: String,
    pub speaker: Option<[usize; 2]>,
    pub speaker_text: Option<String>,
    pub attitude: bool,
}

#[derive(Deserialize)]
pub struct Bare {
    start: usize,
    end: usize,
}

#[derive(Deserialize)]
pub struct Author {
    pub name: String,
    pub role_text: Option<String>,
    pub place_text: Option<String>,
}

#[derive(Deserialize)]
pub struct Dateline {
    pub place_text: Option<String>,
    pub places: Vec<Place>,
    pub date_iso: Option<String>,
    pub agency: Option<String>,
}

#[derive(Deserialize)]
pub struct Place {
    pub name: String,
    pub country: Option<String>,
}

#[derive(Deserialize)]
pub struct Time {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    pub kind: String,
    pub value: Option<String>,
}

#[derive(Deserialize)]
pub struct Paragraph {
    start: usize,
    end: usize,
    pub part: String,
}

/// Something that stands in the text.
pub trait Stands {
    fn span(&self) -> Span;
}

macro_rules! stands {
    ($($mark:ty),*) => { $(impl Stands for $mark { fn span(&self) -> Span { self.start..self.end } })* };
}

stands!(Entity, Reference, Quote, Bare, Time, Paragraph);

impl Seen {
    /// What an export of the document tells.
    pub fn new(document: &Document) -> Seen {
        let written = serde_json::to_string(&json::annotations(document, false)).expect("it serialises");
        let mut seen: Seen = serde_json::from_str(&written).expect("it is Galley's JSON");
        seen.text = document.article.text.clone();
        let map = OffsetMap::new(&seen.text);
        let bytes = |start: &mut usize, end: &mut usize| {
            (*start, *end) = (map.byte_of_chars(*start), map.byte_of_chars(*end));
        };
        seen.entities.iter_mut().for_each(|mark| bytes(&mut mark.start, &mut mark.end));
        seen.references.iter_mut().for_each(|mark| bytes(&mut mark.start, &mut mark.end));
        seen.quotes.iter_mut().for_each(|mark| bytes(&mut mark.start, &mut mark.end));
        for [start, end] in seen.quotes.iter_mut().filter_map(|quote| quote.speaker.as_mut()) {
            bytes(start, end);
        }
        seen.terms.iter_mut().for_each(|mark| bytes(&mut mark.start, &mut mark.end));
        seen.times.iter_mut().for_each(|mark| bytes(&mut mark.start, &mut mark.end));
        seen.structure.iter_mut().for_each(|mark| bytes(&mut mark.start, &mut mark.end));
        seen
    }

    /// The name of an entity.
    pub fn name_of(&self, id: &str) -> Option<&str> {
        let named = self.entities.iter().find(|mention| mention.entity.as_deref() == Some(id));
        named.map(|mention| mention.name.as_str())
    }
}

//! What stands in Galley's JSON, from which its JSON Schema and the TypeScript types of the package are made.

#[cfg(feature = "schema")]
use super::kinds;
use super::place;
use crate::document::ids::Score;
#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::Serialize;

/// The version of the format; readers refuse a greater one.
pub const VERSION: u32 = 1;

/// Where something stands: its first code point, and the one behind its last.
pub(super) type Span = [usize; 2];

/// An article with what Galley found in it. Positions are Unicode code points into `text`, end exclusive. New keys may come within a version.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename = "GalleyDocument"))]
pub struct Whole<'d> {
    /// The version of the format.
    #[cfg_attr(feature = "schema", schemars(extend("const" = VERSION)))]
    pub(super) galley: u32,
    /// The article as it was read.
    pub(super) text: &'d str,
    /// The day it was published, where one was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("pattern" = kinds::DAY)))]
    pub(super) published: Option<String>,
    #[serde(flatten)]
    pub(super) annotations: Annotations<'d>,
}

/// The layers of one document, as the command line writes them.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub struct Annotations<'d> {
    /// Names and amounts, in text order.
    pub(super) entities: Vec<Entity<'d>>,
    /// Pronouns and descriptions that stand for an entity.
    pub(super) references: Vec<Reference>,
    /// Who said what.
    pub(super) quotes: Vec<Quotation<'d>>,
    /// Words in quotation marks that nobody said.
    pub(super) terms: Vec<Term>,
    /// Who the bylines name.
    pub(super) authors: Vec<Author<'d>>,
    /// The line that opens agency copy.
    pub(super) dateline: Option<Dateline<'d>>,
    /// Dates, times of day, durations, repeated times.
    pub(super) times: Vec<Time<'d>>,
    /// Every paragraph with its part.
    pub(super) structure: Vec<Paragraph>,
    /// Words that an editor marked with a label of their own; there where there are any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) labels: Vec<Label<'d>>,
    /// What people say of words; there where there is any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) comments: Vec<Comment<'d>>,
}

/// A name or an amount.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(super) struct Entity<'d> {
    pub start: usize,
    pub end: usize,
    #[cfg_attr(feature = "schema", schemars(extend("enum" = kinds::labels())))]
    pub label: &'static str,
    /// Shared by all names of one entity; null for amounts.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = "^e[0-9]+$")))]
    pub entity: Option<String>,
    /// Whom or what it names, in full.
    pub name: &'d str,
    /// How sure, in thousandths.
    #[cfg_attr(feature = "schema", schemars(range(max = 1000)))]
    pub score: Score,
    /// The short name of a rule.
    pub why: &'static str,
    /// Titles and roles of whom it names, each once, as first written.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<&'d str>,
    #[serde(flatten)]
    pub place: Option<place::Facts<'d>>,
}

/// A pronoun or a description that stands for an entity.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(super) struct Reference {
    pub start: usize,
    pub end: usize,
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = "^e[0-9]+$")))]
    pub entity: String,
    #[cfg_attr(feature = "schema", schemars(extend("enum" = kinds::references())))]
    pub kind: &'static str,
    /// How sure, in thousandths.
    #[cfg_attr(feature = "schema", schemars(range(max = 1000)))]
    pub score: Score,
    /// The short name of a rule.
    pub why: &'static str,
}

/// A piece of reported speech.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(super) struct Quotation<'d> {
    pub start: usize,
    pub end: usize,
    #[cfg_attr(feature = "schema", schemars(extend("enum" = kinds::quotes())))]
    pub kind: &'static str,
    /// Shared by the pieces of one quotation.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = "^q[0-9]+$")))]
    pub group: String,
    /// The words beside it that stand for who speaks, “he” included; null where nobody knows.
    pub speaker: Option<Span>,
    /// Who speaks, by name where there is one.
    pub speaker_text: Option<&'d str>,
    /// The word that reports it.
    pub cue: Option<Span>,
    #[cfg_attr(feature = "schema", schemars(extend("enum" = kinds::sources())))]
    pub source: Option<&'static str>,
    #[cfg_attr(feature = "schema", schemars(extend("enum" = kinds::utterances())))]
    pub utterance: &'static str,
    /// Whom it was told.
    pub addressee: Option<Span>,
    /// Whether it tells what somebody thinks or wants rather than says.
    pub attitude: bool,
    /// Names that an unknown speaker might bear, nearest first.
    pub candidates: Vec<&'d str>,
    /// How sure, in thousandths.
    #[cfg_attr(feature = "schema", schemars(range(max = 1000)))]
    pub score: Score,
    /// The short name of a rule.
    pub why: &'static str,
}

/// Words in quotation marks that nobody said.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(super) struct Term {
    pub start: usize,
    pub end: usize,
}

/// Somebody whom a byline names.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(super) struct Author<'d> {
    pub start: usize,
    pub end: usize,
    pub name: &'d str,
    pub role: Option<Span>,
    pub role_text: Option<&'d str>,
    pub place: Option<Span>,
    pub place_text: Option<&'d str>,
}

/// The line that opens agency copy: place, date, agency.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(super) struct Dateline<'d> {
    pub start: usize,
    pub end: usize,
    pub place: Option<Span>,
    pub place_text: Option<&'d str>,
    pub places: Vec<Named<'d>>,
    pub date: Option<Span>,
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = kinds::DAY)))]
    pub date_iso: Option<String>,
    pub agency: Option<&'d str>,
}

/// A place of a dateline.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename = "DatelinePlace"))]
pub(super) struct Named<'d> {
    pub name: &'d str,
    /// ISO 3166-1.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = kinds::COUNTRY)))]
    pub country: Option<&'d str>,
}

/// An expression of time.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(super) struct Time<'d> {
    pub start: usize,
    pub end: usize,
    #[serde(rename = "type")]
    #[cfg_attr(feature = "schema", schemars(extend("enum" = kinds::times())))]
    pub kind: &'static str,
    /// TimeML; null where nothing resolves it.
    pub value: Option<&'d str>,
}

/// A paragraph.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(super) struct Paragraph {
    pub start: usize,
    pub end: usize,
    #[cfg_attr(feature = "schema", schemars(extend("enum" = kinds::parts())))]
    pub part: &'static str,
}

/// Words that an editor marked with a label of their own.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename = "OwnLabel"))]
pub(super) struct Label<'d> {
    pub start: usize,
    pub end: usize,
    pub label: &'d str,
    pub letter: &'d str,
    #[cfg_attr(feature = "schema", schemars(extend("enum" = kinds::colours())))]
    pub colour: &'static str,
}

/// Words that a person says something of.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(super) struct Comment<'d> {
    pub start: usize,
    pub end: usize,
    /// What is said of them.
    pub comment: &'d str,
}

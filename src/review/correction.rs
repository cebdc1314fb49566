//! Decisions, and what can be decided.

use super::anchor::Anchor;
use crate::document::Document;
use crate::document::entities::Label;
use crate::document::passages::OwnLabel;
use crate::document::quotes::QuoteKind;
use crate::text::{TextRange, lower};
use serde::{Deserialize, Serialize};

/// One decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The words it is about.
    pub at: Anchor,
    /// What was decided about them.
    pub change: Change,
}

/// What can be decided about the words at a correction's place. New kinds go to the end: readers keep corrections in
/// their browsers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// Who speaks a quotation, all its pieces; `at` is the first of them.
    Speaker(Speaker),
    /// A name names something of another kind.
    Relabel(Label, Reach),
    /// Words are a name.
    Name(Label, Reach),
    /// Words are no name.
    NoName(Reach),
    /// A name, or a piece of a quotation, stands at these words instead.
    Extent(Anchor),
    /// The one named here is the one named there.
    Merge(Anchor),
    /// This name alone is somebody else's than the others.
    Split,
    /// The one named here is called so.
    Rename(String),
    /// Words that name nobody stand for the one named there.
    Means(Anchor),
    /// Nobody said these words.
    NoQuotation,
    /// How the words are reported.
    Kind(QuoteKind),
    /// The word that reports them.
    Cue(Anchor),
    /// What a date resolves to, in TimeML; it stays open without.
    Value(Option<String>),
    /// What somebody has to say of these words.
    Comment(String),
    /// A person has looked at it, and it is right.
    Checked,
    /// Words are a quotation, whoever said it.
    Quotation(QuoteKind),
    /// Words are no date, no amount or no term.
    NoMark,
    /// Words in quotation marks were edited; these stood there before.
    Altered {
        /// The words as they came.
        was: String,
        /// Whether a person has said that the source says it as it is now.
        from_source: bool,
    },
    /// Words have this label of their editor's, or none.
    Own(Option<OwnLabel>, Reach),
}

/// How far a decision about a name reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reach {
    /// This name alone.
    Here,
    /// All names of the same, or all places where the same words stand.
    All,
}

/// All decisions about one article, in the order in which they were made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Corrections {
    pub(super) list: Vec<Correction>,
}

impl Corrections {
    /// Whether nothing was decided.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Adds a decision; an earlier one of its kind about the same words is replaced.
    pub fn decide(&mut self, correction: Correction) {
        self.take_back(&correction);
        self.list.push(correction);
    }

    /// Takes back what was decided about the words of this correction, in its kind.
    pub fn take_back(&mut self, correction: &Correction) {
        self.list.retain(|earlier| !earlier.is_about_the_same(correction));
    }

    /// Takes back everything that was decided about the words here; false where nothing was.
    pub fn forget(&mut self, text: &str, range: TextRange) -> bool {
        let before = self.list.len();
        self.list.retain(|correction| !correction.is_at(text, range));
        self.list.len() != before
    }

    /// Gives labels the look that those of their names have in this list; none where all have it.
    pub fn looking_as(&self, own: &[OwnLabel]) -> Option<Corrections> {
        let (mut all, mut changed) = (self.clone(), false);
        for one in &mut all.list {
            let Change::Own(Some(label), _) = &mut one.change else { continue };
            if let Some(now) = own.iter().find(|now| now.name == label.name && *now != label) {
                *label = now.clone();
                changed = true;
            }
        }
        changed.then_some(all)
    }

    /// Adds a decision beside all others.
    pub fn push(&mut self, correction: Correction) {
        self.list.push(correction);
    }

    /// The decisions, in the order in which they were made.
    pub fn iter(&self) -> impl Iterator<Item = &Correction> {
        self.list.iter()
    }
}

impl Correction {
    /// A decision about the words at a range of a document's text.
    pub fn new(document: &Document, range: TextRange, change: Change) -> Self {
        Correction { at: Anchor::new(&document.article.text, range), change }
    }

    /// What was decided, in words that stand whatever has become of the text: "Ada Quist", "unknown".
    pub fn choice(&self) -> String {
        match &self.change {
            Change::Speaker(Speaker::Named(name)) => name.words().to_owned(),
            Change::Speaker(Speaker::Unknown) => "unknown".into(),
            Change::Relabel(label, _) | Change::Name(label, _) => lower(label.name()),
            Change::NoName(_) => "no name".into(),
            Change::NoMark => "no mark".into(),
            Change::Extent(words) | Change::Cue(words) => words.words().to_owned(),
            Change::Merge(whose) | Change::Means(whose) => whose.words().to_owned(),
            Change::Split => "another".into(),
            Change::Rename(name) => name.clone(),
            Change::NoQuotation => "no quotation".into(),
            Change::Kind(kind) | Change::Quotation(kind) => kind.name().to_owned(),
            Change::Value(value) => value.clone().unwrap_or_else(|| "open".into()),
            Change::Comment(words) => words.clone(),
            Change::Checked => "checked".into(),
            Change::Altered { was, .. } => was.clone(),
            Change::Own(label, _) => label.as_ref().map_or("no label", |label| &label.name).to_owned(),
        }
    }

    /// Whether it is about these words, as they stood or as they were set.
    pub fn is_at(&self, text: &str, range: TextRange) -> bool {
        let set = match &self.change {
            Change::Extent(words) => words.place(text),
            _ => None,
        };
        self.at.place(text) == Some(range) || set == Some(range)
    }

    /// A label that words have everywhere is another matter than the one that they have here.
    fn is_about_the_same(&self, later: &Correction) -> bool {
        use Reach::{All, Here};
        let reaches_further =
            matches!((&self.change, &later.change), (Change::Own(_, All), Change::Own(_, Here)));
        self.at == later.at
            && std::mem::discriminant(&self.change) == std::mem::discriminant(&later.change)
            && !reaches_further
    }
}

/// Who was chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Speaker {
    /// Whoever is named by these words. Numbers of entities change with the text; their names stay.
    Named(Anchor),
    /// Nobody knows.
    Unknown,
}

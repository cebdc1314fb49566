//! People's decisions, kept as corrections over the machine's result, which stays as it was.
//!
//! ```text
//! Document + Corrections ── review ──► reviewed Document   (what is drawn and exported)
//!                        └─ needs_review ──► corrections whose words are gone
//! ```
//!
//! A correction is tied to its words: by their place, by the words themselves and by a little of
//! what stands around them. Where one of the three differs it is not applied, however like the
//! words elsewhere look, and a person is told.

mod anchor;
mod carry;
mod names;
mod passages;
mod quotations;
mod speaker;
mod times;
mod told;
mod touched;

#[cfg(test)]
mod tests;

pub use anchor::Anchor;
pub use carry::{Carried, Lost, carry, changes, is_draft_of};
pub use names::same_words;
pub use speaker::Speaker;
pub use times::is_value;
pub use told::{told, untold};
pub use touched::{Touched, touched};

use crate::document::entities::Label;
use crate::document::ids::Score;
use crate::document::passages::OwnLabel;
use crate::document::quotes::QuoteKind;
use crate::document::reason::{Reason, Rule};
use crate::document::{Document, Layers};
use crate::text::TextRange;
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
    list: Vec<Correction>,
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
            Change::Relabel(label, _) | Change::Name(label, _) => label.name().to_lowercase(),
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

    /// Puts the decision into a document. None, and nothing is done, where its words are gone, or where it would
    /// break what every document promises.
    fn apply(&self, document: &mut Document) -> Option<()> {
        let at = &self.at;
        match &self.change {
            Change::Speaker(speaker) => speaker.apply(document, at),
            Change::Relabel(label, reach) => names::relabel(document, at, *label, *reach),
            Change::Name(label, reach) => names::add(document, at, *label, *reach),
            Change::NoName(reach) => {
                names::remove(document, at, *reach).or_else(|| names::mean_nobody(document, at))
            }
            Change::Extent(words) => {
                names::resize(document, at, words).or_else(|| quotations::resize(document, at, words))
            }
            Change::Merge(whose) => names::merge(document, at, whose),
            Change::Split => names::part(document, at),
            Change::Rename(name) => names::rename(document, at, name),
            Change::Means(whose) => names::mean(document, at, whose),
            Change::NoQuotation => quotations::unsay(document, at),
            Change::Kind(kind) => quotations::set_kind(document, at, *kind),
            Change::Cue(words) => quotations::set_cue(document, at, words),
            Change::Value(value) => times::set_value(document, at, value.as_deref()),
            Change::Comment(_) | Change::Altered { .. } => at.place(&document.article.text).map(|_| ()),
            Change::Checked => at.place(&document.article.text).map(|range| sure(document, range)),
            Change::Quotation(kind) => quotations::add(document, at, *kind),
            Change::NoMark => unmark(document, at),
            Change::Own(label, reach) => passages::mark(document, at, label.as_ref(), *reach),
        }
    }
}

/// How sure a person is, in thousandths.
const CERTAIN: Score = 1000;

/// Why a mark stands that a person made.
fn marked() -> Reason {
    Reason::new(Rule::Marked, [])
}

/// Takes the mark off a date, an amount or a term.
fn unmark(document: &mut Document, at: &Anchor) -> Option<()> {
    let range = at.place(&document.article.text)?;
    let Layers { times, amounts, terms, .. } = &mut document.layers;
    let before = times.len() + amounts.len() + terms.len();
    times.retain(|time| time.range != range);
    amounts.retain(|amount| amount.range != range);
    terms.retain(|term| term.range != range);
    (times.len() + amounts.len() + terms.len() < before).then_some(())
}

/// Nothing that stands right here is in doubt any more.
fn sure(document: &mut Document, range: TextRange) {
    let Layers { mentions, references, quotes, .. } = &mut document.layers;
    let names = mentions.iter_mut().map(|mention| (mention.range, &mut mention.score));
    let references = references.iter_mut().map(|reference| (reference.range, &mut reference.score));
    let quotes = quotes.iter_mut().map(|quote| (quote.range, &mut quote.score));
    let here = names.chain(references).chain(quotes).filter(|(place, _)| *place == range);
    here.for_each(|(_, score)| *score = CERTAIN);
}

/// The document as people decided it, and the corrections that it leaves out because their words or what they name
/// is gone: a person is told of them.
pub fn reviewed(document: &Document, corrections: &Corrections) -> (Document, Vec<Correction>) {
    let mut reviewed = document.clone();
    let lost = corrections.iter().filter(|correction| correction.apply(&mut reviewed).is_none());
    let lost = lost.cloned().collect();
    (reviewed, lost)
}

/// The first of [`reviewed`].
pub fn review(document: &Document, corrections: &Corrections) -> Document {
    reviewed(document, corrections).0
}

/// The second of [`reviewed`].
pub fn needs_review(document: &Document, corrections: &Corrections) -> Vec<Correction> {
    reviewed(document, corrections).1
}

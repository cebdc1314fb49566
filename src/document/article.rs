//! What goes in: the text of an article and what its source said about it.

use super::hints::{Hint, Signs};
use super::looks::Look;
use super::part::Part;
use crate::text::TextRange;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One article as it was pasted, dropped or read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// The text. Positions everywhere are bytes into it.
    pub text: String,
    /// The day it was published, where somebody said so.
    #[serde(with = "super::day::maybe")]
    pub published: Option<Date>,
    /// What rich input knew of its lines (headings, links, menus), one a line; empty for plain text.
    pub hints: Vec<Hint>,
    /// How its words looked in rich input. Not sent and not kept with it: who edits the text keeps what it came with.
    #[serde(skip)]
    pub looks: Vec<Look>,
    /// What a person decided about it. Stands last, so that articles kept before there were any
    /// choices can still be read.
    pub choices: Choices,
}

/// What a person decided about an article; the engine obeys.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choices {
    /// What relative dates are counted from.
    pub count_from: CountFrom,
    /// Paragraphs whose part a person chose, in text order.
    pub parts: Vec<ChosenPart>,
}

/// What relative dates are counted from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum CountFrom {
    /// The day of publication, or else the time stamp, or else the dateline.
    #[default]
    Best,
    /// The day of publication.
    Published,
    /// The time stamp.
    Timestamp,
    /// The dateline.
    Dateline,
    /// Nothing: they stay open.
    Nothing,
    /// A day that a person named.
    Day(#[serde(with = "super::day")] Date),
}

/// A paragraph and the part a person gave it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChosenPart {
    /// The paragraph, in bytes.
    pub range: TextRange,
    /// Its part.
    pub part: Part,
}

impl Choices {
    /// The part a person gave the paragraph at this range.
    pub fn part(&self, range: TextRange) -> Option<Part> {
        self.parts.iter().find(|chosen| chosen.range.overlaps(range)).map(|chosen| chosen.part)
    }

    /// Gives a paragraph a part, or leaves it to Galley again.
    pub fn set_part(&mut self, range: TextRange, part: Option<Part>) {
        self.set_parts(range, part.map(|part| ChosenPart { range, part }));
    }

    /// Gives the paragraphs of a passage these parts, in text order, and leaves its others to Galley again.
    pub fn set_parts(&mut self, passage: TextRange, parts: impl IntoIterator<Item = ChosenPart>) {
        self.parts.retain(|chosen| !chosen.range.overlaps(passage));
        let place = self.parts.partition_point(|chosen| chosen.range.start() < passage.start());
        self.parts.splice(place..place, parts);
    }
}

impl Article {
    /// An article of plain text, with no publication date.
    pub fn plain(text: impl Into<String>) -> Self {
        Article {
            text: text.into(),
            published: None,
            hints: Vec::new(),
            looks: Vec::new(),
            choices: Choices::default(),
        }
    }

    /// Whether every place that its hints and choices name lies in its text, in order: what others made is asked.
    pub fn is_sound(&self) -> bool {
        let hints = self.hints.iter().map(|hint| hint.range);
        lie_in(&self.text, hints) && lie_in(&self.text, self.choices.parts.iter().map(|chosen| chosen.range))
    }

    /// Whether the source told where its paragraphs end, as it does where it has headings or lists and no
    /// lines broken by hand. Plain text does not, nor does rich text that is plain text in boxes.
    pub fn knows_its_paragraphs(&self) -> bool {
        self.hints.iter().any(|hint| hint.kind.is_some())
            && !self.hints.iter().any(|hint| hint.signs.has(Signs::BROKEN))
    }
}

/// Whether ranges lie in a text one after the other.
fn lie_in(text: &str, mut ranges: impl Iterator<Item = TextRange>) -> bool {
    let mut end = 0;
    ranges.all(|range| {
        let follows = end <= range.start() && text.get(range.start()..range.end()).is_some();
        end = range.end();
        follows
    })
}

//! What goes in: the text of an article and what its source said about it.

mod hints;

pub use hints::{Hint, HintKind, Signs};

use crate::text::TextRange;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One article as it was pasted, dropped or read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// The text. Positions everywhere are bytes into it.
    pub text: String,
    /// The day it was published, where somebody said so.
    #[serde(with = "maybe_day")]
    pub published: Option<Date>,
    /// What rich input knew of its lines (headings, links, menus), one a line; empty for plain text.
    pub hints: Vec<Hint>,
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
    Day(#[serde(with = "day")] Date),
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

/// The parts a paragraph can play.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Part {
    /// The article's title.
    Headline,
    /// The lines under the headline that sum the article up.
    Deck,
    /// Who wrote it.
    Byline,
    /// Who gave a picture or the copy.
    Credit,
    /// When it was published.
    Timestamp,
    /// What a picture shows.
    Caption,
    /// The article itself.
    Body,
    /// A heading between paragraphs.
    Subheading,
    /// An item of a list in the article.
    List,
    /// A row of figures.
    Table,
    /// "(Reporting by …; Editing by …)"
    Signoff,
    /// What the paper takes back.
    Correction,
    /// "UPDATE 1-"
    Update,
    /// The page around the article: links, rankings, buttons.
    Furniture,
}

impl Part {
    /// Its name in exports.
    pub fn name(self) -> &'static str {
        use Part::*;
        match self {
            Headline => "headline",
            Deck => "deck",
            Byline => "byline",
            Credit => "credit",
            Timestamp => "timestamp",
            Caption => "caption",
            Body => "body",
            Subheading => "subheading",
            List => "list",
            Table => "table",
            Signoff => "signoff",
            Correction => "correction",
            Update => "update",
            Furniture => "furniture",
        }
    }
}

/// A day as the calendar's standard writes it: `2025-02-09`.
pub fn iso(day: Date) -> String {
    let two = |number: i8| [if number < 10 { "0" } else { "" }, &number.to_string()].concat();
    let year = day.year().to_string();
    [&"0000"[year.len().min(4)..], &year, "-", &two(day.month()), "-", &two(day.day())].concat()
}

/// Reads [`iso`]'s form.
pub fn read_day(iso: &str) -> Option<Date> {
    let mut parts = iso.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// A day as three numbers in messages: the page then needs no reader of dates.
pub mod day {
    use jiff::civil::Date;
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    /// Writes a day.
    pub fn serialize<S: Serializer>(day: &Date, to: S) -> Result<S::Ok, S::Error> {
        (day.year(), day.month(), day.day()).serialize(to)
    }

    /// Reads a day.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Date, D::Error> {
        let (year, month, day) = Deserialize::deserialize(from)?;
        Date::new(year, month, day).map_err(|_| D::Error::custom("no such day"))
    }
}

/// [`day`], where there may be none.
pub mod maybe_day {
    use jiff::civil::Date;
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    /// Writes a day or none.
    pub fn serialize<S: Serializer>(day: &Option<Date>, to: S) -> Result<S::Ok, S::Error> {
        day.map(|day| (day.year(), day.month(), day.day())).serialize(to)
    }

    /// Reads a day or none.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Date>, D::Error> {
        let day: Option<(i16, i8, i8)> = Deserialize::deserialize(from)?;
        let read =
            |(year, month, day)| Date::new(year, month, day).map_err(|_| D::Error::custom("no such day"));
        day.map(read).transpose()
    }
}

impl Article {
    /// An article of plain text, with no publication date.
    pub fn plain(text: impl Into<String>) -> Self {
        Article { text: text.into(), published: None, hints: Vec::new(), choices: Choices::default() }
    }

    /// Whether the source told where its paragraphs end, as it does where it has headings or lists and no
    /// lines broken by hand. Plain text does not, nor does rich text that is plain text in boxes.
    pub fn knows_its_paragraphs(&self) -> bool {
        self.hints.iter().any(|hint| hint.kind.is_some())
            && !self.hints.iter().any(|hint| hint.signs.has(Signs::BROKEN))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_written_and_read_as_the_standard_says() {
        for (day, written) in [(date(2025, 2, 9), "2025-02-09"), (date(987, 12, 31), "0987-12-31")] {
            assert_eq!(iso(day), written);
            assert_eq!(iso(day), day.to_string());
            assert_eq!(read_day(written), Some(day));
        }
        for no_day in ["", "2025-02", "2025-02-30", "2025-02-09T10:00", "yesterday"] {
            assert_eq!(read_day(no_day), None);
        }
    }
}

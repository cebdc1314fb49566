//! The ledger: everyone named, everything said, every day, each with its places in the text.

use super::dates::{self, Length};
use super::explain::words;
use super::index::{Index, own_label};
use super::quoted::{Said, Voice, said};
use super::{Layer, MarkId};
use crate::document::Document;
use crate::document::ids::EntityId;
use crate::text::lower;
use crate::text::order::{Groups, most_first, put_in_order};

/// One section of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its heading.
    pub title: &'static str,
    /// The layer whose marks it lists.
    pub layer: Layer,
    /// Its lines.
    pub rows: Vec<Row>,
}

/// One line of the ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The name, the speaker, the day.
    pub title: String,
    /// Role, quoted words, words as written.
    pub detail: String,
    /// Places in the text, in order; a click goes to the first, the next to the second.
    pub marks: Vec<MarkId>,
    /// Whether a person must look: no speaker, no day.
    pub open: bool,
}

impl Section {
    /// What its two columns are called.
    pub fn heads(&self) -> [&'static str; 2] {
        match self.layer {
            Layer::Quotations => ["Speaker", "Words"],
            Layer::Times => ["Day", "As written"],
            Layer::Amounts => ["Amount", "Detail"],
            Layer::Own => ["Label", "Words"],
            _ => ["Name", "Role"],
        }
    }
}

impl Row {
    /// Whether the row holds the words looked for, in any case of letters.
    pub fn holds(&self, wanted: &str) -> bool {
        wanted.is_empty() || [&self.title, &self.detail].iter().any(|text| lower(text).contains(wanted))
    }
}

/// The sections of a document that have something in them.
pub fn ledger(document: &Document, index: &Index) -> Vec<Section> {
    const NAMES: [(&str, Layer); 5] = [
        ("People", Layer::People),
        ("Organisations", Layer::Organisations),
        ("Places", Layer::Places),
        ("Groups", Layer::Groups),
        ("Other names", Layer::Others),
    ];
    let names = NAMES.map(|(title, layer)| Section { title, layer, rows: entities(document, index, layer) });
    let mut sections = Vec::from(names);
    sections.insert(
        0,
        Section { title: "Who says what", layer: Layer::Quotations, rows: quotations(document, index) },
    );
    sections.insert(4, Section { title: "When", layer: Layer::Times, rows: times(document, index) });
    sections.push(Section { title: "My labels", layer: Layer::Own, rows: labels(document, index) });
    sections.push(Section { title: "Amounts", layer: Layer::Amounts, rows: amounts(document, index) });
    sections.retain(|section| !section.rows.is_empty());
    sections
}

/// Entities of a layer, most mentioned first.
fn entities(document: &Document, index: &Index, layer: Layer) -> Vec<Row> {
    let of_layer = document.layers.entities.iter().zip(&index.occurrences);
    let mut rows: Vec<Row> = of_layer
        .filter(|(entity, marks)| Layer::of(entity.label) == layer && !marks.is_empty())
        .map(|(entity, marks)| Row {
            title: entity.name.clone(),
            detail: entity.roles.first().map(|&role| words(document, role)).unwrap_or_default(),
            marks: marks.clone(),
            open: false,
        })
        .collect();
    put_in_order(&mut rows, |row| (most_first(row.marks.len()), 0, 0));
    rows
}

/// Quotations in text order, those without a speaker first; parts of one are one line.
fn quotations(document: &Document, index: &Index) -> Vec<Row> {
    let row = |said: Said| {
        let open = said.voice == Voice::Nobody;
        Row { title: said.name, detail: said.words, marks: said.marks, open }
    };
    let mut rows: Vec<Row> = said(document, index, false).into_iter().map(row).collect();
    put_in_order(&mut rows, |row| (u32::from(!row.open), 0, 0));
    rows
}

/// Dates in order of the calendar, then lengths of time, then what stays open.
fn times(document: &Document, index: &Index) -> Vec<Row> {
    let mut days: Groups<Row> = Groups::new();
    for mark in index.marks.iter() {
        let MarkId::Time(i) = mark.id else { continue };
        let time = &document.layers.times[i as usize];
        let written = words(document, time.range);
        let (rank, value, title) = match time.value.as_deref() {
            Some(value) if value.starts_with(|c: char| c.is_ascii_digit()) => {
                ("0", value, dates::value(value, Length::Short))
            }
            Some(value) => ("1", value, dates::value(value, Length::Short)),
            None => ("2", document.words(time.range), "Not resolved".into()),
        };
        let open = time.value.is_none();
        let row = days.of([rank, value].concat(), || Row {
            title,
            detail: written.clone(),
            marks: Vec::new(),
            open,
        });
        row.marks.push(mark.id);
        if row.detail.len() < 60 && !row.detail.split("; ").any(|known| known == written) {
            row.detail = [&row.detail, "; ", &written].concat();
        }
    }
    days.by_key()
}

/// A line for each label and its words, labels in the order of their names.
fn labels(document: &Document, index: &Index) -> Vec<Row> {
    let mut rows: Groups<Row> = Groups::new();
    for mark in index.marks.iter() {
        let Some(label) = own_label(document, mark.id) else { continue };
        let (title, detail) = (label.name.clone(), words(document, mark.range));
        let row = || Row { title: title.clone(), detail: detail.clone(), marks: Vec::new(), open: false };
        rows.of([&title, "\n", &detail].concat(), row).marks.push(mark.id);
    }
    rows.by_key()
}

fn amounts(document: &Document, index: &Index) -> Vec<Row> {
    let listed = index.marks.iter().filter(|mark| matches!(mark.id, MarkId::Amount(_)));
    let row = |mark: &super::Mark| Row {
        title: words(document, mark.range),
        detail: String::new(),
        marks: vec![mark.id],
        open: false,
    };
    listed.map(row).collect()
}

/// Who wrote it, where and when: the bylines, then the dateline's parts.
pub fn origin_parts(document: &Document) -> Vec<(&'static str, String)> {
    let authors = document.layers.authors.iter().map(|author| {
        let [role, place] = [(author.role, ", "), (author.place, " in ")].map(|(part, join)| {
            part.map_or_else(String::new, |part| [join, &words(document, part)].concat())
        });
        ("By", [&words(document, author.name), role.as_str(), &place].concat())
    });
    authors.chain(dateline_parts(document)).collect()
}

/// The fact whose value is ISO codes, with commas between; the page shows the countries' names.
pub const COUNTRY: &str = "Country";

/// The dateline's parts, as read and as resolved.
pub fn dateline_parts(document: &Document) -> Vec<(&'static str, String)> {
    let Some(dateline) = &document.layers.dateline else { return Vec::new() };
    let mut parts = Vec::new();
    let names: Vec<&str> = dateline.places.iter().map(|place| place.name.as_str()).collect();
    let mut countries: Vec<&str> =
        dateline.places.iter().filter_map(|place| place.country.as_deref()).collect();
    countries.dedup();
    match dateline.place {
        _ if !names.is_empty() => parts.push(("Place", names.join(", "))),
        Some(place) => parts.push(("Place", words(document, place))),
        None => {}
    }
    if !countries.is_empty() {
        parts.push((COUNTRY, countries.join(", ")));
    }
    if let Some(day) = dateline.day {
        parts.push(("Day", dates::day(day, Length::Full)));
    } else if let Some(date) = dateline.date {
        parts.push(("Day", words(document, date)));
    }
    if let Some(agency) = dateline.agency {
        parts.push(("Agency", words(document, agency)));
    }
    parts
}

/// How many quotations an entity speaks.
pub fn groups_spoken(document: &Document, id: EntityId) -> usize {
    let quotes = document.layers.quotes.iter().filter(|quote| !quote.attitude);
    let spoken = quotes.filter(|quote| quote.source.as_ref().and_then(|source| source.entity) == Some(id));
    let mut groups: Vec<u32> = spoken.map(|quote| quote.group).collect();
    put_in_order(&mut groups, |&group| (group, 0, 0));
    groups.dedup();
    groups.len()
}

/// "1 time", "3 times"
pub fn count(number: usize, one: &str, many: &str) -> String {
    [number.to_string().as_str(), " ", if number == 1 { one } else { many }].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::sample;

    fn rows(title: &str) -> Vec<(String, String, usize)> {
        let document = sample::document();
        let sections = ledger(&document, &Index::new(&document));
        let section =
            sections.into_iter().find(|section| section.title == title).expect("the section is there");
        section.rows.into_iter().map(|row| (row.title, row.detail, row.marks.len())).collect()
    }

    fn row(title: &str, detail: &str, marks: usize) -> (String, String, usize) {
        (title.into(), detail.into(), marks)
    }

    #[test]
    fn people_are_listed_most_mentioned_first() {
        assert_eq!(rows("People"), [row("Kofi Lindqvist", "chairman", 2), row("Amina Osei", "", 1)]);
    }

    #[test]
    fn quotations_without_a_speaker_come_first() {
        assert_eq!(
            rows("Who says what"),
            [
                row("No speaker found", "“Enough,”", 1),
                row("Amina Osei", "“We moved twice,”", 2),
                row("Kofi Lindqvist", "“The money is there,”", 1),
            ]
        );
    }

    #[test]
    fn dates_are_resolved() {
        assert_eq!(rows("When"), [row("Thu 5 Mar 2026", "on Thursday", 1)]);
    }

    #[test]
    fn the_dateline_shows_its_parts() {
        let parts = dateline_parts(&sample::document());
        assert_eq!(
            parts,
            [
                ("Place", "TEMA".into()),
                ("Day", "Friday 6 March 2026".into()),
                ("Agency", "Coast Wire".into()),
            ]
        );
    }

    #[test]
    fn the_authors_stand_first() {
        let mut document = sample::document();
        let [name, role, place] = ["Kofi Lindqvist", "chairman", "TEMA"].map(|words| {
            let start = sample::TEXT.find(words).expect("it stands in the sample");
            crate::text::TextRange::new(start, start + words.len())
        });
        let author = crate::document::structure::Author { name, role: Some(role), place: Some(place) };
        document.layers.authors.push(author);
        assert_eq!(origin_parts(&document)[0], ("By", "Kofi Lindqvist, chairman in TEMA".into()));
    }

    #[test]
    fn a_filter_looks_at_titles_and_details() {
        let row = Row { title: "Amina Osei".into(), detail: "“Go”".into(), marks: vec![], open: false };
        assert!(row.holds("") && row.holds("osei") && row.holds("go") && !row.holds("x"));
    }
}

//! The margin's notes: beside each quotation who speaks, beside each relative date its day.

use super::dates::{self, Length};
use super::explain::{name, words};
use super::{Mark, MarkId};
use crate::document::Document;
use crate::document::quotes::Quote;
use crate::document::reason::Rule;
use crate::document::structure::paragraph_at;
use crate::document::times::Time;

/// One note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The mark it stands beside.
    pub mark: MarkId,
    /// What kind of note.
    pub kind: NoteKind,
    /// What it says first, in bold: the speaker, the day.
    pub lead: String,
    /// The rest: "· said".
    pub rest: String,
}

/// Kinds of note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteKind {
    /// Who speaks.
    Speaker,
    /// Nobody knows who speaks, or which day is meant: a person must look.
    Open,
    /// Which day.
    Day,
}

impl NoteKind {
    /// Its class in the style sheet.
    pub fn class(self) -> &'static str {
        match self {
            NoteKind::Speaker => "speaker",
            NoteKind::Open => "open",
            NoteKind::Day => "day",
        }
    }
}

/// The note of a mark, if it has one.
pub fn note(document: &Document, mark: Mark) -> Option<Note> {
    match mark.id {
        MarkId::Quote(index) => of_quote(document, index as usize),
        MarkId::Time(index) => of_time(document, index as usize),
        MarkId::Dateline => of_dateline(document),
        _ => None,
    }
}

/// The first piece of a quotation says who speaks; a piece in a later paragraph says so again.
fn of_quote(document: &Document, index: usize) -> Option<Note> {
    let quotes = &document.layers.quotes;
    let quote = quotes.get(index)?;
    let earlier = quotes[..index].iter().rev().take(16).find(|earlier| earlier.group == quote.group);
    if earlier.is_some_and(|earlier| same_paragraph(document, earlier, quote)) {
        return None;
    }
    let mark = MarkId::Quote(index as u32);
    let Some(speaker) = speaker(document, quote) else {
        let lead = "Who says this?".into();
        return Some(Note { mark, kind: NoteKind::Open, lead, rest: String::new() });
    };
    let cue = quote.cue.map(|cue| words(document, cue));
    let rest = if earlier.is_some() { Some("goes on".into()) } else { cue };
    let rest = rest.map(|words| ["· ", &words].concat()).unwrap_or_default();
    Some(Note { mark, kind: NoteKind::Speaker, lead: speaker, rest })
}

fn same_paragraph(document: &Document, a: &Quote, b: &Quote) -> bool {
    let structure = &document.layers.structure;
    let paragraph = |at: usize| paragraph_at(structure, at);
    paragraph(a.range.start()) == paragraph(b.range.start())
}

/// The speaker's full name, or the words that stand for one ("two officials").
pub fn speaker(document: &Document, quote: &Quote) -> Option<String> {
    let source = quote.source.as_ref()?;
    let known = source.entity.and_then(|id| name(document, id));
    Some(known.map_or_else(|| words(document, source.words()), str::to_owned))
}

fn of_time(document: &Document, index: usize) -> Option<Note> {
    let time = document.layers.times.get(index)?;
    let dateline = document.layers.dateline.as_ref().map(|dateline| dateline.range);
    if dateline.is_some_and(|dateline| dateline.contains(time.range)) {
        return None;
    }
    let mark = MarkId::Time(index as u32);
    let (kind, lead) = match &time.value {
        Some(value) if is_counted(time) => (NoteKind::Day, dates::value(value, Length::Short)),
        None if time.why.rule == Rule::NoAnchor => (NoteKind::Open, "Which day?".into()),
        _ => return None,
    };
    Some(Note { mark, kind, lead, rest: String::new() })
}

/// Whether a time was counted from the article's day.
pub fn is_counted(time: &Time) -> bool {
    use Rule::{DateOfAnchor, RelativeTime, WeekdayAfter, WeekdayBefore};
    matches!(time.why.rule, WeekdayBefore | WeekdayAfter | RelativeTime | DateOfAnchor)
}

fn of_dateline(document: &Document) -> Option<Note> {
    let day = document.layers.dateline.as_ref()?.day?;
    let lead = dates::day(day, Length::Short);
    Some(Note { mark: MarkId::Dateline, kind: NoteKind::Day, lead, rest: "· story date".into() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{index::Index, sample};

    #[test]
    fn quotations_name_their_speaker_and_dates_their_day() {
        let document = sample::document();
        let index = Index::new(&document);
        let notes: Vec<Note> = index.marks.iter().filter_map(|&mark| note(&document, mark)).collect();
        let said: Vec<String> = notes.iter().map(|note| [&note.lead, " ", &note.rest].concat()).collect();
        assert_eq!(
            said,
            [
                "Fri 6 Mar 2026 · story date",
                "Amina Osei · told",
                "Thu 5 Mar 2026 ",
                "Kofi Lindqvist · added",
                "Who says this? "
            ]
        );
        assert_eq!(notes[4].kind, NoteKind::Open);
    }
}

//! What the comments say.
//!
//! ```text
//! Person: Ada Quist — chief executive
//! Direct quotation 2: Ada Quist
//! Date: 2031-05-09 — Friday 9 May 2031
//! Own label: Claim = k, blue
//! Comment: Who told us?
//! ```
//!
//! Several marks of the same words stand in one comment, a middle dot between them. Galley reads this form again, also
//! where a person has changed a name in it.

use super::super::losses::Keeps;
use crate::document::Document;
use crate::export::wanted::Wanted;
use crate::standoff::{Family, Key, Kind, Span, Standoff};
use crate::text::TextRange;
use crate::view::dates::{Length, value};
use std::collections::BTreeMap;

/// Who comments.
pub(super) const AUTHOR: &str = "Galley";
/// Stands between several marks of the same words.
const LIST: &str = " · ";
/// Stands before what is said beside.
const NOTE: &str = " — ";
/// A speaker whom nobody knows.
const UNKNOWN: &str = "speaker unknown";

/// What Word keeps and what it does not.
pub(super) fn losses(document: &Document, wanted: &Wanted) -> Vec<String> {
    const KEEPS: Keeps = Keeps {
        name: "Word",
        families: &[
            Family::Names,
            Family::Amounts,
            Family::References,
            Family::Quotations,
            Family::Terms,
            Family::Times,
            Family::Datelines,
            Family::Authors,
            Family::Labels,
            Family::Comments,
        ],
        facts: &[
            Key::Name,
            Key::Role,
            Key::Group,
            Key::Speaker,
            Key::Attitude,
            Key::Value,
            Key::Place,
            Key::Day,
            Key::Own,
            Key::Comment,
        ],
        links: &[],
    };
    KEEPS.losses(document, wanted)
}

/// The comments of an article by the words they are about, one for each range.
pub(super) struct Comments(BTreeMap<TextRange, String>);

impl Comments {
    pub(super) fn of(standoff: &Standoff) -> Comments {
        let mut comments: BTreeMap<TextRange, String> = BTreeMap::new();
        let names: BTreeMap<&str, &str> = standoff
            .spans
            .iter()
            .filter_map(|span| Some((span.fact(Key::Entity)?, span.fact(Key::Name)?)))
            .collect();
        for span in &standoff.spans {
            let Some(text) = text(span, &names) else { continue };
            let comment = comments.entry(span.range).or_default();
            comment.push_str(if comment.is_empty() { "" } else { LIST });
            comment.push_str(&text);
        }
        Comments(comments)
    }

    /// Those that begin in a paragraph.
    pub(super) fn inside(&self, range: TextRange) -> Vec<(TextRange, String)> {
        let (from, to) =
            (TextRange::new(range.start(), range.start()), TextRange::new(range.end(), range.end()));
        self.0.range(from..to).map(|(range, text)| (*range, text.clone())).collect()
    }
}

/// What is said of a mark; nothing of words beside a quotation and of paragraphs, which would bury the rest.
fn text(span: &Span, names: &BTreeMap<&str, &str>) -> Option<String> {
    let kind = span.kind.name();
    let told = |key: Key| span.fact(key).map(plain);
    let (head, about, beside) = match span.kind {
        Kind::Name(_) => (kind.to_owned(), told(Key::Name), joined(span, Key::Role)),
        Kind::Amount(_) | Kind::Term | Kind::Author => (kind.to_owned(), None, None),
        Kind::Reference(_) => (
            kind.to_owned(),
            span.fact(Key::Entity).and_then(|id| names.get(id)).map(|name| plain(name)),
            None,
        ),
        Kind::Quote(_) => {
            let number = span.fact(Key::Group).unwrap_or_default().trim_start_matches('q');
            let who = told(Key::Speaker).unwrap_or_else(|| UNKNOWN.to_owned());
            let attitude = span.fact(Key::Attitude).map(|_| "thought, not said".to_owned());
            ([kind, " ", number].concat(), Some(who), attitude)
        }
        Kind::Time(_) => {
            let words = span.fact(Key::Value).map(|told| value(told, Length::Full));
            (
                kind.to_owned(),
                told(Key::Value),
                words.filter(|words| Some(words.as_str()) != span.fact(Key::Value)),
            )
        }
        Kind::Own => (kind.to_owned(), told(Key::Own), None),
        Kind::Comment => (kind.to_owned(), told(Key::Comment), None),
        Kind::Dateline => (kind.to_owned(), joined(span, Key::Place), told(Key::Day)),
        _ => return None,
    };
    let about = about.map(|about| [": ", &about].concat()).unwrap_or_default();
    let beside = beside.map(|beside| [NOTE, &beside].concat()).unwrap_or_default();
    Some([head, about, beside].concat())
}

fn joined(span: &Span, key: Key) -> Option<String> {
    let values: Vec<String> = span.all(key).map(plain).collect();
    (!values.is_empty()).then(|| values.join("; "))
}

/// Words without what parts the pieces of a comment, on one line.
fn plain(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    line.replace(LIST, " - ").replace(NOTE, " – ")
}

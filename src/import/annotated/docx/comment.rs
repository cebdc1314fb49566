//! What a comment says of the words it is about (see `src/export/more/docx/comment.rs`).

use crate::standoff::{Key, Kind, Span, Standoff};
use crate::text::TextRange;
use std::collections::BTreeMap;

/// The marks that a comment names; what names none is a person's own words.
pub fn spans(comment: &str, range: TextRange) -> Vec<Span> {
    let (mut spans, mut said) = (Vec::new(), Vec::new());
    for piece in comment.split(LIST).map(str::trim).filter(|piece| !piece.is_empty()) {
        match span(piece, range) {
            Some(span) => spans.push(span),
            None => said.push(piece.strip_prefix(COMMENT).unwrap_or(piece)),
        }
    }
    if !said.is_empty() {
        let mut span = Span::new(range, Kind::Comment);
        span.tell(Key::Comment, said.join(LIST));
        spans.push(span);
    }
    spans
}

/// Stands between the marks of one comment.
const LIST: &str = " · ";
/// Stands before what a person said in Galley.
const COMMENT: &str = "Comment: ";

fn span(mark: &str, range: TextRange) -> Option<Span> {
    let (mark, beside) = mark.split_once(" — ").unwrap_or((mark, ""));
    let (head, about) = mark.split_once(": ").unwrap_or((mark, ""));
    let (head, number) = match head.rsplit_once(' ') {
        Some((name, number)) if number.bytes().all(|byte| byte.is_ascii_digit()) => (name, Some(number)),
        _ => (head, None),
    };
    let kind = Kind::of_name(head.trim()).filter(|kind| *kind != Kind::Comment)?;
    let mut span = Span::new(range, kind);
    let about = Some(about.trim()).filter(|about| !about.is_empty());
    let mut tell = |key, value: Option<&str>| {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            span.tell(key, value);
        }
    };
    match kind {
        Kind::Name(_) | Kind::Reference(_) => {
            tell(Key::Name, about);
            beside.split("; ").for_each(|role| tell(Key::Role, Some(role)));
        }
        Kind::Quote(_) => {
            tell(Key::Group, number.map(|number| ["q", number].concat()).as_deref());
            tell(Key::Speaker, about.filter(|who| *who != "speaker unknown"));
            tell(Key::Attitude, (beside == "thought, not said").then_some("true"));
        }
        Kind::Time(_) => tell(Key::Value, about),
        Kind::Own => tell(Key::Own, about),
        Kind::Dateline => {
            about
                .into_iter()
                .flat_map(|places| places.split("; "))
                .for_each(|place| tell(Key::Place, Some(place)));
            tell(Key::Day, Some(beside));
        }
        _ => {}
    }
    Some(span)
}

/// Gives every name and reference the id of its entity: those of one name are one.
pub fn name(standoff: &mut Standoff) {
    let mut ids: BTreeMap<String, usize> = BTreeMap::new();
    let text = &standoff.text;
    for span in &mut standoff.spans {
        let (Kind::Name(_) | Kind::Reference(_)) = span.kind else { continue };
        let name = span.fact(Key::Name).unwrap_or(span.range.of(text)).to_owned();
        let next = ids.len() + 1;
        let id = *ids.entry(name).or_insert(next);
        span.tell(Key::Entity, format!("e{id}"));
    }
}

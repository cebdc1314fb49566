//! Dates, decided by a person.

use super::anchor::Anchor;
use crate::document::Document;
use crate::document::reason::{Reason, Rule};

/// Sets what a date resolves to, in TimeML; nothing where it stays open.
pub(super) fn set_value(document: &mut Document, at: &Anchor, value: Option<&str>) -> Option<()> {
    let range = at.place(&document.article.text)?;
    let time = document.layers.times.iter_mut().find(|time| time.range == range)?;
    (time.value, time.why) = (value.map(str::to_owned), Reason::new(Rule::Dated, []));
    Some(())
}

/// Whether words are written as a value of TimeML is: `2025-03-10`, `2025-W11`, `P3D`, `PAST_REF`.
pub fn is_value(words: &str) -> bool {
    let letters = |c: char| c.is_ascii_digit() || c.is_ascii_uppercase() || "-:+./_".contains(c);
    let begins = words.starts_with(|c: char| c.is_ascii_digit()) || words.starts_with('P') && words.len() > 2;
    (begins || words.ends_with("_REF")) && words.chars().all(letters)
}

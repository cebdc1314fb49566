//! The words of a Word file and the ranges of its comments.

use crate::import::annotated::xml::{Part, attribute, each};
use crate::text::TextRange;
use std::collections::BTreeMap;

/// What the main part holds.
#[derive(Default)]
pub struct Words {
    /// The text, a line a paragraph.
    pub text: String,
    /// The ranges of comments by their ids, in the order in which they end.
    pub ranges: Vec<(String, TextRange)>,
    /// How many passages were deleted.
    pub deleted: usize,
}

/// Reads the main part.
pub fn read(xml: &str) -> Result<Words, String> {
    let mut words = Words::default();
    let mut open: BTreeMap<String, usize> = BTreeMap::new();
    let (mut is_text, mut deleted, mut start) = (false, 0_usize, 0);
    let (mut skipped, mut properties) = (false, false);
    each(xml, |event| {
        match event {
            Part::Open(name, tag) => match name {
                "p" => {
                    start = words.text.len();
                    skipped = false;
                }
                "pStyle" => skipped |= attribute(tag, "val").is_some_and(|style| style.starts_with("Galley")),
                // A paragraph's own tab stops are no tabs.
                "pPr" => properties = true,
                "t" => is_text = deleted == 0,
                "del" | "moveFrom" => {
                    words.deleted += usize::from(deleted == 0);
                    deleted += 1;
                }
                "tab" if deleted == 0 && !properties => words.text.push('\t'),
                "br" | "cr" if deleted == 0 => words.text.push('\n'),
                "noBreakHyphen" if deleted == 0 => words.text.push('\u{2011}'),
                "commentRangeStart" => open.extend(attribute(tag, "id").map(|id| (id, words.text.len()))),
                "commentRangeEnd" => {
                    let id = attribute(tag, "id").unwrap_or_default();
                    if let Some(from) = open.remove(&id).filter(|from| *from < words.text.len()) {
                        words.ranges.push((id, TextRange::new(from, words.text.len())));
                    }
                }
                _ => {}
            },
            Part::Close(name) => match name {
                "t" => is_text = false,
                "pPr" => properties = false,
                "del" | "moveFrom" => deleted = deleted.saturating_sub(1),
                "p" if skipped => {
                    words.ranges.retain(|(_, range)| range.end() <= start);
                    words.text.truncate(start);
                    open.retain(|_, from| *from < start);
                }
                "p" => words.text.push('\n'),
                _ => {}
            },
            Part::Text(text) if is_text => words.text.push_str(text),
            Part::Text(_) => {}
        }
    })?;
    Ok(words)
}

/// The text of each comment by its id; paragraphs are joined by blanks.
pub fn comments(xml: &str) -> Result<BTreeMap<String, String>, String> {
    let mut texts: BTreeMap<String, String> = BTreeMap::new();
    let (mut id, mut text, mut is_text) = (String::new(), String::new(), false);
    each(xml, |event| match event {
        Part::Open("comment", tag) => {
            id = attribute(tag, "id").unwrap_or_default();
            text.clear();
        }
        Part::Open("p", _) if !text.is_empty() => text.push(' '),
        Part::Open("t", _) => is_text = true,
        Part::Close("t") => is_text = false,
        Part::Close("comment") => drop(texts.insert(std::mem::take(&mut id), std::mem::take(&mut text))),
        Part::Text(words) if is_text => text.push_str(words),
        _ => {}
    })?;
    Ok(texts)
}

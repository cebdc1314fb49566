//! The words of a Word file and the ranges of its comments.

use crate::text::TextRange;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
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

/// How deep elements may stand in one another.
const DEEPEST: usize = 256;

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

/// A part of an XML file: what opens (or stands empty, and then closes too), what closes, words.
enum Part<'x> {
    Open(&'x str, &'x BytesStart<'x>),
    Close(&'x str),
    Text(&'x str),
}

/// Tells of each part in turn. No entity but XML's own five is known, so none can grow.
fn each(xml: &str, mut tell: impl FnMut(Part<'_>)) -> Result<(), String> {
    let damaged = || "the XML in this Word file is damaged".to_owned();
    let mut reader = Reader::from_str(xml);
    let mut depth = 0;
    loop {
        match reader.read_event().map_err(|_| damaged())? {
            Event::Start(tag) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err("this Word file is nested deeper than any document".into());
                }
                tell(Part::Open(tag.local_name().as_ref(), &tag));
            }
            Event::Empty(tag) => {
                tell(Part::Open(tag.local_name().as_ref(), &tag));
                tell(Part::Close(tag.local_name().as_ref()));
            }
            Event::End(tag) => {
                depth -= 1;
                tell(Part::Close(tag.local_name().as_ref()));
            }
            Event::Text(text) => tell(Part::Text(&text)),
            Event::CData(text) => tell(Part::Text(&text)),
            Event::GeneralRef(entity) => {
                let sign = entity.resolve_char_ref().ok().flatten().map(String::from);
                let known = quick_xml::escape::resolve_xml_entity(&entity).map(str::to_owned);
                tell(Part::Text(&sign.or(known).ok_or_else(damaged)?));
            }
            Event::DocType(_) => {
                return Err("this Word file declares entities of its own, which is not safe to read".into());
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let attributes = tag.attributes().flatten();
    let mut own = attributes.filter(|attribute| attribute.key.local_name().as_ref() == name);
    own.next().map(|attribute| attribute.value.into_owned())
}

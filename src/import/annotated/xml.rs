//! XML as a stream of parts: no tree, no entities from elsewhere, so a hostile file costs what it weighs.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// How deep elements may stand in one another.
const DEEPEST: usize = 256;

/// A part of an XML file: what opens (or stands empty, and then closes too), what closes, words.
pub enum Part<'x> {
    /// An element with its attributes.
    Open(&'x str, &'x BytesStart<'x>),
    /// Its end.
    Close(&'x str),
    /// Words.
    Text(&'x str),
}

/// Tells of each part in turn. No entity but XML's own five is known, so none can grow.
pub fn each(xml: &str, mut tell: impl FnMut(Part<'_>)) -> Result<(), String> {
    let damaged = || "the XML in this file is damaged".to_owned();
    let mut reader = Reader::from_str(xml);
    let mut depth = 0;
    loop {
        match reader.read_event().map_err(|_| damaged())? {
            Event::Start(tag) => {
                depth += 1;
                if depth > DEEPEST {
                    return Err("this file is nested deeper than any document".into());
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
                return Err("this file declares entities of its own, which is not safe to read".into());
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// An attribute, whatever its namespace.
pub fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let attributes = tag.attributes().flatten();
    let mut own = attributes.filter(|attribute| attribute.key.local_name().as_ref() == name);
    own.next().map(|attribute| attribute.value.into_owned())
}

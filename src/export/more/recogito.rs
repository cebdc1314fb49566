//! Annotations for Recogito's text annotator, which are W3C Web Annotations counted as a browser counts: positions are
//! UTF-16 units, end exclusive, and each target has both selectors.

use super::article::address;
use super::losses::Keeps;
use super::pretty::{Each, pretty};
use super::w3c;
use crate::document::Document;
use crate::export::wanted::Wanted;
use crate::export::written::{Format, Programs, Write};
use crate::standoff::{Family, Key, Standoff};
use crate::text::OffsetMap;

/// Recogito's annotations.
pub const FORMAT: Format = Format {
    id: "recogito",
    name: "Recogito",
    about: "Web Annotations counted in UTF-16, for Recogito and other annotators in the browser.",
    extension: "json",
    mime: "application/json",
    write: Write::Text(write),
    programs: Programs { line: None, losses },
};

fn write(document: &Document, wanted: &Wanted) -> String {
    let standoff = Standoff::of(document, wanted.filter.furniture);
    let article = address(&standoff.text);
    let map = OffsetMap::new(&standoff.text);
    pretty(&Each(|| {
        standoff.spans.iter().enumerate().map(|(at, span)| {
            let position = [map.utf16(span.range.start()), map.utf16(span.range.end())];
            w3c::annotation(&standoff, &article, at, span, position)
        })
    }))
}

fn losses(document: &Document, wanted: &Wanted) -> Vec<String> {
    const KEEPS: Keeps = Keeps { name: "Recogito", families: &Family::ALL, facts: Key::ALL, links: &[] };
    let mut losses = KEEPS.losses(document, wanted);
    losses.push("Recogito’s file has no text: keep it beside the article.".into());
    losses
}

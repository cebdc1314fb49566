//! Words with a label of their editor's in Galley's JSON.

use super::Writer;
use serde::Serialize;

/// A label and where it stands.
#[derive(Serialize)]
pub(super) struct Label<'d> {
    start: usize,
    end: usize,
    label: &'d str,
    letter: &'d str,
    colour: &'static str,
}

/// Writes them.
pub(super) fn labels<'d>(writer: &Writer<'d>) -> Vec<Label<'d>> {
    let kept = writer.document.layers.passages.iter().filter(|passage| writer.keeps(passage.range));
    let labels = kept.map(|passage| {
        let ([start, end], own) = (writer.span(passage.range), &passage.label);
        Label { start, end, label: &own.name, letter: &own.letter, colour: own.colour.name() }
    });
    labels.collect()
}

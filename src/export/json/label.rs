//! Words with a label of their editor's in Galley's JSON.

use super::Writer;
#[cfg(feature = "schema")]
use super::schema::{self, JsonSchema};
use serde::Serialize;

/// Words that an editor marked with a label of their own.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema), schemars(rename = "OwnLabel"))]
pub(super) struct Label<'d> {
    start: usize,
    end: usize,
    label: &'d str,
    letter: &'d str,
    #[cfg_attr(feature = "schema", schemars(extend("enum" = schema::colours())))]
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

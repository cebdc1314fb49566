//! What people say of words in Galley's JSON.

use super::Writer;
#[cfg(feature = "schema")]
use super::schema::JsonSchema;
use serde::Serialize;

/// Words that a person says something of.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
pub(super) struct Comment<'d> {
    start: usize,
    end: usize,
    /// What is said of them.
    comment: &'d str,
}

/// Writes them.
pub(super) fn comments<'d>(writer: &Writer<'d>) -> Vec<Comment<'d>> {
    let kept = writer.document.layers.comments.iter().filter(|comment| writer.keeps(comment.range));
    let comments = kept.map(|comment| {
        let [start, end] = writer.span(comment.range);
        Comment { start, end, comment: &comment.words }
    });
    comments.collect()
}

//! Galley's JSON on one line, for streams.

use super::writer::annotations;
use crate::export::written::Programs;

/// A line has what the file has but for the version, the text and the day. Nothing that can be read again is lost.
pub(super) const PROGRAMS: Programs = Programs {
    line: Some(|document, wanted| {
        serde_json::to_value(annotations(document, wanted.filter.furniture)).unwrap_or_default()
    }),
    losses: |_, _| Vec::new(),
};

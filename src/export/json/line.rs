//! Galley's JSON on one line, for streams.

use super::writer::annotations;
use crate::export::written::Programs;

/// The streams of the command line are made of lines; the page has none, and need not load what writes them.
const HAS_STREAMS: bool = cfg!(feature = "cli");

/// A line has what the file has but for the version, the text and the day. Nothing that can be read again is lost.
pub(super) const PROGRAMS: Programs = Programs {
    line: if HAS_STREAMS {
        Some(|document, wanted| {
            serde_json::to_value(annotations(document, wanted.filter.furniture)).unwrap_or_default()
        })
    } else {
        None
    },
    losses: |_, _| Vec::new(),
};

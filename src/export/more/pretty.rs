//! JSON for files.

use serde::{Serialize, Serializer};
use serde_json::Value;

/// JSON for files: indented, with an end of line.
pub(super) fn pretty(value: &impl Serialize) -> String {
    // What is made of strings and numbers always serialises.
    let mut json = serde_json::to_string_pretty(value).unwrap_or_default();
    json.push('\n');
    json
}

/// A list whose values are made one after the other while it is written: all at once, those of a long article fill the
/// memory of a browser's worker.
pub(super) struct Each<F>(pub F);

impl<F, I> Serialize for Each<F>
where
    F: Fn() -> I,
    I: Iterator<Item = Value>,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

//! JSON for files.

use serde_json::Value;

/// JSON for files: indented, with an end of line.
pub(super) fn pretty(value: &Value) -> String {
    // What is made of strings and numbers always serialises.
    let mut json = serde_json::to_string_pretty(value).unwrap_or_default();
    json.push('\n');
    json
}

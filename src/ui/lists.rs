//! The reader’s own lists, as the browser keeps them.

use super::dom;
use super::state::State;
use crate::document::own_names::BadLine;

/// Keeps a list as it is now.
pub(super) fn keep(state: State, list: &str, text: &str) {
    if !dom::save_list(list, text) {
        state.warn("This browser keeps nothing for this page: export your names and labels to keep them.");
    }
}

/// "Line 3: there is no name before the label."
pub(super) fn trouble(bad: &BadLine) -> String {
    ["Line ", &bad.line.to_string(), ": ", &bad.trouble, ".\n"].concat()
}

//! What the page says of how the document is kept.

use super::dom::Saved;
use super::small::*;
use super::state::State;

/// It is on its way.
pub(super) const SAVING: &str = "Saving …";
/// All of it is kept.
pub(super) const SAVED: &str = "Saved";
/// It was deleted elsewhere, or is a newer version's.
pub(super) const ASLEEP: &str = "Not kept until you change it";
/// Its reader wants it so.
pub(super) const UNWANTED: &str = "Not kept, as you wish";

/// How the document is kept, in the last line of the page.
pub fn said(state: State) -> String {
    if state.followed.get() { "Edited in another tab".into() } else { state.keeping.said.get() }
}

/// Why nothing is kept, in a few words.
pub(super) fn reason(saved: Saved) -> &'static str {
    match saved {
        Saved::Full => "no room is left",
        Saved::Newer => "the storage is a newer Galley’s",
        Saved::Blocked => "another tab holds the storage",
        _ => "the browser refuses",
    }
}

/// What the reader is told where storage takes nothing.
pub(super) fn sentence(saved: Saved, copied: bool) -> String {
    let why = match saved {
        Saved::Full => "This browser keeps nothing more for this page, because there is no room left. ",
        Saved::Newer => "A newer version of Galley keeps its texts in this browser, so this one cannot. ",
        Saved::Blocked => "Another tab with an older Galley holds on to the storage: close or reload it. ",
        _ => "This browser keeps nothing for this page. ",
    };
    let then = if copied {
        "Your text outlasts a reload, but it will be gone when you close the tab. "
    } else {
        "Your text will be gone when you close or reload the page. "
    };
    [why, then, "Copy or download the proof to keep it."].concat()
}

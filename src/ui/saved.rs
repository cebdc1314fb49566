//! What the page says of how the document is kept.

use super::dom::Saved;
use super::small::*;
use super::state::State;

/// What the page says of how the document is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// There is nothing to keep: the sample ships with the page.
    Nothing,
    /// It is on its way.
    Saving,
    /// All of it.
    Saved,
    /// Not before it is changed: it was deleted elsewhere, or is a newer version's.
    Asleep,
    /// Its reader wants it so.
    Unwanted,
    /// Storage refuses, for this reason.
    Refused(&'static str),
}

/// How the document is kept, in the last line of the page.
pub fn said(state: State) -> String {
    match state.keeping.said.get() {
        _ if state.followed.get() => "Edited in another tab".into(),
        Kept::Nothing => String::new(),
        Kept::Saving => "Saving …".into(),
        Kept::Saved => "Saved".into(),
        Kept::Asleep => "Not kept until you change it".into(),
        Kept::Unwanted => "Not kept, as you wish".into(),
        Kept::Refused(why) => ["Not kept: ", why].concat(),
    }
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

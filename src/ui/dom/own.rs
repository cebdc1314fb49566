//! A tab's own copy of its article, which outlasts a reload and ends with the tab.
//!
//! The desk that all tabs share holds one article. A copy is there for a tab whose article another tab's
//! took the place of, and for an article that found no room on the desk.

use super::small::{get_bytes, set_bytes, tab_store};
use super::store::Slot;

/// Larger articles than a tab's storage takes are not copied.
const LARGEST: usize = 1_500_000;

const TAB: &str = "galley-tab";
const NEWEST: &str = "galley-own-newest";
const HAD: &str = "galley-own-had";

/// This tab's name; empty where the browser keeps none.
pub(super) fn tab() -> String {
    let Some(store) = tab_store() else { return String::new() };
    store.get_item(TAB).ok().flatten().unwrap_or_else(|| {
        let name = any_name();
        // A tab without a name takes any article for its own, as all did before there were names.
        let _ = store.set_item(TAB, &name);
        name
    })
}

/// A name that nothing else has.
pub(super) fn any_name() -> String {
    // As a whole number, because a fraction takes much code to write.
    ((js_sys::Math::random() * f64::from(u32::MAX)) as u32).to_string()
}

fn key(slot: Slot) -> String {
    ["galley-own-", slot.name()].concat()
}

/// Copies bytes for this tab; false where they find no room. `newest` says that the desk refused them.
pub fn copy_own(slot: Slot, bytes: &[u8], newest: bool) -> bool {
    let Some(store) = tab_store() else { return false };
    let (name, fits) = (key(slot), bytes.len() <= LARGEST);
    // What was copied before is of an older text.
    let _ = store.remove_item(&name);
    let copied = fits && set_bytes(&store, &name, bytes);
    let _ = store.set_item(HAD, "1");
    let _ = if newest { store.set_item(NEWEST, "1") } else { store.remove_item(NEWEST) };
    copied
}

/// What this tab copied.
pub(super) fn copy(slot: Slot) -> Option<Vec<u8>> {
    get_bytes(&tab_store()?, &key(slot))
}

/// Whether the desk refused this tab's newest article.
pub fn is_newest() -> bool {
    has(NEWEST)
}

/// Whether this tab ever had an article of its own.
pub(super) fn had_text() -> bool {
    has(HAD)
}

fn has(key: &str) -> bool {
    tab_store().is_some_and(|store| store.get_item(key).ok().flatten().is_some())
}

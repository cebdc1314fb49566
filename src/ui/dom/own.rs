//! A tab's own copy of its article, which outlasts a reload and ends with the tab: for what found no room in the
//! storage that all tabs share. Before there were many documents each tab had one, whatever the storage said.

use super::small::{get_bytes, set_bytes, tab_store};
use super::store::Slot;

/// Larger articles than a tab's storage takes are not copied.
const LARGEST: usize = 1_500_000;

const NEWEST: &str = "galley-own-newest";

/// A name that nothing else has. Of two the one made later comes later in their order.
pub fn new_id() -> String {
    // As whole numbers, because a fraction takes much code to write.
    let seconds = (js_sys::Date::now() / 1000.0) as u32;
    let any = (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
    [seconds.to_string().as_str(), "-", &any.to_string()].concat()
}

fn key(slot: Slot) -> String {
    ["galley-own-", slot.name()].concat()
}

/// Copies article and decisions for this tab, because the storage refused them; false where they find no room.
pub fn copy_own(article: &[u8], corrections: &[u8]) -> bool {
    let Some(store) = tab_store() else { return false };
    forget_own();
    let _ = store.set_item(NEWEST, "1");
    article.len() <= LARGEST
        && set_bytes(&store, &key(Slot::Corrections), corrections)
        && set_bytes(&store, &key(Slot::Article), article)
}

/// What this tab copied: article and decisions.
pub fn own_copy() -> Option<(Vec<u8>, Option<Vec<u8>>)> {
    let store = tab_store()?;
    Some((get_bytes(&store, &key(Slot::Article))?, get_bytes(&store, &key(Slot::Corrections))))
}

/// Drops the copy: the storage has what it has, or it was cleared.
pub fn forget_own() {
    let Some(store) = tab_store() else { return };
    for key in [&key(Slot::Article), &key(Slot::Corrections), NEWEST] {
        // What is not there is gone.
        let _ = store.remove_item(key);
    }
}

/// Whether the storage refused this tab's newest article.
pub fn is_newest() -> bool {
    tab_store().is_some_and(|store| store.get_item(NEWEST).ok().flatten().is_some())
}

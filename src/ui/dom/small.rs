//! Small things that the browser keeps for the page: written and read at once.

use super::events::on_window;
use super::page::window;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Storage, StorageEvent};

const FLAG: &str = "galley-returning";

/// Whether something was kept here before: then the sample need not be shown first.
pub fn is_returning() -> bool {
    small_store().is_some_and(|store| store.get_item(FLAG).ok().flatten().is_some())
}

/// Whether what was kept has been cleared: there is a storage, and it knows of nothing.
pub fn is_cleared() -> bool {
    small_store().is_some_and(|store| store.get_item(FLAG).is_ok_and(|flag| flag.is_none()))
}

/// Something is kept here.
pub fn set_returning() {
    if let Some(store) = small_store() {
        // Without the flag the sample flashes up before the article; nothing is lost.
        let _ = store.set_item(FLAG, "1");
    }
}

/// Nothing is kept any more.
pub fn forget_returning() {
    if let Some(store) = small_store() {
        let _ = store.remove_item(FLAG);
    }
}

/// The reader's list of own names.
pub const NAMES: &str = "galley-names";
/// The reader's list of own labels.
pub const LABELS: &str = "galley-labels";

/// A list of the reader's, as it was written; empty where there is none.
pub fn load_list(list: &str) -> String {
    small_store().and_then(|store| store.get_item(list).ok().flatten()).unwrap_or_default()
}

/// Calls `run` with the name of a list whenever another tab has changed something.
pub fn on_list_changed(run: impl Fn(&str) + 'static) {
    on_window("storage", move |event| {
        let key = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
        run(&key.unwrap_or_default());
    });
}

/// Keeps a list of the reader's; false where the browser refused.
pub fn save_list(list: &str, text: &str) -> bool {
    small_store().is_some_and(|store| match text.is_empty() {
        true => store.remove_item(list).is_ok(),
        false => store.set_item(list, text).is_ok(),
    })
}

const PLACE: &str = "galley-place";

fn place_of(id: &str) -> String {
    [PLACE, "-", id].concat()
}

/// The reader's place in a document, as it was kept: this tab's, or else the last one's.
pub fn load_place(id: &str) -> Option<Vec<u8>> {
    let kept = |key: &str| get_bytes(&tab_store()?, key).or_else(|| get_bytes(&small_store()?, key));
    // Before there were many documents there was one place.
    kept(&place_of(id)).or_else(|| kept(PLACE))
}

/// Keeps the reader's place at once: a page that is being left does not wait for a database to open.
pub fn save_place(id: &str, bytes: &[u8]) {
    for store in [small_store(), tab_store()].into_iter().flatten() {
        // Without it the article opens at its top; nothing is lost.
        let _ = set_bytes(&store, &place_of(id), bytes);
        let _ = store.remove_item(PLACE);
    }
}

/// Forgets the reader's place in a document that is not kept any more.
pub fn forget_place(id: &str) {
    for store in [small_store(), tab_store()].into_iter().flatten() {
        // What is not there is forgotten.
        let _ = store.remove_item(&place_of(id));
    }
}

const DOCUMENT: &str = "galley-document";

/// The document that this tab had, and the last that any tab had; empty where there was none.
pub fn last_documents() -> [String; 2] {
    [tab_store(), small_store()].map(|store| {
        let kept = store.and_then(|store| store.get_item(DOCUMENT).ok().flatten());
        kept.unwrap_or_default()
    })
}

/// Keeps which document was the last; empty where the reader wants none to be.
pub fn keep_last_document(id: &str) {
    keep_document(small_store(), id);
    keep_last_document_of_tab(id);
}

/// The same, for this tab alone.
pub fn keep_last_document_of_tab(id: &str) {
    keep_document(tab_store(), id);
}

fn keep_document(store: Option<Storage>, id: &str) {
    if let Some(store) = store {
        // Without it the newest document opens.
        let _ = if id.is_empty() { store.remove_item(DOCUMENT) } else { store.set_item(DOCUMENT, id) };
    }
}

const KEYS: &str = "galley-single-keys";

/// Whether single keys act: they do until somebody turns them off, and then never until they are turned on.
pub fn single_keys_act() -> bool {
    small_store().and_then(|store| store.get_item(KEYS).ok().flatten()).is_none()
}

/// Keeps whether single keys act; false where the browser refused.
pub fn keep_single_keys(act: bool) -> bool {
    small_store().is_some_and(|store| match act {
        true => store.remove_item(KEYS).is_ok(),
        false => store.set_item(KEYS, "off").is_ok(),
    })
}

const SETTINGS: &str = "galley-settings";

/// The reader's settings, as they were kept; empty where there are none.
pub fn load_settings() -> String {
    small_store().and_then(|store| store.get_item(SETTINGS).ok().flatten()).unwrap_or_default()
}

/// Keeps the reader's settings; false where the browser refused.
pub fn save_settings(words: &str) -> bool {
    small_store().is_some_and(|store| store.set_item(SETTINGS, words).is_ok())
}

#[wasm_bindgen]
extern "C" {
    /// Sets the page's colours: "light", "dark", or as the system has it.
    #[wasm_bindgen(js_name = galleyTheme)]
    fn set_theme(theme: &str);
}

/// How the page looks: its theme, the size of its text in a hundred of the usual, how much is marked.
pub fn set_look(theme: &str, size: &str, marks: &str) {
    set_theme(theme);
    let Some(root) = super::page::document().document_element() else { return };
    let _ = root.set_attribute("data-marks", marks);
    if let Ok(root) = root.dyn_into::<web_sys::HtmlElement>() {
        let size = if size.is_empty() { String::new() } else { [size, "%"].concat() };
        let _ = root.style().set_property("font-size", &size);
    }
}

/// One character for each byte.
pub(super) fn set_bytes(store: &Storage, key: &str, bytes: &[u8]) -> bool {
    let text: String = bytes.iter().map(|&byte| char::from(byte)).collect();
    store.set_item(key, &text).is_ok()
}

pub(super) fn get_bytes(store: &Storage, key: &str) -> Option<Vec<u8>> {
    let kept = store.get_item(key).ok()??;
    kept.chars().map(|byte| u8::try_from(byte).ok()).collect()
}

/// Of all tabs.
pub(super) fn small_store() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

/// Of this tab: it outlasts a reload, and ends with the tab.
pub(super) fn tab_store() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

/// Today by the reader's clock: "2031-03-06".
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    let two = |number: u32| [if number < 10 { "0" } else { "" }, &number.to_string()].concat();
    [&now.get_full_year().to_string(), "-", &two(now.get_month() + 1), "-", &two(now.get_date())].concat()
}

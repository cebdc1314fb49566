//! The browser's own storage: the current article waits there for the next visit.

use super::{on_window, window};
use idb::{Database, Factory, ObjectStoreParams, TransactionMode};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::StorageEvent;

const DATABASE: &str = "galley";
const STORE: &str = "desk";
const FLAG: &str = "galley-returning";

/// The places of the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// The current article: large, written when it changes.
    Article,
    /// What people decided about it: small, written with each decision.
    Corrections,
}

impl Slot {
    fn key(self) -> JsValue {
        JsValue::from_str(match self {
            Slot::Article => "article",
            Slot::Corrections => "corrections",
        })
    }
}

/// What the storage gave.
pub enum Stored {
    /// The bytes kept last time.
    Bytes(Vec<u8>),
    /// Nothing was kept.
    Nothing,
    /// The browser keeps nothing for this page, or the storage is broken.
    Broken,
}

/// Reads what was kept in a slot.
pub async fn load(slot: Slot) -> Stored {
    match read(slot).await {
        Ok(Some(value)) => match value.dyn_into::<js_sys::Uint8Array>() {
            Ok(bytes) => Stored::Bytes(bytes.to_vec()),
            Err(_) => Stored::Broken,
        },
        Ok(None) => Stored::Nothing,
        Err(_) => Stored::Broken,
    }
}

/// Keeps bytes; false where the browser refused. The flag comes first: a write that has begun ends
/// even when the page does.
pub async fn save(slot: Slot, bytes: Vec<u8>) -> bool {
    let was_returning = is_returning();
    set_flag();
    let kept = write(slot, &bytes).await.is_ok();
    if !kept && !was_returning {
        forget_returning();
    }
    kept
}

async fn open() -> Result<Database, idb::Error> {
    let mut request = Factory::new()?.open(DATABASE, Some(1))?;
    request.on_upgrade_needed(|event| {
        use idb::{DatabaseEvent, event::VersionChangeEvent};
        let _: &VersionChangeEvent = &event;
        if let Ok(database) = event.database() {
            // A failure shows when the store is opened.
            let _ = database.create_object_store(STORE, ObjectStoreParams::new());
        }
    });
    request.await
}

async fn read(slot: Slot) -> Result<Option<JsValue>, idb::Error> {
    let database = open().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
    let value = transaction.object_store(STORE)?.get(slot.key())?.await?;
    database.close();
    Ok(value)
}

async fn write(slot: Slot, bytes: &[u8]) -> Result<(), idb::Error> {
    let database = open().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    let value = js_sys::Uint8Array::from(bytes);
    transaction.object_store(STORE)?.put(&value, Some(&slot.key()))?.await?;
    transaction.commit()?.await?;
    database.close();
    Ok(())
}

/// Whether something was kept here before: then the sample need not be shown first.
pub fn is_returning() -> bool {
    small_store().is_some_and(|store| store.get_item(FLAG).ok().flatten().is_some())
}

fn set_flag() {
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

const NAMES: &str = "galley-names";

/// The reader's own names, as they were written; empty where there are none.
pub fn load_names() -> String {
    small_store().and_then(|store| store.get_item(NAMES).ok().flatten()).unwrap_or_default()
}

/// Calls `run` with the reader's own names whenever another tab has changed them.
pub fn on_names_changed(run: impl Fn(String) + 'static) {
    on_window("storage", move |event| {
        let key = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
        if key.as_deref() == Some(NAMES) {
            run(load_names());
        }
    });
}

/// Keeps the reader's own names; false where the browser refused.
pub fn save_names(text: &str) -> bool {
    small_store().is_some_and(|store| match text.is_empty() {
        true => store.remove_item(NAMES).is_ok(),
        false => store.set_item(NAMES, text).is_ok(),
    })
}

const PLACE: &str = "galley-place";

/// The reader's place, as it was kept.
pub fn load_place() -> Option<Vec<u8>> {
    let kept = small_store()?.get_item(PLACE).ok()??;
    kept.chars().map(|byte| u8::try_from(byte).ok()).collect()
}

/// Keeps the reader's place at once, one character for each byte: a page that is being left does not
/// wait for a database to open.
pub fn save_place(bytes: &[u8]) {
    if let Some(store) = small_store() {
        let text: String = bytes.iter().map(|&byte| char::from(byte)).collect();
        // Without it the article opens at its top; nothing is lost.
        let _ = store.set_item(PLACE, &text);
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

fn small_store() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}

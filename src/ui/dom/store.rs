//! The browser's own storage: the current article waits there for the next visit.
//!
//! All tabs share one desk, whose article is the newest of all of them. It says which tab put it there, so
//! that a tab knows its own from another's; what another tab's article took the place of is in the tab's
//! own copy (see [`super::own`]).

use super::own::{self, tab};
use super::small::{forget_returning, is_returning, set_returning};
use idb::{Database, Error, Factory, ObjectStore, ObjectStoreParams, TransactionMode, TransactionResult};
use wasm_bindgen::{JsCast, JsValue};

const DATABASE: &str = "galley";
const STORE: &str = "desk";
/// Which tab put the article there.
const OWNER: &str = "owner";

/// The places of the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// The current article: large, written when it changes.
    Article,
    /// What people decided about it: small, written with each decision.
    Corrections,
}

impl Slot {
    pub(super) fn name(self) -> &'static str {
        match self {
            Slot::Article => "article",
            Slot::Corrections => "corrections",
        }
    }

    fn key(self) -> JsValue {
        JsValue::from_str(self.name())
    }
}

/// What became of bytes that were to be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// They are kept.
    Kept,
    /// The article they belong to is not there: another tab's took its place, or the storage was cleared.
    ArticleGone,
    /// There is no room.
    Full,
    /// The storage is a newer Galley's.
    Newer,
    /// The browser keeps nothing for this page.
    Refused,
}

/// What was kept in a place of the desk.
pub enum Stored {
    /// These bytes.
    Bytes(Vec<u8>),
    /// Nothing.
    Nothing,
    /// A newer Galley's, which this one cannot read.
    Newer,
    /// The browser keeps nothing for this page, or the storage is broken.
    Broken,
}

/// What the storage gave.
pub struct Desk {
    /// The article.
    pub article: Stored,
    /// What was decided about it.
    pub corrections: Stored,
    /// Whether it is what this tab showed last.
    pub of: Of,
}

/// Which text the storage gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// This tab's newest, or the last tab's where this one had none.
    Own,
    /// This tab's newest, from its own copy: the desk has another or none.
    Copy,
    /// Another tab's; this tab had one, and it is gone.
    Another,
    /// The one before the newest, which found no room.
    Earlier,
}

/// Reads what this tab kept, or else what the last one did.
pub async fn load() -> Desk {
    let (article, corrections, of) = match read().await {
        Ok(([article, corrections], owner)) => {
            let is_anothers = owner.is_some_and(|owner| owner != tab()) && own::had_text();
            let of = if is_anothers { Of::Another } else { Of::Own };
            (stored(article), stored(corrections), of)
        }
        Err(error) if is_newer(&error) => (Stored::Newer, Stored::Newer, Of::Own),
        Err(_) => (Stored::Broken, Stored::Broken, Of::Own),
    };
    let is_latest = matches!(article, Stored::Bytes(_)) && of == Of::Own && !own::is_newest();
    match own::copy(Slot::Article).filter(|_| !is_latest) {
        Some(article) => {
            let corrections = own::copy(Slot::Corrections).map_or(Stored::Nothing, Stored::Bytes);
            Desk { article: Stored::Bytes(article), corrections, of: Of::Copy }
        }
        None => Desk { article, corrections, of: if own::is_newest() { Of::Earlier } else { of } },
    }
}

fn stored(value: Option<JsValue>) -> Stored {
    match value.map(JsCast::dyn_into::<js_sys::Uint8Array>) {
        Some(Ok(bytes)) => Stored::Bytes(bytes.to_vec()),
        Some(Err(_)) => Stored::Broken,
        None => Stored::Nothing,
    }
}

/// Keeps bytes. The flag comes first: a write that has begun ends even when the page does.
pub async fn save(slot: Slot, bytes: Vec<u8>) -> Saved {
    let was_returning = is_returning();
    set_returning();
    let saved = write(slot, &bytes).await.unwrap_or_else(|error| match name(&error).as_deref() {
        Some("QuotaExceededError") => Saved::Full,
        _ if is_newer(&error) => Saved::Newer,
        _ => Saved::Refused,
    });
    if saved != Saved::Kept && !was_returning {
        forget_returning();
    }
    saved
}

async fn open() -> Result<Database, Error> {
    let database = open_as_is().await?;
    if database.store_names().iter().any(|name| name == STORE) {
        return Ok(database);
    }
    // Somebody opened it first and gave it no place for anything: there is nothing to lose.
    database.close();
    Factory::new()?.delete(DATABASE)?.await?;
    open_as_is().await
}

async fn open_as_is() -> Result<Database, Error> {
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

/// Article and corrections, and who put them there.
async fn read() -> Result<([Option<JsValue>; 2], Option<String>), Error> {
    let database = open().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
    let store = transaction.object_store(STORE)?;
    let article = store.get(Slot::Article.key())?.await?;
    let corrections = store.get(Slot::Corrections.key())?.await?;
    let owner = owner(&store).await?;
    database.close();
    Ok(([article, corrections], owner))
}

async fn owner(store: &ObjectStore) -> Result<Option<String>, Error> {
    Ok(store.get(JsValue::from_str(OWNER))?.await?.and_then(|owner| owner.as_string()))
}

/// Writes a place of the desk; decisions only beside the article they are about.
async fn write(slot: Slot, bytes: &[u8]) -> Result<Saved, Error> {
    let database = open().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    let store = transaction.object_store(STORE)?;
    if slot == Slot::Corrections && !is_ours(&store).await? {
        database.close();
        return Ok(Saved::ArticleGone);
    }
    if slot == Slot::Article {
        store.put(&tab().into(), Some(&OWNER.into()))?.await?;
    }
    store.put(&js_sys::Uint8Array::from(bytes), Some(&slot.key()))?.await?;
    // A disk that is full shows only here, and as an abort that is no error.
    let result = transaction.commit()?.await?;
    database.close();
    Ok(if result == TransactionResult::Committed { Saved::Kept } else { Saved::Full })
}

async fn is_ours(store: &ObjectStore) -> Result<bool, Error> {
    let is_there = store.get_key(Slot::Article.key())?.await?.is_some();
    Ok(is_there && owner(store).await? == Some(tab()))
}

fn is_newer(error: &Error) -> bool {
    name(error).as_deref() == Some("VersionError")
}

/// The browser's own name of what went wrong.
fn name(error: &Error) -> Option<String> {
    let thrown = match error {
        Error::DomException(exception) => return Some(exception.name()),
        Error::IndexedDbOpenFailed(thrown) | Error::UpdateFailed(thrown) => thrown,
        _ => return None,
    };
    js_sys::Reflect::get(thrown, &"name".into()).ok()?.as_string()
}

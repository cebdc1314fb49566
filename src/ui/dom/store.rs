//! The browser's own storage: the current article waits there for the next visit. `index.html` opens it, because it
//! has the article read even where the page cannot start.
//!
//! All tabs share one desk, whose article is the newest of all of them. It says which tab put it there, so
//! that a tab knows its own from another's; what another tab's article took the place of is in the tab's
//! own copy (see [`super::own`]).

use super::own::{self, tab};
use super::small::{forget_returning, is_returning, set_returning};
use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

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

#[wasm_bindgen]
extern "C" {
    /// Article, corrections and who put them there; or the name of what went wrong.
    #[wasm_bindgen(js_namespace = galleyDesk, js_name = read, catch)]
    fn read_desk() -> Result<Promise, JsValue>;
    /// Gives "kept", or "gone" where there is no article of this tab to lay decisions beside, or the name of what went
    /// wrong.
    #[wasm_bindgen(js_namespace = galleyDesk, js_name = write, catch)]
    fn write_desk(slot: &str, bytes: Uint8Array, tab: &str) -> Result<Promise, JsValue>;
}

async fn answer(asked: Result<Promise, JsValue>) -> Result<JsValue, JsValue> {
    JsFuture::from(asked?).await
}

/// Reads what this tab kept, or else what the last one did.
pub async fn load() -> Desk {
    let found = answer(read_desk()).await.unwrap_or_default();
    let place = |at: u32| match found.dyn_ref::<Array>() {
        Some(places) => stored(&places.get(at)),
        None if found.as_string().as_deref() == Some(NEWER) => Stored::Newer,
        None => Stored::Broken,
    };
    let owner = found.dyn_ref::<Array>().and_then(|places| places.get(2).as_string());
    let is_anothers = owner.is_some_and(|owner| owner != tab()) && own::had_text();
    let of = if is_anothers { Of::Another } else { Of::Own };
    let (article, corrections) = (place(0), place(1));
    let is_latest = matches!(article, Stored::Bytes(_)) && of == Of::Own && !own::is_newest();
    match own::copy(Slot::Article).filter(|_| !is_latest) {
        Some(article) => {
            let corrections = own::copy(Slot::Corrections).map_or(Stored::Nothing, Stored::Bytes);
            Desk { article: Stored::Bytes(article), corrections, of: Of::Copy }
        }
        None => Desk { article, corrections, of: if own::is_newest() { Of::Earlier } else { of } },
    }
}

fn stored(value: &JsValue) -> Stored {
    match value.dyn_ref::<Uint8Array>() {
        Some(bytes) => Stored::Bytes(bytes.to_vec()),
        None if value.is_undefined() => Stored::Nothing,
        None => Stored::Broken,
    }
}

/// The browser's name for a database that a newer version has opened.
const NEWER: &str = "VersionError";

/// Keeps bytes. The flag comes first: a write that has begun ends even when the page does.
pub async fn save(slot: Slot, bytes: Vec<u8>) -> Saved {
    let was_returning = is_returning();
    set_returning();
    let answered = answer(write_desk(slot.name(), Uint8Array::from(&*bytes), &tab())).await;
    let saved = match answered.ok().and_then(|answer| answer.as_string()).as_deref() {
        Some("kept") => Saved::Kept,
        Some("gone") => Saved::ArticleGone,
        Some("QuotaExceededError") => Saved::Full,
        Some(NEWER) => Saved::Newer,
        _ => Saved::Refused,
    };
    if saved != Saved::Kept && !was_returning {
        forget_returning();
    }
    saved
}

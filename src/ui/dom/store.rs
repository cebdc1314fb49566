//! The browser's own storage: documents, each with its line in the list and its parts. `index.html` opens it, because
//! it has the article read even where the page cannot start: its few lines are a kilobyte, where a crate for them adds
//! nine to the page and cannot be asked before the page runs.
//!
//! One tab at a time edits a document and may write it; see `galleyDesk` in `index.html`.

use super::events::on_window;
use super::small::{forget_returning, is_returning, set_returning};
use js_sys::{Array, Promise, Uint8Array};
use std::pin::Pin;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The parts of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// The article: large, written when it changes.
    Article,
    /// What people decided about it: small, written with each decision.
    Corrections,
    /// What was done to it since the article was written: small, written at each key.
    Journal,
    /// What can be undone.
    History,
    /// What the list says of it.
    Line,
}

/// Those that a document is opened with, in the order in which the storage gives them.
const SLOTS: [Slot; 5] = [Slot::Article, Slot::Corrections, Slot::Journal, Slot::History, Slot::Line];

impl Slot {
    pub(super) fn name(self) -> &'static str {
        match self {
            Slot::Article => "article",
            Slot::Corrections => "corrections",
            Slot::Journal => "journal",
            Slot::History => "history",
            Slot::Line => "line",
        }
    }
}

/// What became of what the storage was asked to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// It is done, and outlasts the page.
    Kept,
    /// It is there already, as it was to be.
    Here,
    /// The document is not there: somebody deleted it, or the storage was cleared.
    Gone,
    /// Another tab has taken the document over, and writes it.
    Anothers,
    /// There is no room.
    Full,
    /// The storage is a newer Galley's.
    Newer,
    /// Another tab, of another version of Galley, holds on to the storage.
    Blocked,
    /// The browser keeps nothing for this page, or the storage is broken.
    Refused,
}

/// A document as the storage has it. Each part is as it was given; none where there is none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// Its id.
    pub id: String,
    /// Whether this tab may write it; otherwise another does.
    pub mine: bool,
    /// The article; empty where what is there cannot be one.
    pub article: Vec<u8>,
    /// What people decided about it.
    pub corrections: Option<Vec<u8>>,
    /// What was done to it since.
    pub journal: Option<Vec<u8>>,
    /// What can be undone.
    pub history: Option<Vec<u8>>,
    /// What the list says of it.
    pub line: Vec<u8>,
}

/// What the storage gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// This document.
    Document(Loaded),
    /// There is none.
    Nothing,
    /// It could not be asked.
    Trouble(Saved),
}

#[wasm_bindgen]
extern "C" {
    /// Does one of the acts in `index.html`, by its name.
    #[wasm_bindgen(js_name = galleyDesk, catch, variadic)]
    fn desk(what: &str, how: Array) -> Result<JsValue, JsValue>;
}

/// What comes later: of one type for each kind of answer, because a future of its own for each act that is awaited
/// would be written into every place that awaits it.
pub type Later<T> = Pin<Box<dyn Future<Output = T>>>;

/// The answer of an act; nothing where the page's own script is not there, as in tests of single parts.
fn ask<T: 'static>(what: &str, how: &[JsValue], read: fn(&JsValue) -> T) -> Later<T> {
    let list = Array::new();
    for argument in how {
        list.push(argument);
    }
    let asked = desk(what, list).and_then(JsCast::dyn_into::<Promise>);
    Box::pin(async move {
        let answer = match asked {
            Ok(promise) => JsFuture::from(promise).await.unwrap_or_default(),
            Err(_) => JsValue::UNDEFINED,
        };
        read(&answer)
    })
}

fn saved(answer: &JsValue) -> Saved {
    match answer.as_string().as_deref() {
        Some("kept") => Saved::Kept,
        Some("here") => Saved::Here,
        Some("gone") => Saved::Gone,
        Some("anothers") => Saved::Anothers,
        Some("QuotaExceededError") => Saved::Full,
        Some("VersionError") => Saved::Newer,
        Some("BlockedError") => Saved::Blocked,
        _ => Saved::Refused,
    }
}

fn bytes(value: &JsValue) -> Option<Vec<u8>> {
    value.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec)
}

fn as_value(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).into()
}

fn found(answer: &JsValue) -> Found {
    let Some(parts) = answer.dyn_ref::<Array>() else { return Found::Trouble(saved(answer)) };
    let part = |slot: Slot| SLOTS.iter().position(|&one| one == slot).map(|at| parts.get(at as u32 + 2));
    let (Some(id), Some(article)) = (parts.get(0).as_string(), part(Slot::Article)) else {
        return Found::Nothing;
    };
    if article.is_undefined() {
        return Found::Nothing;
    }
    let part = |slot: Slot| part(slot).as_ref().and_then(bytes);
    Found::Document(Loaded {
        id,
        mine: parts.get(1).is_truthy(),
        article: bytes(&article).unwrap_or_default(),
        corrections: part(Slot::Corrections),
        journal: part(Slot::Journal),
        history: part(Slot::History),
        line: part(Slot::Line).unwrap_or_default(),
    })
}

/// Opens the first of these documents that is there, or else the newest, and edits it where no other tab does;
/// `take_over` makes another tab leave it to this one.
pub fn open_document(wanted: &[&str], take_over: bool) -> Later<Found> {
    ask("open", &[wanted.join(" ").into(), take_over.into()], found)
}

/// A document as it is now, whoever edits it.
pub fn read_document(id: &str) -> Later<Found> {
    ask("read", &[id.into()], found)
}

/// Edits a document that this tab has shown before, or a new one; false where another tab does.
pub fn hold(id: &str) -> Later<bool> {
    // Where nobody can be asked nobody else edits.
    ask("hold", &[id.into()], |held| !matches!(held.as_bool(), Some(false)))
}

/// Leaves the document that this tab edits to others.
pub fn leave() {
    // What is not there is left already.
    let _ = desk("leave", Array::new());
}

/// Keeps parts of a document, all or none. The flag comes first: a write that has begun ends even when the page does.
pub async fn save(id: &str, parts: Vec<(Slot, Vec<u8>)>) -> Saved {
    let was_returning = is_returning();
    set_returning();
    let (names, values) = (Array::new(), Array::new());
    for (slot, bytes) in &parts {
        names.push(&slot.name().into());
        values.push(&as_value(bytes));
    }
    let saved = ask("write", &[id.into(), names.into(), values.into()], saved).await;
    if saved != Saved::Kept && !was_returning {
        forget_returning();
    }
    saved
}

/// Changes what the list says of a document.
pub fn save_line(id: &str, line: &[u8]) -> Later<Saved> {
    ask("line", &[id.into(), as_value(line)], saved)
}

/// Bytes by their names, or documents' lines by their ids.
pub type Named = Vec<(String, Vec<u8>)>;

/// Every document's id and what the list says of it.
pub fn list_documents() -> Later<Result<Named, Saved>> {
    ask("list", &[], listed)
}

fn listed(answer: &JsValue) -> Result<Named, Saved> {
    let Some(lists) = answer.dyn_ref::<Array>() else { return Err(saved(answer)) };
    let (ids, lines) = (Array::from(&lists.get(0)), Array::from(&lists.get(1)));
    let line = |at: u32| Some((ids.get(at).as_string()?, bytes(&lines.get(at)).unwrap_or_default()));
    Ok((0..ids.length()).filter_map(line).collect())
}

/// The ids of the documents whose text has these words, in small letters.
pub fn find_in_texts(words: &str) -> Later<Vec<String>> {
    ask("find", &[words.into()], |answer| {
        let Some(found) = answer.dyn_ref::<Array>() else { return Vec::new() };
        Array::from(&found.get(0)).iter().filter_map(|id| id.as_string()).collect()
    })
}

/// Deletes a document. While the page is open it can be put back.
pub fn remove(id: &str) -> Later<Saved> {
    ask("remove", &[id.into()], saved)
}

/// Puts a document back that was deleted.
pub fn put_back(id: &str) -> Later<Saved> {
    ask("putBack", &[id.into()], saved)
}

/// Copies a document under another id.
pub fn copy_document(id: &str, to: &str, line: &[u8]) -> Later<Saved> {
    ask("copy", &[id.into(), to.into(), as_value(line)], saved)
}

/// The parts of a document by their names, for a backup; none where it cannot be read.
pub fn parts_of(id: &str) -> Later<Named> {
    ask("read", &[id.into()], |answer| {
        let Some(parts) = answer.dyn_ref::<Array>() else { return Vec::new() };
        let part = |(slot, at): (&Slot, u32)| Some((slot.name().to_owned(), bytes(&parts.get(at))?));
        SLOTS.iter().zip(2..).filter_map(part).collect()
    })
}

/// Adds a document of a backup: under its own id, or under the other one where there is one of that id already.
pub fn add_document(id: &str, other: &str, parts: &[(String, Vec<u8>)]) -> Later<Saved> {
    let (names, values) = (Array::new(), Array::new());
    for (name, bytes) in parts {
        names.push(&name.into());
        values.push(&as_value(bytes));
    }
    ask("add", &[id.into(), other.into(), names.into(), values.into()], saved)
}

/// Removes all that Galley keeps, here and in its other small places.
pub fn clear_all() -> Later<Saved> {
    ask("clear", &[], saved)
}

/// How much the browser keeps for this page, and how much it would: "3.4 MB of 2 GB used."; empty where it does not say.
pub fn room() -> Later<String> {
    ask("room", &[], |answer| answer.as_string().unwrap_or_default())
}

/// A moment in milliseconds since 1970, by the reader's clock: "today at 17:40".
pub fn when(time: u64) -> String {
    let said = desk("when", Array::of1(&(time as f64).into()));
    said.ok().and_then(|said| said.as_string()).unwrap_or_default()
}

/// Calls `run` with what other tabs do, and the id of the document they do it to: "kept", "named", "gone", "give"
/// (another tab wants it), "taken" (it has it), "left", "cleared".
pub fn on_heard(run: impl Fn(&str, &str) + 'static) {
    on_window("galley-heard", move |event| {
        let said = event.dyn_ref::<web_sys::MessageEvent>().and_then(|event| event.data().as_string());
        if let Some((what, id)) = said.as_deref().and_then(|said| said.split_once(' ')) {
            run(what, id);
        }
    });
}

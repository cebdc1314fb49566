//! Words that leave the proof by the clipboard, and which of the page's words can be selected.

use super::{by_id, document, is_in_word_field, select, select_all, window};
use crate::export::clean::Words;
use crate::view::blocks::Shape;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, ClipboardEvent, ClipboardItem, Element, Event, Node, Range};

/// The words of the proof that a copy is about; none where it is about a field or other words of the page.
pub fn copied(event: &Event) -> Option<Vec<Words>> {
    let selection = window().get_selection().ok()??;
    if is_in_word_field(event) || selection.is_collapsed() {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let words: Vec<Words> =
        select_all("#proof .chunk > *").iter().filter_map(|block| words_of(block, &range)).collect();
    (!words.is_empty()).then_some(words)
}

/// What is selected of a paragraph. Letters and notes are no text, so what is selected is the article's.
fn words_of(block: &Element, selected: &Range) -> Option<Words> {
    if !selected.intersects_node(block).ok()? {
        return None;
    }
    let inside = document().create_range().ok()?;
    inside.select_node_contents(block).ok()?;
    // A range that begins before the paragraph, or ends after it, is cut at its ends.
    if inside.compare_boundary_points(Range::START_TO_START, selected).ok()? < 0 {
        inside.set_start(&selected.start_container().ok()?, selected.start_offset().ok()?).ok()?;
    }
    if inside.compare_boundary_points(Range::END_TO_END, selected).ok()? > 0 {
        inside.set_end(&selected.end_container().ok()?, selected.end_offset().ok()?).ok()?;
    }
    let text: String = inside.to_string().into();
    (!text.trim().is_empty()).then(|| Words { shape: shape(block), text })
}

fn shape(block: &Element) -> Shape {
    match block.class_name().as_str() {
        "headline" => Shape::Headline,
        "subheading" => Shape::Subheading,
        "item" => Shape::Item,
        "row" => Shape::Row,
        _ => Shape::Body,
    }
}

/// Gives a copy these words instead of the page's own drawing of them.
pub fn put_copied(event: &Event, html: &str, plain: &str) {
    let Some(data) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data) else {
        return;
    };
    let done = data.set_data("text/plain", plain).and_then(|()| data.set_data("text/html", html));
    if done.is_ok() {
        event.prevent_default();
    }
}

/// Puts rich text on the clipboard, with its plain words for where no rich text goes.
pub async fn copy_rich(html: &str, plain: &str) -> bool {
    write_rich(html, plain).await.is_ok()
}

async fn write_rich(html: &str, plain: &str) -> Result<(), JsValue> {
    let kinds = js_sys::Object::new();
    for (mime, text) in [("text/html", html), ("text/plain", plain)] {
        let options = BlobPropertyBag::new();
        options.set_type(mime);
        let blob = Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&text.into()), &options)?;
        js_sys::Reflect::set(&kinds, &mime.into(), &blob)?;
    }
    let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&kinds)?;
    let clipboard = super::exchange::clipboard().ok_or(JsValue::NULL)?;
    JsFuture::from(clipboard.write(&js_sys::Array::of1(&item))).await.map(drop)
}

/// Selects the article, and nothing else of the page.
pub fn select_article() {
    if let (Some(proof), Ok(Some(selection))) = (by_id("proof"), window().get_selection()) {
        let proof: &Node = &proof;
        // The words of an element of the page can be selected.
        let _ = selection.select_all_children(proof);
    }
}

/// While words of the proof are being selected, nothing beside it takes part.
pub fn set_selecting(on: bool) {
    if let Some(page) = select("html") {
        let classes = page.class_list();
        let _ = if on { classes.add_1("selecting") } else { classes.remove_1("selecting") };
    }
}

//! Words that leave the proof by the clipboard, and which of the page's words can be selected.

use super::events::is_in_word_field;
use super::page::{by_id, document, select, select_all, window};
use crate::export::clean::Words;
use crate::view::blocks::Shape;
use js_sys::{Function, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{ClipboardEvent, Element, Event, Node, Range};

/// The words of the proof that a copy is about; none where it is about a field or other words of the page.
pub fn copied(event: &Event) -> Option<Vec<Words>> {
    let selection = window().get_selection().ok()??;
    if is_in_word_field(event) || selection.is_collapsed() {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let words: Vec<Words> = select_all("#proof > .long, #proof > .chunk > :not(.left-out)")
        .iter()
        .filter_map(|block| words_of(block, &range))
        .collect();
    (!words.is_empty()).then_some(words)
}

/// What is selected of a paragraph. Letters and notes are no text, and the lines that hide the page's own are passed over, so what is selected is the article's.
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
    (!text.trim().is_empty()).then(|| Words::plain(shape(block), text))
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

/// Puts rich text on the clipboard, with its plain words for where no rich text goes; false where the browser refuses.
/// The clipboard's newer way is not taken: it reads styles by the page's own policy, which allows none in a text.
pub fn copy_rich(html: String, plain: String) -> bool {
    let put = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        put_copied(&event, &html, &plain);
        event.stop_propagation();
    });
    // Some browsers copy nothing where nothing is selected.
    let before = window().get_selection().ok().flatten().and_then(|selection| selection.get_range_at(0).ok());
    select_article();
    let (page, listener): (_, &Function) = (document(), put.as_ref().unchecked_ref());
    // Before the page's own answer to a copy. Only a wrong name could fail here, and this is the browser's own.
    let _ = page.add_event_listener_with_callback_and_bool("copy", listener, true);
    let command =
        Reflect::get(&page, &"execCommand".into()).ok().and_then(|found| found.dyn_into::<Function>().ok());
    let done = command
        .and_then(|command| command.call1(&page, &"copy".into()).ok())
        .is_some_and(|done| done.is_truthy());
    let _ = page.remove_event_listener_with_callback_and_bool("copy", listener, true);
    if let Ok(Some(selection)) = window().get_selection() {
        let _ = selection.remove_all_ranges();
        if let Some(before) = before {
            let _ = selection.add_range(&before);
        }
    }
    done
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

//! The page as a whole: its window, what stands on it, how far it is scrolled.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, Window};

/// The window: a page always has one.
pub(super) fn window() -> Window {
    web_sys::window().expect("this code runs in a page")
}

pub(super) fn document() -> Document {
    window().document().expect("a window has a document")
}

pub(super) fn by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

pub(super) fn select(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok()??.dyn_into().ok()
}

pub(super) fn select_all(selector: &str) -> Vec<Element> {
    let Ok(list) = document().query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|at| list.get(at)?.dyn_into().ok()).collect()
}

/// The content of a `<meta>` of the page; empty where there is none.
pub(super) fn meta(name: &str) -> String {
    let element = select(&["meta[name=", name, "]"].concat());
    element.and_then(|element| element.get_attribute("content")).unwrap_or_default()
}

/// Whether the window is as narrow as a phone's, so that cards are sheets.
pub fn is_narrow() -> bool {
    matches("(max-width: 60rem)")
}

/// Whether the reader asked for less motion.
pub(super) fn wants_stillness() -> bool {
    matches("(prefers-reduced-motion: reduce)")
}

fn matches(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|list| list.matches())
}

/// Whether the page is used by touch alone, without keys.
fn is_touch() -> bool {
    matches("(hover: none) and (pointer: coarse)")
}

/// Whether the ledger, on a narrow screen below the text, is what the window shows.
pub fn is_ledger_on_top() -> bool {
    is_narrow()
        && by_id("ledger")
            .is_some_and(|ledger| ledger.get_bounding_client_rect().top() < window_height() / 2.0)
}

/// Brings the ledger to the top of the window.
pub fn show_ledger() {
    if let Some(ledger) = by_id("ledger") {
        ledger.scroll_into_view();
    }
}

/// How high the window is, in pixels.
pub(super) fn window_height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(800.0)
}

/// How far the page is scrolled.
pub fn scrolled() -> f64 {
    window().scroll_y().unwrap_or(0.0)
}

/// Scrolls the page to where it was.
pub fn scroll_page(top: f64) {
    window().scroll_to_with_x_and_y(0.0, top);
}

/// Which of two ways to say a thing, with keys or by touch.
pub fn with_keys_or_touch(keys: &'static str, touch: &'static str) -> &'static str {
    if is_touch() { touch } else { keys }
}

/// Names the page in the browser's tabs.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Selects nothing any more.
pub fn unselect() {
    if let Ok(Some(selection)) = window().get_selection() {
        let _ = selection.remove_all_ranges();
    }
}

/// Whether words are selected: a click that ends a selection is none on a mark.
pub fn has_selection() -> bool {
    window().get_selection().ok().flatten().is_some_and(|selection| !selection.is_collapsed())
}

/// Clicks the first element that `selector` finds, if any; also the one way to open the browser's file
/// chooser.
pub fn click(selector: &str) {
    if let Some(element) = select(selector) {
        element.click();
    }
}

/// Takes the words shown while the page itself was loading out of the document.
pub fn clear_splash() {
    if let Some(splash) = by_id("splash") {
        splash.remove();
    }
}

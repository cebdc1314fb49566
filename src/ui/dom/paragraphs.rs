//! The proof's paragraphs as the page holds them. A quiet line stands for the paragraphs that it hides.

use super::bars::bar;
use super::focus::focus_in_place;
use super::page::{document, select, window};
use super::paper;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollBehavior, ScrollToOptions};

/// How many paragraphs an element of a chunk stands for: itself, or what it hides.
fn count(element: &Element) -> usize {
    element.get_attribute("data-blocks").map_or(1, |count| count.parse().unwrap_or(1))
}

/// How many paragraphs of its chunk stand before an element.
pub(super) fn count_before(element: &Element) -> usize {
    std::iter::successors(element.previous_element_sibling(), Element::previous_element_sibling)
        .map(|before| count(&before))
        .sum()
}

/// The paragraphs of a chunk; none of one that is itself a part of a paragraph.
fn children(chunk: &Element) -> impl Iterator<Item = Element> {
    let children = chunk.children();
    let count = if is_part(chunk) { 0 } else { children.length() };
    (0..count).filter_map(move |at| children.item(at))
}

fn is_part(chunk: &Element) -> bool {
    chunk.tag_name() == "SPAN"
}

/// The element of a chunk that shows its `nth` paragraph, or hides it; the chunk itself where it is a part of one.
pub(super) fn paragraph(chunk: usize, nth: usize) -> Option<HtmlElement> {
    let chunk = paper::chunk(chunk)?;
    if is_part(&chunk) {
        return Some(chunk);
    }
    let mut seen = 0;
    let shows = |element: &Element| {
        seen += count(element);
        seen > nth
    };
    children(&chunk).find(shows)?.dyn_into().ok()
}

/// The first chunk in view below the bars, and which of its paragraphs is the first.
pub fn first_in_view() -> Option<(usize, usize)> {
    let edge = bar() + 24.0;
    let number = paper::first_below(edge);
    let chunk = paper::chunk(number)?;
    let above = children(&chunk).take_while(|p| p.get_bounding_client_rect().bottom() < edge);
    Some((number, above.map(|element| count(&element)).sum()))
}

/// Brings a paragraph to the top: `chunk` holds it, as its `nth`.
pub fn scroll_to(chunk: usize, nth: usize) {
    // With room for the name of its part, yet no more than stands between two paragraphs above the edge.
    if let Some(top) = top(chunk, nth) {
        scroll_by(top - bar() - 40.0);
    }
}

/// Scrolls the page at once.
pub fn scroll_by(down: f64) {
    let options = ScrollToOptions::new();
    options.set_top(super::page::scrolled() + down);
    options.set_behavior(ScrollBehavior::Instant);
    window().scroll_to_with_scroll_to_options(&options);
}

/// Where the `nth` paragraph of a chunk begins, in pixels from the top of the window.
pub fn top(chunk: usize, nth: usize) -> Option<f64> {
    Some(paragraph(chunk, nth)?.get_bounding_client_rect().top())
}

/// The first paragraph of the quiet line that has the focus.
pub fn focused_fold() -> Option<usize> {
    document().active_element()?.get_attribute("data-fold")?.parse().ok()
}

/// Moves the focus to the quiet line that begins at this paragraph.
pub fn focus_fold(first: usize) {
    if let Some(line) = select(&["#proof [data-fold='", &first.to_string(), "']"].concat()) {
        focus_in_place(&line);
    }
}

//! The proof's paragraphs as the page holds them. A quiet line stands for the paragraphs that it hides.

use super::bars::bar;
use super::marks::focus_in_place;
use super::{document, select, select_all, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, ScrollBehavior, ScrollToOptions};

/// How many paragraphs an element of a chunk stands for: itself, or what it hides.
fn count(element: &Element) -> usize {
    element.get_attribute("data-blocks").map_or(1, |count| count.parse().unwrap_or(1))
}

fn children(chunk: &Element) -> impl Iterator<Item = Element> {
    let children = chunk.children();
    (0..children.length()).filter_map(move |at| children.item(at))
}

/// The element of a chunk that shows its `nth` paragraph, or hides it.
pub(super) fn paragraph(chunk: usize, nth: usize) -> Option<HtmlElement> {
    let chunk: Element = select(&["#proof [data-chunk='", &chunk.to_string(), "']"].concat())?.into();
    paragraph_of(&chunk, nth)
}

fn paragraph_of(chunk: &Element, nth: usize) -> Option<HtmlElement> {
    let mut seen = 0;
    let shows = |element: &Element| {
        seen += count(element);
        seen > nth
    };
    children(chunk).find(shows)?.dyn_into().ok()
}

/// The first paragraph of a chunk.
fn first(chunk: &Element) -> Option<usize> {
    chunk.get_attribute("data-first")?.parse().ok()
}

/// How far the page is scrolled, as the first paragraph in view and how much of it is above the edge.
pub fn paragraph_in_view() -> Option<usize> {
    let chunks = select_all("#proof .chunk");
    let edge = bar() + 24.0;
    let chunk = chunks.iter().find(|chunk| chunk.get_bounding_client_rect().bottom() > edge)?;
    let above = children(chunk).take_while(|p| p.get_bounding_client_rect().bottom() < edge);
    Some(first(chunk)? + above.map(|element| count(&element)).sum::<usize>())
}

/// Brings a paragraph to the top: `chunk` holds it, as its `nth`.
pub fn scroll_to(chunk: usize, nth: usize) {
    let Some(paragraph) = paragraph(chunk, nth) else { return };
    // With room for the name of its part, yet no more than stands between two paragraphs above the edge.
    scroll_by(paragraph.get_bounding_client_rect().top() - bar() - 40.0);
}

fn scroll_by(down: f64) {
    let options = ScrollToOptions::new();
    options.set_top(window().scroll_y().unwrap_or(0.0) + down);
    options.set_behavior(ScrollBehavior::Instant);
    window().scroll_to_with_scroll_to_options(&options);
}

/// The first paragraph in view and where it stands.
#[derive(Clone, Copy)]
pub struct Held {
    paragraph: usize,
    top: f64,
}

/// Remembers what is in view on a page that has been scrolled.
pub fn hold() -> Option<Held> {
    window().scroll_y().ok().filter(|scrolled| *scrolled > 1.0)?;
    let paragraph = paragraph_in_view()?;
    Some(Held { paragraph, top: top(paragraph)? })
}

impl Held {
    /// Brings it back to where it stood, though lines above it were hidden.
    pub fn put_back(self) {
        if let Some(now) = top(self.paragraph) {
            scroll_by(now - self.top);
        }
    }
}

fn top(paragraph: usize) -> Option<f64> {
    let chunks = select_all("#proof .chunk");
    let chunk = chunks.iter().rev().find(|chunk| first(chunk).is_some_and(|first| first <= paragraph))?;
    let shown = paragraph_of(chunk, paragraph - first(chunk)?)?;
    Some(shown.get_bounding_client_rect().top())
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

//! The paper: an element for each chunk of the proof. They stay while what is drawn in them changes.

use super::page::{by_id, document, window, window_height};
use std::cell::RefCell;
use std::ops::Range;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

thread_local! {
    /// A page has one proof.
    static PAPER: RefCell<Vec<HtmlElement>> = const { RefCell::new(Vec::new()) };
}

/// Lays out empty paper for so many chunks, instead of what was there. `part_of` says which paragraph a chunk is a
/// part of, if it is none of whole paragraphs.
pub fn lay(count: usize, part_of: &dyn Fn(usize) -> Option<usize>) {
    let Some(proof) = by_id("proof") else { return };
    proof.set_inner_html("");
    let mut chunks = Vec::new();
    let mut long: Option<(usize, Element)> = None;
    for number in 0..count {
        let part_of = part_of(number);
        if part_of != long.as_ref().map(|(paragraph, _)| *paragraph) {
            long = part_of.and_then(|paragraph| Some((paragraph, long_paragraph(&proof)?)));
        }
        let holder: &Element = long.as_ref().map_or(&*proof, |(_, paragraph)| paragraph);
        let name = if part_of.is_some() { "span" } else { "div" };
        chunks.extend(element(holder, name, "chunk").and_then(|chunk| {
            chunk.set_attribute("data-chunk", &number.to_string()).ok()?;
            chunk.dyn_into().ok()
        }));
    }
    PAPER.set(chunks);
}

/// A paragraph so long that it is drawn in parts.
fn long_paragraph(proof: &Element) -> Option<Element> {
    let paragraph = element(proof, "p", "body long")?;
    paragraph.set_attribute("dir", "auto").ok()?;
    Some(paragraph)
}

fn element(holder: &Element, name: &str, class: &str) -> Option<Element> {
    let element = document().create_element(name).ok()?;
    element.set_class_name(class);
    holder.append_child(&element).ok()?;
    Some(element)
}

/// Draws a chunk.
pub fn fill(number: usize, html: &str) {
    if let Some(chunk) = chunk(number) {
        chunk.set_inner_html(html);
    }
}

/// What the browser takes for a chunk's height until it has been in view, in pixels.
pub fn set_height(number: usize, pixels: usize) {
    if let Some(chunk) = chunk(number) {
        // Only a wrong name could fail here.
        let height = ["auto ", &pixels.to_string(), "px"].concat();
        let _ = chunk.style().set_property("contain-intrinsic-size", &height);
    }
}

/// Says of a paragraph drawn in parts which part of the article it is.
pub fn name_long(number: usize, part: Option<&str>) {
    let Some(paragraph) = chunk(number).and_then(|chunk| chunk.parent_element()) else { return };
    let _ = match part {
        Some(part) => paragraph.set_attribute("data-part", part),
        None => paragraph.remove_attribute("data-part"),
    };
}

pub(super) fn chunk(number: usize) -> Option<HtmlElement> {
    PAPER.with_borrow(|chunks| chunks.get(number).cloned())
}

/// The chunks no further than `margin` pixels from the window.
pub fn near(margin: f64) -> Range<usize> {
    let height = window_height();
    PAPER.with_borrow(|chunks| {
        let from = chunks.partition_point(|chunk| chunk.get_bounding_client_rect().bottom() < -margin);
        let below = |chunk: &&HtmlElement| chunk.get_bounding_client_rect().top() <= height + margin;
        from..from + chunks[from..].iter().take_while(below).count()
    })
}

/// The first chunk that ends below this edge of the window.
pub(super) fn first_below(edge: f64) -> usize {
    PAPER.with_borrow(|chunks| {
        chunks.partition_point(|chunk| chunk.get_bounding_client_rect().bottom() <= edge)
    })
}

/// Whether a chunk holds the focus or selected words, which drawing anew would lose.
pub fn is_in_use(number: usize) -> bool {
    let Some(chunk) = chunk(number) else { return false };
    let has_focus = document().active_element().is_some_and(|active| chunk.contains(Some(&active)));
    let selection = window().get_selection().ok().flatten().filter(|selection| !selection.is_collapsed());
    has_focus
        || selection.is_some_and(|found| {
            found.contains_node_with_allow_partial_containment(&chunk, true).unwrap_or(false)
        })
}

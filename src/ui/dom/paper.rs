//! The paper: an element for each chunk of the proof. They stay while what is drawn in them changes, so that
//! what looks for marks looks only where marks are drawn, and not through the whole of a long text.

use super::{by_id, document, window};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

#[derive(Default)]
struct Paper {
    chunks: Vec<HtmlElement>,
    /// Those in which marks are drawn.
    marked: BTreeSet<usize>,
}

thread_local! {
    /// A page has one proof.
    static PAPER: RefCell<Paper> = RefCell::default();
}

/// A chunk before anything is drawn in it.
pub struct Blank {
    /// What the browser takes for its height until it has been in view, in pixels.
    pub height: usize,
    /// The paragraph it is a part of.
    pub part_of: Option<usize>,
}

/// Lays out empty paper, instead of what was there.
pub fn lay(blanks: impl Iterator<Item = Blank>) {
    let Some(proof) = by_id("proof") else { return };
    proof.set_inner_html("");
    let mut chunks = Vec::new();
    let mut long: Option<(usize, Element)> = None;
    for (number, blank) in blanks.enumerate() {
        let Some(chunk) = blank_element(number, &blank) else { continue };
        if blank.part_of != long.as_ref().map(|(paragraph, _)| *paragraph) {
            long = blank.part_of.and_then(|paragraph| Some((paragraph, long_paragraph(&proof)?)));
        }
        // An element takes any other that is not above it.
        let _ = long.as_ref().map_or(&*proof, |(_, paragraph)| paragraph).append_child(&chunk);
        chunks.push(chunk);
    }
    PAPER.set(Paper { chunks, marked: BTreeSet::new() });
}

fn blank_element(number: usize, blank: &Blank) -> Option<HtmlElement> {
    let name = if blank.part_of.is_some() { "span" } else { "div" };
    let chunk: HtmlElement = document().create_element(name).ok()?.dyn_into().ok()?;
    chunk.set_class_name("chunk");
    chunk.set_attribute("data-chunk", &number.to_string()).ok()?;
    let height = ["auto ", &blank.height.to_string(), "px"].concat();
    chunk.style().set_property("contain-intrinsic-size", &height).ok()?;
    Some(chunk)
}

/// A paragraph so long that it is drawn in parts.
fn long_paragraph(proof: &Element) -> Option<Element> {
    let paragraph = document().create_element("p").ok()?;
    paragraph.set_class_name("body long");
    paragraph.set_attribute("dir", "auto").ok()?;
    proof.append_child(&paragraph).ok()?;
    Some(paragraph)
}

/// Draws a chunk.
pub fn fill(number: usize, html: &str, has_marks: bool) {
    PAPER.with_borrow_mut(|paper| {
        if has_marks {
            paper.marked.insert(number)
        } else {
            paper.marked.remove(&number)
        };
    });
    if let Some(chunk) = chunk(number) {
        chunk.set_inner_html(html);
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
    PAPER.with_borrow(|paper| paper.chunks.get(number).cloned())
}

/// The first element that `selector` finds in chunks with marks.
pub(super) fn find(selector: &str) -> Option<HtmlElement> {
    marked_chunks().iter().find_map(|chunk| chunk.query_selector(selector).ok()??.dyn_into().ok())
}

/// All elements that `selector` finds in chunks with marks.
pub(super) fn find_all(selector: &str) -> Vec<Element> {
    let lists = marked_chunks().into_iter().filter_map(|chunk| chunk.query_selector_all(selector).ok());
    lists.flat_map(|list| (0..list.length()).filter_map(move |at| list.get(at)?.dyn_into().ok())).collect()
}

fn marked_chunks() -> Vec<HtmlElement> {
    PAPER.with_borrow(|paper| paper.marked.iter().filter_map(|&at| paper.chunks.get(at).cloned()).collect())
}

/// The chunks no further than `margin` pixels from the window.
pub fn near(margin: f64) -> Range<usize> {
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(800.0);
    PAPER.with_borrow(|paper| {
        let chunks = &paper.chunks;
        let from = chunks.partition_point(|chunk| chunk.get_bounding_client_rect().bottom() < -margin);
        let below = |chunk: &&HtmlElement| chunk.get_bounding_client_rect().top() <= height + margin;
        from..from + chunks[from..].iter().take_while(below).count()
    })
}

/// The first chunk of which something is in view below the bars, and which of its paragraphs is the first.
pub fn first_in_view() -> Option<(usize, usize)> {
    let above = |element: &Element| element.get_bounding_client_rect().bottom() < 120.0;
    let number = PAPER.with_borrow(|paper| paper.chunks.partition_point(|chunk| above(chunk)));
    let paragraphs = chunk(number)?.children();
    let inside = (0..paragraphs.length()).filter_map(|at| paragraphs.item(at));
    Some((number, inside.take_while(above).count()))
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

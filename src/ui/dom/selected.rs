//! Which words of the proof are selected.

use super::page::window;
use super::paragraphs::count_before;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

/// A place in the proof.
pub struct Spot {
    /// The chunk.
    pub chunk: usize,
    /// Which of the chunk's paragraphs; 0 where the chunk is a part of one.
    pub nth: usize,
    /// Bytes of the paragraph, or of the part, before the place.
    pub bytes: usize,
}

/// Where the selection begins and ends; none where nothing of the proof is selected.
pub fn selected() -> Option<(Spot, Spot)> {
    let selection = window().get_selection().ok()?.filter(|selection| !selection.is_collapsed())?;
    let range = selection.get_range_at(0).ok()?;
    let start = spot(range.start_container().ok()?, range.start_offset().ok()?)?;
    let end = spot(range.end_container().ok()?, range.end_offset().ok()?)?;
    Some((start, end))
}

/// The paragraph that holds a place, and the words before it there. An end in front of a paragraph is its begin.
fn spot(node: Node, offset: u32) -> Option<Spot> {
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
    let chunk = element.closest("#proof .chunk").ok()??;
    let part = chunk.tag_name() == "SPAN";
    let paragraph = if part { chunk.clone() } else { element.closest("#proof .chunk > *").ok()?? };
    let before = super::page::document().create_range().ok()?;
    before.select_node_contents(&paragraph).ok()?;
    before.set_end(&node, offset).ok()?;
    let words: String = before.to_string().into();
    Some(Spot {
        chunk: chunk.get_attribute("data-chunk")?.parse().ok()?,
        nth: if part { 0 } else { count_before(&paragraph) },
        bytes: words.len(),
    })
}

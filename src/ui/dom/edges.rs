//! The handles at the ends of a mark: where they stand, and the words that are selected while one is dragged.

use super::{by_id, document, select, window};
use crate::view::MarkId;
use crate::view::extent::Edge;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::{DomRect, Element, HtmlElement, MouseEvent};

thread_local! {
    /// How far the words lie above the pointer that drags a handle, in pixels.
    static LIFT: Cell<f64> = const { Cell::new(0.0) };
}

fn mark(id: MarkId) -> Option<HtmlElement> {
    select(&["#proof [data-mark=", &id.key(), "]"].concat())
}

/// Puts the handles at the ends of a mark; none where there is none.
pub fn place_edges(id: Option<MarkId>) {
    let rects = id.and_then(mark).map(|mark| mark.get_client_rects()).filter(|rects| rects.length() > 0);
    let first = rects.as_ref().and_then(|rects| rects.get(0));
    let last = rects.as_ref().and_then(|rects| rects.get(rects.length() - 1));
    place("edge-start", first.map(|rect: DomRect| (rect.left(), rect.top())));
    place("edge-end", last.map(|rect: DomRect| (rect.right(), rect.bottom())));
}

fn place(handle: &str, at: Option<(f64, f64)>) {
    let Some(handle) = by_id(handle) else { return };
    handle.set_hidden(at.is_none());
    let Some((left, top)) = at else { return };
    let scrolled = window().scroll_y().unwrap_or(0.0);
    for (name, value) in [("left", left), ("top", top + scrolled)] {
        let _ = handle.style().set_property(name, &[&(value as i32).to_string(), "px"].concat());
    }
}

/// A handle has been grasped: it hears of the pointer wherever that goes, and the words under it are found.
pub fn grasp_edge(event: &MouseEvent) {
    event.prevent_default();
    let Some(handle) = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    let id = js_sys::Reflect::get(event, &"pointerId".into()).ok().and_then(|id| id.as_f64());
    let _ = id.map(|id| handle.set_pointer_capture(id as i32));
    let box_of = handle.get_bounding_client_rect();
    // The handle hangs over the begin of the first line, or under the end of the last.
    let line = if handle.id() == "edge-start" { box_of.bottom() + 4.0 } else { box_of.top() - 4.0 };
    LIFT.set(f64::from(event.client_y()) - line);
    let _ = handle.class_list().add_1("pulled");
}

/// Selects from the other end of the mark to the pointer.
pub fn pull_edge(id: MarkId, edge: Edge, event: &MouseEvent) {
    let drag = || {
        let range = document().create_range().ok()?;
        let mark = mark(id)?;
        range.select_node_contents(&mark).ok()?;
        range.collapse_with_to_start(edge == Edge::End);
        let (node, offset) = (range.start_container().ok()?, range.start_offset().ok()?);
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()) - LIFT.get());
        let there = document().caret_position_from_point(x as f32, y as f32)?;
        let to = there.offset_node()?;
        let element = to.dyn_ref::<Element>().cloned().or_else(|| to.parent_element())?;
        element.closest("#proof").ok()??;
        let selection = window().get_selection().ok()??;
        selection.set_base_and_extent(&node, offset, &to, there.offset()).ok()
    };
    let _ = drag();
}

/// The handle has been let go: nothing stays selected.
pub fn drop_edge() {
    for handle in ["edge-start", "edge-end"].into_iter().filter_map(by_id) {
        let _ = handle.class_list().remove_1("pulled");
    }
    if let Ok(Some(selection)) = window().get_selection() {
        let _ = selection.remove_all_ranges();
    }
}

//! The two handles at the ends of a mark: dragged, they select the words that the mark is to have.

use super::events::{listen, on_document};
use super::page::{document, select_all, window};
use crate::view::MarkId;
use std::cell::{Cell, RefCell};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, MouseEvent, Node, Range};

/// A handle that is dragged: the other end of the mark, which stays, and how far the finger is from the words.
struct Drag {
    end: (Node, u32),
    beside: (f64, f64),
}

/// So far a handle reaches under its mark, in pixels: the style sheet's .3rem.
const INWARDS: f64 = 4.8;

thread_local! {
    static HANDLES: RefCell<Vec<HtmlElement>> = const { RefCell::new(Vec::new()) };
    /// The mark that has the handles.
    static MARK: Cell<Option<MarkId>> = const { Cell::new(None) };
    static DRAG: RefCell<Option<Drag>> = const { RefCell::new(None) };
}

/// Puts the handles at the ends of a mark, or away where it has none.
pub fn place_handles(id: Option<MarkId>) {
    MARK.set(id);
    let mark = pieces();
    let ends = [ends_of(&mark, true), ends_of(&mark, false)];
    let scrolled = [window().scroll_x().unwrap_or(0.0), window().scroll_y().unwrap_or(0.0)];
    HANDLES.with_borrow(|handles| {
        for ((handle, end), begins) in handles.iter().zip(ends).zip([true, false]) {
            handle.set_hidden(end.is_none());
            let (left, top, _) = end.unwrap_or_default();
            // Whole ones, also where a mark stands at the edge of the window.
            let size = f64::from(handle.offset_width()) - INWARDS;
            let wide = document().document_element().map_or(0.0, |page| f64::from(page.client_width()));
            let left = if begins { left.max(size) } else { left.min(wide - size) };
            for (name, at) in [("left", left + scrolled[0]), ("top", top + scrolled[1])] {
                let _ = handle.style().set_property(name, &[&(at as i32).to_string(), "px"].concat());
            }
        }
    });
}

/// The mark as it is drawn: in one piece or, over several lines of the page, in more.
fn pieces() -> Vec<Element> {
    MARK.get().map(|id| select_all(&["#proof [data-mark=", &id.key(), "]"].concat())).unwrap_or_default()
}

/// Where a mark begins or ends: left, foot and half the height of its line.
fn ends_of(mark: &[Element], begins: bool) -> Option<(f64, f64, f64)> {
    let piece = if begins { mark.first() } else { mark.last() }?;
    let rects = piece.get_client_rects();
    let rect = rects.get(if begins { 0 } else { rects.length().checked_sub(1)? })?;
    let is_left = begins != piece.matches(":dir(rtl)").unwrap_or(false);
    Some((if is_left { rect.left() } else { rect.right() }, rect.bottom(), rect.height() / 2.0))
}

/// Makes the handles, and hears when one of them is let go.
pub fn on_handles(done: impl Fn() + 'static) {
    for begins in [true, false] {
        let Ok(handle) = document().create_element("div") else { return };
        let handle: HtmlElement = handle.unchecked_into();
        handle.set_class_name(if begins { "edge begins" } else { "edge" });
        handle.set_hidden(true);
        // Keys do the same, and are told.
        let _ = handle.set_attribute("aria-hidden", "true");
        if let Some(body) = document().body() {
            let _ = body.append_child(&handle);
        }
        listen(&handle, "pointerdown", move |event| {
            DRAG.set(take_hold(&event, begins));
            event.prevent_default();
            super::copy::set_selecting(true);
        });
        HANDLES.with_borrow_mut(|handles| handles.push(handle));
    }
    on_document("pointermove", |event| {
        DRAG.with_borrow(|drag| drag.as_ref().and_then(|drag| drag_to(drag, &event)));
    });
    on_document("pointerup", move |_| {
        if DRAG.take().is_some() {
            done();
        }
    });
    on_document("pointercancel", |_| drop(DRAG.take()));
}

fn take_hold(event: &Event, begins: bool) -> Option<Drag> {
    let pointer: &MouseEvent = event.unchecked_ref();
    let mark = pieces();
    let (left, foot, half) = ends_of(&mark, begins)?;
    let beside = (left - f64::from(pointer.client_x()), foot - half - f64::from(pointer.client_y()));
    let range = document().create_range().ok()?;
    range.select_node_contents(if begins { mark.last() } else { mark.first() }?).ok()?;
    Some(Drag { end: other_end(&range, begins)?, beside })
}

fn other_end(range: &Range, is_last: bool) -> Option<(Node, u32)> {
    Some(match is_last {
        true => (range.end_container().ok()?, range.end_offset().ok()?),
        false => (range.start_container().ok()?, range.start_offset().ok()?),
    })
}

/// Selects the words from the end that stays to where the handle is.
fn drag_to(drag: &Drag, event: &Event) -> Option<()> {
    let pointer: &MouseEvent = event.unchecked_ref();
    let (x, y) =
        (f64::from(pointer.client_x()) + drag.beside.0, f64::from(pointer.client_y()) + drag.beside.1);
    let found = document().caret_position_from_point(x as f32, y as f32)?;
    let selection = window().get_selection().ok()??;
    let (node, offset) = (&drag.end.0, drag.end.1);
    selection.set_base_and_extent(node, offset, &found.offset_node()?, found.offset()).ok()
}

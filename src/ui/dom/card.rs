//! Where the card of a mark goes.

use super::marks::focus_mark;
use super::page::{by_id, document, is_narrow, select, window};
use crate::view::MarkId;

/// Between a mark and the card below it its handles have room, in pixels.
const GAP: f64 = 18.0;

/// Puts the card below its mark, or above where there is more room, and never over the mark or the bars above the text;
/// what does not fit there scrolls. A sheet needs no place.
pub fn place_card(id: MarkId) {
    let Some(card) = by_id("card") else { return };
    let style = card.style();
    if is_narrow() {
        let _ = style.remove_property("left");
        let _ = style.remove_property("top");
        let _ = style.remove_property("max-height");
        return;
    }
    let mark = select(&["#proof [data-mark=", &id.key(), "]"].concat());
    let Some(rects) = mark.map(|mark| mark.get_client_rects()).filter(|rects| rects.length() > 0) else {
        return;
    };
    let (Some(first), Some(last)) = (rects.get(0), rects.get(rects.length() - 1)) else { return };
    let _ = style.remove_property("max-height");
    let size = card.get_bounding_client_rect();
    let length = |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|value| value.as_f64());
    let (width, height) =
        (length(window().inner_width()).unwrap_or(1200.0), length(window().inner_height()).unwrap_or(800.0));
    let bars = by_id("layers").map_or(0.0, |layers| layers.get_bounding_client_rect().bottom().max(0.0));
    let (over, under) = (first.top() - 14.0 - 8.0 - bars, height - 8.0 - last.bottom() - GAP);
    let is_under = size.height() <= under || under >= over;
    // A mark that fills the window leaves no room beside it: the card then lies over its end.
    let room = (if is_under { under } else { over }).max(240.0).min(height - 16.0);
    let tall = size.height().min(room);
    let top =
        if is_under { (last.bottom() + GAP).min(height - 8.0 - tall) } else { first.top() - tall - 14.0 };
    let top = top.max(8.0);
    let left = (if is_under { last.left() } else { first.left() }).min(width - size.width() - 16.0).max(8.0);
    let _ = style.set_property("max-height", &[&(room as i32).to_string(), "px"].concat());
    let scrolled = window().scroll_y().unwrap_or(0.0);
    let _ = style.set_property("left", &[&(left as i32).to_string(), "px"].concat());
    let _ = style.set_property("top", &[&((top + scrolled) as i32).to_string(), "px"].concat());
}

/// Moves the focus into the card.
pub fn focus_card() {
    super::focus::focus("card");
}

/// Gives the focus back to the mark when it was in the card.
pub fn hide_card_focus(id: MarkId) {
    let inside = document().active_element().and_then(|element| element.closest("#card").ok().flatten());
    if inside.is_some() {
        focus_mark(id);
    }
}

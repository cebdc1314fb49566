//! Draws what belongs to a chosen quotation: boxes laid over the words, which stay as they are.

use super::paragraphs::paragraph;
use super::{document, select_all};
use wasm_bindgen::JsCast;
use web_sys::{DomRect, Element, HtmlElement, Node};

/// Words to be drawn over, as the page finds them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkPlace {
    /// The classes of its boxes.
    pub class: &'static str,
    /// Which part of the proof.
    pub chunk: usize,
    /// Which paragraph of the part.
    pub nth: usize,
    /// From here, in UTF-16 units of the paragraph.
    pub start: usize,
    /// To here.
    pub end: usize,
}

/// Takes all boxes away.
pub fn clear_links() {
    select_all("#proof .link").iter().for_each(|link| link.remove());
}

/// Draws boxes over the words, one a line of text. They lie in the words' paragraph, so that they
/// move with it.
pub fn draw_links(places: &[LinkPlace]) {
    for place in places {
        let Some(paragraph) = paragraph(place.chunk, place.nth) else { continue };
        let Some(boxes) = boxes(&paragraph, place) else { continue };
        let origin = paragraph.get_bounding_client_rect();
        for found in boxes {
            // A box that the browser refuses is one line less.
            let _ = lay(&paragraph, place.class, &origin, &found);
        }
    }
}

/// The rectangles of the words, those of one line joined.
fn boxes(paragraph: &Element, place: &LinkPlace) -> Option<Vec<[f64; 4]>> {
    let range = document().create_range().ok()?;
    let (node, at) = letter(paragraph, place.start)?;
    range.set_start(&node, at).ok()?;
    let (node, at) = letter(paragraph, place.end.saturating_sub(1))?;
    range.set_end(&node, at + 1).ok()?;
    let rects = range.get_client_rects()?;
    let mut boxes: Vec<[f64; 4]> = Vec::new();
    for rect in (0..rects.length()).filter_map(|at| rects.get(at)) {
        let (left, top, right, bottom) = (rect.left(), rect.top(), rect.right(), rect.bottom());
        match boxes.last_mut().filter(|last| top < last[3] - 4.0 && bottom > last[1] + 4.0) {
            Some(last) => {
                *last = [last[0].min(left), last[1].min(top), last[2].max(right), last[3].max(bottom)]
            }
            None if right > left => boxes.push([left, top, right, bottom]),
            None => {}
        }
    }
    Some(boxes)
}

/// The text node that holds a letter of a paragraph, and the place in it.
fn letter(paragraph: &Element, mut offset: usize) -> Option<(Node, u32)> {
    let mut waiting: Vec<Node> = vec![paragraph.clone().into()];
    while let Some(node) = waiting.pop() {
        if node.node_type() == Node::TEXT_NODE {
            let length = node.node_value().unwrap_or_default().encode_utf16().count();
            if offset < length {
                return Some((node, offset as u32));
            }
            offset -= length;
        }
        let children = node.child_nodes();
        waiting.extend((0..children.length()).rev().filter_map(|at| children.get(at)));
    }
    None
}

fn lay(
    paragraph: &Element,
    class: &str,
    origin: &DomRect,
    found: &[f64; 4],
) -> Result<(), wasm_bindgen::JsValue> {
    let link: HtmlElement = document().create_element("span")?.unchecked_into();
    link.set_class_name(class);
    link.set_attribute("aria-hidden", "true")?;
    let [left, top, right, bottom] = found;
    let sides = [
        ("left", left - origin.left()),
        ("top", top - origin.top()),
        ("width", right - left),
        ("height", bottom - top),
    ];
    for (side, pixels) in sides {
        link.style().set_property(side, &[&(pixels as i32).to_string(), "px"].concat())?;
    }
    paragraph.append_child(&link).map(drop)
}

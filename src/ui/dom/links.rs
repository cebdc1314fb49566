//! Draws what belongs to a chosen quotation: boxes laid over the words, which stay as they are.

use super::page::{document, select_all};
use super::paragraphs::paragraph;
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

/// The rectangles of the words, those of one line joined. Each run of words is asked by itself: a range over
/// several takes in the notes that hang between them in the margin.
fn boxes(paragraph: &Element, place: &LinkPlace) -> Option<Vec<[f64; 4]>> {
    let range = document().create_range().ok()?;
    let mut rects = Vec::new();
    for (node, from, to) in words(paragraph, place.start, place.end) {
        range.set_start(&node, from).ok()?;
        range.set_end(&node, to).ok()?;
        let found = range.get_client_rects()?;
        rects.extend((0..found.length()).filter_map(|at| found.get(at)));
    }
    let mut boxes: Vec<[f64; 4]> = Vec::new();
    for rect in rects {
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

/// The text nodes of a paragraph between two places, each with the part of it that lies there.
fn words(paragraph: &Element, start: usize, end: usize) -> Vec<(Node, u32, u32)> {
    let mut found = Vec::new();
    let mut waiting: Vec<Node> = vec![paragraph.clone().into()];
    let mut at = 0;
    while let Some(node) = waiting.pop() {
        if node.node_type() == Node::TEXT_NODE {
            let length = node.node_value().unwrap_or_default().encode_utf16().count();
            let (from, to) = (start.clamp(at, at + length), end.clamp(at, at + length));
            if from < to {
                found.push((node, (from - at) as u32, (to - at) as u32));
            }
            at += length;
            continue;
        }
        let children = node.child_nodes();
        waiting.extend((0..children.length()).rev().filter_map(|at| children.get(at)));
    }
    found
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

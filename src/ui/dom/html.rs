//! HTML from the clipboard or a file, read without running or loading anything.

use crate::import::{Imported, Rich, Tag};
use wasm_bindgen::JsCast;
use web_sys::{DomParser, Element, Node, SupportedType};

/// Reads HTML into an article. `DOMParser` makes an inert document: no script of it runs, no
/// picture of it is fetched, and nothing of it but words and paragraph kinds goes any further.
pub fn read_html(html: &str) -> Option<Imported> {
    let parsed = DomParser::new().ok()?.parse_from_string(html, SupportedType::TextHtml).ok()?;
    let mut rich = Rich::default();
    walk(parsed.body()?.unchecked_ref(), &mut rich);
    Some(rich.finish())
}

/// Walks without recursion, so that markup nested a million deep costs no stack.
fn walk(root: &Node, rich: &mut Rich) {
    let mut next = root.first_child();
    while let Some(node) = next {
        if enter(&node, rich) {
            if let Some(child) = node.first_child() {
                next = Some(child);
                continue;
            }
            leave(&node, rich);
        }
        next = after(root, node, rich);
    }
}

/// The node that follows in reading order, closing what ends on the way.
fn after(root: &Node, node: Node, rich: &mut Rich) -> Option<Node> {
    let mut node = node;
    loop {
        if let Some(sibling) = node.next_sibling() {
            return Some(sibling);
        }
        node = node.parent_node()?;
        if node.is_same_node(Some(root)) {
            return None;
        }
        leave(&node, rich);
    }
}

/// Takes in a node; whether to look inside.
fn enter(node: &Node, rich: &mut Rich) -> bool {
    match node.node_type() {
        Node::TEXT_NODE => {
            rich.words(&node.node_value().unwrap_or_default());
            false
        }
        Node::ELEMENT_NODE => rich.open(&tag_of(node.unchecked_ref())),
        _ => false,
    }
}

fn leave(node: &Node, rich: &mut Rich) {
    if node.node_type() == Node::ELEMENT_NODE {
        rich.close();
    }
}

fn tag_of(element: &Element) -> Tag {
    let mut tag = Tag::new(element.local_name());
    if element.has_attributes() {
        for name in element.get_attribute_names().iter().filter_map(|name| name.as_string()) {
            if let Some(value) = Tag::asks(&name).then(|| element.get_attribute(&name)).flatten() {
                tag.set(&name, value);
            }
        }
    }
    tag
}

//! HTML from the clipboard or a file, read without running or loading anything.

use crate::import::{Blocks, Imported, tag_role};
use wasm_bindgen::JsCast;
use web_sys::{DomParser, Element, Node, SupportedType};

/// Reads HTML into an article. `DOMParser` makes an inert document: no script of it runs, no
/// picture of it is fetched, and nothing of it but words and paragraph kinds goes any further.
pub fn read_html(html: &str) -> Option<Imported> {
    let parsed = DomParser::new().ok()?.parse_from_string(html, SupportedType::TextHtml).ok()?;
    let mut blocks = Blocks::default();
    walk(parsed.body()?.unchecked_ref(), &mut blocks);
    Some(blocks.finish())
}

/// Walks without recursion, so that markup nested a million deep costs no stack.
fn walk(root: &Node, blocks: &mut Blocks) {
    let mut next = root.first_child();
    while let Some(node) = next {
        if enter(&node, blocks) {
            if let Some(child) = node.first_child() {
                next = Some(child);
                continue;
            }
            leave(&node, blocks);
        }
        next = after(root, node, blocks);
    }
}

/// The node that follows in reading order, closing what ends on the way.
fn after(root: &Node, node: Node, blocks: &mut Blocks) -> Option<Node> {
    let mut node = node;
    loop {
        if let Some(sibling) = node.next_sibling() {
            return Some(sibling);
        }
        node = node.parent_node()?;
        if node.is_same_node(Some(root)) {
            return None;
        }
        leave(&node, blocks);
    }
}

/// Takes in a node; whether to look inside.
fn enter(node: &Node, blocks: &mut Blocks) -> bool {
    match node.node_type() {
        Node::TEXT_NODE => {
            blocks.words(&node.node_value().unwrap_or_default());
            false
        }
        Node::ELEMENT_NODE => {
            let element: &Element = node.unchecked_ref();
            !element.has_attribute("hidden") && blocks.open(tag_role(&element.local_name()))
        }
        _ => false,
    }
}

fn leave(node: &Node, blocks: &mut Blocks) {
    if let Some(element) = node.dyn_ref::<Element>() {
        blocks.close(tag_role(&element.local_name()));
    }
}

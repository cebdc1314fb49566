//! The way through a parser's tree.

use super::Rich;
use super::tag::Tag;

/// A node of the tree that a parser of HTML made: the browser's own, or the command line's.
pub trait Node: Sized {
    /// What it is.
    fn content(&self) -> Content;
    /// The first node inside.
    fn first_child(&self) -> Option<Self>;
    /// The node beside it, in the source's order.
    fn next_sibling(&self) -> Option<Self>;
    /// The node around it.
    fn parent(&self) -> Option<Self>;
}

/// What a node is.
pub enum Content {
    /// Words between tags.
    Words(String),
    /// An element.
    Element(Tag),
    /// A comment and the like.
    Other,
}

/// Tells a reader of a node and of all that is inside, without recursion, so that markup nested a million
/// deep costs no stack.
pub fn walk(root: impl Node, rich: &mut Rich) {
    let mut depth = 0;
    let mut next = Some(root);
    while let Some(node) = next {
        if enter(&node, rich) {
            if let Some(child) = node.first_child() {
                depth += 1;
                next = Some(child);
                continue;
            }
            rich.close();
        }
        next = after(node, &mut depth, rich);
    }
}

/// The node that follows in reading order, closing what ends on the way.
fn after<N: Node>(node: N, depth: &mut usize, rich: &mut Rich) -> Option<N> {
    let mut node = node;
    while *depth > 0 {
        if let Some(sibling) = node.next_sibling() {
            return Some(sibling);
        }
        node = node.parent()?;
        *depth -= 1;
        rich.close();
    }
    None
}

/// Takes in a node; whether to look inside.
fn enter(node: &impl Node, rich: &mut Rich) -> bool {
    match node.content() {
        Content::Words(words) => {
            rich.words(&words);
            false
        }
        Content::Element(tag) => rich.open(&tag),
        Content::Other => false,
    }
}

//! HTML from the clipboard or a file, read without running or loading anything.

use crate::import::rich::walk::{Content, Node, walk};
use crate::import::rich::{Rich, Tag};
use crate::import::{Imported, QUIET_STYLE, quiet};
use wasm_bindgen::JsCast;
use web_sys::{DomParser, Element, SupportedType};

/// Reads HTML into an article. `DOMParser` makes an inert document: no script of it runs, no
/// picture of it is fetched, its styles do not trouble the page's policy, and nothing of it but words and what is said of them goes any further.
pub fn read_html(html: &str) -> Option<Imported> {
    let parsed = DomParser::new().ok()?.parse_from_string(&quiet(html), SupportedType::TextHtml).ok()?;
    let mut rich = Rich::default();
    walk(Parsed(parsed.body()?.into()), &mut rich);
    Some(rich.finish())
}

/// A node of the browser's tree.
struct Parsed(web_sys::Node);

impl Node for Parsed {
    fn content(&self) -> Content {
        match self.0.node_type() {
            web_sys::Node::TEXT_NODE => Content::Words(self.0.node_value().unwrap_or_default()),
            web_sys::Node::ELEMENT_NODE => Content::Element(tag_of(self.0.unchecked_ref())),
            _ => Content::Other,
        }
    }

    fn first_child(&self) -> Option<Self> {
        self.0.first_child().map(Parsed)
    }

    fn next_sibling(&self) -> Option<Self> {
        self.0.next_sibling().map(Parsed)
    }

    fn parent(&self) -> Option<Self> {
        self.0.parent_node().map(Parsed)
    }
}

fn tag_of(element: &Element) -> Tag {
    let mut tag = Tag::new(element.local_name());
    if element.has_attributes() {
        for name in element.get_attribute_names().iter().filter_map(|name| name.as_string()) {
            let meant = if name == QUIET_STYLE { "style" } else { &name };
            if let Some(value) = Tag::asks(meant).then(|| element.get_attribute(&name)).flatten() {
                tag.set(meant, value);
            }
        }
    }
    tag
}

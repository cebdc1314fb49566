//! A tree of nodes that lie in one list, as a parser builds it.

use crate::import::rich::Tag;
use crate::import::rich::walk::{Content, Node};
use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{Attribute, ParseOpts, QualName, parse_document};
use std::borrow::Cow;
use std::cell::{Ref, RefCell};

/// Parses HTML as a page without scripts, like the browser's `DOMParser`.
pub(super) fn parse(html: &str) -> Tree {
    let tree_builder = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let options = ParseOpts { tree_builder, ..ParseOpts::default() };
    parse_document(Tree::new(), options).one(html)
}

/// All nodes of a document; the first is the document itself.
pub(super) struct Tree {
    nodes: RefCell<Vec<Entry>>,
}

/// A node and its neighbours, by their places in the list.
struct Entry {
    data: Data,
    parent: Option<usize>,
    before: Option<usize>,
    after: Option<usize>,
    first: Option<usize>,
    last: Option<usize>,
}

enum Data {
    Element(QualName, Vec<Attribute>),
    Words(StrTendril),
    Other,
}

/// A node of the tree.
#[derive(Clone, Copy)]
pub(super) struct Handle<'t> {
    tree: &'t Tree,
    at: usize,
}

impl Tree {
    fn new() -> Self {
        let tree = Tree { nodes: RefCell::default() };
        tree.add(Data::Other);
        tree
    }

    /// The document's body.
    pub fn body(&self) -> Option<Handle<'_>> {
        let root = Handle { tree: self, at: 0 };
        root.child_called("html")?.child_called("body")
    }

    fn add(&self, data: Data) -> usize {
        let entry = Entry { data, parent: None, before: None, after: None, first: None, last: None };
        self.nodes.borrow_mut().push(entry);
        self.nodes.borrow().len() - 1
    }

    /// Puts a node that stands nowhere into a parent, before one of its children or at its end.
    fn link(&self, at: usize, parent: usize, next: Option<usize>) {
        let mut nodes = self.nodes.borrow_mut();
        let before = next.map_or(nodes[parent].last, |next| nodes[next].before);
        nodes[at].parent = Some(parent);
        nodes[at].before = before;
        nodes[at].after = next;
        match before {
            Some(before) => nodes[before].after = Some(at),
            None => nodes[parent].first = Some(at),
        }
        match next {
            Some(next) => nodes[next].before = Some(at),
            None => nodes[parent].last = Some(at),
        }
    }

    fn unlink(&self, at: usize) {
        let mut nodes = self.nodes.borrow_mut();
        let Some(parent) = nodes[at].parent.take() else { return };
        let (before, after) = (nodes[at].before.take(), nodes[at].after.take());
        match before {
            Some(before) => nodes[before].after = after,
            None => nodes[parent].first = after,
        }
        match after {
            Some(after) => nodes[after].before = before,
            None => nodes[parent].last = before,
        }
    }

    /// Puts a node or words in; words go on with words that stand before.
    fn insert(&self, child: NodeOrText<usize>, parent: usize, next: Option<usize>) {
        let at = match child {
            NodeOrText::AppendNode(at) => at,
            NodeOrText::AppendText(words) => {
                let mut nodes = self.nodes.borrow_mut();
                let before = next.map_or(nodes[parent].last, |next| nodes[next].before);
                if let Some(Data::Words(written)) = before.map(|before| &mut nodes[before].data) {
                    return written.push_tendril(&words);
                }
                drop(nodes);
                self.add(Data::Words(words))
            }
        };
        self.unlink(at);
        self.link(at, parent, next);
    }
}

impl TreeSink for Tree {
    type Handle = usize;
    type Output = Tree;
    type ElemName<'a> = Ref<'a, QualName>;

    fn finish(self) -> Tree {
        self
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> usize {
        0
    }

    fn elem_name<'a>(&'a self, target: &'a usize) -> Ref<'a, QualName> {
        Ref::map(self.nodes.borrow(), |nodes| match &nodes[*target].data {
            Data::Element(name, _) => name,
            Data::Words(_) | Data::Other => unreachable!("the parser asks elements alone"),
        })
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> usize {
        self.add(Data::Element(name, attributes))
    }

    fn create_comment(&self, _: StrTendril) -> usize {
        self.add(Data::Other)
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> usize {
        self.add(Data::Other)
    }

    fn append(&self, parent: &usize, child: NodeOrText<usize>) {
        self.insert(child, *parent, None);
    }

    fn append_based_on_parent_node(&self, element: &usize, previous: &usize, child: NodeOrText<usize>) {
        if self.nodes.borrow()[*element].parent.is_some() {
            self.append_before_sibling(element, child);
        } else {
            self.append(previous, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    /// What a template holds is no part of the page: it hangs in a node of its own.
    fn get_template_contents(&self, _: &usize) -> usize {
        self.add(Data::Other)
    }

    fn same_node(&self, one: &usize, other: &usize) -> bool {
        one == other
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &usize, child: NodeOrText<usize>) {
        let parent = self.nodes.borrow()[*sibling].parent;
        if let Some(parent) = parent {
            self.insert(child, parent, Some(*sibling));
        }
    }

    fn add_attrs_if_missing(&self, target: &usize, more: Vec<Attribute>) {
        if let Data::Element(_, attributes) = &mut self.nodes.borrow_mut()[*target].data {
            let missing = |one: &Attribute| !attributes.iter().any(|known| known.name == one.name);
            let missing: Vec<Attribute> = more.into_iter().filter(missing).collect();
            attributes.extend(missing);
        }
    }

    fn remove_from_parent(&self, target: &usize) {
        self.unlink(*target);
    }

    fn reparent_children(&self, node: &usize, new_parent: &usize) {
        loop {
            let first = self.nodes.borrow()[*node].first;
            let Some(first) = first else { return };
            self.unlink(first);
            self.link(first, *new_parent, None);
        }
    }
}

impl Handle<'_> {
    fn beside(self, neighbour: fn(&Entry) -> Option<usize>) -> Option<Self> {
        let at = neighbour(&self.tree.nodes.borrow()[self.at])?;
        Some(Handle { at, ..self })
    }

    fn child_called(self, name: &str) -> Option<Self> {
        let mut next = self.first_child();
        while let Some(child) = next {
            if matches!(&self.tree.nodes.borrow()[child.at].data, Data::Element(found, _) if &*found.local == name)
            {
                return Some(child);
            }
            next = child.next_sibling();
        }
        None
    }
}

impl Node for Handle<'_> {
    fn content(&self) -> Content {
        match &self.tree.nodes.borrow()[self.at].data {
            Data::Words(words) => Content::Words(words.to_string()),
            Data::Other => Content::Other,
            Data::Element(name, attributes) => {
                let mut tag = Tag::new(&*name.local);
                attributes.iter().for_each(|one| tag.set(&one.name.local, &*one.value));
                Content::Element(tag)
            }
        }
    }

    fn first_child(&self) -> Option<Self> {
        self.beside(|entry| entry.first)
    }

    fn next_sibling(&self) -> Option<Self> {
        self.beside(|entry| entry.after)
    }

    fn parent(&self) -> Option<Self> {
        self.beside(|entry| entry.parent)
    }
}

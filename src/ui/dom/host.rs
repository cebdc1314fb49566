//! The draft as the browser edits it: one field, an element for each line, no marks among the words.
//!
//! What a person types inside a line the browser does itself, with its caret, its input methods and its dictionary; the
//! page reads the line afterwards. All else the page does and draws.

use super::page::{by_id, document, window, window_height};
use std::cell::RefCell;
use std::ops::Range as Lines;
use wasm_bindgen::JsCast;
use web_sys::{
    DragEvent, Element, Event, HtmlElement, InputEvent, Node, Range, ScrollIntoViewOptions,
    ScrollLogicalPosition, Selection,
};

thread_local! {
    /// A page has one draft.
    static LINES: RefCell<Vec<HtmlElement>> = const { RefCell::new(Vec::new()) };
}

/// A place in the draft: a line, and bytes of its words before the place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Caret {
    /// The line.
    pub line: usize,
    /// Bytes of its words.
    pub byte: usize,
}

fn host() -> Option<HtmlElement> {
    by_id("draft")
}

/// Shows the draft instead of the proof, or the proof again.
pub fn show_draft(shown: bool) {
    for (id, shown) in [("draft", shown), ("proof", !shown)] {
        if let Some(element) = by_id(id) {
            let _ =
                if shown { element.remove_attribute("hidden") } else { element.set_attribute("hidden", "") };
        }
    }
    if !shown {
        if let Some(host) = host() {
            host.set_inner_html("");
        }
        LINES.take();
    }
}

/// Lays out all lines: each as the class it is set in, and its words.
pub fn lay_draft<'w>(lines: impl Iterator<Item = (&'w str, &'w str)>) {
    let Some(host) = host() else { return };
    let mut html = String::new();
    lines.for_each(|(class, words)| write_line(&mut html, class, words));
    host.set_inner_html(&html);
    LINES.set(children(&host));
}

/// Puts other lines in the place of some.
pub fn replace_lines<'w>(old: Lines<usize>, lines: impl Iterator<Item = (&'w str, &'w str)>) {
    let mut html = String::new();
    lines.for_each(|(class, words)| write_line(&mut html, class, words));
    let Ok(holder) = document().create_element("div") else { return };
    holder.set_inner_html(&html);
    let new = children(&holder);
    LINES.with_borrow_mut(|lines| {
        let next: Option<Node> = lines.get(old.end).map(|line| line.clone().into());
        let Some(host) = host() else { return };
        lines[old.start..old.end.min(lines.len())].iter().for_each(|line| line.remove());
        for line in &new {
            let _ = host.insert_before(line, next.as_ref());
        }
        let end = old.end.min(lines.len());
        lines.splice(old.start..end, new);
    });
}

fn write_line(html: &mut String, class: &str, words: &str) {
    html.push_str("<p dir=\"auto\"");
    crate::view::html::attribute(html, "class", class);
    html.push('>');
    crate::view::html::escape(html, words);
    // A line without words needs something to stand in.
    html.push_str(if words.is_empty() { "<br></p>" } else { "</p>" });
}

fn children(holder: &Element) -> Vec<HtmlElement> {
    let children = holder.children();
    (0..children.length()).filter_map(|at| children.item(at)?.dyn_into().ok()).collect()
}

/// The class that a line is set in.
pub fn line_class(line: usize) -> String {
    LINES.with_borrow(|lines| lines.get(line).map(|line| line.class_name()).unwrap_or_default())
}

/// Sets a line in another class.
pub fn set_line(line: usize, class: &str) {
    LINES.with_borrow(|lines| {
        if let Some(line) = lines.get(line).filter(|line| line.class_name() != class) {
            line.set_class_name(class);
        }
    });
}

/// The words of a line as they stand in it now. Its text is put into one piece where it is `at_rest`: while words are
/// being composed nothing in it may be touched.
pub fn line_words(line: usize, at_rest: bool) -> Option<String> {
    LINES.with_borrow(|lines| {
        let line = lines.get(line)?;
        if at_rest && line.child_nodes().length() > 1 {
            line.normalize();
        }
        line.text_content()
    })
}

/// Whether the browser has left the draft as many lines as the page knows.
pub fn has_own_lines() -> bool {
    let children = host().map(|host| host.child_nodes().length() as usize);
    LINES.with_borrow(|lines| children == Some(lines.len()))
}

/// All words in the draft as the browser has them, a line each.
pub fn all_words() -> String {
    let Some(host) = host() else { return String::new() };
    let nodes = host.child_nodes();
    let words = (0..nodes.length()).filter_map(|at| nodes.item(at)?.text_content());
    words.collect::<Vec<_>>().join("\n")
}

/// Where the selection begins and ends; both alike where only the caret stands there. None outside the draft.
pub fn selection() -> Option<(Caret, Caret)> {
    let range = current()?.get_range_at(0).ok()?;
    let start = place(range.start_container().ok()?, range.start_offset().ok()?)?;
    let end = place(range.end_container().ok()?, range.end_offset().ok()?)?;
    Some((start, end))
}

fn current() -> Option<Selection> {
    window().get_selection().ok()?.filter(|selection| selection.range_count() > 0)
}

/// The place in the draft under a point of the window.
pub fn place_under(x: f32, y: f32) -> Option<Caret> {
    let found = document().caret_position_from_point(x, y)?;
    place(found.offset_node()?, found.offset())
}

fn place(node: Node, offset: u32) -> Option<Caret> {
    let host = host()?;
    if node == *host.unchecked_ref::<Node>() {
        let line = offset as usize;
        let last = LINES.with_borrow(|lines| lines.len().saturating_sub(1));
        return Some(match line > last {
            true => Caret { line: last, byte: line_words(last, false)?.len() },
            false => Caret { line, byte: 0 },
        });
    }
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
    let line = element.closest("#draft > *").ok()??;
    let before = document().create_range().ok()?;
    before.select_node_contents(&line).ok()?;
    before.set_end(&node, offset).ok()?;
    Some(Caret { line: number_of(&line)?, byte: String::from(before.to_string()).len() })
}

/// Which line an element is: found by halves, for a draft may have many.
fn number_of(line: &Element) -> Option<usize> {
    LINES.with_borrow(|lines| {
        let at = lines.partition_point(|other| {
            other.compare_document_position(line) & Node::DOCUMENT_POSITION_FOLLOWING != 0
        });
        lines.get(at).filter(|found| found.is_same_node(Some(line))).map(|_| at)
    })
}

/// Selects from one place to another, or sets the caret where both are the same.
pub fn select_in_draft(from: Caret, to: Caret) {
    let (Some(start), Some(end)) = (point(from), point(to)) else { return };
    if let Some(selection) = window().get_selection().ok().flatten() {
        let _ = selection.set_base_and_extent(&start.0, start.1, &end.0, end.1);
    }
}

/// Gives the draft the focus without scrolling.
pub fn focus_draft() {
    super::focus::focus_quietly("draft");
}

/// Shows a line, scrolling no further than it needs.
pub fn show_line(line: usize, in_the_middle: bool) {
    LINES.with_borrow(|lines| {
        let Some(line) = lines.get(line) else { return };
        let options = ScrollIntoViewOptions::new();
        let block =
            if in_the_middle { ScrollLogicalPosition::Center } else { ScrollLogicalPosition::Nearest };
        options.set_block(block);
        line.scroll_into_view_with_scroll_into_view_options(&options);
    });
}

/// Where a line begins, in pixels from the top of the window.
pub fn line_top(line: usize) -> Option<f64> {
    LINES.with_borrow(|lines| Some(lines.get(line)?.get_bounding_client_rect().top()))
}

/// The lines no further than `margin` pixels from the window.
pub fn lines_near(margin: f64) -> Lines<usize> {
    let height = window_height();
    LINES.with_borrow(|lines| {
        let from = lines.partition_point(|line| line.get_bounding_client_rect().bottom() < -margin);
        let below = |line: &HtmlElement| line.get_bounding_client_rect().top() <= height + margin;
        from..from + lines[from..].partition_point(below)
    })
}

/// The words from one place to another, for a highlight.
pub fn range_between(from: Caret, to: Caret) -> Option<Range> {
    let (start, end) = (point(from)?, point(to)?);
    let range = document().create_range().ok()?;
    range.set_start(&start.0, start.1).ok()?;
    range.set_end(&end.0, end.1).ok()?;
    Some(range)
}

/// The node that holds a place, and how far in it, as the browser counts.
fn point(at: Caret) -> Option<(Node, u32)> {
    LINES.with_borrow(|lines| {
        let line = lines.get(at.line)?;
        let mut rest = at.byte;
        let nodes = line.child_nodes();
        for node in (0..nodes.length()).filter_map(|at| nodes.item(at)) {
            let words = node.text_content().unwrap_or_default();
            if node.node_type() == Node::TEXT_NODE && rest <= words.len() {
                let before = words.get(..rest)?;
                let units = if before.is_ascii() { rest } else { before.encode_utf16().count() };
                return Some((node, units as u32));
            }
            rest = rest.saturating_sub(words.len());
        }
        Some((line.clone().into(), 0))
    })
}

/// Listens in the draft for as long as the page lives.
pub fn on_draft(event: &str, run: impl FnMut(Event) + 'static) {
    if let Some(host) = host() {
        super::events::listen(&host, event, run);
    }
}

/// What the browser is about to do in the draft.
pub struct Typed {
    /// What it calls that: "insertText".
    pub kind: String,
    /// The words it brings.
    pub words: String,
}

/// What a `beforeinput` event is about.
pub fn typed(event: &Event) -> Option<Typed> {
    let event: &InputEvent = event.dyn_ref()?;
    Some(Typed { kind: event.input_type(), words: event.data().unwrap_or_default() })
}

/// Whether words are being composed.
pub fn is_composing(event: &Event) -> bool {
    event.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing)
}

/// The plain words of a paste or a drop, with line ends of one kind and no letters that no text has.
pub fn plain_words(event: &Event) -> Option<String> {
    let words = super::events::transfer(event)?.get_data("text/plain").ok()?;
    let words = words.replace("\r\n", "\n").replace(['\r', '\u{b}', '\u{c}', '\u{2028}', '\u{2029}'], "\n");
    Some(words.replace('\0', "\u{fffd}")).filter(|words| !words.is_empty())
}

/// Puts words on the clipboard of a copy or a cut; false where there are none.
pub fn set_copied(event: &Event, words: &str) -> bool {
    let data = super::events::transfer(event).filter(|_| !words.is_empty());
    data.is_some_and(|data| data.set_data("text/plain", words).is_ok())
}

/// The words of a drop, where they fell, and whether they are the page's own and are to be moved.
pub fn dropped(event: &Event) -> Option<(String, Option<Caret>, bool)> {
    let words = plain_words(event)?;
    let drag: &DragEvent = event.dyn_ref()?;
    let place = place_under(drag.client_x() as f32, drag.client_y() as f32);
    let own = super::events::is_own_drag(event) && !drag.ctrl_key() && !drag.alt_key();
    Some((words, place, own))
}

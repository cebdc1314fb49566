//! The marks of the proof as elements: choosing, focusing and scrolling to them.

use super::bars::bar;
use super::focus::focus_in_place;
use super::links::{LinkPlace, clear_links, draw_links};
use super::page::{document, is_narrow, select, select_all, wants_stillness, window_height};
use crate::view::MarkId;
use web_sys::{Element, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

/// What is chosen: a mark, and the entity or quotation whose other marks light up with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The mark itself.
    pub mark: MarkId,
    /// Its companions.
    pub others: Vec<MarkId>,
    /// The words that belong to it without being its marks.
    pub links: Vec<LinkPlace>,
}

/// Shows what is chosen, and nothing else, as chosen.
pub fn choose(chosen: Option<&Chosen>) {
    for element in select_all("#proof .chosen, #proof .kin") {
        let classes = element.class_list();
        let _ = classes.remove_2("chosen", "kin");
        set_expanded(&element, "false");
    }
    clear_links();
    let Some(chosen) = chosen else { return };
    // Once through what is drawn, however many belong together.
    for element in select_all("#proof [data-mark]") {
        let id = element.get_attribute("data-mark").and_then(|key| MarkId::from_key(&key));
        let is_chosen = id == Some(chosen.mark);
        if is_chosen {
            set_expanded(&element, "true");
        }
        if is_chosen || id.is_some_and(|id| chosen.others.contains(&id)) {
            let _ = element.class_list().add_1(if is_chosen { "chosen" } else { "kin" });
        }
    }
    draw_links(&chosen.links);
}

/// Says of a mark that is a button whether its card is open.
fn set_expanded(element: &Element, open: &str) {
    if element.has_attribute("aria-expanded") {
        let _ = element.set_attribute("aria-expanded", open);
    }
}

fn selector(id: MarkId) -> String {
    ["#proof [data-mark=", &id.key(), "]"].concat()
}

/// The one mark that the Tab key reaches: the chosen one, or the first that is drawn.
pub fn set_tab_stop(chosen: Option<MarkId>) {
    for element in select_all("#proof mark[tabindex='0']") {
        let _ = element.set_attribute("tabindex", "-1");
    }
    let stop = chosen.and_then(|id| select(&selector(id))).or_else(|| select("#proof mark[tabindex]"));
    if let Some(stop) = stop {
        let _ = stop.set_attribute("tabindex", "0");
    }
}

/// Moves the focus to a mark without scrolling.
pub fn focus_mark(id: MarkId) {
    if let Some(element) = select(&selector(id)) {
        focus_in_place(&element);
    }
}

/// What in the proof or in a list of the ledger has the focus, to be found again after it was drawn anew.
pub fn focus_among_marks() -> Option<String> {
    let active = document().active_element()?;
    let of = |room: &str, name: &str| {
        active.closest(room).ok()??;
        Some([room, " [", name, "='", &active.get_attribute(name)?, "']"].concat())
    };
    of("#proof", "data-mark")
        .or_else(|| of("#proof", "data-fold"))
        .or_else(|| of("#proof", "data-at"))
        .or_else(|| of("#ledger", "data-go"))
}

/// Gives the focus back to what [`focus_among_marks`] found, where drawing anew has lost it; to the proof where
/// that is gone.
pub fn give_focus_back(found: Option<String>) {
    if let Some(found) = found.filter(|_| super::focus::is_lost())
        && let Some(element) = select(&found).or_else(|| select("#proof"))
    {
        focus_in_place(&element);
    }
}

/// The line whose handle has the focus, by its first byte.
pub fn focused_line() -> Option<usize> {
    document().active_element()?.get_attribute("data-at")?.parse().ok()
}

/// Moves the focus to the handle of the line that begins at this byte, and shows the line.
pub fn focus_line(at: usize) {
    if let Some(handle) = select(&["#proof [data-at='", &at.to_string(), "']"].concat()) {
        let _ = handle.remove_attribute("aria-hidden");
        focus_in_place(&handle);
        let place = handle.get_bounding_client_rect();
        let height = window_height();
        if place.top() < bar() + CLEAR || place.bottom() > height - 160.0 {
            to_middle(&handle, !wants_stillness());
        }
    }
}

/// The mark that has the focus.
pub fn focused_mark() -> Option<MarkId> {
    MarkId::from_key(&document().active_element()?.get_attribute("data-mark")?)
}

/// A mark so close under the bars is not well in view, in pixels.
const CLEAR: f64 = 12.0;

/// Brings a mark to the middle of the window (on a narrow one to its top, above the card), unless it
/// is well in view; false where it is not drawn.
pub fn show_mark(id: MarkId) -> bool {
    let Some(element) = select(&selector(id)) else { return false };
    let place = element.get_bounding_client_rect();
    let height = window_height();
    let floor = if is_narrow() { height * 0.4 } else { height - 160.0 };
    let in_view = place.top() > bar() + CLEAR && place.bottom() < floor;
    if !in_view {
        let far = place.top().abs() > height * 3.0;
        to_middle(&element, !far && !wants_stillness());
    }
    true
}

/// Brings a mark back into view that has just left it.
pub fn keep_mark(id: MarkId) {
    let near = |element: HtmlElement| element.get_bounding_client_rect().top().abs() < 2.0 * window_height();
    if select(&selector(id)).is_some_and(near) {
        show_mark(id);
    }
}

fn to_middle(element: &HtmlElement, smooth: bool) {
    let options = ScrollIntoViewOptions::new();
    let middle = ScrollLogicalPosition::Center;
    options.set_block(if is_narrow() { ScrollLogicalPosition::Start } else { middle });
    options.set_behavior(if smooth { ScrollBehavior::Smooth } else { ScrollBehavior::Instant });
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Brings a part of a long text into view, so that its marks get drawn.
pub fn scroll_to_chunk(chunk: usize) {
    if let Some(element) = super::paper::chunk(chunk) {
        let place = element.get_bounding_client_rect();
        let height = window_height();
        if place.bottom() < 0.0 || place.top() > height {
            to_middle(&element, false);
        }
    }
}

/// Shows a line of a list, scrolling the list no further than it needs.
pub fn show_option(id: &str) {
    if let Some(line) = super::page::by_id(id) {
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        line.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

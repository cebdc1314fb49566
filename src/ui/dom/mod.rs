//! The browser: the only code of the page that touches `web_sys`.

mod bars;
mod card;
mod copy;
mod countries;
mod events;
mod exchange;
mod focus;
mod highlights;
mod host;
mod html;
mod links;
mod marks;
mod own;
mod paper;
mod paragraphs;
mod selected;
mod share;
mod small;
mod store;
mod update;
mod worker;

use marks::focus_in_place;

pub use bars::watch_bars;
pub use card::{focus_card, hide_card_focus, place_card};
pub use copy::{copied, copy_rich, put_copied, select_article, set_selecting};
pub use countries::in_words;
pub use events::{
    Drag, Key, Pasted, ReadError, attribute_under, came_by_keyboard, drag_of, file_of_input, files_of_input,
    is_fields_key, is_in_word_field, is_on_button, key_of, line_under, mark_under, on_document, on_window,
    own_drag, pasted, read_dropped,
};
pub use exchange::{Parts, copy_text, copy_when_it_comes, download, paste_from_clipboard};
pub use focus::{focus_next_line, focus_rest_of_list, keep_focus, show_handle};
pub use highlights::{Painted, clear_highlights, highlight};
pub use host::{
    Caret, Typed, all_words, dropped, focus_draft, has_own_lines, is_composing, lay_draft, line_class,
    line_top, line_words, lines_near, on_draft, plain_words, replace_lines, select_in_draft, selection,
    set_copied, set_line, show_draft, show_line, typed,
};
pub use html::read_html;
pub use links::LinkPlace;
pub use marks::{
    Chosen, choose, focus_among_marks, focus_line, focus_mark, focused_line, focused_mark, give_focus_back,
    keep_mark, scroll_to_chunk, set_tab_stop, show_mark, show_option,
};
pub use own::{copy_own, forget_own, is_newest, new_id, own_copy};
pub use paper::{fill, is_in_use, lay, name_long, near, set_height};
pub use paragraphs::{first_in_view, focus_fold, focused_fold, scroll_by, scroll_to, top};
pub use selected::{Spot, selected};
pub use share::{can_share, clear_fragment, fragment, here, share};
pub use small::{
    LABELS, NAMES, forget_place, forget_returning, is_cleared, is_returning, keep_last_document,
    keep_last_document_of_tab, keep_single_keys, last_documents, load_list, load_place, load_settings,
    on_list_changed, save_list, save_place, save_settings, set_look, set_returning, single_keys_act, today,
};
pub use store::{
    Found, Loaded, Saved, Slot, add_document, clear_all, copy_document, find_in_texts, hold, leave,
    list_documents, on_heard, open_document, parts_of, put_back, read_document, remove, room, save,
    save_line, when,
};
pub use update::{register_offline, use_new_version};
pub use worker::{Engine, Heard, Process};

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, Window};

/// The window: a page always has one.
fn window() -> Window {
    web_sys::window().expect("this code runs in a page")
}

fn document() -> Document {
    window().document().expect("a window has a document")
}

fn by_id(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

fn select(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok()??.dyn_into().ok()
}

fn select_all(selector: &str) -> Vec<Element> {
    let Ok(list) = document().query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|at| list.get(at)?.dyn_into().ok()).collect()
}

/// The content of a `<meta>` of the page; empty where there is none.
fn meta(name: &str) -> String {
    let element = select(&["meta[name=", name, "]"].concat());
    element.and_then(|element| element.get_attribute("content")).unwrap_or_default()
}

/// Whether the window is as narrow as a phone's, so that cards are sheets.
pub fn is_narrow() -> bool {
    matches("(max-width: 60rem)")
}

/// Whether the reader asked for less motion.
pub fn wants_stillness() -> bool {
    matches("(prefers-reduced-motion: reduce)")
}

fn matches(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|list| list.matches())
}

/// Moves the focus to the element with this id.
pub fn focus(id: &str) {
    if let Some(element) = by_id(id) {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}

/// Moves the focus to the element with this id, unless it is inside already.
pub fn focus_into(id: &str) {
    if !has_focus_in(&["#", id].concat()) {
        focus(id);
    }
}

/// Whether the focus is on or inside an element that `selector` finds.
pub fn has_focus_in(selector: &str) -> bool {
    let active = document().active_element();
    active.and_then(|element| element.closest(selector).ok().flatten()).is_some()
}

/// Moves the focus to the next or previous of the elements that `selector` finds, and stops at their ends.
pub fn walk(selector: &str, forward: bool) {
    let stops = select_all(selector);
    let focused = document().active_element();
    let at = stops.iter().position(|stop| Some(stop) == focused.as_ref());
    let next = match (at, forward) {
        (Some(at), true) => at + 1,
        (Some(at), false) => at.saturating_sub(1),
        (None, _) => 0,
    };
    if let Some(stop) = stops.get(next).and_then(|stop| stop.dyn_ref::<HtmlElement>()) {
        // An element of the page that can be walked to takes the focus.
        let _ = stop.focus();
    }
}

/// Lets the Tab key reach one of the elements that `selector` finds: the one an event is about, or else the first.
pub fn set_only_stop(selector: &str, event: Option<&web_sys::FocusEvent>) {
    let focused = event.and_then(|event| event.target()?.dyn_into::<Element>().ok());
    for (at, stop) in select_all(selector).iter().enumerate() {
        let reached = focused.as_ref().map_or(at == 0, |focused| focused == stop);
        // Nothing but a wrong name could be refused.
        let _ = stop.set_attribute("tabindex", if reached { "0" } else { "-1" });
    }
}

/// Moves the focus to the first of the elements that `selector` finds whose name, or a later word of it, begins with
/// these letters.
pub fn focus_by_name(selector: &str, letters: &str) {
    let letters = letters.to_lowercase();
    let name = |stop: &Element| {
        let name = stop.query_selector(".name").ok().flatten().and_then(|name| name.text_content());
        name.unwrap_or_default().to_lowercase()
    };
    let stops = select_all(selector);
    let first = stops.iter().find(|stop| name(stop).starts_with(&letters));
    let later = || stops.iter().find(|stop| name(stop).split(' ').any(|word| word.starts_with(&letters)));
    if let Some(stop) = first.or_else(later).and_then(|stop| stop.dyn_ref::<HtmlElement>()) {
        // An element of the page that can be walked to takes the focus.
        let _ = stop.focus();
    }
}

/// Opens or closes a `<dialog>`.
pub fn show_dialog(id: &str, open: bool) {
    let Some(dialog) = by_id(id).and_then(|element| element.dyn_into::<web_sys::HtmlDialogElement>().ok())
    else {
        return;
    };
    match (open, dialog.open()) {
        // A dialog that is already open refuses; the look before makes that impossible.
        (true, false) => {
            drop(dialog.show_modal());
            // Behind an open dialog nothing can be read or clicked.
            if let Some(notices) = by_id("notices") {
                let _ = dialog.append_child(&notices);
            }
        }
        (false, true) => {
            dialog.close();
            // Where what had the focus before is gone, the browser leaves it in the closed dialog until the next frame,
            // and the next key with it.
            let focused = document().active_element().filter(|element| dialog.contains(Some(element)));
            if let Some(focused) = focused.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
                drop(focused.blur());
            }
            // Now and not when the event comes: what is said next is heard.
            bring_notices_back();
        }
        _ => {}
    }
}

/// Closes every open dialog.
pub fn close_dialogs() {
    while let Some(dialog) =
        select("dialog[open]").and_then(|found| found.dyn_into::<web_sys::HtmlDialogElement>().ok())
    {
        dialog.close();
        bring_notices_back();
    }
}

/// Takes messages out of a dialog that closes.
fn bring_notices_back() {
    if let (Some(notices), Some(foot)) = (by_id("notices"), select(".foot")) {
        let _ = foot.insert_before(&notices, foot.first_child().as_ref());
    }
}

/// Whether a dialog covers the page.
pub fn is_dialog_open() -> bool {
    select("dialog[open]").is_some()
}

/// Whether the `<dialog>` with this id is open.
pub fn is_shown(id: &str) -> bool {
    select(&["dialog#", id, "[open]"].concat()).is_some()
}

/// Whether the page is used by touch alone, without keys.
fn is_touch() -> bool {
    matches("(hover: none) and (pointer: coarse)")
}

/// Whether the ledger, on a narrow screen below the text, is what the window shows.
pub fn is_ledger_on_top() -> bool {
    is_narrow()
        && by_id("ledger")
            .is_some_and(|ledger| ledger.get_bounding_client_rect().top() < window_height() / 2.0)
}

/// Brings the ledger to the top of the window.
pub fn show_ledger() {
    if let Some(ledger) = by_id("ledger") {
        ledger.scroll_into_view();
    }
}

/// How high the window is, in pixels.
fn window_height() -> f64 {
    window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(800.0)
}

/// How far the page is scrolled.
pub fn scrolled() -> f64 {
    window().scroll_y().unwrap_or(0.0)
}

/// Scrolls the page to where it was.
pub fn scroll_page(top: f64) {
    window().scroll_to_with_x_and_y(0.0, top);
}

/// Moves the focus to the element with this id, without scrolling.
pub fn focus_quietly(id: &str) {
    if let Some(element) = by_id(id) {
        focus_in_place(&element);
    }
}

/// Which of two ways to say a thing, with keys or by touch.
pub fn with_keys_or_touch(keys: &'static str, touch: &'static str) -> &'static str {
    if is_touch() { touch } else { keys }
}

/// Names the page in the browser's tabs.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Whether words are selected: a click that ends a selection is none on a mark.
pub fn has_selection() -> bool {
    window().get_selection().ok().flatten().is_some_and(|selection| !selection.is_collapsed())
}

/// Clicks the first element that `selector` finds, if any; also the one way to open the browser's file
/// chooser.
pub fn click(selector: &str) {
    if let Some(element) = select(selector) {
        element.click();
    }
}

/// Milliseconds, to be compared.
pub fn clock() -> f64 {
    js_sys::Date::now()
}

/// Calls `run` in the frame after each scroll.
pub fn on_scroll(run: impl Fn() + Clone + 'static) {
    let waiting = std::rc::Rc::new(std::cell::Cell::new(false));
    on_window("scroll", move |_| {
        if waiting.replace(true) {
            return;
        }
        let (waiting, run) = (std::rc::Rc::clone(&waiting), run.clone());
        leptos::prelude::request_animation_frame(move || {
            waiting.set(false);
            run();
        });
    });
}

/// Names a moment for performance tools and benchmarks.
pub fn stamp(name: &str) {
    let performance = js_sys::Reflect::get(&window(), &"performance".into()).ok();
    let Some(performance) = performance else { return };
    let mark = js_sys::Reflect::get(&performance, &"mark".into()).ok().and_then(|mark| mark.dyn_into().ok());
    if let Some(mark) = mark.as_ref().map(|mark: &js_sys::Function| mark) {
        let _ = mark.call1(&performance, &name.into());
    }
}

/// Runs after the browser has painted what is in the document now.
pub fn after_paint(run: impl FnOnce() + 'static) {
    leptos::prelude::request_animation_frame(move || {
        leptos::prelude::set_timeout(run, std::time::Duration::ZERO);
    });
}

/// Takes the words shown while the page itself was loading out of the document.
pub fn clear_splash() {
    if let Some(splash) = by_id("splash") {
        splash.remove();
    }
}

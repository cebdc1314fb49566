//! Where the focus goes when what had it is taken away: never to the page as a whole, from where the next Tab
//! would begin at the top.

use super::moments::after_paint;
use super::page::{by_id, document, select, select_all};
use crate::text::lower;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event, FocusOptions, HtmlElement};

/// Looks after every click, key and closing dialog whether the focus is lost, for as long as the page lives.
pub fn keep_focus() {
    for event in ["click", "keydown", "close"] {
        let look = Closure::<dyn FnMut(Event)>::new(|event: Event| {
            if event.type_() == "close" {
                super::dialogs::bring_notices_back();
            }
            watch();
        });
        // Before anything is done about the event, and for events that do not rise from their dialog.
        let early = true;
        // Only a wrong name could fail here, and these are the browser's own.
        let _ =
            document().add_event_listener_with_callback_and_bool(event, look.as_ref().unchecked_ref(), early);
        look.forget();
    }
}

/// What has the focus now may be gone after the next paint.
fn watch() {
    let Some(active) = document().active_element().filter(|_| !is_lost()) else { return };
    let room = active.closest(".actions, #ledger").ok().flatten();
    after_paint(move || {
        if is_lost() {
            rescue(room);
        }
    });
}

/// Whether nothing has the focus.
pub(super) fn is_lost() -> bool {
    document().active_element().is_none_or(|element| element.tag_name() == "BODY")
}

/// To the open dialog, to what stood beside what is gone, or else to the proof.
fn rescue(room: Option<Element>) {
    let beside = || {
        let room = room.filter(|room| room.is_connected())?;
        if room.id() == "ledger" { room.dyn_into().ok() } else { first_button(&room) }
    };
    let place = select("dialog[open] :is([autofocus], button)").or_else(beside).or_else(|| by_id("proof"));
    if let Some(place) = place {
        focus_in_place(&place);
    }
}

fn first_button(room: &Element) -> Option<HtmlElement> {
    room.query_selector("button").ok()??.dyn_into().ok()
}

/// A paragraph's handle is told of by a screen reader while it has the focus.
pub fn show_handle(event: &Event, focused: bool) {
    let target: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
    if let Some(handle) = target.filter(|target| target.class_name() == "handle") {
        let _ = match focused {
            true => handle.remove_attribute("aria-hidden"),
            false => handle.set_attribute("aria-hidden", "true"),
        };
    }
}

/// After a list was asked for the rest of its lines: the first of those goes where the button was.
pub fn focus_next_line(selector: &'static str, shown: usize) {
    after_paint(move || {
        if let Some(line) = select_all(selector).get(shown).and_then(|line| line.dyn_ref::<HtmlElement>()) {
            focus_in_place(line);
        }
    });
}

/// The same for the list before a button that was clicked.
pub fn focus_rest_of_list(event: &Event) {
    let button: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
    let Some(list) = button.and_then(|button| button.previous_element_sibling()) else { return };
    let shown = list.child_element_count();
    after_paint(move || {
        let line = list.children().item(shown).and_then(|line| line.query_selector("button").ok().flatten());
        if let Some(line) = line.and_then(|line| line.dyn_into::<HtmlElement>().ok()) {
            focus_in_place(&line);
        }
    });
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
    let letters = lower(letters);
    let name = |stop: &Element| {
        let name = stop.query_selector(".name").ok().flatten().and_then(|name| name.text_content());
        lower(&name.unwrap_or_default())
    };
    let stops = select_all(selector);
    let first = stops.iter().find(|stop| name(stop).starts_with(&letters));
    let later = || stops.iter().find(|stop| name(stop).split(' ').any(|word| word.starts_with(&letters)));
    if let Some(stop) = first.or_else(later).and_then(|stop| stop.dyn_ref::<HtmlElement>()) {
        // An element of the page that can be walked to takes the focus.
        let _ = stop.focus();
    }
}

/// Moves the focus to the element with this id, without scrolling.
pub fn focus_quietly(id: &str) {
    if let Some(element) = by_id(id) {
        focus_in_place(&element);
    }
}

pub(super) fn focus_in_place(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.focus_with_options(&options);
}

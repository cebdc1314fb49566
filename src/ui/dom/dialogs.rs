//! Dialogs, which cover the page while they are open.

use super::page::{by_id, document, select};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

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
pub(super) fn bring_notices_back() {
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

//! What leaves the proof when somebody selects words and copies them: the words, without their marks.

use super::dom;
use crate::export::clean;

/// Listens for copies and drags, and for selections being made.
pub fn listen() {
    dom::on_document("copy", |event| {
        if let Some(words) = dom::copied(&event) {
            dom::put_copied(&event, &clean::html(&words), &clean::plain(&words));
        }
    });
    dom::on_document("pointerup", |_| dom::set_selecting(false));
    dom::on_document("pointercancel", |_| dom::set_selecting(false));
}

//! Marks on words that are being edited: ranges that the browser paints, without an element among the words.

use super::host::{Caret, range_between};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Range;

#[wasm_bindgen]
extern "C" {
    type Highlight;
    #[wasm_bindgen(constructor)]
    fn new() -> Highlight;
    #[wasm_bindgen(method)]
    fn add(this: &Highlight, range: &Range);
    #[wasm_bindgen(method, setter)]
    fn set_priority(this: &Highlight, priority: i32);

    type Registry;
    #[wasm_bindgen(method)]
    fn set(this: &Registry, kind: &str, highlight: &Highlight);
    #[wasm_bindgen(method)]
    fn clear(this: &Registry);
}

/// The browser's highlights; none in one that has none: its draft is edited without marks.
fn registry() -> Option<Registry> {
    let css = js_sys::Reflect::get(&js_sys::global(), &"CSS".into()).ok()?;
    let found = js_sys::Reflect::get(&css, &JsValue::from("highlights")).ok()?;
    found.is_object().then(|| found.unchecked_into())
}

/// Highlights these words, each by its kind, and no others. Kinds that come first lie below those after them.
pub fn highlight(kinds: &[(&'static str, Vec<(Caret, Caret)>)]) {
    let Some(registry) = registry() else { return };
    registry.clear();
    for (priority, (kind, words)) in (0..).zip(kinds) {
        if words.is_empty() {
            continue;
        }
        let highlight = Highlight::new();
        highlight.set_priority(priority);
        for range in words.iter().filter_map(|&(from, to)| range_between(from, to)) {
            highlight.add(&range);
        }
        registry.set(kind, &highlight);
    }
}

//! Marks on words that are being edited: ranges that the browser paints, without an element among the words.
//!
//! Each range that comes or goes has its words painted anew, so those that stay are left as they are.

use super::host::{Caret, range_between};
use std::cell::RefCell;
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
    #[wasm_bindgen(method)]
    fn delete(this: &Highlight, range: &Range);
    #[wasm_bindgen(method, setter)]
    fn set_priority(this: &Highlight, priority: i32);

    type Registry;
    #[wasm_bindgen(method)]
    fn set(this: &Registry, kind: &str, highlight: &Highlight);
    #[wasm_bindgen(method)]
    fn clear(this: &Registry);
}

/// Words to be painted as a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Painted {
    /// The kind's name in the style sheet.
    pub kind: &'static str,
    /// Where the words begin.
    pub from: Caret,
    /// Where they end.
    pub to: Caret,
}

#[derive(Default)]
struct Paint {
    kinds: Vec<(&'static str, Highlight)>,
    painted: Vec<(Painted, Range)>,
}

thread_local! {
    /// A page has one draft.
    static PAINT: RefCell<Paint> = RefCell::default();
}

/// The browser's highlights; none in one that has none: its draft is edited without marks.
fn registry() -> Option<Registry> {
    let css = js_sys::Reflect::get(&js_sys::global(), &"CSS".into()).ok()?;
    let found = js_sys::Reflect::get(&css, &JsValue::from("highlights")).ok()?;
    found.is_object().then(|| found.unchecked_into())
}

/// Takes all highlights away. `kinds` are those to come; the first lie below those after them.
pub fn clear_highlights(kinds: impl Iterator<Item = &'static str>) {
    let Some(registry) = registry() else { return };
    registry.clear();
    let highlight = |(priority, kind): (i32, &'static str)| {
        let highlight = Highlight::new();
        highlight.set_priority(priority);
        registry.set(kind, &highlight);
        (kind, highlight)
    };
    PAINT.set(Paint { kinds: (0..).zip(kinds).map(highlight).collect(), painted: Vec::new() });
}

/// Highlights these words and no others. What stands in the `touched` line is painted anew, wherever it stands.
pub fn highlight(wanted: &[Painted], touched: Option<usize>) {
    PAINT.with_borrow_mut(|Paint { kinds, painted }| {
        let of = |kind: &str| kinds.iter().find(|(name, _)| *name == kind).map(|(_, highlight)| highlight);
        let is_touched =
            |one: &Painted| touched.is_some_and(|line| one.from.line <= line && line <= one.to.line);
        painted.retain(|(one, range)| {
            let stays = !is_touched(one) && wanted.contains(one);
            if !stays && let Some(highlight) = of(one.kind) {
                highlight.delete(range);
            }
            stays
        });
        for one in wanted {
            if painted.iter().any(|(there, _)| there == one) {
                continue;
            }
            if let Some((highlight, range)) = of(one.kind).zip(range_between(one.from, one.to)) {
                highlight.add(&range);
                painted.push((*one, range));
            }
        }
    });
}

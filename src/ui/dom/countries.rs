//! Countries' names, which every browser has in it.

use crate::view::ledger::COUNTRY;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

#[wasm_bindgen]
extern "C" {
    /// [Intl.DisplayNames](https://developer.mozilla.org/en-US/docs/Web/JavaScript/Reference/Global_Objects/Intl/DisplayNames)
    #[wasm_bindgen(js_namespace = Intl)]
    type DisplayNames;

    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locale: &str, options: &JsValue) -> Result<DisplayNames, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn of(this: &DisplayNames, code: &str) -> Result<JsValue, JsValue>;
}

/// A fact as people read it: the countries' names for their codes ("GB" is "United Kingdom").
///
/// A browser that has no name for a code gives the code.
pub fn in_words(label: &str, value: &str) -> String {
    if label != COUNTRY {
        return value.to_owned();
    }
    let options = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&options, &"type".into(), &"region".into());
    let Ok(names) = DisplayNames::new("en", options.unchecked_ref()) else { return value.to_owned() };
    let name =
        |code: &str| names.of(code).ok().and_then(|name| name.as_string()).unwrap_or_else(|| code.to_owned());
    value.split(", ").map(name).collect::<Vec<_>>().join(", ")
}

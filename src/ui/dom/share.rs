//! The page's own address, and passing things on to other programs of the machine.

use super::page::window;
use js_sys::{Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What stands after `#` in the page's address.
pub fn fragment() -> String {
    let fragment = window().location().hash().unwrap_or_default();
    fragment.strip_prefix('#').unwrap_or_default().to_owned()
}

/// The page's address without what stands after `#`.
pub fn here() -> String {
    let address = window().location().href().unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned()
}

/// Takes what stands after `#` out of the address.
pub fn clear_fragment() {
    if let Ok(history) = window().history() {
        // The same page of the same site is always allowed.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&here()));
    }
}

fn sharing() -> Option<Function> {
    Reflect::get(&window().navigator(), &"share".into()).ok()?.dyn_into().ok()
}

/// Whether this machine has a place where a link can be passed on.
pub fn can_share() -> bool {
    sharing().is_some()
}

/// Offers a link to the machine's other programs. A person who changes their mind is no error.
pub fn share(title: &str, address: &str) {
    let what = Object::new();
    let _ = Reflect::set(&what, &"title".into(), &title.into());
    let _ = Reflect::set(&what, &"url".into(), &address.into());
    let offered = sharing().and_then(|share| share.call1(&window().navigator(), &what).ok());
    if let Some(offered) = offered.and_then(|offered| offered.dyn_into::<js_sys::Promise>().ok()) {
        wasm_bindgen_futures::spawn_local(async move { drop(JsFuture::from(offered).await) });
    }
}

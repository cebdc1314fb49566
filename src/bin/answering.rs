//! What both workers do in the browser: hear bytes, answer with bytes.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// The page, as a worker speaks to it.
#[derive(Clone)]
pub struct Page(DedicatedWorkerGlobalScope);

impl Page {
    /// Hands bytes over without copying them.
    pub fn post(&self, bytes: &[u8]) {
        let bytes = js_sys::Uint8Array::from(bytes);
        let handed_over = js_sys::Array::of1(&bytes.buffer());
        // Only values that cannot be copied are refused; bytes can.
        let _ = self.0.post_message_with_transfer(&bytes, &handed_over);
    }
}

/// Answers each message of the page from now on; a panic tells its place in the console.
pub fn listen(answer: impl Fn(&Page, &[u8]) + 'static) -> Page {
    console_error_panic_hook::set_once();
    let page = Page(js_sys::global().unchecked_into());
    let asked = page.clone();
    let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        if let Ok(bytes) = event.data().dyn_into::<js_sys::Uint8Array>() {
            answer(&asked, &bytes.to_vec());
        }
    });
    page.0.set_onmessage(Some(heard.as_ref().unchecked_ref()));
    heard.forget();
    page
}

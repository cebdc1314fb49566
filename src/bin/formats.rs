//! Formats in the browser: writes what the page asks for, and reads files for it.
//!
//! The page starts this file as a module worker when somebody wants a format, asks one question in the messages of
//! [`galley::exchange`], and ends it.

#[cfg(target_arch = "wasm32")]
mod browser {
    use galley::exchange::{Answer, answer, message};
    use galley::protocol::VERSION;
    use jiff::civil::DateTime;
    use wasm_bindgen::JsCast;
    use wasm_bindgen::prelude::*;
    use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

    /// Listens, then says that it is ready.
    pub fn start() {
        console_error_panic_hook::set_once();
        let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
        let answering = scope.clone();
        let listen = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Ok(bytes) = event.data().dyn_into::<js_sys::Uint8Array>() {
                post(&answering, &answer(&bytes.to_vec(), now()));
            }
        });
        scope.set_onmessage(Some(listen.as_ref().unchecked_ref()));
        listen.forget();
        post(&scope, &message(&Answer::Ready(VERSION.to_owned()), &[]));
    }

    /// The day and the time by the reader's own clock.
    fn now() -> Option<DateTime> {
        let now = js_sys::Date::new_0();
        let small = |number: u32| i8::try_from(number).ok();
        let year = i16::try_from(now.get_full_year()).ok()?;
        let (month, day) = (small(now.get_month() + 1)?, small(now.get_date())?);
        DateTime::new(year, month, day, small(now.get_hours())?, small(now.get_minutes())?, 0, 0).ok()
    }

    /// Hands the bytes over without copying them.
    fn post(scope: &DedicatedWorkerGlobalScope, bytes: &[u8]) {
        let bytes = js_sys::Uint8Array::from(bytes);
        let handed_over = js_sys::Array::of1(&bytes.buffer());
        // Only values that cannot be copied are refused; bytes can.
        let _ = scope.post_message_with_transfer(&bytes, &handed_over);
    }
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    browser::start();
}

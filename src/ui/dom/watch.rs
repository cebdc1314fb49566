//! Which parts of a long text are near the window.

use super::{on_window, select_all};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// Calls `near` with the number of each part of the proof that comes near the window.
pub fn watch_chunks(near: impl Fn(usize) + 'static) {
    let run = move |entries: js_sys::Array, observer: IntersectionObserver| {
        for entry in entries.iter().filter_map(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok()) {
            let number = entry.target().get_attribute("data-chunk").and_then(|number| number.parse().ok());
            if let Some(number) = number.filter(|_| entry.is_intersecting()) {
                observer.unobserve(&entry.target());
                near(number);
            }
        }
    };
    let run = Closure::<dyn Fn(js_sys::Array, IntersectionObserver)>::new(run);
    let options = IntersectionObserverInit::new();
    options.set_root_margin("1500px 0px");
    let observer = IntersectionObserver::new_with_options(run.as_ref().unchecked_ref(), &options);
    run.forget();
    let Ok(observer) = observer else { return };
    for chunk in select_all("#proof .chunk") {
        observer.observe(&chunk);
    }
}

/// Calls `draw_all` before the browser prints.
pub fn prepare_print(draw_all: impl Fn() + 'static) {
    let draw_all = Rc::new(draw_all);
    on_window("beforeprint", move |_| draw_all());
}

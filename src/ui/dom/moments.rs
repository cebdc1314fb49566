//! Moments: the clock, frames and paints.

use super::events::on_window;
use super::page::window;
use wasm_bindgen::JsCast;

/// Milliseconds, to be compared.
pub fn clock() -> f64 {
    js_sys::Date::now()
}

/// Calls `run` in the frame after each scroll.
pub fn on_scroll(run: impl Fn() + Clone + 'static) {
    let waiting = std::rc::Rc::new(std::cell::Cell::new(false));
    on_window("scroll", move |_| {
        if waiting.replace(true) {
            return;
        }
        let (waiting, run) = (std::rc::Rc::clone(&waiting), run.clone());
        leptos::prelude::request_animation_frame(move || {
            waiting.set(false);
            run();
        });
    });
}

/// Names a moment for performance tools and benchmarks.
pub fn stamp(name: &str) {
    let performance = js_sys::Reflect::get(&window(), &"performance".into()).ok();
    let Some(performance) = performance else { return };
    let mark = js_sys::Reflect::get(&performance, &"mark".into()).ok().and_then(|mark| mark.dyn_into().ok());
    if let Some(mark) = mark.as_ref().map(|mark: &js_sys::Function| mark) {
        let _ = mark.call1(&performance, &name.into());
    }
}

/// Runs after the browser has painted what is in the document now.
pub fn after_paint(run: impl FnOnce() + 'static) {
    leptos::prelude::request_animation_frame(move || {
        leptos::prelude::set_timeout(run, std::time::Duration::ZERO);
    });
}

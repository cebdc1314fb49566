//! How much of the window the bars at its top and its foot take, so that nothing comes to lie under them.

use super::page::{by_id, select, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{HtmlElement, ResizeObserver};

/// Tells the style sheet of the bars' heights, `--bar` and `--foot`, whenever one changes.
pub fn watch_bars() {
    let run = Closure::<dyn FnMut()>::new(measure);
    let observer = ResizeObserver::new(run.as_ref().unchecked_ref());
    run.forget();
    let Ok(observer) = observer else { return };
    for bar in bars() {
        observer.observe(&bar);
    }
}

/// How much of the window the bars at its top take, as last measured.
pub(super) fn bar() -> f64 {
    let height = select("html").and_then(|page| page.style().get_property_value("--bar").ok());
    height.and_then(|height| height.strip_suffix("px")?.parse::<i32>().ok()).map_or(80.0, f64::from)
}

fn bars() -> impl Iterator<Item = HtmlElement> {
    [select("body > header"), by_id("layers"), by_id("status")].into_iter().flatten()
}

fn measure() {
    let (mut top, mut foot) = (0.0, 0.0);
    for bar in bars() {
        let style = window().get_computed_style(&bar).ok().flatten();
        let place = style.and_then(|style| style.get_property_value("position").ok()).unwrap_or_default();
        let height = bar.get_bounding_client_rect().height();
        match (place.as_str(), bar.id().as_str()) {
            ("sticky", _) => top += height,
            ("fixed", "status") => foot += height,
            _ => {}
        }
    }
    let Some(page) = select("html") else { return };
    for (name, height) in [("--bar", top), ("--foot", foot)] {
        let height = [&(height.ceil() as i32).to_string(), "px"].concat();
        // A property of the page's own takes any length.
        let _ = page.style().set_property(name, &height);
    }
}

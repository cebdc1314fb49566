//! The service worker: the page works offline, and a new version announces itself.

use super::page::{meta, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration};

/// Registers the service worker, and calls `ready` when a new version waits.
pub async fn register_offline(ready: impl Fn() + Clone + 'static) {
    let file = meta("galley-offline");
    let Some(container) = container().filter(|_| !file.is_empty()) else { return };
    // Where it cannot be registered the page works all the same, but only online.
    let Ok(registration) = JsFuture::from(container.register(&file)).await else { return };
    let Ok(registration) = registration.dyn_into::<ServiceWorkerRegistration>() else { return };
    if registration.waiting().is_some() && container.controller().is_some() {
        ready();
    }
    let watched = registration.clone();
    forever(
        |run| registration.set_onupdatefound(Some(run)),
        move |_| {
            if let Some(installing) = watched.installing() {
                announce(installing, ready.clone());
            }
        },
    );
}

fn announce(installing: ServiceWorker, ready: impl Fn() + 'static) {
    let watched = installing.clone();
    forever(
        |run| installing.set_onstatechange(Some(run)),
        move |_| {
            let installed = watched.state() == web_sys::ServiceWorkerState::Installed;
            if installed && container().is_some_and(|container| container.controller().is_some()) {
                ready();
            }
        },
    );
}

/// Lets the new version take over and reloads the page with it.
pub async fn use_new_version() {
    let Some(container) = container() else { return };
    forever(|run| container.set_oncontrollerchange(Some(run)), |_| drop(window().location().reload()));
    let Ok(registration) = JsFuture::from(container.get_registration()).await else { return };
    let waiting = registration.dyn_into::<ServiceWorkerRegistration>().ok().and_then(|found| found.waiting());
    match waiting {
        Some(waiting) => drop(waiting.post_message(&take_over())),
        None => drop(window().location().reload()),
    }
}

/// The word that `sw.js` waits for.
fn take_over() -> wasm_bindgen::JsValue {
    let message = js_sys::Object::new();
    // A plain new object takes any property.
    let _ = js_sys::Reflect::set(&message, &"type".into(), &"take-over".into());
    message.into()
}

fn forever(set: impl FnOnce(&js_sys::Function), run: impl FnMut(Event) + 'static) {
    let run = Closure::<dyn FnMut(Event)>::new(run);
    set(run.as_ref().unchecked_ref());
    run.forget();
}

/// Browsers leave it out where the page was not loaded over a safe connection.
fn container() -> Option<ServiceWorkerContainer> {
    let navigator = window().navigator();
    let has = js_sys::Reflect::has(&navigator, &"serviceWorker".into()).unwrap_or(false);
    has.then(|| navigator.service_worker())
}

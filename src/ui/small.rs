//! What moves in a view, of one type wherever it stands: every other type of closure costs up to a kilobyte of the
//! download, and a page has a hundred of them.

use leptos::prelude::*;

/// Shows its children while something holds, as leptos's own does.
#[component]
pub fn Show(
    /// What is shown.
    children: ChildrenFn,
    /// Whether it is.
    when: impl Fn() -> bool + Send + Sync + 'static,
) -> impl IntoView {
    shown(children, Box::new(when))
}

fn shown(children: ChildrenFn, when: Box<dyn Fn() -> bool + Send + Sync>) -> AnyView {
    let when = Memo::new(move |_| when());
    let view = move || if when.get() { children() } else { ().into_any() };
    view.into_any()
}

/// What answers an event.
pub fn on<E: 'static>(answer: impl FnMut(E) + Send + 'static) -> Box<dyn FnMut(E) + Send> {
    Box::new(answer)
}

/// A value that follows the state: of an attribute, or a piece of text.
pub fn live<T: 'static>(value: impl Fn() -> T + Send + 'static) -> Box<dyn FnMut() -> T + Send> {
    Box::new(value)
}

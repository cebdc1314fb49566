//! What views are written with: leptos's own words, and in place of those that make a type for each place where they
//! stand some that are of few types. Every other type costs up to a kilobyte of the download, and a page has
//! hundreds of them.

pub use leptos::prelude::{
    AnyView, ArcRwSignal, ChildrenFn, ClassAttribute, CollectView, CustomAttribute, Effect, ElementChild,
    Get, GetUntracked, GetValue, InnerHtmlAttribute, IntoAny, IntoMaybeErased, IntoView, Memo, PropAttribute,
    RwSignal, Set, SetValue, StoredValue, StyleAttribute, Track, Update, UpdateValue, With, WithUntracked,
    WithValue, component, event_target_checked, event_target_value, mount_to_body, on_cleanup, set_timeout,
    untrack, view,
};

use leptos::ev::Event;
use leptos::tachys::html::attribute::AttributeValue;
use leptos::tachys::html::attribute::custom::{CustomAttr, custom_attribute};
use leptos::tachys::html::element::HtmlElement;
use leptos::tachys::html::event::{self, Custom, EventDescriptor, On};
use leptos::tachys::view::add_attr::AddAnyAttr;
use leptos::wasm_bindgen::JsCast;

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
    live(move || if when.get() { children() } else { ().into_any() }).into_any()
}

/// What answers an event.
pub fn on<E: 'static>(answer: impl FnMut(E) + Send + 'static) -> Box<dyn FnMut(E) + Send> {
    Box::new(answer)
}

/// A value that follows the state: of an attribute, or a piece of text.
pub fn live<T: 'static>(value: impl Fn() -> T + Send + 'static) -> Box<dyn FnMut() -> T + Send> {
    Box::new(value)
}

/// A part of a view that follows the state.
pub fn part<V: IntoAny>(view: impl Fn() -> V + Send + 'static) -> Box<dyn FnMut() -> AnyView + Send> {
    live(move || view().into_any())
}

/// One class attribute, or another.
pub fn class_of(yes: &'static str, holds: bool, no: &'static str) -> &'static str {
    if holds { yes } else { no }
}

/// Does something now, and again whenever what it reads has changed.
pub fn always(act: impl FnMut() + 'static) {
    let mut act: Box<dyn FnMut()> = Box::new(act);
    Effect::new(move |_| act());
}

/// The attributes and events that a view names, each told by its name alone.
macro_rules! by_name {
    ($($method:ident $name:literal,)*) => {
        /// What `<input id="file" on:change=…>` calls.
        pub trait ByName: AddAnyAttr + Sized {
            $(
                #[doc = $name]
                fn $method<V: AttributeValue>(self, value: V) -> Self::Output<CustomAttr<&'static str, V>> {
                    self.add_any_attr(custom_attribute($name, value))
                }
            )*

            /// Answers an event.
            fn on<E>(
                self,
                event: E,
                mut answer: Box<dyn FnMut(E::EventType) + Send>,
            ) -> Self::Output<On<Custom, Box<dyn FnMut(Event)>>>
            where
                E: EventDescriptor,
                E::EventType: JsCast + 'static,
            {
                let answer: Box<dyn FnMut(Event)> = Box::new(move |event: Event| answer(event.unchecked_into()));
                self.add_any_attr(event::on(Custom::new(event.name()), answer))
            }
        }
        impl<E, At, Ch> ByName for HtmlElement<E, At, Ch> where Self: AddAnyAttr {}
    };
}

by_name! {
    accept "accept",
    aria_activedescendant "aria-activedescendant",
    aria_busy "aria-busy",
    aria_controls "aria-controls",
    aria_describedby "aria-describedby",
    aria_expanded "aria-expanded",
    aria_haspopup "aria-haspopup",
    aria_hidden "aria-hidden",
    aria_keyshortcuts "aria-keyshortcuts",
    aria_label "aria-label",
    aria_labelledby "aria-labelledby",
    aria_pressed "aria-pressed",
    aria_valuetext "aria-valuetext",
    aria_multiline "aria-multiline",
    autofocus "autofocus",
    contenteditable "contenteditable",
    dir "dir",
    disabled "disabled",
    r#for "for",
    hidden "hidden",
    href "href",
    id "id",
    max "max",
    method "method",
    min "min",
    name "name",
    placeholder "placeholder",
    role "role",
    rows "rows",
    scope "scope",
    spellcheck "spellcheck",
    step "step",
    tabindex "tabindex",
    title "title",
    r#type "type",
}

//! The legend: every layer with its letter, its line, its count and its switch.

use super::dom;
use super::filters::Filters;
use super::small::{live, on};
use super::state::State;
use crate::view::{LAYERS, LayerInfo};
use leptos::prelude::*;

/// One switch a layer.
#[component]
pub fn Legend(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    // One stop for the Tab key; the arrows go from switch to switch.
    let stop = RwSignal::new(LAYERS[0].class);
    let switches = LAYERS.iter().map(|info| view! { <Switch state info stop/> }).collect_view();
    let walk = |event: leptos::ev::KeyboardEvent| {
        let forward = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => true,
            "ArrowLeft" | "ArrowUp" => false,
            _ => return,
        };
        dom::walk(".switches input", forward);
        event.prevent_default();
    };
    view! {
        <section id="layers" class="layers" class:with-tools=live(move || state.tools.get()) aria-label="Layers">
            <div class="switches" role="toolbar" aria-label="Layers shown" on:keydown=on(walk)>{switches}</div>
            <div class="filters"><Filters state/></div>
        </section>
    }
}

#[component]
fn Switch(
    /// The facts of the page.
    state: State,
    info: &'static LayerInfo,
    /// Which switch the Tab key reaches.
    stop: RwSignal<&'static str>,
) -> impl IntoView {
    let layer = info.layer;
    let count = Memo::new(move |_| {
        state.marked.with(|marked| marked.as_ref().map_or(0, |marked| marked.index.counts[layer as usize]))
    });
    let label = move || [info.name, ", ", &count.get().to_string()].concat();
    view! {
        <label class=["layer ", info.class].concat() title=info.about class:none=live(move || count.get() == 0)>
            <input
                type="checkbox" data-layer=info.class aria-label=label
                tabindex=live(move || if stop.get() == info.class { "0" } else { "-1" })
                on:focus=on(move |_| stop.set(info.class))
                prop:checked=live(move || state.visible.get().has(layer))
                on:change=on(move |_| state.visible.update(|visible| *visible = visible.toggled(layer)))
            />
            <b aria-hidden="true">{info.letter}</b>
            <span aria-hidden="true" class="name">{info.name}</span>
            <span aria-hidden="true" class="count">{live(move || count.get())}</span>
        </label>
    }
}

//! The legend: every layer with its letter, its line, its count and its switch.

use super::dom;
use super::filters::Filters;
use super::small::*;
use super::state::State;
use crate::view::{LAYERS, LayerInfo};

const SWITCHES: &str = ".switches input";

/// One switch a layer.
#[component]
pub fn Legend(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    let switches = LAYERS.iter().map(|info| view! { <Switch state info/> }).collect_view();
    // One stop for the Tab key; the arrows go from switch to switch.
    dom::after_paint(|| dom::set_only_stop(SWITCHES, None));
    let stop = move |event| dom::set_only_stop(SWITCHES, Some(&event));
    let walk = |event: leptos::ev::KeyboardEvent| {
        let forward = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => true,
            "ArrowLeft" | "ArrowUp" => false,
            _ => return,
        };
        dom::walk(SWITCHES, forward);
        event.prevent_default();
    };
    view! {
        <section id="layers" class="layers" class:with-tools=live(move || state.tools.get()) aria-label="Layers">
            <div class="switches" role="toolbar" aria-label="Layers shown" on:keydown=on(walk) on:focusin=on(stop)>{switches}</div>
            <div class="filters"><Filters state/></div>
        </section>
    }
}

#[component]
fn Switch(
    /// The facts of the page.
    state: State,
    info: &'static LayerInfo,
) -> impl IntoView {
    let layer = info.layer;
    let count = Memo::new(move |_| {
        state.marked.with(|marked| marked.as_ref().map_or(0, |marked| marked.index.counts[layer as usize]))
    });
    let label = move || [info.name, ", ", &count.get().to_string()].concat();
    view! {
        <label class=["layer ", info.class].concat() title=info.about class:none=live(move || count.get() == 0)>
            <input
                type="checkbox" data-layer=info.class aria-label=live(label)
                prop:checked=live(move || state.visible.get().has(layer))
                on:change=on(move |_| state.visible.update(|visible| *visible = visible.toggled(layer)))
            />
            <b aria-hidden="true">{info.letter}</b>
            <span aria-hidden="true" class="name">{info.name}</span>
            <span aria-hidden="true" class="count">{live(move || count.get().to_string())}</span>
        </label>
    }
}

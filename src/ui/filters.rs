//! What is left out besides whole layers: marks Galley is not sure of, and the page's furniture.

use super::small::*;
use super::state::State;
use crate::document::ids::Score;
use crate::document::part::Part;
use crate::view::index::Filter;

/// The steps of the slider: from which score on, in a word, and for a screen reader.
const STEPS: [(Score, &str, &str); 5] = [
    (0, "all", "All marks, doubtful ones too"),
    (600, "most", "Marks that are 60 percent sure or more"),
    (700, "likely", "Likely marks: 70 percent sure or more"),
    (800, "very likely", "Very likely marks: 80 percent sure or more"),
    (900, "only sure", "Only sure marks: 90 percent or more"),
];

/// The step of a score.
fn step(least: Score) -> usize {
    STEPS.iter().rposition(|(from, ..)| *from <= least).unwrap_or(0)
}

/// The slider, and a switch for furniture where there is any.
#[component]
pub fn Filters(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    let now = Memo::new(move |_| step(state.filter.get().least));
    let slide = move |event: leptos::ev::Event| {
        let at: usize = event_target_value(&event).parse().unwrap_or(0);
        let least = STEPS.get(at).map_or(0, |step| step.0);
        state.set_filter(Filter { least, ..state.filter.get_untracked() });
    };
    view! {
        <label class="sureness" title="Marks that Galley is less sure of are left out">
            <span aria-hidden="true">"Show"</span>
            <input
                id="sureness" type="range" min="0" max="4" step="1" aria-label="How sure marks must be"
                aria-valuetext=live(move || STEPS[now.get()].2.to_owned())
                prop:value=live(move || now.get().to_string()) on:input=on(slide)
            />
            <span aria-hidden="true" class="step">{live(move || STEPS[now.get()].1.to_owned())}</span>
        </label>
        <FurnitureSwitch state id="furniture"/>
    }
}

/// How many paragraphs of the text shown are the page's.
fn furniture(state: State) -> usize {
    state.marked.with(|marked| {
        let structure = marked.iter().flat_map(|marked| &marked.document.layers.structure);
        structure.filter(|paragraph| paragraph.part == Part::Furniture).count()
    })
}

/// Whether marks of the page's furniture are shown, listed and exported.
#[component]
pub fn FurnitureSwitch(
    /// The facts of the page.
    state: State,
    /// Its id on the page.
    id: &'static str,
) -> impl IntoView {
    let count = Memo::new(move |_| furniture(state));
    let switch = move |event| {
        let furniture = event_target_checked(&event);
        state.set_filter(Filter { furniture, ..state.filter.get_untracked() });
    };
    view! {
        <Show when=move || { count.get() > 0 }>
            <label class="furniture">
                <input id=id type="checkbox" prop:checked=live(move || state.filter.get().furniture) on:change=on(switch)/>
                <span>"With the page’s furniture"</span>
            </label>
        </Show>
    }
}

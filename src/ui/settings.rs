//! What a reader likes: theme, size of the text, how much is marked. Kept in the browser.

use super::dom;
use super::small::*;
use super::state::State;
use crate::view::{Layer, LayerSet};

/// A choice of some: what the page calls it, and what it shows.
type Choice = (&'static str, &'static str);

const THEMES: [Choice; 3] = [("", "As the system"), ("light", "Light"), ("dark", "Dark")];
const SIZES: [Choice; 4] = [("87.5", "Small"), ("", "Usual"), ("112.5", "Large"), ("131.25", "Very large")];
const MARKS: [Choice; 3] = [
    ("quiet", "Quiet: quotations, people and what is to check, without letters"),
    ("", "Usual"),
    ("all", "All layers"),
];

/// The settings, each as the word that is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    theme: String,
    size: String,
    marks: String,
}

impl Settings {
    fn read(kept: &str) -> Self {
        let mut words = kept.split(' ').map(str::to_owned);
        let mut next = || words.next().unwrap_or_default();
        Settings { theme: next(), size: next(), marks: next() }
    }

    fn written(&self) -> String {
        [&*self.theme, &*self.size, &*self.marks].join(" ")
    }

    /// The layers that are shown.
    fn layers(&self) -> LayerSet {
        match self.marks.as_str() {
            "quiet" => LayerSet::of(&[Layer::People, Layer::Quotations, Layer::Findings]),
            "all" => LayerSet::ALL,
            _ => LayerSet::USUAL,
        }
    }
}

/// Takes what was kept.
pub fn start(state: State) {
    let settings = Settings::read(&dom::load_settings());
    dom::set_look(&settings.theme, &settings.size, &settings.marks);
    if !settings.marks.is_empty() {
        state.visible.set(settings.layers());
    }
}

fn take(state: State, settings: &Settings, layers: bool) {
    dom::set_look(&settings.theme, &settings.size, &settings.marks);
    if layers {
        state.visible.set(settings.layers());
    }
    if !dom::save_settings(&settings.written()) {
        state.warn(
            "This browser keeps nothing for this page, so the settings will be as before on your next visit.",
        );
    }
}

/// The settings in a dialog.
#[component]
pub fn SettingsView(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    let settings = RwSignal::new(Settings::read(&dom::load_settings()));
    let choose = move |place: usize, value: String| {
        settings.update(|now| *[&mut now.theme, &mut now.size, &mut now.marks][place] = value);
        take(state, &settings.get_untracked(), place == 2);
    };
    let group = move |place: usize, name: &'static str, choices: &'static [Choice]| {
        let line = move |&(value, label): &'static Choice| {
            let is_now = move || {
                let now = settings.get();
                [now.theme, now.size, now.marks][place] == value
            };
            view! {
                <label class="switch">
                    <input type="radio" name=name prop:checked=live(is_now) on:change=on(move |_| choose(place, value.to_owned()))/>
                    <span>{label}</span>
                </label>
            }
        };
        view! { <fieldset><legend>{name}</legend>{choices.iter().map(line).collect_view()}</fieldset> }
    };
    view! {
        <dialog id="settings" class="sheet" aria-labelledby="settings-title">
            <h2 id="settings-title" tabindex="-1" autofocus="">"Settings"</h2>
            {group(0, "Theme", &THEMES)}
            {group(1, "Size of the text", &SIZES)}
            {group(2, "Marks", &MARKS)}
            <p class="fine">"Kept in this browser. Every layer has its switch above the proof; single keys are turned off under ?."</p>
            <form method="dialog"><button>"Close"</button></form>
        </dialog>
    }
}

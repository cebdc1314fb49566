//! The page: components that show the state and say what the reader did.

pub mod bindings;
pub mod card;
pub mod changes;
pub mod client;
pub mod copying;
pub mod correct;
pub mod decide;
pub mod desks;
pub mod documents;
pub mod dom;
pub mod edges;
pub mod edit;
pub mod engine;
pub mod filters;
pub mod find;
pub mod fold;
pub mod folded;
pub mod follow;
pub mod formats;
pub mod header;
pub mod help;
pub mod history;
pub mod intake;
pub mod journal;
pub mod keep;
pub mod keeping;
pub mod keys;
pub mod labels;
pub mod ledger;
pub mod legend;
pub mod lines;
pub mod links;
pub mod listed;
pub mod lists;
pub mod marked;
pub mod menu;
pub mod names;
pub mod new_text;
pub mod opening;
pub mod origin;
pub mod paint;
pub mod painted;
pub mod palette;
pub mod parts;
pub mod proof;
pub mod quoted;
pub mod reopen;
pub mod revise;
pub mod sample;
pub mod saved;
pub mod settings;
pub mod share;
pub mod sheet;
pub mod shown;
pub mod small;
pub mod speaker;
pub mod state;
pub mod status;
pub mod timeline;
pub mod walk;

use crate::view::explain::shorten;
use leptos::task::spawn_local;
use small::*;
use state::State;

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    let state = State::new();
    settings::start(state);
    reopen::start(state);
    state.engine.start(state);
    intake::listen(state);
    keys::listen(state);
    names::listen(state);
    opening::listen(state);
    copying::listen();
    edges::listen(state);
    dom::keep_focus();
    title(state);
    dom::after_paint(dom::watch_bars);
    dom::on_window("beforeprint", move |_| state.draw_all());
    spawn_local(dom::register_offline(move || state.update_ready.set(true)));
    view! {
        <header::Header state/>
        <legend::Legend state/>
        <main class="desk">
            <proof::Proof state/>
            <edit::draft::Draft state/>
            <ledger::Ledger state/>
        </main>
        <div class="foot">
            <edit::draft::Bar state/>
            <status::Notices state/>
            <card::CardView state/>
        </div>
        <status::Status state/>
        <parts::Parts state/>
        <decide::Decide state/>
        <names::Names state/>
        <labels::Labels state/>
        <menu::FormatsView state/>
        <share::Linked state/>
        <palette::Palette state/>
        <settings::SettingsView state/>
        <changes::Changes state/>
        <documents::Documents state/>
        <help::Help state/>
    }
}

/// The browser's tab tells which article it holds.
fn title(state: State) {
    always(move || {
        let headline = state.current().and_then(|marked| marked.document.headline());
        let sample = state.sheet.with(|sheet| sheet.sample);
        dom::set_title(&match headline.filter(|_| !sample) {
            Some(headline) => [&shorten(&headline, 80), " – Galley"].concat(),
            None => "Galley: who said what, and when".into(),
        });
    });
}

/// Puts the page into the document.
pub fn mount() {
    dom::clear_splash();
    mount_to_body(App);
}

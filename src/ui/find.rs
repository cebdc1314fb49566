//! Finding words in the draft, replacing them, and marking them wherever they stand.

use super::decide;
use super::dom;
use super::edit;
use super::small::*;
use super::state::State;
use crate::desk::Wanted;
use crate::text::TextRange;
use crate::view::decide::Subject;
use crate::view::ledger::count;

/// What is looked for, and what is to stand there instead.
#[derive(Clone, Copy)]
struct Search {
    state: State,
    wanted: RwSignal<Wanted>,
    instead: RwSignal<String>,
    /// The place that was found last, by its first byte.
    at: RwSignal<Option<usize>>,
}

/// Opens the search, in the draft.
pub fn open(state: State) {
    let words = edit::selected(state);
    edit::enter(state, None);
    state.finding.set(true);
    if let Some(range) = words {
        let chosen = edit::article(state);
        state.sought.set(range.of(&chosen.text).to_owned());
    }
    dom::after_paint(|| dom::focus("find-words"));
}

impl Search {
    fn places(self) -> Vec<TextRange> {
        let article = edit::article(self.state);
        self.wanted.with_untracked(|wanted| wanted.places(&article.text))
    }

    /// Goes to the next place, or the one before.
    fn step(self, forward: bool) {
        let places = self.places();
        let count = places.len();
        let here = self.at.get_untracked();
        let next = match (here, forward) {
            _ if count == 0 => return self.state.announce("These words are not in the text."),
            (None, _) => 0,
            (Some(here), true) => places.partition_point(|place| place.start() <= here) % count,
            (Some(here), false) => (places.partition_point(|place| place.start() < here) + count - 1) % count,
        };
        self.at.set(Some(places[next].start()));
        edit::select(self.state, places[next]);
        self.state.announce(&[&(next + 1).to_string(), " of ", &count.to_string()].concat());
    }

    /// Replaces the place that was found, and goes to the next.
    fn replace(self) {
        let here = self.at.get_untracked();
        let Some(place) = self.places().into_iter().find(|place| Some(place.start()) == here) else {
            return self.step(true);
        };
        if edit::replace_all(self.state, &[place], &self.instead.get_untracked()) {
            self.step(true);
        }
    }

    fn replace_all(self) {
        let places = self.places();
        if !edit::replace_all(self.state, &places, &self.instead.get_untracked()) {
            return;
        }
        self.at.set(None);
        self.state.say(
            &["Replaced: ", &count(places.len(), "place", "places"), ". Ctrl+Z takes all of it back."]
                .concat(),
        );
    }

    /// Asks what the words are, here and wherever they stand.
    fn mark(self) {
        let Some(&place) = self.places().first() else { return self.step(true) };
        edit::settle(self.state);
        if self.state.current_now().is_some() {
            decide::show_everywhere(self.state, Subject::Words(place));
        }
    }

    /// "4 found, 1 of them in quotation marks"
    fn found(self) -> String {
        self.state.sheet.track();
        let (wanted, article) = (self.wanted.get(), edit::article(self.state));
        if wanted.words.is_empty() {
            return String::new();
        }
        let places = wanted.places(&article.text);
        let spoken = edit::in_quotations(self.state, &places);
        let mut words = [&places.len().to_string(), " found"].concat();
        if spoken > 0 {
            words.push_str(
                &[", ", &spoken.to_string(), " of them in quotation marks: what somebody said would change"]
                    .concat(),
            );
        }
        words
    }
}

/// The search, below the draft.
#[component]
pub fn Find(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    let search =
        Search { state, wanted: RwSignal::default(), instead: RwSignal::default(), at: RwSignal::new(None) };
    always(move || {
        let words = state.sought.get();
        search.wanted.update(|wanted| wanted.words = words);
    });
    let close = move || {
        state.finding.set(false);
        dom::focus_draft();
    };
    let key = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        "Enter" => search.step(!event.shift_key()),
        "Escape" => {
            event.stop_propagation();
            close();
        }
        _ => {}
    };
    let words = move |event| {
        search.at.set(None);
        state.sought.set(event_target_value(&event));
    };
    let whole = move |event| search.wanted.update(|wanted| wanted.whole = event_target_checked(&event));
    let case = move |event| search.wanted.update(|wanted| wanted.case = event_target_checked(&event));
    view! {
        <Show when=move || state.editing.get() && state.finding.get()>
            <div class="find" role="search" aria-label="Find and replace" on:keydown=on(key)>
                <label>"Find "<input id="find-words" type="search" prop:value=live(move || state.sought.get()) on:input=on(words)/></label>
                <label>"Replace with "<input type="text" prop:value=live(move || search.instead.get()) on:input=on(move |event| search.instead.set(event_target_value(&event)))/></label>
                <label class="switch"><input type="checkbox" on:change=on(whole)/><span>"Whole words"</span></label>
                <label class="switch"><input type="checkbox" on:change=on(case)/><span>"Match case"</span></label>
                <span role="status">{live(move || search.found())}</span>
                <div class="actions">
                    <button on:click=on(move |_| search.step(false))>"Before"</button>
                    <button on:click=on(move |_| search.step(true))>"Next"</button>
                    <button on:click=on(move |_| search.replace())>"Replace"</button>
                    <button on:click=on(move |_| search.replace_all())>"Replace all"</button>
                    <button on:click=on(move |_| search.mark())>"Mark all …"</button>
                    <button on:click=on(move |_| close())>"Close"</button>
                </div>
            </div>
        </Show>
    }
}

//! Choosing who says a quotation: one key opens the list, one chooses.

use super::dom::{self, Key};
use super::small::*;
use super::state::{Marked, Notice, State};
use crate::document::ids::EntityId;
use crate::document::reason::Basis;
use crate::review::Correction;
use crate::view::MarkId;
use crate::view::notes::speaker;
use crate::view::speakers::{Choice, choices, quotation_of};
use std::cell::RefCell;
use std::sync::Arc;
use std::time::Duration;

/// Opens the list for the chosen quotation.
pub fn ask(state: State) {
    let quotation = |marked: Arc<Marked>| quotation_of(&marked.document, state.chosen.get_untracked()?);
    match state.current_now().and_then(quotation) {
        Some(piece) => open(state, MarkId::Quote(piece as u32)),
        None => state.say(dom::with_keys_or_touch(
            "Go to a quotation first (q), then choose who says it.",
            "Tap a quotation first, then choose who says it.",
        )),
    }
}

fn open(state: State, id: MarkId) {
    state.choose(id, true);
    state.choosing.set(true);
    dom::after_paint(move || {
        dom::place_card(id);
        dom::focus_into("speakers");
    });
}

/// Leaves the list, back to its quotation.
pub fn leave(state: State) {
    state.choosing.set(false);
    if let Some(id) = state.chosen.get_untracked() {
        dom::focus_mark(id);
    }
}

/// Keys of the list; false where a key is none of them.
pub fn obey(state: State, key: &Key) -> bool {
    let Some((piece, marked)) = asked(state) else { return false };
    match key.name.as_str() {
        "Escape" => leave(state),
        "ArrowDown" => dom::walk("#speakers button", true),
        "ArrowUp" => dom::walk("#speakers button", false),
        "Backspace" | "Delete" => take_back(state, &marked, piece),
        "0" => give(state, &marked, piece, None),
        name => match choice_of_digit(&marked, piece, name) {
            Some(entity) => give(state, &marked, piece, Some(entity)),
            // Letters spell a name of the list, so none goes to a mark meanwhile.
            None => return name.chars().all(char::is_alphabetic) && name.chars().count() == 1 && spell(name),
        },
    }
    true
}

/// Goes to the name that begins with the letters typed within a second of one another.
fn spell(letter: &str) -> bool {
    const PAUSE: Duration = Duration::from_secs(1);
    thread_local! {
        static TYPED: RefCell<(String, u32)> = RefCell::default();
    }
    let (typed, nth) = TYPED.with_borrow_mut(|(typed, nth)| {
        typed.push_str(letter);
        *nth += 1;
        (typed.clone(), *nth)
    });
    dom::focus_by_name("#speakers button", &typed);
    let forget = move || {
        TYPED.with_borrow_mut(|now| {
            if now.1 == nth {
                now.0.clear()
            }
        })
    };
    set_timeout(forget, PAUSE);
    true
}

/// The quotation whose speaker is asked for.
fn asked(state: State) -> Option<(usize, Arc<Marked>)> {
    let marked = state.current_now().filter(|_| state.choosing.get_untracked())?;
    let piece = quotation_of(&marked.document, state.chosen.get_untracked()?)?;
    Some((piece, marked))
}

fn choice_of_digit(marked: &Marked, piece: usize, digit: &str) -> Option<EntityId> {
    let place = digit.parse::<usize>().ok()?.checked_sub(1)?;
    choices(&marked.document, &marked.index, piece).get(place).map(|choice| choice.entity)
}

/// Gives the quotation to somebody, or to nobody.
fn give(state: State, marked: &Marked, piece: usize, entity: Option<EntityId>) {
    let Some(correction) = Correction::speaker(&marked.document, piece, entity) else { return };
    if state.decide("the choice of a speaker", |corrections| corrections.decide(correction)) {
        settle(state, piece);
    }
}

/// Goes back to what Galley found.
fn take_back(state: State, marked: &Marked, piece: usize) {
    let Some(correction) = Correction::speaker(&marked.document, piece, None) else { return };
    if state.decide("going back to Galley’s reading", |corrections| corrections.take_back(&correction)) {
        settle(state, piece);
    }
}

/// Says what holds now, and gives the focus back to the quotation, which has been drawn anew.
fn settle(state: State, piece: usize) {
    state.choosing.set(false);
    let marked = state.current_now();
    let who = marked.and_then(|marked| speaker(&marked.document, marked.document.layers.quotes.get(piece)?));
    let text =
        who.map_or_else(|| "The speaker is left open.".into(), |who| ["Speaker: ", &who, "."].concat());
    state.notice.set(Some(Notice { text, undo: true, alarm: false }));
    let id = MarkId::Quote(piece as u32);
    dom::after_paint(move || {
        dom::focus_mark(id);
        dom::place_card(id);
    });
}

/// What the card of a quotation offers: a button, and the list once it is asked for.
#[component]
pub fn Asking(
    /// The facts of the page.
    state: State,
    /// The mark of the card.
    id: MarkId,
) -> impl IntoView {
    let (piece, marked) = match (id, state.current_now()) {
        (MarkId::Quote(piece) | MarkId::Cue(piece), Some(marked)) => (piece as usize, marked),
        _ => return None,
    };
    let list = move || state.choosing.get().then(|| view! { <List state piece marked=Arc::clone(&marked)/> });
    Some(view! {
        <Show when=move || !state.choosing.get()>
            <button class="ask" aria-keyshortcuts="s" on:click=on(move |_| open(state, id))>
                "Choose the speaker "<kbd>"s"</kbd>
            </button>
        </Show>
        {part(list)}
    })
}

#[component]
fn List(
    /// The facts of the page.
    state: State,
    piece: usize,
    marked: Arc<Marked>,
) -> impl IntoView {
    let quote = marked.document.layers.quotes.get(piece)?.clone();
    let pieces = marked.document.layers.quotes.iter().filter(|other| other.group == quote.group).count();
    let offered = choices(&marked.document, &marked.index, piece).into_iter().enumerate();
    let lines = offered.map(|(at, choice)| line(state, &marked, piece, at, choice)).collect_view();
    let found = marked.found.layers.quotes.get(piece).and_then(|quote| speaker(&marked.found, quote));
    let found = found.unwrap_or_else(|| "unknown".into());
    let (open_now, decided) = (quote.source.is_none(), quote.why.rule.basis() == Basis::Decided);
    let for_nobody = Arc::clone(&marked);
    let nobody = move |_| give(state, &for_nobody, piece, None);
    let back = move |_| take_back(state, &marked, piece);
    Some(view! {
        <div id="speakers" class="speakers" role="group" aria-labelledby="speakers-title" tabindex="-1">
            <h3 id="speakers-title">"Who says this?"</h3>
            {(pieces > 1).then(|| view! { <p class="fine">"All "{pieces}" pieces of the quotation follow."</p> })}
            <ul>
                {lines}
                {(!open_now).then(|| view! {
                    <li><button on:click=on(nobody)><kbd>"0"</kbd><span class="name">"Unknown"</span></button></li>
                })}
                {decided.then(|| view! {
                    <li><button on:click=on(back)>
                        <kbd aria-label="Backspace">"⌫"</kbd><span class="name">"Galley’s reading"</span>
                        <span class="detail" dir="auto">{found}</span>
                    </button></li>
                })}
            </ul>
        </div>
    })
}

fn line(
    state: State,
    marked: &Arc<Marked>,
    piece: usize,
    at: usize,
    choice: Choice,
) -> impl IntoView + use<> {
    let marked = Arc::clone(marked);
    let entity = Some(choice.entity);
    let about = if choice.likely { [&choice.about, "; passed over"].concat() } else { choice.about };
    let digit = (at < 9).then(|| (at + 1).to_string());
    view! {
        <li>
            <button on:click=on(move |_| give(state, &marked, piece, entity))>
                {digit.map(|digit| view! { <kbd>{digit}</kbd> })}
                <span class="name" dir="auto">{choice.name}</span>
                <span class="detail" dir="auto">{about}</span>
            </button>
        </li>
    }
}

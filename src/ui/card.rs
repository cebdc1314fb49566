//! The card of the chosen mark.

use super::decide::Correcting;
use super::dom;
use super::edges;
use super::names::AddName;
use super::origin::FromHere;
use super::parts::PartOf;
use super::share::{CopyQuotation, LinkToMark};
use super::small::*;
use super::speaker::Asking;
use super::state::State;
use crate::document::reason::Basis;
use crate::view::MarkId;
use crate::view::card::{Card, card};

/// The card follows its mark, which moves when the window changes and stays in it. Whoever has scrolled on is not
/// brought back.
pub fn follow(state: State) {
    let open = state.card_open.get_untracked();
    if let Some(id) = state.chosen.get_untracked().filter(|_| open) {
        dom::after_paint(move || {
            dom::keep_mark(id);
            dom::place_card(id);
            edges::place_handles(state, state.pinned.get_untracked());
        });
    }
}

/// The card, while one is open.
#[component]
pub fn CardView(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    let open = Memo::new(move |_| {
        let id = state.chosen.get().filter(|_| state.card_open.get())?;
        let marked = state.current()?;
        Some((id, card(&marked.document, &marked.index, id)?))
    });
    always(move || {
        if let Some((id, _)) = open.get() {
            dom::place_card(id);
        }
    });
    part(move || open.get().map(|(id, card)| view! { <Open state id card/> }))
}

#[component]
fn Open(
    /// The facts of the page.
    state: State,
    id: MarkId,
    card: Card,
) -> impl IntoView {
    let close = move |_| {
        dom::hide_card_focus(id);
        state.close_card();
    };
    // A card that only follows the pointer stays while the pointer is in it.
    let held = RwSignal::new(false);
    let hold = move |_| {
        held.set(!state.pinned.get_untracked());
        state.pinned.set(true);
    };
    let let_go = move |_| {
        if held.get_untracked() && !state.choosing.get_untracked() {
            state.close_card();
        }
    };
    let facts = card
        .facts
        .iter()
        .map(|(label, value)| view! { <dt>{*label}</dt><dd dir="auto">{dom::in_words(label, value)}</dd> });
    let basis = match card.why.basis {
        Basis::Read => "Read in the text",
        Basis::Inferred => "Inferred",
        Basis::Decided => "Your decision",
    };
    let passed_over = card.why.passed_over.join(", ");
    let label = [&card.kind, ": ", &card.title].concat();
    view! {
        <section id="card" class="card" role="dialog" aria-label=label tabindex="-1"
            on:mouseenter=on(hold) on:mouseleave=on(let_go)>
            <p class="kind">
                {card.kind.clone()}
                {card.doubt.map(|doubt| view! { <span class=class_of("doubt grave", doubt.starts_with("Doubtful"), "doubt")>{doubt}</span> })}
            </p>
            <h2 dir="auto">{card.title.clone()}</h2>
            <dl>{facts.collect_view()}</dl>
            <p class="why"><b class="basis">{basis}". "</b>{card.why.sentence.clone()}</p>
            {(!passed_over.is_empty()).then(|| view! { <p class="passed">"Passed over: "{passed_over.clone()}"."</p> })}
            <Asking state id/>
            <Correcting state id/>
            <FromHere state id/>
            <CopyQuotation state id/>
            <LinkToMark state/>
            <AddName state id/>
            <PartOf state id/>
            <div class="turn">
                <Turn state id others=card.others/>
                <button on:click=on(close) aria-label="Close the card">"Close"</button>
            </div>
        </section>
    }
}

/// "2 of 5", with the mention before and after.
#[component]
fn Turn(
    /// The facts of the page.
    state: State,
    id: MarkId,
    others: Vec<MarkId>,
) -> impl IntoView {
    let at = others.iter().position(|&other| other == id).or_else(|| others.first().map(|_| 0));
    let at = at.filter(|_| others.len() > 1)?;
    let count = others.len();
    let place = [&(at + 1).to_string(), " of ", &count.to_string()].concat();
    let before = others[(at + count - 1) % count];
    let after = others[(at + 1) % count];
    Some(view! {
        <button on:click=on(move |_| state.jump(before, true)) aria-label="The mention before">"‹"</button>
        <span class="place">{place}</span>
        <button on:click=on(move |_| state.jump(after, true)) aria-label="The next mention">"›"</button>
    })
}

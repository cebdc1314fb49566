//! Correcting a mark, and marking selected words: one key opens the list, one decides.

use super::dom::{self, Key};
use super::small::*;
use super::state::{Notice, State};
use crate::checks::Check;
use crate::document::own_labels;
use crate::review::{Change, Correction, Corrections, Reach};
use crate::text::TextRange;
use crate::view::decide::{Asked, Offer, Subject, ask, html, said, typed};
use crate::view::{Layer, MarkId};

/// Opens the list for a subject. A decision about a name reaches all of the same until somebody says otherwise.
pub fn show(state: State, subject: Subject) {
    let reach = if matches!(subject, Subject::Words(_)) { Reach::Here } else { Reach::All };
    show_reaching(state, subject, reach);
}

/// Opens the list for words, wherever they stand.
pub fn show_everywhere(state: State, subject: Subject) {
    show_reaching(state, subject, Reach::All);
}

fn show_reaching(state: State, subject: Subject, reach: Reach) {
    state.close_card();
    state.deciding.set(Some((subject, reach)));
    dom::show_dialog("decide", true);
    dom::after_paint(|| dom::focus_into("decide-list"));
}

/// Takes the mark off what is chosen.
pub fn unmark(state: State) {
    let Some(marked) = state.current_now() else { return };
    let Some(id) = state.chosen.get_untracked().or_else(dom::focused_mark) else { return };
    if let MarkId::Finding(i) = id
        && let Some(finding) = marked.index.findings.get(i as usize).filter(|one| one.check == Check::Waiting)
    {
        return state.drop_gone(finding.parts.first().map_or("", String::as_str));
    }
    let asked = ask(&marked.document, &marked.index, Subject::Mark(id), Reach::Here, &[]);
    let offer = asked.as_ref().and_then(|asked| asked.offers.iter().find(|offer| offer.key == "0"));
    if let (Some(asked), Some(offer)) = (&asked, offer) {
        decide(state, asked, offer);
    }
}

/// Decides, says how far it reached, and closes the list.
fn decide(state: State, asked: &Asked, offer: &Offer) {
    let text = said(asked, offer);
    make(state, text, offer.decision.clone());
}

/// Makes a decision, says so, and goes on from its mark.
pub(super) fn make(state: State, text: String, decision: Correction) {
    // A mark that gets another extent stands there then.
    let words = match &decision.change {
        Change::Extent(words) => words,
        _ => &decision.at,
    };
    let at = state.sheet.with_untracked(|sheet| words.place(&sheet.article.text));
    dom::show_dialog("decide", false);
    state.close_card();
    // A label that nobody would see has gone nowhere.
    let shown = state.visible.get_untracked();
    if matches!(decision.change, Change::Own(..)) && !shown.has(Layer::Own) {
        state.visible.set(shown.toggled(Layer::Own));
    }
    if !state.decide("the decision", |corrections| corrections.decide(decision)) {
        return;
    }
    state.notice.set(Some(Notice { text, undo: true, alarm: false }));
    at.into_iter().for_each(|range| stay(state, range));
}

/// Goes to the mark that stands here now, or else to the one before, so that the next key goes on from here.
fn stay(state: State, range: TextRange) {
    let Some(marked) = state.current_now() else { return };
    let marks = &marked.index.marks;
    let next = marks.partition_point(|mark| mark.range.start() < range.start());
    let here = marks.get(next).filter(|mark| mark.range.start() == range.start());
    let mark = here.or_else(|| marks.get(next.checked_sub(1)?)).map(|mark| mark.id);
    state.chosen.set(mark);
    // A quick hand may have gone on to another mark before the paint.
    dom::after_paint(move || {
        if let Some(id) = mark.filter(|_| state.chosen.get_untracked() == mark) {
            dom::focus_mark(id);
        }
    });
}

/// Takes back all that was decided about these words.
fn forget(state: State, range: TextRange) {
    let text = state.sheet.with_untracked(|sheet| sheet.article.text.clone());
    dom::show_dialog("decide", false);
    if state.corrections.get_untracked().iter().any(|correction| correction.is_at(&text, range)) {
        let forget = |corrections: &mut Corrections| {
            corrections.forget(&text, range);
        };
        if !state.decide("going back to Galley’s reading", forget) {
            return;
        }
        state.notice.set(Some(Notice { text: "As Galley reads it.".into(), undo: true, alarm: false }));
        stay(state, range);
    }
}

/// The list in a dialog.
#[component]
pub fn Decide(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    // Found out once for all that is drawn of it.
    let now = Memo::new(move |_| {
        let (subject, reach) = state.deciding.get()?;
        let marked = state.current()?;
        let (own, _) = own_labels::parse(&state.labels.get());
        Some((subject, reach, ask(&marked.document, &marked.index, subject, reach, &own)?))
    });
    let asked = move || now.get_untracked();
    let back = move || {
        if let Some((.., asked)) = asked() {
            forget(state, asked.range);
        }
    };
    let take = move |found: &dyn Fn(usize, &Offer) -> bool| {
        let Some((.., asked)) = asked() else { return false };
        let offer = asked.offers.iter().enumerate().find(|(at, offer)| found(*at, offer));
        offer.map(|(_, offer)| decide(state, &asked, offer)).is_some()
    };
    let turn = move || {
        state.deciding.update(|now| {
            if let Some((_, reach)) = now {
                *reach = if *reach == Reach::All { Reach::Here } else { Reach::All };
            }
        });
        dom::after_paint(|| dom::focus_into("decide-list"));
    };
    let press = move |event: leptos::ev::KeyboardEvent| {
        let Some(key) = dom::key_of(&event).filter(|key| !dom::is_fields_key(&event, key)) else { return };
        let Key { name, command: false, alt: false, .. } = key else { return };
        let done = match name.as_str() {
            "ArrowDown" => {
                dom::walk("#decide-list button", true);
                true
            }
            "ArrowUp" => {
                dom::walk("#decide-list button", false);
                true
            }
            "a" => {
                turn();
                true
            }
            "Backspace" | "Delete" => {
                back();
                true
            }
            name => take(&|_, offer| offer.key == name),
        };
        if done {
            // The list may be closed by now, and the page's own keys are others.
            event.prevent_default();
            event.stop_propagation();
        }
    };
    let click = move |event: leptos::ev::MouseEvent| {
        let number =
            dom::attribute_under(&event, "data-offer").and_then(|number| number.parse::<usize>().ok());
        if let Some(number) = number {
            take(&|at, _| at == number);
        }
    };
    let words = move || now.get().map(|(.., asked)| asked.words).unwrap_or_default();
    let list = move || now.get().map(|(.., asked)| html(&asked)).unwrap_or_default();
    let reach = move || match now.get() {
        Some((_, Reach::All, asked)) => ["All ", &asked.several.to_string(), " of them"].concat(),
        _ => "Only here".to_owned(),
    };
    let field = move || now.get().and_then(|(.., asked)| asked.field);
    let label = move || field().map(|field| field.name).unwrap_or_default().to_owned();
    let value = move || field().map(|field| field.now).unwrap_or_default();
    let set = move |event: leptos::ev::Event| {
        let (words, marked) = (event_target_value(&event), state.current_now());
        let (Some((subject, _, asked)), Some(marked)) = (asked(), marked) else { return };
        match typed(&marked.document, subject, &asked, &words) {
            Ok(decision) => {
                let text = ["“", &asked.words, "”: ", &decision.choice(), "."].concat();
                make(state, text, decision);
            }
            Err(sentence) => state.warn(sentence),
        }
    };
    let comment = move |event: leptos::ev::Event| {
        let (words, marked) = (event_target_value(&event).trim().to_owned(), state.current_now());
        if let (Some((.., asked)), Some(marked)) = (asked().filter(|_| !words.is_empty()), marked) {
            let decision = Correction::new(&marked.document, asked.range, Change::Comment(words));
            make(state, "The comment is kept.".to_owned(), decision);
        }
    };
    // The event comes late: the list may be open again.
    let close = move |_| {
        if !dom::is_shown("decide") {
            state.deciding.set(None);
        }
    };
    view! {
        <dialog id="decide" class="sheet" aria-labelledby="decide-title" on:keydown=on(press) on:close=on(close)>
            <h2 id="decide-title">"What is this?"</h2>
            <p class="quoted" dir="auto">{live(words)}</p>
            <Show when=move || now.get().is_some_and(|(.., asked)| asked.several > 1)>
                <button type="button" class="ask" on:click=on(move |_| turn())>{live(reach)}" "<kbd>"a"</kbd></button>
            </Show>
            <ul id="decide-list" class="speakers" tabindex="-1" inner_html=live(list) on:click=on(click)></ul>
            <Show when=move || field().is_some()>
                <label class="field"><span>{live(label)}</span><input type="text" prop:value=live(value) on:change=on(set)/></label>
            </Show>
            <label class="field"><span>"Comment"</span><input type="text" id="decide-comment" prop:value=live(move || {
                now.get();
                String::new()
            }) on:change=on(comment)/></label>
            <form method="dialog">
                <button type="button" on:click=on(move |_| {
                    back();
                })>"Leave it to Galley"<span class="with-keys">" (Backspace)"</span></button>
                <button>"Close"</button>
            </form>
        </dialog>
    }
}

/// In a card: the way to the list, for who has no keys.
#[component]
pub fn Correcting(
    /// The facts of the page.
    state: State,
    /// The mark of the card.
    id: MarkId,
) -> impl IntoView {
    view! {
        <button class="ask" aria-haspopup="dialog" aria-keyshortcuts="i" on:click=on(move |_| show(state, Subject::Mark(id)))>
            "Correct or comment"<kbd>"i"</kbd>
        </button>
    }
}

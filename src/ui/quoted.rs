//! Who says what, in the ledger: by speaker with their shares, or in text order.

use super::dom;
use super::lines::{Search, go_round, way};
use super::small::*;
use super::state::State;
use crate::text::lower;
use crate::view::ledger::count;
use crate::view::quoted::{Said, Speaker, Voice, said, speakers};
use crate::view::{Layer, MarkId};
use std::sync::Arc;

/// Speakers, and quotations in text order, that show before more are asked for.
const SHOWN: usize = 12;
/// Quotations of one speaker that show before more are asked for.
const OF_EACH: usize = 4;

/// The quotations with their switch.
#[component]
pub fn Quoted(
    /// The facts of the page.
    state: State,
    /// What is looked for.
    search: Search,
) -> impl IntoView {
    let by_speaker = RwSignal::new(true);
    let listed = state.listed(1);
    let all = Memo::new(move |_| {
        let attitudes = state.visible.get().has(Layer::Attitudes);
        let marked = listed.get();
        marked.map(|marked| said(&marked.document, &marked.index, attitudes)).unwrap_or_default()
    });
    let found = Memo::new(move |_| {
        let wanted = search.wanted();
        all.get().into_iter().filter(|said| holds(said, &wanted)).collect::<Vec<Said>>()
    });
    search.count("quoted", move || found.with(Vec::len));
    let list = move || match by_speaker.get() {
        true => view! { <BySpeaker state found/> }.into_any(),
        false => view! { <InTextOrder state found/> }.into_any(),
    };
    let order = move |speaker: bool, name: &'static str| {
        let pressed = move || (by_speaker.get() == speaker).to_string();
        view! { <button aria-pressed=live(pressed) on:click=on(move |_| by_speaker.set(speaker))>{name}</button> }
    };
    view! {
        <section aria-labelledby="ledger-quoted" class="says" hidden=live(move || found.with(Vec::is_empty))>
            <h3 id="ledger-quoted">"Who says what"<span class="count">{live(move || all.with(Vec::len).to_string())}</span></h3>
            <div class="order" role="group" aria-label="Order of the quotations">
                {order(true, "By speaker")}{order(false, "In text order")}
            </div>
            {part(list)}
        </section>
    }
}

fn holds(said: &Said, wanted: &str) -> bool {
    wanted.is_empty() || [&said.name, &said.words].iter().any(|text| lower(text).contains(wanted))
}

#[component]
fn InTextOrder(
    /// The facts of the page.
    state: State,
    found: Memo<Vec<Said>>,
) -> impl IntoView {
    let line = move |said: Said| {
        let open = said.voice == Voice::Nobody;
        view! { <li><Line state said=said.clone() named=true open/></li> }
    };
    view! { <FirstOf items=Arc::new(move || found.get()) shown=SHOWN line/> }
}

#[component]
fn BySpeaker(
    /// The facts of the page.
    state: State,
    found: Memo<Vec<Said>>,
) -> impl IntoView {
    let voices = Arc::new(move || speakers(&found.get()));
    view! { <FirstOf items=voices shown=SHOWN line=move |speaker| view! { <SpeakerView state speaker/> }/> }
}

/// The first of a list, and a button for the rest.
#[component]
fn FirstOf<T, L, V>(items: Arc<dyn Fn() -> Vec<T> + Send + Sync>, shown: usize, line: L) -> impl IntoView
where
    T: Clone + Send + Sync + 'static,
    L: Fn(T) -> V + Clone + Send + 'static,
    V: IntoView + 'static,
{
    let all = RwSignal::new(false);
    let counted = Arc::clone(&items);
    let limit = move || if all.get() { usize::MAX } else { shown };
    let lines = move || items().into_iter().take(limit()).map(&line).collect_view();
    let more = move |event: leptos::ev::MouseEvent| {
        dom::focus_rest_of_list(&event);
        all.set(true);
    };
    let rest = move || {
        let hidden = counted().len().saturating_sub(limit());
        (hidden > 0).then(
            || view! { <button class="more" on:click=on(more)>{count(hidden, "more", "more")}</button> },
        )
    };
    view! {
        <ul>{part(lines)}</ul>
        {part(rest)}
    }
}

/// A speaker, the share as a bar and in figures, and what is said.
#[component]
fn SpeakerView(
    /// The facts of the page.
    state: State,
    speaker: Speaker,
) -> impl IntoView {
    let Speaker { voice, name, about, quoted, share, said } = speaker;
    let marks: Vec<MarkId> = said.iter().filter_map(|said| said.marks.first().copied()).collect();
    let about = (!about.is_empty()).then(|| [about, "; "].concat());
    let figures = match quoted {
        0 => "no words in quotation marks".into(),
        _ => [&count(quoted, "word", "words"), " in quotation marks, ", &share.to_string(), " %"].concat(),
    };
    let width = [&share.to_string(), "%"].concat();
    let open = voice == Voice::Nobody;
    let pieces = said.len().to_string();
    let said = Arc::new(move || said.clone());
    let line = move |said: Said| view! { <li><Line state said named=false open=false/></li> };
    view! {
        <li class="voice">
            <button class=class_of("line open", open, "line") data-go=way(&marks) on:click=on(move |_| go_round(state, &marks))>
                <span class="name" dir="auto">{name}</span>
                <span class="count">{pieces}</span>
                {(quoted > 0).then(|| view! { <span class="share" aria-hidden="true"><span style:width=live(move || width.clone())></span></span> })}
                <span class="detail figures">{about}{figures}</span>
            </button>
            <FirstOf items=said shown=OF_EACH line/>
        </li>
    }
}

/// One quotation: its first words, and what kind it is where it is no plain direct one.
#[component]
fn Line(
    /// The facts of the page.
    state: State,
    said: Said,
    named: bool,
    open: bool,
) -> impl IntoView {
    let marks = said.marks.clone();
    let pieces = marks.len();
    let kinds = said.kinds.iter().map(|kind| view! { <span class="tag">{*kind}</span>" " }).collect_view();
    view! {
        <button class=class_of("line open", open, "line") data-go=way(&marks) on:click=on(move |_| go_round(state, &marks))>
            {named.then(|| view! { <span class="name" dir="auto">{said.name}</span> })}
            <span class="detail" dir="auto">{kinds}{said.words}</span>
            {(pieces > 1).then(|| view! { <span class="count">{pieces}</span> })}
        </button>
    }
}

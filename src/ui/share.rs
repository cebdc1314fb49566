//! Sharing without a server: a link that carries the article and what was decided about it after its `#`, which no
//! browser sends to the site.

use super::dom;
use super::formats::Told;
use super::keep;
use super::small::*;
use super::state::{Notice, State};
use crate::document::article::Article;
use crate::exchange::{Answer, Ask, At, LINK, to_share};
use crate::export::attributed;
use crate::review::Corrections;
use crate::view::MarkId;
use std::sync::Arc;

/// What came by a link and waits to be opened: what it holds, and the mark that it leads to.
type Came = Option<Arc<(Article, Corrections, String, Option<At>)>>;

/// The link to what is shown, once there is one, and what is said of it.
pub type Link = (Option<String>, String);

/// Makes a link to what is shown.
pub fn make(state: State, link: RwSignal<Link>) {
    link.set((None, "The link is being made.".into()));
    let bytes = state.sheet.with_untracked(|sheet| {
        state.corrections.with_untracked(|corrections| to_share(&sheet.article, corrections))
    });
    let then = move |answer: Told| match answer {
        Ok((Answer::Link(address, about), _)) => link.set((address, about)),
        Ok(_) => {}
        Err(why) => link.set((None, why)),
    };
    let at = state.formats.at.get_value();
    state.formats.ask(&Ask::Pack(dom::here(), at), &bytes, Box::new(then));
}

/// In the list of formats: what the link is, and the ways to pass it on.
#[component]
pub fn ShareLink(
    /// The facts of the page.
    state: State,
    /// The link, once it is made.
    link: RwSignal<Link>,
) -> impl IntoView {
    let address = move || link.get().0;
    let copy = move |_| {
        let Some(address) = untrack(address) else { return };
        leptos::task::spawn_local(async move {
            match dom::copy_text(&address).await {
                true => {
                    dom::show_dialog("formats", false);
                    state.say("The link is on the clipboard.");
                }
                false => state.warn("The browser did not allow copying. Download the HTML proof instead."),
            }
        });
    };
    let share = move |_| {
        if let Some(address) = untrack(address) {
            let title = state.current_now().and_then(|marked| marked.document.headline()).unwrap_or_default();
            dom::share(&title, &address);
        }
    };
    view! {
        <ul class="formats">
            <li>
                <div><strong>"Link"</strong><p role="status">{live(move || link.get().1)}</p></div>
                <button disabled=live(move || address().is_none()) on:click=on(copy)>"Copy the link"</button>
                {dom::can_share().then(|| view! {
                    <button disabled=live(move || address().is_none()) on:click=on(share)>"Share…"</button>
                })}
            </li>
        </ul>
    }
}

/// Opens what a link carries, when the page is opened with one or its address becomes one.
fn listen(state: State, came: RwSignal<Came>) {
    let look = move || {
        let fragment = dom::fragment();
        let Some(link) = fragment.strip_prefix(LINK) else { return };
        let then = move |answer: Told| match answer {
            Ok((Answer::Linked(article, corrections, about, at), _)) => {
                came.set(Some(Arc::new((article, corrections, about, at))));
            }
            Ok(_) => {}
            Err(why) => {
                dom::clear_fragment();
                state.warn(&why);
            }
        };
        state.formats.ask(&Ask::Unpack(link.to_owned()), &[], Box::new(then));
    };
    dom::on_window("hashchange", move |_| look());
    look();
    // What is kept in the browser may come later than what the link holds.
    always(move || {
        let own = state.sheet.with(|sheet| (!sheet.blocks.is_empty()).then_some(!sheet.sample));
        match own.filter(|_| came.with(Option::is_some)) {
            Some(true) => dom::show_dialog("linked", true),
            Some(false) => take(state, came),
            None => {}
        }
    });
}

fn take(state: State, came: RwSignal<Came>) {
    let Some(came) = came.try_update(Option::take).flatten() else { return };
    dom::clear_fragment();
    let (article, corrections, _, at) = Arc::unwrap_or_clone(came);
    state.reopen(dom::new_id().into(), article, false, corrections);
    if let Some((mark, at)) = at {
        // From now on what is noted is noted of the article that came.
        keep::keep(state);
        let opened = state.sheet.with_untracked(|sheet| sheet.opened);
        state.keeping.note(|given| given.card = Some((opened, mark, at)));
    }
    let text = "This is the article of the link that you opened.".to_owned();
    state.notice.set(Some(Notice { text, undo: true, alarm: false }));
}

/// In the card of a quotation: it goes into another text with who said it.
#[component]
pub fn CopyQuotation(
    /// The facts of the page.
    state: State,
    /// The mark whose card it is.
    id: MarkId,
) -> impl IntoView {
    let MarkId::Quote(piece) = id else { return None };
    let copy = move |_| {
        let written =
            state.current_now().and_then(|marked| attributed::write(&marked.document, piece as usize));
        let Some((html, plain)) = written else { return };
        match dom::copy_rich(html, plain) {
            true => state.say("The quotation with its speaker is on the clipboard."),
            false => state.warn("The browser did not allow copying. Select the words and copy them instead."),
        }
    };
    Some(view! { <button class="ask" on:click=on(copy)>"Copy with its speaker"</button> })
}

/// In the card of a mark: the way to a link that leads to it.
#[component]
pub fn LinkToMark(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    let open = move |_| state.formats.show(keep::open_card(state));
    view! { <button class="ask" aria-haspopup="dialog" on:click=on(open)>"Link to this mark"</button> }
}

/// Asks before an article that a link carries takes the place of the reader's own.
#[component]
pub fn Linked(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    let came = RwSignal::new(Came::None);
    listen(state, came);
    let what = move || came.with(|came| came.as_ref().map(|came| came.2.clone()).unwrap_or_default());
    let open = move |_| {
        dom::show_dialog("linked", false);
        take(state, came);
    };
    // Closing it in any other way keeps what is there.
    let leave = move |_| {
        if came.with_untracked(Option::is_some) {
            came.set(None);
            dom::clear_fragment();
        }
    };
    view! {
        <dialog id="linked" class="sheet" aria-labelledby="linked-title" on:close=on(leave)>
            <h2 id="linked-title">"Open the article of this link?"</h2>
            <p dir="auto">{live(what)}</p>
            <p>"The article you have here stays among your documents; Undo brings it back at once."</p>
            <form method="dialog">
                <button>"Keep mine"</button>
                <button type="button" class="main" on:click=on(open)>"Open it"</button>
            </form>
        </dialog>
    }
}

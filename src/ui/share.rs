//! Sharing without a server: a link that carries the article and what was decided about it after its `#`, which no
//! browser sends to the site.

use super::dom;
use super::formats::Told;
use super::small::*;
use super::state::{Notice, State};
use crate::document::article::Article;
use crate::exchange::{Answer, Ask, LINK, LONGEST_LINK, to_share};
use crate::export::attributed;
use crate::review::Corrections;
use crate::view::MarkId;
use crate::view::explain::shorten;
use crate::view::ledger::count;
use std::sync::Arc;

/// What came by a link and waits to be opened.
type Came = Option<Arc<(Article, Corrections)>>;

/// The link to what is shown, or why there is none.
pub type Link = Option<Result<String, String>>;

/// Makes a link to what is shown.
pub fn make(state: State, link: RwSignal<Link>) {
    link.set(None);
    let bytes = state.sheet.with_untracked(|sheet| {
        state.corrections.with_untracked(|corrections| to_share(&sheet.article, corrections))
    });
    let then = move |answer: Told| {
        link.set(Some(match answer {
            Ok((Answer::Link(end), _)) => Ok([&dom::here(), "#", LINK, &end].concat()),
            Ok(_) => Err("There is no link to this.".into()),
            Err(why) => Err(why),
        }));
    };
    state.formats.ask(&Ask::Pack, &bytes, Box::new(then));
}

/// What is said of a link before it is copied.
fn about(link: &Link) -> String {
    match link {
        None => "The link is being made.".into(),
        Some(Err(why)) => why.clone(),
        Some(Ok(link)) if link.len() > LONGEST_LINK => [
            "A link to this article would be ",
            &size(link.len()),
            " long, more than most programs carry. Download the HTML proof and send that: it opens in Galley again.",
        ]
        .concat(),
        Some(Ok(link)) => [
            "The link is ",
            &size(link.len()),
            " long and holds the whole article with what you decided. This site never gets it, but whoever has the \
             link can read the article, and so can the chat or mail service that carries it.",
        ]
        .concat(),
    }
}

/// "4 kB"
fn size(bytes: usize) -> String {
    [&bytes.div_ceil(1000).to_string(), " kB"].concat()
}

/// In the list of formats: what the link is, and the ways to pass it on.
#[component]
pub fn ShareLink(
    /// The facts of the page.
    state: State,
    /// The link, once it is made.
    link: RwSignal<Link>,
) -> impl IntoView {
    let address = move || link.get().and_then(Result::ok).filter(|link| link.len() <= LONGEST_LINK);
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
                <div><strong>"Link"</strong><p role="status">{live(move || about(&link.get()))}</p></div>
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
            Ok((Answer::Linked(article, corrections), _)) => came.set(Some(Arc::new((article, corrections)))),
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
    let (article, corrections) = Arc::unwrap_or_clone(came);
    state.reopen(dom::new_id().into(), article, false, corrections);
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

/// Asks before an article that a link carries takes the place of the reader's own.
#[component]
pub fn Linked(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    let came = RwSignal::new(Came::None);
    listen(state, came);
    let what =
        move || came.with(|came| came.as_ref().map(|came| in_words(&came.0, &came.1)).unwrap_or_default());
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

/// "“Port talks resume”, 412 words, 3 decisions."
fn in_words(article: &Article, corrections: &Corrections) -> String {
    let first = article.text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let words = article.text.split_whitespace().count();
    let decisions = corrections.iter().count() + article.choices.parts.len();
    let start = ["“", &shorten(first.trim(), 80), "”, ", &count(words, "word", "words")].concat();
    match decisions {
        0 => start + ".",
        _ => [&start, ", ", &count(decisions, "decision", "decisions"), "."].concat(),
    }
}

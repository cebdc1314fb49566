//! The page's parts in a real browser: mount one, act, look by role and name.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used)]

use galley::annotate::annotate;
use galley::article::Article;
use galley::ui::{card, ledger, legend, proof, state::State, status};
use galley::view::{LAYERS, Layer, MarkId};
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Element, HtmlElement};

wasm_bindgen_test_configure!(run_in_browser);

const STORY: &str = "Ferry stays\n\nHARLINGFORD, March 3 (Coast Wire) - “Nobody here wants a bridge,” Mayor Oona \
                     Whitlock told reporters on Tuesday.\n\nShe wrote <b>this</b> & left.";

/// A place of its own for a part, with the state of a page that shows a marked article.
fn mount<V: IntoView + 'static>(part: impl FnOnce(State) -> V + 'static) -> (State, HtmlElement) {
    let document = leptos::prelude::document();
    let place: HtmlElement = document.create_element("div").unwrap().unchecked_into();
    document.body().unwrap().append_child(&place).unwrap();
    let state = State::new();
    let article = Article::plain(STORY);
    state.open_marked(article.clone(), annotate(article).layers, false);
    leptos::mount::mount_to(place.clone(), move || part(state)).forget();
    (state, place)
}

fn all(place: &Element, selector: &str) -> Vec<HtmlElement> {
    let found = place.query_selector_all(selector).unwrap();
    (0..found.length()).map(|at| found.get(at).unwrap().unchecked_into()).collect()
}

fn one(place: &Element, selector: &str) -> HtmlElement {
    let found = place.query_selector(selector).unwrap();
    found.unwrap_or_else(|| panic!("no {selector} in {}", place.inner_html())).unchecked_into()
}

fn words(element: &Element) -> String {
    element.text_content().unwrap_or_default()
}

#[wasm_bindgen_test]
async fn the_legend_has_a_switch_for_every_layer_and_its_count() {
    let (state, place) = mount(|state| view! { <legend::Legend state/> });
    tick().await;
    assert_eq!(all(&place, "input[type=checkbox]").len(), LAYERS.len());
    let quotations = one(&place, "input[data-layer=quotations]");
    assert_eq!(quotations.get_attribute("aria-label").as_deref(), Some("Quotations, 1"));
    quotations.click();
    tick().await;
    assert!(!state.visible.get_untracked().has(Layer::Quotations));
    assert!(state.visible.get_untracked().has(Layer::People));
}

#[wasm_bindgen_test]
async fn the_proof_shows_the_article_to_the_letter_and_its_marks() {
    let (state, place) = mount(|state| view! { <proof::Proof state/> });
    tick().await;
    let shown: Vec<String> = all(&place, "h1, h2, p").iter().map(|block| words(block)).collect();
    assert_eq!(shown.join("\n\n"), STORY);
    assert!(all(&place, "mark[data-layer=quotations]").iter().any(|mark| words(mark).contains("bridge")));
    assert!(place.query_selector("p b").unwrap().is_none(), "tags in the text stay text");
    state.visible.set(galley::view::LayerSet(0));
    tick().await;
    assert!(all(&place, "mark").is_empty());
    assert_eq!(all(&place, "h1, h2, p").iter().map(|block| words(block)).collect::<Vec<_>>(), shown);
}

#[wasm_bindgen_test]
async fn the_ledger_finds_what_is_typed() {
    let (_, place) = mount(|state| view! { <ledger::Ledger state/> });
    tick().await;
    let rows = |place: &Element| all(place, "section:not(.unseen) li button").len();
    let before = rows(&place);
    assert!(before > 1, "{}", place.inner_html());
    let field: web_sys::HtmlInputElement = one(&place, "input[type=search]").unchecked_into();
    field.set_value("BRIDGE");
    field.dispatch_event(&web_sys::Event::new("input").unwrap()).unwrap();
    tick().await;
    assert!(rows(&place) < before && rows(&place) > 0);
}

#[wasm_bindgen_test]
async fn the_card_says_why_and_closes() {
    let (state, place) = mount(|state| view! { <card::CardView state/> });
    tick().await;
    assert!(place.query_selector("[role=dialog]").unwrap().is_none());
    state.choose(MarkId::Quote(0), true);
    tick().await;
    assert!(!words(&one(&place, "[role=dialog] .why")).is_empty());
    one(&place, "button[aria-label='Close the card']").click();
    tick().await;
    assert!(place.query_selector("[role=dialog]").unwrap().is_none());
}

#[wasm_bindgen_test]
async fn a_message_is_announced_and_can_be_dismissed() {
    let (state, place) = mount(|state| view! { <status::Notices state/> });
    state.warn("That file could not be read.");
    tick().await;
    assert!(words(&one(&place, "[role=status]")).contains("could not be read"));
    one(&place, "button[aria-label='Dismiss the message']").click();
    tick().await;
    assert!(!words(&place).contains("could not be read"));
}

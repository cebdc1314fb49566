//! The page's components in a real browser, found the way people find them: by role and name.
//!
//! There is no worker here: texts are shown with marks made beforehand, as the sample is.

#![cfg(target_arch = "wasm32")]

use galley::import::{Imported, fuller};
use galley::ui::state::{Progress, State};
use galley::ui::{card, dom, help, ledger, legend, menu, proof, status};
use galley::view::index::Filter;
use galley::view::{Layer, MarkId};
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::*;
use web_sys::{Element, HtmlElement};

#[path = "it/copies.rs"]
mod copies;

/// Copies from other programs.
const COPIES: [&str; 12] = [
    include_str!("import/acrobat.txt"),
    include_str!("import/apple-notes.txt"),
    include_str!("import/chat.txt"),
    include_str!("import/excel.txt"),
    include_str!("import/google-docs.txt"),
    include_str!("import/libreoffice.txt"),
    include_str!("import/mail.txt"),
    include_str!("import/outlook.txt"),
    include_str!("import/slack.txt"),
    include_str!("import/terminal.txt"),
    include_str!("import/whatsapp.txt"),
    include_str!("import/word.txt"),
];

wasm_bindgen_test_configure!(run_in_browser);

/// Mounts the page without engine and storage, showing the sample.
async fn page() -> State {
    let place = fresh_place();
    let (sender, receiver) = std::sync::mpsc::channel();
    let mounted = leptos::mount::mount_to(place, move || {
        let state = State::new();
        let _ = sender.send(state);
        view! {
            <legend::Legend state/>
            <status::Notices state/>
            <proof::Proof state/>
            <ledger::Ledger state/>
            <card::CardView state/>
            <status::Status state/>
            <menu::Menu state/>
            <help::Help state/>
        }
    });
    mounted.forget();
    let state: State = receiver.recv().expect("the page was mounted");
    galley::ui::sample::open(state);
    settle().await;
    state
}

/// An empty place, instead of the last test's. The rest of the page is the runner's: it reads its
/// results there.
fn fresh_place() -> HtmlElement {
    all("#place").iter().for_each(|place| place.remove());
    let place: HtmlElement = document().create_element("div").expect("a good name").unchecked_into();
    place.set_id("place");
    document().body().expect("a body").append_child(&place).expect("a body takes a child");
    place
}

fn document() -> web_sys::Document {
    web_sys::window().and_then(|window| window.document()).expect("tests run in a page")
}

fn all(selector: &str) -> Vec<HtmlElement> {
    let list = document().query_selector_all(selector).expect("a good selector");
    (0..list.length()).filter_map(|at| list.get(at)?.dyn_into().ok()).collect()
}

fn one(selector: &str) -> HtmlElement {
    all(selector).into_iter().next().unwrap_or_else(|| panic!("nothing on the page is {selector}"))
}

/// Waits for effects, for a frame and for the card's rest.
async fn settle() {
    tick().await;
    let wait = js_sys::Promise::new(&mut |resolve, _| {
        let window = web_sys::window().expect("tests run in a page");
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 120);
    });
    let _ = wasm_bindgen_futures::JsFuture::from(wait).await;
    tick().await;
}

fn label(element: &Element) -> String {
    element.get_attribute("aria-label").unwrap_or_default()
}

#[wasm_bindgen_test]
async fn the_sample_is_marked_before_there_is_an_engine() {
    let state = page().await;
    assert_eq!(state.progress.get_untracked(), Progress::Done);
    let names: Vec<String> = all("#proof mark.people").iter().map(|mark| label(mark)).collect();
    assert!(names.iter().any(|name| name.ends_with("person")), "{names:?}");
    let headline = one("#proof h2");
    assert!(galley::sample::TEXT.starts_with(&headline.text_content().unwrap_or_default()));
}

#[wasm_bindgen_test]
async fn marks_leave_the_text_to_the_letter() {
    let state = page().await;
    state.set_filter(Filter { furniture: true, ..Filter::default() });
    settle().await;
    let shown: String = all("#proof .chunk > *").iter().filter_map(|line| line.text_content()).collect();
    let written: String = galley::sample::TEXT.lines().collect();
    assert_eq!(shown, written);
}

#[wasm_bindgen_test]
async fn a_switch_hides_its_layer_and_only_that() {
    page().await;
    let (people, quotations) = (all("#proof mark.people").len(), all("#proof mark.quotations").len());
    assert!(people > 0 && quotations > 0);
    one("input[data-layer=people]").click();
    settle().await;
    assert_eq!(all("#proof mark.people").len(), 0);
    assert_eq!(all("#proof mark.quotations").len(), quotations);
    one("input[data-layer=people]").click();
    settle().await;
    assert_eq!(all("#proof mark.people").len(), people);
}

#[wasm_bindgen_test]
async fn a_click_on_a_mark_opens_its_card_with_a_reason() {
    let state = page().await;
    one("#proof mark.people").click();
    settle().await;
    let card = one("#card[role=dialog]");
    assert!(label(&card).starts_with("Person: "));
    let why = one("#card .why").text_content().unwrap_or_default();
    assert!(why.starts_with("Read in the text. ") || why.starts_with("Inferred. "), "{why}");
    state.close_card();
    settle().await;
    assert!(all("#card").is_empty());
}

#[wasm_bindgen_test]
async fn exactly_one_mark_is_a_tab_stop() {
    let state = page().await;
    assert_eq!(all("#proof mark[tabindex='0']").len(), 1);
    state.step(true, Some(Layer::Quotations));
    settle().await;
    let stops = all("#proof mark[tabindex='0']");
    assert_eq!(stops.len(), 1);
    assert_eq!(stops[0].get_attribute("data-layer").as_deref(), Some("quotations"));
}

#[wasm_bindgen_test]
async fn a_line_of_the_ledger_goes_to_its_words() {
    let state = page().await;
    one("#ledger ul .line").click();
    settle().await;
    let chosen = state.chosen.get_untracked().expect("a mark is chosen");
    assert!(matches!(chosen, MarkId::Quote(_)), "quotations come first: {chosen:?}");
    assert!(!all("#card").is_empty());
}

#[wasm_bindgen_test]
async fn a_handle_is_told_of_while_it_has_the_focus() {
    page().await;
    let handle = one("#proof h2 .handle");
    assert_eq!(handle.get_attribute("aria-hidden").as_deref(), Some("true"));
    handle.focus().expect("a button takes the focus");
    settle().await;
    assert_eq!(handle.get_attribute("aria-hidden"), None);
    one("#filter").focus().expect("a field takes the focus");
    settle().await;
    assert_eq!(handle.get_attribute("aria-hidden").as_deref(), Some("true"));
}

#[wasm_bindgen_test]
async fn a_mark_says_whether_its_card_is_open() {
    let state = page().await;
    let mark = one("#proof mark.people[role=button]");
    assert_eq!(mark.get_attribute("aria-expanded").as_deref(), Some("false"));
    mark.click();
    settle().await;
    assert_eq!(mark.get_attribute("aria-expanded").as_deref(), Some("true"));
    state.close_card();
    settle().await;
    assert_eq!(mark.get_attribute("aria-expanded").as_deref(), Some("false"));
}

#[wasm_bindgen_test]
async fn another_text_can_be_undone() {
    let state = page().await;
    state.open(galley::document::article::Article::plain("Another text."), false);
    settle().await;
    assert_eq!(one("#proof").text_content().as_deref(), Some("Another text."));
    state.undo(true);
    settle().await;
    assert!(one("#proof").text_content().unwrap_or_default().len() > 1000);
}

#[wasm_bindgen_test]
fn hostile_html_gives_words_and_nothing_else() {
    let html = "<h1 onclick='alert(1)'>Port <i>strike</i></h1><script>alert(2)</script><style>p{}</style>\
                <img src='https://spy.example/pixel' onerror='alert(3)'><p>He said <svg><text>x</text></svg>no.\
                <iframe srcdoc='<p>frame</p>'></iframe></p><template><p>hidden</p></template><p hidden>unseen</p>";
    let Imported { article, .. } = dom::read_html(html).expect("a browser reads any HTML");
    assert_eq!(article.text, "Port strike\nHe said no.\n");
    assert_eq!(article.hints.len(), 2);
}

/// The command line's reader gives the same: `tests/it/import.rs` asks it for the same texts.
#[wasm_bindgen_test]
fn copies_from_other_programs_are_read_as_on_the_command_line() {
    for file in COPIES {
        for case in copies::cases(file) {
            let rich = dom::read_html(&case.html).expect("a browser reads any HTML");
            let Imported { article, left_out, .. } = fuller(rich, &case.plain);
            assert_eq!(article.text.trim_end(), case.text, "{}", case.name);
            assert_eq!(left_out, case.left_out, "{}", case.name);
        }
    }
}

#[wasm_bindgen_test]
fn html_nested_very_deep_costs_no_stack() {
    let html = ["<div>".repeat(20_000), "deep".into()].concat();
    let read = dom::read_html(&html).expect("a browser reads any HTML");
    assert_eq!(read.article.text, "deep\n");
}

//! What an editor does to a draft, and what must hold whatever that is.

use super::*;
use crate::review::Reach;
use proptest::prelude::*;

const TEXT: &str = "Port talks resume\n\nAmina Osei met Kofi Lindqvist in Tema. “We moved,” Osei said.\n";

fn range_of(text: &str, words: &str) -> TextRange {
    let at = text.find(words).expect("it stands there");
    TextRange::new(at, at + words.len())
}

/// A desk on which these words are decided to be no name.
fn decided(words: &str) -> Desk {
    let mut desk = Desk::new(Article::plain(TEXT), Corrections::default());
    decide(&mut desk, range_of(TEXT, words));
    desk
}

fn decide(desk: &mut Desk, range: TextRange) {
    let at = Anchor::new(&desk.draft().article.text, range);
    desk.decide("a decision", |draft| {
        draft.corrections.decide(Correction { at, change: Change::NoName(Reach::Here) })
    });
}

/// Puts `with` in the place of the first `old`, as a step of its own.
fn put(desk: &mut Desk, old: &str, with: &str) {
    let range = range_of(&desk.draft().article.text, old);
    desk.edit("an edit", &Edit::new(range, with), false);
    desk.close();
}

fn words(desk: &Desk) -> Vec<&str> {
    let text = &desk.draft().article.text;
    desk.draft()
        .corrections
        .iter()
        .map(|one| one.at.place(text).expect("its words are there").of(text))
        .collect()
}

fn waiting(desk: &Desk) -> Vec<&str> {
    desk.draft().gone.iter().map(|gone| gone.correction().at.words()).collect()
}

#[test]
fn a_decision_follows_its_words() {
    let mut desk = decided("Kofi Lindqvist");
    put(&mut desk, "Port talks", "Talks in the port of Tema");
    assert_eq!(words(&desk), ["Kofi Lindqvist"]);
    put(&mut desk, "Kofi ", "Kofi A. ");
    assert_eq!(words(&desk), ["Kofi A. Lindqvist"]);
    put(&mut desk, " in Tema", ", the chairman, in Tema");
    assert_eq!(words(&desk), ["Kofi A. Lindqvist"]);
}

#[test]
fn a_decision_whose_words_are_gone_waits_and_comes_back_with_them() {
    let mut desk = decided("Kofi Lindqvist");
    put(&mut desk, "Kofi Lindqvist", "him");
    assert_eq!((words(&desk), waiting(&desk)), (vec![], vec!["Kofi Lindqvist"]));
    put(&mut desk, "met him", "met him and Kofi Lindqvist");
    assert_eq!((words(&desk), waiting(&desk)), (vec!["Kofi Lindqvist"], vec![]));
}

#[test]
fn words_that_look_alike_elsewhere_get_nothing() {
    let mut desk = decided("Osei");
    put(&mut desk, "Amina Osei met", "They met");
    put(&mut desk, "Tema.", "Tema. Osei nodded.");
    assert_eq!((words(&desk), waiting(&desk)), (vec![], vec!["Osei"]));
    put(&mut desk, "They met", "Oseibonsu met");
    assert_eq!(waiting(&desk), ["Osei"]);
}

#[test]
fn a_name_taken_back_letter_by_letter_and_typed_again_is_itself() {
    let mut desk = decided("Osei");
    let name = range_of(TEXT, "Osei");
    for end in (name.start()..name.end()).rev() {
        desk.edit("typing", &Edit::new(TextRange::new(end, end + 1), ""), true);
    }
    assert_eq!(waiting(&desk), ["Osei"]);
    for (at, letter) in (name.start()..).zip("Osei".chars()) {
        desk.edit("typing", &Edit::new(TextRange::new(at, at), letter), true);
    }
    assert_eq!((words(&desk), waiting(&desk)), (vec!["Osei"], vec![]));
    desk.close();
    assert_eq!(desk.past().len(), 1, "nothing has changed but the decision");
}

#[test]
fn words_that_are_cut_and_put_in_elsewhere_take_their_decision_with_them() {
    let mut desk = decided("Kofi Lindqvist");
    put(&mut desk, " met Kofi Lindqvist in Tema", "");
    assert_eq!(waiting(&desk), ["Kofi Lindqvist"]);
    put(&mut desk, "said", "said met Kofi Lindqvist in Tema");
    assert_eq!(waiting(&desk), ["Kofi Lindqvist"], "these are other words");
    desk.undo();
    let at = desk.draft().article.text.len() - 2;
    desk.edit("paste", &Edit::new(TextRange::new(at, at), " met Kofi Lindqvist in Tema"), false);
    assert_eq!((words(&desk), waiting(&desk)), (vec!["Kofi Lindqvist"], vec![]));
}

#[test]
fn a_word_is_one_step_and_undone_whole() {
    let mut desk = Desk::new(Article::plain(TEXT), Corrections::default());
    for (at, letter) in (0..).zip("New ".chars()) {
        desk.edit("typing", &Edit::new(TextRange::new(at, at), letter), at > 0);
    }
    assert!(desk.draft().article.text.starts_with("New Port"));
    let moved = desk.undo().expect("a step");
    assert_eq!((moved.step.as_str(), moved.edits.len()), ("typing", 1));
    assert_eq!(desk.draft().article.text, TEXT);
    assert_eq!(desk.undo(), None);
    desk.redo();
    assert!(desk.draft().article.text.starts_with("New Port"));
}

#[test]
fn the_text_is_changed_by_edits_alone() {
    let mut desk = Desk::new(Article::plain(TEXT), Corrections::default());
    desk.decide("nothing", |draft| draft.article.text.clear());
    assert_eq!((desk.draft().article.text.as_str(), desk.past().len()), (TEXT, 0));
}

#[test]
fn what_was_said_stays_on_record() {
    let mut desk = Desk::new(Article::plain(TEXT), Corrections::default());
    let change = |desk: &mut Desk, old: &str, new: &str, goes_on: bool| {
        let quotation = range_of(&desk.draft().article.text, "“We");
        let end = desk.draft().article.text.find('”').expect("it ends") + "”".len();
        let quotation = TextRange::new(quotation.start(), end);
        let was = quotation.of(&desk.draft().article.text).to_owned();
        let edit = Edit::new(range_of(&desk.draft().article.text, old), new);
        desk.edit("typing", &edit, goes_on);
        desk.note_altered(edit.place(quotation).expect("it stands"), was);
    };
    change(&mut desk, "moved", "stayed", false);
    change(&mut desk, "stayed", "will stay", true);
    let record = |desk: &Desk| desk.draft().corrections.iter().map(Correction::choice).collect::<Vec<_>>();
    assert_eq!((words(&desk), record(&desk)), (vec!["“We will stay,”"], vec!["“We moved,”".to_owned()]));
    change(&mut desk, "will stay", "moved", false);
    assert_eq!(record(&desk), Vec::<String>::new());
    desk.undo();
    assert_eq!(record(&desk), ["“We moved,”"]);
    desk.undo();
    assert_eq!((desk.draft().article.text.as_str(), record(&desk)), (TEXT, vec![]));
}

/// Something that an editor does: where, how far, with which words.
fn doing() -> impl Strategy<Value = (u8, usize, usize, usize)> {
    (0..10u8, 0..400usize, 0..30usize, 0..WORDS.len())
}

const WORDS: [&str; 9] =
    ["", "a", " ", "\n", "Osei", "Kofi Lindqvist", "é“", "\u{1f9d1}\u{200d}\u{1f680}", "We moved. "];

fn boundary(text: &str, at: usize) -> usize {
    text.floor_char_boundary(at % (text.len() + 1))
}

fn act(desk: &mut Desk, (what, at, length, words): (u8, usize, usize, usize)) {
    let text = desk.draft().article.text.clone();
    let start = boundary(&text, at);
    let end = text.floor_char_boundary((start + length).min(text.len())).max(start);
    match what {
        0..4 => drop(desk.edit("typing", &Edit::new(TextRange::new(start, end), WORDS[words]), what > 1)),
        4..6 if end > start => decide(desk, TextRange::new(start, end)),
        6 => desk.decide("a day", |draft| {
            draft.article.published = crate::document::day::read_day(["2026-03-04", "2026-03-05"][at % 2]);
        }),
        7 => drop(desk.undo()),
        8 => drop(desk.redo()),
        _ => {
            // A reload.
            desk.close();
            let bytes = postcard::to_allocvec(&desk.history()).expect("it is plain data");
            let history = postcard::from_bytes(&bytes).expect("it was just written");
            let Draft { article, corrections, .. } = desk.draft().clone();
            *desk = Desk::with_history(article, corrections, history);
        }
    }
}

/// Every decision is tied to words that are there, and nobody's is lost.
fn check(desk: &Desk) {
    let text = &desk.draft().article.text;
    for one in desk.draft().corrections.iter() {
        assert!(one.at.place(text).is_some(), "{one:?} in {text:?}");
    }
    for gone in &desk.draft().gone {
        assert!(text.get(gone.place().start()..gone.place().end()).is_some(), "{gone:?} in {text:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn undo_to_the_start_brings_the_first_draft_and_redo_the_last(doings in proptest::collection::vec(doing(), 1..60)) {
        let first = Desk::new(Article::plain(TEXT), Corrections::default());
        let mut desk = first.clone();
        for doing in doings {
            act(&mut desk, doing);
            check(&desk);
        }
        desk.close();
        while desk.redo().is_some() {}
        let last = desk.draft().clone();
        while desk.undo().is_some() {
            check(&desk);
        }
        prop_assert_eq!(desk.draft(), first.draft());
        while desk.redo().is_some() {}
        prop_assert_eq!(desk.draft(), &last);
    }

    #[test]
    fn no_decision_is_lost_by_editing(doings in proptest::collection::vec(doing(), 1..60)) {
        let mut desk = decided("Kofi Lindqvist");
        for doing in doings.into_iter().filter(|doing| doing.0 < 4) {
            act(&mut desk, doing);
            prop_assert_eq!(desk.draft().corrections.iter().count() + desk.draft().gone.len(), 1);
        }
    }
}

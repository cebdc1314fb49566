//! What a person does in the draft: what the browser does itself is read afterwards, all else is done here.

use super::caret;
use super::changes::{changed, make};
use super::correct::correct;
use super::enter::leave;
use super::lines::{redraw, redraw_all};
use super::marks;
use super::marks::Paint;
use super::places::is_too_much;
use super::places::selected;
use crate::text::{Edit, TextRange, lower};
use crate::ui::dom::{self, Caret, Key, Typed};
use crate::ui::small::*;
use crate::ui::state::State;

/// So long after a key the next one may go on with its step, in milliseconds.
const BREATH: f64 = 2000.0;

/// Listens in the draft.
pub fn listen(state: State) {
    dom::on_draft("keydown", move |event| {
        if dom::key_of(&event).is_some_and(|key| obey(state, &key)) {
            event.prevent_default();
            event.stop_propagation();
        }
    });
    dom::on_draft("beforeinput", move |event| {
        let Some(typed) = dom::typed(&event) else { return };
        if before_input(state, &typed) {
            event.prevent_default();
        }
    });
    dom::on_draft("input", move |event| {
        read(state, dom::is_composing(&event));
    });
    dom::on_draft("compositionstart", move |_| {
        state.live.update_value(|live| live.composing = true);
        // Words over several lines cannot be composed away by the browser.
        if let Some((from, to)) = dom::selection().filter(|(from, to)| from.line != to.line) {
            replace(state, "typing", range(state, from, to), "", false);
        }
    });
    dom::on_draft("compositionend", move |_| {
        state.live.update_value(|live| {
            live.composing = false;
            live.goes_on = live.goes_on.map(|(at, _)| (at, dom::clock() + BREATH));
        });
        read(state, false);
        changed(state, Paint::Window);
    });
    dom::on_draft("paste", move |event| {
        event.prevent_default();
        event.stop_propagation();
        if let Some(words) = dom::plain_words(&event) {
            put_in(state, "pasting", &words);
        }
    });
    dom::on_draft("cut", move |event| {
        event.prevent_default();
        if let Some(cut) = selected(state).filter(|_| dom::set_copied(&event, &words_of(state))) {
            replace(state, "cutting", cut, "", false);
        }
    });
    dom::on_draft("copy", move |event| {
        if selected(state).is_some() && dom::set_copied(&event, &words_of(state)) {
            event.prevent_default();
            event.stop_propagation();
        }
    });
    dom::on_draft("drop", move |event| drop_words(state, &event));
    dom::on_document("selectionchange", move |_| {
        if state.editing.get_untracked() {
            marks::tell(state);
        }
    });
    dom::on_scroll(move || marks::paint(state, Paint::Window));
}

/// Keys with Control or Command, and Esc.
fn obey(state: State, key: &Key) -> bool {
    let name = lower(&key.name);
    match name.as_str() {
        "escape" => leave(state),
        "z" | "y" if key.command && !key.alt => state.undo(name == "z" && !key.shift),
        "i" if key.command && !key.alt => correct(state),
        "h" | "f" if key.command && !key.alt && !key.shift => crate::ui::find::open(state),
        "k" if key.command && !key.alt => crate::ui::palette::open(state),
        _ => return false,
    }
    true
}

/// What the browser must not do itself; false where it may.
fn before_input(state: State, typed: &Typed) -> bool {
    let Some((from, to)) = dom::selection() else { return false };
    let one_line = from.line == to.line;
    match typed.kind.as_str() {
        "historyUndo" => state.undo(true),
        "historyRedo" => state.undo(false),
        "insertLineBreak" | "insertParagraph" => break_line(state, range(state, from, to)),
        kind if kind.starts_with("format") => {}
        // These come as events of their own.
        "insertFromPaste" | "insertFromDrop" | "deleteByCut" | "deleteByDrag" => {}
        "insertCompositionText" => return false,
        kind if kind.starts_with("delete") && from == to => return join(state, from, kind),
        kind if kind.starts_with("delete") && !one_line => {
            replace(state, "deleting", range(state, from, to), "", false)
        }
        kind if kind.starts_with("insert") && !one_line => {
            replace(state, "typing", range(state, from, to), &typed.words, false)
        }
        _ => return false,
    }
    true
}

/// Reads what the browser has done in the line at the caret.
fn read(state: State, composing: bool) {
    let Some((_, at)) = dom::selection() else { return };
    if !dom::has_own_lines() {
        return read_all(state, composing);
    }
    let Some(words) = dom::line_words(at.line, !composing) else { return };
    if words.contains('\n') {
        return read_all(state, composing);
    }
    let line = state.live.with_value(|live| live.lines.range(at.line));
    let edit = state.desks.with_value(|desks| {
        let before = line.of(&desks.now.draft().article.text);
        let edit = Edit::between(before, &words, at.byte)?;
        Some((edit.within(line.start()), before.is_empty()))
    });
    let Some((edit, was_empty)) = edit else { return };
    if was_empty || words.is_empty() {
        dom::set_line(at.line, if words.is_empty() { "blank" } else { "body" });
    }
    let step = if edit.with.is_empty() { "deleting" } else { "typing" };
    let goes_on = goes_on(state, &edit, step);
    make(state, step, &edit, goes_on);
    changed(state, Paint::Line(at.line));
}

/// The browser has joined or parted lines of its own accord: all of the draft is read and drawn anew.
fn read_all(state: State, composing: bool) {
    if composing {
        return;
    }
    let caret = dom::selection().map(|(_, caret)| caret);
    let words = dom::all_words();
    let at =
        words.split('\n').take(caret.map_or(0, |caret| caret.line)).map(|line| line.len() + 1).sum::<usize>();
    let at = (at + caret.map_or(0, |caret| caret.byte)).min(words.len());
    let edit = state.desks.with_value(|desks| Edit::between(&desks.now.draft().article.text, &words, at));
    if let Some(edit) = &edit {
        make(state, "typing", edit, false);
    }
    redraw_all(state);
    set_caret(state, at);
    changed(state, Paint::Lines);
}

/// Whether an edit goes on with the step before: the same thing, at the same place, in the same word.
fn goes_on(state: State, edit: &Edit, step: &str) -> bool {
    let now = dom::clock();
    let is_deleting = edit.with.is_empty();
    let same = state.desks.with_value(|desks| {
        let text = &desks.now.draft().article.text;
        // What takes the place of letters, as in a composition, goes on with them.
        let begins_word = edit.at.is_empty()
            && edit.with.starts_with(|c: char| !c.is_whitespace())
            && text[..edit.at.start()].ends_with(char::is_whitespace);
        desks.now.past().last().is_some_and(|last| last.name() == step) && (is_deleting || !begins_word)
    });
    let next = edit.now().end();
    let before = state.live.try_update_value(|live| {
        let breath = if live.composing { f64::INFINITY } else { BREATH };
        live.goes_on.replace((next, now + breath))
    });
    let before = before.flatten();
    let near = |(at, until): (usize, f64)| now < until && (at == edit.at.start() || at == edit.at.end());
    same && before.is_some_and(near)
}

/// Ends the line at the caret. Where empty lines stand between paragraphs one comes too.
fn break_line(state: State, at: TextRange) {
    let spaced = state.live.with_value(|live| {
        let line = live.lines.at(at.start());
        let is_empty = |line: usize| line < live.lines.count() && live.lines.range(line).is_empty();
        let own = live.lines.range(line);
        !own.is_empty() && at.end() <= own.end() && (is_empty(line + 1) || (line > 0 && is_empty(line - 1)))
    });
    replace(state, "the line break", at, if spaced { "\n\n" } else { "\n" }, false);
}

/// Deletes over the end of a line; false where the browser deletes inside one.
fn join(state: State, at: Caret, kind: &str) -> bool {
    let found = state.live.with_value(|live| {
        let line = live.lines.range(at.line);
        let byte = line.start() + at.byte;
        let is_blank = |number: usize| live.lines.range(number).is_empty();
        if kind.ends_with("Backward") && at.byte == 0 {
            let back = at.line.checked_sub(1)?;
            // What one key has parted one key joins.
            let spaced = !line.is_empty() && is_blank(back) && back > 0 && !is_blank(back - 1);
            return Some(TextRange::new(byte - if spaced { 2 } else { 1 }, byte));
        }
        if kind.ends_with("Forward") && byte == line.end() && at.line + 1 < live.lines.count() {
            let spaced = !line.is_empty() && is_blank(at.line + 1) && at.line + 2 < live.lines.count();
            return Some(TextRange::new(byte, byte + if spaced { 2 } else { 1 }));
        }
        None
    });
    match found {
        Some(range) => replace(state, "deleting", range, "", false),
        // At the very start or end of the draft nothing is there to delete.
        None => return at == Caret { line: 0, byte: 0 } && kind.ends_with("Backward"),
    }
    true
}

/// Puts words in at the caret, or in the place of what is selected.
pub fn put_in(state: State, step: &str, words: &str) {
    let Some((from, to)) = dom::selection() else { return };
    replace(state, step, range(state, from, to), words, false);
}

/// Puts words in the place of others, and the caret behind them.
pub fn replace(state: State, step: &str, at: TextRange, with: &str, goes_on: bool) {
    if is_too_much(state, at.len(), with.len()) {
        return;
    }
    let edit = Edit::new(at, with);
    let lines = make(state, step, &edit, goes_on);
    state.live.update_value(|live| live.goes_on = Some((edit.now().end(), dom::clock() + BREATH)));
    redraw(state, lines);
    set_caret(state, edit.now().end());
    changed(state, Paint::Lines);
}

fn set_caret(state: State, byte: usize) {
    let caret = state.live.with_value(|live| caret::at(&live.lines, byte));
    dom::select_in_draft(caret, caret);
    dom::show_line(caret.line, false);
}

/// Words that are dragged: out of their place, if they are the draft's own, and in where they are dropped.
fn drop_words(state: State, event: &leptos::ev::Event) {
    let Some((words, place, moves)) = dom::dropped(event) else { return };
    event.prevent_default();
    event.stop_propagation();
    let Some(to) = state.live.with_value(|live| caret::byte(&live.lines, place)) else { return };
    match selected(state).filter(|_| moves) {
        Some(from) if from.start() <= to && to <= from.end() => {}
        Some(from) => {
            let own = state.desks.with_value(|desks| from.of(&desks.now.draft().article.text).to_owned());
            replace(state, "moving words", from, "", false);
            let to = if to > from.start() { to - from.len() } else { to };
            replace(state, "moving words", TextRange::new(to, to), &own, true);
        }
        None => replace(state, "dropping words", TextRange::new(to, to), &words, false),
    }
}

fn range(state: State, from: Caret, to: Caret) -> TextRange {
    state.live.with_value(|live| {
        let byte = |place| caret::byte(&live.lines, Some(place)).unwrap_or(0);
        TextRange::new(byte(from), byte(to).max(byte(from)))
    })
}

/// The selected words.
fn words_of(state: State) -> String {
    let range = selected(state);
    state.desks.with_value(|desks| {
        range.map(|range| range.of(&desks.now.draft().article.text).to_owned()).unwrap_or_default()
    })
}

//! The marks of a draft that is being edited: painted near the window, and told at the caret.

use super::{Live, caret};
use crate::document::passages::Colour;
use crate::document::quotes::QuoteKind;
use crate::text::TextRange;
use crate::ui::dom::{self, Painted};
use crate::ui::small::*;
use crate::ui::state::State;
use crate::view::decide::Subject;
use crate::view::index::own_label;
use crate::view::{LAYERS, Layer, Mark, MarkId};

/// So near to the window marks are painted, in pixels.
const NEAR: f64 = 700.0;

/// The kinds that are painted, those below first.
const KINDS: [&str; 3] = ["indirect", "direct", "cue"];

/// What of the draft is painted anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// Everything: its lines are others.
    Lines,
    /// This line, which somebody types in.
    Line(usize),
    /// Marks that have come or gone.
    Marks,
    /// What has come near the window.
    Window,
}

/// Paints the marks near the window where they are now.
pub fn paint(state: State, what: Paint) {
    if !state.editing.get_untracked() {
        return;
    }
    if matches!(what, Paint::Lines) {
        let colours = Colour::ALL.into_iter().map(|(_, class)| class);
        dom::clear_highlights(KINDS.into_iter().chain(LAYERS.iter().map(|info| info.class)).chain(colours));
    }
    // Where the window is costs the browser a layout, so it is asked only when that may have changed.
    if matches!(what, Paint::Lines | Paint::Window) {
        state.live.update_value(|live| live.near = dom::lines_near(NEAR));
    }
    let visible = state.visible.get_untracked();
    let wanted = state.live.with_value(|live| {
        let near = live.near.start..live.near.end.min(live.lines.count());
        if near.is_empty() {
            return Vec::new();
        }
        let range =
            TextRange::new(live.lines.range(near.start).start(), live.lines.range(near.end - 1).end());
        let marks = live.marks.over(range).filter(|mark| visible.has(mark.layer));
        let painted = marks.filter_map(|mark| {
            let range = mark.range.intersect(range)?;
            let (from, to) = (caret::at(&live.lines, range.start()), caret::at(&live.lines, range.end()));
            Some(Painted { kind: kind_of(live, &mark), from, to })
        });
        painted.collect()
    });
    let touched = if let Paint::Line(line) = what { Some(line) } else { None };
    dom::highlight(&wanted, touched);
    // A letter that is typed moves the caret, which is told by itself.
    if touched.is_none() {
        tell(state);
    }
}

fn kind_of(live: &Live, mark: &Mark) -> &'static str {
    match mark.id {
        MarkId::Cue(_) => "cue",
        MarkId::Quote(index) if mark.layer == Layer::Quotations => {
            let quotes = live.marked.as_ref().map(|marked| &marked.document.layers.quotes);
            let quote = quotes.and_then(|quotes| quotes.get(index as usize));
            class_of("direct", quote.is_none_or(|quote| quote.kind == QuoteKind::Direct), "indirect")
        }
        MarkId::Passage(_) => {
            let document = live.marked.as_ref().map(|marked| &marked.document);
            let label = document.and_then(|document| own_label(document, mark.id));
            label.map_or(mark.layer.info().class, |label| label.colour.class())
        }
        _ => mark.layer.info().class,
    }
}

/// The innermost mark at a byte of the text.
fn mark_at(state: State, byte: usize) -> Option<Mark> {
    let visible = state.visible.get_untracked();
    state.live.with_value(|live| {
        let around = TextRange::new(byte.saturating_sub(1), byte + 1);
        let at =
            |mark: &Mark| mark.range.start() <= byte && byte <= mark.range.end() && visible.has(mark.layer);
        live.marks.over(around).filter(at).min_by_key(|mark| mark.range.len())
    })
}

/// Tells which mark stands at the caret.
pub fn tell(state: State) {
    let told = at_caret(state).map_or_else(String::new, |mark| named(state, mark));
    if state.at_caret.with_untracked(|now| *now != told) {
        state.at_caret.set(told);
    }
}

fn at_caret(state: State) -> Option<Mark> {
    let (_, caret) = dom::selection()?;
    let byte = state.live.with_value(|live| caret::byte(&live.lines, Some(caret)))?;
    mark_at(state, byte)
}

/// What a mark is, and of whom.
fn named(state: State, mark: Mark) -> String {
    let marked = state.live.with_value(|live| live.marked.clone());
    let told = marked.map(|marked| crate::view::spoken::spoken(&marked.document, mark.id));
    told.unwrap_or_else(|| mark.layer.info().name.to_owned())
}

/// Opens the list of what the selected words, or the mark at the caret, can be.
pub fn correct(state: State) {
    let subject = match super::selected(state) {
        Some(range) => Some(Subject::Words(range)),
        None => at_caret(state).map(|mark| Subject::Mark(mark.id)),
    };
    super::settle(state);
    match subject {
        Some(subject) if state.current_now().is_some() => crate::ui::decide::show(state, subject),
        // The marks are on their way: the list opens when they have come.
        Some(_) => state.live.update_value(|live| live.correcting = true),
        None => state.say("Put the caret into a mark, or select words, first."),
    }
}

/// Goes on reading at the mark that stands here, or behind it.
pub fn choose_at(state: State, byte: usize) {
    let Some(marked) = state.current_now() else { return };
    let at = marked.index.marks.iter().find(|mark| mark.range.end() >= byte).map(|mark| mark.id);
    if at.is_some() {
        state.chosen.set(at);
    }
    dom::after_paint(|| dom::focus_quietly("proof"));
}

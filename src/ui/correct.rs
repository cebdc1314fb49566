//! One key opens the list of what a mark, or words, can be.

use super::decide::show;
use super::dom;
use super::edit;
use super::small::*;
use super::state::State;
use crate::text::TextRange;
use crate::view::decide::Subject;

/// Opens the list for the selected words, or else for the chosen mark.
pub fn open(state: State) {
    if state.editing.get_untracked() {
        return edit::correct(state);
    }
    let marked = state.current_now();
    let mark = state.chosen.get_untracked().or_else(dom::focused_mark);
    let subject = match dom::selected() {
        Some((start, end)) => words_of(state, start, end).map(Subject::Words),
        None => mark.map(Subject::Mark),
    };
    match subject.filter(|_| marked.is_some()) {
        Some(subject) => show(state, subject),
        None => state.say(dom::with_keys_or_touch(
            "Go to a mark, or select words of one paragraph, first: i says what they are.",
            "Tap a mark, or select words of one paragraph, first; then say what they are.",
        )),
    }
}

/// The words from one place of the proof to another, without the blanks around them; none over several paragraphs.
pub(super) fn words_of(state: State, start: dom::Spot, end: dom::Spot) -> Option<TextRange> {
    state.sheet.with_untracked(|sheet| {
        let byte = |spot: dom::Spot| {
            let chunk = sheet.chunks.get(spot.chunk)?;
            let whole = sheet.blocks.get(chunk.blocks.start + spot.nth)?.range.start();
            Some(spot.bytes + if chunk.is_part { chunk.range.start() } else { whole })
        };
        let (from, to) = (byte(start)?, byte(end)?);
        let text = &sheet.article.text;
        let range = (from < to && text.get(from..to).is_some()).then(|| TextRange::new(from, to).trim(text));
        range.filter(|r| !r.is_empty() && sheet.block_at(r.start()) == sheet.block_at(r.end() - 1))
    })
}

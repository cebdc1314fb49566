//! The lines of the draft as the page draws them.

use crate::desk::Changed;
use crate::ui::dom;
use crate::ui::small::*;
use crate::ui::state::State;
use crate::view::html::shape_class;

/// Draws the lines that an edit has changed: the first is set as the first was.
pub fn redraw(state: State, Changed { old, new }: Changed) {
    let first = dom::line_class(old.start);
    let words = words_of(state, old.start..old.start + new);
    let lines = words.iter().enumerate().map(|(at, words)| {
        let class = match (words.is_empty(), at) {
            (true, _) => "blank",
            (false, 0) if first != "blank" => first.as_str(),
            _ => "body",
        };
        (class, words.as_str())
    });
    dom::replace_lines(old, lines);
}

/// Draws all lines.
pub fn redraw_all(state: State) {
    let words = words_of(state, 0..usize::MAX);
    let classes = classes(state);
    dom::lay_draft(classes.into_iter().zip(words.iter().map(String::as_str)));
}

fn words_of(state: State, lines: std::ops::Range<usize>) -> Vec<String> {
    state.desks.with_value(|desks| {
        let text = &desks.now.draft().article.text;
        state.live.with_value(|live| {
            let words = |number| live.lines.range(number).of(text).to_owned();
            (lines.start..lines.end.min(live.lines.count())).map(words).collect()
        })
    })
}

/// The class that each line is set in: that of the paragraph it belongs to, as far as the page has read the text.
pub fn classes(state: State) -> Vec<&'static str> {
    let sheet = state.sheet.get_untracked();
    state.live.with_value(|live| {
        let mut at = 0;
        let class = |line| {
            let range = live.lines.range(line);
            while sheet.blocks.get(at).is_some_and(|block| block.range.end() <= range.start()) {
                at += 1;
            }
            let block = sheet.blocks.get(at).filter(|block| block.range.overlaps(range));
            match block {
                _ if range.is_empty() => "blank",
                Some(block) => shape_class(block.shape),
                None => "body",
            }
        };
        (0..live.lines.count()).map(class).collect()
    })
}

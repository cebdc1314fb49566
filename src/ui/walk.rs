//! From mark to mark: the next of all, of a layer, or without a speaker; each is brought into view, chosen and told.

use super::dom;
use super::fold;
use super::state::{Marked, State};
use crate::view::index::open_speakers;
use crate::view::{Layer, MarkId};
use leptos::prelude::*;

impl State {
    /// Brings a mark into view, chooses it and gives it the focus.
    pub fn jump(self, id: MarkId, pin: bool) {
        let Some(marked) = self.current_now() else { return };
        let Some(range) = marked.index.range_of(&marked.document, id) else { return };
        let sheet = self.sheet.get_untracked();
        let block = sheet.block_at(range.start());
        let Some(chunk) = sheet.chunk_at(range.start()) else { return };
        block.into_iter().for_each(|block| fold::open_at(self, block));
        self.draw(chunk);
        dom::scroll_to_chunk(chunk);
        // Before the paint, because a quick hand is there before it with the next key.
        self.turn_to(id);
        dom::after_paint(move || {
            if self.chosen.get_untracked() != Some(id) {
                return;
            }
            dom::show_mark(id);
            dom::focus_mark(id);
            self.choose(id, pin);
            // Parts that had only been estimated may have moved it while they were drawn.
            dom::after_paint(move || {
                dom::show_mark(id);
                dom::place_card(id);
            });
        });
    }

    /// The next or previous mark, of one layer if given.
    pub fn step(self, forward: bool, only: Option<Layer>) {
        let Some(marked) = self.current_now() else { return };
        let visible = self.visible.get_untracked();
        let visible =
            only.map_or(visible, |layer| if visible.has(layer) { visible } else { visible.toggled(layer) });
        match marked.index.step(self.place(&marked), forward, visible, only) {
            Some(id) => {
                self.visible.set(visible);
                self.jump(id, self.pinned.get_untracked());
                if let Some(layer) = only {
                    let (at, count) = marked.index.place_in_layer(id, layer);
                    self.announce(
                        &[layer.info().name, ", ", &at.to_string(), " of ", &count.to_string()].concat(),
                    );
                }
            }
            None => self.say(nothing_to_go_to(only)),
        }
    }

    /// The next or previous quotation without a speaker.
    pub fn step_open(self, forward: bool) {
        let Some(marked) = self.current_now() else { return };
        let open = open_speakers(&marked.document, &marked.index);
        let range = |id| marked.index.range_of(&marked.document, id).map_or(0, |range| range.start());
        let here = self.chosen.get_untracked();
        let at = here.and_then(|here| open.iter().position(|&id| id == here));
        let count = open.len();
        let next = match (at, forward) {
            _ if count == 0 => return self.say("Every quotation has a speaker."),
            (Some(at), true) => (at + 1) % count,
            (Some(at), false) => (at + count - 1) % count,
            (None, true) => {
                here.map_or(0, |here| open.partition_point(|&id| range(id) <= range(here)) % count)
            }
            (None, false) => {
                let before = here.map_or(0, |here| open.partition_point(|&id| range(id) < range(here)));
                (before + count - 1) % count
            }
        };
        self.jump(open[next], true);
        self.announce(&["No speaker, ", &(next + 1).to_string(), " of ", &count.to_string()].concat());
    }

    /// The chosen mark, or else the last before the words in view.
    fn place(self, marked: &Marked) -> Option<usize> {
        let chosen = self.chosen.get_untracked().and_then(|id| marked.index.position(&marked.document, id));
        chosen.or_else(|| {
            let paragraph = self.block_in_view()?;
            let block = self.sheet.with_untracked(|sheet| sheet.blocks.get(paragraph).copied())?;
            marked.index.at_or_after(block.range.start())?.checked_sub(1)
        })
    }
}

/// What a key says that finds no mark.
fn nothing_to_go_to(only: Option<Layer>) -> &'static str {
    match only {
        Some(Layer::Findings) => "Nothing to check was found. e goes to quotations without a speaker.",
        Some(_) => "This text has no mark of that kind.",
        None => "No mark is shown.",
    }
}

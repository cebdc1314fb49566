//! What is chosen, with all that belongs to it, as the page draws it.

use super::dom::{self, Chosen, LinkPlace};
use super::sheet::Sheet;
use super::state::State;
use crate::view::card::card;
use crate::view::links::{Link, links};
use leptos::prelude::*;

/// Shows what is chosen now, and nothing else, as chosen.
pub fn show(state: State) {
    dom::choose(untrack(|| chosen(state)).as_ref());
}

/// The chosen mark with its kin and, for a quotation, its source and its cue.
pub fn chosen(state: State) -> Option<Chosen> {
    let mark = state.chosen.get().filter(|_| state.card_open.get())?;
    let marked = state.current()?;
    let others = card(&marked.document, &marked.index, mark)?.others;
    let sheet = state.sheet.get_untracked();
    let links = links(&marked.document, mark).into_iter().filter_map(|link| place(&sheet, link)).collect();
    Some(Chosen { mark, others, links })
}

/// Where the page draws a link.
fn place(sheet: &Sheet, link: Link) -> Option<LinkPlace> {
    let at = sheet.block_at(link.range.start())?;
    let number = sheet.chunk_at(link.range.start())?;
    let chunk = &sheet.chunks[number];
    let (holder, nth) = match chunk.is_part {
        true => (chunk.range, 0),
        false => (sheet.blocks[at].range, at - chunk.blocks.start),
    };
    let before = |to: usize| sheet.article.text.get(holder.start()..to).map(|s| s.encode_utf16().count());
    let (start, end) = (before(link.range.start())?, before(link.range.end().min(holder.end()))?);
    Some(LinkPlace { class: link.part.class(), chunk: number, nth, start, end })
}

//! Draws the proof. What is near the window is drawn with its marks; the rest is filled in with plain words
//! while the page has nothing else to do, so that all of a text can be searched, selected and copied.

use super::dom::{self, Blank};
use super::links;
use super::sheet::Sheet;
use super::state::{Marked, State};
use crate::article::Part;
use crate::view::chunks::Chunk;
use crate::view::html::{Drawing, Use, escape, plain};
use crate::view::index::part_at;
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// So near to the window marks are drawn, in pixels.
const NEAR: f64 = 1500.0;
/// So far from the window they are taken away again.
const FAR: f64 = 15_000.0;
/// The page fills in words for so long at a time, in milliseconds.
const SLICE: f64 = 6.0;
/// A chunk of more paragraphs is filled in as one.
const MANY: usize = 300;

/// What is on the paper.
#[derive(Default)]
pub struct Paint {
    /// The text it was laid for.
    sheet: Option<Arc<Sheet>>,
    drawn: Vec<Drawn>,
    /// Counts what there was to draw: it changes with the marks and the layers shown.
    edition: u32,
    /// Chunks before this one are not empty.
    filled: usize,
    is_filling: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Drawn {
    Nothing,
    Words,
    /// Marks of this edition.
    Marks(u32),
}

impl Paint {
    fn is_laid_for(&self, sheet: &Sheet) -> bool {
        let same = |laid: &Arc<Sheet>| (laid.opened, laid.blocks.len()) == (sheet.opened, sheet.blocks.len());
        self.sheet.as_ref().is_some_and(same)
    }
}

impl State {
    /// Draws what has changed: the text, its marks, the layers shown.
    pub fn paint(self) {
        let sheet = self.sheet.get_untracked();
        if !self.painted.with_value(|paint| paint.is_laid_for(&sheet)) {
            self.lay(&sheet);
        }
        self.painted.update_value(|paint| {
            paint.edition += 1;
            paint.sheet = Some(sheet);
        });
        self.paint_near();
        self.fill_rest();
    }

    /// Lays paper for a text. Where only its lines have been joined, the place in view stays in view.
    fn lay(self, sheet: &Arc<Sheet>) {
        let same_text =
            self.painted.with_value(|paint| paint.sheet.clone()).filter(|laid| laid.opened == sheet.opened);
        let place = same_text.and_then(|laid| byte_in_view(&laid)).filter(|_| dom::is_scrolled());
        let blank = |chunk: &Chunk| Blank {
            height: estimated_height(sheet, chunk),
            part_of: chunk.is_part.then_some(chunk.blocks.start),
        };
        dom::lay(sheet.chunks.iter().map(blank));
        self.filled.set(sheet.chunks.is_empty());
        self.painted.update_value(|paint| {
            paint.sheet = Some(Arc::clone(sheet));
            paint.drawn = vec![Drawn::Nothing; sheet.chunks.len()];
            paint.filled = 0;
        });
        if let Some(place) = place {
            self.go_to(place);
        }
    }

    /// Draws the marks near the window, and takes those far from it away.
    pub fn paint_near(self) {
        let (near, kept) = (dom::near(NEAR), dom::near(FAR));
        let count = self.painted.with_value(|paint| paint.drawn.len());
        let mut fresh = false;
        for number in (0..count.min(2)).chain(near) {
            fresh |= self.draw(number);
        }
        let gone = self.painted.with_value(|paint| {
            let is_marked = |&number: &usize| matches!(paint.drawn[number], Drawn::Marks(_));
            (2..count).filter(is_marked).find(|number| !kept.contains(number) && !dom::is_in_use(*number))
        });
        if let Some(number) = gone {
            self.put(number, None);
        }
        if fresh {
            links::show(self);
            dom::set_tab_stop(self.chosen.get_untracked());
        }
        if fresh || gone.is_some() {
            // What was drawn is seldom as high as was thought, and has moved the rest.
            dom::after_paint(move || self.paint_near());
        }
    }

    /// Draws a chunk with its marks, unless it is drawn; says whether it had to.
    pub fn draw(self, number: usize) -> bool {
        let marked = self.current_now();
        let (drawn, edition) =
            self.painted.with_value(|paint| (paint.drawn.get(number).copied(), paint.edition));
        let wanted = if marked.is_some() { Drawn::Marks(edition) } else { Drawn::Words };
        if drawn.is_none_or(|drawn| drawn == wanted) {
            return false;
        }
        self.put(number, marked.as_deref());
        if number == 0 && marked.is_some() {
            dom::stamp("galley-marks");
        }
        true
    }

    /// Draws every chunk with its marks, as for print.
    pub fn draw_all(self) {
        let count = self.painted.with_value(|paint| paint.drawn.len());
        for number in 0..count {
            self.draw(number);
        }
    }

    fn put(self, number: usize, marked: Option<&Marked>) {
        let Some((sheet, edition)) =
            self.painted.with_value(|paint| Some((paint.sheet.clone()?, paint.edition)))
        else {
            return;
        };
        let Some(chunk) = sheet.chunks.get(number) else { return };
        let html = match marked {
            Some(marked) => with_marks(self, &sheet, chunk, marked),
            None => words(&sheet, chunk),
        };
        dom::fill(number, &html, marked.is_some());
        if let Some(marked) = marked.filter(|_| chunk.is_part) {
            let part = part_at(&marked.document, chunk.range.start());
            dom::name_long(number, (part != Part::Body).then(|| part.name()));
        }
        let drawn = if marked.is_some() { Drawn::Marks(edition) } else { Drawn::Words };
        self.painted.update_value(|paint| paint.drawn[number] = drawn);
    }

    /// Fills in the words of what is still empty, a little at a time.
    fn fill_rest(self) {
        let already = self.painted.try_update_value(|paint| std::mem::replace(&mut paint.is_filling, true));
        if already == Some(false) {
            set_timeout(move || self.fill_slice(), Duration::ZERO);
        }
    }

    fn fill_slice(self) {
        let end = dom::now() + SLICE;
        while let Some(number) = self.next_empty() {
            if dom::now() > end {
                return set_timeout(move || self.fill_slice(), Duration::ZERO);
            }
            self.put(number, None);
        }
        self.painted.update_value(|paint| paint.is_filling = false);
        self.filled.set(true);
    }

    fn next_empty(self) -> Option<usize> {
        self.painted.try_update_value(|paint| {
            let rest = paint.drawn.get(paint.filled..)?;
            paint.filled += rest.iter().position(|&drawn| drawn == Drawn::Nothing)?;
            Some(paint.filled)
        })?
    }

    /// The paragraph that is first in view, as an index into the sheet's.
    pub fn block_in_view(self) -> Option<usize> {
        let sheet = self.sheet.get_untracked();
        sheet.block_at(byte_in_view(&sheet)?)
    }

    /// Brings the words at a byte of the text to the top of the window.
    pub fn go_to(self, byte: usize) {
        let sheet = self.sheet.get_untracked();
        let (Some(number), Some(block)) = (sheet.chunk_at(byte), sheet.block_at(byte)) else { return };
        let nth = block.saturating_sub(sheet.chunks[number].blocks.start);
        self.draw(number);
        dom::scroll_to(number, nth);
        dom::after_paint(move || dom::scroll_to(number, nth));
    }
}

/// Where what is first in view begins.
fn byte_in_view(sheet: &Sheet) -> Option<usize> {
    let (number, nth) = dom::first_in_view()?;
    let chunk = sheet.chunks.get(number)?;
    let block = sheet.blocks.get(chunk.blocks.start + nth)?;
    Some(if chunk.is_part { chunk.range.start() } else { block.range.start() })
}

fn with_marks(state: State, sheet: &Sheet, chunk: &Chunk, marked: &Marked) -> String {
    let (document, index) = (&*marked.document, &marked.index);
    let (marks, findings, visible) = (&index.marks, &index.findings, state.visible.get_untracked());
    let drawing = Drawing { document, marks, findings, visible, purpose: Use::Screen };
    let mut html = String::new();
    let blocks = &sheet.blocks[chunk.blocks.clone()];
    match blocks {
        [block] if chunk.is_part => drawing.part(&mut html, *block, chunk.range),
        _ => blocks.iter().for_each(|&block| drawing.block(&mut html, block)),
    }
    html
}

fn words(sheet: &Sheet, chunk: &Chunk) -> String {
    let (text, blocks) = (&sheet.article.text, &sheet.blocks[chunk.blocks.clone()]);
    let mut html = String::new();
    if chunk.is_part {
        escape(&mut html, chunk.range.of(text));
    } else if blocks.len() > MANY {
        html.push_str("<p class=\"row\">");
        escape(&mut html, chunk.range.of(text));
        html.push_str("</p>");
    } else {
        blocks.iter().for_each(|&block| plain(&mut html, text, block));
    }
    html
}

/// What the browser takes for a chunk's height until it has been in view, in pixels.
fn estimated_height(sheet: &Sheet, chunk: &Chunk) -> usize {
    let lines = |bytes: usize| (bytes / 74 + 1) * 33;
    match chunk.is_part {
        true => lines(chunk.range.len()),
        false => sheet.blocks[chunk.blocks.clone()].iter().map(|block| lines(block.range.len()) + 19).sum(),
    }
}

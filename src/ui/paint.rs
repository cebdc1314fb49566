//! Draws the proof. What is near the window is drawn with its marks; the rest is filled in with plain words
//! while the page has nothing else to do, so that all of a text can be searched, selected and copied.

use super::dom;
use super::links;
use super::painted::Drawn;
use super::sheet::Sheet;
use super::state::{Marked, State};
use crate::document::part::Part;
use crate::view::blocks::Block;
use crate::view::chunks::Chunk;
use crate::view::folds::{Fold, fold_at};
use crate::view::html::{Drawing, Use, escape, plain};
use crate::view::index::part_at;
use leptos::prelude::*;
use std::time::Duration;

/// So near to the window marks are drawn, in pixels.
const NEAR: f64 = 1500.0;
/// So far from the window they are taken away again.
const FAR: f64 = 15_000.0;
/// The page fills in words for so long at a time, in milliseconds.
const SLICE: f64 = 6.0;
/// A chunk of more paragraphs is filled in as one.
const MANY: usize = 300;

/// The first words in view, and where they stand in the window.
#[derive(Clone, Copy)]
pub struct Held {
    byte: usize,
    top: f64,
}

impl State {
    /// Draws what has changed: the text, its marks, the layers shown, the lines hidden. A proof that is being edited is
    /// drawn when that ends.
    pub fn paint(self) {
        if self.editing.get_untracked() {
            return;
        }
        let (sheet, folds) = (self.sheet.get_untracked(), self.folds.get_untracked());
        if !self.painted.with_value(|paint| paint.is_laid_for(&sheet)) {
            self.lay(&sheet);
        }
        self.painted.update_value(|paint| {
            paint.edition += 1;
            paint.sheet = Some(sheet);
            paint.take_folds(folds);
        });
        self.paint_near();
        self.drop_stale();
        let already = self.painted.try_update_value(|paint| std::mem::replace(&mut paint.is_filling, true));
        if already == Some(false) {
            self.fill_slice();
        }
    }

    /// Lays paper for a text.
    fn lay(self, sheet: &Sheet) {
        dom::lay(sheet.chunks.len(), &|number| {
            let chunk = &sheet.chunks[number];
            chunk.is_part.then_some(chunk.blocks.start)
        });
        for (number, chunk) in sheet.chunks.iter().enumerate() {
            dom::set_height(number, estimated_height(sheet, chunk, &[]));
        }
        self.filled.set(false);
        self.painted.update_value(|paint| {
            (paint.filled, paint.folds) = (0, None);
            paint.drawn.clear();
            paint.drawn.resize(sheet.chunks.len(), Drawn::Nothing);
        });
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
        let (drawn, edition, laid) = self.painted.with_value(|paint| {
            (
                paint.drawn.get(number).copied(),
                paint.edition,
                paint.sheet.as_ref().map(|sheet| sheet.revision),
            )
        });
        // While the text is edited the paper is that of the text before.
        let marked = self.current_now().filter(|marked| Some(marked.revision) == laid);
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

    /// Away from the window marks of an earlier edition give way to words, unless somebody is at them.
    fn drop_stale(self) {
        let (count, edition) = self.painted.with_value(|paint| (paint.drawn.len(), paint.edition));
        for number in 0..count {
            let drawn = self.painted.with_value(|paint| paint.drawn[number]);
            if !matches!(drawn, Drawn::Marks(old) if old != edition) {
                continue;
            }
            if dom::is_in_use(number) {
                self.draw(number);
            } else {
                self.painted.update_value(|paint| (paint.drawn[number], paint.filled) = (Drawn::Nothing, 0));
            }
        }
    }

    /// Draws every chunk with its marks, as for print.
    pub fn draw_all(self) {
        let count = self.painted.with_value(|paint| paint.drawn.len());
        for number in 0..count {
            self.draw(number);
        }
    }

    fn put(self, number: usize, marked: Option<&Marked>) {
        let laid = self.painted.with_value(|paint| (paint.sheet.clone(), paint.folds.clone(), paint.edition));
        let (Some(sheet), Some(folds), edition) = laid else { return };
        let Some(chunk) = sheet.chunks.get(number) else { return };
        if fold_at(&folds, chunk.blocks.start).is_some() || fold_at(&folds, chunk.blocks.end - 1).is_some() {
            dom::set_height(number, estimated_height(&sheet, chunk, &folds));
        }
        dom::fill(number, &drawn(self, &sheet, chunk, &folds, marked));
        if let Some(marked) = marked.filter(|_| chunk.is_part) {
            let part = part_at(&marked.document, chunk.range.start());
            dom::name_long(number, (part != Part::Body).then(|| part.name()));
        }
        let drawn = if marked.is_some() { Drawn::Marks(edition) } else { Drawn::Words };
        self.painted.update_value(|paint| paint.drawn[number] = drawn);
    }

    /// Fills in the words of what is still empty, a little at a time.
    fn fill_slice(self) {
        let end = dom::clock() + SLICE;
        while let Some(number) = self.next_empty() {
            if dom::clock() > end {
                return set_timeout(move || self.fill_slice(), Duration::ZERO);
            }
            self.put(number, None);
        }
        self.painted.update_value(|paint| paint.is_filling = false);
        if !self.filled.get_untracked() {
            self.filled.set(true);
        }
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
        let byte = self.byte_in_view()?;
        self.sheet.with_untracked(|sheet| sheet.block_at(byte))
    }

    /// Where what is first in view begins. The paper may still be that of the text before.
    fn byte_in_view(self) -> Option<usize> {
        let (number, nth) = dom::first_in_view()?;
        let sheet = self.painted.with_value(|paint| paint.sheet.clone())?;
        let chunk = sheet.chunks.get(number)?;
        let block = sheet.blocks.get(chunk.blocks.start + nth)?;
        Some(if chunk.is_part { chunk.range.start() } else { block.range.start() })
    }

    /// Which chunk holds a byte of the text, in which of its paragraphs.
    fn place_of(self, byte: usize) -> Option<(usize, usize)> {
        self.sheet.with_untracked(|sheet| {
            let number = sheet.chunk_at(byte)?;
            Some((number, sheet.block_at(byte)?.saturating_sub(sheet.chunks[number].blocks.start)))
        })
    }

    /// Brings the words at a byte of the text to the top of the window.
    pub fn go_to(self, byte: usize) {
        let Some((number, nth)) = self.place_of(byte) else { return };
        self.draw(number);
        dom::scroll_to(number, nth);
        dom::after_paint(move || dom::scroll_to(number, nth));
    }

    /// Remembers what is in view on a page that has been scrolled.
    pub fn hold(self) -> Option<Held> {
        let byte = self.byte_in_view().filter(|_| dom::scrolled() > 1.0)?;
        let (number, nth) = dom::first_in_view()?;
        Some(Held { byte, top: dom::top(number, nth)? })
    }

    /// Where a paragraph begins, in pixels from the top of the window.
    pub fn top_of(self, block: usize) -> Option<f64> {
        let byte =
            self.sheet.with_untracked(|sheet| sheet.blocks.get(block).map(|block| block.range.start()))?;
        let (number, nth) = self.place_of(byte)?;
        dom::top(number, nth)
    }

    /// Brings the paragraph at a byte to where its words stood, or else into view.
    pub fn hold_at(self, byte: usize, top: Option<f64>) {
        match top {
            Some(top) => self.put_back(Held { byte, top }),
            None => self.go_to(byte),
        }
    }

    /// Brings it back to where it stood, though lines above it were hidden or joined.
    pub fn put_back(self, held: Held) {
        let Some((number, nth)) = self.place_of(held.byte) else { return };
        self.draw(number);
        if let Some(now) = dom::top(number, nth) {
            dom::scroll_by(now - held.top);
        }
    }
}

/// A chunk as HTML: with its marks, or as plain words.
fn drawn(state: State, sheet: &Sheet, chunk: &Chunk, folds: &[Fold], marked: Option<&Marked>) -> String {
    let text = &sheet.article.text;
    let drawing = marked.map(|marked| Drawing {
        document: &marked.document,
        marks: &marked.index.marks,
        findings: &marked.index.findings,
        visible: state.visible.get_untracked(),
        purpose: Use::Screen,
    });
    let mut html = String::new();
    if drawing.is_none() && chunk.blocks.len() > MANY && folds.is_empty() {
        html.push_str("<p class=\"row\">");
        escape(&mut html, chunk.range.of(text));
        html.push_str("</p>");
        return html;
    }
    each(sheet, chunk, folds, &mut html, &|html, block| match &drawing {
        Some(drawing) if chunk.is_part => drawing.part(html, block, chunk.range),
        Some(drawing) => drawing.block(html, block),
        None if chunk.is_part => escape(html, chunk.range.of(text)),
        None => plain(html, text, block),
    });
    html
}

/// Draws the paragraphs of a chunk that are not hidden, and the quiet lines of those that are.
fn each(sheet: &Sheet, chunk: &Chunk, folds: &[Fold], html: &mut String, draw: &dyn Fn(&mut String, Block)) {
    let mut at = chunk.blocks.start;
    while at < chunk.blocks.end {
        let block = sheet.blocks[at];
        let fold = fold_at(folds, at);
        let hidden =
            fold.filter(|fold| !fold.open).map_or(0, |fold| fold.blocks.end.min(chunk.blocks.end) - at);
        // Of a paragraph in parts the first alone says what is hidden.
        if let Some(fold) = fold.filter(|_| chunk.range.start() <= block.range.start()) {
            fold.line(html, at, hidden, block.range.start());
        }
        if hidden == 0 {
            draw(html, block);
        }
        at += hidden.max(1);
    }
}

/// What the browser takes for a chunk's height until it has been in view, in pixels.
fn estimated_height(sheet: &Sheet, chunk: &Chunk, folds: &[Fold]) -> usize {
    let lines = |bytes: usize| (bytes / 74 + 1) * 33;
    let shown = chunk.blocks.clone().filter(|&at| fold_at(folds, at).is_none_or(|fold| fold.open));
    match chunk.is_part {
        true => shown.map(|_| lines(chunk.range.len())).sum(),
        false => shown.map(|at| lines(sheet.blocks[at].range.len()) + 19).sum(),
    }
}

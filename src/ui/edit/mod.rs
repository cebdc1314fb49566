//! Editing the draft in place: every mark stays on its words while they move.
//!
//! ```text
//! key ─► browser changes the line ─► Edit ─► desk ─► marks moved, painted in the same frame
//!                                                └─► worker reads the whole text; the newest text wins
//! ```
//!
//! The desk holds the text; what the browser shows follows it. The page's lists follow in a pause.

mod caret;
mod input;
mod lines;
mod marks;
mod places;
mod words;

use lines::{classes, redraw, redraw_all};
use marks::Paint;
pub use marks::correct;
pub use places::{in_quotations, replace_all, select, selected};
pub use words::{copy_changes, copy_clean};

use super::dom;
use super::journal::journal;
use super::marked::Marked;
use super::sheet::Sheet;
use super::small::*;
use super::state::{Progress, State};
use crate::checks::Finding;
use crate::desk::{Changed, Edits, Lines, Moved};
use crate::document::article::Article;
use crate::document::quotes::QuoteKind;
use crate::document::{Document, Layers};
use crate::protocol::Revision;
use crate::text::{Edit, TextRange, checksum};
use crate::view::{MarkId, Marks};
use std::sync::Arc;
use std::time::Duration;

/// The text as it is edited.
#[derive(Debug, Default)]
pub struct Live {
    /// What was done to it since the page's lists followed.
    typed: Edits,
    /// The checksum of the text that it was done to.
    sum: u64,
    /// Counts its texts on from the sheet's.
    revision: Revision,
    lines: Lines,
    /// The marks there are, each moved with its words.
    marks: Marks,
    /// Where they come from.
    marked: Option<Arc<Marked>>,
    /// Whether that is this very text.
    fresh: bool,
    /// The lines near the window.
    near: std::ops::Range<usize>,
    /// Where the next letter goes on with the step before, and until when.
    goes_on: Option<(usize, f64)>,
    /// Counts what happens, so that a pause is known.
    beat: u32,
    /// Whether somebody wants to correct something once the marks have come.
    correcting: bool,
}

/// After so long without a key the page's lists follow the text.
const PAUSE: Duration = Duration::from_millis(500);

/// Begins to edit at a byte of the text, or else at the chosen mark or what is in view.
pub fn enter(state: State, at: Option<usize>) {
    let is_empty = state.sheet.with_untracked(|sheet| sheet.article.text.is_empty());
    if state.editing.get_untracked() || is_empty || state.is_only_followed() {
        return;
    }
    let chosen = state.current_now().zip(state.chosen.get_untracked());
    let chosen = chosen.and_then(|(marked, id)| Some(marked.index.range_of(&marked.document, id)?.start()));
    let in_view = state.block_in_view();
    let in_view = state.sheet.with_untracked(|sheet| Some(sheet.blocks.get(in_view?)?.range.start()));
    let at = at.or(chosen).or(in_view).unwrap_or(0);
    let held = state.sheet.with_untracked(|sheet| sheet.block_at(at)).and_then(|block| state.top_of(block));
    state.close_card();
    let sheet = state.sheet.get_untracked();
    let marked = state.current_now();
    let marks = marked.as_ref().map(|marked| marked.index.marks.clone()).unwrap_or_default();
    let lines = Lines::of(&sheet.article.text);
    let caret = caret::at(&lines, at);
    let (fresh, sum) = (marked.is_some(), checksum(sheet.article.text.as_bytes()));
    let revision = sheet.revision;
    state.live.set_value(Live { sum, revision, lines, marks, marked, fresh, ..Live::default() });
    redraw_all(state);
    state.editing.set(true);
    dom::show_draft(true);
    dom::focus_draft();
    dom::select_in_draft(caret, caret);
    match held.zip(dom::line_top(caret.line)) {
        Some((before, now)) => dom::scroll_by(now - before),
        None => dom::show_line(caret.line, true),
    }
    marks::paint(state, Paint::Lines);
    state.announce("Editing. Esc goes back to reading.");
}

/// Ends editing, and goes on reading at the caret.
pub fn leave(state: State) {
    if !state.editing.get_untracked() {
        return;
    }
    let caret = dom::selection().map(|(caret, _)| caret);
    let line = caret.map_or(0, |caret| caret.line);
    let top = dom::line_top(line);
    settle(state);
    let at = state.live.with_value(|live| caret::byte(&live.lines, caret).unwrap_or(0));
    state.editing.set(false);
    if !state.live.with_value(|live| live.fresh) {
        state.engine.submit(state);
    }
    dom::clear_highlights(std::iter::empty());
    dom::show_draft(false);
    state.paint();
    state.hold_at(at, top);
    marks::choose_at(state, at);
    state.announce("Reading.");
}

/// What a paste, an undo or a new text brought is shown in the draft; false where nobody edits.
pub fn follow(state: State, moved: &Moved) -> bool {
    if !state.editing.get_untracked() {
        return false;
    }
    if moved.edits.is_empty() {
        state.live.update_value(|live| live.revision += 1);
    }
    let mut lines = Changed { old: 0..0, new: 0 };
    for (edit, back) in &moved.edits {
        state.live.update_value(|live| live.typed.add(edit, back));
        lines = move_marks(state, edit);
    }
    // The text has all edits already: lines are drawn once they stand where it has them.
    match moved.edits.len() {
        0 => {}
        1 => redraw(state, lines),
        _ => redraw_all(state),
    }
    if let Some((edit, _)) = moved.edits.last() {
        let caret = state.live.with_value(|live| caret::at(&live.lines, edit.now().end()));
        dom::select_in_draft(caret, caret);
        dom::show_line(caret.line, false);
    }
    changed(state, Paint::Lines);
    true
}

/// Makes an edit of the text: the desk takes it, the marks move.
fn make(state: State, step: &str, edit: &Edit, goes_on: bool) -> Changed {
    let quotation = state.live.with_value(|live| quotation_around(live, edit));
    let back = state.desks.try_update_value(|desks| {
        let was = quotation.map(|range| range.of(&desks.now.draft().article.text).to_owned());
        let back = desks.now.edit(step, edit, goes_on);
        if let Some((range, was)) = quotation.and_then(|range| edit.place(range)).zip(was) {
            desks.now.note_altered(range, was);
        }
        back
    });
    if let Some(back) = back.flatten() {
        state.live.update_value(|live| live.typed.add(edit, &back));
    }
    move_marks(state, edit)
}

/// The words in quotation marks that an edit changes.
fn quotation_around(live: &Live, edit: &Edit) -> Option<TextRange> {
    let inside = |range: TextRange| range.start() < edit.at.start() && edit.at.end() < range.end();
    let quotes = &live.marked.as_ref()?.document.layers.quotes;
    let is_quoted = |id: MarkId| match id {
        MarkId::Quote(i) => quotes.get(i as usize).is_some_and(|quote| quote.kind == QuoteKind::Direct),
        _ => false,
    };
    let around = TextRange::new(edit.at.start().saturating_sub(1), edit.at.end() + 1);
    live.marks.over(around).find(|mark| is_quoted(mark.id) && inside(mark.range)).map(|mark| mark.range)
}

fn move_marks(state: State, edit: &Edit) -> Changed {
    let changed = state.live.try_update_value(|live| {
        live.revision += 1;
        live.marks.follow(edit);
        live.fresh = false;
        live.lines.edit(edit)
    });
    changed.unwrap_or(Changed { old: 0..0, new: 0 })
}

/// The text has changed: its marks are painted where they are now, and asked for anew.
fn changed(state: State, what: Paint) {
    marks::paint(state, what);
    state.note_steps();
    let beat = state.live.try_update_value(|live| {
        live.beat += 1;
        live.beat
    });
    let is_last =
        move || state.editing.get_untracked() && state.live.with_value(|live| Some(live.beat) == beat);
    // It is on its way to the storage before anything else, should the tab die; and on the screen before the rest.
    state.live.with_value(|live| journal(state, live.sum, &live.typed));
    dom::after_paint(move || {
        if is_last() {
            state.engine.submit(state);
        }
    });
    let follow = move || {
        if is_last() {
            settle(state);
        }
    };
    set_timeout(follow, PAUSE);
}

/// The marks of the text have come.
pub fn take(state: State, layers: Layers, findings: Vec<Finding>) {
    let article = article(state);
    let found = Arc::new(Document { article, layers });
    let (revision, filter) = (revision(state), state.filter.get_untracked());
    let marked = state.desks.with_value(|desks| {
        let draft = desks.now.draft();
        Marked::new(revision, found, findings, (&draft.corrections, &draft.gone), filter)
    });
    state.live.update_value(|live| {
        live.marks = marked.index.marks.clone();
        live.marked = Some(Arc::new(marked));
        live.fresh = true;
    });
    if state.progress.get_untracked() != Progress::Done {
        state.progress.set(Progress::Done);
    }
    marks::paint(state, Paint::Marks);
    dom::stamp("galley-live-marks");
    // A text that took long to be read has been shown meanwhile without its marks.
    if state.sheet.with_untracked(|sheet| sheet.revision) == revision {
        settle(state);
    }
    if state.live.try_update_value(|live| std::mem::take(&mut live.correcting)).unwrap_or(false) {
        correct(state);
    }
}

/// The article as it is edited.
pub fn article(state: State) -> Article {
    state.desks.with_value(|desks| desks.now.draft().article.clone())
}

/// The revision of the text as it is edited.
pub fn revision(state: State) -> Revision {
    state.live.with_value(|live| live.revision)
}

/// The rest of the page follows the text.
pub fn settle(state: State) {
    let (revision, marked) =
        state.live.with_value(|live| (live.revision, live.marked.clone().filter(|_| live.fresh)));
    let before = state.sheet.get_untracked();
    // What is kept from now on can be undone from here.
    state.desks.update_value(|desks| desks.now.close());
    state.take_corrections();
    if before.revision != revision {
        let mut sheet = Sheet::new(revision, article(state), false);
        let sum = checksum(sheet.article.text.as_bytes());
        state.live.update_value(|live| (live.typed, live.sum) = (Edits::default(), sum));
        let structure = marked.as_ref().map(|marked| &marked.document.layers.structure);
        if let Some(joined) = structure.and_then(|structure| sheet.joined(structure)) {
            sheet = joined;
        }
        state.opened.set(Vec::new());
        state.sheet.set(Arc::new(sheet));
        (0..).zip(classes(state)).for_each(|(line, class)| dom::set_line(line, class));
    }
    if let Some(marked) = marked {
        state.marked.set(Some(marked));
    }
}

/// The same, if somebody edits.
pub fn settle_if_editing(state: State) {
    if state.editing.get_untracked() {
        settle(state);
    }
}

/// The marks after a decision: the text stays.
pub fn review(state: State, marked: Arc<Marked>) {
    state.live.update_value(|live| {
        live.marks = marked.index.marks.clone();
        live.marked = Some(marked);
        live.fresh = true;
    });
    marks::paint(state, Paint::Marks);
}

/// The draft as a field.
#[component]
pub fn Draft(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    dom::after_paint(move || input::listen(state));
    always(move || {
        state.visible.track();
        marks::paint(state, Paint::Marks);
    });
    view! {
        <div
            id="draft" class="proof draft" role="textbox" aria-multiline="true" aria-label="Draft" hidden=true
            contenteditable="plaintext-only" spellcheck="true" tabindex="0" aria-describedby="at-caret"
        ></div>
    }
}

/// What stands at the caret, what can be done with it, and how to leave; above it the search.
#[component]
pub fn Bar(
    /// The facts of the page.
    state: State,
) -> impl IntoView {
    view! {
        <Show when=move || state.editing.get()>
            <div class="editing">
                <super::find::Find state/>
                <div class="at-caret">
                    <span id="at-caret" role="status">{live(move || state.at_caret.get())}</span>
                    <button aria-keyshortcuts="Control+I" on:click=on(move |_| marks::correct(state))>"Correct"</button>
                    <button aria-keyshortcuts="Control+F" on:click=on(move |_| super::find::open(state))>"Find"</button>
                    <button class="main" aria-keyshortcuts="Escape" on:click=on(move |_| leave(state))>"Done"</button>
                </div>
            </div>
        </Show>
    }
}

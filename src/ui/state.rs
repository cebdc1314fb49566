//! The page's facts, as signals, and the few things that can happen to them.

use super::decide::Deciding;
use super::dom;
use super::engine::Client;
use super::fold;
use super::keep::{self, Keeping};
pub use super::marked::Marked;
use super::paint::Paint;
use super::sheet::Sheet;
use super::small::always;
use super::status;
use crate::checks::Finding;
use crate::document::article::Article;
use crate::document::{Document, Layers};
use crate::protocol::Revision;
use crate::review::{Carried, Corrections, carry};
use crate::view::blocks::Block;
use crate::view::folds::Fold;
use crate::view::index::Filter;
use crate::view::{LayerSet, MarkId};
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// The desk beside a step that can be undone: a text, with its marks if they had come, and what was
/// decided about it.
#[derive(Clone, Debug)]
pub struct Version {
    /// What the step did: "the paste".
    step: &'static str,
    /// The document it was done to.
    pub(super) document: Arc<str>,
    sheet: Arc<Sheet>,
    marked: Option<Arc<Marked>>,
    corrections: Arc<Corrections>,
    /// The reader's own names then.
    names: Arc<str>,
}

impl Version {
    /// What the step did that came after it.
    pub fn step(&self) -> &'static str {
        self.step
    }
}

/// Lists of a longer text are made after its marks are drawn, in bytes.
const LONG: usize = 300_000;
/// So long after one another.
const TURN: Duration = Duration::from_millis(60);

/// What the engine is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// The marks of the newest text are shown.
    Done,
    /// It reads. `slow` once a quarter of a second has passed.
    Working {
        /// Whether to say so.
        slow: bool,
    },
    /// It has given up; the text is safe.
    Failed,
}

/// A message for the reader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// What happened, one sentence.
    pub text: String,
    /// Whether what it tells of can be undone from here.
    pub undo: bool,
    /// Whether it tells of something that went wrong.
    pub alarm: bool,
}

/// All facts of the page.
#[derive(Clone, Copy)]
pub struct State {
    /// The id of the document shown.
    pub document: RwSignal<Arc<str>>,
    /// Whether another tab edits it, so that this one only shows it.
    pub followed: RwSignal<bool>,
    /// What is kept of it.
    pub keeping: Keeping,
    /// The text shown.
    pub sheet: RwSignal<Arc<Sheet>>,
    /// The last result; of an older text while the newest is being read.
    pub marked: RwSignal<Option<Arc<Marked>>>,
    /// What people decided about the text shown.
    pub corrections: RwSignal<Arc<Corrections>>,
    /// What the engine is doing.
    pub progress: RwSignal<Progress>,
    /// The layers shown.
    pub visible: RwSignal<LayerSet>,
    /// What is left out of them.
    pub filter: RwSignal<Filter>,
    /// The line whose part is being chosen.
    pub asked_part: RwSignal<Option<Block>>,
    /// What is being decided about a mark or about words.
    pub deciding: RwSignal<Deciding>,
    /// The page's own lines that are shown all the same, as places among the paragraphs.
    pub opened: RwSignal<Vec<bool>>,
    /// The runs of the page's own lines, each hidden behind a quiet line or open.
    pub folds: Memo<Arc<Vec<Fold>>>,
    /// The reader's own names, as the reader wrote them.
    pub names: RwSignal<Arc<str>>,
    /// The mark whose card is open or was open last.
    pub chosen: RwSignal<Option<MarkId>>,
    /// Whether the card shows.
    pub card_open: RwSignal<bool>,
    /// Whether it stays until closed.
    pub pinned: RwSignal<bool>,
    /// Whether the card asks who speaks.
    pub choosing: RwSignal<bool>,
    /// The desk before each step.
    pub past: RwSignal<Vec<Version>>,
    /// Steps that were undone.
    pub future: RwSignal<Vec<Version>>,
    /// The newest message.
    pub notice: RwSignal<Option<Notice>>,
    /// What a screen reader says next, without anything to be seen.
    pub spoken: RwSignal<String>,
    /// Whether, on a narrow screen, what stands in the head of the page is shown.
    pub tools: RwSignal<bool>,
    /// Whether a new version of Galley waits.
    pub update_ready: RwSignal<bool>,
    /// What is on the paper.
    pub painted: StoredValue<Paint, LocalStorage>,
    /// Whether all words of the text are on it.
    pub filled: RwSignal<bool>,
    /// Whether single keys act.
    pub single_keys: RwSignal<bool>,
    /// The text of the proof's style sheet, for exported proofs; none until somebody may want it.
    pub style: RwSignal<Option<String>>,
    /// The engine's side.
    pub engine: Client,
}

impl State {
    /// The state of a page that shows nothing yet.
    pub fn new() -> Self {
        let sheet = RwSignal::new(Arc::new(Sheet::new(0, Article::plain(""), false)));
        let (marked, filter, opened) = (RwSignal::new(None), RwSignal::default(), RwSignal::default());
        State {
            document: RwSignal::new(dom::new_id().into()),
            followed: RwSignal::new(false),
            keeping: Keeping::new(),
            sheet,
            marked,
            opened,
            folds: fold::all(sheet, marked, filter, opened),
            corrections: RwSignal::default(),
            progress: RwSignal::new(Progress::Done),
            visible: RwSignal::new(LayerSet::USUAL),
            filter,
            asked_part: RwSignal::new(None),
            deciding: RwSignal::new(None),
            names: RwSignal::new(dom::load_names().into()),
            chosen: RwSignal::new(None),
            card_open: RwSignal::new(false),
            pinned: RwSignal::new(false),
            choosing: RwSignal::new(false),
            past: RwSignal::new(Vec::new()),
            future: RwSignal::new(Vec::new()),
            notice: RwSignal::new(None),
            spoken: RwSignal::default(),
            tools: RwSignal::new(false),
            update_ready: RwSignal::new(false),
            painted: StoredValue::new_local(Paint::default()),
            filled: RwSignal::new(false),
            single_keys: RwSignal::new(dom::single_keys_act()),
            style: RwSignal::default(),
            engine: Client::new(),
        }
    }

    /// Shows an article and asks for its marks; the text before can be had back. Of another draft of the text before,
    /// what was decided is kept where its words are; says of how much.
    pub fn open(self, mut article: Article, sample: bool) -> Carried {
        self.tools.set(false);
        let before = self.sheet.get_untracked();
        let (corrections, carried) = match before.sample {
            true => Default::default(),
            false => carry(&before.article, &self.corrections.get_untracked(), &mut article),
        };
        let same = !before.sample && before.article.text == article.text;
        let document = if same { self.document.get_untracked() } else { dom::new_id().into() };
        self.reopen(document, article, sample, corrections);
        carried
    }

    /// Shows a document with what was decided about it before; the one before it can be had back.
    pub fn reopen(self, document: Arc<str>, article: Article, sample: bool, corrections: Corrections) {
        if self.sheet.with_untracked(|sheet| !sheet.blocks.is_empty()) {
            keep::keep_with_place(self);
            self.remember("the new text");
        }
        self.document.set(document);
        self.show(article, sample, Arc::new(corrections));
        self.engine.submit(self);
    }

    /// Shows an article whose marks are known, and in which nothing is to be checked.
    pub fn open_marked(self, article: Article, layers: Layers, sample: bool) {
        self.show(article, sample, Arc::default());
        self.take(layers, Vec::new());
    }

    /// Where only choices about the text change, the page stays where it is.
    pub(super) fn show(self, article: Article, sample: bool, corrections: Arc<Corrections>) {
        let before = self.sheet.get_untracked();
        let revision = before.revision + 1;
        let same = article.text == before.article.text && !before.blocks.is_empty();
        let sheet = match same {
            true => before.again(revision, article, sample),
            false => Sheet::new(revision, article, sample),
        };
        if !same {
            self.close_card();
            self.chosen.set(None);
            self.asked_part.set(None);
            self.deciding.set(None);
            dom::show_dialog("decide", false);
            self.opened.set(Vec::new());
            dom::show_dialog("parts", false);
        }
        self.corrections.set(corrections);
        self.sheet.set(Arc::new(sheet));
        self.progress.set(Progress::Working { slow: false });
    }

    /// The marks of the text shown have come.
    pub fn take(self, layers: Layers, findings: Vec<Finding>) {
        let mut sheet = self.sheet.get_untracked();
        if let Some(joined) = sheet.joined(&layers.structure) {
            sheet = Arc::new(joined);
            self.sheet.set(Arc::clone(&sheet));
        }
        let found = Document { article: sheet.article.clone(), layers };
        self.mark(sheet.revision, Arc::new(found), findings);
        self.progress.set(Progress::Done);
        self.announce(&untrack(|| status::found(self)));
    }

    /// Draws marks. What has the focus in the proof or the ledger keeps it, though it is drawn anew.
    pub(super) fn mark(self, revision: Revision, found: Arc<Document>, findings: Vec<Finding>) {
        let focus = dom::focus_among_marks();
        // The first marks of a text hide lines of it, or join them; what is being read stays where it is.
        let held = self.folds.with_untracked(|folds| folds.is_empty()).then(|| self.hold()).flatten();
        let (corrections, filter) = (self.corrections.get_untracked(), self.filter.get_untracked());
        let marked = Marked::new(revision, found, findings, &corrections, filter);
        self.marked.set(Some(Arc::new(marked)));
        dom::after_paint(move || {
            if let Some(held) = held {
                self.put_back(held);
            }
            dom::give_focus_back(focus);
        });
    }

    /// Leaves marks out, or takes them in again.
    pub fn set_filter(self, filter: Filter) {
        self.filter.set(filter);
        self.review();
    }

    /// The text shown gets no marks; those of the text before are not its own.
    pub fn give_up(self) {
        self.marked.set(None);
        self.progress.set(Progress::Failed);
    }

    /// The marks, if they are those of the text shown.
    pub fn current(self) -> Option<Arc<Marked>> {
        let revision = self.sheet.with(|sheet| sheet.revision);
        self.marked.get().filter(|marked| marked.revision == revision)
    }

    /// [`State::current`] for what happens once.
    pub fn current_now(self) -> Option<Arc<Marked>> {
        untrack(|| self.current())
    }

    /// The last result for what lists it. Of a long text each list is made in a task of its own, in its `turn`
    /// after the marks are drawn, so that none keeps the page from answering.
    pub fn listed(self, turn: u32) -> RwSignal<Option<Arc<Marked>>> {
        let listed = RwSignal::new(None);
        always(move || {
            let marked = self.marked.get();
            let is_long = marked.as_ref().is_some_and(|marked| marked.document.article.text.len() > LONG);
            if !is_long {
                return listed.set(marked);
            }
            let list = move || {
                let newest = self.marked.get_untracked();
                if newest.as_ref().map(Arc::as_ptr) == marked.as_ref().map(Arc::as_ptr) {
                    listed.set(marked);
                }
            };
            set_timeout(list, TURN * turn);
        });
        listed
    }

    /// Changes what was decided about the text; the marks follow at once. `step` names the change. False where the
    /// document is only followed.
    pub fn decide(self, step: &'static str, change: impl FnOnce(&mut Corrections)) -> bool {
        if self.is_only_followed() {
            return false;
        }
        self.remember(step);
        let mut corrections = Corrections::clone(&self.corrections.get_untracked());
        change(&mut corrections);
        self.corrections.set(Arc::new(corrections));
        self.review();
        true
    }

    pub(super) fn review(self) {
        if let Some(marked) = self.current_now() {
            self.mark(marked.revision, Arc::clone(&marked.found), marked.checked.clone());
        }
    }

    /// Keeps the desk as it is now for an undo.
    pub(super) fn remember(self, step: &'static str) {
        self.past.update(|past| past.push(self.version(step)));
        self.future.set(Vec::new());
    }

    /// Takes the last step back, or does it again.
    pub fn undo(self, back: bool) {
        if self.is_only_followed() {
            return;
        }
        let (from, to) = if back { (self.past, self.future) } else { (self.future, self.past) };
        let Some(version) = from.try_update(Vec::pop).flatten() else { return };
        to.update(|to| to.push(self.version(version.step)));
        self.say(&[if back { "Undone: " } else { "Done again: " }, version.step, "."].concat());
        self.restore(version);
    }

    fn restore(self, version: Version) {
        let Version { document, sheet, marked, corrections, names, .. } = version;
        self.document.set(document);
        if self.sheet.with_untracked(|now| now.article == sheet.article) {
            self.corrections.set(corrections);
            return self.review();
        }
        self.show(sheet.article.clone(), sheet.sample, corrections);
        let read_with_these_names = marked.is_some() && names == self.names.get_untracked();
        if let Some(marked) = marked {
            self.take(marked.found.layers.clone(), marked.checked.clone());
        }
        if !read_with_these_names {
            self.engine.submit(self);
        }
    }

    /// Marks that are only a preview of the engine's are not kept with it.
    fn version(self, step: &'static str) -> Version {
        let corrections = self.corrections.get_untracked();
        let whole = self.progress.get_untracked() == Progress::Done;
        let marked = self.current_now().filter(|_| whole);
        let names = self.names.get_untracked();
        let document = self.document.get_untracked();
        Version { step, document, sheet: self.sheet.get_untracked(), marked, corrections, names }
    }

    /// Chooses a mark and shows its card.
    pub fn choose(self, id: MarkId, pin: bool) {
        self.turn_to(id);
        self.pinned.update(|pinned| *pinned |= pin);
        self.card_open.set(true);
    }

    /// The next key is about this mark.
    pub(super) fn turn_to(self, id: MarkId) {
        if self.chosen.get_untracked() != Some(id) {
            self.choosing.set(false);
        }
        self.chosen.set(Some(id));
    }

    /// Closes the card.
    pub fn close_card(self) {
        self.card_open.set(false);
        self.pinned.set(false);
        self.choosing.set(false);
    }
}

//! The page's facts, as signals, and the few things that can happen to them.

use super::client::Client;
use super::desks::Desks;
use super::dom;
use super::edit::live::Live;
use super::folded;
use super::formats::Formats;
use super::keeping::Keeping;
pub use super::marked::Marked;
use super::painted::Paint;
use super::sheet::Sheet;
use super::small::always;
use crate::document::article::Article;
use crate::review::{Corrections, Reach};
use crate::view::blocks::Block;
use crate::view::decide::Subject;
use crate::view::folds::Fold;
use crate::view::index::Filter;
use crate::view::{LayerSet, MarkId};
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

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

/// What is decided about, and how far a decision is to reach.
pub type Deciding = Option<(Subject, Reach)>;

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
    /// The reader's own labels, as the reader wrote them.
    pub labels: RwSignal<Arc<str>>,
    /// The mark whose card is open or was open last.
    pub chosen: RwSignal<Option<MarkId>>,
    /// Whether the card shows.
    pub card_open: RwSignal<bool>,
    /// Whether it stays until closed.
    pub pinned: RwSignal<bool>,
    /// Whether the card asks who speaks.
    pub choosing: RwSignal<bool>,
    /// The draft with its history, and the texts before it.
    pub desks: StoredValue<Desks, LocalStorage>,
    /// What would be undone next.
    pub undoable: RwSignal<Option<String>>,
    /// Whether the text is being edited.
    pub editing: RwSignal<bool>,
    /// Whether words are looked for in the draft.
    pub finding: RwSignal<bool>,
    /// Which.
    pub sought: RwSignal<String>,
    /// What is typed in the palette, and which of its lines is chosen.
    pub palette: RwSignal<(String, usize)>,
    /// What stands at the caret, in words.
    pub at_caret: RwSignal<String>,
    /// The text as it is edited.
    pub live: StoredValue<Live, LocalStorage>,
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
    /// The engine's side.
    pub engine: Client,
    /// Who reads and writes formats.
    pub formats: Formats,
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
            folds: folded::all(sheet, marked, filter, opened),
            corrections: RwSignal::default(),
            progress: RwSignal::new(Progress::Done),
            visible: RwSignal::new(LayerSet::USUAL),
            filter,
            asked_part: RwSignal::new(None),
            deciding: RwSignal::new(None),
            names: RwSignal::new(dom::load_list(dom::NAMES).into()),
            labels: RwSignal::new(dom::load_list(dom::LABELS).into()),
            chosen: RwSignal::new(None),
            card_open: RwSignal::new(false),
            pinned: RwSignal::new(false),
            choosing: RwSignal::new(false),
            desks: StoredValue::new_local(Desks::new()),
            undoable: RwSignal::default(),
            editing: RwSignal::new(false),
            finding: RwSignal::new(false),
            sought: RwSignal::default(),
            palette: RwSignal::default(),
            at_caret: RwSignal::default(),
            live: StoredValue::new_local(Live::default()),
            notice: RwSignal::new(None),
            spoken: RwSignal::default(),
            tools: RwSignal::new(false),
            update_ready: RwSignal::new(false),
            painted: StoredValue::new_local(Paint::default()),
            filled: RwSignal::new(false),
            single_keys: RwSignal::new(dom::single_keys_act()),
            engine: Client::new(),
            formats: Formats::new(),
        }
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

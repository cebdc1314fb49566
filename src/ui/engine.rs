//! The page's side of the worker: sends texts, takes marks, starts it again when it fails.

use super::dom::{Engine, Process};
use super::state::{Progress, State};
use crate::document::own_names::OwnNames;
use crate::protocol::{Queue, Reply, Request, Revision, Step, VERSION, decode, encode, patience};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// A worker that is alive says that a request has arrived within this time.
const ACKNOWLEDGE: Duration = Duration::from_millis(1500);
/// A worker that is alive has its engine ready within this time.
const START: Duration = Duration::from_secs(20);
/// From here on the page says that it is reading.
const SLOW: Duration = Duration::from_millis(250);

/// The worker as the page knows it.
#[derive(Clone, Copy)]
pub struct Client(StoredValue<Inner, LocalStorage>);

#[derive(Default)]
struct Inner {
    queue: Queue,
    engine: Option<Engine>,
    process: Option<Process>,
    /// Counts the workers started, so that a late word of an ended one is not heard.
    life: u32,
    loading: bool,
}

impl Client {
    /// No worker yet.
    pub fn new() -> Self {
        Client(StoredValue::new_local(Inner::default()))
    }

    /// Loads the engine and starts the first worker.
    pub fn start(self, state: State) {
        let already = self.0.try_update_value(|inner| std::mem::replace(&mut inner.loading, true));
        if already == Some(true) {
            return;
        }
        spawn_local(async move {
            let loaded = Engine::load().await;
            self.0.update_value(|inner| inner.loading = false);
            match loaded {
                Ok(engine) => {
                    self.0.update_value(|inner| inner.engine = Some(engine));
                    self.launch(state);
                }
                Err(_) => self.fail(state),
            }
        });
    }

    /// Asks for the marks of the text shown.
    pub fn submit(self, state: State) {
        let revision = state.sheet.with_untracked(|sheet| sheet.revision);
        state.progress.set(Progress::Working { slow: false });
        set_timeout(move || say_if_slow(state, revision), SLOW);
        let step = self.0.try_update_value(|inner| inner.queue.submit(revision));
        self.perform(state, step.unwrap_or(Step::Wait));
    }

    fn perform(self, state: State, step: Step) {
        match step {
            Step::Wait | Step::Show(_) => {}
            Step::Send(revision) => self.send(state, revision),
            Step::Restart => self.launch(state),
            Step::GiveUp(revision) => {
                if state.sheet.with_untracked(|sheet| sheet.revision) == revision {
                    state.give_up();
                }
                self.launch(state);
            }
        }
    }

    fn launch(self, state: State) {
        let engine = self.0.with_value(|inner| inner.engine.clone());
        let Some(engine) = engine else { return self.start(state) };
        let life = self.0.try_update_value(|inner| {
            inner.life += 1;
            if let Some(old) = inner.process.take() {
                old.end();
            }
            inner.life
        });
        let life = life.unwrap_or(0);
        let hears = move || self.0.with_value(|inner| inner.life == life);
        let on_message = move |bytes: Vec<u8>| {
            if hears() {
                self.hear(state, &bytes)
            }
        };
        let on_error = move || {
            if hears() {
                self.fail(state)
            }
        };
        match engine.start(on_message, on_error) {
            Ok(process) => self.0.update_value(|inner| inner.process = Some(process)),
            Err(_) => return self.fail(state),
        }
        let silent = move || hears() && !self.0.with_value(|inner| inner.queue.is_ready());
        set_timeout(
            move || {
                if silent() {
                    self.fail(state)
                }
            },
            START,
        );
    }

    fn hear(self, state: State, bytes: &[u8]) {
        match decode::<Reply>(bytes) {
            Some(Reply::Ready { version }) if version == VERSION => {
                let step = self.0.try_update_value(|inner| inner.queue.on_ready());
                self.perform(state, step.unwrap_or(Step::Wait));
            }
            Some(Reply::Ready { .. }) => {
                state.give_up();
                state
                    .warn("Galley was updated while this page was open. Reload the page; your text is kept.");
            }
            Some(Reply::Started { revision }) => {
                self.0.update_value(|inner| inner.queue.on_started(revision))
            }
            Some(Reply::Done { revision, layers, findings }) => {
                let step = self.0.try_update_value(|inner| inner.queue.on_done(revision));
                let step = step.unwrap_or(Step::Wait);
                let wanted = state.sheet.with_untracked(|sheet| sheet.revision);
                if step == Step::Show(wanted) {
                    state.take(layers, findings);
                }
                self.perform(state, step);
            }
            Some(Reply::Unreadable) | None => self.fail(state),
        }
    }

    /// Sends the text shown, which is always the newest, and watches over it.
    fn send(self, state: State, revision: Revision) {
        let sheet = state.sheet.get_untracked();
        let (names, _) = OwnNames::parse(&state.names.get_untracked());
        let bytes = encode(&Request { revision, article: sheet.article.clone(), names });
        let process = self.0.with_value(|inner| inner.process.clone());
        if let Some(process) = process {
            process.post(&bytes);
        }
        let running = move || self.0.with_value(|inner| inner.queue.running());
        let life = self.0.with_value(|inner| inner.life);
        let same_life = move || self.0.with_value(|inner| inner.life == life);
        let unheard = move || same_life() && running() == Some((revision, false));
        set_timeout(
            move || {
                if unheard() {
                    self.fail(state)
                }
            },
            ACKNOWLEDGE,
        );
        let hung = move || same_life() && running().is_some_and(|(at, _)| at == revision);
        let limit = Duration::from_millis(patience(bytes.len()).into());
        set_timeout(
            move || {
                if hung() {
                    self.fail(state)
                }
            },
            limit,
        );
    }

    fn fail(self, state: State) {
        let step = self.0.try_update_value(|inner| inner.queue.on_failure()).unwrap_or(Step::Wait);
        let loaded = self.0.with_value(|inner| inner.engine.is_some());
        if !loaded && matches!(step, Step::Restart) {
            // The engine's files could not be fetched: try again in a while.
            set_timeout(move || self.launch(state), Duration::from_secs(2));
            return;
        }
        if step == Step::Wait && state.progress.get_untracked() != Progress::Done {
            state.give_up();
        }
        self.perform(state, step);
    }
}

fn say_if_slow(state: State, revision: Revision) {
    let same = state.sheet.with_untracked(|sheet| sheet.revision) == revision;
    if same && state.progress.get_untracked() == (Progress::Working { slow: false }) {
        state.progress.set(Progress::Working { slow: true });
    }
}

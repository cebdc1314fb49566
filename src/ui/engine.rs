//! The page's side of the worker: sends texts, takes marks, starts it again when it fails.

use super::client::Client;
use super::dom::{Engine, Heard};
use super::edit;
use super::state::{Progress, State};
use crate::document::Layers;
use crate::document::own_names::OwnNames;
use crate::protocol::{Reply, Request, Revision, Step, VERSION, decode, encode, patience};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;
use std::time::Duration;

/// A worker that is alive says that a request has arrived within this time.
const ACKNOWLEDGE: Duration = Duration::from_millis(1500);
/// A worker that is alive has its engine ready within this time.
const START: Duration = Duration::from_secs(20);
/// After a long task of the page its timers may come before what the worker said meanwhile.
const GRACE: Duration = Duration::from_millis(100);
/// After a text of so many bytes the worker is replaced, when it has had nothing to do for a while.
const HEAVY: usize = 500_000;
const REST: Duration = Duration::from_secs(1);
/// From here on the page says that it is reading.
const SLOW: Duration = Duration::from_millis(250);

impl Client {
    /// Loads the engine and starts the first worker.
    pub fn start(self, state: State) {
        let already = self.0.try_update_value(|inner| std::mem::replace(&mut inner.loading, true));
        if already == Some(true) {
            return;
        }
        spawn_local(async move {
            let loaded = Engine::load("galley-worker", "galley-engine").await;
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
        let revision = newest(state);
        // Whoever types sees the marks follow, and need not be told at each letter.
        if !state.editing.get_untracked() {
            state.progress.set(Progress::Working { slow: false });
            set_timeout(move || say_if_slow(state, revision), SLOW);
        }
        let step = self.0.try_update_value(|inner| inner.queue.submit(revision));
        self.perform(state, step.unwrap_or(Step::Wait));
    }

    fn perform(self, state: State, step: Step) {
        match step {
            Step::Wait | Step::Show(_) => {}
            Step::Send(revision) => self.send(state, revision),
            Step::Restart => self.launch(state),
            Step::GiveUp(revision) => {
                if newest(state) == revision {
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
            inner.alive = false;
            if let Some(old) = inner.process.take() {
                old.end();
            }
            inner.life
        });
        let hears = move || self.0.with_value(|inner| Some(inner.life) == life);
        let hear = move |heard| {
            if hears() {
                self.hear_of(state, heard)
            }
        };
        match engine.start(Rc::new(hear)) {
            Ok(process) => self.0.update_value(|inner| inner.process = Some(process)),
            Err(_) => return self.fail(state),
        }
        expect(
            ACKNOWLEDGE * self.0.with_value(|inner| inner.queue.leniency()),
            Box::new(move || hears() && !self.0.with_value(|inner| inner.alive)),
            Box::new(move || self.lose(state)),
        );
        let silent = move || hears() && !self.0.with_value(|inner| inner.queue.is_ready());
        expect(START, Box::new(silent), Box::new(move || self.fail(state)));
    }

    fn hear_of(self, state: State, heard: Heard) {
        match heard {
            Heard::Alive => self.0.update_value(|inner| inner.alive = true),
            Heard::Message(bytes) => self.hear(state, &bytes),
            Heard::Crash => self.fail(state),
            Heard::Death => self.lose(state),
        }
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
            Some(Reply::Started { revision }) => self.0.update_value(|inner| {
                inner.coming = (revision, Layers::default());
                inner.queue.on_started(revision);
            }),
            Some(Reply::Part { revision, layers }) => {
                self.0.update_value(|inner| inner.take_part(revision, layers))
            }
            Some(Reply::Done { revision, layers: last, findings }) => {
                let layers = self.0.try_update_value(|inner| {
                    inner.take_part(revision, last);
                    std::mem::take(&mut inner.coming.1)
                });
                let layers = layers.unwrap_or_default();
                let step = self.0.try_update_value(|inner| inner.queue.on_done(revision));
                let step = step.unwrap_or(Step::Wait);
                if step == Step::Show(newest(state)) {
                    match state.editing.get_untracked() {
                        true => edit::take(state, layers, findings),
                        false => state.take(layers, findings),
                    }
                }
                self.perform(state, step);
                if state.sheet.with_untracked(|sheet| sheet.article.text.len()) > HEAVY {
                    set_timeout(move || self.retire(state), REST);
                }
            }
            Some(Reply::Unreadable) | None => self.fail(state),
        }
    }

    /// Sends the text shown, which is always the newest, and watches over it.
    fn send(self, state: State, revision: Revision) {
        let article = match state.editing.get_untracked() {
            true => edit::article(state),
            false => state.sheet.with_untracked(|sheet| sheet.article.clone()),
        };
        let (names, _) = OwnNames::parse(&state.names.get_untracked());
        let bytes = encode(&Request { revision, article, names });
        let process = self.0.with_value(|inner| inner.process.clone());
        if let Some(process) = process {
            process.post(&bytes);
        }
        let running = move || self.0.with_value(|inner| inner.queue.running());
        let life = self.0.with_value(|inner| inner.life);
        let same_life = move || self.0.with_value(|inner| inner.life == life);
        let unheard = move || same_life() && running() == Some((revision, false));
        let soon = ACKNOWLEDGE * self.0.with_value(|inner| inner.queue.leniency());
        expect(soon, Box::new(unheard), Box::new(move || self.lose(state)));
        let hung = move || same_life() && running().is_some_and(|(at, _)| at == revision);
        let limit = Duration::from_millis(patience(bytes.len()).into());
        expect(limit, Box::new(hung), Box::new(move || self.fail(state)));
    }

    /// A worker keeps all the memory that a long text took: when it has nothing to do, a fresh one takes its
    /// place.
    fn retire(self, state: State) {
        if self.0.try_update_value(|inner| inner.queue.retire()) == Some(true) {
            self.launch(state);
        }
    }

    /// The worker is gone, and nothing says that the text was to blame.
    fn lose(self, state: State) {
        let step = self.0.try_update_value(|inner| inner.queue.on_loss()).unwrap_or(Step::Wait);
        self.perform(state, step);
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

/// The revision of the text as it is now.
fn newest(state: State) -> Revision {
    match state.editing.get_untracked() {
        true => edit::revision(state),
        false => state.sheet.with_untracked(|sheet| sheet.revision),
    }
}

fn say_if_slow(state: State, revision: Revision) {
    let same = newest(state) == revision;
    if same && state.progress.get_untracked() == (Progress::Working { slow: false }) {
        state.progress.set(Progress::Working { slow: true });
    }
}

/// Does something when `missing` still holds after a while.
fn expect(within: Duration, missing: Box<dyn Fn() -> bool>, then: Box<dyn Fn()>) {
    let look_again = move || {
        if missing() {
            then()
        }
    };
    set_timeout(move || set_timeout(look_again, GRACE), within);
}

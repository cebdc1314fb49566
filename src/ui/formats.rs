//! The page's questions about formats: each goes to a worker of its own, whose code is loaded when the first is asked.
//!
//! A file that breaks the worker, or keeps it for ever, breaks and keeps nothing else.

use super::dom::{self, Engine, Heard, Process};
use crate::document::Document;
use crate::exchange::{Answer, Ask, At, message, read};
use crate::protocol::{Revision, VERSION, patience};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

/// What becomes of a question: the answer with the bytes that follow it, or a sentence that says why there is none.
pub type Told = Result<(Answer, Vec<u8>), String>;

type Then = Box<dyn FnOnce(Told)>;

const NOT_LOADED: &str =
    "What reads and writes files could not be loaded. Look whether you are online, then try again.";
const UPDATED: &str = "Galley was updated while this page was open. Reload the page; your text is kept.";
const BROKEN: &str = "That took more than this browser gives, and was stopped. Your text is safe.";
const TOO_LONG: &str = "That took too long, and was stopped. Your text is safe.";

/// A file whose article is shown, and whose decisions wait for Galley's marks.
pub struct Opened {
    /// The text it gave.
    pub(super) text: Revision,
    pub(super) file: Arc<Vec<u8>>,
    /// What is said of it.
    pub(super) told: String,
}

/// Who answers.
#[derive(Clone, Copy)]
pub struct Formats {
    engine: StoredValue<Option<Engine>, LocalStorage>,
    /// Whether the menu of formats is open.
    pub open: RwSignal<bool>,
    /// The mark that its link leads to.
    pub at: StoredValue<Option<At>>,
    /// The file whose article is shown and waits for its marks.
    pub opened: StoredValue<Option<Opened>, LocalStorage>,
}

impl Formats {
    /// Nothing is loaded yet.
    pub fn new() -> Self {
        Formats {
            engine: StoredValue::new_local(None),
            open: RwSignal::new(false),
            at: StoredValue::new(None),
            opened: StoredValue::new_local(None),
        }
    }

    /// Opens the menu; its link leads to a mark, where one is given.
    pub fn show(self, at: Option<At>) {
        self.at.set_value(at);
        dom::show_dialog("formats", true);
        self.open.set(true);
    }

    /// Asks about a file or about none, and does something with the answer.
    pub fn ask(self, ask: &Ask<&Document>, file: &[u8], then: Box<dyn FnOnce(Told)>) {
        let question = message(ask, file);
        spawn_local(async move {
            match self.load().await {
                Some(engine) => put(engine, question, then),
                None => then(Err(NOT_LOADED.into())),
            }
        });
    }

    async fn load(self) -> Option<Engine> {
        if self.engine.with_value(Option::is_none) {
            let loaded = Engine::load("galley-formats", "galley-formats-code").await.ok()?;
            self.engine.set_value(Some(loaded));
        }
        self.engine.get_value()
    }
}

/// A question that waits for its answer.
struct Waiting {
    question: Vec<u8>,
    then: Option<Then>,
    process: Option<Process>,
}

fn put(engine: Engine, question: Vec<u8>, then: Then) {
    let time = Duration::from_millis(patience(question.len()).into());
    let waiting = Rc::new(RefCell::new(Waiting { question, then: Some(then), process: None }));
    let asked = Rc::clone(&waiting);
    match engine.start(Rc::new(move |heard| hear(&asked, heard))) {
        Ok(process) => waiting.borrow_mut().process = Some(process),
        Err(_) => return end(&waiting, Err(NOT_LOADED.into())),
    }
    set_timeout(move || end(&waiting, Err(TOO_LONG.into())), time);
}

fn hear(waiting: &Rc<RefCell<Waiting>>, heard: Heard) {
    match heard {
        Heard::Alive => {}
        Heard::Crash | Heard::Death => end(waiting, Err(BROKEN.into())),
        Heard::Message(bytes) => match read::<Answer>(&bytes) {
            Some((Answer::Ready(version), _)) if version == VERSION => {
                let question = std::mem::take(&mut waiting.borrow_mut().question);
                if let Some(process) = &waiting.borrow().process {
                    process.post(&question);
                }
            }
            Some((Answer::Ready(_), _)) => end(waiting, Err(UPDATED.into())),
            Some((Answer::Refused(why), _)) => end(waiting, Err(why)),
            Some((answer, file)) => end(waiting, Ok((answer, file.to_vec()))),
            None => end(waiting, Err(BROKEN.into())),
        },
    }
}

/// Ends the worker and hands its answer on; what it says later is not heard.
fn end(waiting: &Rc<RefCell<Waiting>>, answer: Told) {
    let (then, process) = {
        let mut waiting = waiting.borrow_mut();
        (waiting.then.take(), waiting.process.take())
    };
    if let Some(process) = process {
        process.end();
    }
    if let Some(then) = then {
        then(answer);
    }
}

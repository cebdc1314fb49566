//! Messages between the page and the worker that runs the engine, and who waits for what.
//!
//! ```text
//! page    Request(7) ─────────────► worker
//!         ◄───────── Started(7)     at once, so a dead worker is noticed within a second
//!         ◄───────── Part(7, marks)  of a long text, again and again
//!         ◄───────── Done(7, marks)
//! ```
//!
//! Messages are postcard bytes: compact, quick, and not a public format.

pub mod parts;
use crate::checks::Finding;
use crate::document::Layers;
use crate::document::article::Article;
use crate::document::own_names::OwnNames;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// Counts the texts the page has shown; the greatest is the newest.
pub type Revision = u32;

/// The version both sides must share; it changes with every release.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// What the page asks: annotate this article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Which text of the page.
    pub revision: Revision,
    /// The article.
    pub article: Article,
    /// The reader's own names.
    pub names: OwnNames,
}

/// What the worker says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reply {
    /// The engine is loaded.
    Ready {
        /// Its version.
        version: String,
    },
    /// A request has arrived and is being worked on.
    Started {
        /// Which.
        revision: Revision,
    },
    /// The marks of a request, or the last part of them. The article stays with the page, which sent it.
    Done {
        /// Which.
        revision: Revision,
        /// What was found.
        layers: Layers,
        /// What should be looked at.
        findings: Vec<Finding>,
    },
    /// The bytes of a request could not be read.
    Unreadable,
    /// Some of the marks of a request; more follow.
    Part {
        /// Which.
        revision: Revision,
        /// What was found.
        layers: Layers,
    },
}

/// Packs a message.
pub fn encode<T: Serialize>(message: &T) -> Vec<u8> {
    postcard::to_allocvec(message).unwrap_or_default()
}

/// Unpacks a message; foreign or cut bytes give none.
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}

/// What the page should do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Nothing.
    Wait,
    /// Send the request of this revision.
    Send(Revision),
    /// Show the marks of this revision.
    Show(Revision),
    /// End the worker and start another.
    Restart,
    /// Give up on this revision and say so; start another worker for the next text.
    GiveUp(Revision),
}

/// How often one text may bring the worker down before the page gives up on it.
const TRIES: u8 = 2;
/// How often a worker may vanish while it reads one text. That is seldom the text's doing: browsers end
/// workers when memory runs short, and people end them by hand.
const LOSSES: u8 = 20;

/// Who waits for what: at most one request runs, the newest waits, older ones are dropped.
#[derive(Debug, Default)]
pub struct Queue {
    ready: bool,
    running: Option<Revision>,
    acknowledged: bool,
    waiting: Option<Revision>,
    failures: u8,
    losses: u8,
    /// No worker could be started; the next text tries again.
    dead: bool,
}

impl Queue {
    /// The page shows a new text.
    pub fn submit(&mut self, revision: Revision) -> Step {
        self.waiting = Some(revision);
        (self.failures, self.losses) = (0, 0);
        if std::mem::take(&mut self.dead) { Step::Restart } else { self.next() }
    }

    /// The worker has loaded its engine.
    pub fn on_ready(&mut self) -> Step {
        self.ready = true;
        self.next()
    }

    /// The worker has begun.
    pub fn on_started(&mut self, revision: Revision) {
        self.acknowledged |= self.running == Some(revision);
    }

    /// The worker has finished. Marks of a text that is no longer shown are dropped.
    pub fn on_done(&mut self, revision: Revision) -> Step {
        if self.running != Some(revision) {
            return Step::Wait;
        }
        self.running = None;
        match self.waiting {
            Some(_) => self.next(),
            None => {
                (self.failures, self.losses) = (0, 0);
                Step::Show(revision)
            }
        }
    }

    /// The worker is gone without a word.
    pub fn on_loss(&mut self) -> Step {
        self.losses += 1;
        self.replace(self.losses > LOSSES)
    }

    /// The worker has crashed, fallen silent or sent what nobody can read.
    pub fn on_failure(&mut self) -> Step {
        self.failures += 1;
        self.replace(self.failures > TRIES)
    }

    /// What the lost worker read waits again, unless a newer text does.
    fn replace(&mut self, too_often: bool) -> Step {
        let lost = self.running.take();
        self.ready = false;
        self.waiting = self.waiting.or(lost);
        match self.waiting {
            Some(revision) if too_often => {
                self.waiting = None;
                Step::GiveUp(revision)
            }
            None if too_often => {
                self.dead = true;
                Step::Wait
            }
            _ => Step::Restart,
        }
    }

    /// The request that runs, and whether the worker has acknowledged it.
    pub fn running(&self) -> Option<(Revision, bool)> {
        self.running.map(|revision| (revision, self.acknowledged))
    }

    /// The worker is to be replaced although it is well; false where it is at work.
    pub fn retire(&mut self) -> bool {
        let is_idle = self.ready && self.running.is_none() && self.waiting.is_none();
        self.ready &= !is_idle;
        is_idle
    }

    /// How many times as long as usual a word of the worker is waited for: on a slow machine one may have been
    /// taken for lost that only was not quick enough.
    pub fn leniency(&self) -> u32 {
        1 << self.losses.min(4)
    }

    /// Whether the engine is loaded.
    pub fn is_ready(&self) -> bool {
        self.ready
    }

    fn next(&mut self) -> Step {
        if !self.ready || self.running.is_some() {
            return Step::Wait;
        }
        match self.waiting.take() {
            Some(revision) => {
                (self.running, self.acknowledged) = (Some(revision), false);
                Step::Send(revision)
            }
            None => Step::Wait,
        }
    }
}

/// How long an acknowledged request may run before the worker counts as hung, in milliseconds.
///
/// The engine reads 2 MB a second or more; this allows it to be sixty times slower.
pub fn patience(bytes: usize) -> u32 {
    10_000 + (bytes / 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_text_wins() {
        let mut queue = Queue::default();
        assert_eq!(queue.submit(1), Step::Wait);
        assert_eq!(queue.on_ready(), Step::Send(1));
        assert_eq!(queue.submit(2), Step::Wait);
        assert_eq!(queue.submit(3), Step::Wait);
        assert_eq!(queue.on_done(1), Step::Send(3));
        assert_eq!(queue.on_done(2), Step::Wait);
        assert_eq!(queue.on_done(3), Step::Show(3));
    }

    #[test]
    fn a_crash_sends_the_text_again() {
        let mut queue = Queue::default();
        queue.on_ready();
        assert_eq!(queue.submit(1), Step::Send(1));
        assert_eq!(queue.on_failure(), Step::Restart);
        assert_eq!(queue.on_ready(), Step::Send(1));
        assert_eq!(queue.on_done(1), Step::Show(1));
    }

    #[test]
    fn a_crash_with_a_newer_text_waiting_sends_the_newer() {
        let mut queue = Queue::default();
        queue.on_ready();
        queue.submit(1);
        queue.submit(2);
        assert_eq!(queue.on_failure(), Step::Restart);
        assert_eq!(queue.on_ready(), Step::Send(2));
    }

    #[test]
    fn a_text_that_always_crashes_is_given_up_and_can_be_tried_again() {
        let mut queue = Queue::default();
        queue.submit(1);
        for _ in 0..TRIES {
            queue.on_ready();
            assert_eq!(queue.on_failure(), Step::Restart);
        }
        queue.on_ready();
        assert_eq!(queue.on_failure(), Step::GiveUp(1));
        queue.on_ready();
        assert_eq!(queue.submit(1), Step::Send(1));
    }

    #[test]
    fn a_worker_that_is_killed_again_and_again_is_replaced_longer_than_one_that_crashes() {
        let mut queue = Queue::default();
        queue.submit(1);
        assert_eq!(queue.leniency(), 1);
        for _ in 0..LOSSES {
            queue.on_ready();
            assert_eq!(queue.on_loss(), Step::Restart);
        }
        assert_eq!(queue.leniency(), 16);
        assert_eq!(queue.on_ready(), Step::Send(1));
        assert_eq!(queue.on_failure(), Step::Restart);
        queue.on_ready();
        assert_eq!(queue.on_loss(), Step::GiveUp(1));
        assert_eq!(queue.submit(2), Step::Wait);
        queue.on_ready();
        assert_eq!(queue.on_loss(), Step::Restart);
    }

    #[test]
    fn only_an_idle_worker_retires() {
        let mut queue = Queue::default();
        assert!(!queue.retire());
        queue.on_ready();
        queue.submit(1);
        assert!(!queue.retire());
        queue.on_done(1);
        assert!(queue.retire());
        assert_eq!(queue.submit(2), Step::Wait);
        assert_eq!(queue.on_ready(), Step::Send(2));
    }

    #[test]
    fn where_no_worker_can_start_the_next_text_tries_again() {
        let mut queue = Queue::default();
        for _ in 0..TRIES {
            assert_eq!(queue.on_failure(), Step::Restart);
        }
        assert_eq!(queue.on_failure(), Step::Wait);
        assert_eq!(queue.submit(1), Step::Restart);
        assert_eq!(queue.on_ready(), Step::Send(1));
    }

    #[test]
    fn a_message_comes_back_and_cut_bytes_give_none() {
        let (names, _) = OwnNames::parse("Ada Quist = PERSON");
        let request = Request { revision: 7, article: Article::plain("“We 👍 won,” he said."), names };
        let bytes = encode(&request);
        assert_eq!(decode(&bytes), Some(request));
        for end in 0..bytes.len() {
            assert_eq!(decode::<Request>(&bytes[..end]), None);
        }
        assert_eq!(decode::<Reply>(&[250, 1, 2]), None);
    }
}

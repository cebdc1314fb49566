//! Opens files that are annotated already, and those of other programs: what a person decided in one holds here too.
//!
//! ```text
//! file ── Read ──► its article, which Galley reads as any other
//!      ── Decide, what Galley has read ──► decisions: where the file says otherwise
//! ```

use super::dom;
use super::formats::{Opened, Told};
use super::new_text;
use super::small::*;
use super::state::{Notice, State};
use crate::exchange::{Answer, Ask};
pub use crate::import::LARGEST;
use crate::import::is_foreign;
use crate::review::Corrections;
use crate::view::ledger::count;
use std::sync::Arc;

/// Whether a file or a pasted text is one that programs write, which may hold marks.
pub fn is_for_programs(bytes: &[u8]) -> bool {
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let holds = |words: &[u8]| bytes.windows(words.len()).any(|window| window == words);
    let is_proof = || holds(b"galley-json") || holds(b"class=\"proof file");
    is_json(start) || (start.starts_with(b"<!") && is_proof()) || is_foreign(bytes)
}

/// An object or a list of objects, whose first key stands in quotation marks: `[{"id"`.
fn is_json(start: &[u8]) -> bool {
    let start = start.strip_prefix(b"[").unwrap_or(start).trim_ascii_start();
    start.strip_prefix(b"{").is_some_and(|rest| rest.trim_ascii_start().starts_with(b"\""))
}

/// Opens such a file; one that holds no marks is opened as any other.
pub fn open(state: State, name: String, file: Vec<u8>, more: String) {
    let kept = Arc::new(file);
    let file = Arc::clone(&kept);
    let then = move |answer: Told| match answer {
        Ok((Answer::Article(article, format, losses), _)) if !article.text.trim().is_empty() => {
            let told = told(&format, &losses, &more);
            state.reopen(dom::new_id().into(), article, false, Default::default());
            state.notice.set(Some(Notice { text: told.clone(), undo: true, alarm: false }));
            let text = state.sheet.with_untracked(|sheet| sheet.opened);
            state.formats.opened.set_value(Some(Opened { text, file, told }));
            dom::stamp("galley-text");
        }
        Ok((Answer::Article(..), _)) => state.warn("There was no text in that."),
        Ok((Answer::Page(page, kind), _)) => {
            new_text::open_page(state, &page, &[" It was read from ", &kind, ".", &more].concat());
        }
        Ok(_) => new_text::open_file(state, &name, &file, &more),
        Err(why) => state.warn(&why),
    };
    state.formats.ask(&Ask::Read, &kept, Box::new(then));
}

fn told(format: &str, losses: &[String], more: &str) -> String {
    let mut text = ["Opened from ", format, "."].concat();
    losses.iter().for_each(|loss| text.extend([" ", loss]));
    text + more
}

/// Once Galley has read the article of a file, asks what was decided in it.
pub fn listen(state: State) {
    always(move || {
        let Some(marked) = state.current() else { return };
        let is_its_own = |opened: &Opened| state.sheet.with_untracked(|sheet| sheet.opened == opened.text);
        let opened = state.formats.opened.try_update_value(|waiting| waiting.take_if(|one| is_its_own(one)));
        let Some(Opened { text, file, told }) = opened.flatten() else { return };
        let then = move |answer: Told| {
            if state.sheet.with_untracked(|sheet| sheet.opened != text) {
                return;
            }
            match answer {
                Ok((Answer::Decided(decisions, rest), _)) => {
                    if !decisions.is_empty() {
                        let all =
                            |own: &mut Corrections| decisions.iter().cloned().for_each(|one| own.decide(one));
                        state.decide("what was decided in the file", all);
                    }
                    let text = [&told, &*decided(decisions.iter().count(), rest as usize)].concat();
                    state.notice.set(Some(Notice { text, undo: true, alarm: false }));
                }
                Ok(_) => {}
                Err(why) => state.warn(&why),
            }
        };
        state.formats.ask(&Ask::Decide(&marked.found), &file, Box::new(then));
    });
}

/// What is said of a file's decisions, and of its marks that they do not tell.
fn decided(decisions: usize, rest: usize) -> String {
    let mut text = String::new();
    if decisions > 0 {
        text.extend([" Decided in it: ", &count(decisions, "mark", "marks"), "."]);
    }
    if rest > 0 {
        text.extend([" Read otherwise here: ", &count(rest, "mark", "marks"), " of the file."]);
    }
    text
}

//! A new text: read as an article, shown, and what is said of it.

use super::dom;
use super::state::{Notice, State};
use crate::import::{Imported, Kind, LIMIT, Refusal, decode, fuller, kind_of_file, markdown, plain};
use crate::review::Carried;
use crate::view::ledger::count;
use leptos::prelude::*;

/// Opens a file of words.
pub(super) fn open_file(state: State, name: &str, bytes: &[u8], more: &str) {
    open(state, read_file(name, bytes), more);
}

/// Opens another program's file that was made into a page.
pub(super) fn open_page(state: State, page: &str, more: &str) {
    open(state, read_rich(page, ""), more);
}

pub(super) fn read_plain(text: &str) -> Result<Imported, Refusal> {
    if text.len() > LIMIT { Err(Refusal::TooLarge) } else { Ok(plain::read(text)) }
}

/// HTML keeps paragraphs and headings; where the plain text says more, that is taken.
pub(super) fn read_rich(html: &str, text: &str) -> Result<Imported, Refusal> {
    if text.len() > LIMIT || html.len() > LIMIT * 2 {
        return Err(Refusal::TooLarge);
    }
    let rich = dom::read_html(html).filter(|rich| !rich.article.text.trim().is_empty());
    Ok(rich.map_or_else(|| plain::read(text), |rich| fuller(rich, text)))
}

fn read_file(name: &str, bytes: &[u8]) -> Result<Imported, Refusal> {
    let (text, letters) = decode(bytes)?;
    let imported = match kind_of_file(name, &text) {
        Kind::Plain => plain::read(&text),
        Kind::Markdown => markdown::read(&text),
        Kind::Html => dom::read_html(&text).ok_or(Refusal::Binary)?,
    };
    Ok(Imported { letters, ..imported })
}

/// Shows what was read; `more` is told beside the rest.
pub(super) fn open(state: State, imported: Result<Imported, Refusal>, more: &str) {
    let imported = imported.and_then(|imported| {
        let blank = imported.article.text.trim().is_empty();
        if blank { Err(Refusal::Empty) } else { Ok(imported) }
    });
    match imported {
        Ok(imported) => {
            let mut text = [&greeting(&imported), more].concat();
            text += &told(state.open(imported.article, false));
            state.notice.set(Some(Notice { text, undo: true, alarm: false }));
            dom::stamp("galley-text");
        }
        Err(refusal) => state.warn(refusal.sentence()),
    }
}

fn greeting(imported: &Imported) -> String {
    let mut text = String::from("Your text is here.");
    for note in imported.notes() {
        text.push(' ');
        text.push_str(&note);
    }
    text
}

/// What is said of decisions about the draft before.
fn told(Carried { kept, lost }: Carried) -> String {
    let decisions = |number: usize| count(number, "decision", "decisions");
    match (kept, lost) {
        (0, 0) => String::new(),
        (0, _) => {
            [" Waiting, because their words are gone: ", &decisions(lost), "; c goes to them."].concat()
        }
        (_, 0) => [" Kept from the draft before: ", &decisions(kept), "."].concat(),
        _ => [
            " Kept from the draft before: ",
            &decisions(kept),
            "; waiting, because their words are gone: ",
            &lost.to_string(),
            ".",
        ]
        .concat(),
    }
}

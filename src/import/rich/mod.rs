//! Rich text, element by element: one reader for the clipboard, files, and the command line.
//!
//! A parser's tree is walked once; [`Rich`] is told of each element that opens and closes and of the words
//! between, and makes lines of them, each with a [`Hint`](crate::article::Hint).

mod glue;
mod lines;
mod role;
mod signs;
mod style;
mod tables;
mod tag;

#[cfg(test)]
mod tests;

pub use role::{Role, role_of};
pub use tag::Tag;

use super::Imported;
use crate::article::{HintKind, Signs, read_day};
use lines::{Lines, Voice};
use tables::Table;

/// Reads rich text. Elements are opened and closed in the source's order.
#[derive(Default)]
pub struct Rich {
    open: Vec<Open>,
    lines: Lines,
    tables: Vec<Table>,
    joint: Joint,
}

/// An element that is open.
struct Open {
    role: Role,
    /// What is true of the words in it, class words left out.
    voice: Voice,
    /// What its class says.
    class: Signs,
}

/// What stands between the last words and the next.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Joint {
    /// Nothing that parts them.
    #[default]
    None,
    /// A box has ended.
    Closed,
    /// A box has ended and another begun.
    Between,
}

/// The words of a class count for so many elements, from the inside out.
const NEAR: usize = 6;

impl Rich {
    /// Whether what the element holds is to be read; only then it is closed later.
    pub fn open(&mut self, tag: &Tag) -> bool {
        let role = role_of(&tag.name);
        if role == Role::Dropped || tag.has("hidden") {
            return false;
        }
        self.begin(role, tag);
        self.open.push(Open { role, voice: self.voice_in(role, tag), class: signs::of_class(tag) });
        self.note_day(tag);
        true
    }

    /// The element that was opened last ends.
    pub fn close(&mut self) {
        let Some(Open { role, .. }) = self.open.pop() else { return };
        match role {
            Role::Inline => self.joint = Joint::Closed,
            Role::Dropped | Role::Break => {}
            Role::Table => {
                self.lines.end();
                if let Some(table) = self.tables.pop() {
                    table.close(&mut self.lines.done);
                }
            }
            Role::Block(_) | Role::Preformatted | Role::Row | Role::Cell => self.lines.end(),
        }
    }

    /// Words between two tags.
    pub fn words(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        if std::mem::take(&mut self.joint) == Joint::Between && glue::wants_blank(self.lines.written(), words)
        {
            self.lines.blank();
        }
        let voice = self.voice();
        self.lines.write(words, &voice);
    }

    /// What was read.
    pub fn finish(mut self) -> Imported {
        while !self.open.is_empty() {
            self.close();
        }
        self.lines.end();
        let dropped = self.lines.dropped;
        Imported { article: self.lines.finish(), dropped }
    }

    fn begin(&mut self, role: Role, tag: &Tag) {
        match role {
            Role::Inline => {
                let raised = matches!(&*tag.name, "sup" | "sub");
                let after_box = self.joint != Joint::None && !raised;
                self.joint = if after_box { Joint::Between } else { Joint::None };
                return;
            }
            Role::Break => {
                let voice = self.voice();
                self.lines.break_line(&voice);
            }
            _ => self.lines.end(),
        }
        self.joint = Joint::None;
        let next = self.lines.done.len();
        match (role, self.tables.last_mut()) {
            (Role::Table, outer) => {
                if let Some(outer) = outer {
                    outer.is_laid_out(&mut self.lines.done);
                }
                let is_layout = matches!(tag.get("role"), Some("presentation" | "none"));
                self.tables.push(Table::new(next, is_layout));
            }
            (Role::Row, Some(table)) => table.open_row(),
            (Role::Cell, Some(table)) => table.open_cell(next),
            _ => {}
        }
    }

    /// What is true of the words inside an element, class words left out.
    fn voice_in(&self, role: Role, tag: &Tag) -> Voice {
        let outer = self.open.last().map_or(Voice::default(), |open| open.voice);
        let kind = if let Role::Block(kind) = role { kind } else { None };
        let signs = outer.signs.with(signs::of_element(tag));
        Voice {
            kind: kind.or(outer.kind),
            signs: tag.get("style").map_or(signs, |style| style::looks(style, signs)),
            linked: outer.linked || (tag.name == "a" && tag.has("href")) || tag.get("role") == Some("link"),
            keeps_lines: outer.keeps_lines || role == Role::Preformatted,
        }
    }

    /// What is true of the words that come next.
    fn voice(&self) -> Voice {
        let voice = self.open.last().map_or(Voice::default(), |open| open.voice);
        let near = self.open.iter().rev().take(NEAR).fold(Signs::NONE, |all, open| all.with(open.class));
        let laid_out = Signs::LAYOUT.when(self.tables.len() > 1);
        Voice { signs: voice.signs.with(near).with(laid_out), ..voice }
    }

    /// `<time datetime="2025-03-04T10:00">`, `<span itemprop="datePublished" content="2025-03-04">`
    fn note_day(&mut self, tag: &Tag) {
        let property = tag.get("itemprop");
        let is_published = property == Some("datePublished");
        if is_published || (tag.name == "time" && property != Some("dateModified")) {
            let written = ["datetime", "content", "title"].iter().find_map(|name| tag.get(name));
            if let Some(day) = written.and_then(|written| read_day(written.trim().get(..10)?)) {
                self.lines.name_day(day);
            }
        }
    }

    /// A line of its own, of a kind that is known.
    pub fn line(&mut self, kind: Option<HintKind>, words: &str) {
        self.lines.end();
        self.lines.write(words, &Voice { kind, ..Voice::default() });
        self.lines.end();
    }
}

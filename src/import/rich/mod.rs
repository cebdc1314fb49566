//! Rich text, element by element: one reader for the clipboard, files, and the command line.
//!
//! A parser's tree is walked once; [`Rich`] is told of each element that opens and closes and of the words
//! between, and makes lines of them, each with a [`Hint`](crate::document::hints::Hint).

mod glue;
mod line;
mod lines;
mod quotes;
mod role;
mod rooms;
mod signs;
mod style;
mod tables;
mod tag;
mod unseen;
pub mod walk;

#[cfg(test)]
mod tests;

pub use tag::Tag;

use super::{Imported, LeftOut};
use crate::document::day::read_day;
use crate::document::hints::{HintKind, Signs};
use crate::document::looks::is_safe;
use line::Voice;
use lines::Lines;
use quotes::Quoted;
use role::Role;
use style::{Display, Style};
use tables::Table;
use unseen::Unseen;

/// Reads rich text. Elements are opened and closed in the source's order.
#[derive(Default)]
pub struct Rich {
    open: Vec<Open>,
    lines: Lines,
    tables: Vec<Table>,
    joint: Joint,
    /// `q` elements whose first mark is not written.
    awaiting: usize,
    left_out: LeftOut,
    /// Words that are not read have begun; they count once there are any.
    uncounted: Option<Unseen>,
}

/// An element that is open.
struct Open {
    /// What it is; nothing where it is not read.
    role: Role,
    /// What is true of the words in it, class words left out.
    voice: Voice,
    /// What its class says.
    class: Signs,
    quoted: Quoted,
    /// Its children stand side by side.
    is_flex: bool,
    /// A `div`.
    is_box: bool,
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
    /// An element that a site made up has begun or ended.
    Custom,
    /// And a line of the source has ended there.
    CustomLine,
}

/// The words of a class count for so many elements, from the inside out.
const NEAR: usize = 6;

impl Rich {
    /// Whether what the element holds is to be looked at; only then it is closed later.
    pub fn open(&mut self, tag: &Tag) -> bool {
        let style = tag.get("style").map(Style::read).unwrap_or_default();
        let role = style.role(tag, role::role_by_name_and_class(tag));
        if role == Role::Dropped {
            return false;
        }
        let voice = self.voice_in(role, tag, &style);
        if voice.unseen.is_some() {
            self.open_unseen(tag, &style, voice);
            return true;
        }
        let link = tag.get("href").filter(|href| tag.name == "a" && is_safe(href.trim()));
        let link = link.map_or(voice.link, |href| {
            self.lines.links.push(href.trim().to_owned());
            self.lines.links.len()
        });
        let voice = Voice { room: self.lines.room(&tag.name, voice.room), link, ..voice };
        self.begin(role, tag, voice.in_paragraph);
        let quoted = if tag.name == "q" { Quoted::Awaits } else { Quoted::No };
        self.awaiting += usize::from(quoted == Quoted::Awaits);
        let is_flex = style.display == Some(Display::Flex);
        let class = signs::of_class(tag);
        self.open.push(Open { role, voice, class, quoted, is_flex, is_box: tag.name == "div" });
        self.note_day(tag);
        true
    }

    /// The element that was opened last ends.
    pub fn close(&mut self) {
        let Some(Open { role, voice, quoted, .. }) = self.open.pop() else { return };
        match quoted {
            Quoted::No => {}
            Quoted::Awaits => self.awaiting -= 1,
            Quoted::Marked => self.lines.write_mark(quotes::marks(self.quotes() + 1).1, &voice),
        }
        match role {
            Role::Inline => self.joint = Joint::Closed,
            Role::Custom => self.joint = if voice.in_paragraph { Joint::Closed } else { Joint::Custom },
            Role::Dropped | Role::Break => {}
            Role::Table => {
                self.lines.end();
                if let Some(table) = self.tables.pop() {
                    table.close(&mut self.lines.done);
                }
            }
            Role::Block(_) | Role::Preformatted | Role::Row | Role::Cell => self.lines.end(),
        }
        if matches!(role, Role::Inline | Role::Custom) && self.open.last().is_some_and(|outer| outer.is_flex)
        {
            self.lines.blank();
        }
    }

    /// Words between two tags.
    pub fn words(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        let voice = self.voice();
        let is_blank = words.trim().is_empty();
        if voice.unseen.is_some() {
            if let Some(why) = self.uncounted.take_if(|_| !is_blank) {
                unseen::count(&mut self.left_out, why);
            }
            return;
        }
        if is_blank && self.joint == Joint::Custom && words.contains('\n') {
            self.joint = Joint::CustomLine;
            return;
        }
        match std::mem::take(&mut self.joint) {
            Joint::Between if glue::wants_blank(self.lines.written(), words) => self.lines.blank(),
            Joint::Custom if glue::is_new_line(self.lines.written(), words) => self.lines.end(),
            Joint::CustomLine => self.lines.blank(),
            _ => {}
        }
        let rest = if is_blank { words } else { self.open_quotes(words, &voice) };
        self.lines.write(rest, &voice);
    }

    /// What was read.
    pub fn finish(mut self) -> Imported {
        while !self.open.is_empty() {
            self.close();
        }
        self.lines.end();
        let dropped = self.lines.dropped;
        Imported { dropped, left_out: self.left_out, ..Imported::of(self.lines.finish()) }
    }

    fn begin(&mut self, role: Role, tag: &Tag, in_paragraph: bool) {
        let joint = std::mem::take(&mut self.joint);
        match role {
            Role::Inline | Role::Custom => {
                if self.open.last().is_some_and(|outer| outer.is_flex) {
                    self.lines.blank();
                }
                let raised = matches!(&*tag.name, "sup" | "sub");
                self.joint = match joint {
                    Joint::CustomLine if role == Role::Custom => {
                        self.lines.end();
                        Joint::None
                    }
                    _ if role == Role::Custom && !in_paragraph => Joint::Custom,
                    Joint::Closed | Joint::Between if !raised => Joint::Between,
                    Joint::Custom | Joint::CustomLine => joint,
                    _ => Joint::None,
                };
            }
            Role::Break => self.lines.break_line(),
            _ => self.begin_block(role, tag),
        }
    }

    fn begin_block(&mut self, role: Role, tag: &Tag) {
        self.lines.end();
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

    /// An element whose words are not read: no line begins or ends with it.
    fn open_unseen(&mut self, tag: &Tag, style: &Style, voice: Voice) {
        let begins = self.open.last().is_none_or(|outer| outer.voice.unseen.is_none());
        if unseen::is_one_comment(tag, style) {
            self.uncounted = Some(Unseen::Comment);
        } else if begins {
            self.uncounted = voice.unseen.filter(|why| *why != Unseen::Comment);
        }
        if unseen::leads_back(tag) {
            let from = self.open.iter().rposition(|open| open.is_box).unwrap_or(self.open.len());
            self.open[from..].iter_mut().for_each(|open| open.voice.unseen = voice.unseen);
        }
        let (quoted, class) = (Quoted::No, Signs::NONE);
        self.open.push(Open { role: Role::Dropped, voice, class, quoted, is_flex: false, is_box: false });
    }

    /// What is true of the words inside an element, class words left out.
    fn voice_in(&self, role: Role, tag: &Tag, style: &Style) -> Voice {
        let outer = self.open.last().map_or(Voice::default(), |open| open.voice);
        let kind = if let Role::Block(kind) = role { kind } else { None };
        let is_link = (tag.name == "a" && tag.has("href")) || tag.get("role") == Some("link");
        let is_heading = matches!(kind, Some(HintKind::Heading(_)));
        Voice {
            kind: kind.or(outer.kind),
            signs: style.looks(outer.signs.with(signs::of_element(tag))),
            linked: outer.linked || is_link,
            keeps_lines: style.keeps_lines.unwrap_or(outer.keeps_lines || role == Role::Preformatted),
            in_paragraph: outer.in_paragraph || tag.name == "p" || is_heading,
            room: outer.room,
            style: style.face(&tag.name, outer.style),
            link: outer.link,
            unseen: match outer.unseen {
                Some(Unseen::Invisible) if style.visible == Some(true) => unseen::unseen(tag, style),
                Some(outer) => Some(outer),
                None => unseen::unseen(tag, style),
            },
        }
    }

    /// What is true of the words that come next.
    fn voice(&self) -> Voice {
        let voice = self.open.last().map_or(Voice::default(), |open| open.voice);
        let near = self.open.iter().rev().take(NEAR).fold(Signs::NONE, |all, open| all.with(open.class));
        let laid_out = Signs::LAYOUT.when(self.tables.len() > 1);
        Voice { signs: voice.signs.with(near).with(laid_out), ..voice }
    }

    /// Writes the marks of quotations that begin here, unless the words bring their own; gives what is left
    /// to write.
    fn open_quotes<'w>(&mut self, words: &'w str, voice: &Voice) -> &'w str {
        if self.awaiting == 0 {
            return words;
        }
        if words.starts_with(char::is_whitespace) {
            self.lines.blank();
        }
        let own = quotes::is_marked(words);
        let mut depth = 0;
        for open in self.open.iter_mut().filter(|open| open.quoted != Quoted::No) {
            depth += 1;
            if open.quoted == Quoted::Awaits {
                open.quoted = if own { Quoted::No } else { Quoted::Marked };
                if !own {
                    self.lines.write_mark(quotes::marks(depth).0, voice);
                }
            }
        }
        self.awaiting = 0;
        words.trim_start()
    }

    /// How many quotations are open.
    fn quotes(&self) -> usize {
        self.open.iter().filter(|open| open.quoted != Quoted::No).count()
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

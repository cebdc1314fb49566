//! The lines of rich text, as they are written word by word.

use super::line::{Line, Voice, shifted};
use super::rooms;
use crate::document::article::Article;
use crate::document::hints::Signs;
use crate::document::looks::Look;
use crate::import::plain::clean;
use crate::text::TextRange;
use jiff::civil::Date;

/// Says where a word may be cut, and shows only where it is.
const SOFT_HYPHEN: char = '\u{ad}';

/// A line so long may have been broken because it was full, in bytes.
const SHORTEST_WRAPPED: usize = 30;

/// Signs that a line has where any word of it has them; of the others, most of its letters must.
const TOUCHING: Signs = Signs::AUTHOR.with(Signs::DATE).with(Signs::HEADLINE);

/// Writes lines.
#[derive(Default)]
pub(super) struct Lines {
    pub done: Vec<Line>,
    /// The line that is being written.
    line: Line,
    /// For each sign, how many of the line's letters have it.
    signed: [usize; Signs::ALL.len()],
    gap: bool,
    /// A soft hyphen was the last sign: the word goes on.
    cut: bool,
    /// Control characters that were left out.
    pub dropped: usize,
    /// The box around each box; the first is the page.
    pub rooms: Vec<usize>,
    /// Where each link leads, from the first.
    pub links: Vec<String>,
}

impl Lines {
    /// Takes words; a run of white space becomes one space, but for line ends that the source means.
    pub fn write(&mut self, words: &str, voice: &Voice) {
        let (words, dropped) = clean(words);
        self.dropped += dropped;
        let mut pieces = words.split('\n');
        self.write_piece(pieces.next().unwrap_or_default(), voice);
        for piece in pieces {
            if voice.keeps_lines {
                self.break_line();
            } else {
                self.blank();
            }
            self.write_piece(piece, voice);
        }
    }

    fn write_piece(&mut self, words: &str, voice: &Voice) {
        let (before, start) = (self.line.letters, self.line.text.len());
        for c in words.chars() {
            match c {
                ' ' | '\t' => self.blank(),
                SOFT_HYPHEN => self.cut = true,
                c => {
                    self.line.text.push(c);
                    self.line.letters += 1;
                    self.cut = false;
                }
            }
        }
        let letters = self.line.letters - before;
        if letters > 0 {
            self.line.kind = voice.kind;
            self.line.room = voice.room;
            self.line.linked += if voice.linked { letters } else { 0 };
            voice.signs.bits().for_each(|bit| self.signed[bit] += letters);
            self.note_look(start, voice);
        }
    }

    /// Notes how the words look that were written from here on; a run of one look is one.
    fn note_look(&mut self, start: usize, voice: &Voice) {
        let (text, look) = (&self.line.text, (voice.style, voice.link));
        let range = TextRange::new(start, text.len()).trim(text);
        match self.line.looks.last_mut() {
            _ if look == (0, 0) || range.is_empty() => {}
            Some((last, style, link))
                if (*style, *link) == look && text[last.end()..range.start()].trim().is_empty() =>
            {
                *last = last.cover(range);
            }
            _ => self.line.looks.push((range, voice.style, voice.link)),
        }
    }

    /// A quotation mark, which no blank goes before or after.
    pub fn write_mark(&mut self, mark: char, voice: &Voice) {
        if is_closing(mark) {
            self.line.text.truncate(self.line.text.trim_end().len());
        }
        self.write_piece(mark.encode_utf8(&mut [0; 4]), voice);
    }

    /// The box that an element opens within another; most are in the box around them.
    pub fn room(&mut self, name: &str, outer: usize) -> usize {
        if self.rooms.is_empty() {
            self.rooms.push(0);
        }
        let opens =
            matches!(name, "div" | "section" | "article" | "main" | "aside" | "td" | "figure" | "form");
        if !opens {
            return outer;
        }
        self.rooms.push(outer);
        self.rooms.len() - 1
    }

    /// A space, where none stands yet.
    pub fn blank(&mut self) {
        if !self.cut && !self.line.text.is_empty() && !self.line.text.ends_with(' ') {
            self.line.text.push(' ');
        }
    }

    /// The day that stands in this line; the first one counts.
    pub fn name_day(&mut self, day: Date) {
        self.line.day.get_or_insert(day);
    }

    /// What is written of the line so far.
    pub fn written(&self) -> &str {
        &self.line.text
    }

    /// The line ends where the source broke it; a blank one parts its paragraphs.
    pub fn break_line(&mut self) {
        if std::mem::take(&mut self.cut) {
            return;
        }
        let is_blank = self.line.text.trim().is_empty();
        self.end();
        if is_blank {
            self.gap = !self.done.is_empty();
        } else if let Some(line) = self.done.last_mut() {
            line.signs = line.signs.with(Signs::BROKEN);
        }
    }

    /// The line ends, if anything stands in it.
    pub fn end(&mut self) {
        self.cut = false;
        let mut line = std::mem::take(&mut self.line);
        let signed = std::mem::take(&mut self.signed);
        line.text.truncate(line.text.trim_end().len());
        let blanks = line.text.len() - line.text.trim_start().len();
        line.text.drain(..blanks);
        for (range, ..) in &mut line.looks {
            *range = shifted(*range, 0, blanks);
        }
        if line.text.is_empty() {
            return;
        }
        let holds = |sign: Signs, letters: usize| {
            if TOUCHING.has(sign) { letters > 0 } else { letters * 2 > line.letters }
        };
        for (&(_, sign), letters) in Signs::ALL.iter().zip(signed) {
            line.signs = line.signs.with(sign.when(holds(sign, letters)));
        }
        line.after_gap = std::mem::take(&mut self.gap);
        self.done.push(line);
    }

    /// The article that was written.
    pub fn finish(mut self) -> Article {
        self.end();
        self.tell_broken_from_parted();
        rooms::mark(&mut self.done, &self.rooms);
        let mut article = Article::plain(String::new());
        for line in &self.done {
            if line.after_gap {
                article.text.push('\n');
            }
            let start = article.text.len();
            article.text.push_str(&line.text);
            article.hints.push(line.hint(TextRange::new(start, article.text.len())));
            article.looks.extend(line.looks.iter().map(|&(range, style, link)| Look {
                range: shifted(range, start, 0),
                style,
                href: link.checked_sub(1).and_then(|at| self.links.get(at).cloned()).unwrap_or_default(),
            }));
            article.text.push('\n');
        }
        article
    }
}

impl Lines {
    /// Where long lines were broken by hand, as in old mail, blank lines part the others: whoever joins the
    /// broken ones finds the paragraphs. Short ones, as in an address, are just lines.
    fn tell_broken_from_parted(&mut self) {
        let is_broken = |line: &Line| line.signs.has(Signs::BROKEN);
        let long = |line: &&Line| is_broken(line) && line.text.len() >= SHORTEST_WRAPPED;
        let is_wrapped = self.done.iter().filter(long).count() >= 2;
        let mut goes_on = true;
        for line in &mut self.done {
            line.after_gap |= is_wrapped && !goes_on;
            goes_on = is_broken(line);
            line.signs = if is_wrapped { line.signs } else { line.signs.without(Signs::BROKEN) };
        }
    }
}

fn is_closing(mark: char) -> bool {
    matches!(mark, '”' | '’')
}

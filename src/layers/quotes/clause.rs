//! Sentences as the finder of reports reads them: words and signs, with each quotation one atom.

use super::words::{self, Class, Entry};
use crate::layers::syntax::tags::Tag;
use crate::layers::syntax::{Syntax, Tree};
use crate::text::TextRange;
use crate::tokens::TokenKind;
use std::ops::Range;

/// A word, a sign, or a whole quotation.
#[derive(Clone, Copy, Debug)]
pub struct Item {
    /// Where it stands.
    pub range: TextRange,
    /// Which quotation it is, if one.
    pub quoted: Option<usize>,
    /// What it is made of; quotations count as [`TokenKind::Quote`].
    pub kind: TokenKind,
    /// Begins with a capital.
    pub capital: bool,
    /// What the tables say of it.
    pub entry: Entry,
    /// The first of its paragraph.
    pub begins_paragraph: bool,
}

impl Item {
    /// Whether it has one of these jobs.
    pub fn is(&self, class: Class) -> bool {
        self.entry.class & class != 0
    }

    /// A word that is none of the small ones.
    pub fn is_plain_word(&self) -> bool {
        self.kind == TokenKind::Word && self.quoted.is_none() && !self.is(words::SMALL)
    }

    /// A capital word that is no small one; "May" and "Will" among names are left out.
    pub fn is_name(&self) -> bool {
        self.kind == TokenKind::Word && self.capital && !self.is(words::SMALL)
    }
}

/// All items of a text: its atoms, with what the tables say of each.
pub fn items(text: &str, syntax: &Syntax<'_>) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::with_capacity(syntax.atoms.len());
    for atom in &syntax.atoms {
        let entry = match atom.kind {
            // "Theresa May": a name goes on.
            TokenKind::Word
                if atom.capital
                    && !atom.begins
                    && is_also_name(atom.range.of(text))
                    && items.last().is_some_and(Item::is_name) =>
            {
                Entry::default()
            }
            // "Ross Tully": a name in -ly is no adverb.
            TokenKind::Word if atom.capital && !atom.begins => words::listed(atom.range.of(text)),
            TokenKind::Word => words::look_up(atom.range.of(text)),
            // "He’s claiming": no possessive after a pronoun.
            TokenKind::Possessive
                if items
                    .last()
                    .is_some_and(|i: &Item| i.is(words::SUBJECT | words::RELATIVE | words::WH)) =>
            {
                Entry { class: words::BE, ..Entry::default() }
            }
            _ => Entry::default(),
        };
        name_opener(text, &entry, items.last_mut());
        items.push(Item {
            range: atom.range,
            quoted: atom.quoted,
            kind: atom.kind,
            capital: atom.capital,
            entry,
            begins_paragraph: atom.begins_paragraph,
        });
    }
    calm_capitals(text, &mut items);
    items
}

/// "May said": somebody's name, for "may" helps no such form.
fn name_opener(text: &str, entry: &Entry, before: Option<&mut Item>) {
    let past = entry.verb.is_some_and(|(_, form)| form == words::Form::Past);
    let opener = before.filter(|item| past && item.capital && item.is(words::MODAL));
    if let Some(opener) = opener.filter(|item| is_also_name(item.range.of(text))) {
        opener.entry = Entry::default();
    }
}

/// In copy that is all capitals a cue verb's capital means nothing.
fn calm_capitals(text: &str, items: &mut [Item]) {
    for line in items.chunk_by_mut(|_, next| !next.begins_paragraph) {
        let Some(range) = line.first().zip(line.last()).map(|(a, b)| a.range.cover(b.range)) else {
            continue;
        };
        if range.of(text).contains(char::is_lowercase) {
            continue;
        }
        for item in line.iter_mut().filter(|item| item.entry.verb.is_some()) {
            item.capital = false;
        }
    }
}

/// Helping verbs and months that are names as well.
fn is_also_name(word: &str) -> bool {
    matches!(word, "May" | "Will" | "April" | "June" | "August")
}

/// One sentence's items, and the text to read them in.
#[derive(Clone, Copy)]
pub struct Clause<'t> {
    /// The article.
    pub text: &'t str,
    /// All items of the article.
    pub items: &'t [Item],
    /// The sentence's first item.
    pub from: usize,
    /// The item after its last.
    pub to: usize,
    /// The article's syntax, whose atoms the items are.
    syntax: &'t Syntax<'t>,
    /// Which of its sentences this is.
    sentence: usize,
}

impl<'t> Clause<'t> {
    /// How the sentence hangs together.
    pub fn tree(&self) -> &'t Tree {
        self.syntax.tree(self.sentence)
    }

    /// What an item is in its sentence; outside it a sign.
    pub fn tag(&self, at: usize) -> Tag {
        self.syntax.tag(self.sentence, at)
    }

    /// The item at a place, if it lies in this sentence.
    pub fn get(&self, at: usize) -> Option<&'t Item> {
        self.items.get(at).filter(|_| self.from <= at && at < self.to)
    }

    /// The words of an item; nothing outside the sentence.
    pub fn word(&self, at: usize) -> &'t str {
        self.get(at).map_or("", |item| item.range.of(self.text))
    }

    /// Whether the word at a place is this one, whatever its case.
    pub fn word_is(&self, at: usize, word: &str) -> bool {
        self.get(at).is_some_and(|item| {
            item.range.len() == word.len() && item.range.of(self.text).eq_ignore_ascii_case(word)
        })
    }

    /// Whether an item has one of these jobs.
    pub fn is(&self, at: usize, class: Class) -> bool {
        self.get(at).is_some_and(|item| item.is(class))
    }

    /// A sentence's first word where it is a common noun, its capital notwithstanding.
    ///
    /// ```text
    /// Doctors at the clinic said …     Toledo said …
    /// ^^^^^^^                          a name
    /// ```
    pub fn opens_commonly(&self, at: usize) -> bool {
        let alone = |next: usize| !self.get(next).is_some_and(Item::is_name);
        at == self.from && alone(at + 1) && matches!(self.tag(at), Tag::Noun | Tag::Nouns)
    }

    /// Whether one of these items is a finite verb of its own or a helping one.
    pub fn has_finite(&self, from: usize, to: usize) -> bool {
        (from..to).any(|at| self.is_finite(at))
    }

    /// Whether one of these items is a verb, in whatever form.
    pub fn has_any_verb(&self, from: usize, to: usize) -> bool {
        self.has_finite(from, to) || (from..to).any(|at| self.quoted(at).is_none() && self.tag(at).is_verb())
    }

    /// "went", "goes", "is"; also "go" where nothing before it takes that form.
    pub fn is_finite(&self, at: usize) -> bool {
        let plain = self.quoted(at).is_none() && !self.is(at, words::DET);
        let bare = || {
            let before = at.checked_sub(1).filter(|_| at > self.from).map(|before| self.tag(before));
            before.is_some_and(|before| before.is_noun() || matches!(before, Tag::Wh | Tag::Adverb))
        };
        plain
            && match self.tag(at) {
                Tag::Past | Tag::Third | Tag::Present | Tag::Auxiliary => true,
                Tag::Base => bare(),
                // Copy in capitals is hard to read: "THE TALKS FAILED".
                _ if at > self.from && self.word(at).ends_with("ED") => true,
                _ => self.is(at, words::AUXILIARY) && self.is(at, words::SUBJECT),
            }
    }

    /// Which quotation stands at a place.
    pub fn quoted(&self, at: usize) -> Option<usize> {
        self.get(at)?.quoted
    }

    /// A comma, a dash or an opening bracket, or a quotation that ends as words before their speaker do.
    pub fn comma_before(&self, at: usize) -> bool {
        if at <= self.from {
            return false;
        }
        // "The dam will hold,” Marlow said": a mark that nothing opened counts for nothing.
        let stray = self.items[at - 1].kind == TokenKind::Quote && self.quoted(at - 1).is_none();
        let sign = if stray { at.saturating_sub(2).max(self.from) } else { at - 1 };
        let signs = matches!(self.word(sign), "," | "–" | "—" | "--" | "―" | "-" | "(");
        signs || self.is_complete(at - 1)
    }

    /// A quotation that ends in a comma, a stop or a dash, or that opens the sentence.
    pub fn is_complete(&self, at: usize) -> bool {
        let ended = |c: char| matches!(c, ',' | '.' | '?' | '!' | '–' | '—' | '-' | '…');
        self.last_sign(at).is_some_and(|sign| at == self.from || ended(sign))
    }

    /// The last sign of a quotation before its closing mark.
    pub fn last_sign(&self, at: usize) -> Option<char> {
        self.quoted(at)?;
        let inner = self.word(at).trim_end_matches(crate::tokens::is_quote_mark);
        inner.chars().next_back()
    }

    /// From one item to another, without signs at either end.
    pub fn range(&self, from: usize, to: usize) -> Option<TextRange> {
        let (mut from, mut to) = (from.max(self.from), to.min(self.to));
        let is_edge = |at: usize| {
            matches!(
                self.word(at),
                "," | "." | ":" | ";" | "–" | "—" | "--" | "―" | "-" | "..." | "…" | "?" | "!"
            )
        };
        while from < to && is_edge(from) {
            from += 1;
        }
        while from < to && is_edge(to - 1) && !matches!(self.word(to - 1), "?" | "!") {
            to -= 1;
        }
        (from < to).then(|| self.items[from].range.cover(self.items[to - 1].range))
    }
}

/// The sentences as ranges of items.
pub fn clauses<'t>(text: &'t str, items: &'t [Item], syntax: &'t Syntax<'t>) -> Vec<Clause<'t>> {
    let clause = |(sentence, range): (usize, &Range<usize>)| Clause {
        text,
        items,
        from: range.start,
        to: range.end,
        syntax,
        sentence,
    };
    syntax.sentences.iter().enumerate().map(clause).collect()
}

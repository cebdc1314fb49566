//! Quotations that no report of their own sentence names a speaker for.

use super::QuoteKind;
use super::attribute::Attribution;
use super::clause::Clause;
use super::marks::Quoted;
use super::source;
use super::words::{self, CueKind, Form};
use crate::layers::Score;
use crate::reason::Rule;
use crate::text::TextRange;
use crate::tokens::is_quote_mark;

impl Attribution<'_> {
    /// A quotation that no report of its sentence holds.
    pub(super) fn uncovered(&mut self, index: usize, at: usize, quoted: usize) -> Option<usize> {
        let clause = self.clauses[index];
        let piece = &self.quoted[quoted];
        let alone = (clause.from..clause.to)
            .all(|i| clause.quoted(i).is_some() || matches!(clause.word(i), "." | ","));
        if let Some(turn) = self.transcript(piece) {
            return Some(turn);
        }
        if let Some(last) =
            self.last.filter(|last| last.open && last.paragraph < self.paragraph && at == clause.from)
        {
            return Some(self.follow(piece.range, last.draft, true, Rule::NextParagraph));
        }
        if let Some(earlier) = self.left_open(quoted) {
            return Some(self.follow(piece.range, earlier, true, Rule::NextParagraph));
        }
        let found = match alone {
            true => self.alone(index, piece),
            false => self.in_sentence(index, at, piece),
        };
        if found.is_some() {
            return found;
        }
        let short = piece.words < 4 && !piece.open;
        if short || is_title(piece.range.of(self.text)) {
            self.terms.push((piece.range, Rule::TermInQuotes));
            return None;
        }
        Some(self.push(piece.range, QuoteKind::Direct, None, None, 400, Rule::NoSpeaker))
    }

    /// The part before of a quotation over several paragraphs, whoever speaks it.
    fn left_open(&self, quoted: usize) -> Option<usize> {
        let before = quoted.checked_sub(1).filter(|&before| self.quoted[before].open)?;
        self.by_piece[before].filter(|_| self.quoted[quoted].carried)
    }

    /// A quotation that is its own sentence.
    fn alone(&mut self, index: usize, piece: &Quoted) -> Option<usize> {
        if is_title(piece.range.of(self.text))
            && self.clauses[index].items[self.clauses[index].from].begins_paragraph
        {
            return None;
        }
        self.announced(index, piece.range)
            .or_else(|| self.followed(index, piece.range))
            .or_else(|| self.acts_after(index, piece.range))
            .or_else(|| self.same_paragraph(index, piece.range))
            .or_else(|| self.turn(index, piece.range))
            .or_else(|| {
                if piece.words >= 4 || piece.open { self.paragraph_before(index, piece.range) } else { None }
            })
    }

    /// “We won.” Marlow paused. “Now we rest.”: who acts between two quotations speaks both.
    fn acts_after(&mut self, index: usize, range: TextRange) -> Option<usize> {
        let (here, act, next) =
            (self.clauses[index], *self.clauses.get(index + 1)?, *self.clauses.get(index + 2)?);
        let first =
            here.items[here.from].begins_paragraph && here.last_sign(here.from).is_some_and(|c| c != ',');
        let begins = |clause: Clause<'_>| clause.items[clause.from].begins_paragraph;
        let short =
            act.to - act.from <= 9 && !begins(act) && !begins(next) && next.quoted(next.from).is_some();
        let plain = (act.from..act.to).all(|at| act.quoted(at).is_none());
        let phrase = source::after(act, act.from).filter(|_| first && short && plain)?;
        let last = act.get(phrase.to - 1)?;
        let person =
            last.is_name() || ["he", "she", "they"].iter().any(|word| act.word_is(phrase.from, word));
        let source = person.then(|| source::words_of(act, phrase))?;
        Some(self.introduced(range, source, 650))
    }

    /// Two speak by turns, a paragraph each: the other one goes on.
    fn turn(&mut self, index: usize, range: TextRange) -> Option<usize> {
        let (last, other) = (self.last?, self.other?);
        let turns = self.drafts[last.draft].rule == Rule::Turn;
        let said = turns
            || self.drafts[last.draft]
                .cue
                .is_some_and(|cue| cue.of(self.text).starts_with(char::is_alphabetic));
        let talk = said
            && last.paragraph + 1 == self.paragraph
            && other.paragraph + 2 >= self.paragraph
            && !last.open;
        let clause = self.clauses[index];
        let whole = clause.items[clause.from].begins_paragraph
            && clause.last_sign(clause.from).is_some_and(|c| matches!(c, '.' | '?' | '!' | '…'));
        let direct = self.drafts[last.draft].kind == QuoteKind::Direct
            && self.drafts[other.draft].kind == QuoteKind::Direct;
        if !talk || !whole || !direct {
            return None;
        }
        let index = self.follow(range, other.draft, false, Rule::Turn);
        self.drafts[index].score = 650;
        self.drafts[index].cue = None;
        Some(index)
    }

    /// The sentence before in the same paragraph: its quotation goes on, or its subject speaks.
    fn same_paragraph(&mut self, index: usize, range: TextRange) -> Option<usize> {
        let here = self.clauses[index];
        let before = *self.clauses.get(index.checked_sub(1)?)?;
        if here.items[here.from].begins_paragraph {
            return None;
        }
        let last = self.last.filter(|last| last.paragraph == self.paragraph);
        let quotes = (before.from..before.to).any(|at| before.quoted(at).is_some());
        if let Some(last) = last.filter(|_| quotes) {
            return Some(self.follow(range, last.draft, true, Rule::Continued));
        }
        let reported = self.reports[index - 1].last().and_then(|report| report.source);
        let source = reported.or_else(|| {
            let phrase = source::first_subject(before, before.to)?;
            let last = before.get(phrase.to - 1)?;
            let person = last.is_name()
                || last.is(words::SUBJECT) && !before.word_is(phrase.to - 1, "it")
                || last.is(words::ROLE) && before.to - before.from <= 9;
            person.then(|| source::words_of(before, phrase))
        });
        match (source, last) {
            (Some(source), _) => Some(self.introduced(range, source, 700)),
            (None, Some(last)) => Some(self.follow(range, last.draft, true, Rule::Continued)),
            _ => None,
        }
    }

    /// "SMITH: Well, look …" inside one long quotation.
    fn transcript(&mut self, piece: &Quoted) -> Option<usize> {
        let words = piece.range.of(self.text);
        let inner = words.trim_start_matches(is_quote_mark);
        let (name, _) = inner.split_once(':')?;
        let capitals = name.len() >= 2
            && name.len() <= 40
            && name.chars().all(|c| c.is_uppercase() || " .-".contains(c));
        if !capitals {
            return None;
        }
        let start = piece.range.start() + (words.len() - inner.len());
        let source = TextRange::new(start, start + name.len());
        let cue = TextRange::new(source.end(), source.end() + 1);
        let content = TextRange::new(cue.end(), piece.range.end()).trim(self.text);
        (!content.is_empty())
            .then(|| self.push(content, QuoteKind::Direct, Some(source), Some(cue), 900, Rule::Turn))
    }

    /// The sentence before ends in a colon and names the speaker.
    fn announced(&mut self, index: usize, range: TextRange) -> Option<usize> {
        let before = *self.clauses.get(index.checked_sub(1)?)?;
        if !matches!(before.word(before.to - 1), ":" | ",") {
            return None;
        }
        if let Some(report) = self.reports[index - 1].last() {
            let (source, cue) = (report.source, report.cue);
            return Some(self.push(range, QuoteKind::Direct, source, Some(cue), 900, Rule::CueBefore));
        }
        let colon = before.word(before.to - 1) == ":";
        if let Some((source, cue)) = last_cue(before) {
            return Some(self.push(range, QuoteKind::Direct, Some(source), Some(cue), 850, Rule::CueBefore));
        }
        let phrase = source::first_subject(before, before.to).filter(|_| colon)?;
        Some(self.introduced(range, source::words_of(before, phrase), 750))
    }

    /// Words whose speaker the sentence before introduces.
    fn introduced(&mut self, range: TextRange, source: TextRange, score: Score) -> usize {
        let rule = Rule::SpeakerInSentenceBefore;
        self.push(range, QuoteKind::Direct, Some(source), None, score, rule)
    }

    /// “Why?” Smith asked.: the sentence after is nothing but source and cue.
    fn followed(&mut self, index: usize, range: TextRange) -> Option<usize> {
        let after = *self.clauses.get(index + 1)?;
        if after.items[after.from].begins_paragraph {
            return None;
        }
        let other = words::RELATIVE | words::MODAL | words::BE | words::SUBORDINATE;
        let verb = (after.from + 1..after.to.min(after.from + 16)).find(|&at| {
            after.is(at, other)
                || after.get(at).is_some_and(|item| {
                    !item.capital && item.entry.verb.is_some_and(|(_, form)| form != Form::Base)
                })
        })?;
        let (cue, form) = after.get(verb)?.entry.verb?;
        if !matches!(form, Form::Past | Form::Present) {
            return None;
        }
        let mut start = verb;
        while after.is(start - 1, words::AUXILIARY | words::ADVERB) && start > after.from + 1 {
            start -= 1;
        }
        let phrase = source::before(after, start)?;
        let end = super::content::skip(after, verb + 1, cue);
        if !cue.frames.quote
            || cue.kind == CueKind::Attitude
            || !(end >= after.to || matches!(after.word(end), "." | ","))
        {
            return None;
        }
        let (source, cue) = (source::words_of(after, phrase), after.items[verb].range);
        Some(self.push(range, QuoteKind::Direct, Some(source), Some(cue), 900, Rule::CueAfter))
    }

    /// A quotation that opens a paragraph: the speaker of the paragraph before.
    fn paragraph_before(&mut self, index: usize, range: TextRange) -> Option<usize> {
        let before = index.checked_sub(1)?;
        let report = self.reports[before].last();
        if let Some(source) = report.and_then(|report| report.source) {
            return Some(self.introduced(range, source, 700));
        }
        if let Some(last) = self.last.filter(|last| last.paragraph + 1 == self.paragraph) {
            return Some(self.follow(range, last.draft, false, Rule::Continued));
        }
        let (source, _) = last_cue(self.clauses[before])?;
        Some(self.introduced(range, source, 650))
    }

    /// Quoted words inside a sentence that reports nothing else: its subject said them.
    fn in_sentence(&mut self, index: usize, at: usize, piece: &Quoted) -> Option<usize> {
        let clause = self.clauses[index];
        let complete = clause.last_sign(at).is_some_and(|c| matches!(c, ',' | '.' | '?' | '!'));
        let inside =
            at > clause.from && clause.is(at - 1, words::PREPOSITION | words::DET | words::POSSESSIVE);
        if piece.words < 4 || (is_title(piece.range.of(self.text)) && (!complete || inside)) {
            return None;
        }
        let report = self.reports[index].iter().rev().find(|report| report.cue.start() < piece.range.start());
        let source = report.or(self.reports[index].first()).and_then(|report| report.source);
        if let Some(source) = source {
            return Some(self.introduced(piece.range, source, 700));
        }
        if let Some(last) = self.last.filter(|last| last.paragraph == self.paragraph) {
            return Some(self.follow(piece.range, last.draft, false, Rule::Continued));
        }
        let phrase = source::first_subject(clause, at)?;
        let source = source::words_of(clause, phrase);
        Some(self.introduced(piece.range, source, 500))
    }
}

/// The last verb of a sentence that can report, and its subject: "Below is what Smith told the town".
fn last_cue(clause: Clause<'_>) -> Option<(TextRange, TextRange)> {
    let reports = |at: usize| {
        let verb = clause.items[at].entry.verb.filter(|_| clause.quoted(at).is_none());
        verb.is_some_and(|(cue, _)| cue.frames.quote)
    };
    let cue = (clause.from + 1..clause.to).rev().find(|&at| reports(at))?;
    let mut start = cue;
    while clause.is(start.wrapping_sub(1), words::AUXILIARY | words::ADVERB) {
        start -= 1;
    }
    let phrase = source::before(clause, start)?;
    Some((source::words_of(clause, phrase), clause.items[cue].range))
}

/// Titles of works: every longer word has a capital.
fn is_title(words: &str) -> bool {
    let inner = words.trim_matches(is_quote_mark);
    if inner.ends_with([',', '.', '?', '!']) && inner.split_whitespace().count() > 6 {
        return false;
    }
    let mut long = inner.split_whitespace().filter(|word| word.chars().count() > 3).peekable();
    long.peek().is_some() && long.all(|word| !word.starts_with(char::is_lowercase))
}

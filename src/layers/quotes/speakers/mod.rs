//! Quotations that no report of their own sentence names a speaker for.

mod subject;
mod talk;
mod terms;

use super::attribute::Attribution;
use super::clause::Clause;
use super::marks::Quoted;
use super::report::Report;
use super::reports::credited;
use super::source;
use super::words::{self, CueKind, Form};
use super::works::{is_title, is_work};
use crate::document::ids::Score;
use crate::document::quotes::QuoteKind;
use crate::document::reason::Rule;
use crate::text::TextRange;
use terms::{is_attributive, names_a_work};

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
            _ if names_a_work(clause, at) || is_attributive(clause, at) => None,
            true => self.alone(index, piece),
            false => self.in_sentence(index, at, piece),
        };
        if found.is_some() {
            return found;
        }
        if names_a_work(clause, at) || is_attributive(clause, at) {
            self.terms.push((piece.range, Rule::TermInQuotes));
            return None;
        }
        let short = piece.words < 4 && !piece.open && !self.is_whole_paragraph(index, piece);
        if short || is_title(piece.range.of(self.text)) && !self.is_whole_paragraph(index, piece) {
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

    /// “Half of it.” as a paragraph of its own: somebody says it.
    fn is_whole_paragraph(&self, index: usize, piece: &Quoted) -> bool {
        let clause = self.clauses[index];
        let next = clause.items.get(clause.to).is_none_or(|item| item.begins_paragraph);
        let ended = clause.last_sign(clause.from).is_some_and(|c| matches!(c, '.' | '?' | '!' | '…' | '—'));
        let alone = clause.items[clause.from].range == piece.range && clause.to == clause.from + 1;
        alone
            && clause.items[clause.from].begins_paragraph
            && next
            && ended
            && !is_work(piece.range.of(self.text))
    }

    /// A quotation that is its own sentence.
    fn alone(&mut self, index: usize, piece: &Quoted) -> Option<usize> {
        if is_title(piece.range.of(self.text))
            && self.clauses[index].items[self.clauses[index].from].begins_paragraph
            && !self.is_whole_paragraph(index, piece)
        {
            return None;
        }
        self.announced(index, piece.range)
            .or_else(|| self.followed(index, piece.range))
            .or_else(|| self.credited(index, piece.range))
            .or_else(|| self.asked(index, piece.range))
            .or_else(|| self.acts_after(index, piece.range))
            .or_else(|| self.same_paragraph(index, piece.range))
            .or_else(|| self.answer(index, piece.range))
            .or_else(|| self.turn(index, piece.range))
            .or_else(|| {
                let says = piece.words >= 4 || piece.open || self.is_whole_paragraph(index, piece);
                says.then(|| self.paragraph_before(index, piece.range)).flatten()
            })
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
        let reported = self.reports[index - 1].last().and_then(|report| self.source_to_go_on(report));
        let source = reported.or_else(|| {
            let phrase = actor(before)?;
            let last = before.get(phrase.to - 1)?;
            let person = last.is_name()
                || last.is(words::SUBJECT)
                    && !["it", "I", "we"].iter().any(|word| before.word_is(phrase.to - 1, word))
                || last.is(words::ROLE) && before.to - before.from <= 9;
            person.then(|| source::words_of(before, phrase))
        });
        match (source, last) {
            (Some(source), _) => Some(self.introduced(range, source, 700)),
            (None, Some(last)) => Some(self.follow(range, last.draft, true, Rule::Continued)),
            _ => None,
        }
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
        if let Some(phrase) = subject::lead_in(before).filter(|_| colon) {
            return Some(self.introduced(range, source::words_of(before, phrase), 850));
        }
        if let Some((source, cue)) = last_cue(before) {
            return Some(self.push(range, QuoteKind::Direct, Some(source), Some(cue), 850, Rule::CueBefore));
        }
        let phrase = source::first_subject(before, before.to).filter(|_| colon)?;
        let phrase = subject::owner(before, phrase).unwrap_or(phrase);
        let phrase = subject::speaking(before, phrase, true)?;
        Some(self.introduced(range, source::words_of(before, phrase), 750))
    }

    /// Words whose speaker the sentence before introduces.
    fn introduced(&mut self, range: TextRange, source: TextRange, score: Score) -> usize {
        let rule = Rule::SpeakerInSentenceBefore;
        self.push(range, QuoteKind::Direct, Some(source), None, score, rule)
    }

    /// Whose words go on behind a report: not those of who writes ("I asked him"), nor of who only thinks something.
    fn source_to_go_on(&self, report: &Report) -> Option<TextRange> {
        const NOBODY: [&str; 6] = ["I", "we", "that", "which", "you", "whose"];
        let source = report.source?;
        let words = source.of(self.text);
        let nobody = NOBODY.iter().any(|word| word.eq_ignore_ascii_case(words));
        (!nobody && report.kind != CueKind::Attitude).then_some(source)
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

    /// The line behind names whose words these are.
    ///
    /// ```text
    /// “We will not give up.”          “We will not give up.” Ann Lee, chair of the trust
    /// — Ann Lee, chair of the trust                          ^^^^^^^
    /// ```
    fn credited(&mut self, index: usize, range: TextRange) -> Option<usize> {
        let after = *self.clauses.get(index + 1)?;
        let dash = usize::from(matches!(after.word(after.from), "―" | "—" | "–" | "--" | "-"));
        let ends = after.items.get(after.to).is_none_or(|item| item.begins_paragraph);
        let begins = self.clauses[index].items[self.clauses[index].from].begins_paragraph;
        let opens = after.items[after.from].begins_paragraph;
        let phrase = credited(after, after.from + dash).filter(|_| ends && begins)?;
        // Without a dash a comma and no full stop tell it from a sentence, and the same line from a caption.
        let bare = !opens && after.word(phrase.to) == "," && after.word(after.to - 1) != ".";
        let source = source::words_of(after, phrase);
        (dash == 1 || bare)
            .then(|| self.push(range, QuoteKind::Direct, Some(source), None, 850, Rule::CueAfter))
    }

    /// A quotation that opens a paragraph: the speaker of the paragraph before.
    fn paragraph_before(&mut self, index: usize, range: TextRange) -> Option<usize> {
        let here = self.clauses[index];
        let before = index.checked_sub(1).filter(|_| here.items[here.from].begins_paragraph)?;
        let report = self.reports[before].last();
        if let Some(source) = report.and_then(|report| self.source_to_go_on(report)) {
            return Some(self.introduced(range, source, 700));
        }
        if let Some(last) = self.last.filter(|last| last.paragraph + 1 == self.paragraph) {
            // Two talk, and who spoke first is open: so is who goes on.
            let before = last.draft.checked_sub(1).map(|draft| &self.drafts[draft]);
            let open = before.is_some_and(|draft| draft.source.is_none() && draft.kind == QuoteKind::Direct);
            return (!open).then(|| self.follow(range, last.draft, false, Rule::Continued));
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
        let colon = at > clause.from && clause.word(at - 1) == ":";
        let told = complete && colon;
        // "He was asked: “Is it bad?”": not by himself.
        let asked = |verb: usize| clause.word_is(verb, "asked") && clause.is(verb.wrapping_sub(1), words::BE);
        if colon && asked(at.wrapping_sub(2)) {
            return None;
        }
        let work = is_title(piece.range.of(self.text)) && (!complete || inside);
        if piece.words < 4 && !told || work {
            return None;
        }
        let report = self.reports[index].iter().rev().find(|report| report.cue.start() < piece.range.start());
        let report = report.or(self.reports[index].first());
        let source = report.and_then(|report| self.source_to_go_on(report));
        if let Some(source) = source {
            return Some(self.introduced(piece.range, source, 700));
        }
        let own = subject::of(clause, at, told || colon && headed(clause))
            .filter(|_| told || !subject::is_described(clause, at));
        let named = own.is_some_and(|phrase| clause.items[phrase.to - 1].is_name());
        let last = self.last.filter(|last| last.paragraph == self.paragraph && !(told && named));
        if let Some(last) = last {
            return Some(self.follow(piece.range, last.draft, false, Rule::Continued));
        }
        let source = source::words_of(clause, own?);
        Some(self.introduced(piece.range, source, 500))
    }
}

/// "Lunch with Ada Quist: “I was fired”": a headline, whose words need no stop.
fn headed(clause: Clause<'_>) -> bool {
    let end = clause.items.get(clause.to).is_none_or(|item| item.begins_paragraph);
    clause.items[clause.from].begins_paragraph && end && clause.word_is(clause.from + 1, "with")
}

/// Who acts in a sentence: "Tom Reed shook his head." names Reed.
fn actor(clause: Clause<'_>) -> Option<source::Phrase> {
    let mut phrase = source::first_subject(clause, clause.to)?;
    let names = (phrase.from..phrase.to).rev().find(|&at| clause.items[at].is_name());
    phrase.to = names.map_or(phrase.to, |last| last + 1);
    Some(phrase)
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
    let phrase = source::before(clause, start).filter(|phrase| !clause.word_is(phrase.to - 1, "you"))?;
    Some((source::words_of(clause, phrase), clause.items[cue].range))
}

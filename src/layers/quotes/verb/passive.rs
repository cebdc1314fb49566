//! Cues in the passive: what is said of somebody, to somebody, or by nobody in particular.

use super::super::content;
use super::super::report::Report;
use super::super::source::{self, Phrase};
use super::super::words::{self, CueKind, Form};
use super::Verb;
use crate::document::reason::Rule;

impl Verb<'_> {
    /// "was told that", "was accused of", "is expected to": the subject hears it, or is part of it.
    ///
    /// ```text
    /// Residents were told by Marlow that the dam would hold.
    /// addressee      cue     source      ^^^^^^^^^^^^^^^^^^^
    /// Marlow is expected to resign.
    /// ^^^^^^             ^^^^^^^^^     nobody is named who expects it
    /// ```
    pub(super) fn passive_report(self) -> Option<Report> {
        let clause = self.clause;
        let subject = self.subject().filter(|_| !self.is_infinitive())?;
        let (agent, next) = self.agent(self.at + 1);
        let Some(from) = self.passive_content(subject, next) else {
            return self.asked_or_told(subject, agent, next);
        };
        let told = self.cue.frames.addressee;
        let mut pieces = vec![(from, content::end(clause, from, told))];
        let named = clause.items[subject.to - 1].is_plain_word() && !told;
        if named {
            pieces.insert(0, (subject.from, subject.to));
        }
        let source = agent.or_else(|| self.agent_inside(&mut pieces));
        let source = source.map(|phrase| source::words_of(clause, phrase));
        let mut report = self.build(source, pieces, self.rule());
        report.addressee = told.then(|| source::words_of(clause, subject));
        Some(report)
    }

    /// "“Did you know?” Marlow was asked.", "It fell twice, the court was told."
    fn asked_or_told(self, subject: Phrase, agent: Option<Phrase>, next: usize) -> Option<Report> {
        let clause = self.clause;
        let told = self.cue.frames.addressee && clause.comma_before(subject.from);
        let left = content::left(clause, subject.from).filter(|_| told && content::closes(clause, next))?;
        let source = agent.map(|phrase| source::words_of(clause, phrase));
        let mut report = self.build(source, vec![left], Rule::CueAfter);
        report.addressee = Some(source::words_of(clause, subject));
        Some(report)
    }

    /// "a man accused of theft": who accuses him is told nowhere.
    pub(super) fn is_reduced(self) -> bool {
        self.form == Form::Past && self.cue.lemma == "accuse" && self.clause.word_is(self.at + 1, "of")
    }

    fn is_infinitive(self) -> bool {
        self.clause.word_is(self.start.wrapping_sub(1), "to")
    }

    /// "by Ann Marlow" at a place, and what follows it.
    fn agent(self, at: usize) -> (Option<Phrase>, usize) {
        let clause = self.clause;
        let Some(mut phrase) = clause.word_is(at, "by").then(|| source::after_cue(clause, at + 1)).flatten()
        else {
            return (None, at);
        };
        // "accused by Reed of hiding it": the cue's own preposition opens its content.
        let own = |at: &usize| self.cue.frames.prepositions.iter().any(|p| clause.word_is(*at, p));
        phrase.to = (phrase.from + 1..phrase.to).find(own).unwrap_or(phrase.to);
        (Some(phrase), phrase.to)
    }

    /// "was called “a marvel” by Marlow": the agent ends the content.
    fn agent_inside(self, pieces: &mut [(usize, usize)]) -> Option<Phrase> {
        let last = pieces.last_mut()?;
        let by = (last.0 + 1..last.1).find(|&at| self.clause.word_is(at, "by"))?;
        let quoted = self.clause.quoted(by - 1).is_some();
        let phrase = source::after(self.clause, by + 1).filter(|_| quoted)?;
        last.1 = by;
        Some(phrase)
    }

    /// Where the content begins, in the frames that the cue allows.
    fn passive_content(self, subject: Phrase, next: usize) -> Option<usize> {
        let (clause, frames) = (self.clause, &self.cue.frames);
        let it = subject.to == subject.from + 1 && clause.word_is(subject.from, "it");
        let to = clause.word_is(next, "to") && clause.get(next + 1).is_some_and(|item| !item.capital);
        let noun = clause.is(next + 1, words::DET | words::POSSESSIVE);
        let to = to && !noun;
        let wh = frames.wh && (clause.is(next, words::WH) || clause.word_is(next, "if"));
        let speaks = matches!(self.cue.kind, CueKind::Speech | CueKind::Finding) || self.cue.frames.clause;
        match () {
            _ if clause.word_is(next, "that") && frames.clause && (it || frames.addressee) => Some(next + 1),
            _ if frames.addressee && (wh || to && frames.infinitive) => Some(next),
            _ if to && speaks && !frames.addressee && !it => Some(next),
            _ if frames.naming && clause.word_is(next, "as") => Some(next + 1),
            _ if frames.object && frames.quote && clause.quoted(next).is_some() => Some(next),
            _ if frames.object
                && !frames.quote
                && frames.prepositions.iter().any(|p| clause.word_is(next, p)) =>
            {
                Some(next + 1)
            }
            _ => None,
        }
    }

    /// "“…,” Marlow was quoted as saying" and "quoted Marlow as saying …": Marlow said it.
    pub(super) fn quoted_as_saying(self) -> Option<Report> {
        let clause = self.clause;
        let low = self.at.saturating_sub(14).max(clause.from);
        let quoted = (low..self.at).rev().find(|&at| clause.word_is(at, "quoted"))?;
        let passive = clause.is(quoted.wrapping_sub(1), words::BE | words::ADVERB);
        let subject = match passive {
            true => self.subject_of_quoted(quoted),
            false => source::after(clause, quoted + 1).filter(|phrase| phrase.to < self.at),
        }?;
        let words = Some(source::words_of(clause, subject));
        if let Some(right) = content::right(clause, self.at, self.cue) {
            return Some(self.build(words, vec![(right.from, right.to)], Rule::SaidThat));
        }
        let before = if passive { subject } else { source::before(clause, quoted)? };
        let left = content::left(clause, before.from).filter(|_| clause.comma_before(before.from))?;
        Some(self.build(words, vec![left], Rule::CueAfter))
    }

    fn subject_of_quoted(self, quoted: usize) -> Option<Phrase> {
        let mut start = quoted;
        while start > self.clause.from && self.clause.is(start - 1, words::AUXILIARY | words::ADVERB) {
            start -= 1;
        }
        source::before(self.clause, start)
    }

    /// "quoted Marlow as saying": the words belong to the cue "saying".
    pub(super) fn leads_to_saying(self) -> bool {
        let clause = self.clause;
        let as_saying = |at: usize| clause.word_is(at, "as") && clause.word_is(at + 1, "saying");
        self.cue.lemma == "quote" && (self.at..self.at + 12).any(as_saying)
    }

    /// "as saying"
    pub(super) fn is_as_saying(self) -> bool {
        self.form == Form::Ing
            && self.cue.lemma == "say"
            && self.clause.word_is(self.at.wrapping_sub(1), "as")
    }
}

//! Talk: who acts between two quotations, who takes turns, who answers, and what a transcript says.

use super::super::attribute::Attribution;
use super::super::clause::Clause;
use super::super::content;
use super::super::marks::Quoted;
use super::super::source;
use super::super::words::{self, Form};
use crate::document::quotes::QuoteKind;
use crate::document::reason::Rule;
use crate::text::TextRange;
use crate::tokens::is_quote_mark;

impl Attribution<'_> {
    /// “We won.” Marlow paused. “Now we rest.”: who acts between two quotations speaks both.
    pub(super) fn acts_after(&mut self, index: usize, range: TextRange) -> Option<usize> {
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

    /// “Did you know?” Ann Marlow was asked by Reed.: she hears it, he says it.
    pub(super) fn asked(&mut self, index: usize, range: TextRange) -> Option<usize> {
        let after = *self.clauses.get(index + 1)?;
        if after.items[after.from].begins_paragraph {
            return None;
        }
        let whom = source::after(after, after.from).filter(|whom| after.is(whom.to, words::BE))?;
        let verb = (whom.to + 1..whom.to + 4).find(|&at| !after.is(at, words::ADVERB))?;
        let (cue, _) = after
            .get(verb)?
            .entry
            .verb
            .filter(|(cue, form)| cue.frames.addressee && cue.frames.quote && *form == Form::Past)?;
        let by = after.word_is(verb + 1, "by").then(|| source::after_cue(after, verb + 2)).flatten();
        let end = by.map_or(verb + 1, |phrase| phrase.to);
        if !content::closes(after, end) {
            return None;
        }
        let source = by.map(|phrase| source::words_of(after, phrase));
        let cue_words = Some(after.items[verb].range);
        let index = self.push(range, QuoteKind::Direct, source, cue_words, 900, Rule::CueAfter);
        self.drafts[index].sense = cue.sense;
        self.drafts[index].addressee = Some(source::words_of(after, whom));
        Some(index)
    }

    /// Two speak by turns, a paragraph each: the other one goes on.
    pub(super) fn turn(&mut self, index: usize, range: TextRange) -> Option<usize> {
        let (last, other) = (self.last?, self.other?);
        let turns = matches!(self.drafts[last.draft].rule, Rule::Turn | Rule::SpeakerInSentenceBefore);
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

    /// Whether a paragraph follows a question without marks, as interviews print them; `index` is its first
    /// sentence.
    ///
    /// ```text
    /// When did you start?
    /// “In 1983, on a Monday.”
    /// ```
    pub(in super::super) fn follows_question(&self, index: usize) -> bool {
        let Some(asked) = index.checked_sub(1).map(|at| self.clauses[at]) else { return false };
        asked.word(asked.to - 1) == "?" && (asked.from..asked.to).all(|at| asked.quoted(at).is_none())
    }

    /// Keeps the first words of a paragraph that answers.
    pub(in super::super) fn note_answer(&mut self, draft: Option<usize>) {
        let Some(draft) = draft.filter(|_| self.answering) else { return };
        if self.answers.last().is_none_or(|&(_, paragraph)| paragraph != self.paragraph) {
            self.answers.push((draft, self.paragraph));
        }
    }

    /// All answers are one person's, whom the article names beside one of them.
    pub(in super::super) fn name_answers(&mut self) {
        let answers: Vec<usize> = self.answers.iter().map(|&(draft, _)| draft).collect();
        let mut named = answers.iter().copied().filter(|&at| self.drafts[at].source.is_some());
        let words = |at: usize| self.drafts[at].source.map_or("", |source| source.of(self.text));
        let first = named.next().filter(|&first| named.all(|at| words(at) == words(first)));
        let Some(source) = first.map(|first| self.drafts[first].source) else { return };
        for at in answers {
            let draft = &mut self.drafts[at];
            if draft.source.is_none() {
                (draft.source, draft.rule, draft.score) = (source, Rule::Turn, 650);
            }
        }
    }

    /// An answer in an interview waits until the article names who answers.
    pub(super) fn answer(&mut self, index: usize, range: TextRange) -> Option<usize> {
        let begins = self.clauses[index].items[self.clauses[index].from].begins_paragraph;
        (begins && self.answering)
            .then(|| self.push(range, QuoteKind::Direct, None, None, 400, Rule::NoSpeaker))
    }

    /// "SMITH: Well, look …" inside one long quotation.
    pub(super) fn transcript(&mut self, piece: &Quoted) -> Option<usize> {
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
}

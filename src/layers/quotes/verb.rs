//! Cue verbs: who is their subject, and which side of them the content stands on.

use super::clause::Clause;
use super::content;
use super::reports::Report;
use super::source::{self, Phrase};
use super::words::{self, Cue, CueKind, Form, Sense};
use crate::reason::Rule;
use crate::text::TextRange;
use crate::tokens::TokenKind;

/// A cue verb in its sentence.
#[derive(Clone, Copy)]
pub struct Verb<'t> {
    clause: Clause<'t>,
    cue: &'static Cue,
    form: Form,
    /// Its own item.
    at: usize,
    /// The first of its helping verbs and adverbs.
    start: usize,
    passive: bool,
    negated: bool,
    helped: bool,
}

impl<'t> Verb<'t> {
    /// Reads the words before a cue verb.
    pub fn at(clause: Clause<'t>, at: usize, cue: &'static Cue, form: Form) -> Option<Self> {
        let mut start = at;
        let group = words::AUXILIARY | words::NEGATION | words::ADVERB;
        while start > clause.from && clause.is(start - 1, group) && !clause.is(start - 1, words::SUBJECT) {
            start -= 1;
        }
        let any = |class| (start..at).any(|i| clause.is(i, class));
        let subject_helps =
            start > clause.from && clause.is(start - 1, words::SUBJECT) && clause.is(start - 1, words::MODAL);
        let passive = matches!(form, Form::Past | Form::Participle) && any(words::BE);
        let neither = (at.saturating_sub(12).max(clause.from)..start)
            .any(|i| ["neither", "nor", "none", "nobody"].iter().any(|word| clause.word_is(i, word)));
        let negated = neither
            || (start..at).any(|i| {
                clause.is(i, words::NEGATION)
                    || clause.word(i).ends_with("n't")
                    || clause.word(i).ends_with("n’t")
            });
        let helped = subject_helps || any(words::AUXILIARY);
        Some(Verb { clause, cue, form, at, start, passive, negated, helped })
    }

    /// What the verb reports, if anything.
    pub fn report(self, earlier: &[Report]) -> Option<Report> {
        if self.passive || self.clause.word_is(self.start.wrapping_sub(1), "to") {
            return None;
        }
        if self.form == Form::Participle && !self.helped {
            return None;
        }
        if self.form == Form::Ing && !self.helped {
            return self.participle(earlier);
        }
        let after_quote =
            self.at > self.clause.from && self.clause.comma_before(self.at) && self.is_after_quote(self.at);
        if after_quote || self.next_source_closes() {
            return self.inverted().or_else(|| self.finite());
        }
        self.finite().or_else(|| self.inverted())
    }

    /// ", adding that …": goes on with the subject of the sentence.
    fn participle(self, earlier: &[Report]) -> Option<Report> {
        let right = content::right(self.clause, self.at, self.cue)?;
        let source = self.participle_source(earlier)?;
        let source = Some(source);
        Some(self.build(source, vec![(right.from, right.to)], Rule::SaidThat))
    }

    /// Who goes on: the name right before ("footage of Smith saying"), the source of a cue that
    /// stands after its words, or the subject of the sentence.
    fn participle_source(self, earlier: &[Report]) -> Option<TextRange> {
        let clause = self.clause;
        let words = |phrase| source::words_of(clause, phrase);
        let named = self.start > clause.from
            && clause.items[self.start - 1].is_name()
            && !clause.is(self.start - 1, words::TIME);
        let with = self.start > clause.from && clause.items[self.start - 1].is_plain_word();
        let with = with.then(|| source::before(clause, self.start)).flatten();
        if with.is_some_and(|phrase| phrase.from > clause.from && clause.word_is(phrase.from - 1, "with")) {
            return with.map(words);
        }
        if named {
            return source::before(clause, self.start).map(words);
        }
        if clause.is(self.start.wrapping_sub(1), words::PREPOSITION | words::SUBORDINATE) {
            if self.start <= clause.from + 2 {
                return source::first_subject(clause, clause.to).map(words);
            }
            if let Some(phrase) = source::shared_subject(clause, self.start - 1) {
                return Some(words(phrase));
            }
        }
        let after = [Rule::CueAfter, Rule::CueInside, Rule::ReportedAfter];
        let last = earlier.last();
        if let Some(report) = last.filter(|report| after.contains(&report.rule)) {
            return report.source;
        }
        let subject = source::first_subject(clause, self.start).map(words);
        subject.or(last.and_then(|report| report.source))
    }

    /// "…," said Smith.
    fn inverted(self) -> Option<Report> {
        let clause = self.clause;
        if self.start != self.at
            || !self.cue.frames.quote
            || self.cue.lemma == "tell"
            || !clause.comma_before(self.at)
        {
            return None;
        }
        let phrase = source::after_cue(clause, self.at + 1)?;
        let after_quote = clause.quoted(self.at - 1).or(clause.quoted(self.at.wrapping_sub(2))).is_some();
        if !after_quote && !content::closes(clause, phrase.to) {
            return None;
        }
        if clause.is(phrase.from, words::SUBJECT) && !content::closes(clause, phrase.to) {
            return None;
        }
        let left = content::left(clause, self.at)?;
        let mut pieces = vec![left];
        // ", said Smith, a lawyer": no more of the content.
        let described = clause
            .get(phrase.to + 1)
            .is_some_and(|item| item.quoted.is_none() && (item.is(words::DET) || item.is_plain_word()));
        if !described || clause.get(phrase.to + 1).is_some_and(|item| item.is(words::AUXILIARY)) {
            pieces.extend(content::rest(clause, phrase.to, left));
        }
        Some(self.build(Some(source::words_of(clause, phrase)), pieces, self.after_or_inside(phrase.to)))
    }

    fn is_after_quote(self, at: usize) -> bool {
        let clause = self.clause;
        clause.is_complete(at - 1)
            || (at > clause.from + 1 && clause.comma_before(at) && clause.quoted(at - 2).is_some())
    }

    /// ", said Smith." and nothing more.
    fn next_source_closes(self) -> bool {
        let phrase = source::after(self.clause, self.at + 1);
        phrase.is_some_and(|p| p.to >= self.clause.to || matches!(self.clause.word(p.to), "." | ","))
    }

    /// Smith said …; "…," Smith said.
    fn finite(self) -> Option<Report> {
        let clause = self.clause;
        let phrase = self.subject()?;
        if !self.agrees(phrase) {
            return None;
        }
        let words = source::words_of(clause, phrase);
        let right = content::right(clause, self.at, self.cue);
        let comma = phrase.from > clause.from && clause.comma_before(phrase.from);
        let phrase_from = self.head_of_apposition(phrase);
        let quote_before = phrase_from > clause.from && self.is_after_quote(phrase_from);
        if let Some(right) = right {
            if self.negated && !right.strong {
                return None;
            }
            let is_quote = clause.quoted(right.from).is_some() && right.to == right.from + 1;
            let left = (quote_before && (is_quote || !right.strong) && self.cue.frames.quote)
                .then(|| content::left(clause, phrase_from))
                .flatten()
                .filter(|left| is_quote || left.0 + 1 == left.1 && content::is_led_by_little(clause, left.0));
            return Some(match left {
                Some(left) if is_quote => {
                    self.build(Some(words), vec![left, (right.from, right.to)], Rule::CueInside)
                }
                Some(left) => self.build(Some(words), vec![left], Rule::CueAfter),
                None => {
                    let rule = if is_quote { Rule::CueBefore } else { self.rule() };
                    self.build(Some(words), vec![(right.from, right.to)], rule)
                }
            });
        }
        let relative = clause.is(phrase.to - 1, words::RELATIVE) && !quote_before;
        let can_follow = !relative
            && (self.cue.frames.quote || self.cue.frames.clause)
            && (comma || quote_before)
            && !self.negated;
        let after = content::skip(clause, self.at + 1, self.cue);
        if !can_follow || !(quote_before || content::closes(clause, after)) {
            return None;
        }
        let left = content::left(clause, phrase_from)?;
        let mut pieces = vec![left];
        pieces.extend(content::rest(clause, after, left));
        Some(self.build(
            Some(words),
            pieces,
            if quote_before { self.after_or_inside(after) } else { Rule::ReportedAfter },
        ))
    }

    /// "“…!” Smith’s niece, Del. Marcia Price, shouted": where the whole noun phrase begins.
    fn head_of_apposition(self, phrase: Phrase) -> usize {
        let clause = self.clause;
        let low = phrase.from.saturating_sub(14).max(clause.from);
        let quote = (low..phrase.from)
            .rev()
            .find(|&at| clause.quoted(at).is_some() && clause.items[at].range.len() > 12);
        let Some(quote) = quote else { return phrase.from };
        let plain = (quote + 1..phrase.from).all(|at| {
            let item = &clause.items[at];
            item.entry.verb.is_none_or(|(_, form)| item.capital || form == Form::Base)
                && !item.is(words::AUXILIARY
                    | words::SUBJECT
                    | words::RELATIVE
                    | words::CONJUNCTION
                    | words::SUBORDINATE)
        });
        let starts_right =
            clause.get(quote + 1).is_some_and(|i| i.is_name() || i.is(words::DET | words::POSSESSIVE));
        if plain && starts_right { quote + 1 } else { phrase.from }
    }

    /// The noun phrase before the verb, or the one shared with a verb before "and".
    fn subject(self) -> Option<Phrase> {
        let clause = self.clause;
        let before = clause.word(self.start.wrapping_sub(1));
        if matches!(before, "and" | "but") && self.form != Form::Base {
            return source::shared_subject(clause, self.start - 1);
        }
        source::before(clause, self.start)
    }

    /// Whether the phrase can be the subject of this form.
    fn agrees(self, phrase: Phrase) -> bool {
        let clause = self.clause;
        let last = &clause.items[phrase.to - 1];
        if last.kind == TokenKind::Possessive {
            return false;
        }
        let bare = !last.is_name() && !last.is(words::SUBJECT | words::RELATIVE | words::ROLE);
        if self.cue.frames.noun_too && self.form == Form::Present && !self.helped && bare {
            return false;
        }
        let adjacent_noun = bare && !clause.is(phrase.to - 1, words::DET) && phrase.to == self.start;
        if ["call", "label", "dub", "brand"].contains(&self.cue.lemma)
            && self.form == Form::Past
            && !self.helped
            && (adjacent_noun || clause.word(self.start - 1) == ",")
        {
            let aside = clause.word(self.start - 1) == ","
                && phrase.to + 1 == self.start
                && (clause.from..phrase.from).all(|i| clause.word(i) != ",");
            if adjacent_noun || aside {
                return false;
            }
        }
        if last.is(words::OBJECT) && !last.is(words::SUBJECT) {
            return false;
        }
        match self.form {
            Form::Base if !self.helped => {
                let head = (phrase.from + 1..phrase.to)
                    .find(|&i| clause.is(i, words::PREPOSITION))
                    .unwrap_or(phrase.to);
                let pair = (phrase.from..phrase.to).any(|i| matches!(clause.word(i), "and" | "&"));
                let word = clause.word(head - 1);
                let last = &clause.items[head - 1];
                pair || last.is(words::SUBJECT | words::RELATIVE)
                    && !["he", "she", "it"].iter().any(|w| w.eq_ignore_ascii_case(word))
                    || word.ends_with('s') && !last.capital
                    || word.ends_with("people")
                    || word.ends_with("men")
                    || word == "police"
                    || (word.ends_with('s') && last.capital && self.cue.lemma == "say")
            }
            Form::Present => {
                let word = clause.word(phrase.to - 1);
                !["they", "we", "i", "you"].iter().any(|w| w.eq_ignore_ascii_case(word))
                    && !last.is(words::DET & !words::RELATIVE)
            }
            _ => true,
        }
    }

    fn rule(self) -> Rule {
        match self.cue.kind {
            CueKind::Attitude => Rule::Attitude,
            CueKind::Noun => Rule::NounCue,
            _ => Rule::SaidThat,
        }
    }

    fn after_or_inside(self, after: usize) -> Rule {
        let quote_follows = self.clause.quoted(after).is_some() || self.clause.quoted(after + 1).is_some();
        if quote_follows { Rule::CueInside } else { Rule::CueAfter }
    }

    fn build(self, source: Option<TextRange>, content: Vec<(usize, usize)>, rule: Rule) -> Report {
        let (cue, kind, sense) = (self.clause.items[self.at].range, self.cue.kind, self.cue.sense);
        let addressee = content::addressee(self.clause, self.at + 1, self.cue);
        let addressee = addressee.map(|phrase| source::words_of(self.clause, phrase));
        Report { cue, kind, sense: self.sense(sense, &content), source, addressee, content, rule }
    }

    /// "asked to leave" and "asked for help" are no questions.
    fn sense(self, sense: Sense, content: &[(usize, usize)]) -> Sense {
        let asks = |&(from, _): &(usize, usize)| {
            let clause = self.clause;
            clause.quoted(from).is_some() || clause.is(from, words::WH) || clause.word_is(from, "if")
        };
        if sense == Sense::Question && !content.iter().any(asks) { Sense::Plain } else { sense }
    }
}

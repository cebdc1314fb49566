//! Reports: a cue, its source and its content, in one sentence.

use super::clause::Clause;
use super::content;
use super::source::{self, Phrase};
use super::words::{self, Cue, CueKind, Form};
use crate::reason::Rule;
use crate::text::TextRange;
use crate::tokens::TokenKind;

/// Something said or thought, as one sentence reports it.
#[derive(Clone, Debug)]
pub struct Report {
    /// The word that reports it.
    pub cue: TextRange,
    /// What kind of word.
    pub kind: CueKind,
    /// Who said it.
    pub source: Option<TextRange>,
    /// The content, one or more runs of items.
    pub content: Vec<(usize, usize)>,
    /// How it was found.
    pub rule: Rule,
}

/// Finds all reports of one sentence.
pub fn find(clause: Clause<'_>) -> Vec<Report> {
    let mut reports: Vec<Report> = Vec::new();
    for at in clause.from..clause.to {
        let item = &clause.items[at];
        if item.quoted.is_some() {
            continue;
        }
        let found = match () {
            _ if clause.word_is(at, "according") && clause.word_is(at + 1, "to") => {
                according_to(clause, at, at + 2)
            }
            _ if clause.word(at) == "per" && at > clause.from && clause.comma_before(at) => {
                according_to(clause, at, at + 1)
            }
            _ if clause.word_is(at, "put") && clause.word_is(at + 1, "it") => put_it(clause, at),
            _ if clause.word(at.wrapping_sub(1)) == "-" && at > clause.from => None,
            _ if item.capital && at > clause.from && !matches!(clause.word(at), "Says" | "Say" | "Said") => {
                None
            }
            _ => {
                let verb = item.entry.verb.and_then(|(cue, form)| Verb::at(clause, at, cue, form));
                verb.and_then(|verb| verb.report(&reports))
                    .or_else(|| item.entry.noun.and_then(|cue| noun_report(clause, at, cue)))
            }
        };
        reports.extend(found);
    }
    if reports.is_empty() {
        reports.extend(colon_report(clause).or_else(|| credit_report(clause)));
    }
    reports
}

/// A cue verb in its sentence.
#[derive(Clone, Copy)]
struct Verb<'t> {
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
    fn at(clause: Clause<'t>, at: usize, cue: &'static Cue, form: Form) -> Option<Self> {
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

    fn report(self, earlier: &[Report]) -> Option<Report> {
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
        if self.cue.is_noun_too() && self.form == Form::Present && !self.helped && bare {
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
        Report { cue: self.clause.items[self.at].range, kind: self.cue.kind, source, content, rule }
    }
}

/// "…, according to the poll." and "According to the poll, …".
fn according_to(clause: Clause<'_>, at: usize, next: usize) -> Option<Report> {
    let phrase = source::after_cue(clause, next)?;
    let mut end = phrase.to;
    if clause.word(end) == "," && at == clause.from {
        end += 1;
    } else if at == clause.from {
        end = (end..clause.to).find(|&i| clause.word(i) == ",")? + 1;
    }
    let piece = if at == clause.from {
        (end, content::end(clause, end, true))
    } else {
        content::left(clause, at).or_else(|| Some((clause.from, at)))?
    };
    let cue = clause.items[at].range.cover(clause.items[next - 1].range);
    (piece.0 < piece.1).then(|| Report {
        cue,
        kind: CueKind::Speech,
        source: Some(source::words_of(clause, phrase)),
        content: vec![piece],
        rule: Rule::AccordingTo,
    })
}

/// "…, as Smith put it."
fn put_it(clause: Clause<'_>, at: usize) -> Option<Report> {
    let phrase = source::before(clause, at)?;
    let as_at = phrase.from.checked_sub(1).filter(|&i| clause.word_is(i, "as"))?;
    let piece = if as_at == clause.from {
        let from = content::skip_to_comma(clause, at)? + 1;
        (from, clause.to)
    } else {
        content::left(clause, as_at)?
    };
    let cue = clause.items[at].range.cover(clause.items[at + 1].range);
    let source = Some(source::words_of(clause, phrase));
    Some(Report { cue, kind: CueKind::Speech, source, content: vec![piece], rule: Rule::CueAfter })
}

/// “…” — Jane Doe
fn credit_report(clause: Clause<'_>) -> Option<Report> {
    let dash = (clause.from + 1..clause.to.min(clause.from + 3))
        .find(|&at| matches!(clause.word(at), "―" | "—" | "–" | "--" | "-"))?;
    clause.quoted(dash - 1)?;
    let named = (dash + 1..clause.to).all(|at| {
        clause.items[at].is_name()
            || clause.items[at].kind == TokenKind::Number
            || matches!(clause.word(at), "." | "," | "-" | "of")
    });
    let phrase = source::after(clause, dash + 1).filter(|_| named && clause.to - dash < 12)?;
    let source = Some(source::words_of(clause, phrase));
    let cue = clause.items[dash].range;
    Some(Report { cue, kind: CueKind::Speech, source, content: vec![(dash - 1, dash)], rule: Rule::CueAfter })
}

/// "Smith’s claim that …", "his promise to …".
fn noun_report(clause: Clause<'_>, at: usize, cue: &'static Cue) -> Option<Report> {
    let follows = (cue.frames.clause && clause.word_is(at + 1, "that"))
        || (cue.frames.infinitive && clause.word_is(at + 1, "to"))
        || cue.frames.prepositions.iter().any(|p| clause.word_is(at + 1, p));
    let low = at.saturating_sub(4).max(clause.from);
    let owner = (low..at)
        .rev()
        .find(|&i| clause.is(i, words::POSSESSIVE) || clause.items[i].kind == TokenKind::Possessive);
    let owner = owner.filter(|_| follows)?;
    let source = if clause.is(owner, words::POSSESSIVE) {
        clause.items[owner].range
    } else {
        source::words_of(clause, source::before(clause, owner)?)
    };
    let from = at + 2;
    let piece = (from, content::end(clause, from, true));
    (piece.0 < piece.1).then(|| Report {
        cue: clause.items[at].range,
        kind: CueKind::Noun,
        source: Some(source),
        content: vec![piece],
        rule: Rule::NounCue,
    })
}

/// "Pence: We will win" as a headline, "SMITH: Well, look" in a transcript, "Smith: “We won.”"
fn colon_report(clause: Clause<'_>) -> Option<Report> {
    let limit = clause.to.min(clause.from + 5);
    let colon = (clause.from + 1..limit).find(|&at| clause.word(at) == ":")?;
    let named = (clause.from..colon).all(|at| {
        let item = &clause.items[at];
        item.is_name()
            || matches!(clause.word(at), "." | "-" | "&" | "of" | "and" | "the" | "The")
            || item.is(words::TITLE)
    });
    let begins = clause.items[clause.from].begins_paragraph && clause.items[clause.from].is_name();
    let notice =
        ["Correction", "Update", "Note", "Clarification", "Photo", "Watch", "Read", "Related", "Source"]
            .iter()
            .any(|w| clause.word_is(clause.from, w));
    if notice || !named || !begins || colon + 1 >= clause.to {
        return None;
    }
    let words = source::words_of(clause, Phrase { from: clause.from, to: colon });
    Some(Report {
        cue: clause.items[colon].range,
        kind: CueKind::Speech,
        source: Some(words),
        content: vec![(colon + 1, clause.to)],
        rule: Rule::HeadlineColon,
    })
}

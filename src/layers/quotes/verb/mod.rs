//! Cue verbs: who is their subject, and which side of them the content stands on.

mod passive;
mod sense;
mod subject;

use super::agents::is_agent;
use super::clause::Clause;
use super::content;
use super::report::Report;
use super::source::{self, Phrase, can_speak};
use super::words::{self, Cue, CueKind, Form};
use crate::document::reason::Rule;
use crate::layers::syntax::tags::Tag;
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
        start = habit(clause, start, at);
        let any = |class| (start..at).any(|i| clause.is(i, class));
        let subject_helps =
            start > clause.from && clause.is(start - 1, words::SUBJECT) && clause.is(start - 1, words::MODAL);
        let passive = matches!(form, Form::Past | Form::Participle) && any(words::BE);
        let low = at.saturating_sub(12).max(clause.from);
        let low = (low..start).rev().find(|&i| clause.word(i) == ",").unwrap_or(low);
        let neither = (low..start)
            .any(|i| ["neither", "nor", "none", "nobody"].iter().any(|word| clause.word_is(i, word)));
        let negated = neither
            || (start..at).any(|i| {
                clause.is(i, words::NEGATION)
                    || clause.word(i).ends_with("n't")
                    || clause.word(i).ends_with("n’t")
            });
        let helped =
            subject_helps || any(words::AUXILIARY) || clause.word(at.wrapping_sub(1)) == "to" && start < at;
        Some(Verb { clause, cue, form, at, start, passive, negated, helped })
    }

    /// What the verb reports, if anything.
    pub fn report(self, earlier: &[Report]) -> Option<Report> {
        if self.is_as_saying() {
            return self.quoted_as_saying();
        }
        if self.leads_to_saying() {
            return None;
        }
        if self.passive {
            return self.passive_report();
        }
        if self.clause.word_is(self.start.wrapping_sub(1), "to") {
            return None;
        }
        if (self.form == Form::Participle || self.is_reduced()) && !self.helped {
            return None;
        }
        // "Bees can learn that it means food": nobody tells it.
        if self.cue.lemma == "learn" && matches!(self.form, Form::Base | Form::Present) {
            return None;
        }
        // "a warning", "the latest filing": a noun.
        let noun = |at: usize| {
            self.clause.is(at, words::DET | words::POSSESSIVE) && !self.clause.is(at, words::SUBJECT)
        };
        let owned = self
            .clause
            .get(self.start.wrapping_sub(1))
            .is_some_and(|item| item.kind == TokenKind::Possessive);
        if self.form == Form::Ing && (noun(self.start.wrapping_sub(1)) || owned) {
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
        let mut right = content::right(self.clause, self.at, self.cue)?;
        // "the witness testifying on Tuesday who listened in": no question of his.
        if self.clause.word_is(right.from, "who") {
            return None;
        }
        // "A minister, requesting anonymity, said …": the aside ends, and the sentence goes on.
        let comma = content::skip_to_comma(self.clause, right.from).filter(|&comma| comma < right.to);
        if let Some(comma) = comma.filter(|&comma| !right.strong && self.clause.is_finite(comma + 1)) {
            right.to = comma;
            if !self.clause.has_any_verb(right.from, right.to) {
                return None;
            }
        }
        if self.start == self.clause.from {
            right.to = (right.from..right.to).find(|&at| self.clause.word(at) == ",").unwrap_or(right.to);
            // "Responding to the claims, Reed said …": no words of his yet.
            if !right.strong && !self.clause.has_any_verb(right.from, right.to) {
                return None;
            }
        }
        let source = self.participle_source(earlier)?;
        let source = Some(source);
        Some(self.build(source, vec![(right.from, right.to)], Rule::SaidThat))
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
        let heads_line = |phrase: &Phrase| {
            self.form == Form::Present && phrase.to == clause.to && is_agent(clause.word(phrase.to - 1))
        };
        let phrase = source::after_cue(clause, self.at + 1)
            .filter(|phrase| can_speak(clause, *phrase) || heads_line(phrase))?;
        let after_quote = clause.quoted(self.at - 1).or(clause.quoted(self.at.wrapping_sub(2))).is_some();
        if !after_quote && !content::closes(clause, phrase.to) {
            return None;
        }
        // "Reed – who is “no saint” – said the money was returned": no speaker, a clause.
        let small = |at| clause.get(at).is_some_and(|item| !item.capital);
        if clause.is(phrase.to, words::AUXILIARY) && small(phrase.to) {
            return None;
        }
        if clause.is(phrase.from, words::SUBJECT) && !content::closes(clause, phrase.to) {
            return None;
        }
        let left = content::left(clause, self.at)?;
        // "Rates to Rise, Says Bank Chief": capitals hide the verb.
        let headline = clause.items[self.at].capital;
        // "The bridge, said Cole, was safe."
        let goes_on = || clause.is_finite(phrase.to + 1) && clause.word(phrase.to) == ",";
        if !after_quote && !headline && !clause.has_any_verb(left.0, left.1) && !goes_on() {
            return None;
        }
        // "Gleitze, a typist, began her own swims": what takes only quoted words has none.
        if !after_quote && !headline && !self.cue.frames.clause {
            return None;
        }
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
        if !self.agrees(phrase) || self.is_nobody(phrase) {
            return None;
        }
        let words = source::words_of(clause, source::behind_which(clause, phrase).unwrap_or(phrase));
        let right = content::right(clause, self.at, self.cue).map(|right| self.within_aside(phrase, right));
        let comma = phrase.from > clause.from && clause.comma_before(phrase.from);
        let described = source::described_from(clause, phrase).unwrap_or(phrase.from);
        let phrase_from = self.head_of_apposition(phrase).min(described);
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
            && (self.cue.frames.clause && comma || self.cue.frames.quote && quote_before)
            && !self.negated;
        let after = content::skip(clause, self.at + 1, self.cue);
        if !can_follow || !(quote_before || content::closes(clause, after)) {
            return None;
        }
        // "The town is broke, a claim Cole denies": the claim is what she denies.
        let told = clause.get(phrase.from + 1).filter(|item| item.is_plain_word() && !item.capital);
        let told = told.filter(|_| !quote_before);
        if phrase.to > phrase.from + 2
            && clause.is(phrase.from, words::DET)
            && told.is_some_and(|item| {
                clause.tag(phrase.from + 1).is_noun() || item.entry.noun.is_some() || item.is(words::SAYABLE)
            })
            && told.is_some_and(|item| !item.is(words::ROLE | words::TITLE | words::ORGANISATION))
            && !is_agent(clause.word(phrase.from + 1))
            && clause.items[phrase.to - 1].is_name()
        {
            return None;
        }
        let left = content::left(clause, phrase_from)?;
        // "Her brother, Tom Reed, disagreed": a phrase without a verb tells nothing.
        let named = clause.items[left.0].is_plain_word() || clause.is(left.0, words::DET | words::POSSESSIVE);
        let rest = content::rest(clause, after, left);
        // "Speaking on Monday, a spokesman said:"
        let acting = clause.tag(left.0) == Tag::Ing && !clause.has_finite(left.0, left.1);
        // "After that, Ford wrote and wrote."
        let led = clause.is(left.0, words::PREPOSITION | words::SUBORDINATE)
            && !clause.has_any_verb(left.0, left.1);
        // "It bought half of the firm, a deal announced on Monday.": no deal speaks.
        let last = &clause.items[phrase.to - 1];
        let thing = last.is(words::SAYABLE) && last.is_plain_word() && self.cue.frames.object;
        let led_by_one = ["a", "an"].iter().any(|one| clause.word_is(phrase.from, one));
        if thing && led_by_one && !quote_before && comma {
            return None;
        }
        let phrase = acting || led || named && !clause.has_any_verb(left.0, left.1);
        if !quote_before && rest.is_none() && phrase {
            return None;
        }
        let mut pieces = vec![left];
        pieces.extend(rest);
        Some(self.build(
            Some(words),
            pieces,
            if quote_before { self.after_or_inside(after) } else { Rule::ReportedAfter },
        ))
    }

    /// What somebody says in a relative clause ends with it.
    ///
    /// ```text
    /// Ann Lee, who said she was glad, left.     Residents who say they were warned have left.
    ///                   ^^^^^^^^^^^^                              ^^^^^^^^^^^^^^^^
    /// ```
    fn within_aside(self, phrase: Phrase, mut right: content::Right) -> content::Right {
        let clause = self.clause;
        let who = ["who", "which"].iter().any(|word| clause.word_is(phrase.to - 1, word));
        // "A note which said “Back soon” was found."
        let noted = phrase.to == phrase.from + 1 && clause.quoted(right.from).is_some();
        let relative = who || clause.word_is(phrase.from, "that");
        if noted && relative && clause.is_finite(right.from + 1) {
            right.to = right.from + 1;
        }
        if !who || phrase.to - 1 == clause.from {
            return right;
        }
        right.to = match clause.word(phrase.to - 2) {
            "," | "–" | "—" => content::end(clause, right.from, false).min(right.to),
            _ => content::second_verb(clause, right.from, right.to),
        };
        right
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
        let addressee = addressee.filter(|whom| source.is_none_or(|source| !source.overlaps(*whom)));
        Report { cue, kind, sense: self.sense(sense, &content), source, addressee, content, rule }
    }
}

/// Where words begin that tell of a habit: "used to say", "liked to say", "was fond of saying".
fn habit(clause: Clause<'_>, start: usize, at: usize) -> usize {
    const HABITS: [&str; 6] = ["used", "liked", "likes", "loved", "loves", "came"];
    let is = |back: usize, word: &str| start >= clause.from + back && clause.word_is(start - back, word);
    let led = start == at;
    if led && is(1, "to") && HABITS.iter().any(|habit| is(2, habit)) {
        return start - 2;
    }
    if led && is(1, "of") && is(2, "fond") && clause.is(start.wrapping_sub(3), words::BE) {
        return start - 3;
    }
    start
}

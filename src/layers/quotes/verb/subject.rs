//! The subject of a cue verb: which words before it speak.

use super::super::agents::is_agent;
use super::super::content;
use super::super::report::Report;
use super::super::source::{self, Phrase, can_speak};
use super::super::words::{self, Form};
use super::Verb;
use crate::document::reason::Rule;
use crate::layers::syntax::tags::Tag;
use crate::text::TextRange;
use crate::tokens::TokenKind;

/// Words that stand for several without a noun: "some say".
const MANY: [&str; 7] = ["some", "many", "others", "most", "few", "both", "several"];

impl Verb<'_> {
    /// Who goes on: the name right before ("footage of Smith saying"), the source of a cue that
    /// stands after its words, or the subject of the sentence.
    pub(super) fn participle_source(self, earlier: &[Report]) -> Option<TextRange> {
        let clause = self.clause;
        let words = |phrase| source::words_of(clause, phrase);
        if self.start == clause.from {
            let subject = source::first_subject(clause, clause.to).filter(|phrase| phrase.from > self.at);
            return subject.filter(|&phrase| can_speak(clause, phrase)).map(words);
        }
        let named = self.start > clause.from
            && clause.items[self.start - 1].is_name()
            && !clause.is(self.start - 1, words::TIME);
        let with = self.start > clause.from && clause.items[self.start - 1].is_plain_word();
        let with = with.then(|| source::before(clause, self.start)).flatten();
        // "He recalled her father saying: “Work hard.”", "It has officials wondering if it is safe."
        const HEARD: [&str; 12] = [
            "with",
            "recalled",
            "recalls",
            "remembered",
            "remembers",
            "heard",
            "quoted",
            "has",
            "have",
            "had",
            "left",
            "saw",
        ];
        let led = |phrase: Phrase| {
            phrase.from > clause.from && HEARD.iter().any(|word| clause.word_is(phrase.from - 1, word))
        };
        if with.is_some_and(led) {
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
        let nearest = || self.nearest_actor().filter(|_| last.is_none());
        let subject = self.actor_of_clause().or_else(nearest);
        let subject = subject.or_else(|| source::first_subject(clause, self.start)).map(words);
        subject.or(last.and_then(|report| report.source))
    }

    /// Who acts in the clause that ends at the comma before a participle, where it begins as clauses do.
    ///
    /// ```text
    /// Shares fell after the bank cut its forecast, saying …
    ///                   ^^^^^^^^
    /// ```
    fn actor_of_clause(self) -> Option<Phrase> {
        const OPENERS: [&str; 8] = ["after", "as", "when", "because", "before", "once", "while", "since"];
        let clause = self.clause;
        let comma = self.start.checked_sub(1).filter(|&at| at > clause.from && clause.word(at) == ",")?;
        let opens = |at: &usize| OPENERS.iter().any(|word| clause.word_is(*at, word));
        let from = (clause.from + 1..comma).rev().find(opens)? + 1;
        let led = clause.is(from, words::DET | words::POSSESSIVE) || clause.items[from].is_name();
        let to = source::after(clause, from).filter(|_| led)?.to;
        let speaks = |at: &usize| {
            let item = &clause.items[*at];
            let opens = *at == clause.from && !clause.get(at + 1).is_some_and(|next| next.is_name());
            item.is_name() && !(opens && clause.tag(*at) != Tag::Name)
                || item.is(words::ROLE | words::ORGANISATION)
                || is_agent(clause.word(*at))
        };
        // "The minister resigned after the court ruled, saying …": the minister goes on.
        let main = source::first_subject(clause, from - 1);
        let goes_on = |at: usize| speaks(&at) || clause.is(at, words::SUBJECT) && !clause.is(at, words::DET);
        if main.is_none_or(|main| (main.from..main.to).any(goes_on)) {
            return main;
        }
        let head = (from..to).find(|&at| clause.is(at, words::PREPOSITION)).unwrap_or(to);
        let who = (from..head).rev().find(speaks)?;
        clause.has_any_verb(who + 1, comma).then_some(Phrase { from, to: who + 1 })
    }

    /// Who acts nearest before a participle, and can speak.
    fn nearest_actor(self) -> Option<Phrase> {
        let clause = self.clause;
        let tree = clause.tree();
        let verbs = (clause.from..self.start).rev().filter(|&at| clause.tag(at).is_verb());
        let subjects = || verbs.clone().filter_map(|at| tree.subject(at)).filter(|&noun| noun < self.start);
        let speaks = |&noun: &usize| {
            let item = &clause.items[noun];
            let pronoun = item.is(words::SUBJECT) && !clause.word_is(noun, "it");
            item.is_name() && !clause.opens_commonly(noun)
                || pronoun
                || item.is(words::ROLE | words::ORGANISATION | words::DOCUMENT)
                || is_agent(clause.word(noun))
        };
        let noun = subjects().find(speaks).or_else(|| subjects().next())?;
        let range = tree.phrase(noun);
        // "on February 13, staffers"
        let comma = (range.start..noun).rev().find(|&at| clause.word(at) == ",");
        Some(Phrase { from: comma.map_or(range.start, |comma| comma + 1), to: range.end })
    }

    /// "“…!” Smith’s niece, Del. Marcia Price, shouted": where the whole noun phrase begins.
    pub(super) fn head_of_apposition(self, phrase: Phrase) -> usize {
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
    pub(super) fn subject(self) -> Option<Phrase> {
        let clause = self.clause;
        let before = clause.word(self.start.wrapping_sub(1));
        // "Critics say the law is weak and argue that it will fail."
        let shares = self.form != Form::Base || clause.word_is(self.at + 1, "that");
        if matches!(before, "and" | "but") && shares {
            return source::shared_subject(clause, self.start - 1);
        }
        let is_time = |at: usize| clause.is(at, words::TIME) && clause.word(at).ends_with("day");
        source::before(clause, self.start).filter(|phrase| !(phrase.from..phrase.to).all(is_time))
    }

    /// "called the cut cruel", not "a firm called the Hub": an object written small follows.
    fn takes_two(self) -> bool {
        let (clause, next) = (self.clause, self.at + 1);
        let small = clause.get(next + 1).is_some_and(|item| item.is_plain_word() && !item.capital);
        let object = clause.is(next, words::OBJECT) && !clause.is(next, words::SUBJECT);
        object || clause.is(next, words::DET | words::POSSESSIVE) && small
    }

    /// Whether the subject stands for nobody who has said anything.
    ///
    /// ```text
    /// If you’re asking whether it is safe …     to anyone who asks how he is …
    ///    ^^^^^^                                    ^^^^^^^^^^
    /// a claim stated in the headline that …
    /// ^^^^^^^
    /// ```
    pub(super) fn is_nobody(self, phrase: Phrase) -> bool {
        const ANY: [&str; 5] = ["anyone", "anybody", "everyone", "everybody", "those"];
        let clause = self.clause;
        let last = clause.word(phrase.to - 1);
        let you = last.get(..3).is_some_and(|you| you.eq_ignore_ascii_case("you"))
            && (last.len() == 3 || last.contains(['\'', '’']))
            && (self.helped || self.form != Form::Past);
        let asks = clause.word_is(phrase.to - 1, "who")
            && matches!(self.form, Form::Base | Form::Present)
            && ANY.iter().any(|any| clause.word_is(phrase.to.wrapping_sub(2), any));
        // "in these disputed lands"
        let these = phrase.to == phrase.from + 1
            && clause.is(phrase.from, words::DET)
            && clause.is(phrase.from.wrapping_sub(1), words::PREPOSITION);
        // "until it pays back the loan": a verb.
        let verb = phrase.to == phrase.from + 1
            && clause.tag(phrase.from) == Tag::Third
            && ["it", "he", "she"].iter().any(|one| clause.word_is(phrase.from.wrapping_sub(1), one));
        // "another set-piece, this time conceded by Konsa"
        let done = self.form == Form::Past && !self.helped && clause.word_is(self.at + 1, "by");
        // "the Whole Foods brand that sells it"
        let noun = ["brand", "label"].contains(&self.cue.lemma) && clause.word_is(self.at + 1, "that");
        let stated = self.cue.lemma == "state"
            && !self.helped
            && content::is_word(last)
            && !clause.is(phrase.to - 1, words::DOCUMENT);
        you || asks || these || verb || done || noun || stated
    }

    /// Whether the phrase can be the subject of this form.
    pub(super) fn agrees(self, phrase: Phrase) -> bool {
        let clause = self.clause;
        let last = &clause.items[phrase.to - 1];
        if last.kind == TokenKind::Possessive {
            return false;
        }
        let bare = !last.is_name() && !last.is(words::SUBJECT | words::RELATIVE | words::ROLE);
        // "The lawsuit claims the firm knew": what can say so does, where the sentence needs a verb there.
        let sayer = last.is(words::DOCUMENT | words::ORGANISATION) || is_agent(clause.word(phrase.to - 1));
        let verb = || sayer && matches!(clause.tag(self.at), Tag::Third | Tag::Present);
        if self.cue.frames.noun_too && self.form == Form::Present && !self.helped && bare && !verb() {
            return false;
        }
        let adjacent_noun = bare && !clause.is(phrase.to - 1, words::DET) && phrase.to == self.start;
        if ["call", "label", "dub", "brand"].contains(&self.cue.lemma)
            && self.form == Form::Past
            && !self.helped
            && (adjacent_noun || clause.word(self.start - 1) == ",")
            && !self.takes_two()
            && !self.cue.frames.prepositions.iter().any(|link| clause.word_is(self.at + 1, link))
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
        // "noticed that echo soundings formed a ridge"
        let that = phrase.to == phrase.from + 1 && clause.word_is(phrase.from, "that");
        let told = || phrase.from > clause.from && clause.tag(phrase.from - 1).is_verb();
        if that && self.cue.frames.noun_too && (!clause.tag(self.at).is_verb() || told()) {
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
                    || word.ends_with('s') && (!last.capital || clause.opens_commonly(head - 1))
                    || ["people", "men"].iter().any(|many| word.to_lowercase().ends_with(many))
                    || MANY.iter().any(|many| many.eq_ignore_ascii_case(word))
                    || word.eq_ignore_ascii_case("police")
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
}

//! Words before a colon that label what follows, and say nothing: "Referee: Omar Nassar", "Tagged: boats".

use super::agents::is_agent;
use super::clause::Clause;
use super::content;
use super::report::Report;
use super::words;
use crate::document::entities::{Label, Mention};
use crate::document::part::Part;
use crate::document::reason::Rule;
use crate::document::structure::{Paragraph, paragraph_at};
use crate::resources::{Classes, fold, words as tables};
use crate::text::TextRange;
use std::collections::BTreeMap;

/// Drops the reports of colon lines in which nobody speaks.
///
/// ```text
/// Minister: No new taxes this year     a role speaks
/// Ann Lee: I will open the bridge.     a person speaks
/// Referee: Omar Nassar                 a label and whom it names
/// Austria: 3 arrested over plan        a place and what happened there
/// ```
///
/// Who speaks is a person, a body, a group or a role; words in quotation marks are always somebody's. A
/// word that heads several such lines in a text is the name of a speaker in a transcript. The page's
/// furniture, stamps, captions and tables have no speakers.
pub(super) fn leave_out(
    text: &str,
    clauses: &[Clause<'_>],
    structure: &[Paragraph],
    mentions: &[Mention],
    reports: &mut [Vec<Report>],
) {
    let colons = || reports.iter().flatten().filter(|report| report.rule == Rule::HeadlineColon);
    let mut turns: BTreeMap<&str, usize> = BTreeMap::new();
    for source in colons().filter_map(|report| report.source) {
        *turns.entry(source.of(text)).or_default() += 1;
    }
    let reader = Reader { text, structure, mentions, turns };
    for (reports, &clause) in reports.iter_mut().zip(clauses) {
        reports.retain(|report| report.rule != Rule::HeadlineColon || reader.speaks(clause, report));
    }
}

/// Bodies and papers that a headline gives the word to by themselves: "Police: Two held after raid".
const BODIES: [&str; 16] = [
    "police",
    "officials",
    "minister",
    "ministry",
    "government",
    "report",
    "study",
    "survey",
    "poll",
    "sources",
    "experts",
    "judge",
    "court",
    "army",
    "military",
    "un",
];

struct Reader<'a> {
    text: &'a str,
    structure: &'a [Paragraph],
    mentions: &'a [Mention],
    /// How many colon lines each source heads.
    turns: BTreeMap<&'a str, usize>,
}

impl Reader<'_> {
    fn speaks(&self, clause: Clause<'_>, report: &Report) -> bool {
        let (Some(source), Some(&(from, to))) = (report.source, report.content.first()) else { return false };
        if !self.may_speak(source) {
            return false;
        }
        let leads = source.end() <= report.cue.start();
        if !leads || clause.quoted(from).is_some() {
            return true;
        }
        let words = source.of(self.text);
        if words.len() > 5 && words.as_bytes()[..5].eq_ignore_ascii_case(b"dear ") {
            return false;
        }
        if BODIES.iter().any(|body| body.eq_ignore_ascii_case(words)) {
            return true;
        }
        let own = (from..to).any(|at| OWN.iter().any(|own| clause.word_is(at, own)));
        let refuses = OPENERS.iter().any(|word| clause.word_is(from, word));
        let verb = content::has_verb(clause, from, to);
        let names = || clause.get(from).is_some_and(|item| self.label_at(item.range).is_some());
        match self.mention(source) {
            Some(who) if who.label == Label::Person => {
                (verb || own || refuses) && (!names() || self.is_named_again(who))
            }
            Some(who) if matches!(who.label, Label::Organisation | Label::Group) => {
                own || (verb && (self.is_named_again(who) || is_known_body(words)))
            }
            Some(_) => own,
            None => {
                let turn = self.turns[words] > 1 && !self.is_of_calendar(clause, report);
                (turn || self.is_role(clause, report)) && (verb || own || refuses) && !names()
            }
        }
    }

    /// Not in furniture, a stamp, a table or the like.
    fn may_speak(&self, source: TextRange) -> bool {
        let part = self.structure.get(paragraph_at(self.structure, source.start())).map(|found| found.part);
        !matches!(
            part,
            Some(
                Part::Furniture
                    | Part::Timestamp
                    | Part::Byline
                    | Part::Credit
                    | Part::Caption
                    | Part::Table
                    | Part::Correction
                    | Part::Signoff
            )
        )
    }

    /// The name that ends a source.
    fn mention(&self, source: TextRange) -> Option<&Mention> {
        let at = self.mentions.partition_point(|mention| mention.range.end() < source.end());
        let mention = self.mentions.get(at)?;
        (mention.range.end() == source.end() && source.overlaps(mention.range)).then_some(mention)
    }

    fn is_named_again(&self, who: &Mention) -> bool {
        self.mentions.iter().filter(|mention| mention.entity == who.entity).nth(1).is_some()
    }

    /// What the name is that begins with a word.
    fn label_at(&self, word: TextRange) -> Option<Label> {
        let at = self.mentions.partition_point(|mention| mention.range.end() <= word.start());
        self.mentions
            .get(at)
            .filter(|mention| mention.range.start() == word.start())
            .map(|mention| mention.label)
    }

    /// The word right before the colon is one for people or bodies: "minister", "police", "engineer".
    fn is_role(&self, clause: Clause<'_>, report: &Report) -> bool {
        let last = (clause.from..clause.to)
            .take_while(|&at| clause.items[at].range.end() <= report.cue.start())
            .last();
        last.is_some_and(|at| {
            clause.is(at, words::ROLE | words::TITLE | words::ORGANISATION | words::DOCUMENT)
                || is_agent(clause.word(at))
        })
    }

    fn is_of_calendar(&self, clause: Clause<'_>, report: &Report) -> bool {
        let inside = |at: &usize| clause.items[*at].range.end() <= report.cue.start();
        (clause.from..clause.to).take_while(inside).any(|at| clause.is(at, words::TIME))
    }
}

/// "UN", "White House", "Harwick Ministry": a body that the tables know, or that its words tell.
fn is_known_body(name: &str) -> bool {
    let classes = |words: &str| {
        let mut key = String::new();
        fold(&mut key, words);
        tables().classes(&key)
    };
    let bodies =
        Classes::ORGANISATION.and(Classes::AGENCY).and(Classes::MEDIA).and(Classes::SEAT).and(Classes::GROUP);
    let body_words = Classes::ORGANISATION_WORD.and(Classes::DEMONYM).and(Classes::GROUP);
    let last = name.rsplit(' ').next().unwrap_or(name);
    let shouts = name.len() > 1 && !name.contains(char::is_lowercase);
    shouts || classes(name).has(bodies) || classes(last).has(body_words)
}

/// Words of somebody who speaks of themselves.
const OWN: [&str; 8] = ["i", "we", "our", "us", "my", "i’m", "we’re", "you"];
/// Words that open what somebody says without a verb: "No new taxes".
const OPENERS: [&str; 6] = ["no", "not", "yes", "never", "don’t", "don't"];

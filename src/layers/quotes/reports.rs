//! Reports: a cue, its source and its content, in one sentence.

use super::clause::{Clause, Item};
use super::content;
use super::headline;
use super::manner;
use super::replies;
use super::report::Report;
use super::source::{self, Phrase};
use super::verb::Verb;
use super::wording;
use super::words::{self, Cue, CueKind};
use crate::document::reason::Rule;
use crate::layers::syntax::tags::Tag;
use crate::text::TextRange;
use crate::tokens::TokenKind;

/// What a report may begin with besides the cues of the table: "according to", "as … put it", "in … words".
const WORDINGS: [&str; 4] = ["according", "per", "put", "in"];

fn is_wording(word: &str) -> bool {
    matches!(word.len(), 2 | 3 | 9) && WORDINGS.iter().any(|wording| wording.eq_ignore_ascii_case(word))
}

/// Finds all reports of one sentence.
pub fn find(clause: Clause<'_>) -> Vec<Report> {
    let mut reports: Vec<Report> = Vec::new();
    for at in clause.from..clause.to {
        let item = &clause.items[at];
        let cue = item.entry.verb.is_some() || item.entry.noun.is_some();
        if item.quoted.is_some() || !(cue || is_wording(clause.word(at))) {
            continue;
        }
        let found = match () {
            _ if clause.word_is(at, "according") && clause.word_is(at + 1, "to") => {
                according_to(clause, at, at + 2)
            }
            _ if clause.word(at) == "per" && at > clause.from && clause.comma_before(at) => {
                according_to(clause, at, at + 1)
            }
            _ if clause.word_is(at, "put") || clause.word_is(at, "in") => wording::report(clause, at),
            _ if clause.word(at.wrapping_sub(1)) == "-" && at > clause.from => None,
            _ if item.capital && !is_capital_cue(clause, at) => None,
            _ => {
                let verb = item.entry.verb.and_then(|(cue, form)| Verb::at(clause, at, cue, form));
                verb.and_then(|verb| verb.report(&reports))
                    .or_else(|| item.entry.noun.and_then(|cue| noun_report(clause, at, cue)))
            }
        };
        reports.extend(found);
    }
    without_findings(clause, &mut reports);
    reports.extend(manner::reports(clause, &reports));
    // "What did you say?": the interviewer asks; nobody is reported.
    if clause.word(clause.to - 1) == "?" {
        let you =
            |report: &Report| report.source.is_some_and(|s| s.of(clause.text).eq_ignore_ascii_case("you"));
        reports.retain(|report| !you(report));
    }
    if reports.is_empty() {
        reports.extend(
            replies::report(clause)
                .or_else(|| colon_report(clause))
                .or_else(|| credit_report(clause))
                .or_else(|| headline::report(clause)),
        );
    }
    reports
}

/// "He said the tests had shown how the ice melts": the tests speak within his words, so they are his.
fn without_findings(clause: Clause<'_>, reports: &mut Vec<Report>) {
    if !reports.iter().any(|report| report.kind == CueKind::Finding) {
        return;
    }
    let thing = |source: TextRange| {
        let last = source.of(clause.text).rsplit(' ').next().unwrap_or("");
        let person = words::ROLE | words::ORGANISATION | words::DOCUMENT | words::SUBJECT;
        words::look_up(last).class & person == 0 && !last.starts_with(char::is_uppercase)
    };
    let contents: Vec<_> = reports.iter().map(|report| (report.cue, report.content.clone())).collect();
    let held = |inner: &Report| {
        let from = inner.content.first().map_or(0, |content| content.0);
        let holds = |content: &[(usize, usize)]| content.iter().any(|&(a, b)| a < from && from < b);
        contents.iter().any(|(cue, content)| *cue != inner.cue && holds(content))
    };
    reports.retain(|report| {
        report.kind != CueKind::Finding || report.source.is_none_or(|source| !thing(source)) || !held(report)
    });
}

/// Whether a cue with a capital is one: at the head of its sentence, or where a headline has all capitals.
///
/// ```text
/// Said Ann Marlow: …     Mayor Says Bridge Will Open     but Ali Said passed to Reed, Said scored twice
/// ```
fn is_capital_cue(clause: Clause<'_>, at: usize) -> bool {
    let cue = matches!(clause.word(at), "Says" | "Say" | "Said");
    if at > clause.from {
        return cue && (clause.quoted(at - 1).is_some() || is_headline(clause));
    }
    let next = clause.get(at + 1);
    let speaker = |item: &Item| item.capital || item.is(words::DET | words::POSSESSIVE | words::ROLE);
    !cue || next.is_some_and(|item| item.kind != TokenKind::Possessive && speaker(item))
}

/// All longer words but a few have capitals.
fn is_headline(clause: Clause<'_>) -> bool {
    let long = |item: &&Item| item.is_plain_word() && item.range.len() > 3;
    let words = clause.items[clause.from..clause.to].iter().filter(long);
    let (capital, small): (Vec<&Item>, Vec<&Item>) = words.partition(|item| item.capital);
    small.len() * 4 < capital.len()
}

/// Past what is told of a source between commas: "According to Ann Lee, a nurse, the ward was full."
fn past_asides(clause: Clause<'_>, from: usize) -> usize {
    let mut at = from;
    for _ in 0..4 {
        let Some(comma) = (at..clause.to).find(|&i| clause.word(i) == ",") else { return from };
        let relative = clause.is(at, words::RELATIVE) && !clause.word_is(at, "that");
        let next = clause.get(comma + 1);
        let opens = next.is_some_and(|item| {
            item.is_name() || item.is_plain_word() || item.is(words::DET | words::POSSESSIVE | words::SUBJECT)
        });
        let aside = relative || !clause.has_finite(at, comma);
        let participle = matches!(clause.tag(at), Tag::Participle | Tag::Past | Tag::Ing);
        let leads =
            words::PREPOSITION | words::SUBORDINATE | words::CONJUNCTION | words::ADVERB | words::TIME;
        if !(aside || participle) || clause.is(at, leads) {
            return at;
        }
        at = comma + 1;
        let verb = clause.is_finite(at) || clause.is(at, words::AUXILIARY);
        let told = clause.is(at, words::SUBJECT) || clause.has_any_verb(at, clause.to);
        if opens && !verb && told && !is_aside(clause, at) {
            return at;
        }
    }
    from
}

/// Another aside begins here: it has no verb before its comma.
fn is_aside(clause: Clause<'_>, at: usize) -> bool {
    let comma = (at..clause.to).find(|&i| clause.word(i) == ",");
    comma.is_some_and(|comma| !clause.has_finite(at, comma) && clause.has_finite(comma + 1, clause.to))
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
    if at == clause.from {
        end = past_asides(clause, end);
    }
    // "groups which, according to the inspector, were set up"
    let relative = at > clause.from + 1 && clause.word(at - 1) == "," && clause.is(at - 2, words::RELATIVE);
    let piece = if at == clause.from {
        (end, content::end(clause, end, true))
    } else if relative && clause.word(phrase.to) == "," {
        (phrase.to + 1, content::end(clause, phrase.to + 1, true))
    } else {
        content::left(clause, at).unwrap_or((clause.from, at))
    };
    let cue = clause.items[at].range.cover(clause.items[next - 1].range);
    let source = source::words_of(clause, phrase);
    let mut report = (piece.0 < piece.1).then(|| Report::plain(cue, source, piece, Rule::AccordingTo))?;
    // "The dam, according to engineers, would hold."
    let goes_on = !relative && at > clause.from && clause.is(phrase.to + 1, words::AUXILIARY);
    report.content.extend(goes_on.then(|| content::rest(clause, phrase.to, piece)).flatten());
    Some(report)
}

/// “…” — Jane Doe
fn credit_report(clause: Clause<'_>) -> Option<Report> {
    let dash = (clause.from + 1..clause.to.min(clause.from + 3))
        .find(|&at| matches!(clause.word(at), "―" | "—" | "–" | "--" | "-"))?;
    clause.quoted(dash - 1)?;
    let source = source::words_of(clause, credited(clause, dash + 1)?);
    Some(Report::plain(clause.items[dash].range, source, (dash - 1, dash), Rule::CueAfter))
}

/// Whom a line without a verb credits from a place on: "Jane Doe, chair of the trust".
pub(super) fn credited(clause: Clause<'_>, from: usize) -> Option<Phrase> {
    let phrase = source::after(clause, from)?;
    let named = clause.items[phrase.to - 1].is_name() && clause.items[phrase.to - 1].capital;
    let ends = phrase.to >= clause.to || matches!(clause.word(phrase.to), "," | "." | "(");
    let short = clause.to - from < 16 && !(from..clause.to).any(|at| clause.quoted(at).is_some());
    (named && ends && short && !clause.has_finite(from, clause.to)).then_some(phrase)
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
    if owner.is_none() || !follows {
        return view_report(clause, at, cue, owner).or_else(|| warning_report(clause, at, cue));
    }
    let owner = owner?;
    let source = if clause.is(owner, words::POSSESSIVE) {
        clause.items[owner].range
    } else {
        source::words_of(clause, source::before(clause, owner)?)
    };
    announced(clause, at, cue, source, at + 2)
}

/// "In Marlow’s view, …"
fn view_report(clause: Clause<'_>, at: usize, cue: &'static Cue, owner: Option<usize>) -> Option<Report> {
    let owner = owner.filter(|_| clause.word_is(clause.from, "in") && clause.word(at + 1) == ",")?;
    let from = clause.from + 1;
    let to = if clause.is(owner, words::POSSESSIVE) { owner + 1 } else { owner };
    let source = (from < to).then(|| source::words_of(clause, Phrase { from, to }))?;
    announced(clause, at, cue, source, at + 2)
}

/// "a warning from Marlow that …"
fn warning_report(clause: Clause<'_>, at: usize, cue: &'static Cue) -> Option<Report> {
    let from = clause.word_is(at + 1, "from") || clause.word_is(at + 1, "by");
    let phrase = source::after(clause, at + 2).filter(|_| from && cue.frames.clause)?;
    let that = clause.word_is(phrase.to, "that");
    that.then(|| announced(clause, at, cue, source::words_of(clause, phrase), phrase.to + 1)).flatten()
}

/// What a noun announces, from a place on; where the noun is a subject, its verb ends it.
fn announced(
    clause: Clause<'_>,
    at: usize,
    cue: &'static Cue,
    source: TextRange,
    from: usize,
) -> Option<Report> {
    let mut to = content::end(clause, from, true);
    if !content::has_verb(clause, clause.from, at) {
        to = content::second_verb(clause, from, to);
    }
    (from < to).then(|| Report {
        cue: clause.items[at].range,
        kind: CueKind::Noun,
        sense: cue.sense,
        source: Some(source),
        addressee: None,
        content: vec![(from, to)],
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
    // "Review:", "URGENT:", "Q:": a label of the page, nobody's name.
    let notice = clause.is(clause.from, words::NOTICE) && colon <= clause.from + 2;
    if notice || !named || !begins || colon + 1 >= clause.to {
        return None;
    }
    // "Said Ann Marlow: “We won.”"
    let verb = clause.items[clause.from].entry.verb.filter(|(cue, form)| {
        cue.frames.quote
            && matches!(form, words::Form::Past | words::Form::Present)
            && colon > clause.from + 1
    });
    let (from, cue, rule) = match verb {
        Some(_) => (clause.from + 1, clause.from, Rule::CueBefore),
        None => (clause.from, colon, Rule::HeadlineColon),
    };
    let words = source::words_of(clause, Phrase { from, to: colon });
    Some(Report::plain(clause.items[cue].range, words, (colon + 1, clause.to), rule))
}

//! Quotations whose verb says how they were said: "“…,” she sighed", "“…,” laughed Reed", "“…,” he went on, “…”".

use super::agents::is_agent;
use super::clause::{Clause, Item};
use super::content;
use super::report::Report;
use super::source::{self, Phrase};
use super::words::{self, CueKind, Sense};
use super::works::{is_title, is_work};
use crate::document::reason::Rule;
use crate::layers::syntax::tags::Tag;
use crate::tokens::TokenKind;

/// Reports of quotations that end in a comma, a question or an exclamation mark, with a speaker and a verb
/// behind them that close the sentence or the aside, whatever the verb.
///
/// ```text
/// “We lost,” Meg Marsh sighed.     “Sit down!” barked the referee.     “Dead Heat,” her third album, sold well.
///  content   source    cue                     cue    source           a title: no verb behind the noun
/// ```
///
/// What the reports before have is left alone.
pub(super) fn reports(clause: Clause<'_>, earlier: &[Report]) -> Vec<Report> {
    let held = |at: usize| earlier.iter().any(|r| r.content.iter().any(|&(from, to)| from <= at && at < to));
    let mut found: Vec<Report> = Vec::new();
    for quote in (clause.from..clause.to).filter(|&at| clause.quoted(at).is_some()) {
        let Some((phrase, cue, after)) = speaker_first(clause, quote).or_else(|| verb_first(clause, quote))
        else {
            continue;
        };
        let left = (quote, quote + 1);
        let rest = content::rest(clause, after, left).filter(|&(from, _)| !held(from));
        let left = (!held(quote)).then_some(left);
        let content: Vec<_> = left.into_iter().chain(rest).collect();
        if content.is_empty() || earlier.iter().any(|report| report.cue == clause.items[cue].range) {
            continue;
        }
        let rule = if rest.is_some() { Rule::CueInside } else { Rule::CueAfter };
        found.push(Report {
            cue: clause.items[cue].range,
            kind: CueKind::Speech,
            sense: Sense::Plain,
            source: Some(source::words_of(clause, phrase)),
            addressee: None,
            content,
            rule,
        });
    }
    found
}

/// The speaker, the verb, and the item after both.
type Frame = (Phrase, usize, usize);

/// “…,” she went on
fn speaker_first(clause: Clause<'_>, quote: usize) -> Option<Frame> {
    let titled = is_title(clause.word(quote));
    let fits = |phrase: &Phrase| is_somebody(clause, *phrase) && !(titled && is_thing(clause, *phrase));
    let phrase = source::after(clause, behind(clause, quote)?).map(|phrase| without_verb(clause, phrase));
    let phrase = phrase.filter(fits)?;
    let mut verb = phrase.to;
    let helps = words::AUXILIARY | words::ADVERB;
    while clause.is(verb, helps) || ["heard", "used", "to"].iter().any(|word| clause.word_is(verb, word)) {
        verb += 1;
    }
    let after = end_of_verb(clause, verb)?;
    (content::closes(clause, after) && verb < phrase.to + 6).then_some((phrase, verb, after))
}

/// A name without the verb that was taken for a noun: between a name and a particle stands no noun.
///
/// ```text
/// “…,” Blum shot back.
///      ^^^^
/// ```
fn without_verb(clause: Clause<'_>, phrase: Phrase) -> Phrase {
    let small = |at: usize| clause.get(at).is_some_and(|item| item.kind == TokenKind::Word && !item.capital);
    let named = |at: usize| at > phrase.from && clause.get(at - 1).is_some_and(Item::is_name);
    match phrase.to.checked_sub(1) {
        Some(verb) if is_particle(clause, phrase.to) && small(verb) && named(verb) => {
            Phrase { to: verb, ..phrase }
        }
        _ => phrase,
    }
}

/// What makes one verb of two words: "went on", "shot back".
fn is_particle(clause: Clause<'_>, at: usize) -> bool {
    const PARTICLES: [&str; 8] = ["on", "back", "in", "up", "out", "off", "away", "again"];
    PARTICLES.iter().any(|particle| clause.word_is(at, particle))
}

/// “…,” laughed Reed
fn verb_first(clause: Clause<'_>, quote: usize) -> Option<Frame> {
    let verb = behind(clause, quote)?;
    let after = end_of_verb(clause, verb)?;
    let phrase = source::after_cue(clause, after).filter(|&phrase| is_somebody(clause, phrase))?;
    content::closes(clause, phrase.to).then_some((phrase, verb, phrase.to))
}

/// Right behind words that somebody may have said: not behind a title, nor a piece that goes on.
fn behind(clause: Clause<'_>, quote: usize) -> Option<usize> {
    let said = clause.last_sign(quote).is_some_and(|sign| matches!(sign, ',' | '?' | '!' | '—' | '–'));
    let comma = usize::from(clause.word(quote + 1) == "," && !said);
    (said || comma == 1).then_some(quote + 1 + comma).filter(|_| !is_work(clause.word(quote)))
}

/// The item after a verb and its particle: "went on", "shot back", "sighed".
fn end_of_verb(clause: Clause<'_>, verb: usize) -> Option<usize> {
    let item = clause.get(verb).filter(|item| item.kind == TokenKind::Word && !item.capital)?;
    let word = clause.word(verb);
    let cue = item.entry.verb.is_some_and(|(cue, _)| cue.frames.quote);
    let tagged = matches!(clause.tag(verb), Tag::Past | Tag::Third | Tag::Present | Tag::Participle);
    let past = tagged || word.ends_with("ed") && word.len() > 4;
    let small = item.is(words::AUXILIARY | words::DET | words::PREPOSITION | words::SUBORDINATE | words::WH);
    let particle = is_particle(clause, verb + 1);
    // “Yes,” came the reply: nobody comes.
    let comes = clause.word_is(verb, "came");
    // A particle tells a verb, whatever its form: "shot back".
    ((cue || past || particle) && !small && !comes).then_some(verb + 1 + usize::from(particle))
}

/// “Thriller,” the album sold well: no speaker behind what may be a title.
fn is_thing(clause: Clause<'_>, phrase: Phrase) -> bool {
    let last = phrase.to - 1;
    let item = &clause.items[last];
    !(item.is_name() || item.is(words::ROLE | words::SUBJECT) || is_agent(clause.word(last)))
}

/// A name, a pronoun for people, somebody by role or work, or a noun with its article.
fn is_somebody(clause: Clause<'_>, phrase: Phrase) -> bool {
    let last = phrase.to - 1;
    let pronoun = ["he", "she", "they", "i", "we"].iter().any(|word| clause.word_is(last, word));
    let named = clause.get(last).is_some_and(|item| item.is_name() && !item.is(words::TIME));
    pronoun
        || named
        || clause.is(last, words::ROLE | words::ORGANISATION)
        || is_agent(clause.word(last))
        || clause.is(phrase.from, words::DET | words::POSSESSIVE) && phrase.to > phrase.from + 1
}

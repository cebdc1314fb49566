//! Noun phrases that can be a source: names, roles, pronouns, organisations.

use super::clause::Clause;
use super::words;
use crate::text::TextRange;
use crate::tokens::TokenKind;

/// A noun phrase.
///
/// ```text
/// Kremlin spokesperson Dmitry Peskov said …
/// ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^          whole
///                      ^^^^^^^^^^^^^          name
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Phrase {
    /// First item.
    pub from: usize,
    /// The item after its last.
    pub to: usize,
}

/// How far a phrase may reach.
const LONGEST: usize = 24;

/// The noun phrase that ends right before `end`: the subject of the verb that stands there.
pub fn before(clause: Clause<'_>, end: usize) -> Option<Phrase> {
    let mut end = end;
    for _ in 0..4 {
        end = skip_brackets_back(clause, skip_time_back(clause, end));
        if end <= clause.from {
            return None;
        }
        if !matches!(clause.word(end - 1), "," | "–" | "—" | "--") {
            let phrase = ending_at(clause, end)?;
            return Some(name_before_apposition(clause, phrase).unwrap_or(phrase));
        }
        let comma = comma_back(clause, end - 1)?;
        let aside = Phrase { from: comma + 1, to: end - 1 };
        if is_name_in_apposition(clause, comma, aside) {
            return Some(aside);
        }
        end = comma;
    }
    None
}

/// "Its manager, Sofie van Dam, said": the aside is the name of the role before it.
fn is_name_in_apposition(clause: Clause<'_>, comma: usize, aside: Phrase) -> bool {
    let all_name = (aside.from..aside.to).all(|at| {
        clause.items[at].is_name()
            || matches!(clause.word(at), "-" | "van" | "de" | "von" | "der" | "al" | "bin" | ".")
    });
    let role =
        comma > clause.from && clause.items[comma - 1].is_plain_word() && !clause.items[comma - 1].capital;
    aside.from < aside.to && all_name && role && !clause.is(aside.from, words::TIME)
}

/// "said the mayor, Ann Marlow.": the name after the role.
fn name_after_role(clause: Clause<'_>, phrase: Phrase) -> Option<Phrase> {
    let last = clause.get(phrase.to - 1)?;
    if last.capital || !last.is_plain_word() || clause.word(phrase.to) != "," {
        return None;
    }
    let from = phrase.to + 1;
    let mut to = from;
    while clause.get(to).is_some_and(|item| item.is_name() && !item.is(words::TIME))
        || (to > from && matches!(clause.word(to), "-" | "van" | "de" | "von"))
    {
        to += 1;
    }
    let ends = to >= clause.to || matches!(clause.word(to), "," | "." | ";" | ":" | "–" | "—");
    (to > from && ends).then_some(Phrase { from, to })
}

/// The source after a cue: the name where a role and a name stand there.
pub fn after_cue(clause: Clause<'_>, from: usize) -> Option<Phrase> {
    let phrase = after(clause, from)?;
    Some(name_after_role(clause, phrase).unwrap_or(phrase))
}

/// "Smith (R-IN)": the bracket is skipped.
fn skip_brackets_back(clause: Clause<'_>, end: usize) -> usize {
    if end > clause.from && matches!(clause.word(end - 1), ")" | "]") {
        let low = end.saturating_sub(12).max(clause.from);
        return (low..end).rev().find(|&at| matches!(clause.word(at), "(" | "[")).unwrap_or(end);
    }
    end
}

/// "Smith this week said", "the council on Friday said": the time is skipped.
fn skip_time_back(clause: Clause<'_>, end: usize) -> usize {
    let mut at = end;
    while at > clause.from && clause.is(at - 1, words::TIME) {
        at -= 1;
    }
    if at == end || at <= clause.from + 1 {
        return end;
    }
    if clause.is(at - 1, words::DET) && ["this", "that"].iter().any(|w| clause.word_is(at - 1, w)) {
        return at - 1;
    }
    if clause.is(at - 1, words::PREPOSITION) {
        return at - 1;
    }
    let plain = clause.items[at - 1].is_name() || clause.is(at - 1, words::SUBJECT);
    if plain { at } else { end }
}

/// The comma that opens the aside closed at `close`.
fn comma_back(clause: Clause<'_>, close: usize) -> Option<usize> {
    let low = close.saturating_sub(30).max(clause.from);
    (low..close)
        .rev()
        .find(|&at| matches!(clause.word(at), "," | "–" | "—" | "--"))
        .filter(|&at| at > clause.from)
}

/// "Smith, a professor of law, said": the name before the aside, not the aside.
fn name_before_apposition(clause: Clause<'_>, phrase: Phrase) -> Option<Phrase> {
    let opens = clause.is(phrase.from, words::DET | words::PREPOSITION)
        || clause.get(phrase.from)?.kind == TokenKind::Number;
    if !opens || phrase.from < clause.from + 2 || clause.word(phrase.from - 1) != "," {
        return None;
    }
    let name = ending_at(clause, skip_brackets_back(clause, phrase.from - 1))?;
    let fits =
        clause.get(name.to - 1)?.is_name() && (name.from == clause.from || clause.comma_before(name.from));
    (fits && !clause.is(name.to - 1, words::TIME)).then_some(name)
}

/// The phrase whose last word stands before `end`.
fn ending_at(clause: Clause<'_>, end: usize) -> Option<Phrase> {
    let last = clause.get(end.checked_sub(1)?)?;
    if last.is(words::SUBJECT | words::RELATIVE | words::OBJECT) && !last.is_name() {
        return Some(Phrase { from: end - 1, to: end });
    }
    let stands_alone =
        !["the", "a", "an", "no", "every", "any", "such"].iter().any(|word| clause.word_is(end - 1, word));
    if last.is(words::DET) && last.kind == TokenKind::Word {
        return stands_alone.then_some(Phrase { from: end - 1, to: end });
    }
    let mut from = chunk_back(clause, end)?;
    let low = end.saturating_sub(LONGEST).max(clause.from);
    while from > low {
        let link = from - 1;
        let next = match () {
            _ if clause.is(link, words::PREPOSITION) && joins(clause, link) => chunk_back(clause, link),
            _ if matches!(clause.word(link), "and" | "&" | "or") => {
                chunk_back(clause, link).filter(|&start| is_pair(clause, start, link, end))
            }
            _ => None,
        };
        match next {
            Some(start) if start >= low => from = start,
            _ => break,
        }
    }
    Some(Phrase { from, to: end })
}

/// "X and Y said" is one subject where nothing but the pair stands before the verb.
fn is_pair(clause: Clause<'_>, start: usize, link: usize, end: usize) -> bool {
    let names =
        clause.get(link - 1).is_some_and(|i| i.is_name()) && clause.get(end - 1).is_some_and(|i| i.is_name());
    let first = start == clause.from || clause.comma_before(start) || clause.is(start - 1, words::RELATIVE);
    first && (names || clause.is(start, words::DET | words::POSSESSIVE) || start == clause.from)
}

/// Prepositions inside a subject: "a spokesman for the bank", "people in Ohio".
fn joins(clause: Clause<'_>, preposition: usize) -> bool {
    if preposition <= clause.from {
        return false;
    }
    let before = clause.items[preposition - 1];
    let noun = before.is_plain_word()
        && (!before.is_name() || clause.word_is(preposition, "of") || clause.word_is(preposition, "for"))
        && !before.is(words::TIME);
    let verb = !before.capital
        && before
            .entry
            .verb
            .is_some_and(|(_, form)| !matches!(form, words::Form::Base | words::Form::Present));
    noun && !verb
}

/// Walks back over one chunk: "the longtime Democratic pollster Pat Caddell".
fn chunk_back(clause: Clause<'_>, end: usize) -> Option<usize> {
    let mut from = end;
    let low = end.saturating_sub(LONGEST).max(clause.from);
    while from > low {
        let at = from - 1;
        let item = &clause.items[at];
        let word = clause.word(at);
        if item.is(words::TIME) && !item.is(words::ROLE) && from < end && item.kind == TokenKind::Word {
            break;
        }
        let verb = !item.capital
            && item.entry.verb.is_some_and(|(cue, form)| {
                matches!(form, words::Form::Past | words::Form::Ing) || !cue.frames.noun_too
            })
            && !(at > clause.from && clause.is(at - 1, words::DET | words::POSSESSIVE));
        if verb && from < end && item.entry.noun.is_none() {
            break;
        }
        let inner = item.is_plain_word()
            || item.kind == TokenKind::Number
            || item.kind == TokenKind::Possessive
            || matches!(word, "-" | "&" | "$" | "%" | "’" | "'" | "/" | ".")
            || (item.quoted.is_some()
                && item.range.len() < 40
                && from < end
                && clause.last_sign(at).is_some_and(char::is_alphanumeric));
        if inner {
            from = at;
            continue;
        }
        // "newly filed reports": an adverb inside a phrase.
        let inside = at > low
            && from < end
            && item.is(words::ADVERB)
            && !item.capital
            && clause.is(at - 1, words::DET | words::PREPOSITION);
        if inside && word.ends_with("ly") {
            from = at;
            continue;
        }
        if (item.is(words::DET | words::POSSESSIVE) || clause.word_is(at, "one")) && from < end {
            from = at;
            // "Smith’s own", "all the people"
            if from > low && clause.is(from - 1, words::DET) {
                from -= 1;
            }
        }
        break;
    }
    let has_word = (from..end).any(|at| clause.items[at].kind == TokenKind::Word);
    (from < end && has_word).then_some(from)
}

/// The noun phrase that begins at `from`: after "said", "told", "according to".
pub fn after(clause: Clause<'_>, from: usize) -> Option<Phrase> {
    let first = clause.get(from)?;
    if first.is(words::TIME) && !first.is(words::ROLE) && !first.is(words::DET) {
        return None;
    }
    if first.is(words::SUBJECT | words::OBJECT | words::RELATIVE) && !first.is_name() {
        let possessive = first.is(words::POSSESSIVE)
            && clause.get(from + 1).is_some_and(|i| i.is_plain_word() && !i.is(words::TIME));
        let counted = clause.word_is(from, "one") && clause.get(from + 1).is_some_and(|i| i.is_plain_word());
        if !possessive && !counted && !first.is(words::DET) {
            return Some(Phrase { from, to: from + 1 });
        }
    }
    let mut to = chunk_on(clause, from)?;
    loop {
        let linked = (clause.is(to, words::PREPOSITION) && links(clause, from, to))
            || (matches!(clause.word(to), "and" | "&") && clause.get(to + 1).is_some_and(|i| i.is_name()));
        match linked.then(|| chunk_on(clause, to + 1)).flatten() {
            Some(end) if end - from < LONGEST => to = end,
            _ => return Some(Phrase { from, to }),
        }
    }
}

/// "a spokesman for the bank", but "Smith in Ohio" ends at Smith.
fn links(clause: Clause<'_>, from: usize, preposition: usize) -> bool {
    let last = clause.items[preposition - 1];
    let of = clause.word_is(preposition, "of") || clause.word_is(preposition, "for");
    let named = last.is_name() && !clause.is(from, words::DET);
    let to_whom = clause.is(preposition + 1, words::DET | words::POSSESSIVE)
        || clause.get(preposition + 1).is_some_and(|item| item.is_name());
    of || (!named
        && ["at", "in", "with", "from", "to"].iter().any(|p| clause.word_is(preposition, p))
        && (to_whom || !clause.word_is(preposition, "to"))
        && last.is(words::ROLE))
}

fn chunk_on(clause: Clause<'_>, from: usize) -> Option<usize> {
    let mut to = from;
    while to < from + 2 && (clause.is(to, words::DET | words::POSSESSIVE) || clause.word_is(to, "one")) {
        to += 1;
    }
    let start = to;
    while let Some(item) = clause.get(to) {
        let word = clause.word(to);
        let verb = !item.capital && to > start && item.entry.verb.is_some() && item.entry.noun.is_none();
        let time = item.is(words::TIME) && to > start && !item.is(words::ROLE);
        let past = !item.capital && to > start && word.len() > 4 && word.ends_with("ed");
        let verb = verb || past;
        let inner = (item.is_plain_word() && !verb && !time)
            || item.kind == TokenKind::Number && !time
            || (item.kind == TokenKind::Possessive && to > start)
            || (matches!(word, "-" | "&" | "/") && to > start);
        if !inner || to - from >= LONGEST {
            break;
        }
        to += 1;
    }
    let has_word = (start..to).any(|at| clause.items[at].kind == TokenKind::Word);
    (has_word).then_some(to)
}

/// The subject of the sentence, after "On Friday," and "When asked,".
pub fn first_subject(clause: Clause<'_>, before: usize) -> Option<Phrase> {
    let mut at = clause.from;
    for _ in 0..6 {
        while clause.is(at, words::CONJUNCTION | words::ADVERB) && !clause.get(at)?.is_name() {
            at += 1;
        }
        if !clause.is(at, words::PREPOSITION | words::SUBORDINATE) && !clause.word(at).ends_with("ing") {
            break;
        }
        at = (at..before).find(|&i| clause.word(i) == ",")? + 1;
        let opens = |i: &super::clause::Item| {
            i.is(words::DET | words::POSSESSIVE | words::SUBJECT | words::PREPOSITION | words::SUBORDINATE)
                || i.is_name()
        };
        while clause.get(at).is_some_and(|item| !opens(item)) {
            match (at..before).find(|&i| clause.word(i) == ",") {
                Some(comma) => at = comma + 1,
                None => break,
            }
        }
    }
    after(clause, at).filter(|phrase| phrase.to <= before)
}

/// The subject of "laughed and said": the nearest pronoun before, or the subject of the sentence.
pub fn shared_subject(clause: Clause<'_>, and: usize) -> Option<Phrase> {
    let low = and.saturating_sub(25).max(clause.from);
    let pronoun = (low..and).rev().find(|&at| {
        clause.is(at, words::SUBJECT)
            && !clause.is(at, words::DET)
            && !clause.get(at).is_some_and(|i| i.is_name())
            && !clause.is(at.wrapping_sub(1), words::PREPOSITION)
    });
    match pronoun {
        Some(at) => Some(Phrase { from: at, to: at + 1 }),
        None => first_subject(clause, and),
    }
}

/// The words that stand for the source: its name alone where it has one, else the whole phrase.
pub fn words_of(clause: Clause<'_>, phrase: Phrase) -> TextRange {
    let Phrase { mut from, mut to } = phrase;
    while to > from + 1 && !matches!(clause.items[to - 1].kind, TokenKind::Word | TokenKind::Number) {
        to -= 1;
    }
    let whole = clause.items[from].range.cover(clause.items[to - 1].range);
    let mut name = to;
    while name > from && (clause.items[name - 1].is_name() || is_inner_sign(clause, from, name - 1)) {
        name -= 1;
    }
    while name < to && !clause.items[name].is_name() {
        name += 1;
    }
    if name == to {
        return whole;
    }
    if (from..to).any(|at| matches!(clause.word(at), "and" | "&"))
        && !clause.items[to - 1].is(words::ROLE)
        && name > from
    {
        return whole;
    }
    let names_only = (from..name).all(|at| !clause.is(at, words::PREPOSITION) || clause.is(at, words::TITLE));
    let owned = (from..name).any(|at| clause.items[at].kind == TokenKind::Possessive);
    if !names_only || (owned && name == to) {
        return whole;
    }
    while name + 1 < to && clause.is(name, words::TITLE) {
        name += 1;
    }
    from = name;
    clause.items[from].range.cover(clause.items[to - 1].range)
}

fn is_inner_sign(clause: Clause<'_>, from: usize, at: usize) -> bool {
    let sign = matches!(clause.word(at), "-" | "&" | "." | "’" | "'");
    sign && at > from && clause.items[at - 1].is_name()
}

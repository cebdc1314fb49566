//! Contents: where the reported words begin and end.

use super::clause::Clause;
use super::source;
use super::words::{self, Cue, CueKind, Form};

/// Content found after its cue.
#[derive(Clone, Copy, Debug)]
pub struct Right {
    /// First item.
    pub from: usize,
    /// The item after its last.
    pub to: usize,
    /// "that", a colon or a quotation mark says so.
    pub strong: bool,
}

/// The content that follows a cue.
///
/// ```text
/// Trump told the Post on Friday that he has a plan, adding no more.
///       cue                          ^^^^^^^^^^^^^
/// ```
pub fn right(clause: Clause<'_>, cue_at: usize, cue: &Cue) -> Option<Right> {
    let frames = &cue.frames;
    let next = cue_at + 1;
    if frames.prepositions.iter().any(|p| clause.word_is(next, p)) && !clause.word_is(next + 1, "that") {
        return some(next + 1, end(clause, next + 1, false), false);
    }
    let infinitive = frames.infinitive && clause.word_is(next, "to");
    if frames.object && !(frames.clause || frames.quote || infinitive) {
        return object(clause, next);
    }
    let at = skip(clause, next, cue);
    if clause.word(at) == "," && clause.quoted(at + 1).is_some() && frames.quote {
        return some(at + 1, at + 2, true);
    }
    if clause.quoted(at).is_some() && (frames.quote || frames.clause) {
        return quotation(clause, at);
    }
    if clause.word(at) == ":" && frames.quote {
        let from = at + 1;
        if clause.quoted(from).is_some() {
            return some(from, from + 1, true);
        }
        return some(from, end(clause, from, true), true);
    }
    if frames.clause && clause.word_is(at, "that") && !clause.is(at + 1, words::AUXILIARY) {
        return some(at + 1, end(clause, at + 1, true), true);
    }
    if frames.wh && (clause.is(at, words::WH) || clause.word_is(at, "if")) {
        return some(at, end(clause, at, true), true);
    }
    if frames.infinitive && clause.word_is(at, "to") {
        return some(at, end(clause, at, false), true);
    }
    let starts_clause = clause.get(at).is_some_and(|item| {
        item.is(words::DET | words::POSSESSIVE | words::SUBJECT)
            || item.is_plain_word()
            || item.kind == crate::tokens::TokenKind::Number
            || matches!(item.range.of(clause.text), "there" | "There" | "$")
    });
    if (frames.clause || frames.object) && starts_clause {
        let long = frames.clause && cue.kind != CueKind::Noun;
        let to = end(clause, at, long);
        let says = frames.object || cue.kind != CueKind::Finding || has_verb(clause, at, to);
        return says.then(|| some(at, to, false)).flatten();
    }
    None
}

fn some(from: usize, to: usize, strong: bool) -> Option<Right> {
    (from < to).then_some(Right { from, to, strong })
}

/// "found prices had risen", but not "found no bees".
fn has_verb(clause: Clause<'_>, from: usize, to: usize) -> bool {
    (from + 1..to).any(|at| {
        let form = clause.get(at).and_then(|item| item.entry.verb).map(|(_, form)| form);
        clause.is(at, words::AUXILIARY)
            || matches!(form, Some(Form::Past | Form::Present))
            || clause.word(at).ends_with("ed")
    })
}

fn object(clause: Clause<'_>, at: usize) -> Option<Right> {
    let item = clause.get(at)?;
    let fits = item.quoted.is_some()
        || item.is(words::DET | words::POSSESSIVE | words::OBJECT)
        || item.is_plain_word()
        || item.kind == crate::tokens::TokenKind::Number;
    if !fits {
        return None;
    }
    let to = end(clause, at, false);
    let bare = to == at + 1 && item.quoted.is_none() && !item.capital;
    some(at, to, false).filter(|_| !bare)
}

/// A quotation right after the cue: alone, or the head of a longer clause ("said “not now” was wrong").
fn quotation(clause: Clause<'_>, at: usize) -> Option<Right> {
    let complete = clause.last_sign(at).is_some_and(|c| matches!(c, '.' | ',' | '?' | '!' | '—' | '-' | '…'));
    let next = clause.word(at + 1);
    if complete || next.is_empty() || matches!(next, "," | "." | ";") {
        return some(at, at + 1, true);
    }
    some(at, end(clause, at, true), true)
}

/// Steps over whom it was told, when, where and how.
pub fn skip(clause: Clause<'_>, from: usize, cue: &Cue) -> usize {
    let mut at = from;
    let mut told = !cue.frames.addressee;
    for _ in 0..8 {
        if clause.is(at, words::ADVERB | words::TIME) && !clause.is(at, words::DET) {
            at += 1;
            continue;
        }
        let addressee =
            !told && !clause.word_is(at, "that") && !clause.is(at, words::WH | words::PREPOSITION);
        if addressee {
            told = true;
            let phrase = source::after(clause, at)
                .filter(|phrase| cue.lemma == "tell" || follows_addressee(clause, phrase.to));
            if let Some(phrase) = phrase {
                at = phrase.to;
                continue;
            }
        }
        if clause.is(at, words::PREPOSITION)
            && !clause.word_is(at + 1, "least")
            && !(clause.word_is(at, "to") && cue.frames.infinitive)
        {
            let mut time = at + 1;
            while clause.is(time, words::TIME)
                || (time > at + 1
                    && clause.get(time).is_some_and(|i| i.kind == crate::tokens::TokenKind::Number))
            {
                time += 1;
            }
            if time > at + 1 {
                at = time;
                continue;
            }
            if let Some(phrase) = source::after(clause, at + 1) {
                let next = phrase.to;
                at =
                    if clause.items[next - 1].is(words::TIME) || next < clause.to { next } else { clause.to };
                continue;
            }
        }
        break;
    }
    at
}

/// To whom: "told the New York Post", "said to reporters"; not "pointed to the crime bill" or
/// "promised a veto".
pub fn addressee(clause: Clause<'_>, after_cue: usize, cue: &Cue) -> Option<source::Phrase> {
    let mut at = after_cue;
    while clause.is(at, words::ADVERB) && !clause.is(at, words::DET) {
        at += 1;
    }
    let frames = &cue.frames;
    let to = clause.word_is(at, "to") && frames.quote && !frames.infinitive && frames.prepositions.is_empty();
    let from = if to { at + 1 } else { at };
    if !(to || frames.addressee) || clause.is(from, words::WH | words::RELATIVE | words::PREPOSITION) {
        return None;
    }
    let phrase = source::after(clause, from)?;
    let last = clause.get(phrase.to - 1)?;
    let listens = last.is_name()
        || last.is(words::OBJECT | words::ROLE | words::ORGANISATION)
        || clause.word(phrase.to - 1).ends_with('s');
    let told = to
        || matches!(cue.lemma, "tell" | "ask")
        || clause.word_is(phrase.to, "that")
        || clause.quoted(phrase.to).is_some();
    let urged = frames.infinitive && clause.word_is(phrase.to, "to");
    (cue.lemma == "tell" || listens && (told || urged)).then_some(phrase)
}

fn follows_addressee(clause: Clause<'_>, at: usize) -> bool {
    clause.word_is(at, "that")
        || clause.word_is(at, "to")
        || clause.is(at, words::WH)
        || matches!(clause.word(at), "," | ":")
        || clause.quoted(at).is_some()
}

/// Whether the report is over here: the sentence, or the aside it stands in, ends.
pub fn closes(clause: Clause<'_>, at: usize) -> bool {
    let word = clause.word(at);
    if clause.word_is(at, "to") {
        return false;
    }
    at >= clause.to
        || matches!(word, "," | "." | ";" | ":" | "?" | "!" | "–" | "—" | "--" | "―" | "(" | ")")
        || clause.is(at, words::PREPOSITION | words::SUBORDINATE | words::TIME | words::ADVERB | words::WH)
        || clause.word_is(at, "and")
        || clause.word_is(at, "but")
        || clause.quoted(at).is_some()
}

/// The content before "…, Smith said": from the start of the sentence to the comma.
///
/// A quotation right before the comma stands alone unless words of the same clause lead to it.
pub fn left(clause: Clause<'_>, before: usize) -> Option<(usize, usize)> {
    let mut to = before;
    while to > clause.from && matches!(clause.word(to - 1), "," | "–" | "—" | "--" | "―" | "-") {
        to -= 1;
    }
    if to == clause.from {
        return None;
    }
    let mut from = clause.from;
    let last = to - 1;
    if clause.quoted(last).is_some() {
        let led = (from..last).rev().find(|&at| {
            matches!(clause.word(at), "," | ":" | ";" | "–" | "—" | "--") || clause.quoted(at).is_some()
        });
        let start = led.map_or(from, |at| at + 1);
        let small = is_led_by_little(clause, last);
        if start == last
            || small
            || clause.items[last].capital && clause.last_sign(last) == Some(',') && led.is_some()
        {
            return Some((last, to));
        }
    }
    if let Some(cut) = (from..to).rev().find(|&at| clause.word(at) == ";") {
        from = cut + 1;
    }
    (from < to).then_some((from, to))
}

/// Whether nothing but "And", "But" or a comma leads to a quotation.
pub fn is_led_by_little(clause: Clause<'_>, quote: usize) -> bool {
    let led = (clause.from..quote).rev().find(|&at| {
        matches!(clause.word(at), "," | ":" | ";" | "–" | "—" | "--") || clause.quoted(at).is_some()
    });
    let start = led.map_or(clause.from, |at| at + 1);
    (start..quote).all(|at| clause.is(at, words::CONJUNCTION | words::ADVERB | words::SUBORDINATE))
}

/// The next comma.
pub fn skip_to_comma(clause: Clause<'_>, from: usize) -> Option<usize> {
    (from..clause.to).find(|&at| clause.word(at) == ",")
}

/// What goes on after the aside: "The war, he said, will end".
pub fn rest(clause: Clause<'_>, after: usize, left: (usize, usize)) -> Option<(usize, usize)> {
    let comma = matches!(clause.word(after), "," | ":" | "–" | "—" | "--" | "―" | ".");
    let at = if comma { after + 1 } else { after };
    if clause.quoted(at).is_some() && comma {
        return Some((at, at + 1));
    }
    let item = clause.get(at)?;
    let was_quote = clause.quoted(left.1 - 1).is_some();
    let goes_on = comma
        && !was_quote
        && !item.is(words::CONJUNCTION | words::SUBORDINATE | words::RELATIVE | words::WH);
    let participle =
        item.entry.verb.is_some_and(|(_, form)| form == Form::Ing) || clause.word(at).ends_with("ing");
    if !goes_on || participle || !matches!(clause.word(after), ",") || item.is(words::PREPOSITION) {
        return None;
    }
    let to = end(clause, at, true);
    (at < to).then_some((at, to))
}

/// Where content that begins at `from` ends; `long` contents run over plain commas.
pub fn end(clause: Clause<'_>, from: usize, long: bool) -> usize {
    let mut at = from;
    let mut depth = 0usize;
    while at < clause.to {
        let word = clause.word(at);
        match word {
            "(" | "[" => depth += 1,
            ")" | "]" => depth = depth.saturating_sub(1),
            ";" if depth == 0 => break,
            _ => {}
        }
        let comma = matches!(word, "," | "–" | "—" | "--" | "―") || clause.last_sign(at) == Some(',');
        if comma && depth == 0 && at >= from && stops(clause, at + 1, long) {
            return if clause.quoted(at).is_some() { at + 1 } else { at };
        }
        if at > from && clause.word_is(at, "when") && clause.word_is(at + 1, "asked") {
            break;
        }
        if at > from && clause.word_is(at, "according") && clause.word_is(at + 1, "to") {
            break;
        }
        if at > from + 1 && depth == 0 && (where_said(clause, at) || second_report(clause, at)) {
            break;
        }
        at += 1;
    }
    while at > from && matches!(clause.word(at - 1), "." | "," | ";") {
        at -= 1;
    }
    at
}

/// "… in a statement on Friday": tells where it was said, not what.
fn where_said(clause: Clause<'_>, at: usize) -> bool {
    const PLACES: [&str; 16] = [
        "statement",
        "interview",
        "letter",
        "email",
        "e-mail",
        "tweet",
        "speech",
        "memo",
        "briefing",
        "post",
        "telephone",
        "phone",
        "message",
        "report",
        "filing",
        "article",
    ];
    let article = ["a", "an", "his", "her", "their"].iter().any(|w| clause.word_is(at + 1, w));
    clause.word_is(at, "in")
        && article
        && (at + 2..at + 5).any(|i| PLACES.iter().any(|place| clause.word_is(i, place)))
}

/// "… and warned that", "… and Smith said": another report begins.
fn second_report(clause: Clause<'_>, at: usize) -> bool {
    if !clause.word_is(at, "and") && !clause.word_is(at, "but") {
        return false;
    }
    let mut verb = at + 1;
    while clause.is(verb, words::ADVERB) {
        verb += 1;
    }
    let speech = |at: usize| {
        let entry = clause.get(at).filter(|item| !item.capital).and_then(|item| item.entry.verb);
        entry
            .filter(|(cue, form)| {
                cue.kind == CueKind::Speech && matches!(form, Form::Past) && !cue.frames.noun_too
            })
            .is_some()
    };
    speech(verb)
        || source::after(clause, at + 1).is_some_and(|phrase| phrase.to - at < 6 && speech(phrase.to))
}

/// Whether content stops at a comma before `at`.
fn stops(clause: Clause<'_>, at: usize, long: bool) -> bool {
    let Some(item) = clause.get(at) else { return true };
    let listed = item.is(words::DET | words::CONJUNCTION)
        && (clause.quoted(at + 1).is_some() || clause.quoted(at + 2).is_some());
    if !long && item.quoted.is_none() && !listed {
        return true;
    }
    if item.entry.verb.is_some_and(|(cue, form)| form == Form::Ing && cue.kind == CueKind::Speech) {
        return true;
    }
    if clause.word_is(at, "according") || (clause.word_is(at, "when") && clause.word_is(at + 1, "asked")) {
        return true;
    }
    if ["but", "though", "although", "while", "yet"].iter().any(|w| clause.word_is(at, w)) {
        return true;
    }
    let at = if clause.word_is(at, "and") { at + 1 } else { at };
    attribution(clause, at)
}

/// "…, the Post reported late on Saturday.": a source and its cue, and nothing more.
fn attribution(clause: Clause<'_>, at: usize) -> bool {
    let Some(phrase) = source::after(clause, at) else { return inverted_attribution(clause, at) };
    let mut verb = phrase.to;
    while clause.is(verb, words::AUXILIARY | words::ADVERB) {
        verb += 1;
    }
    let Some((cue, form)) = clause.get(verb).and_then(|item| item.entry.verb) else {
        return inverted_attribution(clause, at);
    };
    if !matches!(form, Form::Past | Form::Present | Form::Base) || cue.kind == CueKind::Attitude {
        return false;
    }
    let after = skip(clause, verb + 1, cue);
    at > clause.from && (closes(clause, after) || clause.word_is(verb + 1, "that"))
}

fn inverted_attribution(clause: Clause<'_>, at: usize) -> bool {
    let Some((cue, form)) = clause.get(at).and_then(|item| item.entry.verb) else { return false };
    let fits = cue.frames.quote && cue.kind == CueKind::Speech && matches!(form, Form::Past | Form::Present);
    fits && source::after(clause, at + 1).is_some_and(|phrase| closes(clause, phrase.to))
}

//! Content that a cue follows or interrupts: "…, Smith said, …".

use super::super::clause::Clause;
use super::super::source;
use super::super::words::{self, Form};
use super::end::end;
use crate::layers::syntax::tags::Tag;
use crate::tokens::TokenKind;

/// The content before "…, Smith said": from the start of the sentence to the comma.
///
/// A quotation right before the comma stands alone unless words of the same clause lead to it.
pub fn left(clause: Clause<'_>, before: usize) -> Option<(usize, usize)> {
    let mut to = before;
    while to > clause.from && matches!(clause.word(to - 1), "," | "–" | "—" | "--" | "―" | "-" | "(") {
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

/// Whether nothing but "And", "But", a comma or the time of an entry ("10:40") leads to a quotation.
pub fn is_led_by_little(clause: Clause<'_>, quote: usize) -> bool {
    let led = (clause.from..quote).rev().find(|&at| {
        matches!(clause.word(at), "," | ":" | ";" | "–" | "—" | "--") || clause.quoted(at).is_some()
    });
    let start = led.map_or(clause.from, |at| at + 1);
    let clock = clause.items[start].kind == TokenKind::Number && clause.word(start).contains([':', '.']);
    let start = start + usize::from(clock && start == clause.from);
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
    // "The road will stay shut, Hale said, because the bridge is weak."
    let reason = ["because", "unless", "until"].iter().any(|word| clause.word_is(at, word));
    // "The dam was safe, Hale said, and would stay so.", "They were told, Hale said, to go home."
    let adverb = usize::from(clause.is(at + 1, words::ADVERB));
    let subject = || source::after(clause, at + 1).is_some_and(|phrase| clause.is_finite(phrase.to));
    let adds = ["and", "but"].iter().any(|word| clause.word_is(at, word))
        && (clause.is(at + 1 + adverb, words::AUXILIARY) || subject());
    let takes = clause.items[left.1 - 1].entry.verb.is_some_and(|(cue, _)| cue.frames.clause);
    let told =
        takes && (clause.word_is(at, "that") || clause.word_is(at, "to") && clause.tag(at + 1) == Tag::Base);
    let reason = reason || adds || told;
    let goes_on = comma
        && !was_quote
        && (reason || !item.is(words::CONJUNCTION | words::SUBORDINATE | words::RELATIVE | words::WH));
    let participle =
        item.entry.verb.is_some_and(|(_, form)| form == Form::Ing) || clause.word(at).ends_with("ing");
    // "Schwartz said in an interview, produced by the channel"
    let made = clause.tag(at) == Tag::Participle && clause.word_is(at + 1, "by");
    let participle = participle || made;
    // "Though it was smooth, he said, replacing her would be hard."
    let main = participle
        && clause.is(left.0, words::SUBORDINATE)
        && (at + 1..clause.to.min(at + 8)).any(|at| clause.is(at, words::MODAL));
    let stops = participle && !main || item.is(words::PREPOSITION) && !reason;
    if !goes_on || stops || clause.word(after) != "," {
        return None;
    }
    let to = end(clause, at, true);
    (at < to).then_some((at, to))
}

//! Contents: where the reported words begin and end.

mod about;
mod around;
mod beside;
mod deeds;
mod end;

use super::clause::{Clause, Item};
use super::source;
use super::words::{self, Cue, CueKind, Form, Sense};
use crate::layers::syntax::tags::Tag;
use crate::tokens::TokenKind;
pub use around::{is_led_by_little, left, rest, skip_to_comma};
pub use beside::{addressee, closes, skip};
pub use deeds::{is_told, is_word};
pub use end::end;

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
        // "called on the board to sell": what the board is to do.
        let whom = (cue.lemma == "call" && clause.word_is(next, "on"))
            .then(|| source::after(clause, next + 1))
            .flatten();
        if let Some(whom) = whom.filter(|whom| is_infinitive(clause, whom.to)) {
            return some(whom.to, end(clause, whom.to, false), true);
        }
        // "The flood warned of by the agency never came": warned of by another.
        let by = clause.word_is(next + 1, "by") || clause.word_is(next + 1, "as");
        let right = some(next + 1, end(clause, next + 1, false), false).filter(|_| !by);
        // "referred to the house": a thing; "referred to the claims", "to “the house”": words.
        let words = |right: &Right| {
            let quotes = (right.from..right.to).any(|at| clause.quoted(at).is_some());
            quotes || is_told(clause, cue_at, right.from, right.to)
        };
        return right.filter(|right| cue.lemma != "refer" || words(right));
    }
    let infinitive = frames.infinitive && is_infinitive(clause, next);
    if frames.object && !(frames.clause || frames.quote || infinitive) {
        let done = |right: &Right| deeds::is_done(clause, cue_at, right.from, right.to, cue);
        return object(clause, next).filter(|right| !done(right));
    }
    let at = skip(clause, next, cue);
    if clause.word(at) == "," && clause.quoted(at + 1).is_some() && frames.quote {
        return some(at + 1, at + 2, true);
    }
    if clause.quoted(at).is_some() && (frames.quote || frames.clause) {
        if about::is_about_subject(clause, next, at, cue) || about::is_work_taken(clause, at, cue) {
            return None;
        }
        return quotation(clause, at, cue);
    }
    if clause.word(at) == ":" && frames.quote {
        let from = at + 1;
        if clause.quoted(from).is_some() && is_claimed(clause, from) {
            return None;
        }
        if clause.quoted(from).is_some() {
            return some(from, from + 1, true);
        }
        return some(from, end(clause, from, true), true);
    }
    if frames.clause && at == next && clause.is_finite(at) && is_relative(clause, cue_at) {
        return some(at, end(clause, at, false), true);
    }
    if frames.clause && clause.word_is(at, "that") && !clause.is(at + 1, words::AUXILIARY) {
        // "Dogs can tell that a storm is coming": told to nobody.
        if cue.lemma == "tell" && at == next {
            return None;
        }
        return some(at + 1, end(clause, at + 1, true), true);
    }
    if frames.wh && (clause.is(at, words::WH) || clause.word_is(at, "if")) {
        return some(at, end(clause, at, true), true);
    }
    // "told her staff never to speak of it"
    let never = usize::from(clause.is(at, words::NEGATION) && at > next);
    if frames.infinitive && is_infinitive(clause, at + never) {
        return some(at, end(clause, at, false), true);
    }
    if cue.lemma == "call" && is_event(clause, at) {
        return None;
    }
    let starts_clause = clause.get(at).is_some_and(|item| {
        item.is(words::DET | words::POSSESSIVE | words::SUBJECT)
            || item.is_plain_word()
            || frames.object
                && item.is(words::OBJECT)
                && (!is_reflexive(clause.word(at)) || is_put_so(clause, at))
            || item.kind == TokenKind::Number
            || matches!(item.range.of(clause.text), "there" | "There" | "$")
    });
    if (frames.clause || frames.object) && starts_clause {
        let long = frames.clause && cue.kind != CueKind::Noun;
        let to = end(clause, at, long);
        // "declared bankruptcy", "said no": one word is no clause.
        let denied = cue.sense == Sense::Denial;
        let bare = to == at + 1 && !clause.items[at].capital && !denied || is_manner(clause, at, to);
        // "found no bees", "knew the road": things, no clause.
        let clausal = cue.kind == CueKind::Finding || cue.lemma == "know";
        let says = !bare && (frames.object || !clausal || has_verb(clause, at, to));
        let says = says && !deeds::is_deed(clause, cue_at, at, to, cue);
        return says.then(|| some(at, to, false)).flatten();
    }
    None
}

/// "Not everyone agrees: “It is a joke,” says Meg Marsh.": the words have a speaker of their own behind them.
fn is_claimed(clause: Clause<'_>, quote: usize) -> bool {
    let cue = clause.get(quote + 1).filter(|item| !item.capital).and_then(|item| item.entry.verb);
    let says = cue.is_some_and(|(cue, form)| cue.frames.quote && matches!(form, Form::Past | Form::Present));
    says && clause.last_sign(quote) == Some(',') && clause.get(quote + 2).is_some_and(Item::is_name)
}

/// "a file which he said was false", "what the union said was a mistake": the cue stands inside a relative clause.
fn is_relative(clause: Clause<'_>, cue_at: usize) -> bool {
    const RELATIVES: [&str; 4] = ["which", "who", "that", "what"];
    // "What she said was that it would never be built": her words follow.
    let low = cue_at.saturating_sub(7).max(clause.from + 1);
    let relative = (low..cue_at.saturating_sub(1))
        .rev()
        .find(|&at| RELATIVES.iter().any(|word| clause.word_is(at, word)));
    relative.is_some_and(|at| {
        at + 1 < cue_at && !(at + 1..cue_at).any(|at| clause.is_finite(at) || clause.word(at) == ",")
    })
}

fn some(from: usize, to: usize, strong: bool) -> Option<Right> {
    (from < to).then_some(Right { from, to, strong })
}

/// "to leave", but not "to 55 per cent", "to Wednesday" or "to the court".
fn is_infinitive(clause: Clause<'_>, at: usize) -> bool {
    let deed = |item: &Item| {
        item.kind == TokenKind::Word
            && !item.capital
            && !item.is(words::DET | words::POSSESSIVE | words::TIME)
    };
    // "to constitutional limits"
    const ENDS: [&str; 8] = ["al", "ous", "ive", "ful", "ic", "able", "ible", "ary"];
    let thing = clause.tag(at + 1) == Tag::Adjective
        && clause.tag(at + 2).is_noun()
        && ENDS.iter().any(|end| clause.word(at + 1).ends_with(end));
    clause.word_is(at, "to")
        && !thing
        && (clause.get(at + 1).is_some_and(deed) || clause.quoted(at + 1).is_some())
}

/// "calls himself": a label, and whoever wears it.
fn is_reflexive(word: &str) -> bool {
    word.ends_with("self") || word.ends_with("selves")
}

/// "described himself as “a simple man”": his own words.
fn is_put_so(clause: Clause<'_>, at: usize) -> bool {
    let quote = if clause.word_is(at + 1, "as") { at + 2 } else { at + 1 };
    clause.quoted(quote).is_some()
}

/// "called an emergency meeting": nothing is said of it.
fn is_event(clause: Clause<'_>, at: usize) -> bool {
    const EVENTS: [&str; 9] =
        ["meeting", "election", "vote", "referendum", "summit", "session", "strike", "truce", "conference"];
    let any = clause.word_is(at, "a") || clause.word_is(at, "an");
    any && (at + 1..at + 4).any(|at| EVENTS.iter().any(|event| clause.word_is(at, event)))
}

/// "found prices had risen", "showed Smith leaving", but not "found no bees".
pub fn has_verb(clause: Clause<'_>, from: usize, to: usize) -> bool {
    let mut own = (from + 1..to).take_while(|&at| !clause.is(at, words::SUBORDINATE | words::RELATIVE));
    own.any(|at| {
        let form = clause.get(at).and_then(|item| item.entry.verb).map(|(_, form)| form);
        clause.is(at, words::AUXILIARY)
            || matches!(form, Some(Form::Past | Form::Present))
            || clause.word(at).ends_with("ed")
            || clause.word(at).ends_with("ing") && clause.items[at - 1].is_plain_word()
    })
}

/// Where the verb stands that the whole content is the subject of: "the view that it would hold | was
/// not shared". Each clause within has a verb of its own.
pub fn second_verb(clause: Clause<'_>, from: usize, to: usize) -> usize {
    let mut due = 1;
    for at in from + 1..to {
        if clause.is(at, words::RELATIVE | words::SUBORDINATE | words::CONJUNCTION | words::WH) {
            due += 1;
        }
        let helped = (from..at).rev().find(|&at| !clause.is(at, words::ADVERB)).unwrap_or(from);
        let finite = clause.is(at, words::BE | words::HAVE | words::DO | words::MODAL)
            && !clause.is(helped, words::AUXILIARY | words::NEGATION)
            && !clause.word_is(at - 1, "to");
        if finite && due == 0 {
            return at;
        }
        let verb = matches!(clause.tag(at), Tag::Past | Tag::Third)
            && due > 0
            && !clause.is(at - 1, words::AUXILIARY);
        due -= i32::from(finite || verb);
    }
    to
}

/// "said sorry on Friday", "argued all night": manners, no content.
fn is_manner(clause: Clause<'_>, from: usize, to: usize) -> bool {
    const MANNERS: [&str; 9] =
        ["sorry", "goodbye", "hello", "farewell", "grace", "mass", "thanks", "thank", "prayers"];
    let time = |at: usize| {
        clause.is(at, words::TIME | words::PREPOSITION)
            || clause.is(at, words::DET) && !clause.is(at, words::SUBJECT)
            || matches!(clause.word(at), "night" | "day" | "long")
    };
    let manner = MANNERS.iter().any(|word| clause.word_is(from, word));
    manner && !has_verb(clause, from, to) || (from..to).all(time)
}

fn object(clause: Clause<'_>, at: usize) -> Option<Right> {
    let item = clause.get(at)?;
    let fits = item.quoted.is_some()
        || item.is(words::DET | words::POSSESSIVE | words::OBJECT)
        || item.is_plain_word()
        || item.kind == TokenKind::Number;
    // "backed up the hill", "backed away"
    let moves = ["up", "down", "away", "off", "out", "back"].iter().any(|word| clause.word_is(at, word));
    if !fits || moves {
        return None;
    }
    let to = end(clause, at, false);
    let bare = to == at + 1 && item.quoted.is_none() && !item.capital;
    some(at, to, false).filter(|_| !bare)
}

/// A quotation right after the cue: alone, or the head of a longer clause ("said “not now” was wrong").
fn quotation(clause: Clause<'_>, at: usize, cue: &Cue) -> Option<Right> {
    let complete = clause.last_sign(at).is_some_and(|c| matches!(c, '.' | ',' | '?' | '!' | '—' | '-' | '…'));
    // "The crowd sang “We shall not be moved” again": a song.
    if cue.lemma == "sing" && !complete {
        return None;
    }
    let next = clause.word(at + 1);
    // "They chanted “No more cuts” and waved flags."
    if next == "and" && clause.is_finite(at + 2) {
        return some(at, at + 1, true);
    }
    // "A sign reading “Keep out” hung on the door."
    if complete || cue.lemma == "read" || next.is_empty() || matches!(next, "," | "." | ";") {
        return some(at, at + 1, true);
    }
    some(at, end(clause, at, true), true)
}

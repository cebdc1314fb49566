//! What joins the words of one name: "of", "&", a hyphen, "van", and when it does not.
//!
//! ```text
//! Ministry of Health and Welfare        Israel and Egypt        Park Tae-won        Maria de la Cruz
//!          ^^        ^^^ joins                 ^^^ parts                ^ joins           ^^^^^ joins
//! ```

use super::company::is_legal_form;
use super::lines::{Line, LineKind};
use super::loud;
use super::piece::Unit;
use super::reading::Reading;
use crate::resources::Classes;
use crate::tokens::TokenKind;
use std::ops::Range;

pub(super) fn is_hyphen(reading: &Reading, at: usize) -> bool {
    let tight = |at: usize| reading.tokens.get(at).is_some_and(|token| !token.spaced);
    matches!(reading.of(at), "-" | "‐" | "‑") && tight(at) && tight(at + 1)
}

/// "Jong-un": the lower-case half of a name after a hyphen.
pub(super) fn is_name_tail(reading: &Reading, line: &Line, at: usize) -> bool {
    let tail = at < line.tokens.end && reading.tokens[at].kind == TokenKind::Word;
    let before = reading.classes(at.saturating_sub(2));
    let name = before.is_empty() || before.has(Classes::FIRST.and(Classes::SURNAME));
    let particle = reading.classes(at).has(Classes::PARTICLE);
    let long = at >= 4 && reading.is_capital(at - 3) && !reading.tokens[at - 2].starts_line;
    tail && (particle || long || name)
        && (particle || long || !reading.classes(at).has(Classes::COMMON))
        && reading.of(at).len() <= 6
        && !before.has(Classes::PLACE)
}

/// The small words that may join the next unit to the run.
pub(super) fn joint(reading: &Reading, line: &Line, units: &[Unit], at: usize) -> Option<Range<usize>> {
    let last = units.last()?;
    let word = match reading.of(at) {
        "OF" if line.kind == LineKind::Capitals => "of",
        "FOR" if line.kind == LineKind::Capitals => "for",
        "AND" if line.kind == LineKind::Capitals && loud::is_ministry(reading, at + 1) => "and of a ministry",
        word => word,
    };
    if is_hyphen(reading, at) {
        let split = last.classes.has(Classes::DEMONYM.and(Classes::COUNTRY));
        return (!split).then_some(at..at + 1);
    }
    let one = at..at + 1;
    let head = units.iter().any(|unit| unit.classes.has(Classes::ORGANISATION_WORD.and(Classes::PLACE_WORD)));
    let person = last.classes.has(Classes::FIRST.and(Classes::SURNAME));
    match word {
        "&" | "and of a ministry" => Some(one),
        "de" | "da" | "do" | "dos" | "das" | "di" | "del" | "della" | "du" | "van" | "von" | "der"
        | "den" | "ten" | "bin" | "bint" | "ibn" | "ben" | "al" | "el" | "la" | "le" | "las" | "los"
        | "y" | "ul" | "ur" | "e" | "dela" => particles(reading, line, at),
        "of" | "for" | "on" if is_role(last) => None,
        "of" => {
            let words = units.iter().filter(|unit| !unit.joiner).count();
            let company = is_legal_form(reading.of(last.tokens.end - 1));
            if company || (words > 1 && !head && !last.classes.has(Classes::EVENT_WORD)) {
                return None;
            }
            let plain = last.classes.has(Classes::COMMON) && !last.classes.has(Classes::ROLE);
            let kind = last
                .classes
                .has(Classes::ORGANISATION_WORD.and(Classes::PLACE_WORD).and(Classes::EVENT_WORD));
            let open = plain
                && !person
                && !last.classes.has(Classes::PLACE.and(Classes::DEMONYM).and(Classes::ORGANISATION));
            ((kind || open) && !last.classes.has(Classes::ORGANISATION)).then(|| with_article(reading, at))
        }
        "for" | "on" if head && !person => Some(with_article(reading, at)),
        "and" => joins_and(reading, line, units, at).then_some(one),
        "’s" | "'s" => joins_possessive(reading, last, at).then_some(one),
        "’" | "'" => joins_plural(reading, last, at).then_some(one),
        _ => None,
    }
}

fn with_article(reading: &Reading, at: usize) -> Range<usize> {
    match reading.of(at + 1) {
        "the" | "THE" => at..at + 2,
        _ => at..at + 1,
    }
}

/// Up to three particles with a capital after them: "Maria de la Cruz", "Nuri al-Maliki".
fn particles(reading: &Reading, line: &Line, at: usize) -> Option<Range<usize>> {
    let is_particle = |next: usize| {
        let lower = reading.tokens.get(next).is_some_and(|token| !token.capital);
        let particle =
            || reading.classes(next).has(Classes::PARTICLE) || matches!(reading.of(next), "do" | "dela");
        (lower && particle()) || is_hyphen(reading, next)
    };
    let end = (at..line.tokens.end.min(at + 3)).find(|&next| !is_particle(next)).unwrap_or(at + 3);
    (end > at && end < line.tokens.end && reading.is_capital(end) && !reading.marks[end].taken)
        .then_some(at..end)
}

pub(super) fn is_role(unit: &Unit) -> bool {
    let head = unit.classes.has(Classes::ORGANISATION_WORD.and(Classes::PLACE_WORD));
    unit.classes.has(Classes::ROLE.and(Classes::HONORIFIC)) && !head
}

/// "Ministry of Health and Welfare", "Test and County Cricket Board", but not "Israel and Egypt".
fn joins_and(reading: &Reading, line: &Line, units: &[Unit], at: usize) -> bool {
    let (Some(last), next) = (units.last(), at + 1) else { return false };
    let names = Classes::PLACE.and(Classes::DEMONYM).and(Classes::ORGANISATION).and(Classes::FIRST);
    let plain = |classes: Classes| classes.has(Classes::COMMON) && !classes.has(names);
    if !reading.is_capital(next) || reading.marks[next].starts_sentence {
        return false;
    }
    let of = |unit: &Unit| unit.joiner || unit.tokens.clone().any(|token| reading.of(token) == "of");
    let headed =
        units.iter().any(of) && units[0].classes.has(Classes::ORGANISATION_WORD.and(Classes::ORGANISATION));
    let subject = |classes: Classes| !classes.has(names.and(Classes::SURNAME)) || plain(classes);
    if headed && subject(last.classes) && subject(reading.classes(next)) {
        return true;
    }
    let run = (next..line.tokens.end).take_while(|&token| reading.is_capital(token)).take(6);
    let ends = run
        .last()
        .is_some_and(|token| token > next && reading.classes(token).has(Classes::ORGANISATION_WORD));
    ends && plain(last.classes) && plain(reading.classes(next))
}

/// "Metalworkers’ Union": the possessive of a plural before a kind of organisation.
fn joins_plural(reading: &Reading, last: &Unit, at: usize) -> bool {
    let names = Classes::PLACE.and(Classes::ORGANISATION).and(Classes::FIRST).and(Classes::DEMONYM);
    let plural = reading.of(last.tokens.end - 1).ends_with('s') && !last.classes.has(names);
    let tight = reading.tokens.get(at).is_some_and(|token| !token.spaced);
    plural && tight && reading.is_capital(at + 1) && reading.classes(at + 1).has(Classes::ORGANISATION_WORD)
}

/// "Women’s World Cup", "People's Party": a plain word's possessive inside a name.
fn joins_possessive(reading: &Reading, last: &Unit, at: usize) -> bool {
    let plural = matches!(
        reading.of(last.tokens.end - 1),
        "Women"
            | "Men"
            | "Children"
            | "People"
            | "Workers"
            | "Farmers"
            | "Players"
            | "Writers"
            | "Mother"
            | "King"
            | "Queen"
            | "Prince"
            | "Lord"
    );
    plural && reading.is_capital(at + 1)
}

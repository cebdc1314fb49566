//! Runs of capitals: where names may stand, before anybody asks what they name.
//!
//! ```text
//! U.S. President Donald Trump told the Bank of England …
//! ^^^^^^^^^^^^^^^^^^^^^^^^^^^          ^^^^^^^^^^^^^^^
//! ```
//!
//! A run is made of units (a known phrase or one word) that stand side by side or are joined by
//! "of", "&", a hyphen, "van" and their like. `cut` takes the runs apart again where they hold
//! two names or a title.

use super::company::odd_name;
use super::joints::{is_hyphen, is_name_tail, is_role, joint};
use super::lines::{Line, LineKind};
use super::piece::{Piece, Unit};
use super::reading::Reading;
use super::{cut, headlines, loud};
use crate::resources::{Classes, Entry};
use crate::tokens::TokenKind;
use std::ops::Range;

/// All possible names, in text order, disjoint.
pub(super) fn find(reading: &Reading) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let (mut scratch, mut units) = (String::new(), Vec::new());
    for line in &reading.lines {
        let mut at = line.tokens.start;
        while at < line.tokens.end {
            run(reading, line, at, &mut scratch, &mut units);
            at = units.last().map_or(at + 1, |unit| unit.tokens.end);
            cut::cut(reading, line.kind, &units, &mut pieces);
        }
    }
    pieces
}

/// A line in capitals may be one run; what follows so many units is another.
const LONGEST_RUN: usize = 64;

/// The units of the run that begins at a token; none where none does.
fn run(reading: &Reading, line: &Line, at: usize, scratch: &mut String, units: &mut Vec<Unit>) {
    units.clear();
    units.extend(surname_particle(reading, line, at).or_else(|| unit(reading, line, at, scratch)));
    if units.is_empty() {
        return;
    }
    while units.len() < LONGEST_RUN {
        let end = units.last().map_or(at, |unit| unit.tokens.end);
        if end >= line.tokens.end || reading.marks[end].starts_sentence {
            break;
        }
        if reading.of(end) == "plc" && units.len() > 1 {
            units.push(Unit {
                tokens: end..end + 1,
                classes: Classes::ORGANISATION_WORD,
                entry: None,
                joiner: false,
            });
            break;
        }
        if let Some(office) = office(reading, line, units, end) {
            if let Some(last) = units.last_mut() {
                last.tokens.end = office;
            }
            continue;
        }
        if let Some(next) = small_surname(reading, units, end) {
            units.push(next);
            continue;
        }
        if let Some(next) = loud_surname(reading, line, units, end) {
            units.push(next);
            continue;
        }
        if let Some(nickname) = nickname(reading, line, units, end) {
            let surname = unit(reading, line, nickname.end, scratch);
            units.push(Unit { tokens: nickname, classes: Classes::default(), entry: None, joiner: true });
            units.extend(surname);
            continue;
        }
        if let Some(next) = unit(reading, line, end, scratch).filter(|_| !is_opener_break(reading, end)) {
            units.push(next);
            continue;
        }
        if is_side(reading, units, end) {
            if let Some(last) = units.last_mut() {
                last.tokens.end = end + 1;
            }
            continue;
        }
        let Some(joint) = joint(reading, line, units, end) else { break };
        match unit(reading, line, joint.end, scratch) {
            Some(next) => {
                units.push(Unit { tokens: joint, classes: Classes::default(), entry: None, joiner: true });
                units.push(next);
            }
            None if is_hyphen(reading, end) && is_name_tail(reading, line, joint.end) => {
                let tokens = joint.start..joint.end + 1;
                units.push(Unit { tokens, classes: Classes::default(), entry: None, joiner: false });
            }
            None => break,
        }
    }
}

/// "SFC A" and "SKW 2", the sides that a club sends, where several of one are named.
fn is_side(reading: &Reading, units: &[Unit], at: usize) -> bool {
    let is_letter = |at: usize| {
        let side = matches!(reading.of(at), "A" | "B" | "C" | "D" | "1" | "2" | "3" | "4");
        side && reading.tokens[at].spaced && !reading.tokens[at].starts_line
    };
    let Some(last) = units.last().filter(|last| last.tokens.len() == 1 && is_letter(at)) else {
        return false;
    };
    let club = &reading.marks[last.tokens.start];
    let short = club.capitals && (2..=5).contains(&reading.of(last.tokens.start).len());
    let figure = |at: usize| reading.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number);
    short
        && !figure(at + 1)
        && !matches!(reading.of(at + 1), "-" | ":" | "–" | "/")
        && has_sides(reading, club.word, at)
}

/// Whether a club is followed by another letter or figure somewhere near: it sends several sides.
fn has_sides(reading: &Reading, club: u64, at: usize) -> bool {
    let near = at.saturating_sub(400)..reading.tokens.len().min(at + 400) - 1;
    let side = |next: usize| matches!(reading.of(next), "A" | "B" | "C" | "D" | "1" | "2" | "3" | "4");
    near.into_iter().any(|other| {
        reading.marks[other].word == club && side(other + 1) && reading.of(other + 1) != reading.of(at)
    })
}

/// "Minister of Finance", "Secretary of State": what the office is for belongs to the role.
fn office(reading: &Reading, line: &Line, units: &[Unit], at: usize) -> Option<usize> {
    let last = units.last().filter(|unit| is_role(unit))?;
    if !matches!(reading.of(at), "of" | "for") || last.classes.has(Classes::SURNAME) {
        return None;
    }
    let names = Classes::FIRST.and(Classes::PLACE).and(Classes::DEMONYM).and(Classes::ORGANISATION);
    let is_subject = |next: usize| {
        let classes = reading.classes(next);
        reading.is_capital(next) && classes.has(Classes::COMMON) && !classes.has(names)
    };
    let start = if reading.of(at + 1) == "the" { at + 2 } else { at + 1 };
    let mut end = start;
    while end < line.tokens.end
        && (is_subject(end) || (reading.of(end) == "and" && is_subject(end + 1) && end > start))
    {
        end += 1;
    }
    // "Editor of the Independent Media Group": a body goes on.
    let rest = (end..line.tokens.end).take_while(|&next| reading.is_capital(next)).last();
    let body = rest.is_some_and(|last| {
        let classes = reading.classes(last);
        classes.has(Classes::COMMON.and(Classes::ORGANISATION_WORD))
            && !classes.has(Classes::FIRST.and(Classes::SURNAME))
    });
    (end > start && !body).then_some(end)
}

/// "Peter Such", "Stuart Law", "Sunday Mba": after a first name even a small word is a surname.
fn small_surname(reading: &Reading, units: &[Unit], at: usize) -> Option<Unit> {
    let first = units.last().filter(|unit| unit.classes.has(Classes::FIRST) && unit.tokens.len() == 1)?;
    let mark = &reading.marks[at];
    let fits = reading.is_capital(at)
        && mark.classes.has(Classes::SMALL.and(Classes::NO_NAME))
        && !mark.opens
        && !mark.taken
        && reading.of(at).len() > 2;
    let plain = !first.classes.has(Classes::COMMON.and(Classes::PLACE)) && !mark.capitals;
    (fits && plain).then(|| Unit {
        tokens: at..at + 1,
        classes: Classes::SURNAME,
        entry: None,
        joiner: false,
    })
}

/// "MAYOR NADIA FLOOD QUIT": after a title and a first name even an ordinary word in capitals is a surname.
fn loud_surname(reading: &Reading, line: &Line, units: &[Unit], at: usize) -> Option<Unit> {
    let first = units.last().filter(|unit| unit.classes.has(Classes::FIRST) && unit.tokens.len() == 1)?;
    let titled = first.tokens.start > line.tokens.start
        && reading.classes(first.tokens.start - 1).has(Classes::ROLE.and(Classes::HONORIFIC));
    let mark = &reading.marks[at];
    let plain = mark.classes.has(Classes::COMMON) && !mark.classes.has(Classes::SMALL.and(Classes::ROLE));
    let fits = line.kind == LineKind::Capitals
        && mark.capitals
        && !mark.taken
        && plain
        && !reading.is_loud_speech(at);
    (titled && fits && !first.classes.has(Classes::COMMON)).then(|| Unit {
        tokens: at..at + 1,
        classes: Classes::SURNAME,
        entry: None,
        joiner: false,
    })
}

/// A nickname in quotation marks between a first name and a surname.
///
/// ```text
/// Tomas “Tiny” Varga
///       ^^^^^^
/// ```
fn nickname(reading: &Reading, line: &Line, units: &[Unit], at: usize) -> Option<Range<usize>> {
    let close = match reading.of(at) {
        "\"" => "\"",
        "“" => "”",
        "‘" => "’",
        "'" => "'",
        _ => return None,
    };
    let first = units.last().is_some_and(|unit| unit.classes.has(Classes::FIRST));
    let end = (at + 2..line.tokens.end.min(at + 5)).find(|&end| reading.of(end) == close)?;
    let next = reading.marks.get(end + 1).filter(|_| end + 1 < line.tokens.end)?;
    let surname = reading.is_capital(end + 1)
        && reading.tokens[end + 1].spaced
        && !reading.tokens[end].spaced
        && !next.taken
        && !next.classes.has(Classes::COMMON.and(Classes::SMALL));
    (first && surname && (at + 1..end).all(|inside| reading.is_capital(inside))).then_some(at..end + 1)
}

/// A capital after a colon or an opening quotation mark begins a run of its own.
fn is_opener_break(reading: &Reading, at: usize) -> bool {
    reading.marks[at].opens && !matches!(reading.of(at.saturating_sub(1)), "'" | "’")
}

/// The word or known phrase with a capital at a token.
fn unit(reading: &Reading, line: &Line, at: usize, scratch: &mut String) -> Option<Unit> {
    let mark = reading.marks.get(at).filter(|_| at < line.tokens.end)?;
    let (token, number) = (&reading.tokens[at], reading.tokens[at].kind == TokenKind::Number);
    if let Some(end) =
        odd_name(reading.text, reading.tokens, at).filter(|&end| end <= line.tokens.end && !mark.taken)
    {
        return Some(Unit { tokens: at..end, classes: Classes::ORGANISATION, entry: None, joiner: false });
    }
    let article = matches!(reading.of(at), "the" | "The" | "THE");
    if !(token.capital || number || article) || token.kind == TokenKind::Possessive {
        return None;
    }
    if let Some(found) = phrase(reading, line, at, scratch) {
        let start = if article { at + 1 } else { at };
        // The "Union Leader" is a paper; in capitals it is more often somebody's role.
        let role = line.kind == LineKind::Capitals && found.1.classes.has(Classes::ROLE);
        let paper = if role { Classes::ORGANISATION.and(Classes::MEDIA) } else { Classes::default() };
        return Some(Unit {
            tokens: start..found.0,
            classes: found.1.classes.without(paper),
            entry: Some(found.1),
            joiner: false,
        });
    }
    if !number && !mark.taken && is_first_name_of_a_day(reading, at) {
        let classes = mark.classes.without(Classes::CALENDAR).and(Classes::FIRST);
        return Some(Unit { tokens: at..at + 1, classes, entry: None, joiner: false });
    }
    if number || article || mark.taken || is_calendar(reading, at) || !is_name_word(reading, line, at) {
        return None;
    }
    let entry = reading.forms.at(at).entry;
    Some(Unit { tokens: at..at + 1, classes: mark.classes, entry, joiner: false })
}

/// "Sunday" in "Sunday Igboho", "April" in "April Quist": the times have left it alone, and a surname or an unknown word follows.
fn is_first_name_of_a_day(reading: &Reading, at: usize) -> bool {
    let calendar = Classes::CALENDAR.and(Classes::FEMALE);
    let mark = &reading.marks[at];
    if !mark.classes.has(Classes::CALENDAR) || mark.capitals || reading.of(at).len() < 5 {
        return false;
    }
    let day = mark.classes.without(calendar.and(Classes::COMMON).and(Classes::SURNAME)).is_empty();
    let next = reading.marks.get(at + 1).filter(|next| {
        !next.taken && !next.opens && next.classes.may_be_surname() && reading.is_capital(at + 1)
    });
    day && next.is_some()
}

/// "May" or "Sunday", but not "Jan" in "Jan Olsen".
fn is_calendar(reading: &Reading, at: usize) -> bool {
    let next =
        reading.marks.get(at + 1).filter(|next| !next.taken && !next.opens && reading.is_capital(at + 1));
    let surname = next.is_some_and(|next| next.classes.is_empty() || next.classes.has(Classes::SURNAME));
    let person = reading.classes(at).has(Classes::FIRST) && surname && reading.classes(at).has(Classes::MALE);
    reading.classes(at).has(Classes::CALENDAR) && !person
}

/// A phrase of the tables, of two words or more, with its capitals.
fn phrase(
    reading: &Reading,
    line: &Line,
    at: usize,
    scratch: &mut String,
) -> Option<(usize, &'static Entry)> {
    let first = reading.forms.at(at).entry?;
    let found = reading.words.longest_from(first, reading.text, reading.tokens, at, 2, scratch)?;
    if found.end > line.tokens.end
        || is_titled_name(reading, at, found.end, found.entry)
        || is_water(reading, at)
    {
        return None;
    }
    let classes = found.entry.classes;
    let role = classes.has(Classes::ROLE.and(Classes::HONORIFIC));
    let small = ["of", "the", "and", "de", "for", "la", "du", "del", "in", "on", "al", "el", "to", "d", "st"];
    let spelled = |next: usize| {
        let word = reading.of(next);
        reading.tokens[next].capital || reading.tokens[next].kind != TokenKind::Word || small.contains(&word)
    };
    let written = (at..found.end).all(spelled);
    let words = Classes::COMMON.and(Classes::FIRST).and(Classes::SURNAME).and(Classes::COMMON);
    let named = !classes.without(words).is_empty() || classes.has(Classes::FIRST);
    let known =
        classes.has(Classes::CAPITALS_ONLY) && !(at..found.end).any(|next| reading.marks[next].capitals);
    (named && (written || role) && !known).then_some((found.end, found.entry))
}

/// "Trump" of "Presidents Trump and Xi" in a headline.
fn is_titled_surname(reading: &Reading, line: &Line, at: usize) -> bool {
    at > line.tokens.start
        && reading.is_capital(at - 1)
        && reading.classes(at - 1).has(Classes::HONORIFIC)
        && reading.classes(at).has(Classes::SURNAME)
}

/// "Presidents" of "Presidents Trump and Xi", "MAYOR" of "MAYOR NADIA FLOOD".
fn leads_to_surname(reading: &Reading, line: &Line, at: usize) -> bool {
    let next = reading.classes(at + 1);
    reading.classes(at).has(Classes::HONORIFIC)
        && at + 1 < line.tokens.end
        && reading.is_capital(at + 1)
        && next.has(Classes::SURNAME.and(Classes::FIRST))
        && (!next.has(Classes::COMMON) || line.kind == LineKind::Title)
        && !next.has(Classes::SMALL.and(Classes::ROLE))
}

/// "Prince Albert of Monaco": a title and a first name, which are a small town as well, but for "in Prince Albert".
fn is_titled_name(reading: &Reading, at: usize, end: usize, entry: &Entry) -> bool {
    let person = reading.classes(at).has(Classes::HONORIFIC) && reading.classes(at + 1).has(Classes::FIRST);
    let before = at.checked_sub(1).map_or("", |before| reading.of(before));
    let town = entry.classes.without(Classes::CITY.and(Classes::PRODUCT).and(Classes::NATURE)).is_empty();
    let there = ["in", "near", "at", "from", "to", "outside", "of", "the", "The"];
    end == at + 2 && person && town && !there.contains(&before)
}

/// "crossed the Atlantic", where no paper speaks or is told anything.
fn is_water(reading: &Reading, at: usize) -> bool {
    let paper =
        matches!(
            reading.of(at + 2),
            "reported"
                | "reports"
                | "said"
                | "says"
                | "wrote"
                | "writes"
                | "published"
                | "magazine"
                | "article"
                | "’s"
                | "'s"
        ) || at.checked_sub(1).is_some_and(|before| matches!(reading.of(before), "told" | "by" | "with"));
    let article = matches!(reading.of(at), "the" | "The");
    article && reading.classes(at + 1).has(Classes::NATURE) && reading.of(at + 1) == "Atlantic" && !paper
}

/// Whether a word with a capital may be part of a name, or has it only for where it stands.
fn is_name_word(reading: &Reading, line: &Line, at: usize) -> bool {
    let mark = &reading.marks[at];
    if mark.classes.has(Classes::NO_NAME) {
        let longer = mark.classes.has(Classes::WORK) && reading.is_capital(at + 1);
        return mark.classes.has(Classes::ROLE) || longer;
    }
    if line.kind == LineKind::Capitals && reading.is_loud_speech(at) {
        return false;
    }
    let sure = Classes::COUNTRY.and(Classes::DEMONYM).and(Classes::BIG_CITY).and(Classes::AGENCY);
    let common = mark.classes.has(Classes::COMMON);
    let word = reading.of(at);
    match line.kind {
        LineKind::Title | LineKind::Capitals if common && !mark.classes.has(sure) => {
            let uses = reading.uses(at);
            // "Bank of Spain Cuts Forecast"
            let body = mark.classes.has(Classes::ORGANISATION_WORD)
                && reading.of(at + 1).eq_ignore_ascii_case("of")
                && reading.classes(at + 2).has(Classes::COUNTRY.and(Classes::BIG_CITY));
            body || loud::is_ministry(reading, at)
                || is_titled_surname(reading, line, at)
                || leads_to_surname(reading, line, at)
                || (line.kind == LineKind::Title && headlines::is_company(reading, at))
                || (uses.capital > uses.lower && !mark.classes.has(Classes::SMALL))
        }
        LineKind::Capitals => {
            let heard = !mark.classes.without(Classes::COMMON).is_empty() || reading.uses(at).capital > 0;
            let led = at > line.tokens.start
                && reading.classes(at - 1).has(Classes::FIRST.and(Classes::HONORIFIC).and(Classes::ROLE));
            (heard || led) && !mark.classes.has(Classes::SMALL)
        }
        LineKind::Title => !mark.classes.has(Classes::SMALL),
        // "Stop & Save" at the head of a sentence.
        _ if reading.of(at + 1) == "&" && reading.is_capital(at + 2) && word.len() > 1 => true,
        // "A R Rahman"
        _ if word == "A" && reading.of(at + 1).len() == 1 && reading.is_capital(at + 1) => !mark.opens,
        _ if mark.opens => opens_with_name(reading, line, at),
        // "Mr Said", "Ms Will"
        _ if at > line.tokens.start
            && reading.is_capital(at - 1)
            && reading.classes(at - 1).has(Classes::HONORIFIC) =>
        {
            true
        }
        _ => !mark.classes.has(Classes::SMALL) || (mark.capitals && word.len() > 1),
    }
}

/// Whether the capital that opens a sentence belongs to a name.
///
/// Ordinary words do not, unless the article writes them with a capital elsewhere, a first name
/// is followed by another capital ("Mark Olsen"), or a title's person follows ("President Sall").
fn opens_with_name(reading: &Reading, line: &Line, at: usize) -> bool {
    let (mark, word, uses) = (&reading.marks[at], reading.of(at), reading.uses(at));
    if reading.opens_with_speech(at) {
        return false;
    }
    if mark.classes.has(Classes::SMALL) || word == "I" {
        let will =
            mark.classes.has(Classes::FIRST) && reading.is_capital(at + 1) && !reading.marks[at + 1].opens;
        return will
            && reading.classes(at + 1).has(Classes::SURNAME)
            && !reading.classes(at + 1).has(Classes::COMMON);
    }
    if matches!(word, "Al" | "El") && is_hyphen(reading, at + 1) {
        return true;
    }
    if !mark.classes.has(Classes::COMMON) {
        return uses.lower == 0 || uses.capital > 0 || mark.classes.has(Classes::COUNTRY);
    }
    if mark.capitals && word.len() <= 5 {
        return true;
    }
    let next = at + 1;
    let follows = next < line.tokens.end && reading.is_capital(next) && !reading.marks[next].opens;
    let named = mark.classes.has(Classes::FIRST) && !reading.classes(next).has(Classes::CALENDAR);
    let titled = mark.classes.has(Classes::HONORIFIC.and(Classes::ROLE).and(Classes::ORGANISATION_WORD));
    (uses.capital > uses.lower) || (follows && (named || titled || leads_to_kind(reading, line, at)))
}

/// "National Weather Service said": ordinary words with capitals that end in a kind of organisation.
fn leads_to_kind(reading: &Reading, line: &Line, at: usize) -> bool {
    let run = (at + 1..line.tokens.end).take_while(|&next| reading.is_capital(next)).take(6);
    let last = run.last().unwrap_or(at);
    last > at && reading.classes(last).has(Classes::ORGANISATION_WORD.and(Classes::TEAM_WORD))
}

/// "al-Maliki", "bin Laden", "van Dijk": a surname that begins with a small letter.
fn surname_particle(reading: &Reading, line: &Line, at: usize) -> Option<Unit> {
    let word = reading.of(at);
    let particle = matches!(
        word,
        "al" | "el"
            | "bin"
            | "ibn"
            | "van"
            | "von"
            | "de"
            | "da"
            | "di"
            | "du"
            | "del"
            | "della"
            | "der"
            | "ter"
            | "den"
            | "dos"
            | "le"
    );
    if !particle {
        return None;
    }
    let hyphen = is_hyphen(reading, at + 1) || matches!(reading.of(at + 1), "'" | "’");
    let end = if hyphen { at + 2 } else { at + 1 };
    let fits = hyphen || !matches!(word, "al" | "el");
    let next = end < line.tokens.end && reading.is_capital(end) && !reading.marks[end].starts_sentence;
    let free = !is_calendar(reading, end);
    (fits && next && free).then_some(Unit {
        tokens: at..end,
        classes: Classes::PARTICLE,
        entry: None,
        joiner: false,
    })
}

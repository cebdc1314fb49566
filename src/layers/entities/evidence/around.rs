//! What the words around a name say: titles, prepositions, speech, ages, lists.

use super::super::Label;
use super::super::lines::LineKind;
use super::super::pieces::Piece;
use super::super::reading::Reading;
use super::nouns::{
    follows_organisation, has_government, is_act, is_kind_of_organisation, is_kind_of_place,
    leads_to_organisation,
};
use super::own::ends_like_company;
use super::stands::{seat, team};
use crate::reason::Rule;
use crate::resources::Classes;
use crate::tokens::TokenKind;
use std::ops::Range;

/// Adds what the words around each piece say.
pub(in crate::layers::entities) fn weigh(reading: &Reading, pieces: &mut [Piece]) {
    for at in 0..pieces.len() {
        let next = pieces.get(at + 1).map(|piece| piece.tokens.clone());
        let previous = at.checked_sub(1).map(|before| pieces[before].tokens.clone());
        let piece = &mut pieces[at];
        before(reading, piece);
        after(reading, piece, next);
        seat(reading, piece);
        team(reading, piece);
        bracketed(reading, piece);
        list(reading, piece, previous);
    }
}

/// Titles, roles and prepositions that precede.
fn before(reading: &Reading, piece: &mut Piece) {
    if let Some(words) = piece.role {
        let organisation = piece.classes.has(Classes::ORGANISATION);
        piece.evidence.add(Label::Person, if organisation { 30 } else { 75 }, Rule::Honorific, Some(words));
        return;
    }
    let Some(previous) = piece.tokens.start.checked_sub(1) else { return };
    if reading.tokens[piece.tokens.start].starts_line {
        return;
    }
    if let Some(role) = role_before(reading, previous).or_else(|| role_to_come(reading, previous)) {
        let words = reading.range(role.clone());
        piece.role = Some(words);
        piece.male = male(reading, role);
        piece.evidence.add(Label::Person, 60, Rule::Role, Some(words));
        return;
    }
    if reading.is_loud_speech(previous) && piece.line == LineKind::Capitals {
        speaks_loud(reading, piece, previous);
    }
    let mut at = previous;
    if matches!(reading.of(at), "the" | "The") {
        piece.evidence.add(Label::Person, -30, Rule::CapitalRun, None);
        piece.evidence.add(Label::Organisation, 12, Rule::CapitalRun, None);
        let Some(further) = at.checked_sub(1) else { return };
        at = further;
    }
    let words = Some(reading.tokens[at].range);
    let place = match reading.of(at) {
        "in" | "In" => 34,
        "near" | "Near" | "outside" | "across" | "throughout" => 40,
        "northern" | "southern" | "eastern" | "western" | "central" | "downtown" | "neighboring"
        | "neighbouring" => 45,
        "northeastern" | "northwestern" | "southeastern" | "southwestern" => 45,
        "from" | "to" | "into" | "toward" | "towards" => 9,
        "at" | "around" => 16,
        "of" if matches!(
            reading.of(at.wrapping_sub(1)),
            "city"
                | "town"
                | "village"
                | "province"
                | "capital"
                | "port"
                | "north"
                | "south"
                | "east"
                | "west"
                | "outskirts"
                | "island"
                | "streets"
                | "coast"
                | "suburb"
                | "district"
        ) =>
        {
            45
        }
        "city" | "town" | "village" | "province" | "capital" => 20,
        _ => 0,
    };
    if place > 0 {
        piece.evidence.add(Label::Place, place, Rule::PlacePreposition, words);
    }
    let joins = matches!(reading.of(at), "of" | "at" | "for" | "with");
    if joins && at > 0 && leads_to_organisation(reading.of(at - 1)) && !piece.classes.has(Classes::PLACE) {
        piece.evidence.add(Label::Organisation, 40, Rule::OrganisationWord, words);
    }
    if at == previous && is_kind_of_organisation(reading.of(at)) {
        piece.evidence.add(Label::Organisation, 40, Rule::OrganisationWord, words);
    }
    if matches!(reading.of(at), "by" | "By") {
        piece.evidence.add(Label::Person, 8, Rule::CapitalRun, None);
    }
}

/// "spokesman" in "its spokesman Ola Dunn", not in "the spokesman, Ola Dunn".
fn role_before(reading: &Reading, at: usize) -> Option<Range<usize>> {
    let is_role = |at: usize| {
        reading.tokens[at].kind == TokenKind::Word
            && !reading.tokens[at].capital
            && reading.classes(at).has(Classes::ROLE.and(Classes::HONORIFIC))
    };
    if !is_role(at) {
        return None;
    }
    let mut start = at;
    while start > 0 && at - start < 3 && !reading.tokens[start].starts_line {
        let before = start - 1;
        let word = reading.tokens[before].kind == TokenKind::Word && !reading.tokens[before].capital;
        let modifies = word
            && !reading.classes(before).has(Classes::SMALL)
            && reading.classes(before).has(Classes::COMMON);
        if !(modifies && (is_role(before) || starts_role(reading, before, at))) {
            break;
        }
        start = before;
    }
    Some(start..at + 1)
}

/// "Governor-elect", before the name of whom it is.
fn role_to_come(reading: &Reading, at: usize) -> Option<Range<usize>> {
    let role = at.checked_sub(2).filter(|&role| {
        is_to_come(reading.of(at))
            && reading.of(role + 1) == "-"
            && reading.classes(role).has(Classes::ROLE.and(Classes::HONORIFIC))
    })?;
    let longer = role.checked_sub(1).filter(|&start| starts_role(reading, start, role));
    Some(longer.unwrap_or(role)..at + 1)
}

/// "elect", "Designate": after a role and a hyphen, of an office not yet held.
pub(in crate::layers::entities) fn is_to_come(word: &str) -> bool {
    ["elect", "designate"].iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// "prime minister": the table knows the phrase.
fn starts_role(reading: &Reading, start: usize, last: usize) -> bool {
    let mut key = String::new();
    crate::resources::fold(&mut key, reading.range(start..last + 1).of(reading.text));
    reading.words.classes(&key).has(Classes::ROLE)
}

/// He or she, by the last word of a role that tells: "chairwoman-elect".
fn male(reading: &Reading, role: Range<usize>) -> Option<bool> {
    let title = Classes::ROLE.and(Classes::HONORIFIC);
    let words = role.rev().filter(|&at| reading.classes(at).has(title));
    words.into_iter().find_map(|at| reading.words.is_male(reading.forms.at(at).entry?))
}

/// Speech, ages, appositions and hyphens that follow.
fn after(reading: &Reading, piece: &mut Piece, next: Option<Range<usize>>) {
    let end = piece.tokens.end;
    let Some(token) = reading.tokens.get(end).filter(|token| !token.starts_line) else { return };
    let words = Some(token.range);
    match reading.of(end) {
        "said" | "says" | "told" | "added" | "adds" | "asked" | "explained" | "recalled" => {
            piece.evidence.add(Label::Person, 14, Rule::SpeaksHere, words);
            piece.evidence.add(Label::Organisation, 10, Rule::CapitalRun, None);
        }
        _ if piece.line == LineKind::Capitals && reading.is_loud_speech(end) => {
            speaks_loud(reading, piece, end);
        }
        "who" | "whose" | "himself" | "herself" => {
            piece.evidence.add(Label::Person, 40, Rule::SpeaksHere, words)
        }
        "," => after_comma(reading, piece, end + 1, next),
        "(" => {
            let initials =
                reading.marks.get(end + 1).is_some_and(|mark| mark.capitals) && reading.of(end + 2) == ")";
            if initials && piece.tokens.len() > 1 {
                let words = reading.tokens.get(end + 1).map(|token| token.range);
                piece.evidence.add(Label::Organisation, 45, Rule::Acronym, words);
            }
        }
        "'s" | "’s" => {
            let land = has_government(reading.of(end + 1));
            piece.evidence.add(Label::Place, if land { 30 } else { 2 }, Rule::CapitalRun, None);
        }
        word if is_act(word) => piece.evidence.add(Label::Person, 12, Rule::SpeaksHere, words),
        word if word.ends_with("-based") => piece.evidence.add(Label::Place, 40, Rule::CapitalRun, words),
        "-" if reading.of(end + 1) == "based" => {
            piece.evidence.add(Label::Place, 40, Rule::CapitalRun, words)
        }
        word if is_kind_of_place(word) || matches!(word, "airport" | "islands" | "river" | "peninsula") => {
            piece.evidence.add(Label::Place, 45, Rule::PlaceWord, words);
        }
        word if is_kind_of_organisation(word) || follows_organisation(word) => {
            piece.evidence.add(Label::Organisation, 32, Rule::OrganisationWord, words);
        }
        _ => {}
    }
}

/// "HICHILEMA SAID": where all is in capitals the tagger sees little, and unknown words that speak are most
/// often a person; "VELCOM SAID" is a company by its letters.
fn speaks_loud(reading: &Reading, piece: &mut Piece, verb: usize) {
    let is_unknown =
        |known: Classes| piece.tokens.clone().all(|at| reading.classes(at).without(known).is_empty());
    let word = reading.of(piece.tokens.end - 1);
    let company = is_unknown(Classes::default()) && ends_like_company(word);
    let long = reading.range(piece.tokens.clone()).len() > 4;
    let unknown = long && !company && is_unknown(Classes::SURNAME.and(Classes::FIRST));
    let words = Some(reading.tokens[verb].range);
    piece.evidence.add(Label::Person, if unknown { 95 } else { 14 }, Rule::SpeaksHere, words);
    piece.evidence.add(Label::Organisation, if company { 40 } else { 10 }, Rule::CapitalRun, None);
}

/// ", 45," after a person; ", a lawyer" after a person; ", Texas" after a place.
fn after_comma(reading: &Reading, piece: &mut Piece, at: usize, next: Option<Range<usize>>) {
    let word = reading.of(at);
    let number =
        reading.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number && token.range.len() == 2);
    if number && matches!(reading.of(at + 1), "," | ".") && !reading.marks[at].taken {
        piece.evidence.add(
            Label::Person,
            60,
            Rule::SpeaksHere,
            reading.tokens.get(at).map(|token| token.range),
        );
        return;
    }
    let place = Classes::COUNTRY.and(Classes::REGION);
    if next.is_some_and(|next| next.start == at) && reading.classes(at).has(place) {
        piece.evidence.add(Label::Place, 38, Rule::KnownPlace, None);
    }
    if matches!(word, "who" | "whose") {
        piece.evidence.add(
            Label::Person,
            35,
            Rule::SpeaksHere,
            reading.tokens.get(at).map(|token| token.range),
        );
    }
    let reach = (at..at + 6).take_while(|&next| {
        let token = reading.tokens.get(next);
        token.is_some_and(|token| {
            matches!(token.kind, TokenKind::Word | TokenKind::Possessive) && !token.starts_line
        })
    });
    for role in reach {
        let described = match () {
            _ if !matches!(word, "a" | "an" | "the") => None,
            _ if is_kind_of_place(reading.of(role)) => Some((Label::Place, Rule::PlaceWord)),
            _ if is_kind_of_organisation(reading.of(role)) => {
                Some((Label::Organisation, Rule::OrganisationWord))
            }
            _ => None,
        };
        if let Some((label, rule)) = described {
            piece.evidence.add(label, 35, rule, Some(reading.tokens[role].range));
            break;
        }
        if !reading.tokens[role].capital && reading.classes(role).has(Classes::ROLE) {
            let start = if matches!(word, "a" | "an" | "the") { at + 1 } else { at };
            let range = reading.range(start.min(role)..role_end(reading, role));
            piece.evidence.add(Label::Person, 32, Rule::Role, Some(range));
            piece.role = piece.role.or(Some(range));
            piece.male = piece.male.or(male(reading, role..role + 1));
            break;
        }
    }
}

/// Where a role ends: "chief" is but the beginning of "chief executive".
fn role_end(reading: &Reading, role: usize) -> usize {
    let most = reading.tokens.len().min(role + 4);
    let ends = (role + 1..most).take_while(|&last| !reading.tokens[last].starts_line);
    ends.filter(|&last| starts_role(reading, role, last)).last().unwrap_or(role) + 1
}

/// "(Northwire) -": an agency that no table knows. "(Eng)" in a row of results is short for a country, not
/// for somebody.
fn bracketed(reading: &Reading, piece: &mut Piece) {
    let (start, end) = (piece.tokens.start, piece.tokens.end);
    let brackets = reading.of(start.wrapping_sub(1)) == "(" && reading.of(end) == ")";
    let short = piece.tokens.len() == 1 && reading.range(piece.tokens.clone()).len() == 3;
    let is_number = |at: usize| reading.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number);
    let result = || is_number(end + 1) || is_number(reading.line_start(start));
    if brackets && short && result() {
        piece.evidence.add(Label::Person, -200, Rule::CapitalRun, None);
    }
    if brackets && matches!(reading.of(end + 1), "-" | "--" | "–" | "—") {
        piece.evidence.add(Label::Organisation, 75, Rule::AgencyDateline, None);
    }
}

/// The second of "Rome and Xanten" is what the first is.
fn list(reading: &Reading, piece: &mut Piece, previous: Option<Range<usize>>) {
    let Some(previous) = previous else { return };
    let between = previous.end..piece.tokens.start;
    let joined = between.len() == 1 && matches!(reading.of(between.start), "and" | "or");
    if joined
        && reading.classes(previous.end - 1).has(Classes::COUNTRY.and(Classes::BIG_CITY))
        && previous.len() == 1
    {
        piece.evidence.add(Label::Place, 25, Rule::CapitalRun, None);
    }
}

//! What the words around a name say: titles, prepositions, speech, ages, lists.

use super::super::letters::{is_person_with_letters, is_state_after};
use super::super::lines::LineKind;
use super::super::piece::Piece;
use super::super::reading::Reading;
use super::super::roles;
use super::nouns::{
    follows_organisation, has_government, is_act, is_business, is_kind_of_organisation, is_kind_of_place,
    is_medium, is_trade_word, is_vehicle, leads_to_organisation,
};
use super::own::ends_like_company;
use super::stands::{seat, team};
use super::titles::{COURTESY, is_courtesy, is_kin, is_titled_list, is_town_with_rank, male, role_to_come};
use crate::document::entities::Label;
use crate::document::reason::Rule;
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
        if let Some(titled) =
            at.checked_sub(1).filter(|&before| is_titled_list(reading, &pieces[before], &pieces[at]))
        {
            let (role, male) = (pieces[titled].role, pieces[titled].male);
            let piece = &mut pieces[at];
            piece.evidence.add(Label::Person, COURTESY, Rule::Honorific, role);
            (piece.role, piece.male) = (role, male);
        }
    }
}

/// Titles, roles and prepositions that precede.
fn before(reading: &Reading, piece: &mut Piece) {
    if let Some(words) = piece.role {
        let organisation = piece.classes.has(Classes::ORGANISATION);
        let points = match () {
            _ if is_courtesy(reading, piece, words) => COURTESY,
            _ if organisation => 30,
            _ if is_town_with_rank(reading, piece, words) => 140,
            _ => 75,
        };
        piece.evidence.add(Label::Person, points, Rule::Honorific, Some(words));
        return;
    }
    let Some(previous) = piece.tokens.start.checked_sub(1) else { return };
    if reading.tokens[piece.tokens.start].starts_line {
        return;
    }
    let full = piece.tokens.len() > 1;
    let office = || full.then(|| roles::office_before(reading, previous)).flatten();
    if let Some(role) =
        roles::before(reading, previous).or_else(|| role_to_come(reading, previous)).or_else(office)
    {
        let words = reading.range(role.clone());
        piece.role = Some(words);
        piece.male = male(reading, role);
        piece.evidence.add(Label::Person, 60, Rule::Role, Some(words));
        return;
    }
    if reading.is_loud_speech(previous) && piece.line == LineKind::Capitals {
        speaks_loud(reading, piece, previous);
    }
    if is_named_body(reading, piece, previous) {
        let words = Some(reading.tokens[previous - 1].range);
        piece.evidence.add(Label::Organisation, NAMED_BODY, Rule::OrganisationWord, words);
        return;
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
        "near" | "Near" | "nearby" | "outside" | "across" | "throughout" => 40,
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
    let joins = matches!(reading.of(at), "of" | "at" | "for" | "with" | "in");
    if joins && at > 0 && leads_to_organisation(reading.of(at - 1)) && !piece.classes.has(Classes::PLACE) {
        piece.evidence.add(Label::Organisation, 40, Rule::OrganisationWord, words);
    }
    let first_name = reading.classes(piece.tokens.start).has(Classes::FIRST) && piece.tokens.len() > 1;
    if at == previous && is_trade_word(reading.of(at)) && !first_name {
        piece.evidence.add(Label::Organisation, 120, Rule::OrganisationWord, words);
    } else if at == previous && is_medium(reading.of(at)) && !first_name {
        piece.evidence.add(Label::Organisation, 80, Rule::OrganisationWord, words);
    } else if at == previous && is_kind_of_organisation(reading.of(at)) {
        piece.evidence.add(Label::Organisation, 40, Rule::OrganisationWord, words);
    }
    // "a Lincoln Nautilus": one of many is nobody.
    if at == previous && matches!(reading.of(at), "a" | "an" | "A" | "An") {
        piece.evidence.add(Label::Person, -90, Rule::CapitalRun, None);
    }
    if at == previous && is_kin(reading, at) && reading.classes(piece.tokens.start).has(Classes::FIRST) {
        piece.evidence.add(Label::Person, 80, Rule::Role, words);
    }
    if matches!(reading.of(at), "by" | "By") {
        piece.evidence.add(Label::Person, 8, Rule::CapitalRun, None);
    }
}

/// What "the dam’s operator," says for the name between commas behind it.
const NAMED_BODY: i32 = 110;

/// "The dam’s operator, Aguas del Sur, denied": the body’s own name, unless it begins as a person’s does.
fn is_named_body(reading: &Reading, piece: &Piece, comma: usize) -> bool {
    let closed = matches!(reading.of(piece.tokens.end), "," | "." | ";");
    let noun = comma.checked_sub(1).map_or("", |at| reading.of(at));
    let body = is_kind_of_organisation(noun) || is_trade_word(noun) || is_medium(noun);
    reading.of(comma) == "," && closed && body && !reading.classes(comma + 1).has(Classes::FIRST)
}

/// Speech, ages, appositions and hyphens that follow.
fn after(reading: &Reading, piece: &mut Piece, next: Option<Range<usize>>) {
    let end = piece.tokens.end;
    let Some(token) = reading.tokens.get(end).filter(|token| !token.starts_line) else { return };
    let words = Some(token.range);
    if is_person_with_letters(reading, end) {
        piece.evidence.add(Label::Person, 110, Rule::Honorific, words);
    }
    if is_state_after(reading, end) {
        piece.evidence.add(Label::Place, 110, Rule::KnownPlace, words);
        return;
    }
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
            if is_business(reading.of(end + 1))
                || (!reading.is_capital(end + 2) && is_business(reading.of(end + 2)))
            {
                piece.evidence.add(Label::Organisation, 45, Rule::OrganisationWord, words);
            }
            let land = has_government(reading.of(end + 1));
            piece.evidence.add(Label::Place, if land { 30 } else { 2 }, Rule::CapitalRun, None);
        }
        word if is_vehicle(word) => {
            piece.evidence.add(Label::Product, 45, Rule::KnownProduct, words);
            piece.evidence.add(Label::Person, -45, Rule::CapitalRun, None);
        }
        "fire" | "wildfire" | "blaze" if piece.tokens.len() == 1 => {
            piece.evidence.add(Label::Organisation, -40, Rule::CapitalRun, None);
        }
        word if is_act(word) => piece.evidence.add(Label::Person, 12, Rule::SpeaksHere, words),
        word if word.ends_with("-based") => piece.evidence.add(Label::Place, 40, Rule::CapitalRun, words),
        "-" if reading.of(end + 1) == "based" => {
            piece.evidence.add(Label::Place, 40, Rule::CapitalRun, words)
        }
        word if is_kind_of_place(word) || matches!(word, "airport" | "islands" | "river" | "peninsula") => {
            piece.evidence.add(Label::Place, 45, Rule::PlaceWord, words);
        }
        word if is_medium(word) && word != "agency" => {
            piece.evidence.add(Label::Organisation, 60, Rule::OrganisationWord, words);
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
        if reading.of(at + 1) == "," {
            described(reading, piece, at + 2);
        }
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
    described(reading, piece, at);
}

/// ", a village in the north", ", the regulator": what it is; ", a nurse and mother of two": a person’s role.
fn described(reading: &Reading, piece: &mut Piece, at: usize) {
    let reach = (at..at + 6).take_while(|&next| {
        let token = reading.tokens.get(next);
        token.is_some_and(|token| {
            matches!(token.kind, TokenKind::Word | TokenKind::Possessive) && !token.starts_line
        })
    });
    let role = roles::apposition(reading, at);
    let led = matches!(reading.of(at), "a" | "an" | "the") && role.is_none();
    for next in reach.take_while(|_| led) {
        let kind = match reading.of(next) {
            word if is_kind_of_place(word) => (Label::Place, Rule::PlaceWord),
            word if is_kind_of_organisation(word) => (Label::Organisation, Rule::OrganisationWord),
            _ => continue,
        };
        piece.evidence.add(kind.0, 35, kind.1, Some(reading.tokens[next].range));
        return;
    }
    if let Some(role) = role {
        let range = reading.range(role.clone());
        piece.evidence.add(Label::Person, 32, Rule::Role, Some(range));
        piece.role = piece.role.or(Some(range));
        piece.male = piece.male.or(male(reading, role));
    }
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

//! Places that stand for somebody: a government's seat for the government, a town for its team.

use super::super::lines::LineKind;
use super::super::piece::Piece;
use super::super::reading::Reading;
use super::super::sport;
use crate::document::entities::Label;
use crate::document::reason::Rule;
use crate::resources::Classes;
use crate::tokens::TokenKind;

/// "at the Kremlin" is the building; "the Kremlin said" the government.
pub(super) fn seat(reading: &Reading, piece: &mut Piece) {
    if !piece.classes.has(Classes::SEAT) {
        return;
    }
    let the = matches!(reading.of(piece.tokens.start.wrapping_sub(1)), "the" | "The");
    let at = piece.tokens.start.wrapping_sub(if the { 2 } else { 1 });
    let lead = reading.of(at);
    let inside = matches!(
        lead,
        "at" | "in" | "inside" | "outside" | "near" | "into" | "around" | "At" | "In" | "Inside" | "Outside"
    );
    let modifies = reading.tokens.get(piece.tokens.end).is_some_and(|token| {
        token.kind == TokenKind::Word && reading.classes(piece.tokens.end).has(Classes::ROLE)
    });
    if inside && !modifies {
        let words = reading.tokens.get(at).map(|token| token.range);
        piece.evidence.add(Label::Place, 110, Rule::PlacePreposition, words);
    } else {
        piece.evidence.add(Label::Organisation, 30, Rule::KnownOrganisation, None);
        piece.evidence.add(Label::Place, -60, Rule::CapitalRun, None);
    }
}

/// A town in a row of results, or that beats another, is its team; a country stays a country.
pub(super) fn team(reading: &Reading, piece: &mut Piece) {
    let (start, end) = (piece.tokens.start, piece.tokens.end);
    if !piece.classes.has(Classes::CITY.and(Classes::REGION)) || piece.classes.has(Classes::COUNTRY) {
        return;
    }
    let figure = |at: usize| {
        let number = reading.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number);
        number && !reading.marks[at].taken
    };
    let (before, after) = (reading.of(start.wrapping_sub(1)), reading.of(end));
    let line = |at: usize| reading.tokens.get(at).is_some_and(|token| !token.starts_line);
    if piece.line == LineKind::Table
        && ((line(end) && figure(end)) || (line(start) && figure(start.wrapping_sub(1))))
    {
        piece.evidence.add(Label::Organisation, 90, Rule::OrganisationWord, None);
    }
    let versus = [
        "beat", "beating", "defeated", "defeat", "over", "against", "v", "vs", "vs.", "thrashed", "edged",
        "hosts", "host", "BEAT", "V",
    ];
    let wins = [
        "beat",
        "defeated",
        "thrashed",
        "edged",
        "drew",
        "trounced",
        "outlasted",
        "trailed",
        "led",
        "hosts",
        "BEAT",
        "beats",
        "v",
        "routed",
        "downed",
        "scored",
    ];
    if line(start) && versus[..2].contains(&before) || (line(end) && wins.contains(&after)) {
        piece.evidence.add(Label::Organisation, 62, Rule::SpeaksHere, None);
    } else if line(start) && versus.contains(&before) {
        piece.evidence.add(Label::Organisation, 30, Rule::SpeaksHere, None);
    }
    if reading.sport {
        piece.evidence.add(Label::Organisation, sport::plays(reading, piece), Rule::SpeaksHere, None);
    }
    // "LEEDS AT NORWICH": one plays, in the town of the other.
    let schedule = reading.sport && piece.line == LineKind::Capitals;
    if schedule && after == "AT" {
        piece.evidence.add(Label::Organisation, 70, Rule::SpeaksHere, None);
    }
    if schedule && before == "AT" {
        let words = reading.tokens.get(start.wrapping_sub(1)).map(|token| token.range);
        piece.evidence.add(Label::Place, 90, Rule::PlacePreposition, words);
    }
    if reading.sport && matches!(after, "'s" | "’s") {
        piece.evidence.add(Label::Organisation, 12, Rule::SpeaksHere, None);
    }
}

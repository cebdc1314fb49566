//! Chooses a label for every possible name, or drops it.

use super::confidence::Grounds;
use super::evidence::ORDER;
use super::lines::LineKind;
use super::name::Name;
use super::piece::Piece;
use super::reading::{Reading, number};
use crate::document::dateline::Dateline;
use crate::document::entities::Label;
use crate::document::ids::Score;
use crate::document::reason::{Reason, Rule};
use crate::layers::amounts;
use crate::resources::{Classes, QuickSet};
use crate::text::TextRange;
use crate::tokens::TokenKind;

/// Points a name needs; single words that nothing speaks for stay unmarked.
const LEAST: i32 = 18;

/// Names less sure than this stay unmarked, unless the same words or a fuller name stand elsewhere:
/// seven in ten would be wrong.
const LEAST_SCORE: Score = 270;

/// How sure places and agencies of a dateline are; nothing else is as sure.
const DATELINE: Score = 990;

/// Labels the pieces; places and agency of the dateline are certain.
pub(super) fn choose(reading: &Reading, pieces: &[Piece], dateline: Option<&Dateline>) -> Vec<Name> {
    let names: Vec<Name> = pieces.iter().filter_map(|piece| name(reading, piece, dateline)).collect();
    let is_sure = |name: &Name| name.score >= LEAST_SCORE;
    let sure: QuickSet<&str> =
        names.iter().filter(|name| is_sure(name)).map(|name| name.range.of(reading.text)).collect();
    let keep = |name: &Name| {
        is_sure(name) || name.why.rule == Rule::SameName || sure.contains(name.range.of(reading.text))
    };
    names.into_iter().filter(keep).collect()
}

fn name(reading: &Reading, piece: &Piece, dateline: Option<&Dateline>) -> Option<Name> {
    let range = without_stop(reading, piece);
    let (mut label, points, _) = piece.evidence.best();
    let mut rule = piece.evidence.reason(label);
    let mut score = Grounds::of(piece).score();
    if let Some(dateline) = dateline.filter(|dateline| dateline.range.contains(range)) {
        if dateline.agency.is_some_and(|agency| agency.overlaps(range)) {
            (label, rule, score) = (Label::Organisation, (Rule::AgencyDateline, Some(range)), DATELINE);
        } else if dateline.place.is_some_and(|place| place.overlaps(range))
            && !piece.classes.has(Classes::ORGANISATION)
        {
            (label, rule, score) = (Label::Place, (Rule::PlaceDateline, None), DATELINE);
        }
    }
    if is_traded(reading, piece) {
        return None;
    }
    if score < DATELINE && (points < LEAST || single_common(reading, piece) || is_money(reading, piece)) {
        return None;
    }
    debug_assert!(ORDER.contains(&label));
    Some(Name {
        range,
        label,
        score,
        why: Reason::new(rule.0, rule.1.map(|words| vec![words]).unwrap_or_default()),
        classes: piece.classes,
        entry: piece.entry,
        role: piece.role,
        male: piece.male,
        elsewhere: None,
    })
}

/// The full stop after "Ltd." that also ends the sentence is the sentence's.
fn without_stop(reading: &Reading, piece: &Piece) -> TextRange {
    let range = reading.range(piece.tokens.clone());
    let ends = reading.marks.get(piece.tokens.end).is_none_or(|next| next.starts_sentence);
    let shortened = matches!(
        reading.of(piece.tokens.end - 1),
        "Ltd." | "Inc." | "Co." | "Corp." | "Jr." | "Sr." | "Bros."
    );
    if ends && shortened { TextRange::new(range.start(), range.end() - 1) } else { range }
}

/// What markets trade and count, which is neither a place, a person nor a work: "the FTSE 100", "Brent rose $2".
fn is_traded(reading: &Reading, piece: &Piece) -> bool {
    const MOVES: [&str; 34] = [
        "rose",
        "fell",
        "gained",
        "lost",
        "slipped",
        "climbed",
        "dropped",
        "jumped",
        "eased",
        "settled",
        "traded",
        "closed",
        "edged",
        "hovered",
        "steadied",
        "firmed",
        "weakened",
        "strengthened",
        "rallied",
        "slid",
        "tumbled",
        "surged",
        "dipped",
        "sank",
        "crude",
        "futures",
        "prices",
        "price",
        "oil",
        "contract",
        "contracts",
        "hit",
        "held",
        "ended",
    ];
    let index = piece.classes.has(Classes::WORK) && piece.classes.has(Classes::NO_NAME);
    let (start, end) = (piece.tokens.start, piece.tokens.end);
    let word = reading.of(start);
    if index || piece.tokens.len() > 1 || !matches!(word, "Brent" | "Sterling" | "WTI") {
        return index;
    }
    let told: &[&str] =
        if word == "Sterling" { &["dollar", "euro", "currency"] } else { &["barrel", "crude"] };
    let before = start.checked_sub(1).map_or("", |before| reading.of(before));
    let somewhere =
        matches!(before, "in" | "In" | "at" | "near" | "from" | "to" | "said") || piece.role.is_some();
    let market = told.iter().any(|word| reading.uses_of(number(word)).lower > 0);
    !somewhere && (MOVES.contains(&reading.of(end)) || market)
}

/// "KSh" of "KSh 500".
fn is_money(reading: &Reading, piece: &Piece) -> bool {
    let second = piece.tokens.start + 1;
    let figures = reading.tokens.get(second).is_some_and(|next| next.kind == TokenKind::Number);
    piece.tokens.len() <= 2 && figures && amounts::is_code(reading.text, &reading.tokens[second - 1])
}

/// An ordinary word that has a capital for no known reason.
fn single_common(reading: &Reading, piece: &Piece) -> bool {
    let known = Classes::PLACE
        .and(Classes::ORGANISATION)
        .and(Classes::DEMONYM)
        .and(Classes::GROUP)
        .and(Classes::SEAT)
        .and(Classes::PRODUCT)
        .and(Classes::EVENT);
    let (_, points, _) = piece.evidence.best();
    let common = piece.classes.has(Classes::COMMON) && !piece.classes.has(known);
    let loud = piece.line != LineKind::Sentences && piece.line != LineKind::Table;
    let single = piece.tokens.len() == 1;
    let opener = reading.marks[piece.tokens.start];
    let lonely =
        single && opener.opens && opener.classes.is_empty() && reading.uses(piece.tokens.start).capital == 0;
    let dollars = matches!(reading.of(piece.tokens.end), "$" | "dollar" | "dollars" | "Dollars");
    if (piece.classes.has(Classes::NO_NAME.and(Classes::CALENDAR)) && single)
        || (lonely && points < 30)
        || (single && dollars)
    {
        return true;
    }
    let known_letter = piece.classes.has(Classes::ORGANISATION);
    let letter = single
        && !known_letter
        && reading.of(piece.tokens.start).chars().filter(|c| c.is_alphabetic()).count() < 2;
    letter || (single && common && points < 45) || (single && loud && points < 30)
}

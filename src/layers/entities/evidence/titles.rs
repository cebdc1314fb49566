//! Titles and roles before a name, and what they say of the words behind them.

use super::super::piece::Piece;
use super::super::reading::Reading;
use super::super::roles;
use crate::layers::titled;
use crate::resources::Classes;
use crate::text::TextRange;
use std::ops::Range;

/// What "Mrs" says of the word behind it, be it a town or a ship.
pub(super) const COURTESY: i32 = 220;

/// "Mrs London", but not "Miss World", nor what ends in a kind of body or place.
pub(super) fn is_courtesy(reading: &Reading, piece: &Piece, title: TextRange) -> bool {
    let word = title.of(reading.text);
    let last = reading.classes(piece.tokens.end - 1);
    let heads =
        Classes::ORGANISATION_WORD.and(Classes::EVENT_WORD).and(Classes::TEAM_WORD).and(Classes::PLACE_WORD);
    let pageant = word == "Miss"
        && (piece.classes.has(Classes::COUNTRY.and(Classes::REGION))
            || matches!(
                reading.of(piece.tokens.start),
                "World" | "Universe" | "Earth" | "International" | "Teen"
            ));
    titled::is_courtesy(word) && !pageant && (piece.tokens.len() == 1 || !last.has(heads))
}

/// "Judge Austin", "Captain Boston": a rank before a town’s name is somebody’s; a mayor’s town may stand there too.
pub(super) fn is_town_with_rank(reading: &Reading, piece: &Piece, title: TextRange) -> bool {
    const RANKS: [&str; 15] = [
        "Judge",
        "Justice",
        "Captain",
        "Detective",
        "Inspector",
        "Sergeant",
        "Colonel",
        "Lieutenant",
        "Constable",
        "Sheriff",
        "Nurse",
        "Professor",
        "Superintendent",
        "Corporal",
        "Rabbi",
    ];
    let last = title.of(reading.text).rsplit(' ').next().unwrap_or_default();
    let town = piece.classes.has(Classes::CITY) && !piece.classes.has(Classes::COUNTRY);
    piece.tokens.len() == 1 && town && RANKS.contains(&last)
}

/// "Brothers" of "Brothers Ann and Bo Fenn".
pub(super) fn is_kin(reading: &Reading, at: usize) -> bool {
    reading.marks[at].opens && matches!(reading.of(at), "Brothers" | "Sisters" | "Twins" | "Cousins")
}

/// "Xi" of "Presidents Trump and Xi", "Jones" of "Messrs Smith and Jones": a title of several is theirs too.
pub(super) fn is_titled_list(reading: &Reading, before: &Piece, piece: &Piece) -> bool {
    let Some(title) = before.role.map(|role| role.of(reading.text)) else { return false };
    let several = title.trim_end_matches('.').ends_with('s')
        && title.len() > 4
        && !title.ends_with("ss")
        && title.starts_with(char::is_uppercase);
    let between = before.tokens.end..piece.tokens.start;
    let joined = match between.len() {
        1 => matches!(reading.of(between.start), "and" | "&" | ","),
        2 => reading.of(between.start) == "," && reading.of(between.start + 1) == "and",
        _ => false,
    };
    several && joined && piece.role.is_none()
}

/// "Governor-elect", before the name of whom it is.
pub(super) fn role_to_come(reading: &Reading, at: usize) -> Option<Range<usize>> {
    let role = at.checked_sub(2).filter(|&role| {
        is_to_come(reading.of(at))
            && reading.of(role + 1) == "-"
            && reading.classes(role).has(Classes::ROLE.and(Classes::HONORIFIC))
    })?;
    let longer = role.checked_sub(1).filter(|&start| roles::starts_role(reading, start, role));
    Some(longer.unwrap_or(role)..at + 1)
}

/// "elect", "Designate": after a role and a hyphen, of an office not yet held.
pub(in crate::layers::entities) fn is_to_come(word: &str) -> bool {
    ["elect", "designate"].iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// He or she, by the last word of a role that tells: "chairwoman-elect".
pub(super) fn male(reading: &Reading, role: Range<usize>) -> Option<bool> {
    let title = Classes::ROLE.and(Classes::HONORIFIC);
    let words = role.rev().filter(|&at| reading.classes(at).has(title));
    words.into_iter().find_map(|at| reading.words.is_male(reading.forms.at(at).entry?))
}

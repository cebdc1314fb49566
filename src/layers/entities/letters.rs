//! Letters behind a name that are no part of it: degrees and honours after people, states after towns.
//!
//! ```text
//! Sir Alan Pike CBE      Joan Wills, M.D., said      from Houston TX to Mobile AL
//!               ^^^                  ^^^^                         ^^           ^^
//! ```
//!
//! "Jr." stays: newspapers write it as part of the name. Two letters that are a state as well count after a
//! comma only with points ("Jackson, MS").

use super::reading::{Mark, Reading};
use crate::resources::Classes;
use crate::tokens::{Token, TokenKind};

/// Degrees, honours, seats and callings, without points.
const LETTERS: [&str; 114] = [
    "AC", "ACA", "AFC", "AM", "AO", "BA", "BAO", "BCh", "BEM", "BS", "BSc", "BSN", "CB", "CBE", "CD", "CFA",
    "CH", "CM", "CMG", "CNZM", "CPA", "CSC", "CVO", "DBE", "DCB", "DCMG", "DCNZM", "DD", "DDS", "DFC", "DL",
    "DMD", "DNZM", "DO", "DPhil", "DSC", "DSO", "DVM", "EdD", "Esq", "FBA", "FCA", "FRCN", "FRCP", "FRCS",
    "FREng", "FRIBA", "FRS", "FRSE", "FSA", "GBE", "GC", "GCB", "GCMG", "GCVO", "GNZM", "JD", "JP", "KBE",
    "KC", "KCB", "KCMG", "KCVO", "KNZM", "KPM", "LLB", "LLD", "LLM", "LVO", "MA", "MBA", "MBBS", "MBChB",
    "MBE", "MC", "MD", "MEd", "MEP", "MLA", "MM", "MNZM", "MP", "MPA", "MPH", "MPhil", "MPP", "MS", "MSc",
    "MSP", "MVO", "NP", "OAM", "OBE", "OC", "OM", "ONZM", "OP", "OSB", "PC", "PhD", "PsyD", "QC", "QPM",
    "QSM", "QSO", "RA", "RD", "RIBA", "RN", "RVO", "SC", "SJ", "TD", "VC",
];

/// Two letters that stand for a state after a town.
const STATES: [&str; 61] = [
    "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "FL", "GA", "HI", "IA", "ID", "IL", "IN", "KS", "KY",
    "LA", "MA", "MD", "ME", "MI", "MN", "MO", "MS", "MT", "NC", "ND", "NE", "NH", "NJ", "NM", "NV", "NY",
    "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VA", "VT", "WA", "WI", "WV", "WY", "ON",
    "BC", "QC", "AB", "NS", "NB", "SK", "MB", "NSW", "VIC", "QLD",
];

/// Two capitals at least, or "Esq.": most words with a capital are asked no further.
fn may_be_letters(word: &str) -> bool {
    word.chars().filter(|c| c.is_uppercase()).nth(1).is_some() || word.starts_with("Esq")
}

/// Takes such letters out of the words that may be names.
pub(super) fn take(text: &str, tokens: &[Token], marks: &mut [Mark]) {
    for at in 1..tokens.len() {
        let short =
            (2..=7).contains(&tokens[at].range.len()) && tokens[at].capital && !tokens[at].starts_line;
        if short
            && may_be_letters(tokens[at].of(text))
            && (follows_person(text, tokens, marks, at) || is_state(text, tokens, marks, at))
        {
            marks[at].taken = true;
        }
    }
}

/// "TX" of "Houston TX".
pub(super) fn is_state_after(reading: &Reading, at: usize) -> bool {
    reading.marks.get(at).is_some_and(|mark| mark.taken)
        && is_state(reading.text, reading.tokens, &reading.marks, at)
}

/// "PhD" of "Ann Lee PhD", the comma of "Ann Lee, MD,".
pub(super) fn is_person_with_letters(reading: &Reading, end: usize) -> bool {
    let at = if reading.of(end) == "," { end + 1 } else { end };
    let taken = reading.marks.get(at).is_some_and(|mark| mark.taken);
    taken && follows_person(reading.text, reading.tokens, &reading.marks, at)
}

fn is_state(text: &str, tokens: &[Token], marks: &[Mark], at: usize) -> bool {
    let town = Classes::CITY.and(Classes::BIG_CITY);
    let before = &tokens[at - 1];
    STATES.contains(&tokens[at].of(text).trim_end_matches('.'))
        && before.capital
        && tokens[at].spaced
        && !marks[at - 1].capitals
        && (marks[at - 1].classes.has(town)
            || at > 1 && tokens[at - 2].capital && marks[at - 1].classes.has(Classes::PLACE_WORD))
}

/// "CBE" behind a first name and a surname, or a title and one.
fn follows_person(text: &str, tokens: &[Token], marks: &[Mark], at: usize) -> bool {
    let written = tokens[at].of(text);
    let plain = written.replace('.', "");
    if !LETTERS.contains(&&*plain) {
        return false;
    }
    // Over "KC, " to the surname.
    let mut last = at - 1;
    let mut comma = false;
    for _ in 0..4 {
        let sign = tokens[last].of(text) == ",";
        let letters = tokens[last].kind == TokenKind::Word
            && LETTERS.contains(&&*tokens[last].of(text).replace('.', ""));
        if last == 0 || !(sign || letters) {
            break;
        }
        comma |= sign;
        last -= 1;
    }
    let state = comma && STATES.contains(&written);
    let no_person =
        Classes::ORGANISATION_WORD.and(Classes::TEAM_WORD).and(Classes::HONORIFIC).and(Classes::ROLE);
    let is_name = |at: usize| tokens[at].kind == TokenKind::Word && tokens[at].capital && !marks[at].taken;
    if state || last == 0 || !is_name(last) || marks[last].capitals || marks[last].classes.has(no_person) {
        return false;
    }
    let words = (1..=4)
        .take_while(|&back| last >= back && is_name(last - back) && !tokens[last - back + 1].starts_line);
    let leads = Classes::FIRST.and(Classes::HONORIFIC);
    words.into_iter().any(|back| {
        let mark = &marks[last - back];
        mark.classes.has(leads)
            && !mark.classes.has(Classes::COUNTRY.and(Classes::DEMONYM).and(Classes::ORGANISATION_WORD))
    })
}

//! Letters behind a name that are no part of it: degrees and honours after people, states after towns.
//!
//! ```text
//! Sir Alan Pike CBE      Joan Wills, M.D., said      from Houston TX to Mobile AL
//!               ^^^                  ^^^^                         ^^           ^^
//! ```
//!
//! "Jr." stays: newspapers write it as part of the name. Two letters that are a state as well count after a
//! comma only with points ("Jackson, MS").

use super::mark::Mark;
use super::reading::Reading;
use crate::resources::Classes;
use crate::text::TextRange;
use crate::tokens::{Token, TokenKind};

/// Degrees, honours, seats and callings, without points.
const LETTERS: [&str; 173] = [
    "AC", "ACA", "ACSW", "AFC", "AM", "AO", "APRN", "BA", "BAO", "BCh", "BEd", "BEM", "BEng", "BMus", "BN",
    "BS", "BSc", "BSN", "CB", "CBE", "CD", "CEng", "CFA", "CFP", "CH", "CISSP", "CM", "CMG", "CNM", "CNZM",
    "CPA", "CRNA", "CSC", "CStJ", "CVO", "DBE", "DCB", "DCMG", "DCNZM", "DD", "DDS", "DFC", "DL", "DLitt",
    "DMD", "DMin", "DMus", "DNP", "DNZM", "DO", "DPhil", "DPM", "DSC", "DSc", "DSO", "DStJ", "DVM", "EdD",
    "Esq", "FAIA", "FBA", "FCA", "FGS", "FLS", "FNP", "FRAS", "FRCN", "FRCOG", "FRCP", "FRCPath", "FRCS",
    "FRCVS", "FREng", "FRIBA", "FRS", "FRSA", "FRSC", "FRSE", "FSA", "GBE", "GC", "GCB", "GCMG", "GCVO",
    "GNZM", "JD", "JP", "JSD", "KBE", "KC", "KCB", "KCMG", "KCVO", "KNZM", "KPM", "LCSW", "LLB", "LLD",
    "LLM", "LMFT", "LMSW", "LPC", "LPN", "LRCP", "LVO", "MA", "MAcc", "MBA", "MBBS", "MBChB", "MBE", "MC",
    "MChem", "MD", "MDiv", "MDS", "MEd", "MEng", "MEP", "MFA", "MIMechE", "MLA", "MM", "MNZM", "MP", "MPA",
    "MPH", "MPharm", "MPhil", "MPP", "MRCGP", "MRCP", "MRCVS", "MS", "MSc", "MSN", "MSP", "MSW", "MTh",
    "MVC", "MVO", "NP", "OAM", "OBE", "OC", "OM", "ONZM", "OP", "OSB", "PC", "PharmD", "PhD", "PsyD", "QAM",
    "QC", "QFSM", "QPM", "QSM", "QSO", "QVRM", "RA", "RD", "RIBA", "RN", "RPh", "RVM", "RVO", "SC", "SJ",
    "SJD", "TD", "ThD", "VC",
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

/// The words of a source without the letters behind its name.
///
/// ```text
/// Joan Wills RN said     Mark Orr CBE DL said
/// ^^^^^^^^^^             ^^^^^^^^
/// ```
pub(in crate::layers) fn leave_out(text: &str, source: TextRange) -> TextRange {
    let mut words = source.of(text);
    while let Some((before, last)) = words.rsplit_once(' ') {
        if !before.contains(' ') || !LETTERS.contains(&&*last.replace(['.', ','], "")) {
            break;
        }
        words = before.trim_end_matches([',', ' ']);
    }
    TextRange::new(source.start(), source.start() + words.len())
}

/// "M.P.H." between two commas: no name.
pub(in crate::layers) fn are_letters(word: &str) -> bool {
    may_be_letters(word) && LETTERS.contains(&&*word.replace('.', ""))
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
    // "Sam Ode, QC": Quebec is no place of people in print.
    let state = comma && written != "QC" && STATES.contains(&written);
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

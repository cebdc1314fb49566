//! Lines in which ALL IS IN CAPITALS, so that a capital tells nothing.

use super::forms::Forms;
use super::reading::{Line, LineKind, Mark, Reading, Uses};
use crate::resources::Classes;
use crate::tokens::{Token, TokenKind};

/// Verbs of speech as lines in capitals write them.
pub(super) const SPEECH: [&str; 14] = [
    "SAID", "SAYS", "TOLD", "TELLS", "ADDED", "ADDS", "ASKED", "ASKS", "WARNED", "WARNS", "VOWED", "VOWS",
    "INSISTED", "REPLIED",
];

/// Counts the words that such lines name: led as a name somewhere, they are one wherever they stand.
pub(super) fn count(
    text: &str,
    tokens: &[Token],
    forms: &Forms,
    marks: &[Mark],
    lines: &[Line],
    of_forms: &mut [Uses],
) {
    let loud = || lines.iter().filter(|line| line.kind == LineKind::Capitals);
    for line in loud() {
        for at in line.tokens.clone().filter(|&at| is_named(text, tokens, marks, line, at)) {
            of_forms[forms.of[at] as usize].loud = 1;
        }
    }
    for at in loud().flat_map(|line| line.tokens.clone()) {
        let uses = &mut of_forms[forms.of[at] as usize];
        if uses.loud > 0 {
            uses.capital += 1;
            uses.loud = uses.capital;
        }
    }
}

/// Whether a word that no table takes for an ordinary one stands as a name among words all in capitals:
/// somebody's first name or title leads it, another unknown word stands beside it, or it speaks.
///
/// ```text
/// ANIES BASWEDAN WAS BEATEN. HICHILEMA SAID SO.
/// ^^^^^^^^^^^^^^             ^^^^^^^^^
/// ```
fn is_named(text: &str, tokens: &[Token], marks: &[Mark], line: &Line, at: usize) -> bool {
    let is_free = |at: usize| {
        let mark = &marks[at];
        tokens[at].kind == TokenKind::Word && mark.capitals && !mark.taken && tokens[at].range.len() > 2
    };
    let is_name = |at: usize| is_free(at) && marks[at].classes.without(Classes::SURNAME).is_empty();
    if !is_name(at) {
        return false;
    }
    let leads = Classes::FIRST.and(Classes::HONORIFIC).and(Classes::ROLE);
    let speaks = |at: usize| SPEECH.contains(&tokens[at].of(text));
    let before =
        at.checked_sub(1).filter(|&before| before >= line.tokens.start && !marks[at].starts_sentence);
    let after = (at + 1 < line.tokens.end && !marks[at + 1].starts_sentence).then_some(at + 1);
    before.is_some_and(|before| marks[before].classes.has(leads) || is_name(before) || speaks(before))
        || after.is_some_and(|after| is_name(after) || speaks(after))
}

/// What ministries and departments are for, as lines in capitals write it.
const SUBJECTS: [&str; 43] = [
    "AFFAIRS",
    "AGRICULTURE",
    "CIVIL",
    "COMMERCE",
    "COMMUNICATIONS",
    "CULTURE",
    "DEFENCE",
    "DEFENSE",
    "DEVELOPMENT",
    "ECONOMIC",
    "ECONOMY",
    "EDUCATION",
    "ENERGY",
    "ENVIRONMENT",
    "EXTERNAL",
    "FINANCE",
    "FOREIGN",
    "HEALTH",
    "HIGHER",
    "HOME",
    "HOMELAND",
    "HOUSING",
    "INDUSTRY",
    "INFORMATION",
    "INTERIOR",
    "INTERNAL",
    "JUSTICE",
    "LABOR",
    "LABOUR",
    "MINES",
    "PUBLIC",
    "SCIENCE",
    "SECURITY",
    "SERVICES",
    "SOCIAL",
    "SPORTS",
    "TOURISM",
    "TRADE",
    "TRANSPORT",
    "TREASURY",
    "WATER",
    "WORKS",
    "YOUTH",
];

/// "DEPARTMENT" of "DEPARTMENT OF FOREIGN AFFAIRS", and every other word of it.
pub(super) fn is_ministry(reading: &Reading, at: usize) -> bool {
    let is_subject = |at: usize| SUBJECTS.binary_search(&reading.of(at)).is_ok();
    let heads = |at: usize| {
        let of = matches!(reading.of(at + 1), "OF" | "FOR");
        of && matches!(reading.of(at), "MINISTRY" | "DEPARTMENT")
    };
    if heads(at) {
        return is_subject(at + 2);
    }
    let back = (1..7).take_while(|&back| {
        at >= back && (is_subject(at - back) || matches!(reading.of(at - back), "AND" | "OF" | "FOR"))
    });
    is_subject(at) && back.last().is_some_and(|back| at > back && heads(at - back - 1))
}

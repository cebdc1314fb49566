//! Lines in which ALL IS IN CAPITALS, so that a capital tells nothing.

use super::forms::Forms;
use super::lines::{Line, LineKind};
use super::mark::{Mark, Uses};
use super::reading::{LOUD_SPEECH, Reading};
use crate::resources::Classes;
use crate::tokens::{Token, TokenKind};

/// Counts the words that such lines name: led as a name somewhere, they are one wherever they stand. Of two
/// unknown words side by side one at least must come again.
pub(super) fn count(
    text: &str,
    tokens: &[Token],
    forms: &Forms,
    marks: &[Mark],
    lines: &[Line],
    of_forms: &mut [Uses],
) {
    let loud = || lines.iter().filter(|line| line.kind == LineKind::Capitals);
    let form = |at: usize| forms.of[at] as usize;
    let mut pairs = Vec::new();
    for line in loud() {
        for at in line.tokens.clone() {
            match named(text, tokens, marks, line, at) {
                Some(Named::Led) => of_forms[form(at)].loud = 1,
                Some(Named::Beside(other)) => {
                    of_forms[form(at)].loud = 1;
                    pairs.push((form(at), form(other)));
                }
                None => {}
            }
        }
    }
    if of_forms.iter().all(|uses| uses.loud == 0) {
        return;
    }
    for at in loud().flat_map(|line| line.tokens.clone()) {
        let uses = &mut of_forms[form(at)];
        if uses.loud > 0 {
            uses.capital += 1;
            uses.loud = uses.capital;
        }
    }
    pairs.retain(|&(one, other)| of_forms[one].loud == 1 && of_forms[other].loud < 2);
    for (one, _) in pairs {
        (of_forms[one].capital, of_forms[one].loud) = (0, 0);
    }
}

/// Why a word among words all in capitals is taken for a name.
enum Named {
    /// Somebody's first name or title leads it, or it speaks.
    Led,
    /// Another unknown word stands beside it.
    Beside(usize),
}

/// Whether a word that no table takes for an ordinary one stands as a name among words all in capitals.
///
/// ```text
/// ANIES BASWENDA WAS BEATEN. HAKIMBE SAID SO.
/// ^^^^^^^^^^^^^^             ^^^^^^^
/// ```
fn named(text: &str, tokens: &[Token], marks: &[Mark], line: &Line, at: usize) -> Option<Named> {
    let is_name = |at: usize| {
        let mark = &marks[at];
        let long = tokens[at].kind == TokenKind::Word && tokens[at].range.len() > 2;
        mark.capitals && !mark.taken && long && mark.classes.without(Classes::SURNAME).is_empty()
    };
    if !is_name(at) {
        return None;
    }
    let leads = Classes::FIRST.and(Classes::HONORIFIC).and(Classes::ROLE);
    let speaks = |at: usize| LOUD_SPEECH.contains(&tokens[at].of(text));
    let before =
        at.checked_sub(1).filter(|&before| before >= line.tokens.start && !marks[at].starts_sentence);
    let after = (at + 1 < line.tokens.end && !marks[at + 1].starts_sentence).then_some(at + 1);
    let led = before.is_some_and(|before| marks[before].classes.has(leads) || speaks(before))
        || after.is_some_and(speaks);
    let beside = || before.filter(|&other| is_name(other)).or(after.filter(|&other| is_name(other)));
    if led { Some(Named::Led) } else { beside().map(Named::Beside) }
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

/// "MINISTRY" and "INTERIOR" of "MINISTRY OF THE INTERIOR".
pub(super) fn is_ministry(reading: &Reading, at: usize) -> bool {
    let is_subject = |at: usize| SUBJECTS.binary_search(&reading.of(at)).is_ok();
    let heads = |at: usize| {
        let of = matches!(reading.of(at + 1), "OF" | "FOR");
        of && matches!(reading.of(at), "MINISTRY" | "DEPARTMENT")
    };
    if heads(at) {
        return is_subject(at + 2 + usize::from(reading.of(at + 2) == "THE"));
    }
    let joins = |at: usize| matches!(reading.of(at), "AND" | "OF" | "FOR" | "THE");
    let back = (1..8).take_while(|&back| at >= back && (is_subject(at - back) || joins(at - back)));
    is_subject(at) && back.last().is_some_and(|back| at > back && heads(at - back - 1))
}

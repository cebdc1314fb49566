//! Offices with a name in them, and where the name of who holds them begins.
//!
//! ```text
//! Speaker of the House Mabel Trent     Archbishop of York Simon Dale
//! ^^^^^^^^^^^^^^^^^^^^ ^^^^^^^^^^^^     ^^^^^^^^^^^^^^^^^^ ^^^^^^^^^^
//! ```
//!
//! A first name, or a title, after the words behind "of" or "for" tells it. "Mother of Anna Lee Smith" holds no
//! office: her words begin with a first name themselves.

use super::piece::Unit;
use super::reading::Reading;
use super::roles;
use crate::resources::Classes;
use crate::text::TextRange;

/// An office and the words that it is over.
pub(super) struct Office {
    /// "Archbishop of York"; nothing where a title of its own stands before the name.
    pub role: Option<TextRange>,
    /// He or she, where the office tells.
    pub male: Option<bool>,
    /// How many units stand before the name: "York".
    pub over: usize,
    /// Whether these are a name themselves: "York", not "Exchequer".
    pub named: bool,
}

/// No office reaches over more tokens than these.
const LONGEST: usize = 12;

const PLACES: Classes = Classes::PLACE.and(Classes::COUNTRY).and(Classes::REGION).and(Classes::CITY);

/// The office whose last words open a run, where a name follows them.
pub(super) fn before(reading: &Reading, units: &[Unit]) -> Option<Office> {
    let at = units.first()?.tokens.start;
    let led = at > 0
        && !reading.tokens[at].starts_line
        && matches!(reading.of(at - 1), "of" | "for" | "the" | "and");
    let over = led.then(|| name_at(units)).flatten()?;
    let object = &units[..over];
    let first =
        units[0].classes.has(Classes::FIRST) && !units[0].classes.has(PLACES.and(Classes::ORGANISATION));
    let start = role_before(reading, at).filter(|&start| !first && !is_kin(reading.of(start)))?;
    let titled = units[over].classes.has(Classes::HONORIFIC) && !units[over].classes.has(Classes::FIRST);
    let end = units[over - 1].tokens.end;
    let names = PLACES.and(Classes::ORGANISATION).and(Classes::ORGANISATION_WORD);
    let place = object[0].classes.has(PLACES);
    let plain =
        !place && object.len() == 1 && object[0].tokens.len() == 1 && object[0].classes.has(Classes::COMMON);
    Some(Office {
        role: (!titled).then(|| reading.range(roles::ranks(reading, start)..end)),
        male: reading.forms.at(start).entry.and_then(|entry| reading.words.is_male(entry)),
        over,
        named: !plain && object.iter().any(|unit| unit.classes.has(names)),
    })
}

/// "son of Austin James Smith": no office.
fn is_kin(word: &str) -> bool {
    const KIN: [&str; 12] = [
        "son", "daughter", "wife", "husband", "widow", "mother", "father", "brother", "sister", "partner",
        "friend", "fan",
    ];
    KIN.iter().any(|kin| kin.eq_ignore_ascii_case(word))
}

/// Which unit behind the first a name begins with: a word that is a first name and nothing else, a title, or any
/// first name before the last word.
fn name_at(units: &[Unit]) -> Option<usize> {
    let other = PLACES
        .and(Classes::COMMON)
        .and(Classes::ORGANISATION)
        .and(Classes::ORGANISATION_WORD)
        .and(Classes::TEAM_WORD)
        .and(Classes::PLACE_WORD);
    let stands = |at: usize| !units[at].joiner && !units[at - 1].joiner && !units[at + 1].joiner;
    let pure = |at: &usize| {
        let classes = units[*at].classes;
        let title = classes.has(Classes::HONORIFIC) && !classes.has(Classes::SURNAME);
        stands(*at) && !classes.has(other) && (classes.has(Classes::FIRST) || title)
    };
    let last = || units.len().checked_sub(2).filter(|&at| at > 0);
    let heads =
        Classes::ORGANISATION_WORD.and(Classes::TEAM_WORD).and(Classes::PLACE_WORD).and(Classes::EVENT_WORD);
    // "Editor of the Harbour Media Group"
    let plain = |unit: &Unit| unit.classes.has(Classes::COMMON) && !unit.classes.has(Classes::SURNAME);
    let body = |unit: &Unit| {
        let surname = unit.classes.has(Classes::SURNAME.and(Classes::FIRST));
        unit.classes.has(Classes::ORGANISATION_WORD) || plain(unit) || unit.classes.has(heads) && !surname
    };
    if units.last().is_none_or(body) {
        return None;
    }
    let first = |at: &usize| stands(*at) && units[*at].classes.has(Classes::FIRST);
    (1..units.len().saturating_sub(1)).find(pure).or_else(|| last().filter(first))
}

/// The role behind which "of" or "for" leads to a token: "Secretary" of "Secretary of State for Wales".
fn role_before(reading: &Reading, at: usize) -> Option<usize> {
    for of in (at.saturating_sub(LONGEST)..at).rev() {
        let word = reading.of(of);
        let leads = matches!(word, "of" | "for");
        let title = Classes::ROLE.and(Classes::HONORIFIC);
        if leads && of > 0 && reading.classes(of - 1).has(title) {
            return Some(of - 1);
        }
        let inside = leads || matches!(word, "the" | "and" | ",") || reading.is_capital(of);
        if !inside || reading.tokens[of].starts_line || reading.marks[of].starts_sentence {
            return None;
        }
    }
    None
}

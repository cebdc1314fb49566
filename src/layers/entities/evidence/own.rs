//! What a name's own words say: what the tables know of them, their order, their letters.

use super::super::company::is_company_suffix;
use super::super::piece::Unit;
use super::super::reading::Reading;
use super::Evidence;
use crate::document::entities::Label;
use crate::document::reason::Rule;
use crate::resources::Classes;
use crate::text::TextRange;
use crate::tokens::TokenKind;

/// "of", "and", "for", "&": joints of organisations and titles, not of people.
pub(super) fn is_small_joint(reading: &Reading, unit: &Unit) -> bool {
    matches!(reading.of(unit.tokens.start), "of" | "and" | "for" | "on" | "&" | "'s" | "’s" | "'" | "’")
}

/// "van", "de", "al-", "bin" before or inside a name.
pub(super) fn is_particle(reading: &Reading, unit: &Unit) -> bool {
    let word = reading.of(unit.tokens.start);
    let lower = word.starts_with(char::is_lowercase) && !is_small_joint(reading, unit);
    lower && reading.classes(unit.tokens.start).has(Classes::PARTICLE)
}

/// What the tables say of the whole name.
pub(super) fn known(evidence: &mut Evidence, reading: &Reading, unit: &Unit) {
    let classes = unit.classes;
    let single = unit.tokens.len() == 1;
    let doubtful = single && classes.has(Classes::FIRST.and(Classes::SURNAME).and(Classes::COMMON));
    for (class, label, points, rule) in [
        (Classes::COUNTRY, Label::Place, 100, Rule::KnownPlace),
        (Classes::REGION, Label::Place, 75, Rule::KnownPlace),
        (Classes::NATURE, Label::Place, 75, Rule::KnownPlace),
        (Classes::FACILITY, Label::Place, 75, Rule::KnownPlace),
        (Classes::ORGANISATION, Label::Organisation, 95, Rule::KnownOrganisation),
        (Classes::SEAT, Label::Organisation, 90, Rule::KnownOrganisation),
        (Classes::DEMONYM, Label::Group, 110, Rule::Demonym),
        (Classes::GROUP, Label::Group, 100, Rule::Demonym),
        (Classes::PRODUCT, Label::Product, 90, Rule::KnownProduct),
        (Classes::EVENT, Label::Event, 90, Rule::EventWord),
        (Classes::WORK, Label::Work, 90, Rule::KnownProduct),
    ] {
        if classes.has(class) {
            let words = Some(reading.range(unit.tokens.clone()));
            evidence.add(label, points, rule, words.filter(|_| rule == Rule::EventWord));
        }
    }
    if classes.has(Classes::CITY) {
        let points = match (classes.has(Classes::BIG_CITY), doubtful) {
            (true, false) => 85,
            (true, true) => 70,
            (false, false) => 45,
            (false, true) => 18,
        };
        evidence.add(Label::Place, points, Rule::KnownPlace, None);
    }
    if single && classes.has(Classes::TEAM_WORD) && !classes.has(Classes::COMMON) {
        evidence.add(
            Label::Organisation,
            50,
            Rule::OrganisationWord,
            Some(reading.range(unit.tokens.clone())),
        );
    }
    if single && classes.has(Classes::FIRST.and(Classes::SURNAME)) && !classes.has(Classes::COMMON) {
        evidence.add(Label::Person, 22, Rule::FirstName, Some(reading.range(unit.tokens.clone())));
    }
}

/// "Ministry", "River", "Cup" in a name of several words.
pub(super) fn kind_words(
    evidence: &mut Evidence,
    reading: &Reading,
    names: &[&Unit],
    range: &dyn Fn(&Unit) -> Option<TextRange>,
) {
    let (first, last) = (names[0], names[names.len() - 1]);
    let given = has_hyphened_given(reading, names);
    for (class, label, end, start, rule) in [
        (Classes::ORGANISATION_WORD, Label::Organisation, 75, 55, Rule::OrganisationWord),
        (Classes::PLACE_WORD, Label::Place, 62, 40, Rule::PlaceWord),
        (Classes::EVENT_WORD, Label::Event, 78, 30, Rule::EventWord),
        (Classes::TEAM_WORD, Label::Organisation, 70, 0, Rule::OrganisationWord),
    ] {
        let person =
            first.classes.has(Classes::FIRST) && !first.classes.has(Classes::PLACE.and(Classes::COMMON));
        // "Susan Park" is somebody, "Central Park" is not.
        let surname = person && class == Classes::PLACE_WORD && last.classes.has(Classes::SURNAME);
        let end = if surname { end / 2 } else { end };
        if surname && last.classes.has(class) && !first.classes.has(Classes::ORGANISATION) {
            evidence.add(Label::Person, 40, Rule::FirstName, range(first));
        }
        let soft = person && class == Classes::TEAM_WORD || given;
        if last.classes.has(class) {
            evidence.add(label, if soft { 10 } else { end }, rule, range(last));
        } else if first.classes.has(class) && start > 0 {
            evidence.add(label, start, rule, range(first));
        } else if names.iter().any(|unit| unit.classes.has(class)) && start > 0 {
            evidence.add(label, start / 2, rule, None);
        }
    }
    for unit in names {
        if unit.classes.has(Classes::ORGANISATION) {
            evidence.add(Label::Organisation, 35, Rule::KnownOrganisation, range(unit));
        }
        if unit.classes.has(Classes::DEMONYM.and(Classes::GROUP)) {
            evidence.add(Label::Organisation, 18, Rule::CapitalRun, None);
        }
    }
    if first.classes.has(Classes::PLACE) && !first.classes.has(Classes::FIRST.and(Classes::SURNAME)) {
        evidence.add(Label::Organisation, 15, Rule::CapitalRun, None);
        evidence.add(Label::Place, 12, Rule::CapitalRun, None);
    }
}

/// "Min-jun Park": the second half of a given name follows the first.
fn has_hyphened_given(reading: &Reading, names: &[&Unit]) -> bool {
    let small = |at: usize| reading.of(at).starts_with(char::is_lowercase);
    let half = |unit: &Unit| unit.tokens.len() == 2 && reading.of(unit.tokens.start) == "-";
    names.len() > 2 && half(names[1]) && small(names[1].tokens.start + 1)
}

/// First names, initials, particles and surnames in a name of several words.
pub(super) fn person_words(
    evidence: &mut Evidence,
    reading: &Reading,
    names: &[&Unit],
    range: &dyn Fn(&Unit) -> Option<TextRange>,
    joined: bool,
) {
    let (first, last) = (names[0], names[names.len() - 1]);
    if has_hyphened_given(reading, names) {
        evidence.add(Label::Person, 40, Rule::FirstName, range(first));
    }
    let kinds =
        Classes::ORGANISATION_WORD.and(Classes::PLACE_WORD).and(Classes::TEAM_WORD).and(Classes::EVENT_WORD);
    if first.classes.has(Classes::FIRST) && names.len() <= 4 {
        let doubtful = first.classes.has(Classes::COMMON.and(Classes::PLACE).and(Classes::ORGANISATION));
        evidence.add(Label::Person, if doubtful { 40 } else { 65 }, Rule::FirstName, range(first));
    } else if first.classes.has(Classes::SURNAME) && !first.classes.has(Classes::COMMON) && names.len() <= 3 {
        evidence.add(Label::Person, 20, Rule::FirstName, range(first));
    }
    if names.len() <= 4 && last.classes.has(Classes::SURNAME) && !last.classes.has(kinds) {
        evidence.add(Label::Person, 20, Rule::FirstName, range(last));
    }
    if last.classes.has(Classes::NAME_SUFFIX) || names.iter().any(|unit| unit.classes.has(Classes::PARTICLE))
    {
        evidence.add(Label::Person, 25, Rule::CapitalRun, None);
    }
    let initial = |unit: &&&Unit| unit.tokens.len() == 1 && range(unit).is_some_and(|range| range.len() <= 2);
    // "D K Rao", not "J-K".
    let surname = range(last).is_some_and(|range| range.len() > 2);
    if surname && names[..names.len() - 1].iter().any(|unit| initial(&unit)) && !joined {
        evidence.add(Label::Person, 35, Rule::CapitalRun, None);
    }
}

/// What a run of capitals most often is, when nothing else is known.
pub(super) fn prior(evidence: &mut Evidence, names: &[&Unit], joined: bool) {
    let common = names.iter().filter(|unit| unit.classes.has(Classes::COMMON)).count();
    let small = names.iter().any(|unit| unit.classes.has(Classes::SMALL));
    let (person, organisation, place) = match (names.len(), common, joined) {
        (1, 0, _) => (20, 14, 14),
        (1, ..) => (4, 12, 4),
        (_, _, true) => (5, 32, 12),
        (2 | 3, 0, _) if !small => (38, 14, 12),
        (2 | 3, 1, _) => (20, 26, 12),
        (2 | 3, ..) => (2, 28, 8),
        _ => (0, 32, 5),
    };
    evidence.add(Label::Person, person, Rule::CapitalRun, None);
    evidence.add(Label::Organisation, organisation, Rule::CapitalRun, None);
    evidence.add(Label::Place, place, Rule::CapitalRun, None);
}

/// What the letters of the words tell where no table does.
pub(super) fn spelling(evidence: &mut Evidence, reading: &Reading, names: &[&Unit]) {
    let (first, last) = (reading.of(names[0].tokens.start), names[names.len() - 1]);
    let word = reading.of(last.tokens.end - 1);
    let known = Classes::FIRST.and(Classes::SURNAME).and(Classes::COMMON);
    if is_company_suffix(word) && names.len() > 1 {
        let words = Some(reading.range(last.tokens.clone()));
        evidence.add(Label::Organisation, 70, Rule::OrganisationWord, words);
    }
    // "IIT-Delhi": initials and the town where it is.
    if let [initials, town] = names
        && reading.marks[initials.tokens.start].capitals
        && reading.of(initials.tokens.end) == "-"
        && town.classes.has(Classes::CITY)
        && !initials.classes.has(Classes::PLACE)
    {
        evidence.add(Label::Organisation, 75, Rule::UnknownAcronym, None);
    }
    if names.len() > 1 && (names[0].tokens.end..names[1].tokens.start).any(|at| reading.of(at) == "&") {
        let couple = names.iter().all(|unit| unit.classes.has(Classes::FIRST));
        evidence.add(Label::Organisation, if couple { 0 } else { 60 }, Rule::OrganisationWord, None);
    }
    if names.iter().any(|unit| has_inner_capital(reading.of(unit.tokens.start))) {
        evidence.add(Label::Organisation, 35, Rule::CapitalRun, None);
    }
    if names.len() > 1 && is_direction(first) {
        evidence.add(Label::Place, 34, Rule::PlaceWord, Some(reading.range(names[0].tokens.clone())));
    }
    if names.len() > 1 && matches!(first, "La" | "Le" | "Les" | "El" | "Los" | "Las" | "Al") {
        evidence.add(Label::Person, -14, Rule::CapitalRun, None);
        evidence.add(Label::Organisation, 10, Rule::CapitalRun, None);
        evidence.add(Label::Place, 10, Rule::CapitalRun, None);
    }
    if !last.classes.has(known) && word.len() > 5 && !reading.marks[last.tokens.end - 1].capitals {
        if ends_like_place(word) {
            evidence.add(Label::Place, 14, Rule::PlaceWord, None);
        }
        let people = ["ian", "ians", "ese", "stani", "stanis"].iter().any(|end| word.ends_with(end));
        let next = reading.tokens.get(last.tokens.end).filter(|token| token.kind == TokenKind::Word);
        let modifies =
            word.ends_with("ians") || next.is_some_and(|token| !token.capital && !token.starts_line);
        if people && modifies && names.len() == 1 {
            evidence.add(Label::Group, 45, Rule::Demonym, None);
        }
        if names.len() == 1 && ends_like_company(word) {
            evidence.add(Label::Organisation, 22, Rule::OrganisationWord, None);
        }
    }
}

/// "Velcom", "TARNBANK"
pub(super) fn ends_like_company(word: &str) -> bool {
    let ends = ["bank", "corp", "tel", "soft", "tech", "wire", "gas", "com", "media", "works"];
    let word = word.to_lowercase();
    ends.iter().any(|end| word.ends_with(end))
}

/// "NationsBank", "KeyCorp", but not "McDonald", "DeVito" or "O’Brien".
fn has_inner_capital(word: &str) -> bool {
    let particles = [
        "Mc", "Mac", "De", "Di", "La", "Le", "Du", "Van", "Fitz", "O'", "O’", "D'", "D’", "Da", "Del", "Des",
        "St",
    ];
    let mut lower = false;
    for (at, c) in word.char_indices() {
        if c.is_uppercase() && lower {
            return !particles.contains(&&word[..at]) && !word[..at].ends_with(['\'', '’', '.']);
        }
        lower |= c.is_lowercase();
    }
    false
}

fn is_direction(word: &str) -> bool {
    matches!(
        word,
        "North"
            | "South"
            | "East"
            | "West"
            | "Northern"
            | "Southern"
            | "Eastern"
            | "Western"
            | "Central"
            | "Upper"
            | "Lower"
            | "Port"
            | "San"
            | "Santa"
            | "São"
            | "Fort"
            | "Mount"
            | "Lake"
            | "Cape"
            | "Camp"
            | "Saint"
            | "Greater"
    )
}

fn ends_like_place(word: &str) -> bool {
    let ends = [
        "stan", "land", "burg", "burgh", "ville", "ton", "grad", "pur", "abad", "shire", "ford", "ham", "sk",
        "bad", "heim", "borough", "mouth", "via", "nia", "mere", "wick", "ovo", "polis", "pura", "gaon",
        "garh", "nagar",
    ];
    ends.iter().any(|end| word.ends_with(end))
}

//! What speaks for each label of a possible name, in points, with the words that say so.
//!
//! Points were set by hand and adjusted by reading errors on the development sets; they are
//! sums, so every reason shown to a reader is one that counted.

use super::Label;
use super::pieces::{Piece, Unit};
use super::reading::{LineKind, Reading};
use crate::reason::Rule;
use crate::resources::Classes;
use crate::text::TextRange;
use crate::tokens::TokenKind;
use std::ops::Range;

/// How many labels there are.
pub(super) const LABELS: usize = 7;

/// Every label, in the order of the points.
pub(super) const ORDER: [Label; LABELS] = [
    Label::Person,
    Label::Organisation,
    Label::Place,
    Label::Group,
    Label::Event,
    Label::Work,
    Label::Product,
];

/// Points for each label, and the strongest reason for each.
#[derive(Clone, Default)]
pub(super) struct Evidence {
    pub points: [i32; LABELS],
    reasons: [Option<(i32, Rule, Option<TextRange>)>; LABELS],
}

impl Evidence {
    /// Adds points for a label.
    pub fn add(&mut self, label: Label, points: i32, rule: Rule, words: Option<TextRange>) {
        let index = index(label);
        self.points[index] += points;
        // A reader learns more from a word in the text than from a habit or the tagger.
        let telling = match rule {
            Rule::CapitalRun => points.min(5),
            Rule::Tagger => 12,
            _ => points,
        };
        let reason = &mut self.reasons[index];
        if reason.is_none_or(|(best, ..)| telling > best) {
            *reason = Some((telling, rule, words));
        }
    }

    /// The strongest reason for a label.
    pub fn reason(&self, label: Label) -> (Rule, Option<TextRange>) {
        self.reasons[index(label)].map_or((Rule::CapitalRun, None), |(_, rule, words)| (rule, words))
    }

    /// The best label, its points and its lead over the second.
    pub fn best(&self) -> (Label, i32, i32) {
        let mut order: Vec<usize> = (0..LABELS).collect();
        order.sort_by_key(|&index| (-self.points[index], index));
        let (first, second) = (self.points[order[0]], self.points[order[1]]);
        (ORDER[order[0]], first, first - second)
    }

    /// What the name's own words say.
    pub fn of_units(reading: &Reading, units: &[Unit]) -> Evidence {
        let mut evidence = Evidence::default();
        let range = |unit: &Unit| Some(reading.range(unit.tokens.clone()));
        if let [whole] = units {
            known(&mut evidence, reading, whole);
        }
        let names: Vec<&Unit> = units.iter().filter(|unit| !unit.joiner).collect();
        let Some(last) = names.last() else { return evidence };
        let joined = units.iter().any(|unit| unit.joiner && is_small_joint(reading, unit));
        if names.len() > 1 {
            kind_words(&mut evidence, &names, &range);
            person_words(&mut evidence, &names, &range, joined);
        }
        if units.iter().any(|unit| is_particle(reading, unit)) {
            evidence.add(Label::Person, 32, Rule::CapitalRun, None);
        }
        prior(&mut evidence, &names, joined);
        spelling(&mut evidence, reading, &names);
        let capitals =
            names.len() == 1 && reading.marks[last.tokens.start].capitals && last.tokens.len() == 1;
        let length = reading.of(last.tokens.start).len();
        if capitals && (2..=6).contains(&length) && !last.classes.has(Classes::PLACE) {
            evidence.add(Label::Organisation, 40, Rule::UnknownAcronym, None);
        }
        evidence
    }
}

pub(super) fn index(label: Label) -> usize {
    ORDER.iter().position(|&other| other == label).unwrap_or(0)
}

/// "of", "and", "for", "&": joints of organisations and titles, not of people.
fn is_small_joint(reading: &Reading, unit: &Unit) -> bool {
    matches!(reading.of(unit.tokens.start), "of" | "and" | "for" | "on" | "&" | "'s" | "’s" | "'" | "’")
}

/// "van", "de", "al-", "bin" before or inside a name.
fn is_particle(reading: &Reading, unit: &Unit) -> bool {
    let word = reading.of(unit.tokens.start);
    let lower = word.starts_with(char::is_lowercase) && !is_small_joint(reading, unit);
    lower && reading.classes(unit.tokens.start).has(Classes::PARTICLE)
}

/// What the tables say of the whole name.
fn known(evidence: &mut Evidence, reading: &Reading, unit: &Unit) {
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
fn kind_words(evidence: &mut Evidence, names: &[&Unit], range: &dyn Fn(&Unit) -> Option<TextRange>) {
    let (first, last) = (names[0], names[names.len() - 1]);
    for (class, label, end, start, rule) in [
        (Classes::ORGANISATION_WORD, Label::Organisation, 75, 55, Rule::OrganisationWord),
        (Classes::PLACE_WORD, Label::Place, 62, 40, Rule::PlaceWord),
        (Classes::EVENT_WORD, Label::Event, 78, 30, Rule::EventWord),
        (Classes::TEAM_WORD, Label::Organisation, 70, 0, Rule::OrganisationWord),
    ] {
        let person =
            first.classes.has(Classes::FIRST) && !first.classes.has(Classes::PLACE.and(Classes::COMMON));
        let soft = person && class == Classes::TEAM_WORD;
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

/// First names, initials, particles and surnames in a name of several words.
fn person_words(
    evidence: &mut Evidence,
    names: &[&Unit],
    range: &dyn Fn(&Unit) -> Option<TextRange>,
    joined: bool,
) {
    let (first, last) = (names[0], names[names.len() - 1]);
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
    let initial = |unit: &&&Unit| unit.tokens.len() == 1 && range(unit).is_some_and(|range| range.len() == 2);
    if names[..names.len() - 1].iter().any(|unit| initial(&unit)) && !joined {
        evidence.add(Label::Person, 35, Rule::CapitalRun, None);
    }
}

/// What a run of capitals most often is, when nothing else is known.
fn prior(evidence: &mut Evidence, names: &[&Unit], joined: bool) {
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
fn spelling(evidence: &mut Evidence, reading: &Reading, names: &[&Unit]) {
    let (first, last) = (reading.of(names[0].tokens.start), names[names.len() - 1]);
    let word = reading.of(last.tokens.end - 1);
    let known = Classes::FIRST.and(Classes::SURNAME).and(Classes::COMMON);
    if is_company_suffix(word) && names.len() > 1 {
        let words = Some(reading.range(last.tokens.clone()));
        evidence.add(Label::Organisation, 70, Rule::OrganisationWord, words);
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
        let company = ["bank", "corp", "tel", "soft", "tech", "wire", "gas", "com", "media", "works"];
        if names.len() == 1 && company.iter().any(|end| word.ends_with(end)) {
            evidence.add(Label::Organisation, 22, Rule::OrganisationWord, None);
        }
    }
}

pub(super) fn is_company_suffix(word: &str) -> bool {
    let suffixes = [
        "Inc",
        "Corp",
        "Ltd",
        "Co",
        "Plc",
        "PLC",
        "plc",
        "LLC",
        "AG",
        "SA",
        "NV",
        "GmbH",
        "AB",
        "Oy",
        "SpA",
        "Group",
        "Bank",
        "Holdings",
        "Bhd",
        "Pty",
        "LLP",
        "Corporation",
        "Company",
        "Limited",
        "Airlines",
        "Airways",
    ];
    suffixes.contains(&word.trim_end_matches('.'))
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

/// Adds what the words around each piece say.
pub(super) fn weigh(reading: &Reading, pieces: &mut [Piece]) {
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
    }
}

/// Titles, roles and prepositions that precede.
fn before(reading: &Reading, piece: &mut Piece) {
    if let Some(words) = piece.role {
        let organisation = piece.classes.has(Classes::ORGANISATION);
        piece.evidence.add(Label::Person, if organisation { 30 } else { 75 }, Rule::Honorific, Some(words));
        return;
    }
    let Some(previous) = piece.tokens.start.checked_sub(1) else { return };
    if reading.tokens[piece.tokens.start].starts_line {
        return;
    }
    if let Some(role) = role_before(reading, previous) {
        let words = reading.range(role.clone());
        piece.role = Some(words);
        piece.male = male(reading, role);
        piece.evidence.add(Label::Person, 60, Rule::Role, Some(words));
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
        "near" | "Near" | "outside" | "across" | "throughout" => 40,
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
    if matches!(reading.of(at), "by" | "By") {
        piece.evidence.add(Label::Person, 8, Rule::CapitalRun, None);
    }
}

/// "spokesman" in "its spokesman Ola Dunn", not in "the spokesman, Ola Dunn".
fn role_before(reading: &Reading, at: usize) -> Option<Range<usize>> {
    let is_role = |at: usize| {
        reading.tokens[at].kind == TokenKind::Word
            && !reading.tokens[at].capital
            && reading.classes(at).has(Classes::ROLE.and(Classes::HONORIFIC))
    };
    if !is_role(at) {
        return None;
    }
    let mut start = at;
    while start > 0 && at - start < 3 && !reading.tokens[start].starts_line {
        let before = start - 1;
        let word = reading.tokens[before].kind == TokenKind::Word && !reading.tokens[before].capital;
        let modifies = word
            && !reading.classes(before).has(Classes::SMALL)
            && reading.classes(before).has(Classes::COMMON);
        if !(modifies && (is_role(before) || starts_role(reading, before, at))) {
            break;
        }
        start = before;
    }
    Some(start..at + 1)
}

/// "prime minister": the table knows the phrase.
fn starts_role(reading: &Reading, start: usize, last: usize) -> bool {
    let mut key = String::new();
    crate::resources::fold(&mut key, reading.range(start..last + 1).of(reading.text));
    reading.words.classes(&key).has(Classes::ROLE)
}

fn male(reading: &Reading, role: Range<usize>) -> Option<bool> {
    let mut key = String::new();
    crate::resources::fold(&mut key, reading.of(role.end - 1));
    reading.words.get(&key).and_then(|entry| reading.words.is_male(entry))
}

/// Speech, ages, appositions and hyphens that follow.
fn after(reading: &Reading, piece: &mut Piece, next: Option<Range<usize>>) {
    let end = piece.tokens.end;
    let Some(token) = reading.tokens.get(end).filter(|token| !token.starts_line) else { return };
    let words = Some(token.range);
    match reading.of(end) {
        "said" | "says" | "told" | "added" | "adds" | "asked" | "explained" | "recalled" => {
            piece.evidence.add(Label::Person, 14, Rule::SpeaksHere, words);
            piece.evidence.add(Label::Organisation, 10, Rule::CapitalRun, None);
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
            piece.evidence.add(Label::Place, 2, Rule::CapitalRun, None);
        }
        word if is_act(word) => piece.evidence.add(Label::Person, 12, Rule::SpeaksHere, words),
        word if word.ends_with("-based") => piece.evidence.add(Label::Place, 40, Rule::CapitalRun, words),
        "-" if reading.of(end + 1) == "based" => {
            piece.evidence.add(Label::Place, 40, Rule::CapitalRun, words)
        }
        "province" | "region" | "city" | "district" | "airport" | "island" | "islands" | "river"
        | "village" | "peninsula" | "town" => {
            piece.evidence.add(Label::Place, 45, Rule::PlaceWord, words);
        }
        "party" | "group" | "newspaper" | "agency" | "magazine" | "company" | "club" | "team" | "bank"
        | "shares" | "coalition" | "movement" | "rebels" | "militants" | "newsletter" | "airline"
        | "daily" | "spokesman" | "spokeswoman" | "spokesperson" | "officials" => {
            piece.evidence.add(Label::Organisation, 32, Rule::OrganisationWord, words);
        }
        _ => {}
    }
}

/// What people do and things do not.
fn is_act(word: &str) -> bool {
    matches!(
        word,
        "joked"
            | "laughed"
            | "smiled"
            | "scored"
            | "married"
            | "testified"
            | "tweeted"
            | "resigned"
            | "died"
            | "born"
            | "wrote"
            | "writes"
            | "pleaded"
            | "grew"
            | "sat"
            | "thinks"
            | "believes"
            | "argued"
            | "retired"
            | "insisted"
            | "replied"
            | "admitted"
            | "noted"
            | "recalls"
    )
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
    let reach = (at..at + 6).take_while(|&next| {
        let token = reading.tokens.get(next);
        token.is_some_and(|token| {
            matches!(token.kind, TokenKind::Word | TokenKind::Possessive) && !token.starts_line
        })
    });
    for role in reach {
        if !reading.tokens[role].capital && reading.classes(role).has(Classes::ROLE) {
            let start = if matches!(word, "a" | "an" | "the") { at + 1 } else { at };
            let range = reading.range(start.min(role)..role + 1);
            piece.evidence.add(Label::Person, 32, Rule::Role, Some(range));
            piece.role = piece.role.or(Some(range));
            piece.male = piece.male.or(male(reading, role..role + 1));
            break;
        }
    }
}

/// "at the Kremlin" is the building; "the Kremlin said" the government.
fn seat(reading: &Reading, piece: &mut Piece) {
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
fn team(reading: &Reading, piece: &mut Piece) {
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
    let schedule = piece.line == LineKind::Capitals && (before == "AT" || after == "AT");
    if reading.sport && schedule {
        piece.evidence.add(Label::Organisation, 70, Rule::SpeaksHere, None);
    }
    if reading.sport && matches!(after, "'s" | "’s") {
        piece.evidence.add(Label::Organisation, 12, Rule::SpeaksHere, None);
    }
}

/// "(Northwire) -": an agency that no table knows.
fn bracketed(reading: &Reading, piece: &mut Piece) {
    let (start, end) = (piece.tokens.start, piece.tokens.end);
    let brackets = reading.of(start.wrapping_sub(1)) == "(" && reading.of(end) == ")";
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

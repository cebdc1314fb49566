//! What the rest of an article says of a name: its other mentions, the full name it is short for.
//!
//! ```text
//! Corvania has left the talks … officials in Corvania        both are the place of the second
//! Delphic Devices was sued … Delphic said                    the company, unless a person is named so
//! Kestovia had agreed … the Kestovian prime minister         what has a people is a place
//! ```

use super::company::{is_company_suffix, is_left_out};
use super::evidence::{Evidence, LABELS, index};
use super::piece::Piece;
use super::reading::{Reading, key_of, key_of_last, number};
use super::sport::PLAYS;
use crate::document::entities::Label;
use crate::document::reason::Rule;
use crate::resources::{Classes, QuickMap, QuickSet, fold};
use crate::text::TextRange;

/// Lets all mentions of one name speak for each other, and full names for their parts.
pub(super) fn weigh(reading: &Reading, pieces: &mut [Piece]) {
    let mut same: QuickMap<u64, Together> = QuickMap::default();
    let mut parts = Parts::default();
    let lands = lands_and_people(reading);
    let keys: Vec<u64> = pieces.iter().map(|piece| name_of(reading, piece)).collect();
    let short = short_for_places(reading, pieces);
    for (piece, name) in pieces.iter_mut().zip(&keys) {
        if let Some(label) = lands.get(name).filter(|_| piece.classes.without(Classes::COMMON).is_empty()) {
            piece.evidence.add(*label, LAND_AND_PEOPLE, Rule::CapitalRun, None);
        }
        if piece.tokens.len() == 1 && reading.marks[piece.tokens.start].capitals && short.contains(name) {
            piece.evidence.add(Label::Place, SHORT_PLACE, Rule::Acronym, None);
        }
        let range = reading.range(piece.tokens.clone());
        if let Some(place) = reading.dateline.filter(|place| place.contains(range)) {
            piece.evidence.add(Label::Place, FILED_FROM, Rule::PlaceDateline, Some(place));
        }
        let mut evidence = piece.evidence.clone();
        // "Mr. Halvik" leaves no doubt, but only where the title stands.
        let person = &mut evidence.points[index(Label::Person)];
        *person = (*person).min(if piece.role.is_some() { TITLED } else { *person });
        same.entry(*name).or_default().add(&evidence);
        parts.note(reading, piece);
    }
    if reading.sport {
        play(reading, pieces, &keys, &same);
    }
    for (piece, name) in pieces.iter_mut().zip(&keys) {
        let together = same.get(name).copied().unwrap_or_default();
        if together.count > 1 && !piece.classes.has(Classes::SEAT) {
            share(reading, piece, &together, parts.people.contains_key(name));
        }
        parts.speak(reading, piece, *name);
    }
}

/// The most that a title says of the same name without one.
const TITLED: i32 = 110;

/// What "Uttar Pradesh" says for "UP".
const SHORT_PLACE: i32 = 110;

/// Initials of the places that the article names in full, by key, but for those that the tables know: "UP" of "Uttar
/// Pradesh".
fn short_for_places(reading: &Reading, pieces: &[Piece]) -> QuickSet<u64> {
    let mut found = QuickSet::default();
    for piece in
        pieces.iter().filter(|piece| piece.tokens.len() > 1 && piece.evidence.best().0 == Label::Place)
    {
        let mut key = String::new();
        let words = reading.range(piece.tokens.clone()).of(reading.text);
        let initials: String = words.split_whitespace().filter_map(|word| word.chars().next()).collect();
        fold(&mut key, &initials);
        let known =
            reading.words.classes(&key).without(Classes::COMMON.and(Classes::NO_NAME).and(Classes::SMALL));
        if piece.classes.has(Classes::PLACE) && known.is_empty() {
            found.insert(number(&key));
        }
    }
    found
}

/// Where so many towns play, every other one does too that is no place here.
const LEAGUE: usize = 3;

/// "Cleveland’s lead over the Sox" in a report on several clubs that are named by their towns: each is a club, but for
/// one that somebody is in or comes from, or that a country follows.
fn play(reading: &Reading, pieces: &mut [Piece], keys: &[u64], same: &QuickMap<u64, Together>) {
    let town = |piece: &Piece| {
        let place =
            piece.classes.has(Classes::CITY.and(Classes::REGION)) && !piece.classes.has(Classes::COUNTRY);
        place && piece.role.is_none() && !piece.classes.has(Classes::ORGANISATION)
    };
    let plays = |key: &u64| same.get(key).is_some_and(|all| all.most[index(Label::Organisation)] >= 62);
    let clubs: QuickSet<u64> = pieces
        .iter()
        .zip(keys)
        .filter(|(piece, key)| town(piece) && plays(key))
        .map(|(_, key)| *key)
        .collect();
    if clubs.len() < LEAGUE {
        return;
    }
    for (piece, key) in pieces.iter_mut().zip(keys).filter(|(piece, _)| town(piece)) {
        if clubs.contains(key) && !is_somewhere(reading, piece) {
            piece.evidence.add(Label::Organisation, PLAYS, Rule::SpeaksHere, None);
        }
    }
}

/// "in Leeds", "Leeds, England", "Leeds-born", or the place of a dateline.
fn is_somewhere(reading: &Reading, piece: &Piece) -> bool {
    let (start, end) = (piece.tokens.start, piece.tokens.end);
    let before =
        start.checked_sub(1).filter(|_| !reading.tokens[start].starts_line).map_or("", |at| reading.of(at));
    let leads =
        ["in", "In", "at", "near", "outside", "around", "across", "of", "to", "AT", "IN", "(", "downtown"];
    let region =
        reading.of(end) == "," && reading.classes(end + 1).has(Classes::COUNTRY.and(Classes::REGION));
    let dated = reading.tokens[start].starts_line
        && reading.marks[start].capitals
        && reading.marks.get(end).is_some_and(|mark| mark.taken);
    let line = reading.dateline.is_some_and(|place| place.overlaps(reading.range(piece.tokens.clone())));
    leads.contains(&before) || region || dated || line || matches!(reading.of(end + 1), "born" | "based")
}

/// A number for a name: the same for every mention with the same words.
fn name_of(reading: &Reading, piece: &Piece) -> u64 {
    match piece.tokens.len() {
        1 => reading.marks[piece.tokens.start].word,
        _ => key_of(reading.range(piece.tokens.clone()).of(reading.text)),
    }
}

/// What "Kestovian" says for "Kestovia" and for itself.
const LAND_AND_PEOPLE: i32 = 60;

/// What a dateline says for its place.
const FILED_FROM: i32 = 130;

/// Lands and their people, by key, where the article names both: "kestovia" and "kestovian".
///
/// Only people whom no table knows: "Canadian" needs no help, and "Morgan" has no land.
fn lands_and_people(reading: &Reading) -> QuickMap<u64, Label> {
    let mut key = String::new();
    let mut found = QuickMap::default();
    for form in reading.forms.list.iter().filter(|form| form.entry.is_none()) {
        let word = reading.of(form.token as usize);
        if word.len() < 6 || !reading.tokens[form.token as usize].capital {
            continue;
        }
        key.clear();
        fold(&mut key, word);
        let land = key.strip_suffix("ns").or(key.strip_suffix('n')).filter(|land| land.ends_with('a'));
        if let Some(land) = land.map(number).filter(|&land| reading.uses_of(land).capital > 0) {
            found.extend([(land, Label::Place), (form.number, Label::Group)]);
        }
    }
    found
}

/// The points of all mentions of one name.
#[derive(Clone, Copy, Default)]
struct Together {
    points: [i32; LABELS],
    most: [i32; LABELS],
    count: i32,
}

impl Together {
    fn add(&mut self, evidence: &Evidence) {
        self.count += 1;
        for (index, points) in evidence.points.into_iter().enumerate() {
            self.points[index] += points.clamp(-40, 130);
            self.most[index] = self.most[index].max(points);
        }
    }
}

/// Moves a piece halfway to the mean of all mentions of its name. A name that no table knows is
/// the same thing all over an article: it takes the mean, and leans on the mention that says most.
fn share(reading: &Reading, piece: &mut Piece, together: &Together, person: bool) {
    let town = !person
        && piece.classes.has(Classes::CITY.and(Classes::REGION))
        && !piece.classes.has(Classes::COUNTRY);
    let stays = matches!(piece.evidence.reason(Label::Place).0, Rule::PlacePreposition | Rule::PlaceDateline);
    let team = together.most[index(Label::Organisation)];
    if town && !stays && team >= 62 {
        let plays = team >= PLAYS && reading.sport;
        piece.evidence.add(Label::Organisation, if plays { PLAYS } else { 60 }, Rule::CapitalRun, None);
    }
    let unknown = !piece.classes.has(Classes::PLACE.and(Classes::ORGANISATION).and(Classes::DEMONYM));
    for (index, sum) in together.points.iter().enumerate() {
        let mean = sum / together.count;
        let own = piece.evidence.points[index];
        piece.evidence.points[index] =
            if unknown { mean + together.most[index] / 3 } else { (own + mean) / 2 };
    }
}

/// What a company’s name says for what is left of it without "Ltd".
const COMPANY: i32 = 190;

/// A full name that a single word of it may stand for.
#[derive(Clone, Copy)]
struct Part {
    label: Label,
    full: TextRange,
    points: i32,
}

/// Words of full names: surnames and first names of people, the first words of organisations.
#[derive(Default)]
struct Parts {
    people: QuickMap<u64, Part>,
    organisations: QuickMap<u64, Part>,
}

impl Parts {
    /// A full name speaks for its surname and first name; initials in brackets for the organisation.
    fn note(&mut self, reading: &Reading, piece: &Piece) {
        let (label, points, lead) = piece.evidence.best();
        let full = reading.range(piece.tokens.clone());
        if piece.tokens.len() < 2 {
            return;
        }
        if label == Label::Person && points >= 45 && lead >= 10 {
            self.note_person(reading, piece, full);
        }
        if label == Label::Organisation {
            self.note_organisation(reading, piece, full, lead);
        }
    }

    /// "Halvik" and "Teodor" of "Teodor Halvik"; "Sato-Lund" and "Lund" of "Aigerim Sato-Lund".
    fn note_person(&mut self, reading: &Reading, piece: &Piece, full: TextRange) {
        let (first, last) = (piece.tokens.start, piece.tokens.end - 1);
        // "Nurse Jane Houston" is no town, whatever "Jane Houston" may be.
        let told = piece.role.is_some()
            || piece.tagged.is_some_and(|(label, score)| label == Label::Person && score > 800);
        if reading.classes(last).has(Classes::COUNTRY.and(Classes::BIG_CITY)) && !told {
            return;
        }
        let mut note = |word: u64, points: i32| {
            self.people.entry(word).or_insert(Part { label: Label::Person, full, points });
        };
        let words = full.of(reading.text);
        // A title or role leaves no doubt that the full name is a person's.
        let surname = if piece.role.is_some() { 110 } else { 70 };
        note(key_of_last(words, 1).unwrap_or_else(|| key_of(words)), surname);
        // "Herrera Quintana" of "Tomás Ignacio Herrera Quintana".
        if let Some(last_two) = key_of_last(words, 2) {
            note(last_two, surname);
        }
        note(reading.marks[last].word, surname);
        note(sound_of(reading, last), 50);
        note(reading.marks[first].word, 30);
    }

    fn note_organisation(&mut self, reading: &Reading, piece: &Piece, full: TextRange, lead: i32) {
        let first = reading.marks[piece.tokens.start];
        let part = |points: i32| Part { label: Label::Organisation, full, points };
        let plain =
            Classes::COMMON.and(Classes::PLACE).and(Classes::DEMONYM).and(Classes::GROUP).and(Classes::SMALL);
        let company = is_company_suffix(reading.of(piece.tokens.end - 1));
        if company && !first.classes.has(plain) {
            self.organisations.entry(first.word).or_insert(part(COMPANY));
        } else if first.classes.is_empty() && lead >= 20 {
            self.organisations.entry(first.word).or_insert(part(70));
        }
        let end = piece.tokens.end;
        // "United" of "Leeds United".
        if piece.tokens.len() > 1 && reading.classes(end - 1).has(Classes::TEAM_WORD) {
            self.organisations.entry(reading.marks[end - 1].word).or_insert(part(90));
        }
        // "Halvik Marine Holding" and "Halvik Marine" of "Halvik Marine Holding Ltd".
        let mut short = if company { end - 1 } else { 0 };
        while short > piece.tokens.start + 1 {
            let core = key_of(reading.range(piece.tokens.start..short).of(reading.text));
            self.organisations.entry(core).or_insert(part(COMPANY));
            short = if is_left_out(reading.of(short - 1)) { short - 1 } else { 0 };
        }
        let initials = reading.of(end) == "(" && reading.of(end + 2) == ")";
        if initials && reading.marks.get(end + 1).is_some_and(|mark| mark.capitals) {
            self.organisations.insert(reading.marks[end + 1].word, part(80));
        }
    }

    /// Adds what full names say of a shorter one; a person’s name is not a company’s.
    fn speak(&self, reading: &Reading, piece: &mut Piece, name: u64) {
        let at = piece.tokens.start;
        let (single, word) = (piece.tokens.len() == 1, name);
        let own = reading.range(piece.tokens.clone());
        let heard = single && !self.people.is_empty();
        let sounds = || if heard { self.people.get(&sound_of(reading, at)) } else { None };
        // "Mr. Halvik" is nobody’s short name for "Halvik Marine Ltd".
        let titled = single && piece.role.is_some();
        let company = self.organisations.get(&word).filter(|part| part.points < COMPANY || !titled);
        // "Halvik Marine" looks like a person, but for "Halvik Marine Ltd".
        let is_company = |person: &&Part| {
            let full =
                company.filter(|company| company.points == COMPANY).map(|part| part.full.of(reading.text));
            full.is_some_and(|full| full.starts_with(person.full.of(reading.text)))
        };
        let person = self.people.get(&word).or_else(sounds).filter(|person| !is_company(person));
        let part = person.or(company).filter(|part| part.full != own);
        if let Some(Part { label, full, points }) = part.copied() {
            piece.evidence.add(label, points, Rule::SameName, Some(full));
        }
    }
}

/// A number for a surname in all its transliterations: Zelenskiy, Zelenskyy.
fn sound_of(reading: &Reading, at: usize) -> u64 {
    let mut key = String::new();
    fold(&mut key, reading.of(at));
    key.retain(|c| c != '.');
    number(&super::group::sound(&key))
}
